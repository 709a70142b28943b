"""Annex A list 11: prospective adopters."""

from reporting.lists.code_sets.adoption import ADOPTER_LEAVE
from reporting.lists.code_sets.answers import YES_NO
from reporting.lists.code_sets.people import ETHNICITIES, GENDERS
from reporting.lists.columns import coded, day, identifier, whole_number
from reporting.lists.schema import DateOrder, ListSchema, Needed, PlacedBy, Placing, Service, Subject

LIST = ListSchema(
    name="prospective_adopters",
    code="11",
    title="Prospective adopters",
    short_name="Adopters",
    subject=Subject.CARER,
    placing=Placing(PlacedBy.LIST, "family_id", through="adoption"),
    grain="one row per adopter (a couple is two rows) or one per family",
    sheet_names=("List 11", "List_11", "Adopters", "Prospective adopters"),
    key=(
        "adopter_id",
        "enquiry_date",
    ),
    starts="enquiry_date",
    ends="leave_date",
    months_back=12,
    columns=(
        identifier("adopter_id", "Individual adopter identifier", Needed.ALWAYS, variants=("AdopterID",)),
        identifier("family_id", "Family identifier", Needed.SHOULD),
        coded("gender", "Gender", GENDERS, Needed.ALWAYS, variants=("Gender",)),
        coded("ethnicity", "Ethnicity", ETHNICITIES, Needed.ALWAYS, variants=("Ethnicity",)),
        coded("disability", "Disability", YES_NO, Needed.ALWAYS, variants=("HasDisability",)),
        coded(
            "ffa",
            "Is the (prospective) adopter fostering for adoption?",
            YES_NO,
            Needed.ALWAYS,
            variants=("AdoptedByCarer",),
        ),
        day("enquiry_date", "Date enquiry received", Needed.SHOULD, variants=("EnquiryDate",)),
        day("s1_start", "Date Stage 1 started", Needed.IF_HELD, variants=("Stage1StartDate",)),
        day("s1_end", "Date Stage 1 ended", Needed.IF_HELD, variants=("Stage1EndDate",)),
        day("s2_start", "Date Stage 2 started", Needed.IF_HELD, variants=("Stage2StartDate",)),
        day("s2_end", "Date Stage 2 ended", Needed.IF_HELD, variants=("Stage2EndDate",)),
        day("app_submitted", "Date application submitted", Needed.IF_HELD, variants=("ApplicationDate",)),
        day("app_approved", "Date application approved", Needed.IF_HELD, variants=("ApplicationApprDate",)),
        day("matched", "Date adopter matched with child(ren)", Needed.IF_HELD, variants=("MatchedDate",)),
        day("placed", "Date child/children placed with adopter(s)", Needed.IF_HELD, variants=("PlacedDate",)),
        whole_number(
            "children_placed", "No. of children placed", Needed.IF_HELD, variants=("NumSiblingsPlaced",), minimum=0
        ),
        day("adoption_order", "Date of Adoption Order", Needed.IF_HELD, variants=("AdoptionOrderDate",)),
        day("leave_date", "Date of leaving adoption process", Needed.IF_LEFT, variants=("AdoptionLeaveDate",)),
        coded(
            "leave_reason",
            "Reason for leaving adoption process",
            ADOPTER_LEAVE,
            Needed.IF_LEFT,
            variants=("AdoptingLeaveReason",),
        ),
    ),
    date_orders=(
        DateOrder("enquiry_date", "s1_start"),
        DateOrder("s1_start", "s1_end"),
        DateOrder("s1_end", "s2_start"),
        DateOrder("s2_start", "s2_end"),
        DateOrder("app_submitted", "app_approved"),
        DateOrder("s2_end", "matched"),
        DateOrder("matched", "placed"),
        DateOrder("placed", "adoption_order", strict=True),
        DateOrder("enquiry_date", "leave_date"),
    ),
    source="Annex A guidance (Ofsted, August 2019)",
    quiet=True,
    services=(Service.FOSTERING_AND_ADOPTION,),
)
