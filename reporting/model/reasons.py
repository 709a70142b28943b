"""Why a figure is not printed, and why one has no band: codes, with what they are about kept apart from the words."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import pandas as pd

from reporting.model.codes import WordedCode


class ReasonCode(WordedCode):
    """Why a figure is not printed. ``{about}`` and ``{share}`` are filled in by ``reporting.measures.reason_words``."""

    NONE = "", ""
    LIST_NOT_USABLE = "list_not_usable", "{said}"
    LIST_NOT_FOUND = "list_not_found", "{about} was not found"
    LIST_NOT_SENT = "list_not_sent", "{about} is not among the lists that the council sends."
    COLUMN_ABSENT = "column_absent", "{about} is absent"
    COLUMN_BLANK = "column_blank", "{about} is wholly blank"
    LIMIT_NOT_SET = "limit_not_set", "the council has not set its {about}"
    MONTH_NOT_FINISHED = "month_not_finished", "month not finished"
    CHECK_NOT_RUN = "check_not_run", "a check that this figure relies on could not be run"
    TOO_MANY_FAILING = "too_many_failing", "{share} fail a check this figure relies on (at most {about} may)"
    NOBODY_TO_COUNT = "nobody_to_count", "nobody to count"
    NOBODY_KNOWN = "nobody_known", "nobody whose answer is known"
    NO_POPULATION = "no_population", "no population"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole", "the part is more than the whole"
    NOT_RETURNED = "not_returned", "not returned"
    NOT_YET_KNOWN = "not_yet_known", "not yet known by those who return it"
    NIL_RETURN = "nil_return", "nil return: there was nothing to measure"
    NOT_APPLICABLE = "not_applicable", "not applicable"
    NOT_CODED = "not_coded", ""  # kept before reasons had codes: only its words are known


NOBODYS_FAULT = frozenset(
    {
        ReasonCode.LIST_NOT_SENT,
        ReasonCode.NOBODY_TO_COUNT,
        ReasonCode.NOBODY_KNOWN,
        ReasonCode.NO_POPULATION,
        ReasonCode.NIL_RETURN,
        ReasonCode.NOT_APPLICABLE,
    }
)
"""There is no value, and nothing is wrong with the data."""


@dataclass(frozen=True)
class Reason:
    """Why one figure is not printed.

    ``about`` is the list, the column (as ``list.column``), the limit, or the share of rows that may fail. ``share`` is
    the share that does, which may differ in every unit. ``said`` is what was said of a list that cannot be used.
    """

    code: ReasonCode
    about: str = ""
    share: float = nan
    said: str = ""


class BandNote(WordedCode):
    """What is to be said of a figure's band, or why it has none. ``{about}`` is a day or a number."""

    NONE = "", ""
    NO_THRESHOLD = "no_threshold", "threshold not set by the board"
    BETWEEN_BANDS = "between_bands", "between printed bands"
    FOR_ALL_AGES = "for_all_ages", "the board's thresholds are for all ages together"
    OTHER_WINDOW = "other_window", "the board's thresholds are for another window"
    FROM_A_DAY = "from_a_day", "the board's thresholds are in force from {about}"
    UNTIL_A_DAY = "until_a_day", "the board's thresholds were in force until {about}"
    TOO_FEW = "too_few", "fewer than {about} to grade"
    OFF_THE_SCALE = "off_the_scale", "the value is off the printed scale"

    def about(self, about: object = "") -> str:
        """The note in words."""
        return self.words.format(about=about)


def codes_of(figures: pd.DataFrame) -> pd.Series:
    """The ``ReasonCode`` of every figure, by its index, as text.

    A record kept before reasons had codes has only their words. Those that say nothing is wrong with the data are known
    again by the very sentence; the rest are ``NOT_CODED``.
    """
    by_words = {code.words: code.value for code in (ReasonCode.NONE, *sorted(NOBODYS_FAULT))}
    coded = figures["reason"].astype(str).map(by_words).fillna(ReasonCode.NOT_CODED.value)
    if "reason_code" in figures:
        coded = figures["reason_code"].astype("object").where(figures["reason_code"].notna(), coded)
    return coded.astype("str")
