"""How a column is stated, and the columns that most lists share."""

from __future__ import annotations

from reporting.lists.code_sets.answers import DISABILITY_ANSWERS
from reporting.lists.code_sets.people import ETHNICITIES, GENDERS
from reporting.lists.schema import CodeSet, Column, Kind, Needed


def identifier(key: str, header: str, needed: Needed, *, variants: tuple[str, ...] = (), pattern: str = "") -> Column:
    """Who or what the row is about: text, never a number."""
    return Column(key, header, Kind.ID, needed, variants=variants, pattern=pattern)


def day(
    key: str,
    header: str,
    needed: Needed,
    *,
    variants: tuple[str, ...] = (),
    pattern: str = "",
    later_layout_only: bool = False,
) -> Column:
    """A date, without a time."""
    return Column(
        key, header, Kind.DATE, needed, variants=variants, pattern=pattern, later_layout_only=later_layout_only
    )


def whole_number(
    key: str, header: str, needed: Needed, *, minimum: int, variants: tuple[str, ...] = (), pattern: str = ""
) -> Column:
    """A whole number, from ``minimum`` up."""
    return Column(key, header, Kind.WHOLE_NUMBER, needed, variants=variants, pattern=pattern, minimum=minimum)


def coded(
    key: str,
    header: str,
    code_set: CodeSet,
    needed: Needed,
    *,
    variants: tuple[str, ...] = (),
    pattern: str = "",
    later_layout_only: bool = False,
) -> Column:
    """One of the codes of a code set."""
    return Column(key, header, Kind.CODE, needed, code_set, variants, pattern, None, later_layout_only)


def words(
    key: str,
    header: str,
    needed: Needed,
    *,
    variants: tuple[str, ...] = (),
    code_set: CodeSet | None = None,
    later_layout_only: bool = False,
) -> Column:
    """Free words. A ``code_set`` names codes that may stand in their place; the column stays text."""
    return Column(key, header, Kind.TEXT, needed, code_set, variants, later_layout_only=later_layout_only)


def postcode(key: str, header: str, needed: Needed, *, variants: tuple[str, ...] = ()) -> Column:
    """A postcode."""
    return Column(key, header, Kind.POSTCODE, needed, variants=variants)


def urn(key: str, header: str, needed: Needed, *, variants: tuple[str, ...] = ()) -> Column:
    """Ofsted's unique reference number of a setting."""
    return Column(key, header, Kind.URN, needed, variants=variants)


CHILD_ID = identifier(
    "child_id",
    "Child Unique ID",
    Needed.ALWAYS,
    variants=("Child ID", "Unique Child ID", "Child Identifier", "LA Child ID", "ChildUniqueID"),
    pattern=r"\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b",
)
GENDER = coded("gender", "Gender", GENDERS, Needed.ALWAYS, variants=("Sex",))
ETHNICITY = coded("ethnicity", "Ethnicity", ETHNICITIES, Needed.ALWAYS, variants=("Ethnic Origin", "Ethnic Group"))
DOB = day(
    "dob",
    "Date of Birth",
    Needed.WHEN_BORN,  # an expected date of birth may stand here for an unborn child
    variants=("DOB", "D.O.B", "Birth Date", "DateOfBirth"),
    pattern=r"date.*birth",
)
AGE = whole_number(
    "age",
    "Age of Child (Years)",
    Needed.SHOULD,
    minimum=-1,  # the guidance writes an unborn child's age as -1
    variants=("Age", "Age of Child", "Age (Years)"),
    pattern=r"^age\b",
)
DISABILITY = coded(
    "disability",
    "Does the Child have a Disability",
    DISABILITY_ANSWERS,
    Needed.ALWAYS,
    variants=("Disability", "Disabled", "HasDisability"),
)
TEAM = words("team", "Allocated Team", Needed.SHOULD, variants=("Team", "AllocatedTeam"))
WORKER = words(
    "worker",
    "Allocated Worker",
    Needed.SHOULD,
    variants=("Worker", "Social Worker", "Allocated Social Worker", "AllocatedWorker"),
)
