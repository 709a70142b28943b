"""What must be true of the person on any row: id, birth, age, gender, ethnicity, worker."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from expectations.built_in import ColumnValuesToNotBeNull
from expectations.check import Breaks, Check, Named, RulesOf
from expectations.extract import Rows
from reporting.lists.schema import ListSchema, Subject
from reporting.model.quality import Scope

SHORTEST = 20
NOT_SAID = ("NOBT", "REFU", "UNKNOWN")


def rules_about_people(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    """The person rules that the columns of a list allow."""
    if "gender" in schema.keys:
        yield from _gender(on, schema)
    if "ethnicity" in schema.keys:
        yield from _ethnicity(on)
    if "dob" in schema.keys:
        yield from _birth(on)
        yield from _age(on, schema)
    if schema.subject is Subject.CHILD and "worker" in schema.keys:
        yield from _allocation(on, schema)


def _birth(on: RulesOf) -> Iterator[Check]:
    yield on.warning(
        "P06",
        "dob age",
        "A date of birth is given, or the age says the child is unborn.",
        "Enter the date of birth. For an unborn child give the age as -1.",
        lambda rows: rows.blank("dob") & ~rows["age"].eq(-1).fillna(False),
    )
    yield on.error(
        "P07",
        "dob age",
        "A child who has been born was not born in the future.",
        "Correct the date of birth, or give the age as -1 if the child is unborn.",
        lambda rows: (rows["dob"] > rows.list_date) & rows.born,
    )
    yield on.warning(
        "P08",
        "dob age",
        "An unborn child is expected within forty weeks.",
        "Correct the expected date of birth.",
        lambda rows: (rows["dob"] > rows.list_date + pd.Timedelta(weeks=40)) & ~rows.born,
    )


def _age(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    yield on.warning(
        "P09",
        "dob age",
        "The age given is the age that the date of birth makes on the list date.",
        "Check the date of birth; the age used here is worked out from it.",
        _another_age,
    )
    yield on.warning(
        "P10",
        "age",
        "Ages are whole years from -1 (unborn) to 25.",
        "Enter the age in whole years at the last birthday.",
        lambda rows: rows.unreadable("age") | (rows["age"] < -1) | (rows["age"] > 25),
    )
    if on.list == "children_in_need":
        yield _under_18(
            on, "dob age disability", lambda rows: _adult(rows) & ~(rows.has("disability", "Y") & (_years(rows) < 25))
        )
    elif schema.under_age:
        yield _under_18(on, "dob age", _adult)


def _another_age(rows: Rows) -> pd.Series:
    """Not the age on the list date, nor on the day before or after: a birthday is not a fault."""
    given = rows["age"].astype("Float64")
    known = given.between(-1, 25) & rows["dob"].notna() & (rows["dob"] <= rows.list_date)
    right = given.eq(rows.age(shift_days=-1)) | given.eq(rows.age(shift_days=1))  # and so on the day between them
    return known & ~right


def _years(rows: Rows) -> pd.Series:
    """The age as given, or as the date of birth makes it where none was given that can be read."""
    return rows["age"].astype("Float64").fillna(rows.age().astype("Float64"))


def _adult(rows: Rows) -> pd.Series:
    return _years(rows).between(18, 25)


def _under_18(on: RulesOf, columns: str, breaks: Breaks) -> Check:
    return on.warning(
        "P11",
        columns,
        "The list is about children under 18 (under 25 for a disabled child in need).",
        "Check the date of birth, and whether the case belongs with adult services.",
        breaks,
    )


def _gender(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    born = schema.subject is Subject.CHILD  # and so may be still unborn
    yield on.warning(
        "P12",
        "gender dob age" if born else "gender",
        "Gender is stated for everyone who has been born.",
        "Record the gender.",
        lambda rows: rows.blank("gender") | rows.has("gender", "U") & (rows.born if born else True),
    )
    yield on.information(
        "P13",
        "gender",
        "Gender is not stated for at most 2% of the list.",
        "Ask why gender is so often missing: a field may have been left out of the report.",
        lambda rows: too_many(rows.blank("gender") | rows.has("gender", "U"), 0.02),
        scope=Scope.LIST,
    )
    if born:
        yield on.warning(
            "P12b",
            "gender age",
            "The gender of an unborn child is not stated.",
            "Change the gender to not stated, or correct the age if the child has been born.",
            lambda rows: rows["age"].eq(-1) & rows.has("gender", "M", "F"),
        )


def _ethnicity(on: RulesOf) -> Iterator[Check]:
    most = 0.02 if on.list == "children_looked_after" else 0.05
    yield on.warning(
        "P15",
        "ethnicity",
        "Ethnicity is recorded with one of the national codes.",
        "Record the ethnicity; use NOBT if it has not been obtained yet.",
        lambda rows: rows.blank("ethnicity") | rows.unreadable("ethnicity"),
    )
    yield on.information(
        "P16",
        "ethnicity",
        f"Ethnicity is refused or not yet obtained for at most {most:.0%} of the list.",
        "Ask the team to obtain it at the next visit.",
        lambda rows: too_many(rows.has("ethnicity", *NOT_SAID), most),
        scope=Scope.LIST,
    )


def too_many(rows: pd.Series, most: float) -> pd.Series:
    """All of these rows when they are more than ``most`` of the list, otherwise none. A short list has no share."""
    return rows & (len(rows) >= SHORTEST and rows.mean() > most)


def _allocation(on: RulesOf, schema: ListSchema) -> Iterator[Check]:
    for column in ("team", "worker"):
        yield on.warning(
            "P30",
            f"{column} {schema.ends}".strip(),
            "Every open case has a team and a worker.",
            "Allocate the case.",
            _unallocated(column) if schema.ends else ColumnValuesToNotBeNull(column),
        )
    yield on.information(
        "P21",
        "dob gender ethnicity worker",
        "No two ids share a date of birth, gender, ethnicity and worker.",
        "Check whether two records have been opened for one child, and merge them if so.",
        _may_be_the_same_child,
        named=Named.ROWS_AGREE,
    )


def _unallocated(column: str) -> Breaks:
    """The case is open and the column is blank."""
    return lambda rows: rows.blank(column) & rows.open()


def _may_be_the_same_child(rows: Rows) -> pd.Series:
    alike = pd.DataFrame({key: rows[key] for key in ("dob", "gender", "ethnicity", "worker")}).dropna()
    alike["child"] = rows.child[alike.index]
    people = alike[alike["child"] >= 0].drop_duplicates()
    twice = people[people.duplicated(["dob", "gender", "ethnicity", "worker"], keep=False)]
    return pd.Series(rows.child, index=rows["dob"].index).isin(twice["child"])
