"""The columns of results and figures: the only numbers that leave the counting."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The grain a figure is given at."""

    COUNTY = "county"
    LOCALITY = "locality"
    DISTRICT = "district"
    TEAM = "team"
    AGE_GROUP = "age_group"


NO_DISTRICT = "no district recorded"
COUNTY_WIDE = "county-wide"
OTHER_AGES = "other ages"
AGE_GROUPS = ("17-18", "19-21", "22-25")


class Status(StrEnum):
    """Whether a figure may be printed."""

    PRINTED = "printed"
    WITHHELD = "withheld"  # the data cannot support it; the value is kept in the record and not shown
    NOT_COMPUTABLE = "not_computable"  # there is no value: nobody to count, no population, a column absent


RESULT_COLUMNS = (  # text, where nothing else is said
    "indicator",  # name
    "window",  # Window
    "level",  # Level
    "unit",  # county name, locality, district, team or age group; or a remainder
    "yes",  # float: how many are yes; or a sum, of days or of pounds
    "no",  # float: how many are no (0 for counts and rates); or how many were added up
    "unknown",  # int: cohort rows whose answer is not known
    "undated",  # int: of those whose answer is known, how many have no date at all
    "cohort",  # int: rows in the cohort, yes + no + unknown
    "affected",  # float: share of rows that an error rule, or an errored check, touches
    "status",  # Status
    "reason",  # why it is not printed, in words; "" when it is
    "reason_code",  # ReasonCode
    "reason_about",  # the list, the column, the limit or the share that the reason is about
)

FIGURE_COLUMNS = (
    "authority",
    "period",
    *RESULT_COLUMNS,
    "numerator",  # yes
    "denominator",  # what its scale is out of: yes and no, the population, how many were averaged; or unknown
    "value",  # in the unit of its scale, unrounded; unknown when NOT_COMPUTABLE
    "band",  # "", inadequate, requires_improvement, good, outstanding
    "band_note",  # why there is no band, or "between printed bands", in words
    "band_note_code",  # BandNote
)
