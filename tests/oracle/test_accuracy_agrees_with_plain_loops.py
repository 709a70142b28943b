"""Accuracy, counted again one row at a time, and its parts against the whole."""

import random
from collections import Counter

import pandas as pd
import pytest

from reporting.assurance.accuracy import information_of, measure
from reporting.assurance.owners import NO_TEAM, owners
from reporting.lists import ANNEX_A
from reporting.model.figures import Level
from reporting.model.quality import FAILING_ROW_COLUMNS, Checked, Rule, Scope, Severity
from tests.oracle.made_up import LIST_DATES, made_up_extract
from tests.reporting.council import COUNCIL, TEAMS

ROWS = 14
IDS = ("P24", "P17", "T01", "P30", "P04", "7.77")


def made_up_rules(draws):
    """Failing rows of made-up rules of every severity and scope, some of a list as a whole."""
    rules, failing = {}, []
    for _ in range(60):
        name = draws.choice(list(ANNEX_A))
        columns = tuple(draws.sample(ANNEX_A[name].keys, k=draws.choice((1, 1, 2))))
        scope = draws.choice((Scope.ROW, Scope.ROW, Scope.ROW, Scope.LIST))
        rule = Rule(draws.choice(IDS), name, draws.choice(list(Severity)), columns, "a rule", "nothing", scope)
        if rule.id == "T01" and "team" not in ANNEX_A[name].keys:
            continue
        rules[rule.key] = rule
        failing += [(name, position, rule.key, True) for position in draws.sample(range(ROWS), k=draws.randint(0, 4))]
    table = pd.DataFrame(failing, columns=list(FAILING_ROW_COLUMNS)).drop_duplicates()
    return Checked((), table, rules, {draws.choice(list(ANNEX_A)): "it was not found"})


def in_plain_loops(found, tables, owned, list_date):
    """The same counts: (measure, name, list, level, unit) -> (checked, right)."""
    looked_at, right = Counter(), Counter()
    fails = {(row.list, row.position, row.rule) for row in found.failing.itertuples()}
    for name, table in tables.items():
        if name in found.withheld_lists:
            continue
        rules = [rule for rule in found.rules.values() if rule.list == name]
        for position in range(len(table)):
            where = owned[name].iloc[position]
            team = "no district recorded" if where["team"] == NO_TEAM else where["team"]
            units = {
                "county": "Treeshire", "locality": where["locality"], "district": where["district"], "team": team,
            }  # fmt: skip
            wrong, asked = set(), set()
            for rule in rules:
                about = [("rule", rule.id, name)] if rule.scope is Scope.ROW else []
                slow = rule.id in {"2.03", "4.05", "4.06", "6.21", "7.18", "10.11", "11.07"}
                if rule.scope is Scope.ROW and rule.severity is not Severity.INFORMATION and not slow:
                    about.append(("list", name, name))
                kind = information_of(rule)
                if kind and is_about(kind, table.iloc[position], ANNEX_A[name].ends, list_date):
                    about.append(("information", kind.value, ""))
                asked.update(about)
                if (name, position, rule.key) in fails:
                    wrong.update(about)
            for what in asked:
                for level, unit in units.items():
                    looked_at[*what, level, unit] += 1
                    right[*what, level, unit] += what not in wrong
    return {key: (number, right[key]) for key, number in looked_at.items()}


def is_about(kind, row, ends, list_date):
    if kind == "team_hierarchy":
        return isinstance(row["team"], str)
    if kind == "allocation" and ends:
        return not (row[ends] == row[ends] and row[ends].date() <= list_date)  # NaT is not equal to itself
    return True


@pytest.mark.parametrize("seed", range(6))
def test_every_count_agrees_and_parts_sum_to_the_whole(seed):
    draws = random.Random(seed)
    list_date = LIST_DATES[seed % len(LIST_DATES)]
    tables = made_up_extract(draws, list_date, ROWS).tables
    tables["referrals"].loc[tables["referrals"].index[:3], "team"] = "Ash Town Assessment"
    found, owned = made_up_rules(draws), owners(tables, TEAMS, list_date)
    table = measure(found, tables, owned, COUNCIL, list_date)
    counts = {tuple(map(str, row[:5])): tuple(row[5:]) for row in table.itertuples(index=False, name=None)}
    assert counts == in_plain_loops(found, tables, owned, list_date)
    whole = table.groupby(["measure", "name", "list", "level"])[["checked", "right"]].sum()
    for _, levels in whole.groupby(["measure", "name", "list"]):
        assert len(levels) == len([level for level in Level if level is not Level.AGE_GROUP])
        assert (levels == levels.iloc[0]).all(axis=None)
