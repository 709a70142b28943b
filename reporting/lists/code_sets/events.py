"""Where work comes from, why it began, what became of it."""

from dataclasses import replace

from reporting.lists.schema import Code, CodeSet

CONTACT_SOURCE = CodeSet(
    "contact_source",
    (
        Code("1A", "a) 1A: Individual", "Individual: family member, relative or carer", "Individual"),
        Code(
            "1B", "b) 1B: Individual", "Individual: acquaintance, including neighbours and child minders", "Individual"
        ),
        Code("1C", "c) 1C: Individual", "Individual: self", "Individual"),
        Code("1D", "d) 1D: Individual", "Individual: other, including strangers", "Individual"),
        Code("2A", "e) 2A: Schools", "Schools", "Schools"),
        Code("2B", "f) 2B: Education services", "Education services", "Education services"),
        Code("3A", "g) 3A: Health services", "Health: GP", "Health services"),
        Code("3B", "h) 3B: Health services", "Health: health visitor", "Health services"),
        Code("3C", "i) 3C: Health services", "Health: school nurse", "Health services"),
        Code("3D", "j) 3D: Health services", "Health: other primary health", "Health services"),
        Code("3E", "k) 3E: Health services", "Health: A&E", "Health services"),
        Code("3F", "l) 3F: Health services", "Health: other, for example hospice", "Health services"),
        Code("4", "m) 4: Housing", "Housing", "Housing"),
        Code("5A", "n) 5A: LA services", "LA services: social care", "LA services"),
        Code("5B", "o) 5B: LA services", "LA services: other internal", "LA services"),
        Code("5C", "p) 5C: LA services", "LA services: external", "LA services"),
        Code("5D", "p1) 5D: LA services", "LA services: early help", "LA services"),
        Code("6", "q) 6: Police", "Police", "Police"),
        Code("7", "r) 7: Other legal agency", "Other legal agency", "Other legal agency"),
        Code("8", "s) 8: Other", "Other", "Other"),
        Code("9", "t) 9: Anonymous", "Anonymous", "Anonymous"),
        Code("10", "u) 10: Unknown", "Unknown", "Unknown"),
    ),
)

PRIMARY_NEED = CodeSet(
    "primary_need",
    (
        Code("N1", "N1 - Abuse or neglect", "Abuse or neglect"),
        Code("N2", "N2 - Child's disability", "Child's disability"),
        Code("N3", "N3 - Parental disability or illness", "Parental disability or illness"),
        Code("N4", "N4 - Family in acute stress", "Family in acute stress"),
        Code("N5", "N5 - Family dysfunction", "Family dysfunction"),
        Code("N6", "N6 - Socially unacceptable behaviour", "Socially unacceptable behaviour"),
        Code("N7", "N7 - Low income", "Low income"),
        Code("N8", "N8 - Absent parenting", "Absent parenting"),
        Code("N9", "N9 - Cases other than children in need", "Cases other than children in need"),
        Code("N0", "N0 - Not stated", "Not stated"),
    ),
)

CLOSURE_REASON = CodeSet(
    "closure_reason",
    (
        Code("RC1", "RC1 - Adopted", "Adopted"),
        Code("RC2", "RC2 - Died", "Died"),
        Code("RC3", "RC3 - Child arrangements order", "Child arrangements order"),
        Code("RC4", "RC4 - Special guardianship order", "Special guardianship order"),
        Code(
            "RC5",
            "RC5 - Transferred to services of another local authority",
            "Transferred to services of another local authority",
        ),
        Code("RC6", "RC6 - Transferred to adult social care services", "Transferred to adult social care services"),
        Code(
            "RC7",
            "RC7 - Services ceased for any other reason, including child no longer in need",
            "Services ceased for any other reason, including child no longer in need",
        ),
        Code(
            "RC8",
            "RC8 - Case closed after assessment, no further action",
            "Case closed after assessment, no further action",
        ),
        Code(
            "RC9",
            "RC9 - Case closed after assessment, referred to early help",
            "Case closed after assessment, referred to early help",
        ),
    ),
)

CASE_STATUS = CodeSet(
    "case_status",
    (
        Code("LAC", "a) Looked after child", "Looked after child"),
        Code("CPP", "b) Child Protection plan", "Child Protection plan"),
        Code("CIN", "c) Child in need plan", "Child in need plan"),
        Code("ASSESS", "d) Open assessment", "Open assessment"),
        Code("CLOSED", "e) Closed episode", "Closed episode"),
    ),
)

ABUSE_CATEGORY = CodeSet(
    "abuse_category",
    (
        Code("NEG", "a) Neglect", "Neglect"),
        Code("PHY", "b) Physical abuse", "Physical abuse"),
        Code("SAB", "c) Sexual abuse", "Sexual abuse"),
        Code("EMO", "d) Emotional abuse", "Emotional abuse"),
        Code("MUL", "e) Multiple/not recommended", "Multiple/not recommended"),
    ),
    spellings={
        "physical": "PHY",
        "sexual": "SAB",
        "emotional": "EMO",
        "multiple": "MUL",
        "multiple/not recorded": "MUL",
    },
    several="MUL",
)

# The categories of need of a child who is looked after: never "not stated", never "not in need".
NEED_WHEN_LOOKED_AFTER = replace(
    PRIMARY_NEED, codes=tuple(code for code in PRIMARY_NEED.codes if code.code not in {"N9", "N0"})
)
