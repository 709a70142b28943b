"""Annex A list 1, contacts: what must hold before anyone is counted."""

import pandas as pd

from expectations.built_in import ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.extract import Rows
from expectations.people import too_many
from expectations.structure import suite
from reporting.model.quality import Scope

BUSY = 5  # contacts a working day: below this a day without any is no surprise

on = RulesOf("contacts")


def beside_an_empty_day(rows: Rows) -> pd.Series:
    """The first row of the day that follows a working day without any contact, or of the last day that precedes one."""
    calendar, begins, a_day = rows.extract.calendar, rows.months_ago(rows.schema.months_back), pd.Timedelta(days=1)
    dated = rows["contact_date"].dropna()
    dated = dated[(dated > begins) & (dated <= rows.list_date)].sort_values(kind="stable")
    if len(dated) < BUSY * calendar.working_days_between(begins.date(), rows.list_date.date()):
        return rows.none()
    days = dated.drop_duplicates()
    empty = calendar.working_days(days.shift(fill_value=begins), days - a_day) > 0
    empty.iloc[-1] |= calendar.working_days_between(days.iloc[-1].date(), (rows.list_date - a_day).date()) > 0
    return empty.reindex(rows.none().index)


CHECKS = suite(
    "contacts",
    on.error(
        "1.01",
        "contact_date",
        "Every contact has a date.",
        "Enter the day the contact was received.",
        ColumnValuesToNotBeNull("contact_date"),
    ),
    on.warning(
        "1.02",
        "contact_source",
        "Every contact says who made it.",
        "Choose the source of the contact.",
        ColumnValuesToNotBeNull("contact_source"),
    ),
    on.information(
        "1.03",
        "child_id contact_date contact_source",
        "One source makes one contact about a child on a day.",
        "Check whether the same contact was entered more than once.",
        lambda rows: (
            pd.DataFrame({key: rows[key] for key in ("child_id", "contact_date", "contact_source")})
            .dropna()
            .duplicated(keep=False)
            .reindex(rows.none().index)
        ),
        named=Named.ROWS_AGREE,
    ),
    on.warning(
        "1.04",
        "contact_source",
        "The source is unknown or “other” for at most 15% of contacts.",
        "Ask the front door to choose the real source.",
        lambda rows: too_many(rows.has("contact_source", "10", "8"), 0.15),
        scope=Scope.LIST,
    ),
    on.warning(
        "1.05",
        "contact_date",
        "Every working day has contacts, in a list that has at least five a day.",
        "A day is missing beside these rows: run the list again.",
        beside_an_empty_day,
        scope=Scope.LIST,
    ),
)
