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


class Subject(StrEnum):
    """What a row of a list is about."""

    CHILD = "child"
    WORKER = "worker"
    CARER = "carer"
    FAMILY = "family"
    CASE = "case"
    PLACE = "place"


class RowKind(StrEnum):
    """What a row of a list tells of, and so when it may begin and when it may be gone."""

    EVENT = "event"  # over as soon as it has happened: a contact
    COURSE = "course"  # it began in the list's months and runs until it ends: an assessment
    STATE = "state"  # it may have begun at any time, and stands until it ends: a child in care


class Service(StrEnum):
    """A part of the service that has a view of its own over the lists it works from."""

    EARLY_HELP = "early help"
    FOSTERING_AND_ADOPTION = "fostering and adoption"


class PlacedBy(StrEnum):
    """How a row is given to a team or a district."""

    TEAM = "its own team"
    DISTRICT = "its own district"
    CHILD = "the team that the child is known to"
    LIST = "the team of another list's row with the same id"
    NOTHING = "nothing: it is of the council as a whole"


@dataclass(frozen=True)
class Placing:
    """How the rows of a list are placed: by what, told by which ``column``, and ``through`` which other list."""

    by: PlacedBy
    column: str = ""
    through: str = ""


BY_TEAM = Placing(PlacedBy.TEAM, "team")
BY_CHILD = Placing(PlacedBy.CHILD, "child_id")
NOT_PLACED = Placing(PlacedBy.NOTHING)


@dataclass(frozen=True)
class ListSchema:
    """One list: what its rows are about, how they are placed and known, and its columns.

    ``code`` is what people call it by, after "List"; ``short_name`` is for a narrow column. ``key`` begins with the id
    of whom or what a row is about. An ``optional`` list may be left out of any extract. ``believed`` ranks the lists
    where two tell different things of a child, 1 first, and ``tells_team`` says that a child's team is taken from it.
    ``under_age`` is the age that everybody on it is under (0: it is bound to none), and little happens on a ``quiet``
    one. ``services`` are those that work from it.
    """

    name: str
    code: str
    title: str
    short_name: str
    subject: Subject
    placing: Placing
    grain: str
    sheet_names: tuple[str, ...]
    key: tuple[str, ...]
    starts: str  # the date that says when a row's event began
    ends: str  # the date that closes it; "" where the list has none
    months_back: int
    columns: tuple[Column, ...]
    date_orders: tuple[DateOrder, ...]
    source: str
    row_kind: RowKind = RowKind.STATE
    optional: bool = False
    believed: int = 0
    tells_team: bool = False
    under_age: int = 0
    quiet: bool = False
    services: tuple[Service, ...] = ()

    @property
    def called(self) -> str:
        """The list as people refer to it: List 6."""
        return f"List {self.code}"

    @property
    def named(self) -> str:
        """The list with its title: List 6 (Children in need)."""
        return f"{self.called} ({self.title})"

    @property
    def not_sent(self) -> str:
        """In words, that the council does not send it."""
        return f"{self.named} is not among the lists that the council sends."

    @property
    def identity(self) -> str:
        """The column that says whom, or what, a row is about."""
        return self.key[0]

    @property
    def recurring(self) -> tuple[str, ...]:
        """The dates of the latest of what comes round again: visits, reviews, checks. They never move back."""
        return tuple(
            column.key for column in self.columns if column.kind is Kind.DATE and column.key.startswith("last_")
        )

    def column(self, key: str) -> Column:
        """The column named ``key``."""
        return next(column for column in self.columns if column.key == key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the columns, in printed order."""
        return tuple(column.key for column in self.columns)
