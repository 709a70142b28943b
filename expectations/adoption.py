"""Annex A list 10, adoption: what must hold before anyone is counted."""

from expectations.built_in import ColumnPairValuesAToBeGreaterThanB, ColumnValuesToNotBeNull
from expectations.check import Named, RulesOf
from expectations.structure import suite

TEN_WEEKS = 70  # days from placement before an order can be sought: Adoption and Children Act 2002, section 42
TO_A_MATCH = 121  # days from placement order to match: the adoption scorecard's threshold

on = RulesOf("adoption")

CHECKS = suite(
    "adoption",
    on.error(
        "10.01",
        "decision_date",
        "Every row has the date of the decision that the child should be placed for adoption.",
        "Enter the date of the decision.",
        ColumnValuesToNotBeNull("decision_date"),
    ),
    on.error(
        "10.02",
        "entered_care decision_date",
        "The decision comes after the child entered care.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("decision_date", "entered_care"),
    ),
    on.error(
        "10.03",
        "matched placed",
        "A child is matched before being placed.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("placed", "matched"),
    ),
    on.error(
        "10.04",
        "decision_date matched",
        "A child is matched after the decision.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("matched", "decision_date"),
    ),
    on.warning(
        "10.05",
        "decision_date placement_order",
        "The placement order comes after the decision.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("placement_order", "decision_date"),
    ),
    on.error(
        "10.06",
        "placed adoption_order",
        "The adoption order comes after the placement.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("adoption_order", "placed"),
    ),
    on.warning(
        "10.07",
        "placed adoption_order",
        "At least ten weeks pass between placement and order.",
        "Check both dates.",
        lambda rows: rows.days("placed", "adoption_order").between(1, TEN_WEEKS - 1),
        named=Named.IN_TIME,
    ),
    on.error(
        "10.08",
        "reversed_date reversed_reason",
        "A decision that was reversed has a date and a reason.",
        "Enter the one that is missing, or remove the other.",
        lambda rows: rows.filled("reversed_date") ^ rows.filled("reversed_reason"),
    ),
    on.error(
        "10.09",
        "decision_date reversed_date",
        "A reversed decision was made first, and led to no adoption.",
        "Correct the date of the decision or of its reversal.",
        ColumnPairValuesAToBeGreaterThanB("reversed_date", "decision_date"),
    ),
    on.error(
        "10.09",
        "adoption_order reversed_date",
        "A reversed decision was made first, and led to no adoption.",
        "Remove the reversal or the adoption order, whichever did not happen.",
        lambda rows: rows.filled("adoption_order") & rows.filled("reversed_date"),
    ),
    on.warning(
        "10.11",
        "placement_order matched reversed_date",
        "A child waits at most 121 days from placement order to match.",
        "Nothing to mend if the dates are right: the child is waiting.",
        lambda rows: rows.blank("matched") & rows.blank("reversed_date") & (rows.days("placement_order") > TO_A_MATCH),
        named=Named.IN_TIME,
    ),
    on.warning(
        "10.14",
        "ffa_date placed",
        "Fostering for adoption begins before the placement for adoption.",
        "Correct whichever of the two dates is wrong.",
        ColumnPairValuesAToBeGreaterThanB("placed", "ffa_date"),
    ),
    on.warning(
        "10.16",
        "dob",
        "Every child on the list is under 18.",
        "Check the date of birth.",
        lambda rows: rows.age() >= 18,
    ),
    on.warning(
        "10.17",
        "matched adoption_order",
        "A match and an adoption order are not dated the same day.",
        "Enter the real date of each.",
        lambda rows: rows["matched"] == rows["adoption_order"],
    ),
    on.error(
        "10.18",
        "dob decision_date",
        "The decision comes after the child's birth.",
        "Correct the date of birth or of the decision.",
        ColumnPairValuesAToBeGreaterThanB("decision_date", "dob"),
    ),
    on.warning(
        "P29",
        "adoption_order reversed_date",
        "Every row belongs to the months that the list covers.",
        "Leave out children adopted, or decisions reversed, more than twelve months ago.",
        lambda rows: (rows["adoption_order"] < rows.months_ago(12)) | (rows["reversed_date"] < rows.months_ago(12)),
    ),
)
