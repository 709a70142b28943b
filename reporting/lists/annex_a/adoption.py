"""Annex A list 10: adoption (children)."""

from reporting.lists.code_sets.adoption import ADOPTION_REVERSAL
from reporting.lists.columns import AGE, CHILD_ID, DISABILITY, DOB, ETHNICITY, GENDER, coded, day, identifier
from reporting.lists.schema import BY_CHILD, DateOrder, ListSchema, Needed, Service, Subject

LIST = ListSchema(
    name="adoption",
    code="10",
    title="Adoption (children)",
    short_name="Adoption",
    subject=Subject.CHILD,
    placing=BY_CHILD,
    grain="one row per child and decision",
    sheet_names=("List 10", "List_10", "Adoption", "Prospective adoption"),
    key=(
        "child_id",
        "decision_date",
    ),
    starts="decision_date",
    ends="adoption_order",
    months_back=12,
    columns=(
        CHILD_ID,
        identifier("family_id", "Family identifier", Needed.IF_MATCHED, variants=("FamilyID",)),
        GENDER,
        ETHNICITY,
        DOB,
        AGE,
        DISABILITY,
        day("entered_care", "Date the Child Entered Care", Needed.ALWAYS, variants=("EnteredCareDate",)),
        day(
            "decision_date",
            "Date of Decision that Child Should be Placed for Adoption",
            Needed.ALWAYS,
            variants=("ADMSHOBPADecisionDate",),
        ),
        day("placement_order", "Date of Placement Order", Needed.IF_HELD, variants=("PlacementOrderDate",)),
        day(
            "matched",
            "Date of Matching Child and Prospective Adopters",
            Needed.IF_HELD,
            variants=("MatchedForAdoptionDate",),
        ),
        day("placed", "Date Placed for Adoption", Needed.IF_HELD, variants=("PlacedForAdoptionDate",)),
        day("adoption_order", "Date of Adoption Order", Needed.IF_HELD, variants=("AdoptionOrderDate",)),
        day(
            "reversed_date",
            "Date of Decision that Child Should No Longer be Placed for Adoption",
            Needed.IF_REVERSED,
            variants=("DecisionReversedDate",),
        ),
        coded(
            "reversed_reason",
            "Reason Why Child No Longer Placed for Adoption",
            ADOPTION_REVERSAL,
            Needed.IF_REVERSED,
            variants=("DecisionReversedReason",),
        ),
        day(
            "ffa_date",
            "Date the child was placed for fostering in FFA or concurrent planning placement",
            Needed.IF_HELD,
            variants=("DateFFAConsurrencyPlacement",),
        ),
    ),
    date_orders=(
        DateOrder("dob", "entered_care"),
        DateOrder("entered_care", "decision_date"),
        DateOrder("decision_date", "placement_order"),
        DateOrder("decision_date", "matched"),
        DateOrder("placement_order", "matched", soft=True),
        DateOrder("matched", "placed"),
        DateOrder("placed", "adoption_order", strict=True),
        DateOrder("decision_date", "reversed_date"),
        DateOrder("entered_care", "ffa_date"),
        DateOrder("ffa_date", "adoption_order"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    believed=8,
    quiet=True,
    services=(Service.FOSTERING_AND_ADOPTION,),
)
