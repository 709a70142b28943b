"""What is known of a young person who has left care."""

from reporting.lists.schema import Code, CodeSet

ELIGIBILITY = CodeSet(
    "eligibility",
    (
        Code("RELEVANT", "a) Relevant child", "Relevant child"),
        Code("FORMER", "b) Former relevant child", "Former relevant child"),
        Code("QUALIFYING", "c) Qualifying care leaver", "Qualifying care leaver"),
        Code("ELIGIBLE", "d) Eligible child", "Eligible child"),
    ),
)

IN_TOUCH = CodeSet(
    "in_touch",
    (
        Code("YES", "a) Yes", "Yes"),
        Code("NO", "b) No", "No"),
        Code("DIED", "c) Died", "Died"),
        Code("REFU", "d) Refu", "Refuses contact"),
        Code("NREQ", "e) NREQ", "No longer requires services"),
        Code("RHOM", "f) Rhom", "Returned home to parents for 6 months or more"),
    ),
)

ACCOMMODATION = CodeSet(
    "accommodation",
    (
        Code("B", "B: Parents/relatives", "Parents/relatives"),
        Code("C", "C: Community home / residential care", "Community home / residential care"),
        Code(
            "D",
            "D: Semi-independent, transitional accommodation and self-contained accommodation",
            "Semi-independent, transitional accommodation and self-contained accommodation",
        ),
        Code("E", "E: Supported lodgings", "Supported lodgings"),
        Code("G", "G: Abroad", "Abroad"),
        Code("H", "H: Deported", "Deported"),
        Code("K", "K: Ordinary lodgings, without formal support", "Ordinary lodgings, without formal support"),
        Code("R", "R: Residence not known", "Residence not known"),
        Code("S", "S: No fixed abode / homeless", "No fixed abode / homeless"),
        Code("T", "T: Foyers and similar supported accommodation", "Foyers and similar supported accommodation"),
        Code("U", "U: Independent living", "Independent living"),
        Code("V", "V: Emergency accommodation", "Emergency accommodation"),
        Code("W", "W: Bed and breakfast", "Bed and breakfast"),
        Code("X", "X: In custody", "In custody"),
        Code("Y", "Y: Other accommodation", "Other accommodation"),
        Code("Z", "Z: With former foster carers", "With former foster carers"),
    ),
)

SUITABILITY = CodeSet(
    "suitability",
    (
        Code("1", "a) Suitable", "Suitable"),
        Code("2", "b) Unsuitable", "Unsuitable"),
    ),
)

ACTIVITY = CodeSet(
    "activity",
    (
        Code("F1", "F1: Full time in higher education", "Full time in higher education", "EET"),
        Code("P1", "P1: Part time in higher education", "Part time in higher education", "EET"),
        Code("F2", "F2: Full time in education other than higher", "Full time in education other than higher", "EET"),
        Code("P2", "P2: Part time in education other than higher", "Part time in education other than higher", "EET"),
        Code("F3", "F3: Full time in training or employment", "Full time in training or employment", "EET"),
        Code("P3", "P3: Part time in training or employment", "Part time in training or employment", "EET"),
        Code(
            "F4",
            "F4: Young person engaged full time in an apprenticeship",
            "Young person engaged full time in an apprenticeship",
            "EET",
        ),
        Code(
            "P4",
            "P4: Young person engaged part time in an apprenticeship",
            "Young person engaged part time in an apprenticeship",
            "EET",
        ),
        Code(
            "F5",
            "F5: Young person engaged full time in training or employment (not apprenticeship)",
            "Young person engaged full time in training or employment (not apprenticeship)",
            "EET",
        ),
        Code(
            "P5",
            "P5: Young person engaged part time in training or employment (not apprenticeship)",
            "Young person engaged part time in training or employment (not apprenticeship)",
            "EET",
        ),
        Code(
            "G4",
            "G4: Not in education, employment or training - illness or disability",
            "Not in education, employment or training - illness or disability",
            "NEET",
        ),
        Code(
            "G5",
            "G5: Not in education, employment or training - other",
            "Not in education, employment or training - other",
            "NEET",
        ),
        Code(
            "G6",
            "G6: Not in education, employment or training - pregnancy or parenting",
            "Not in education, employment or training - pregnancy or parenting",
            "NEET",
        ),
    ),
)
