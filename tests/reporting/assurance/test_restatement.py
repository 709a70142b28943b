"""Which figures are told again otherwise, and by which causes."""

from datetime import date

import pandas as pd
import pytest

from reporting.assurance.restatement import (
    RESTATEMENT_WORDS,
    Restatement,
    RowChanges,
    restated,
    row_changes,
    why_restated,
)
from reporting.lists import LISTS
from reporting.measures.examples import cells, typed
from reporting.model.causes import Cause
from reporting.model.received import Conformed

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
SAME_DAY = (OCTOBER, OCTOBER)
COUNT = ("count", Cause.CODE, "reporting.measures")
EXTRACT = ("take_in", Cause.EXTRACT, "extract")
LIMITS = ("count", Cause.SETTINGS, "limits")
TEAMS = ("count", Cause.SETTINGS, "teams")
RETURNS = ("count", Cause.SETTINGS, "returns")
OPEN = ("count", Cause.DEFINITION, "children_in_need_open")
OTHER = ("count", Cause.DEFINITION, "referrals_received")
HOLIDAYS = ("count", Cause.REFERENCE, "calendar")
DAY = ("count", Cause.REQUEST, "list_date")
PANDAS = ("count", Cause.LIBRARY, "pandas")
BEFORE = dict.fromkeys((COUNT, EXTRACT, LIMITS, TEAMS, OPEN, OTHER, HOLIDAYS, DAY, PANDAS), "as it was")
REFERRALS = """
    child_id | referral_date | referral_source | team
    A        | 2026-10-01    | 1A              | Fylde
    B        | 2026-10-02    | 1A              | Fylde
"""


def figures(**changed):
    row = {"indicator": "children_in_need_open", "window": "as_at", "level": "county", "unit": "Lancashire"}
    row |= {"yes": 40.0, "no": 0.0, "unknown": 0, "value": 40.0, "status": "printed", "band": "", "reason": ""}
    return pd.DataFrame([row | changed, row | {"indicator": "referrals_received", "value": 7.0}])


def why(*changed, rows=None, indicators=("children_in_need_open",)):
    return why_restated(BEFORE, BEFORE | dict.fromkeys(changed, "changed"), rows, indicators)


def lists(text):
    lines = [line.strip() for line in text.strip().splitlines()]
    table = typed(LISTS["referrals"], cells(lines))
    return Conformed({"referrals": table}, {}, {}, {}, "later", (), ())


def test_the_figures_that_differ_are_named():
    found = restated(figures(), figures(value=41.0, yes=41.0))
    assert found.to_dict("records") == [
        {"indicator": "children_in_need_open", "window": "as_at", "level": "county", "unit": "Lancashire"}
    ]


def test_the_same_figures_are_the_same_whatever_their_order_and_columns():
    shuffled = figures().iloc[::-1].reset_index(drop=True).assign(low=1.0, mark="u")
    assert restated(figures(), shuffled).empty
    assert restated(figures(), figures(reason="put in other words")).empty


def test_unknown_is_the_same_as_unknown_and_not_as_nought():
    assert restated(figures(value=None), figures(value=None)).empty
    assert len(restated(figures(value=None), figures(value=0.0))) == 1


def test_a_figure_that_only_one_telling_has_differs():
    assert restated(figures(), figures().head(1))["indicator"].tolist() == ["referrals_received"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (LIMITS, Restatement.THRESHOLD),
        (TEAMS, Restatement.SETTINGS),
        (RETURNS, Restatement.RETURN),
        (COUNT, Restatement.CODE),
        (PANDAS, Restatement.CODE),
        (OPEN, Restatement.REDEFINITION),
        (HOLIDAYS, Restatement.REFERENCE),
        (DAY, Restatement.LIST_DATE),
    ],
)
def test_each_cause_has_its_own_code(changed, code):
    assert why(changed) == (code,)


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (RowChanges(2, 0, 0), (Restatement.LATE_ENTRY,)),
        (RowChanges(0, 1, 0), (Restatement.CORRECTION,)),
        (RowChanges(0, 0, 1), (Restatement.DELETION,)),
        (RowChanges(1, 1, 1), (Restatement.LATE_ENTRY, Restatement.CORRECTION, Restatement.DELETION)),
        (None, (Restatement.NOT_KNOWN,)),
    ],
)
def test_a_change_of_the_extract_is_told_by_its_rows(rows, codes):
    assert why(EXTRACT, rows=rows) == codes


def test_rows_say_nothing_where_the_extract_is_the_same():
    assert why(LIMITS, rows=RowChanges(1, 1, 1)) == (Restatement.THRESHOLD,)


def test_another_measures_definition_is_not_why():
    assert why(OTHER) == (Restatement.NOT_KNOWN,)
    assert why(OTHER, indicators=("referrals_received",)) == (Restatement.REDEFINITION,)


def test_what_an_earlier_release_made_has_no_cause():
    assert why_restated({}, BEFORE, None, ()) == (Restatement.NOT_KNOWN,)


def test_every_code_has_its_words():
    assert set(RESTATEMENT_WORDS) == set(Restatement)


def test_rows_that_came_changed_and_went():
    now = REFERRALS.replace("B        |", "C        |")
    assert row_changes(lists(REFERRALS), lists(now), days=SAME_DAY) == RowChanges(1, 0, 1)
    now = REFERRALS.replace("2026-10-02    | 1A              | Fylde", "2026-10-02    | 1A              | Pendle")
    assert row_changes(lists(REFERRALS), lists(now), days=SAME_DAY) == RowChanges(0, 1, 0)
    assert row_changes(lists(REFERRALS), lists(REFERRALS), days=SAME_DAY) == RowChanges(0, 0, 0)


def test_a_referral_of_after_the_earlier_day_is_not_late():
    now = REFERRALS + "    C | 2026-10-03 | 1A | Fylde\n    D | 2026-09-29 | 1A | Fylde\n"
    assert row_changes(lists(REFERRALS), lists(now), days=(SEPTEMBER, OCTOBER)) == RowChanges(1, 0, 0)


def test_a_referral_that_the_later_list_does_not_reach_back_to_was_not_deleted():
    before = REFERRALS + "    C | 2026-04-15 | 1A | Fylde\n    D | 2026-06-01 | 1A | Fylde\n"
    assert row_changes(lists(before), lists(REFERRALS), days=(SEPTEMBER, OCTOBER)) == RowChanges(0, 0, 1)
