"""What may be written in a council's files: one class a table, every key stated."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field, Strict

from reporting.model.figures import Level
from reporting.model.periods import Window
from tasks.configuration.files import Shape

Count = Annotated[int, Field(ge=1)]
Number = float  # a whole number will do


class LimitTable(Shape):
    """A local timescale."""

    value: Count
    unit: str
    assumed: bool
    source: str


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


class CutOffsTable(Shape):
    """Where a heat map's colours change."""

    green: Number
    amber: Number
    source: str
    valid_from: date


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
    tolerance: Annotated[Number, Field(ge=0, lt=1)]
    smallest_graded: Count
    confirmed_empty: list[str]
    confirmed_whole: list[str] = Field(default_factory=list)
    limits: dict[str, LimitTable]
    markings: dict[str, MarkingTable]
    extract: ExtractTable
    schedule: ScheduleTable
    roles: dict[str, str]
    quality: QualityTable
    cut_offs: dict[str, CutOffsTable] = Field(default_factory=dict)


class BandsTable(Shape):
    """The four thresholds exactly as printed."""

    inadequate: str
    requires_improvement: str
    good: str
    outstanding: str
    source: str
    valid_from: date


class TargetTable(Shape):
    """The figure that a plan asks for."""

    operator: Literal["<", "<=", ">=", ">", "="]
    value: Number
    source: str
    by: str = ""
    note: str = ""
    baseline: Number | None = None
    baseline_at: str = ""


class MeasureTable(Shape):
    """What is agreed about one indicator."""

    window: Annotated[Window, Strict(False)]
    note: str = ""
    bands: BandsTable | None = None
    target: TargetTable | None = None


class ColumnsFile(Shape):
    """columns.toml."""

    headings: dict[str, dict[str, str]]
    values: dict[str, dict[str, str]]
