"""Earlier months rebuilt from one upload."""

from datetime import date

from reporting.measures.counting import count, rebuild
from reporting.measures.indicators import INDICATORS
from reporting.model.periods import Month
from tests.reporting.council import ALL_WELL, ASKED, checked, extract

LISTS = {
    "referrals": "child_id | referral_date\na | 2026-05-01\nb | 2026-05-31\nc | 2026-09-30\nd | 2026-10-01",
    "children_in_need": """
        child_id | cin_start  | cin_end
        a        | 2026-01-05 |
        b        | 2026-01-05 | 2026-07-31
        c        | 2026-09-01 | """,
    "assessments": "child_id | assessment_start | assessment_end\na | 2026-03-02 | 2026-08-03\nb | 2026-08-03 |",
}


def by_month(indicator, *, found=ALL_WELL, **asked):
    rows = rebuild(extract(**LISTS), found, **{**ASKED, **asked})
    rows = rows[rows["indicator"] == indicator]
    return dict(zip(rows["period"], rows["yes"], strict=True))


def test_flows_are_counted_by_calendar_month():
    months = {"2026-09": 1, "2026-08": 0, "2026-07": 0, "2026-06": 0, "2026-05": 2}
    assert by_month("referrals_received") == months


def test_stocks_are_counted_as_they_stood_at_each_months_end():
    months = {"2026-09": 2, "2026-08": 1, "2026-07": 1, "2026-06": 2, "2026-05": 2}
    assert by_month("children_in_need_open") == months


def test_lateness_is_judged_as_it_stood_then():
    months = {"2026-09": 0, "2026-08": 0, "2026-07": 1, "2026-06": 1, "2026-05": 1}
    assert by_month("assessments_open_over_45_working_days") == months


def test_a_month_the_lists_do_not_wholly_cover_is_not_rebuilt():
    assert "2026-04" not in by_month("referrals_received", months=8)
    mid_month = by_month("referrals_received", list_date=date(2026, 10, 14), months=8)
    assert set(mid_month) == {"2026-05", "2026-06", "2026-07", "2026-08", "2026-09"}


def test_only_the_county_and_only_indicators_that_allow_it():
    rows = rebuild(extract(**LISTS), ALL_WELL, **ASKED)
    assert set(rows["level"]) == {"county"}
    assert set(rows["indicator"]) == {name for name, indicator in INDICATORS.items() if indicator.rebuilds}
    latest_only = {"looked_after_visits_within_limit", "care_leavers_in_touch", "referrals_repeat_within_12_months"}
    assert not latest_only & set(rows["indicator"])


def test_a_rebuilt_month_is_what_that_month_said_when_nothing_has_changed_since():
    asked = {**ASKED, "period": Month(2026, 9), "list_date": date(2026, 9, 30)}
    then = count(extract(**LISTS), ALL_WELL, **asked)
    said = then[(then["level"] == "county") & then["window"].isin(["month", "as_at"])].set_index("indicator")["yes"]
    rows = rebuild(extract(**LISTS), ALL_WELL, **ASKED)
    rebuilt = rows[rows["period"] == "2026-09"].set_index("indicator")["yes"]
    for name in ("referrals_received", "children_in_need_open", "assessments_completed"):
        assert rebuilt[name] == said[name]


def test_failing_rows_are_not_known_in_earlier_months_too():
    found = checked(("referrals", [0], ("referral_date",)))
    assert by_month("referrals_received", found=found)["2026-05"] == 1
