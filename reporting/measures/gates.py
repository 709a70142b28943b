"""Which rows become not known, and which figures may not be printed: decided from what the checks found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reporting.lists import LISTS, in_order, link_between
from reporting.lists.schema import Needed
from reporting.measures.indicators.model import Indicator
from reporting.model.quality import Checked, Severity
from reporting.model.reasons import Reason, ReasonCode
from reporting.model.received import Conformed, Tables

ONCE_IT_HAS_HAPPENED = (Needed.IF_ENDED, Needed.IF_HELD)  # blank for everybody when it has happened to nobody


@dataclass(frozen=True)
class Failing:
    """The rows that fail an error rule, under each column the rule guards (``list.column``).

    ``unchecked`` are the columns guarded by a check that could not itself be run; ``list.*`` stands for a
    whole list.
    """

    rows: Mapping[str, np.ndarray]
    unchecked: frozenset[str]

    def any_of(self, columns: Iterable[str], size: int) -> np.ndarray:
        """Which of ``size`` rows fail under any of the columns."""
        failed = np.zeros(size, dtype=bool)
        for column in columns:
            if column in self.rows:
                failed |= self.rows[column]
        return failed

    def is_unchecked(self, indicator: Indicator) -> bool:
        """Whether a check this indicator relies on could not be run."""
        whole_lists = {f"{name}.*" for name in indicator.lists}
        return bool(self.unchecked & (whole_lists | set(indicator.columns)))


def failing_rows(checked: Checked, tables: Tables) -> Failing:
    """The failing rows of the error rules, turned into one mask a column."""
    masks: dict[str, np.ndarray] = {}
    found = checked.failing[checked.failing["position"].notna()]
    for (name, rule_id), rows in found.groupby(["list", "rule"], observed=True):
        rule = checked.rules[str(rule_id)]
        if rule.severity is not Severity.ERROR or rule.list != name or name not in tables:
            continue
        positions = rows["position"].to_numpy(dtype="int64")
        for column in rule.columns:
            mask = masks.setdefault(f"{name}.{column}", np.zeros(len(tables[name]), dtype=bool))
            mask[positions] = True
    return Failing(masks, _unchecked(checked))


def _unchecked(checked: Checked) -> frozenset[str]:
    """The columns guarded by a check that went wrong; the whole list when its rule is not known."""
    columns: set[str] = set()
    for key in checked.errored:
        rule = checked.rules.get(key)
        if rule is None:
            columns.add(f"{key.split(':')[0]}.*")
        elif rule.severity is Severity.ERROR:
            columns |= {f"{rule.list}.{column}" for column in rule.columns}
    return frozenset(columns)


def columns_of(indicator: Indicator, list_name: str) -> list[str]:
    """The columns of one list that an indicator depends on, as ``list.column``."""
    return [column for column in indicator.columns if column.split(".")[0] == list_name]


def not_known(indicator: Indicator, failing: Failing, tables: Tables) -> np.ndarray:
    """The rows of the indicator's own list that fail an error rule on a column it depends on."""
    return failing.any_of(columns_of(indicator, indicator.list), len(tables[indicator.list]))


def not_known_elsewhere(indicator: Indicator, failing: Failing, tables: Tables) -> Mapping[str, np.ndarray]:
    """For each other list, its rows that fail on a column the indicator takes from there.

    The id that both lists bear is only the link: a row whose id fails is not known to be that child's, say.
    """
    found = {}
    for name in sorted(indicator.lists - {indicator.list}):
        link = link_between(indicator.list, name)
        columns = [column for column in columns_of(indicator, name) if column != f"{name}.{link}"]
        mask = failing.any_of(columns, len(tables[name]))
        if mask.any():
            found[name] = mask
    return found


def why_not_computable(
    indicator: Indicator, conformed: Conformed, checked: Checked, limits: Collection[str]
) -> Reason | None:
    """Why there can be no value at all; nothing when there can."""
    for name in in_order(indicator.lists):
        if name not in conformed.sent:
            return Reason(ReasonCode.LIST_NOT_SENT, name)
        if name in conformed.missing or name not in conformed.tables:
            said = checked.withheld_lists.get(name) or conformed.missing.get(name)
            return Reason(ReasonCode.LIST_NOT_USABLE if said else ReasonCode.LIST_NOT_FOUND, name, said=said or "")
    for column in dict.fromkeys(indicator.columns):
        if _is_absent(column, conformed):
            return Reason(ReasonCode.COLUMN_ABSENT, column)
    for column in indicator.membership:
        needed = LISTS[indicator.list].column(column.split(".")[1]).needed
        if needed not in ONCE_IT_HAS_HAPPENED and _is_blank(column, conformed):
            return Reason(ReasonCode.COLUMN_BLANK, column)
    for limit in indicator.limits:
        if limit not in limits:
            return Reason(ReasonCode.LIMIT_NOT_SET, limit)
    return None


def why_not_decidable(indicator: Indicator, conformed: Conformed) -> Reason | None:
    """Why nobody in a cohort can be answered for: a deciding column in which nothing was given."""
    for column in indicator.decides:
        if _is_blank(column, conformed):
            return Reason(ReasonCode.COLUMN_BLANK, column)
    return None


def why_withheld(indicator: Indicator, checked: Checked) -> Reason | None:
    """Why a value that can be worked out may not be printed, whichever unit it is for; nothing when it may."""
    for name in in_order(indicator.lists):
        if name in checked.withheld_lists:
            return Reason(ReasonCode.LIST_NOT_USABLE, name, said=checked.withheld_lists[name])
    return None


def too_many_affected(share: float, tolerance: float, *, unchecked: bool) -> Reason:
    """Why a unit's figure is withheld when more of its rows are affected than the council tolerates."""
    if unchecked:
        return Reason(ReasonCode.CHECK_NOT_RUN)
    return Reason(ReasonCode.TOO_MANY_FAILING, repr(tolerance), share=share)


def _is_absent(column: str, conformed: Conformed) -> bool:
    name, key = column.split(".")
    return key in conformed.absent.get(name, frozenset())


def _is_blank(column: str, conformed: Conformed) -> bool:
    """Whether a list has rows and nothing at all in a column: a value that could not be read is not a blank."""
    name, key = column.split(".")
    table = conformed.tables[name]
    if table.empty or LISTS[name].column(key).needed is Needed.IF_ENDED or table[key].notna().any():
        return False
    received = conformed.received.get(name, pd.DataFrame())
    return key not in received or not bool(received[key].notna().any())
