"""What the made-up council is drawn from, for a council the size of Lancashire.

These are the rates, curves and mixes with which histories are drawn, set so that what comes out is what is
published (``published.py``, which also says which published figures cannot hold together, and why);
``python -m synthetic_council.measured`` prints one beside the other. Figures marked "estimate" have no published
source. A year's starts and ends are set equal, so that stocks hold.
"""

from __future__ import annotations

CHILDREN = 256_087
"""Lancashire's children aged 0 to 17, for which the yearly numbers below hold."""

CONTACTS_A_YEAR = 50_000  # estimate
EARLY_HELP_A_YEAR = 6_000  # England's, by share of children
REFERRALS_A_YEAR = 6_419
EXTRA_ASSESSMENTS_A_YEAR = 920  # of children whose case is already open

CASE_KINDS = {"nfa": 0.037, "none": 0.300, "need": 0.4788, "protection": 0.1264, "care": 0.0578}
"""What a referral leads to: nothing, an assessment without need, a case, a plan, or care without a plan."""

AGAIN = {"nfa": 0.30, "none": 0.245, "need": 0.23, "protection": 0.15, "care": 0.10}
"""Chance that a closed case is followed by another referral."""
AGAIN_AFTER_DAYS = 125.0

ASSESSMENT_WORKING_DAYS = (
    (0, 0, 138), (1, 10, 1004), (11, 20, 1669), (21, 30, 1669), (31, 40, 1166),
    (41, 45, 1197), (46, 50, 92), (51, 60, 74), (61, 95, 91),
)  # fmt: skip
CONFERENCE_WORKING_DAYS = ((5, 10, 161), (11, 15, 557), (16, 20, 64), (21, 35, 68))

CASE_LASTS = (
    (0.0, 1.0), (0.09, 0.97), (0.16, 0.72), (0.25, 0.355), (0.4, 0.169), (0.5, 0.147), (1.0, 0.1465), (2.0, 0.1455),
    (5.0, 0.119), (8.0, 0.089), (12.0, 0.049), (15.0, 0.018), (17.4, 0.0),
)  # fmt: skip
PLAN_LASTS = (
    (0.02, 1.0), (0.2, 0.958), (0.25, 0.858), (0.3, 0.76), (0.5, 0.704), (0.75, 0.391), (1.0, 0.248),
    (1.5, 0.219), (2.0, 0.022), (2.7, 0.0),
)  # fmt: skip
HOME_LASTS = ((0.01, 1.0), (0.1, 0.85), (0.5, 0.6), (1.0, 0.4), (2.0, 0.2), (4.0, 0.06), (8.0, 0.0))
GUARDIAN_LASTS = ((0.3, 1.0), (1.0, 0.6), (2.0, 0.2), (4.0, 0.0))

ENTRY_AGES = {"0": 0.295, "1": 0.035, "5": 0.088, "10": 0.155, "16": 0.425}
"""Ages at which care begins, by the first year of the band."""
ROUTES = {
    "0": {"adoption": 0.55, "guardian": 0.18, "home": 0.22, "age": 0.05},
    "1": {"adoption": 0.33, "guardian": 0.20, "home": 0.32, "age": 0.15},
    "5": {"guardian": 0.16, "home": 0.40, "age": 0.44},
    "10": {"guardian": 0.04, "home": 0.32, "age": 0.64},
    "16": {"home": 0.10, "age": 0.90},
}
"""How care ends: adoption, a guardian, a return home, or the eighteenth birthday."""
PLAN_TO_CARE = 0.185
CARE_AGAIN = 0.51  # of those who return home, within the year

DISABLED = 0.151
PREVIOUS_PLANS = {"0": 76.0, "1": 18.5, "2": 4.5, "3": 1.0}
SOURCES = {
    "6": 2262, "5A": 700, "5B": 300, "5C": 281, "3A": 120, "3B": 240, "3C": 120, "3D": 157, "3E": 250, "3F": 150,
    "7": 505, "1A": 300, "1B": 56, "1C": 60, "1D": 40, "2A": 351, "2B": 294, "8": 144, "4": 72, "9": 10, "10": 7,
}  # fmt: skip
ETHNICITIES = {
    "WBRI": 63.8, "WIRI": 0.4, "WIRT": 0.3, "WOTH": 2.6, "WROM": 0.7, "MWBC": 2.5, "MWBA": 1.0, "MWAS": 3.4,
    "MOTH": 2.5, "AIND": 1.2, "APKN": 6.2, "ABAN": 0.9, "AOTH": 1.0, "BCRB": 1.2, "BAFR": 6.6, "BOTH": 2.2,
    "CHNE": 0.2, "OOTH": 2.0, "REFU": 0.4, "NOBT": 0.9,
}  # fmt: skip
"""Of children never in care; with those in care (below) the whole comes to what is published."""
CARE_ETHNICITIES = {
    "WBRI": 66.0, "WIRI": 0.3, "WIRT": 0.3, "WOTH": 3.2, "WROM": 0.7, "MWBC": 2.7, "MWBA": 1.0, "MWAS": 3.0,
    "MOTH": 3.0, "AIND": 0.3, "APKN": 2.0, "ABAN": 0.7, "AOTH": 2.5, "BCRB": 1.3, "BAFR": 4.7, "BOTH": 1.5,
    "CHNE": 0.2, "OOTH": 5.1, "REFU": 0.5, "NOBT": 1.0,
}  # fmt: skip
GENDERS = {"M": 53.0, "F": 46.6, "I": 0.4}
CARE_GENDERS = {"M": 56.0, "F": 43.6, "I": 0.4}
