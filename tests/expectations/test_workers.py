"""List S1, workers: a clean roster keeps every rule, and each of its rules has a row that breaks it and no other."""

import re

import pytest

from expectations import CHECKS
from reporting.lists import LISTS
from tests.expectations.small_council import conformed, extract, said

SUE = said("worker_id=W1 role=SW team=North-1 hours=37 started=2021-03-01")
TOM = said("worker_id=W2 role=TM team=South-1 hours=30 started=2019-09-02 left=2026-06-30")
CLEAN = (SUE, TOM)
CROWD = {"P03", "P04", "T03"}  # they look at rows together

TWINS = """
    P01      | worker_id=
    P23      | role=nonsense
    P24      | started=31/02/2026
    P24      | left=31/02/2026
    P26      | started=2026-11-20
    P27      | started=1989-05-05
    P29      | left=2025-09-01
    P33      | hours=several
    P36      | role=
    P36      | started=
    P37      | left=2021-02-01 started=2026-09-01
    S1.01    | hours=0
    S1.01    | hours=70
    S1.02    | team=
    T01      | team=Elsewhere-9
    T02      | team=Old-1
"""


def failing(*rows):
    """Which rules each row fails."""
    asked = extract({"workers": rows})
    found = [(check.rule.id, check.held_by(asked)) for check in CHECKS["workers"]]
    return [{id for id, held in found if not held.iloc[place]} for place in range(len(rows))]


@pytest.mark.parametrize("twin", re.findall(r"(\S+) +\| (.+)", TWINS), ids=lambda twin: f"{twin[0]}: {twin[1]}")
def test_a_twin_breaks_its_rule(twin):
    rule, cells = twin
    clean, broken = failing(SUE, SUE | {"worker_id": "W9"} | said(cells))
    assert clean == set()
    assert rule in broken
    assert {rule} == broken or rule.startswith("P"), "a rule of the list's own, or of teams, breaks no other"


def test_a_worker_twice_and_a_row_copied_are_found():
    assert failing(SUE, SUE | {"role": "PA"}) == [{"P04"}, {"P04"}]
    assert failing(SUE, SUE) == [set(), {"P03"}]
    assert failing(SUE, TOM) == [set(), set()]


def test_every_rule_of_the_list_has_a_twin():
    told = {rule for rule, _ in re.findall(r"(\S+) +\| (.+)", TWINS)} | CROWD
    assert {check.rule.id for check in CHECKS["workers"]} == told


def test_no_rule_about_children_is_asked_of_workers():
    guarded = {column for check in CHECKS["workers"] for column in check.rule.columns}
    assert guarded <= set(LISTS["workers"].keys)
    assert conformed({"workers": CLEAN}).tables["workers"]["hours"].tolist() == [37, 30]
