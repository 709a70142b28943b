"""Counting small extracts whose answers are known, and what may not be printed."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from reporting.measures.counting import count
from reporting.measures.counting.basis import counting_basis
from reporting.measures.counting.results import results
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Direction
from reporting.model.agreements import always
from reporting.model.figures import RESULT_COLUMNS
from reporting.model.periods import Window
from reporting.model.quality import Severity
from tests.oracle.made_up import a_rule
from tests.reporting.council import ALL_WELL, ASKED, COUNCIL, checked, extract

REFERRALS = """
    child_id | referral_date | referral_nfa | team
    a        | 2026-10-01    | Y            | Ash Town Assessment
    b        | 2026-10-02    | N            | Ash Town Assessment
    c        | 2026-10-05    | N            | Beech Safeguarding
    d        | 2026-10-06    |              | Beech Safeguarding
    e        | 2026-09-30    | Y            | Cedar Safeguarding
    f        | 2026-10-30    | Y            | """


def counted(conformed, found=ALL_WELL, **asked):
    return count(conformed, found, **{**ASKED, **asked})


def one(results, indicator, unit="Treeshire", window="month"):
    rows = results[(results["indicator"] == indicator) & (results["window"] == window) & (results["unit"] == unit)]
    return rows.iloc[0]


def numbers(row):
    return (row["yes"], row["no"], row["unknown"], row["cohort"])


@pytest.fixture(scope="module")
def referrals():
    return counted(extract(referrals=REFERRALS))


def test_every_indicator_has_a_row_for_every_window_level_and_unit(referrals):
    assert list(referrals.columns) == list(RESULT_COLUMNS)
    assert not referrals.duplicated(["indicator", "window", "level", "unit"]).any()
    for name, indicator in INDICATORS.items():
        rows = referrals[referrals["indicator"] == name]
        assert set(rows["window"]) == set(indicator.windows)
        assert set(rows["level"]) == set(indicator.levels)


def test_a_month_is_counted_as_yes_no_and_not_known(referrals):
    assert numbers(one(referrals, "referrals_no_further_action")) == (2, 2, 1, 5)
    assert numbers(one(referrals, "referrals_no_further_action", "Ash")) == (1, 1, 0, 2)
    assert numbers(one(referrals, "referrals_no_further_action", "Beech Safeguarding")) == (0, 1, 1, 2)
    assert numbers(one(referrals, "referrals_no_further_action", "no district recorded")) == (1, 0, 0, 1)
    assert numbers(one(referrals, "referrals_no_further_action", "Treeshire", "six_months")) == (3, 2, 1, 6)


def test_a_count_prints_nought_where_a_percentage_has_nobody_to_count(referrals):
    nought = one(referrals, "referrals_received", "Cedar")
    assert (nought["yes"], nought["status"], nought["reason"]) == (0, "printed", "")
    nobody = one(referrals, "referrals_no_further_action", "Cedar")
    assert (nobody["status"], nobody["reason"]) == ("not_computable", "nobody to count")


def test_where_nobodys_answer_is_known_it_says_so():
    results = counted(
        extract(referrals="child_id | referral_date | referral_nfa\na | 2026-10-01 |\nb | 2026-09-01 | Y")
    )
    row = one(results, "referrals_no_further_action")
    assert (row["status"], row["reason"]) == ("not_computable", "nobody whose answer is known")


VISITS = """
    child_id | cpp_start  | last_stat_visit
    a        | 2026-01-05 | 2026-10-20
    b        | 2026-01-05 | 2026-06-20
    c        | 2026-01-05 |
    d        | 2026-01-05 | """


def test_how_many_have_no_date_at_all_is_counted():
    row = one(counted(extract(child_protection_plans=VISITS)), "child_protection_visits_within_limit", window="as_at")
    assert (*numbers(row), row["undated"]) == (1, 3, 0, 4, 2)


def test_those_without_a_date_are_counted_where_that_makes_them_yes():
    """Plans without a visit in time, of which fewer are better: two were never visited, so are yes and undated."""
    in_time = INDICATORS["child_protection_visits_within_limit"]
    late = replace(
        in_time,
        name="child_protection_visits_late",
        direction=Direction.LOWER_IS_BETTER,
        function=lambda tables, asked: ~in_time.function(tables, asked),
    )
    ground = counting_basis(
        extract(child_protection_plans=VISITS),
        ALL_WELL,
        **{name: asked for name, asked in ASKED.items() if name != "period"},
    )
    row = results(ground, late, ground.asked(ASKED["period"], Window.AS_AT), ["county"]).iloc[0]
    assert (*numbers(row), row["undated"]) == (3, 1, 0, 4, 2)


def test_one_without_a_date_whose_answer_is_not_known_is_not_among_them():
    found = checked(("child_protection_plans", [2], ("cpp_start",)))
    extracted = extract(child_protection_plans=VISITS)
    row = one(counted(extracted, found), "child_protection_visits_within_limit", window="as_at")
    assert (*numbers(row), row["undated"]) == (1, 2, 1, 4, 1)


def test_days_are_added_up_and_how_many_were_averaged_is_kept():
    adoption = """
        child_id | adoption_order | entered_care | placed
        a        | 2026-01-05     | 2024-01-01   | 2024-01-11
        b        | 2026-01-05     | 2024-01-01   | 2024-01-31
        c        | 2026-01-05     | 2024-01-01   | """
    row = one(counted(extract(adoption=adoption)), "adoption_days_entering_care_to_placed", window="twelve_months")
    assert numbers(row) == (40, 2, 1, 3)


def test_a_month_that_is_not_over_is_withheld():
    results = counted(extract(referrals=REFERRALS), list_date=date(2026, 10, 30))
    month = one(results, "referrals_received")
    assert (month["yes"], month["status"], month["reason"]) == (5, "withheld", "month not finished")
    assert one(results, "referrals_received", window="six_months")["status"] == "printed"


# What a failing check does.


def test_a_row_that_fails_an_error_rule_is_not_known():
    found = checked(("referrals", [0], ("referral_nfa",)))
    results = counted(extract(referrals=REFERRALS), found)
    assert numbers(one(results, "referrals_no_further_action")) == (1, 2, 2, 5)
    assert numbers(one(results, "referrals_received")) == (5, 0, 0, 5)


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFORMATION])
def test_a_rule_that_only_warns_changes_nothing(severity, referrals):
    found = checked(("referrals", [0, 1, 2], ("referral_nfa", "child_id")), severity=severity)
    pd.testing.assert_frame_equal(counted(extract(referrals=REFERRALS), found), referrals)


def test_copies_of_a_row_count_once():
    rows = "child_id | referral_date\na | 2026-10-01\na | 2026-10-01\nb | 2026-10-02"
    row = one(counted(extract(referrals=rows), checked(("referrals", [1], ("child_id",)))), "referrals_received")
    assert numbers(row) == (2, 0, 1, 3)


def test_the_share_of_rows_affected_is_judged_in_each_unit():
    rows = "child_id | referral_date | referral_nfa | team\n" + "\n".join(
        f"c{number} | 2026-10-02 | N | {'Beech' if number == 0 else 'Cedar'} Safeguarding" for number in range(30)
    )
    results = counted(extract(referrals=rows), checked(("referrals", [0], ("referral_nfa",))))
    team = one(results, "referrals_no_further_action", "Beech Safeguarding")
    assert (team["affected"], team["status"]) == (1.0, "not_computable")
    assert "100% of its rows" in team["reason"]
    assert one(results, "referrals_no_further_action", "Cedar Safeguarding")["status"] == "printed"
    county = one(results, "referrals_no_further_action")
    assert (county["status"], county["affected"]) == ("printed", pytest.approx(1 / 30))


def test_a_withheld_unit_keeps_its_value_and_says_why():
    rows = "child_id | referral_date | team\n" + "\n".join(f"c{n} | 2026-10-02 | Ash Town Care" for n in range(10))
    row = one(counted(extract(referrals=rows), checked(("referrals", [3], ("referral_date",)))), "referrals_received")
    assert (row["yes"], row["status"]) == (9, "withheld")
    assert row["reason"] == "10% of its rows fail a check this figure relies on (at most 5% may)"


@pytest.mark.parametrize(("size", "status"), [(20, "printed"), (19, "withheld")])
def test_exactly_the_tolerance_is_tolerated(size, status):
    rows = "child_id | referral_date\n" + "\n".join(f"c{number} | 2026-10-02" for number in range(size))
    results = counted(extract(referrals=rows), checked(("referrals", [0], ("child_id",))))
    assert one(results, "referrals_received")["status"] == status


def test_a_council_may_tolerate_more():
    rows = "child_id | referral_date\n" + "\n".join(f"c{number} | 2026-10-02" for number in range(10))
    generous = replace(COUNCIL, tolerance=always(0.2))
    results = counted(extract(referrals=rows), checked(("referrals", [0], ("child_id",))), authority=generous)
    assert one(results, "referrals_received")["status"] == "printed"


def test_rows_that_cannot_be_placed_in_a_cohort_are_measured_against_the_whole_list():
    """One referral of four has a date that cannot be read: it may belong to the month, so a quarter is unclear."""
    rows = """
        child_id | referral_date | team
        a        | 2026-10-01    | Ash Town Care
        b        |               | Ash Town Care
        c        | 2026-08-01    |
        d        | 2026-08-01    | """
    results = counted(extract(referrals=rows), checked(("referrals", [1], ("referral_date",))))
    county = one(results, "referrals_received")
    assert (numbers(county), county["affected"], county["status"]) == ((1, 0, 0, 1), 0.25, "withheld")
    assert one(results, "referrals_received", "Ash")["affected"] == 0.5
    assert one(results, "referrals_received", "no district recorded")["affected"] == 0.0


def test_a_check_that_could_not_be_run_vouches_for_no_row():
    broken = checked(errored=[a_rule("referrals", "referral_nfa")])
    results = counted(extract(referrals=REFERRALS), broken)
    row = one(results, "referrals_no_further_action")
    assert (row["affected"], row["status"]) == (1.0, "withheld")
    assert row["reason"] == "a check that this figure relies on could not be run"
    assert numbers(row) == (2, 2, 1, 5)
    assert one(results, "referrals_received")["status"] == "printed"


def test_a_warning_that_could_not_be_run_withholds_nothing(referrals):
    broken = checked(errored=[a_rule("referrals", "referral_nfa", severity=Severity.WARNING)])
    pd.testing.assert_frame_equal(counted(extract(referrals=REFERRALS), broken), referrals)


# Another list's failing rows.

FOLLOWED = {
    "contacts": "child_id | contact_date\na | 2026-10-05\nb | 2026-10-05\nc | 2026-10-05",
    "referrals": "child_id | referral_date\na | 2026-10-05\na | 2026-10-06\nb | 2026-10-06\nc | 2026-09-06",
}


@pytest.mark.parametrize(
    ("failing", "expected"),
    [
        ([], (2, 1, 0, 3)),
        ([2], (1, 1, 1, 3)),  # b's only referral cannot be relied on
        ([0], (2, 1, 0, 3)),  # a was followed by another
        ([3], (2, 0, 1, 3)),  # c's may have been dated wrongly
    ],
)
def test_a_failing_row_on_another_list_makes_the_same_child_not_known(failing, expected):
    found = checked(("referrals", failing, ("referral_date",)))
    assert numbers(one(counted(extract(**FOLLOWED), found), "contacts_leading_to_referral")) == expected


def test_a_copied_referral_does_not_make_its_child_unknown():
    found = checked(("referrals", [3], ("child_id",)))
    assert numbers(one(counted(extract(**FOLLOWED), found), "contacts_leading_to_referral")) == (2, 1, 0, 3)


# Lists and columns that are not there.


def without(conformed, list_name, reason):
    tables = {name: table for name, table in conformed.tables.items() if name != list_name}
    return replace(conformed, tables=tables, missing={list_name: reason})


def test_a_missing_list_takes_its_own_figures_and_no_others():
    results = counted(without(extract(**FOLLOWED), "referrals", "List 3 was not found."))
    row = one(results, "contacts_leading_to_referral")
    assert (row["status"], row["reason"]) == ("not_computable", "List 3 was not found.")
    assert pd.isna(row["yes"])
    assert one(results, "contacts_received")["status"] == "printed"
    touched = {name for name, indicator in INDICATORS.items() if "referrals" in indicator.lists}
    missing = results[results["reason"] == "List 3 was not found."]
    assert set(missing["indicator"]) == touched
    assert len(missing) == results["indicator"].isin(touched).sum()


def test_a_list_that_may_not_be_counted_is_counted_and_withheld(referrals):
    found = checked(withheld={"referrals": "List 3 is of another year."})
    results = counted(extract(referrals=REFERRALS), found)
    row = one(results, "referrals_received")
    assert (row["yes"], row["status"], row["reason"]) == (5, "withheld", "List 3 is of another year.")
    assert one(results, "assessments_completed")["status"] == "printed"


def test_an_empty_list_counts_nought_unless_it_is_withheld():
    row = one(counted(extract()), "referrals_received")
    assert (row["yes"], row["status"]) == (0, "printed")
    found = checked(withheld={"referrals": "List 3 is empty, and nobody has confirmed that it should be."})
    row = one(counted(extract(), found), "referrals_received")
    assert (row["yes"], row["status"]) == (0, "withheld")


def test_a_column_that_is_absent_makes_a_figure_not_computable():
    conformed = replace(extract(referrals=REFERRALS), absent={"referrals": frozenset({"referral_nfa"})})
    row = one(counted(conformed), "referrals_no_further_action")
    assert row["status"] == "not_computable"
    assert row["reason"] == 'the column "Referral NFA?" of List 3 (Referrals) is absent'
    assert one(counted(conformed), "referrals_received")["status"] == "printed"


def test_a_column_that_is_wholly_blank_makes_a_figure_not_computable_never_nought():
    conformed = extract(children_in_need="child_id | cin_start\na | 2026-01-05\nb | 2026-01-05")
    row = one(counted(conformed), "children_in_need_unallocated", window="as_at")
    assert row["status"] == "not_computable"
    assert row["reason"].endswith("is wholly blank")
    assert pd.isna(row["yes"])


def test_a_column_of_ends_may_be_blank_when_everything_is_open():
    conformed = extract(children_in_need="child_id | cin_start | worker\na | 2026-01-05 | W1\nb | 2026-01-05 |")
    assert numbers(one(counted(conformed), "children_in_need_unallocated", window="as_at")) == (1, 1, 0, 2)


def test_a_column_of_dates_may_be_blank_when_the_thing_has_happened_to_nobody():
    """No child was adopted, and none went missing: there is nobody to count, and no column to blame."""
    adoption = "child_id | decision_date\na | 2026-01-05\nb | 2026-01-05"
    care = "child_id | cla_start | legal_status | missing_12m\na | 2026-01-05 | C2 | 0"
    results = counted(extract(adoption=adoption, children_looked_after=care))
    waits = one(results, "adoption_days_entering_care_to_placed", window="twelve_months")
    assert (waits["status"], waits["reason"]) == ("not_computable", "nobody to count")
    offered = one(results, "looked_after_return_interviews_offered", window="as_at")
    assert (offered["status"], offered["reason"]) == ("not_computable", "nobody to count")


def test_a_column_that_must_be_filled_is_never_taken_for_nobody():
    row = one(counted(extract(referrals="child_id | team\na | Ash Town Care")), "referrals_received")
    assert (row["status"], row["reason"]) == (
        "not_computable",
        'the column "Date of referral" of List 3 (Referrals) is wholly blank',
    )


def test_a_column_in_which_nothing_could_be_read_is_not_blank():
    conformed = extract(referrals="child_id | referral_date\na | 2026-10-01")
    words = pd.DataFrame({"referral_nfa": pd.Series(["perhaps"], dtype="str")})
    found = checked(("referrals", [0], ("referral_nfa",)))
    row = one(counted(replace(conformed, received={"referrals": words}), found), "referrals_no_further_action")
    assert (row["status"], numbers(row)) == ("not_computable", (0, 0, 1, 1))
    assert "fail a check" in row["reason"]


def test_a_limit_the_council_has_not_set_is_named():
    results = counted(
        extract(child_protection_plans="child_id | cpp_start | last_stat_visit\na | 2026-01-05 | 2026-10-05"),
        authority=replace(COUNCIL, limits={}),
    )
    row = one(results, "child_protection_visits_within_limit", window="as_at")
    assert row["reason"] == "the council has not set its child protection visit working days"
