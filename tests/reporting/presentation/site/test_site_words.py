"""What the site says of small frames whose answer can be seen."""

from datetime import date
from types import MappingProxyType

import pandas as pd
import pytest

from reporting.assurance.accuracy import ACCURACY_COLUMNS
from reporting.assurance.due import DUE_COLUMNS
from reporting.assurance.ledger import CONFIRMED, FAULT_COLUMNS, NEW, OPEN, PUT_RIGHT_COLUMNS
from reporting.assurance.owners import NO_TEAM
from reporting.model.figures import FIGURE_COLUMNS, Level, Status
from reporting.model.periods import Month, Week
from reporting.model.quality import Checked, Finding, Rule, Scope, Severity
from reporting.presentation.site import SiteExtract, SiteInputs, site_of
from reporting.presentation.site.drawing import Bar, large_bars
from reporting.presentation.site.phrases import moved, moved_since, share_moved, titles
from reporting.presentation.site.tally import Tally
from reporting.presentation.site.withheld import held_in, kept_back_by
from tasks.configuration import load_authority
from tasks.configuration.measures import load_measures
from tasks.site import rendered

MEASURES = load_measures()
OCTOBER, DAY = Month(2026, 10), date(2026, 10, 31)
SEEN = Rule("6.15", "children_in_need", Severity.ERROR, ("last_seen",), "A child was seen.", "See the child.")
SEEN_FINDING = Finding("6.15", Severity.ERROR, "children_in_need", 100, 3, SEEN.says, SEEN.do)
TEAMS = ("Preston Assessment and Safeguarding 1", "Burnley Assessment and Safeguarding 1")
FAULTS = [
    ("Preston", TEAMS[0], NEW),
    ("Preston", TEAMS[0], OPEN),
    ("Burnley", TEAMS[1], CONFIRMED),
]


def ledger(faults=FAULTS, severity="error"):
    rows = [
        {
            **dict.fromkeys(FAULT_COLUMNS, ""),
            **{"list": "children_in_need", "id": "6.15", "rule": SEEN.key, "severity": severity},
            **{"district": district, "team": team, "state": state, "worker": "A. Worker", "position": place},
        }
        for place, (district, team, state) in enumerate(faults)
    ]
    return pd.DataFrame(rows, columns=list(FAULT_COLUMNS))


def figures(*held):
    """Figures withheld: (indicator, level, unit)."""
    rows = [
        {
            **dict.fromkeys(FIGURE_COLUMNS, ""),
            **{"indicator": indicator, "level": level, "unit": unit, "window": "as_at"},
            **{"status": Status.WITHHELD, "reason": "10% of its rows fail"},
        }
        for indicator, level, unit in held
    ]
    return pd.DataFrame(rows, columns=list(FIGURE_COLUMNS))


def checked(*findings, rules=(SEEN,), withheld=MappingProxyType({})):
    failing = pd.DataFrame({"list": "children_in_need", "position": [0, 1, 2], "rule": SEEN.key, "mend": True})
    return Checked(tuple(findings), failing, {rule.key: rule for rule in rules}, withheld)


def extract(period=OCTOBER, day=DAY, findings=(SEEN_FINDING,), faults=None):
    empty = pd.DataFrame(columns=list(ACCURACY_COLUMNS))
    return SiteExtract(period, day, tuple(findings), ledger() if faults is None else faults, empty)


def told(*findings, earlier=(), held=(), withheld=MappingProxyType({})):
    found = findings or (SEEN_FINDING,)
    return SiteInputs(
        authority=load_authority("lancashire"),
        synthetic=True,
        now=extract(findings=found),
        earlier=tuple(earlier),
        checked=checked(*found, withheld=withheld),
        figures=figures(*held),
        rows={"children_in_need": 100},
        put_right=pd.DataFrame(columns=list(PUT_RIGHT_COLUMNS)),
        due=pd.DataFrame(columns=list(DUE_COLUMNS)),
    )


def page(told, path):
    return next(one for one in site_of(told).pages if one.path == path)


RULE_PAGE = "rules/06-children-in-need-6-15.html"


def test_fewer_faults_are_better_and_more_are_worse():
    assert (moved(3, 5).words, moved(3, 5).style) == ("2 fewer", "better")
    assert (moved(5, 3).words, moved(5, 3).style) == ("2 more", "worse")
    assert moved_since(3, 3, date(2026, 9, 30)) == "the same as on 30 September 2026"
    assert moved_since(3, None, None) == "nothing to compare with yet"


def test_a_larger_share_right_is_better():
    assert share_moved((200, 190), (100, 90)).words == "up 5.0 points"
    assert share_moved((100, 90), (200, 190)).style == "worse"
    assert share_moved((1000, 900), (10_000, 9_001)).words == "the same"


def test_periods_and_titles_read_as_people_say_them():
    assert Month(2026, 10).words == "October 2026"
    assert Week(2026, 43).words == "Week 43, 19 to 25 October 2026"
    assert titles(["Care, days", "Seen", "Plans", "Visits", "Health"]) == "Care, days; Seen; Plans; and two others"


def test_a_tally_counts_what_is_to_be_put_right_without_what_is_confirmed():
    tally = Tally.of(ledger())
    assert tally.total == 3
    assert tally.to_put_right.by("district") == {"Preston": 2}
    assert tally.of_rule("children_in_need", "6.15").where(state=CONFIRMED).by("team") == {TEAMS[1]: 1}
    assert tally.of_rule("referrals", "6.15").counts == ()


def test_a_rule_keeps_a_figure_back_only_where_it_is_withheld_and_rows_fail():
    name = "children_in_need_seen_within_limit"
    held = held_in(
        figures((name, Level.DISTRICT, "Preston"), (name, Level.DISTRICT, "Wyre"), (name, Level.TEAM, TEAMS[0]))
    )
    [kept] = kept_back_by(SEEN_FINDING, checked(SEEN_FINDING), held=held, faults=Tally.of(ledger()), measures=MEASURES)
    assert (kept.indicator.name, kept.whole, kept.districts, kept.teams) == (name, False, ("Preston",), (TEAMS[0],))


def test_a_rule_that_no_row_fails_where_a_figure_is_withheld_keeps_nothing_back():
    held = held_in(figures(("children_in_need_seen_within_limit", Level.DISTRICT, "Wyre")))
    assert (
        kept_back_by(SEEN_FINDING, checked(SEEN_FINDING), held=held, faults=Tally.of(ledger()), measures=MEASURES) == ()
    )


def test_a_list_that_did_not_come_keeps_its_figures_back_everywhere():
    missing = Finding("F01", Severity.ERROR, "children_in_need", 1, 1, "List 6 was not found.", "Send it.")
    held = held_in(
        figures(
            ("children_in_need_open", Level.COUNTY, "Lancashire"), ("children_in_need_open", Level.DISTRICT, "Wyre")
        )
    )
    found = checked(missing, withheld={"children_in_need": "list 6 was not found"})
    [kept] = kept_back_by(missing, found, held=held, faults=Tally(()), measures=MEASURES)
    assert kept.whole and kept.districts == ("Wyre",)


def test_what_keeps_a_figure_back_comes_before_what_more_records_fail():
    doubtful = Finding("6.99", Severity.WARNING, "children_in_need", 100, 60, "A doubtful thing.", "Look.")
    name = "children_in_need_seen_within_limit"
    first, second = told(doubtful, SEEN_FINDING, held=[(name, Level.COUNTY, "Lancashire")]).rules
    assert (first.id, second.id) == ("6.15", "6.99")


def test_a_week_is_compared_with_the_week_before_and_a_month_with_the_month_before():
    month = extract(Month(2026, 9), date(2026, 9, 30), [Finding(**{**vars(SEEN_FINDING), "failed": 9})])
    week = extract(Week(2026, 43), date(2026, 10, 25), [Finding(**{**vars(SEEN_FINDING), "failed": 4})])
    found = told(earlier=[month, week])
    assert found.before is month
    shown = page(found, RULE_PAGE)
    assert shown.message == "3 of 100 records fail it (3.0%), 6 fewer than on 30 September 2026."
    [history] = [block for block in shown.blocks if getattr(block, "anchor", "") == "over-time"]
    assert history.words.endswith("9 on 30 September 2026, 4 on 25 October 2026 and 3 on 31 October 2026.")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"errored": True}, "The check itself went wrong"),
        ({"not_run": "List 6 has no such column.", "failed": 0, "checked": 0}, "This rule could not be asked."),
        ({"failed": 0}, "Every record keeps this rule."),
    ],
)
def test_a_rule_without_an_answer_is_never_said_to_hold(wrong, says):
    assert page(told(Finding(**{**vars(SEEN_FINDING), **wrong})), RULE_PAGE).message.startswith(says)


def test_a_rule_of_cells_counts_the_cells_of_all_its_columns():
    written = [
        Rule("P25", "children_in_need", Severity.WARNING, (key,), "Day first.", "Send.") for key in ("dob", "cin_start")
    ]
    found = [Finding("P25", Severity.WARNING, "children_in_need", 100, 90, f"90 dates, {place}.", "") for place in "12"]
    cells = SiteInputs(
        **{**vars(told(*found)), "checked": checked(*found, rules=written), "earlier": (extract(Month(2026, 9)),)}
    )
    [rule] = cells.rules
    assert (rule.checked, rule.failed, rule.scope) == (200, 180, Scope.ROW)
    shown = page(cells, "rules/06-children-in-need-p25.html")
    assert shown.message == "180 of 200 cells fail it (90.0%)."


def test_a_rows_owner_is_a_team_and_never_a_worker():
    for one in site_of(told()).pages:
        assert "A. Worker" not in rendered(one)


def test_the_rows_of_no_team_are_said_to_be_so():
    nobodys = told()
    nobodys = SiteInputs(**{**vars(nobodys), "now": extract(faults=ledger([("no district recorded", NO_TEAM, NEW)]))})
    assert "Rows without a team.xlsx" in rendered(page(nobodys, "teams.html"))
    assert page(nobodys, "districts/no-district-recorded.html").heading == "No district recorded"


def test_words_from_a_file_are_shown_and_never_obeyed():
    heading = Finding(
        "F05", Severity.INFORMATION, "children_in_need", 14, 1, "Not used: “<script>x</script>”.", "Nothing."
    )
    html = rendered(page(told(heading), "rules/06-children-in-need-f05.html"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_bars_begin_at_nought_and_a_missing_extract_has_none():
    drawn = large_bars([Bar("31 Aug", 10, "10"), Bar("30 Sep", None, "–"), Bar("31 Oct", 5, "5")], "<says>")
    heights = [float(part.split('"')[0]) for part in drawn.split(' height="')[2:]]
    assert heights == [88.0, 0.0, 44.0]
    assert "<title>&lt;says&gt;</title>" in drawn


def test_an_extract_without_a_record_says_so():
    nothing = SiteInputs(**{**vars(told()), "rows": {}, "now": extract(findings=(), faults=ledger([]))})
    assert page(nothing, "index.html").message == "No records were received, so nothing could be checked."
