"""What may be written in a council's files: one class a table, every key stated."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Discriminator, Field, Strict, Tag

from reporting.lists import ANNEX_A
from reporting.model.agreements import Reach
from reporting.model.figures import Level
from reporting.model.periods import Window
from tasks.configuration.files import PLAIN, VALUE_BY_VALUE, Shape

Count = Annotated[int, Field(ge=1)]
Number = float  # a whole number will do
Words = Annotated[str, Field(min_length=1)]


class AgreedTable(Shape):
    """One value that somebody agreed: where that is written, who set it, for whom, and between which days."""

    source: Words
    set_by: Words
    reach: Annotated[Reach, Strict(False)]
    valid_from: date | None = None
    valid_until: date | None = None


def _in_double_brackets(found: object) -> object:
    is_one_table = isinstance(found, dict)
    if is_one_table:
        raise ValueError("should be in double square brackets, so that another value can follow")
    return found


def _how_written(found: object) -> str:
    return VALUE_BY_VALUE if isinstance(found, list) and any(isinstance(one, dict) for one in found) else PLAIN


A = TypeVar("A", bound=AgreedTable)
Values = Annotated[list[A], BeforeValidator(_in_double_brackets), Field(min_length=1)]
"""Each value that something has had or will have, in a block of its own."""


class LimitTable(AgreedTable):
    """A local timescale."""

    value: Count
    unit: str
    assumed: bool


class ToleranceTable(AgreedTable):
    """The share of rows that may be affected by errors."""

    value: Annotated[Number, Field(ge=0, lt=1)]


class SmallestGradedTable(AgreedTable):
    """The smallest denominator that is graded."""

    value: Count


class ListsTable(AgreedTable):
    """Lists that somebody has confirmed are right as they came."""

    value: list[str]


Tolerance = Annotated[
    Annotated[Annotated[Number, Field(ge=0, lt=1)], Tag(PLAIN)] | Annotated[list[ToleranceTable], Tag(VALUE_BY_VALUE)],
    Discriminator(_how_written),
]
SmallestGraded = Annotated[
    Annotated[Count, Tag(PLAIN)] | Annotated[list[SmallestGradedTable], Tag(VALUE_BY_VALUE)],
    Discriminator(_how_written),
]
Confirmed = Annotated[
    Annotated[list[str], Tag(PLAIN)] | Annotated[list[ListsTable], Tag(VALUE_BY_VALUE)], Discriminator(_how_written)
]


class MarkingTable(Shape):
    """How far a pack may travel."""

    words: str
    levels: list[Annotated[Level, Strict(False)]]
    lowest: Count = 1
    highest: Count = 5


class ExtractTable(Shape):
    """Where each month's extract is put, and each week's."""

    location: Annotated[str, Field(pattern=r"\{period\}")]
    weekly_location: Annotated[str, Field(pattern=r"\{week\}")]


class ScheduleTable(Shape):
    """When the monthly and the weekly cycle start."""

    working_day: Annotated[int, Field(ge=1, le=20)]
    weekday: Annotated[int, Field(ge=1, le=7)]
    time: time
    timezone: str


class CutOffsTable(AgreedTable):
    """Where a heat map's colours change."""

    green: Number
    amber: Number


class QualityTable(Shape):
    """How the council works on the quality of its data."""

    may_confirm: Annotated[list[str], Field(min_length=1)]
    postcode_areas: list[Annotated[str, Field(pattern=r"^[A-Z]{1,2}$")]]


class AuthorityFile(Shape):
    """authority.toml."""

    name: str
    ons_code: Annotated[str, Field(pattern=r"^E\d{8}$")]
    county_unit: str
    comparator_areas: list[str]
    localities: list[str]
    districts: list[str]
    tolerance: Tolerance
    smallest_graded: SmallestGraded
    confirmed_empty: Confirmed
    confirmed_whole: Confirmed = Field(default_factory=list)
    lists: list[str] = Field(default_factory=lambda: [*ANNEX_A], min_length=1)
    limits: dict[str, Values[LimitTable]]
    markings: dict[str, MarkingTable]
    extract: ExtractTable
    schedule: ScheduleTable
    roles: dict[str, str]
    quality: QualityTable
    cut_offs: dict[str, Values[CutOffsTable]] = Field(default_factory=dict)


class BandsTable(AgreedTable):
    """The four thresholds exactly as printed."""

    inadequate: str
    requires_improvement: str
    good: str
    outstanding: str


class TargetTable(AgreedTable):
    """The figure that a plan asks for."""

    operator: Literal["<", "<=", ">=", ">", "="]
    value: Number
    by: str = ""
    note: str = ""
    baseline: Number | None = None
    baseline_at: str = ""


class MeasureTable(Shape):
    """What is agreed about one indicator."""

    window: Annotated[Window, Strict(False)]
    note: str = ""
    bands: Values[BandsTable] = Field(default_factory=list, validate_default=False)
    target: Values[TargetTable] = Field(default_factory=list, validate_default=False)


class ColumnsFile(Shape):
    """columns.toml."""

    headings: dict[str, dict[str, str]]
    values: dict[str, dict[str, str]]
