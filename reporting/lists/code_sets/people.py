"""How people describe themselves: gender and ethnicity."""

from reporting.lists.schema import Code, CodeSet

GENDERS = CodeSet(
    "gender",
    (
        Code("M", "a) Male", "Male"),
        Code("F", "b) Female", "Female"),
        Code("U", "c) Not stated/recorded", "Not stated or recorded, includes unborn"),
        Code("I", "d) Neither", "Neither"),
    ),
)

ETHNICITIES = CodeSet(
    "ethnicity",
    (
        Code("WBRI", "a) WBRI", "White British", "White"),
        Code("WIRI", "b) WIRI", "White Irish", "White"),
        Code("WIRT", "c) WIRT", "Traveller of Irish heritage", "White"),
        Code("WOTH", "d) WOTH", "Any other White background", "White"),
        Code("WROM", "e) WROM", "Gypsy/Roma", "White"),
        Code("MWBC", "f) MWBC", "White and Black Caribbean", "Mixed"),
        Code("MWBA", "g) MWBA", "White and Black African", "Mixed"),
        Code("MWAS", "h) MWAS", "White and Asian", "Mixed"),
        Code("MOTH", "i) MOTH", "Any other Mixed background", "Mixed"),
        Code("AIND", "j) AIND", "Indian", "Asian"),
        Code("APKN", "k) APKN", "Pakistani", "Asian"),
        Code("ABAN", "l) ABAN", "Bangladeshi", "Asian"),
        Code("AOTH", "m) AOTH", "Any other Asian background", "Asian"),
        Code("BCRB", "n) BCRB", "Caribbean", "Black"),
        Code("BAFR", "o) BAFR", "African", "Black"),
        Code("BOTH", "p) BOTH", "Any other Black background", "Black"),
        Code("CHNE", "q) CHNE", "Chinese", "Chinese (Ofsted); Asian in DfE tables"),
        Code("OOTH", "r) OOTH", "Any other ethnic group", "Other"),
        Code("REFU", "s) REFU", "Refused", "Refused"),
        Code("NOBT", "s) NOBT", "Information not yet obtained", "Not obtained"),
        Code("UNKNOWN", "u) UNKNOWN", "Unknown", "Not obtained"),
    ),
)
