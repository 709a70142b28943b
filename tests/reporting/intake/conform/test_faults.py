"""Each fault of a file is found where it is, and not where it is not."""

import pytest

from reporting.intake.conform.faults import REFUSED, RULES
from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from reporting.model.quality import Severity
from tests.reporting.intake.conform.sheets import LIST_DATE, full, headings, of_list, read, record, rules, sheet


def extra(rows, cells):
    return [[*row, cell] for row, cell in zip(rows, cells, strict=True)]


RIGHT = full("contacts")
HEAD = headings("contacts")
BROKEN = {
    "F03": (of_list("contacts", [row[:-1] for row in RIGHT], head=HEAD[:-1]), 1),
    "F04": (of_list("contacts", extra(RIGHT, ["Male"] * 6 + ["Female"] * 6), head=[*HEAD, "Gender "]), 2),
    "F05": (of_list("contacts", extra(RIGHT, ["x"] * 12), head=[*HEAD, "NHS area"]), 1),
    "F06": (of_list("contacts", extra(RIGHT, ["x"] * 12), head=[*HEAD, None]), 1),
    "F07": (of_list("contacts", []), 1),
    "F08": (sheet("List 1", [["Prepared by the data team"], *RIGHT]), 1),
    "F09": (sheet("List 1", [HEAD, *RIGHT], hidden_rows=3, filters=1, hidden=1), 5),
    "F10": (sheet("List 1", [HEAD, *RIGHT], formulas=5), 5),
    "F11": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_source="#N/A", age="#REF!")]), 2),
    "F12": (
        of_list("contacts", [*RIGHT, [None] * 7, ["-"] * 7, ["--", "−", None, "‑", "#N/A", "– –", "—"], [" "] * 7]),
        4,
    ),
    "F13": (of_list("contacts", [*RIGHT, ["Total", "12"], ["Filters applied: none"], [None, "end of the list"]]), 3),
    "F14": (of_list("contacts", RIGHT, head=[HEAD[0], HEAD[2], HEAD[1], *HEAD[3:]]), 12),
    "F17": (of_list("contacts", full("contacts", contact_date="2026-09-15")), 12),
    "F20": (of_list("contacts", full("contacts", 5_000)), 5_000),
    "F21": (sheet("List 1", [HEAD, *RIGHT], rounded=frozenset({(2, 0), (3, 4)})), 1),
    "P02": (
        of_list("contacts", [*RIGHT, record("contacts", 1, child_id="1"), record("contacts", 2, child_id="2.0")]),
        4,
    ),
    "P22": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_source="6: Housing")]), 1),
    "P25": (of_list("contacts", full("contacts", 3, contact_date="10/25/2026")), 3),
    "P28": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_date="46310")]), 1),
    "P32": (
        of_list(
            "contacts",
            [
                *RIGHT,
                record("contacts", 13, contact_source="q)\u00a06: Police", gender="a) Male "),
                record("contacts", 14),
            ],
        ),
        2,
    ),
}
ADOPTION_DATES = [
    column.key for column in ANNEX_A["adoption"].columns if column.kind is Kind.DATE and column.key != "dob"
]
OF_THE_WHOLE_LIST = {"F03", "F07", "F08", "F14", "F20", "P25"}
"""Faults that cost the list, or some of its columns."""


def test_a_list_that_is_right_has_no_findings():
    assert rules(read(of_list("contacts", RIGHT)), "contacts") == {}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_fault_is_found_and_counted(rule):
    table, failed = BROKEN[rule]
    assert rules(read(table), "contacts")[rule] == failed


@pytest.mark.parametrize("rule", sorted(set(BROKEN) - OF_THE_WHOLE_LIST))
def test_a_fault_costs_nothing_but_itself(rule):
    conformed = read(BROKEN[rule][0])
    assert set(rules(conformed, "contacts")) == {rule}
    assert "contacts" not in conformed.missing
    assert len(conformed.tables["contacts"]) >= 12


def test_every_fault_says_what_it_found_and_what_to_do():
    for rule, (table, _) in BROKEN.items():
        found = [finding for finding in read(table).findings if finding.rule == rule and finding.list == "contacts"]
        assert len(found) == (2 if rule == "F14" else 1)
        assert "List 1 (Contacts)" in found[0].says
        assert found[0].do == RULES[rule].do
        assert found[0].severity in set(Severity)
        assert found[0].failed > 0


def test_every_rule_of_a_file_has_a_broken_twin_here_or_stops_the_extract():
    elsewhere = {"F01", "F02", "F15"}  # a list that is not there, one that is there twice, and the layout of list 9
    assert set(RULES) == set(BROKEN) | elsewhere | REFUSED


@pytest.mark.parametrize("rule", sorted(OF_THE_WHOLE_LIST | {"F01", "F02"}))
def test_a_fault_of_the_whole_list_is_found_alone(rule):
    tables = {"F01": [], "F02": [of_list("contacts", RIGHT), of_list("contacts", RIGHT, source="Contacts")]}
    conformed = read(
        *(tables.get(rule) or [] if rule in tables else [BROKEN[rule][0]]), of_list("referrals", RIGHT[:0])
    )
    assert set(rules(conformed, "contacts")) == {rule}


def test_a_list_that_is_missing_or_there_twice_says_what_to_do():
    missing, twice = read(), read(of_list("contacts", RIGHT), of_list("contacts", RIGHT, source="Contacts"))
    for conformed, rule in ((missing, "F01"), (twice, "F02")):
        found = next(one for one in conformed.findings if one.list == "contacts")
        assert (found.rule, found.severity, found.do) == (rule, Severity.ERROR, RULES[rule].do)
        assert "List 1 (Contacts)" in found.says


def test_what_nobody_sees_of_a_sheet_is_said_in_words():
    table = sheet("List 1", [HEAD, *RIGHT], hidden_rows=2, hidden_columns=1, filters=1, hidden=1)
    says = next(finding.says for finding in read(table).findings if finding.rule == "F09")
    unseen = "2 hidden rows, 1 hidden column, a filter set on 1 column and its whole sheet hidden"
    assert says == f"List 1 (Contacts), read from “List 1”, has {unseen}. Everything was read."


@pytest.mark.parametrize("padding", ["-", "–", "‒ ", "−−", " ", "\u00a0"])
def test_a_list_padded_to_5000_rows_is_read_whole_and_not_called_cut_off(padding):
    conformed = read(of_list("contacts", [*RIGHT, *[[padding] * 7] * 4_988]))
    assert rules(conformed, "contacts") == {"F12": 4_988}
    assert len(conformed.tables["contacts"]) == 12


def test_5000_real_rows_above_padding_may_have_been_cut_off():
    conformed = read(of_list("contacts", [*full("contacts", 5_000), *[["-"] * 7] * 200]))
    assert rules(conformed, "contacts") == {"F12": 200, "F20": 5_000}


def test_stray_spaces_and_curled_quotes_cost_nothing():
    cells = {"worker": " Pat O’Neill\n", "team": "North\u00a0team", "child_id": "000013 "}
    conformed = read(of_list("referrals", [*full("referrals"), record("referrals", 13, **cells)]))
    assert rules(conformed, "referrals") == {"P32": 3}
    typed = conformed.tables["referrals"].iloc[12]
    assert (typed["worker"], typed["team"], typed["child_id"]) == ("Pat O'Neill", "North team", "000013")
    assert conformed.received["referrals"]["worker"].iloc[12] == " Pat O’Neill\n"


def test_a_quiet_list_of_few_families_is_not_taken_for_last_months():
    rows = full("adoption", 3, **dict.fromkeys(ADOPTION_DATES, "2026-08-03"))
    assert "F17" not in rules(read(of_list("adoption", rows)), "adoption")
    days = [f"2026-{month:02d}-{day:02d}" for month in (5, 6, 7, 8) for day in range(1, 28, 3)]
    many = [record("adoption", number, **dict.fromkeys(ADOPTION_DATES, day)) for number, day in enumerate(days)]
    assert "F17" in rules(read(of_list("adoption", many)), "adoption")


def test_the_same_column_twice_with_the_same_cells_is_used_once_and_told():
    table = of_list("contacts", [[*row, row[1]] for row in RIGHT], head=[*HEAD, "Gender"])
    conformed = read(table)
    assert rules(conformed, "contacts") == {"F04": 2}
    assert conformed.tables["contacts"]["gender"].eq("M").all()
    assert conformed.absent["contacts"] == frozenset()


def test_a_heading_over_an_empty_column_is_no_fault():
    assert rules(read(of_list("contacts", extra(RIGHT, [None] * 12), head=[*HEAD, None])), "contacts") == {}


def test_the_missing_column_is_named_with_the_nearest_heading():
    table = of_list("contacts", RIGHT, head=[*HEAD[:-1], "Sauce of Contact"])
    says = next(finding.says for finding in read(table).findings if finding.rule == "F03")
    assert says.startswith("Column “Contact Source” is missing from List 1 (Contacts).")


def test_the_layout_of_list_9_is_told():
    later = read(of_list("care_leavers", full("care_leavers")))
    earlier_columns = [column for column in ANNEX_A["care_leavers"].columns if not column.later_layout_only]
    places = [ANNEX_A["care_leavers"].keys.index(column.key) for column in earlier_columns]
    rows = [[row[place] for place in places] for row in full("care_leavers")]
    earlier = read(of_list("care_leavers", rows, head=[column.header for column in earlier_columns]))
    assert (later.layout, rules(later, "care_leavers")) == ("later", {})
    assert (earlier.layout, rules(earlier, "care_leavers")) == ("2019", {"F15": 4})
    assert earlier.absent["care_leavers"] == {"uasc", "personal_adviser", "last_pathway", "last_contact"}


def test_columns_pasted_one_place_out_are_told_and_the_list_is_not_counted():
    rows = [[row[0], None, *row[1:-1]] for row in full("children_in_need")]
    conformed = read(of_list("children_in_need", rows))
    assert rules(conformed, "children_in_need")["F14"]
    assert conformed.missing["children_in_need"].endswith("pasted one place out.")
    assert len(conformed.tables["children_in_need"]) == 12


def test_two_columns_swapped_are_told():
    head = [*HEAD[:1], HEAD[2], HEAD[1], *HEAD[3:]]
    found = [finding for finding in read(of_list("contacts", RIGHT, head=head)).findings if finding.rule == "F14"]
    assert [finding.failed for finding in found] == [12, 12]
    assert "look like “Ethnicity”" in found[0].says + found[1].says


def test_a_list_of_another_year_is_told_and_not_counted_but_kept():
    last_year = LIST_DATE.replace(year=LIST_DATE.year - 1)
    conformed = read(of_list("contacts", full("contacts", contact_date=last_year.isoformat())))
    assert rules(conformed, "contacts") == {"F17": 12}
    assert "another year" in conformed.missing["contacts"]
    assert len(conformed.tables["contacts"]) == 12


def test_care_leavers_of_another_year_are_told_although_the_list_has_no_window():
    dates = {"last_pathway": "2025-09-30", "last_contact": "2025-10-20"}
    conformed = read(of_list("care_leavers", full("care_leavers", **dates)))
    assert rules(conformed, "care_leavers")["F17"] == 12
    assert "another year" in conformed.missing["care_leavers"]


def test_a_list_whose_dates_cannot_be_read_is_not_said_to_be_of_another_year():
    conformed = read(of_list("early_help_assessments", full("early_help_assessments", eh_start="10/25/2026")))
    assert rules(conformed, "early_help_assessments") == {"P25": 12}
    assert "early_help_assessments" not in conformed.missing


def test_a_list_run_long_after_the_list_date_is_not_counted():
    next_year = LIST_DATE.replace(year=LIST_DATE.year + 1)
    conformed = read(of_list("referrals", full("referrals", referral_date=next_year.isoformat())))
    assert "after the list date" in conformed.missing["referrals"]


def test_a_list_a_little_old_is_told_and_still_counted():
    conformed = read(of_list("contacts", full("contacts", contact_date="2026-09-15")))
    assert rules(conformed, "contacts") == {"F17": 12}
    assert "contacts" not in conformed.missing


def test_long_open_cases_do_not_make_a_list_of_another_year():
    rows = full("children_looked_after", cla_start="2019-01-01", ceased_date=None)
    assert "children_looked_after" not in read(of_list("children_looked_after", rows)).missing


@pytest.mark.parametrize("rule", BROKEN)
def test_no_finding_quotes_a_cell(rule):
    secret = "Canary77"
    table = BROKEN[rule][0]
    cells = table.cells.copy()
    cells.iloc[1:, 0] = secret
    if len(cells) > 1:
        cells.iloc[1:, cells.shape[1] - 1] = secret
    says = [finding.says for finding in read(type(table)(table.source, cells, table.rows)).findings]
    assert not [line for line in says if secret in line]
