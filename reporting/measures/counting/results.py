"""One indicator's results for one window: who is in the cohort, what each answers, and the sums in every unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from reporting.lists import link_between
from reporting.measures import gates
from reporting.measures.counting.basis import CountingBasis
from reporting.measures.indicators.model import Asked, Indicator
from reporting.measures.reason_words import in_words
from reporting.model.figures import RESULT_COLUMNS, Level, Status
from reporting.model.periods import Window
from reporting.model.reasons import Reason, ReasonCode

Sums = dict[str, Any]
"""Arrays of equal length, one for each column of the results, in the order of the units."""


@dataclass(frozen=True)
class Cohort:
    """The rows of one cohort: where each is in its list, what it answers (nan when not known), and why not."""

    positions: np.ndarray
    answers: np.ndarray
    undated: np.ndarray
    failed: np.ndarray  # not known because a check failed
    outside: np.ndarray  # over the whole list: rows that may belong to the cohort, which cannot be told


def results(ground: CountingBasis, indicator: Indicator, asked: Asked, levels: Iterable[str]) -> pd.DataFrame:
    """The results of one indicator for one window, a row for every unit of every level.

    Columns are ``RESULT_COLUMNS``; the index counts from 0, in the order of ``levels`` and of the units of each.
    """
    units = [(level, unit) for level in map(Level, levels) for unit in ground.units[level]]
    reason = gates.why_not_computable(indicator, ground.conformed, ground.checked, asked.limits)
    cohort = None if reason else cohort_of(ground, indicator, asked)
    if cohort is not None and len(cohort.positions):
        reason = gates.why_not_decidable(indicator, ground.conformed)
    if cohort is None or reason:
        sums = _not_computable([reason] * len(units))
    else:
        sums = _summed(ground, indicator, cohort, tuple(map(Level, levels)))
        sums |= _judged(ground, indicator, sums, _held(ground, indicator, asked))
    named = {
        "indicator": indicator.name,
        "window": asked.window.value,
        "level": [level.value for level, _ in units],
        "unit": [unit for _, unit in units],
    }
    return pd.DataFrame({**named, **sums}, columns=list(RESULT_COLUMNS))


def cohort_of(ground: CountingBasis, indicator: Indicator, asked: Asked) -> Cohort:
    """The cohort with every row that fails a check made not known."""
    answers = indicator.function(ground.tables, asked)
    table = ground.tables[indicator.list]
    positions = answers.index.to_numpy(dtype="int64")
    failed = gates.not_known(indicator, ground.failing, ground.tables)[positions]
    failed |= _failed_elsewhere(ground, indicator, asked, answers)
    values = answers.astype("Float64").to_numpy(dtype="float64", na_value=np.nan)
    values = np.where(failed, np.nan, values)
    blank = table[indicator.undated].isna().to_numpy()[positions] if indicator.undated else np.zeros(len(values), bool)
    outside = ground.failing.any_of(
        [column for column in indicator.membership if column.split(".")[0] == indicator.list], len(table)
    )
    outside[positions] = False
    return Cohort(positions, values, blank & ~np.isnan(values), failed, outside)


def _failed_elsewhere(ground: CountingBasis, indicator: Indicator, asked: Asked, answers: pd.Series) -> np.ndarray:
    """Rows of children with a failing row on another list, unless they are yes without it.

    Where no id says which of its rows are whose, a failing row there may be anybody's.
    """
    elsewhere = gates.not_known_elsewhere(indicator, ground.failing, ground.tables)
    touched = np.zeros(len(answers), dtype=bool)
    if not elsewhere:
        return touched
    own = ground.tables[indicator.list]
    sound = dict(ground.tables)
    for name, mask in elsewhere.items():
        other = ground.tables[name]
        if link := link_between(indicator.list, name):
            touched |= own[link].reindex(answers.index).isin(other[link][mask].dropna()).to_numpy(dtype=bool)
        else:
            touched[:] = True
        sound[name] = other[~mask]
    without = indicator.function(sound, asked).reindex(answers.index)
    touched &= ~without.fillna(False).to_numpy(dtype=bool)
    return touched


def _held(ground: CountingBasis, indicator: Indicator, asked: Asked) -> Reason | None:
    """Why the whole figure is withheld, wherever it is counted; nothing when it is not."""
    if held := gates.why_withheld(indicator, ground.checked):
        return held
    if asked.window is Window.MONTH and ground.list_date < asked.span.until:
        return Reason(ReasonCode.MONTH_NOT_FINISHED)
    return None


def _summed(ground: CountingBasis, indicator: Indicator, cohort: Cohort, levels: tuple[Level, ...]) -> Sums:
    """The sums of a cohort in each unit of each level."""
    numbers = ground.numbers[indicator.list]
    everywhere = np.ones(len(numbers[Level.COUNTY]), dtype=bool)

    def each(mask: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
        return np.concatenate(
            [np.bincount(numbers[level][mask], weights, minlength=len(ground.units[level])) for level in levels]
        )

    def members(mask: np.ndarray) -> np.ndarray:
        return each(cohort.positions[mask])

    known = ~np.isnan(cohort.answers)
    size = each(cohort.positions)
    share = members(cohort.failed) / np.maximum(size, 1)
    return {
        "yes": each(cohort.positions[known], cohort.answers[known]),
        "no": members(indicator.scale.composition.noes(cohort.answers)).astype("float64"),
        "unknown": members(~known),
        "undated": members(cohort.undated),
        "cohort": size,
        "affected": _affected(ground, indicator, share, each(cohort.outside), each(everywhere)),
    }


def _affected(
    ground: CountingBasis, indicator: Indicator, failed: np.ndarray, unclear: np.ndarray, rows: np.ndarray
) -> np.ndarray:
    """The share of rows that a failing rule touches; all of them when a check could not be run."""
    if ground.failing.is_unchecked(indicator):
        failed = np.where(rows > 0, 1.0, 0.0)
    share: np.ndarray = np.maximum(failed, unclear / np.maximum(rows, 1))
    return share


def _judged(ground: CountingBasis, indicator: Indicator, sums: Sums, held: Reason | None) -> Sums:
    """Whether each unit's figure may be printed, and the reason when it may not."""
    tolerance = ground.authority.tolerance.needed_on(ground.list_date)
    unchecked = ground.failing.is_unchecked(indicator)
    reasons = [
        held or (gates.too_many_affected(share, tolerance, unchecked=unchecked) if share > tolerance else None)
        for share in sums["affected"]
    ]
    statuses = [Status.WITHHELD.value if reason else Status.PRINTED.value for reason in reasons]
    if indicator.scale.out_of_something:
        known = indicator.scale.composition.known(sums["yes"], sums["no"])
        for unit in np.flatnonzero(known == 0):
            statuses[unit] = Status.NOT_COMPUTABLE.value
            nobody = ReasonCode.NOBODY_KNOWN if sums["cohort"][unit] else ReasonCode.NOBODY_TO_COUNT
            reasons[unit] = reasons[unit] or Reason(nobody)
    return {"status": statuses} | _told(reasons)


def _told(reasons: Sequence[Reason | None]) -> Sums:
    """Reasons as the results keep them: in words, as codes, and what they are about."""
    return {
        "reason": [in_words(reason) for reason in reasons],
        "reason_code": [reason.code.value if reason else ReasonCode.NONE.value for reason in reasons],
        "reason_about": [reason.about if reason else "" for reason in reasons],
    }


def _not_computable(reasons: Sequence[Reason | None]) -> Sums:
    """No value at all, in any unit."""
    size = len(reasons)
    none = np.zeros(size, dtype="int64")
    nothing = {"yes": np.full(size, np.nan), "no": np.full(size, np.nan), "affected": np.zeros(size)}
    status = {"status": [Status.NOT_COMPUTABLE.value] * size}
    return {**nothing, "unknown": none, "undated": none, "cohort": none, **status, **_told(reasons)}
