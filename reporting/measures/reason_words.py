"""The one place in which the reasons for what is not printed are put into words."""

from __future__ import annotations

from math import isnan

import pandas as pd

from reporting.lists import LISTS
from reporting.model.reasons import Reason, ReasonCode, codes_of


def in_words(reason: Reason | None) -> str:
    """Why a figure is not printed; "" when it is. Without a share of its own the reason stands for many figures."""
    if reason is None:
        return ""
    share = "too many rows" if isnan(reason.share) else f"{_percent(reason.share)} of its rows"
    return reason.code.words.format(about=_called(reason), share=share, said=reason.said)


def words_for_many(figures: pd.DataFrame) -> pd.Series:
    """The words of every figure's reason, by its index, as they stand for many units, each with a share of its own."""
    words = figures["reason"].astype("object").copy()
    failing = codes_of(figures) == ReasonCode.TOO_MANY_FAILING
    if failing.any():
        most = figures.loc[failing, "reason_about"]
        words.loc[failing] = [in_words(Reason(ReasonCode.TOO_MANY_FAILING, str(about))) for about in most]
    return words.astype("str")


def _called(reason: Reason) -> str:
    """What the reason is about, as a reader knows it."""
    if reason.code is ReasonCode.TOO_MANY_FAILING:
        return _percent(float(reason.about))
    if reason.code is ReasonCode.LIMIT_NOT_SET:
        return reason.about.replace("_", " ")
    if reason.code in (ReasonCode.LIST_NOT_FOUND, ReasonCode.LIST_NOT_SENT):
        return LISTS[reason.about].named
    if reason.code in (ReasonCode.COLUMN_ABSENT, ReasonCode.COLUMN_BLANK):
        name, key = reason.about.split(".")
        return f'the column "{LISTS[name].column(key).header}" of {LISTS[name].named}'
    return reason.about


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0") + "%"
