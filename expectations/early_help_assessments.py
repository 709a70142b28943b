"""Annex A list 2, early help assessments: what must hold before anyone is counted."""

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.structure import suite

on = RulesOf("early_help_assessments")

CHECKS = suite(
    "early_help_assessments",
    on.error(
        "2.01",
        "eh_start",
        "Every early help assessment has a start date.",
        "Enter the day the assessment began.",
        ColumnValuesToNotBeNull("eh_start"),
    ),
    on.error(
        "2.02",
        "eh_start eh_end",
        "Early help does not end before it starts.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("eh_end", "eh_start"),
    ),
    on.warning(
        "2.03",
        "eh_start eh_end",
        "Early help is not open for more than a year.",
        "Close it if the work has ended, or review why it goes on.",
        lambda rows: rows.open() & (rows["eh_start"] < rows.months_ago(12)),
        named=Named.IN_TIME,
    ),
    on.warning(
        "2.05",
        "eh_org",
        "Every early help assessment names the organisation that does it.",
        "Enter the organisation completing the assessment.",
        ColumnValuesToNotBeNull("eh_org"),
    ),
)
