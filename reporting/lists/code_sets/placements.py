"""Where a child lives, and who provides it."""

from reporting.lists.schema import Code, CodeSet

PLACEMENT_TYPE = CodeSet(
    "placement_type",
    (
        Code(
            "U1",
            "a) U1: Foster placement - relatives - long term",
            "Foster placement - relatives - long term",
            "Foster",
        ),
        Code("U2", "b) U2: Foster placement - relative - FFA", "Foster placement - relative - FFA", "Foster"),
        Code("U3", "c) U3: Foster placement - relative - not FFA", "Foster placement - relative - not FFA", "Foster"),
        Code("U4", "d) U4: Foster placement - long term", "Foster placement - long term", "Foster"),
        Code("U5", "e) U5: Foster placement - FFA", "Foster placement - FFA", "Foster"),
        Code("U6", "f) U6: Foster placement - not FFA", "Foster placement - not FFA", "Foster"),
        Code(
            "A3",
            "g) A3: Placed for adoption - consent - current foster",
            "Placed for adoption - consent - current foster",
            "Placed for adoption",
        ),
        Code(
            "A4",
            "h) A4: Placed for adoption - consent - not foster",
            "Placed for adoption - consent - not foster",
            "Placed for adoption",
        ),
        Code(
            "A5",
            "i) A5: Placed for adoption - order - foster",
            "Placed for adoption - order - foster",
            "Placed for adoption",
        ),
        Code(
            "A6",
            "j) A6: Placed for adoption - order - not foster",
            "Placed for adoption - order - not foster",
            "Placed for adoption",
        ),
        Code("P1", "k) P1: Placed with parents", "Placed with parents", "Placed with parents"),
        Code("P2", "l) P2: Independent living", "Independent living", "Independent living"),
        Code("P3", "m) P3: Residential employment", "Residential employment", "Residential employment"),
        Code("H5", "n) H5: Residential accommodation", "Residential accommodation", "Semi-independent"),
        Code("K1", "o) K1: Secure Children's Homes", "Secure Children's Homes", "Secure children’s home"),
        Code("K2", "p) K2: Children's Homes", "Children's Homes", "Children’s home"),
        Code("R1", "q) R1: Residential Care Home", "Residential Care Home", "Residential care home"),
        Code("R2", "r) R2: NHS/Health Trust", "NHS/Health Trust", "NHS"),
        Code(
            "R3",
            "s) R3: Family Centre or Mother and Baby Unit",
            "Family Centre or Mother and Baby Unit",
            "Family centre",
        ),
        Code("R5", "t) R5: Young Offender Institution", "Young Offender Institution", "YOI"),
        Code("S1", "u) S1: Residential school", "Residential school", "Residential school"),
        Code("Z1", "v) Z1: Other placements", "Other placements", "Other"),
        Code("T0", "w) T0: Temporary placement", "Temporary placement", "Temporary"),
        Code("T1", "x) T1: Temporary placement - hospital", "Temporary placement - hospital", "Temporary"),
        Code("T2", "y) T2: Temporary placement - holiday", "Temporary placement - holiday", "Temporary"),
        Code("T3", "z) T3: Temporary placement - carer holiday", "Temporary placement - carer holiday", "Temporary"),
        Code(
            "T4",
            "zz) T4: Temporary placement - seven days or less",
            "Temporary placement - seven days or less",
            "Temporary",
        ),
        Code("K3", "", "Supported accommodation", "Semi-independent"),
        Code("Z11", "", "Other placement sub-code", "Other"),
        Code("Z12", "", "Other placement sub-code", "Other"),
        Code("Z13", "", "Other placement sub-code", "Other"),
        Code("Z14", "", "Other placement sub-code", "Other"),
    ),
)

PLACEMENT_PROVIDER = CodeSet(
    "placement_provider",
    (
        Code("PR0", "a) PR0: Parents/Parental responsibility", "Parents/Parental responsibility", "Other"),
        Code("PR1", "b) PR1: Own provision", "Own provision", "Own LA"),
        Code("PR2", "c) PR2: Other LA provision", "Other LA provision", "Other"),
        Code("PR3", "d) PR3: Other public provision", "Other public provision", "Other"),
        Code("PR4", "e) PR4: Private provision", "Private provision", "Private"),
        Code("PR5", "f) PR5: Voluntary/third sector", "Voluntary/third sector", "Other"),
    ),
)

IN_OUT = CodeSet(
    "in_out",
    (
        Code("IN", "a) In", "Inside the LA boundary"),
        Code("OUT", "b) Out", "Outside the LA boundary"),
    ),
    spellings={"inside": "IN", "outside": "OUT"},
)

LA_OF_PLACEMENT = CodeSet(
    "la_of_placement",
    (
        Code("NIR", "NIR - Child placed in Northern Ireland", "Child placed in Northern Ireland"),
        Code("WAL", "WAL - Child placed in Wales", "Child placed in Wales"),
        Code("SCO", "SCO - Child placed in Scotland", "Child placed in Scotland"),
        Code("NUK", "NUK - Child placed outside the UK", "Child placed outside the UK"),
        Code("CON", "CON - Child placed in confidential placement", "Child placed in confidential placement"),
    ),
)
