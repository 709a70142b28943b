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
    # "Indeterminate" and 9 are written for both of the last two, so neither is read: the authority says which it means.
    spellings={
        "1": "M",
        "2": "F",
        "0": "U",
        "not stated/recorded (or unborn)": "U",
        "not stated or recorded": "U",
        "not stated": "U",
        "not recorded": "U",
        "not known": "U",
        "unknown": "U",
        "unborn": "U",
    },
)

# The codes that the lists used before, and those of the longer DfE code list that fall under one of the twenty.
EARLIER_CODES = {
    **dict(zip(("a1", "a2", "a3", "a4", "a5"), ("WBRI", "WIRI", "WOTH", "WIRT", "WROM"), strict=True)),
    **dict(zip(("b1", "b2", "b3", "b4"), ("MWBC", "MWBA", "MWAS", "MOTH"), strict=True)),
    **dict(zip(("c1", "c2", "c3", "c4"), ("AIND", "APKN", "ABAN", "AOTH"), strict=True)),
    **dict(zip(("d1", "d2", "d3"), ("BCRB", "BAFR", "BOTH"), strict=True)),
    **dict(zip(("e1", "e2", "e3", "e4", "e5"), ("CHNE", "OOTH", "REFU", "NOBT", "UNKNOWN"), strict=True)),
}
LONGER_CODES = {
    **dict.fromkeys(("weng", "wsco", "wwel", "wcor"), "WBRI"),
    **dict.fromkeys(("weeu", "wweu", "wtuk", "walb", "wkos"), "WOTH"),
    **dict.fromkeys(("mwap", "mwai"), "MWAS"),
    **dict.fromkeys(("aafr", "anep", "asnl"), "AOTH"),
    "akpa": "APKN",
}
ETHNICITY_WORDS = {
    **dict.fromkeys(("gypsy or roma", "roma", "gypsy"), "WROM"),
    **dict.fromkeys(("irish", "white - irish"), "WIRI"),
    **dict.fromkeys(("black caribbean", "black or black british - caribbean"), "BCRB"),
    **dict.fromkeys(("black african", "black or black british - african"), "BAFR"),
    **dict.fromkeys(("asian or asian british - indian", "asian - indian"), "AIND"),
    **dict.fromkeys(("asian or asian british - pakistani", "asian - pakistani"), "APKN"),
    **dict.fromkeys(("asian or asian british - bangladeshi", "asian - bangladeshi"), "ABAN"),
    **dict.fromkeys(("mixed - white and black caribbean",), "MWBC"),
    **dict.fromkeys(("mixed - white and black african",), "MWBA"),
    **dict.fromkeys(("mixed - white and asian",), "MWAS"),
    **dict.fromkeys(("not yet obtained", "not obtained", "information not obtained"), "NOBT"),
    "not known": "UNKNOWN",
}

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
    spellings={**EARLIER_CODES, **LONGER_CODES, **ETHNICITY_WORDS},
    anywhere=True,
)
