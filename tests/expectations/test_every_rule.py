"""Every rule lets a clean row pass, and fails its broken twin: exactly that rule, exactly that row."""

from collections import defaultdict
from functools import cache

import pytest

from expectations import CHECKS
from expectations.check import Check
from reporting.lists import LISTS
from tests.expectations.between_twins import BETWEEN
from tests.expectations.broken_twins import Twin, derived, written
from tests.expectations.crowd_twins import CROWD_RULES, CROWDS
from tests.expectations.small_council import CLEAN, Lists, extract, said

every_list = pytest.mark.parametrize("name", list(CLEAN))
BETWEEN_CHECKS = tuple(
    check
    for checks in CHECKS.values()
    for check in checks
    if check.needs or check.earlier or check.rule.id in {"P17", "P18", "P19", "P20"}
)


def failing(lists: Lists, checks: tuple[Check, ...], earlier: Lists = CLEAN) -> dict[tuple[str, int], set[Check]]:
    """The checks that each row fails."""
    asked, found = extract(lists, earlier), defaultdict(set)
    for check in checks:
        held = check.held_by(asked)
        for position in held.index[~held]:
            found[check.rule.list, position].add(check)
    return found


def ids(checks: set[Check]) -> set[str]:
    return {check.rule.id for check in checks}


def test_clean_lists_keep_every_rule():
    assert not failing(CLEAN, tuple(check for name in CLEAN for check in CHECKS[name]))


def beside_clean(name: str, twins: list[Twin]) -> Lists:
    """The clean rows of one list, and after them each twin as a row about somebody else."""
    key = LISTS[name].identity
    rows = [CLEAN[name][twin.row] | {key: f"9{place:04d}"} | said(twin.cells) for place, twin in enumerate(twins)]
    return {name: (*CLEAN[name], *rows)}


@cache
def own_failing(name: str) -> list[tuple[Twin, set[Check]]]:
    """Each twin of a list with the checks it fails, of those that look at one row of one list."""
    checks = tuple(check for check in CHECKS[name] if check not in BETWEEN_CHECKS and check.rule.id not in CROWD_RULES)
    stated = ids(set(checks))
    twins = [*(twin for twin in derived(name) if set(twin.breaks) <= stated), *written(name)]
    found, first = failing(beside_clean(name, twins), checks), len(CLEAN[name])
    return [(twin, found.get((name, first + place), set())) for place, twin in enumerate(twins)]


@every_list
def test_a_written_twin_fails_its_own_rule_and_no_other(name):
    found = [(twin, ids(checks)) for twin, checks in own_failing(name) if not twin.derived]
    assert not [f"{twin.cells}: {failed}, not {twin.breaks}" for twin, failed in found if failed != set(twin.breaks)]


@every_list
def test_an_impossible_value_fails_its_rule_and_only_rules_about_its_column(name):
    wrong = []
    for twin, checks in own_failing(name):
        others = {check for check in checks if check.rule.id not in twin.breaks}
        beside = {check.rule.key for check in others if not set(check.rule.columns) & twin.changes}
        if twin.derived and (beside or not set(twin.breaks) <= ids(checks)):
            wrong.append(f"{twin.cells}: {ids(checks)}, not {twin.breaks}")
    assert not wrong


@cache
def crowd_failing(place: int) -> dict[tuple[str, int], set[Check]]:
    crowd = CROWDS[place]
    return failing(crowd.lists, tuple(check for check in CHECKS[crowd.list] if check.rule.id == crowd.rule))


@pytest.mark.parametrize("place", range(len(CROWDS)), ids=lambda place: f"{CROWDS[place].list} {CROWDS[place].rule}")
def test_rows_that_are_wrong_together_fail_together(place):
    assert {position for _, position in crowd_failing(place)} == CROWDS[place].fails


@cache
def between_failing(place: int) -> dict[tuple[str, int], set[Check]]:
    return failing(BETWEEN[place].lists, BETWEEN_CHECKS, BETWEEN[place].earlier)


@pytest.mark.parametrize(
    "place", range(len(BETWEEN)), ids=lambda place: f"{BETWEEN[place].list} {BETWEEN[place].breaks[0]}"
)
def test_lists_that_disagree_fail_where_they_disagree(place):
    twin, found = BETWEEN[place], between_failing(place)
    assert {id for checks in found.values() for id in ids(checks)} == set(twin.breaks)
    assert twin.breaks[0] in ids(found[twin.list, twin.row])


def test_every_check_has_a_twin_that_breaks_it():
    broken = {check for name in CLEAN for _, checks in own_failing(name) for check in checks}
    together = [crowd_failing(place) for place in range(len(CROWDS))]
    together += [between_failing(place) for place in range(len(BETWEEN))]
    broken |= {check for found in together for checks in found.values() for check in checks}
    everything = {check for name in CLEAN for check in CHECKS[name]}
    assert not sorted(check.rule.key for check in everything - broken)
