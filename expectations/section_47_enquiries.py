"""Annex A list 5, section 47 enquiries and initial conferences: what must hold before anyone is counted."""

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.structure import suite
from reporting.model.timescales import CONFERENCE_WORKING_DAYS

ANOTHER_ENQUIRY = 60

on = RulesOf("section_47_enquiries")

CHECKS = suite(
    "section_47_enquiries",
    on.error(
        "5.01",
        "s47_start",
        "Every enquiry has a start date.",
        "Enter the day of the strategy discussion that began the enquiry.",
        ColumnValuesToNotBeNull("s47_start"),
    ),
    on.error(
        "5.02",
        "s47_start icpc_date",
        "A conference does not come before its enquiry.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("icpc_date", "s47_start"),
    ),
    on.error(
        "5.03",
        "icpc_unnecessary icpc_date",
        "A conference that was called unnecessary was not held.",
        "Correct the answer or remove the date.",
        lambda rows: rows.has("icpc_unnecessary", "Y") & rows.filled("icpc_date"),
    ),
    on.warning(
        "5.04",
        "icpc_unnecessary icpc_date s47_start",
        "A conference that is needed is held within 15 working days.",
        "Hold the conference, or enter its date.",
        lambda rows: (
            rows.has("icpc_unnecessary", "N")
            & rows.blank("icpc_date")
            & (rows.working_days("s47_start") > CONFERENCE_WORKING_DAYS)
        ),
        named=Named.IN_TIME,
    ),
    on.warning(
        "5.05",
        "icpc_unnecessary icpc_date s47_start",
        "Within 15 working days it is decided whether a conference is needed.",
        "Record the decision.",
        lambda rows: (
            rows.blank("icpc_unnecessary")
            & rows.blank("icpc_date")
            & (rows.working_days("s47_start") > CONFERENCE_WORKING_DAYS)
        ),
        named=Named.IN_TIME,
    ),
    on.error(
        "5.06",
        "icpc_date icpc_plan",
        "A conference that was held has a result.",
        "Record whether the conference decided on a plan.",
        lambda rows: rows.filled("icpc_date") & rows.blank("icpc_plan"),
    ),
    on.error(
        "5.07",
        "icpc_date icpc_plan",
        "The result of a conference has the conference's date beside it.",
        "Enter the date of the conference, or remove the result.",
        lambda rows: rows.filled("icpc_plan") & rows.blank("icpc_date"),
    ),
    on.warning(
        "5.08",
        "icpc_date",
        "Conferences are held on working days.",
        "Check the date: it falls on a weekend or bank holiday.",
        lambda rows: rows["icpc_date"].notna() & ~rows.on_a_working_day("icpc_date"),
    ),
    on.warning(
        "5.11",
        "child_id s47_12m s47_start",
        "The count of enquiries in twelve months is not smaller than the earlier ones listed here.",
        "Correct the count, or the enquiries that are listed.",
        lambda rows: rows["s47_12m"] < rows.earlier("s47_start"),
        named=Named.ROWS_AGREE,
    ),
    on.warning(
        "5.12",
        "child_id icpc_12m icpc_date",
        "The count of conferences in twelve months is not smaller than the earlier ones listed here.",
        "Correct the count, or the conferences that are listed.",
        lambda rows: rows["icpc_12m"] < rows.earlier("icpc_date"),
        named=Named.ROWS_AGREE,
    ),
    on.information(
        "5.13",
        "child_id s47_start",
        "Two enquiries about a child are more than ten days apart.",
        "Check whether one enquiry was entered twice.",
        lambda rows: rows.child_has("section_47_enquiries", "s47_start", "s47_start", (-10, -1)),
        named=Named.ROWS_AGREE,
    ),
    on.warning(
        "5.15",
        "s47_start icpc_date",
        "A conference follows its enquiry within 60 working days.",
        "Check whether the conference belongs to another enquiry.",
        lambda rows: rows.working_days("s47_start", "icpc_date") > ANOTHER_ENQUIRY,
        named=Named.IN_TIME,
    ),
    on.warning(
        "P29",
        "s47_start icpc_unnecessary icpc_date",
        "Every row belongs to the months that the list covers.",
        "Leave out enquiries that were decided before the list's months begin, or correct the date.",
        lambda rows: (
            (rows["s47_start"] < rows.months_ago(6))
            & (rows.has("icpc_unnecessary", "Y") | (rows["icpc_date"] < rows.months_ago(6)))
        ),
    ),
)
