"""Yes, no and unknown."""

from dataclasses import replace

from reporting.lists.schema import Code, CodeSet

YES = Code("Y", "a) Yes", "Yes")
NO = Code("N", "b) No", "No")
UNKNOWN = Code("U", "c) Unknown", "Unknown")

YES_OR_NO: dict[str, str] = {"1": "Y", "0": "N", "true": "Y", "false": "N"}

YES_NO = CodeSet("yes_no", (YES, NO), YES_OR_NO)

OR_UNKNOWN = YES_OR_NO | {"not known": "U"}

YES_NO_UNKNOWN = CodeSet("yes_no_unknown", (YES, NO, UNKNOWN), OR_UNKNOWN)

# Whether a referral ended in no further action: some systems answer with the outcome itself.
NO_FURTHER_ACTION = replace(YES_NO, spellings=YES_OR_NO | {"nfa": "Y", "no further action": "Y", "fa": "N"})

# Some systems print the kind of disability (the DfE's codes) where yes or no is asked.
DISABILITIES = ("mob", "hand", "pc", "inc", "comm", "ld", "hear", "vis", "beh", "con", "aut", "dda")
DISABILITY_ANSWERS = replace(
    YES_NO_UNKNOWN,
    spellings=OR_UNKNOWN | {kind: "Y" for kind in DISABILITIES} | {"none": "N", "nobt": "U", "refu": "U"},
)
