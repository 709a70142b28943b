"""What is always so of a ledger, whatever the extracts and whatever fails."""

import random

import numpy as np
import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reporting.assurance.ledger import FAULT_COLUMNS, EarlierFollowUp, follow
from reporting.assurance.owners import owners
from reporting.assurance.withholding import Weights
from reporting.lists import LISTS
from reporting.model.quality import Checked, Rule, Severity
from reporting.model.received import Conformed
from tests.oracle.made_up import LIST_DATES, made_up_table
from tests.reporting.council import TEAMS

some = settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
seeds = st.integers(0, 10**6)
FIRST, SECOND = sorted(LIST_DATES)[-2:]
LISTS_ASKED = ("contacts", "children_in_need", "prospective_adopters")
WHAT_NAMES_A_FAULT = [name for name in FAULT_COLUMNS if name not in ("position", "row")]
RULES = tuple(
    Rule(f"T{number}", name, severity, (column,), "a rule of the tests", "nothing")
    for number, (name, column, severity) in enumerate(
        [
            ("contacts", "contact_date", Severity.ERROR),
            ("contacts", "contact_source", Severity.WARNING),
            ("children_in_need", "cin_start", Severity.WARNING),
            ("children_in_need", "age", Severity.INFORMATION),
            ("prospective_adopters", "enquiry_date", Severity.ERROR),
        ]
    )
)


def extract(draws, list_date, rows):
    tables = {name: made_up_table(draws, LISTS[name], list_date, rows) for name in LISTS_ASKED}
    received = {name: table.drop(columns="row").astype("str") for name, table in tables.items()}
    return Conformed(tables, received, {}, {}, "later", (), ())


def checks(draws, rows, *, wanting=False):
    asked = [rule for rule in RULES if not wanting or draws.random() < 0.8]
    broken = [
        (rule.list, place, rule.key, True)
        for rule in asked
        for place in draws.sample(range(rows), k=draws.randint(0, rows))
    ]
    return Checked(
        findings=(),
        failing=pd.DataFrame(broken, columns=["list", "position", "rule", "mend"]),
        rules={rule.key: rule for rule in asked},
        withheld_lists={},
        not_run=frozenset(rule.key for rule in RULES if rule not in asked),
    )


def ledger(lists, found, list_date, earlier=None, confirmed=frozenset(), whose=None):
    return follow(
        lists,
        found,
        whose or owners(lists.tables, TEAMS, list_date),
        list_date=list_date,
        weights=Weights(),
        earlier=earlier,
        confirmed=confirmed,
    )


def two_extracts(draws, rows):
    """Two extracts that share about half of their rows."""
    first, other = extract(draws, FIRST, rows), extract(draws, FIRST, rows)
    chosen = [place + rows * draws.choice((0, 1)) for place in range(rows)]

    def mixed(ours, theirs):
        return pd.concat([ours, theirs], ignore_index=True).take(chosen).reset_index(drop=True)

    tables = {name: mixed(first.tables[name], other.tables[name]) for name in LISTS_ASKED}
    received = {name: mixed(first.received[name], other.received[name]) for name in LISTS_ASKED}
    return first, Conformed(tables, received, {}, {}, "later", (), ())


def turned(lists, found, list_date, order):
    """The same extract, what its checks found and whose its rows are, with its rows in another order."""
    new_place = np.argsort(order)
    whose = owners(lists.tables, TEAMS, list_date)
    tables, received, whose = (
        {name: frame.iloc[order].reset_index(drop=True) for name, frame in frames.items()}
        for frames in (lists.tables, lists.received, whose)
    )
    failing = found.failing.assign(position=new_place[found.failing["position"].astype("int64")])
    found = Checked((), failing, found.rules, {}, not_run=found.not_run)
    return Conformed(tables, received, {}, {}, "later", (), ()), found, whose


@some
@given(seed=seeds)
def test_the_order_of_the_rows_never_changes_the_ledger(seed):
    draws, rows = random.Random(seed), 12
    first, second = two_extracts(draws, rows)
    found, later = checks(draws, rows), checks(draws, rows)
    order = np.array(draws.sample(range(rows), k=rows))
    told = ledger(first, found, FIRST)
    other, other_found, whose = turned(first, found, FIRST, order)
    other_told = ledger(other, other_found, FIRST, whose=whose)
    assert told.faults[WHAT_NAMES_A_FAULT].equals(other_told.faults[WHAT_NAMES_A_FAULT])
    before = EarlierFollowUp(other_told.faults, other_told.remembered, other, {})
    after = ledger(second, later, SECOND, EarlierFollowUp(told.faults, told.remembered, first, {}))
    other, other_found, whose = turned(second, later, SECOND, order[::-1])
    other_after = ledger(other, other_found, SECOND, before, whose=whose)
    assert after.faults[WHAT_NAMES_A_FAULT].equals(other_after.faults[WHAT_NAMES_A_FAULT])
    assert after.put_right.equals(other_after.put_right)


@some
@given(seed=seeds)
def test_every_failing_row_is_in_the_ledger_once_and_in_one_state(seed):
    draws, rows = random.Random(seed), 12
    first, second = two_extracts(draws, rows)
    found, later = checks(draws, rows), checks(draws, rows)
    told = ledger(first, found, FIRST)
    confirmed = frozenset(draws.sample(told.faults["reference"].tolist(), k=len(told.faults) // 2))
    after = ledger(second, later, SECOND, EarlierFollowUp(told.faults, told.remembered, first, {}), confirmed).faults
    assert len(after) == len(later.failing)
    assert after["fault"].is_unique
    assert after["reference"].is_unique
    counts = after["state"].value_counts()
    assert sum(counts.get(state, 0) for state in ("new", "open", "confirmed")) == len(after)
    assert not (after["severity"].eq("error") & after["state"].eq("confirmed")).any()
    assert set(zip(after["rule"], after["position"], strict=True)) == set(
        zip(later.failing["rule"], later.failing["position"], strict=True)
    )


@some
@given(seed=seeds)
def test_every_earlier_fault_was_put_right_or_is_still_there_or_was_carried_over(seed):
    draws, rows = random.Random(seed), 12
    lists = extract(draws, FIRST, rows)
    found, later = checks(draws, rows), checks(draws, rows, wanting=True)
    told = ledger(lists, found, FIRST)
    after = ledger(lists, later, FIRST, EarlierFollowUp(told.faults, told.remembered, lists, {}))
    still = told.faults["fault"].isin(after.faults["fault"])
    assert still.sum() + after.put_right["faults"].sum() == len(told.faults)
    carried = after.faults["rule"].isin(later.not_run)
    assert carried.sum() == told.faults["rule"].isin(later.not_run).sum()
    assert after.faults.loc[~after.faults["state"].eq("new"), "fault"].isin(told.faults["fault"]).all()
    assert (after.faults.loc[carried, "position"] >= 0).all(), "the rows are there, though nobody checked them"


@some
@given(seed=seeds)
def test_the_same_week_again_is_all_open_and_nothing_is_put_right(seed):
    draws, rows = random.Random(seed), 12
    lists = extract(draws, FIRST, rows)
    found = checks(draws, rows)
    told = ledger(lists, found, FIRST)
    again = ledger(lists, found, SECOND, EarlierFollowUp(told.faults, told.remembered, lists, {}))
    changed = ["state"]
    assert again.faults.drop(columns=changed).equals(told.faults.drop(columns=changed))
    assert again.faults["state"].eq("open").all()
    assert again.put_right.empty
