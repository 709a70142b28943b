"""Legal status, permanence plans and why care ceased."""

from reporting.lists.schema import Code, CodeSet

LEGAL_STATUS = CodeSet(
    "legal_status",
    (
        Code("C1", "C1: ICO", "Interim care order", "Interim care orders"),
        Code("C2", "C2: FCO", "Full care order", "Full care orders"),
        Code("D1", "D1: Freeing order", "Freeing order", "Freed for adoption"),
        Code("E1", "E1: Placement order", "Placement order", "Placement order granted"),
        Code("V2", "V2: Single period under S20", "Section 20 single period", "Accommodated under S20"),
        Code("L1", "L1: Police protection LA accommodation", "Police protection", "Detained on CP grounds"),
        Code("L2", "L2: EPO", "Emergency protection order", "Detained on CP grounds"),
        Code("L3", "L3: Child assessment order LA accommodation", "Child assessment order", "Detained on CP grounds"),
        Code("J1", "J1: Remanded to LA or youth detention", "Remand", "Youth justice"),
        Code("J2", "J2: LA accommodation under PACE", "PACE", "Youth justice"),
        Code("J3", "J3: Youth rehabilitation order", "Youth rehabilitation order", "Youth justice"),
        Code(
            "V3", "V3: Short term breaks, episodes recorded", "Short breaks", "Short breaks - exclude from CLA counts"
        ),
        Code(
            "V4", "V4: Short term breaks, agreements recorded", "Short breaks", "Short breaks - exclude from CLA counts"
        ),
    ),
)

PERMANENCE_PLAN = CodeSet(
    "permanence_plan",
    (
        Code("a", "a) Return to family", "Return to family"),
        Code("b", "b) Adoption", "Adoption"),
        Code("c", "c) SGO/CAO", "SGO/CAO"),
        Code("d", "d) Supported living in the community", "Supported living in the community"),
        Code("e", "e) Long-term residential placement", "Long-term residential placement"),
        Code("f", "f) Long-term fostering", "Long-term fostering"),
        Code("g", "g) other", "other"),
    ),
)

CEASED_REASON = CodeSet(
    "ceased_reason",
    (
        Code("E11", "a) E11: Adopted - application unopposed", "Adopted - application unopposed", "Adopted"),
        Code("E12", "b) E12: Adopted - consent dispensed", "Adopted - consent dispensed", "Adopted"),
        Code("E2", "c) E2: Died", "Died", "Died"),
        Code("E3", "d) E3: Care taken by another LA", "Care taken by another LA", "Care taken by another LA"),
        Code(
            "E4A",
            "e) E4A: Returned home to live with parents or relatives - part of planning",
            "Returned home to live with parents or relatives - part of planning",
            "Returned home",
        ),
        Code(
            "E4B",
            "f) E4B: Returned home to live with parents or relatives - not part of planning",
            "Returned home to live with parents or relatives - not part of planning",
            "Returned home",
        ),
        Code(
            "E13",
            "g) E13: Parents, relatives or other with no parental responsibility",
            "Parents, relatives or other with no parental responsibility",
            "Left to live with others without PR",
        ),
        Code(
            "E41", "h) E41: Residence order granted", "Residence order granted", "Residence / child arrangements order"
        ),
        Code(
            "E45",
            "i) E45: Special Guardianship Orders - former carer relative/friend",
            "Special Guardianship Orders - former carer relative/friend",
            "Special guardianship",
        ),
        Code(
            "E46",
            "j) E46: Special Guardianship Orders - former carer other",
            "Special Guardianship Orders - former carer other",
            "Special guardianship",
        ),
        Code(
            "E47",
            "k) E47: Special Guardianship Orders - relative/friend",
            "Special Guardianship Orders - relative/friend",
            "Special guardianship",
        ),
        Code(
            "E48",
            "l) E48: Special Guardianship Orders - other",
            "Special Guardianship Orders - other",
            "Special guardianship",
        ),
        Code(
            "E5",
            "m) E5: Moved into independent living - supported",
            "Moved into independent living - supported",
            "Independent living",
        ),
        Code(
            "E6",
            "n) E6: Moved into independent living - no support",
            "Moved into independent living - no support",
            "Independent living",
        ),
        Code(
            "E7",
            "o) E7: Transferred to residential care funded by adult social services",
            "Transferred to residential care funded by adult social services",
            "Adult social services",
        ),
        Code("E9", "p) E9: Sentenced to custody", "Sentenced to custody", "Custody"),
        Code("E14", "q) E14: Accommodation on remand ended", "Accommodation on remand ended", "Remand ended"),
        Code(
            "E15",
            "r) E15: Age assessment determined child was 18 or over",
            "Age assessment determined child was 18 or over",
            "Age assessment 18+",
        ),
        Code("E16", "s) E16: Child moved abroad", "Child moved abroad", "Moved abroad"),
        Code("E8", "t) E8: Care ceased for any other reason", "Care ceased for any other reason", "Other"),
        Code("X1", "u) X1:CodeError", "Episode ends and a new one begins the same day", "Not a leaving reason"),
        Code(
            "E17",
            "v) E17: Aged 18+ and remained with current carers",
            "Aged 18 or over and stayed with carers",
            "Other",
        ),
    ),
)
