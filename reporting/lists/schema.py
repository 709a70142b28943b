"""What a list is: its columns, its codes and the words its headings go by. Each list states itself once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of the column holds, and so the dtype of the conformed column."""

    ID = "id"  # str: leading zeros kept, never a number
    DATE = "date"  # datetime64[us], at midnight
    WHOLE_NUMBER = "whole_number"  # Int64
    CODE = "code"  # category, whose categories are the code set's codes
    TEXT = "text"  # str
    POSTCODE = "postcode"  # str
    URN = "urn"  # str


class Needed(StrEnum):
    """When a blank is a fault (the words of the Annex A guidance)."""

    ALWAYS = "always"
    SHOULD = "should"
    WHEN_BORN = "when_born"
    IF_ENDED = "if_ended"
    IF_HELD = "if_held"
    IF_DECIDED = "if_decided"
    IF_AGREED = "if_agreed"
    IF_IN_TOUCH = "if_in_touch"
    IF_MATCHED = "if_matched"
    IF_REVERSED = "if_reversed"
    IF_LEFT = "if_left"
    IF_MISSING = "if_missing_gt_0"
    IF_INTERVIEW_OFFERED = "if_rhi_offered"
    UNLESS_TEMPORARY = "unless_temporary"
    UNLESS_CONFIDENTIAL = "unless_confidential"
    IF_REGISTERED_SETTING = "if_registered_setting"
    LATER_LAYOUT = "later_edition"


@dataclass(frozen=True)
class Code:
    """One code: as we hold it, as the template prints it, and in words."""

    code: str
    printed: str
    label: str
    group: str = ""


@dataclass(frozen=True)
class CodeSet:
    """The codes a column may hold. ``spellings`` maps other ways of writing (casefolded) to a code.

    ``anywhere``: the code may stand anywhere among the words, in capitals. ``several``: the code that stands for
    two or more of the others in one cell.
    """

    name: str
    codes: tuple[Code, ...]
    spellings: Mapping[str, str] = field(default_factory=dict)
    anywhere: bool = False
    several: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The codes themselves, in printed order."""
        return tuple(code.code for code in self.codes)


@dataclass(frozen=True)
class Column:
    """One column of a list, under the name we use everywhere (``key``)."""

    key: str
    header: str
    kind: Kind
    needed: Needed
    code_set: CodeSet | None = None
    variants: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    later_layout_only: bool = False


@dataclass(frozen=True)
class DateOrder:
    """``before`` may not come after ``after`` (nor, when strict, fall on the same day). Soft orders warn."""

    before: str
    after: str
    strict: bool = False
    soft: bool = False


@dataclass(frozen=True)
class ListSchema:
    """One child-level list."""

    name: str
    number: int
    title: str
    grain: str
    sheet_names: tuple[str, ...]
    key: tuple[str, ...]
    starts: str  # the date that says when a row's event began
    ends: str  # the date that closes it; "" where the list has none
    months_back: int
    columns: tuple[Column, ...]
    date_orders: tuple[DateOrder, ...]
    source: str

    def column(self, key: str) -> Column:
        """The column named ``key``."""
        return next(column for column in self.columns if column.key == key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the columns, in printed order."""
        return tuple(column.key for column in self.columns)
