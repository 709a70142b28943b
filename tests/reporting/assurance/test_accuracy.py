"""Records right of records checked: by rule, by list and by type of information, wherever their owners work."""

from datetime import date

import pandas as pd
import pytest

from reporting.assurance.accuracy import ACCURACY_COLUMNS, measure
from reporting.assurance.owners import owners
from reporting.measures.examples import LIST_DATE
from reporting.model.figures import Level
from reporting.model.quality import FAILING_ROW_COLUMNS, Checked, Rule, Scope, Severity
from tests.reporting.council import COUNCIL, TEAMS, extract

CASES = """
    child_id | cin_start  | cin_end    | team                | worker
    a        | 2026-01-01 |            | Ash Town Assessment | w1
    b        | 2026-02-01 |            | Ash Town Assessment |
    c        | 2026-03-01 | 2026-05-01 | Closed Team         | w2
    d        | 2026-04-01 |            | Cedar Safeguarding  | w3
    e        |            |            |                     |"""
CHILDREN_LOOKED_AFTER = """
    child_id | cla_start  | ceased_date | team         | worker
    l        | 2026-01-01 |             | Leaving Care | w4"""


def rule(id, columns, severity=Severity.ERROR, scope=Scope.ROW, of="children_in_need"):
    return Rule(id, of, severity, tuple(columns.split()), "a rule of the tests", "nothing", scope)


def found(*broken, withheld=None, errored=()):
    """What checking found: each of ``broken`` is a rule and the positions that fail it."""
    failing = [(rule.list, position, rule.key, True) for rule, positions in broken for position in positions]
    return Checked(
        (),
        pd.DataFrame(failing, columns=list(FAILING_ROW_COLUMNS)),
        {rule.key: rule for rule, _ in broken},
        withheld or {},
        frozenset(errored),
    )


def measured(checked, **lists):
    tables = extract(**lists).tables
    return measure(checked, tables, owners(tables, TEAMS, LIST_DATE), COUNCIL, LIST_DATE)


def shares(table, measure, name, level):
    """``right of checked`` by unit."""
    wanted = table[(table["measure"] == measure) & (table["name"] == name) & (table["level"] == level)]
    return dict(zip(wanted["unit"], wanted["right"].astype(str) + " of " + wanted["checked"].astype(str), strict=True))


NO_START = rule("6.01", "cin_start", Severity.WARNING)
NO_DATE = rule("P24", "cin_end")
NO_DATE_EITHER = rule("P24", "cin_start")
UNALLOCATED = rule("P30", "worker cin_end", Severity.WARNING)
ENDED = rule("T02", "team", Severity.WARNING)
ODD = rule("6.17", "last_seen cin_start", Severity.INFORMATION)
SHARE = rule("6.20", "cin_close_reason", Severity.WARNING, Scope.LIST)
EXAMPLE = found(
    (NO_START, [4]), (NO_DATE, [0]), (NO_DATE_EITHER, [0, 1]), (UNALLOCATED, [1, 4]), (ENDED, [2]), (ODD, [3]),
    (SHARE, [3]),
)  # fmt: skip


@pytest.fixture(scope="module")
def worked():
    return measured(EXAMPLE, children_in_need=CASES)


def test_a_rule_is_right_for_the_rows_that_do_not_fail_it_under_any_of_its_columns(worked):
    assert list(worked.columns) == list(ACCURACY_COLUMNS)
    assert shares(worked, "rule", "P24", Level.COUNTY) == {"Treeshire": "3 of 5"}
    assert shares(worked, "rule", "P24", Level.TEAM) == {
        "Ash Town Assessment": "0 of 2",
        "Cedar Safeguarding": "1 of 1",
        "no district recorded": "2 of 2",
    }


def test_a_record_of_a_list_is_right_when_it_fails_no_error_and_no_warning(worked):
    assert shares(worked, "list", "children_in_need", Level.COUNTY) == {"Treeshire": "1 of 5"}
    assert shares(worked, "list", "children_in_need", Level.DISTRICT) == {
        "Ash": "0 of 2",
        "Cedar": "1 of 1",  # fails what is for information, and what is said of the whole list
        "no district recorded": "0 of 2",
    }


def test_what_is_said_of_a_whole_list_has_no_right_records(worked):
    assert shares(worked, "rule", "6.20", Level.COUNTY) == {}
    assert shares(worked, "rule", "6.17", Level.COUNTY) == {"Treeshire": "4 of 5"}


def test_team_hierarchy_is_asked_of_every_row_that_names_a_team_open_or_closed(worked):
    assert shares(worked, "information", "team_hierarchy", Level.COUNTY) == {"Treeshire": "3 of 4"}
    assert shares(worked, "information", "team_hierarchy", Level.DISTRICT) == {
        "Ash": "2 of 2",
        "Cedar": "1 of 1",
        "no district recorded": "0 of 1",
    }


def test_a_team_in_two_places_is_wrong_though_no_row_is_for_it():
    doubled = rule("T03", "team", Severity.WARNING, Scope.LIST)
    table = measured(found((ENDED, [2]), (doubled, [0, 1])), children_in_need=CASES)
    assert shares(table, "information", "team_hierarchy", Level.COUNTY) == {"Treeshire": "1 of 4"}
    assert shares(table, "list", "children_in_need", Level.COUNTY) == {"Treeshire": "4 of 5"}
    assert shares(table, "rule", "T03", Level.COUNTY) == {}


def test_allocation_is_asked_of_open_cases(worked):
    assert shares(worked, "information", "allocation", Level.COUNTY) == {"Treeshire": "2 of 4"}


def test_a_type_of_information_is_over_all_lists():
    both = found((NO_DATE, [0]), (rule("P24", "cla_start", of="children_looked_after"), []))
    table = measured(both, children_in_need=CASES, children_looked_after=CHILDREN_LOOKED_AFTER)
    assert shares(table, "information", "events", Level.COUNTY) == {"Treeshire": "5 of 6"}
    assert shares(table, "information", "events", Level.LOCALITY) == {
        "North": "1 of 2",
        "South": "1 of 1",
        "county-wide": "1 of 1",
        "no district recorded": "2 of 2",
    }
    assert set(table.loc[table["measure"] == "information", "list"]) == {""}


def test_a_withheld_list_has_no_accuracy_and_nor_has_an_empty_one():
    withheld = found((NO_DATE, [0]), withheld={"children_in_need": "it is of another year"})
    assert measured(withheld, children_in_need=CASES).empty
    assert measured(found((NO_DATE, []))).empty


def test_a_check_that_went_wrong_vouches_for_nothing():
    wrong = found((NO_DATE, []), (UNALLOCATED, [1]), errored=[NO_DATE.key])
    table = measured(wrong, children_in_need=CASES)
    assert set(zip(table["measure"], table["name"], strict=True)) == {("rule", "P30"), ("information", "allocation")}


def test_a_check_that_went_wrong_and_is_not_known_vouches_for_nothing_of_its_list():
    wrong = found((NO_DATE, []), errored=["children_in_need:9.99:cin_start"])
    assert set(measured(wrong, children_in_need=CASES)["measure"]) == {"rule"}


def test_rows_that_have_gone_make_no_row_that_is_there_right():
    assert measured(found((rule("M01", "cin_end", Severity.WARNING), [])), children_in_need=CASES).empty


def test_a_closed_team_is_no_unit_and_a_date_after_the_list_date_is_not_yet_an_end():
    cases = """
        child_id | cin_end    | team                | worker
        a        | 2026-11-05 | Ash Town Assessment |
        b        | 2026-10-31 | Ash Town Assessment | """
    table = measured(found((UNALLOCATED, [0])), children_in_need=cases)
    assert shares(table, "information", "allocation", Level.TEAM) == {"Ash Town Assessment": "0 of 1"}
    assert date(2026, 10, 31) == LIST_DATE
