"""The volumes and shares the made-up council aims at, for a council the size of Lancashire.

Sources: Department for Education, Children in need 2023-24 and Children looked after 2023-24; Lancashire
board papers (children looked after, December 2020); figures marked "estimate" have no published source.
A year's starts and ends are set equal, so that stocks hold: where a source prints different numbers of
starts and ends, the aim lies between them.
"""

from __future__ import annotations

CHILDREN = 256_087
"""Lancashire's children aged 0 to 17, for which the yearly numbers below hold."""

CONTACTS_A_YEAR = 50_000  # estimate
EARLY_HELP_A_YEAR = 6_000  # England's, by share of children
REFERRALS_A_YEAR = 6_419
EXTRA_ASSESSMENTS_A_YEAR = 920  # of children whose case is already open

CASE_KINDS = {"nfa": 0.037, "none": 0.315, "need": 0.4676, "protection": 0.1264, "care": 0.0540}
"""What a referral leads to: nothing, an assessment without need, a case, a plan, or care without a plan."""

AGAIN = {"nfa": 0.30, "none": 0.25, "need": 0.24, "protection": 0.15, "care": 0.10}
"""Chance that a closed case is followed by another referral."""
AGAIN_AFTER_DAYS = 125.0

ASSESSMENT_WORKING_DAYS = (
    (0, 0, 138), (1, 10, 1004), (11, 20, 1669), (21, 30, 1669), (31, 40, 1166),
    (41, 45, 1197), (46, 50, 92), (51, 60, 74), (61, 95, 91),
)  # fmt: skip
CONFERENCE_WORKING_DAYS = ((5, 10, 161), (11, 15, 557), (16, 20, 64), (21, 35, 68))

CASE_LASTS = (
    (0.0, 1.0), (0.16, 0.97), (0.25, 0.46), (0.5, 0.19), (1.0, 0.15), (2.0, 0.134),
    (5.0, 0.112), (8.0, 0.085), (12.0, 0.047), (15.0, 0.017), (17.4, 0.0),
)  # fmt: skip
PLAN_LASTS = (
    (0.03, 1.0),
    (0.25, 0.885),
    (0.5, 0.755),
    (0.75, 0.57),
    (1.0, 0.295),
    (1.25, 0.25),
    (1.5, 0.20),
    (1.75, 0.12),
    (2.0, 0.027),
    (2.6, 0.0),
)
HOME_LASTS = ((0.01, 1.0), (0.1, 0.85), (0.5, 0.6), (1.0, 0.4), (2.0, 0.2), (4.0, 0.06), (8.0, 0.0))
GUARDIAN_LASTS = ((0.3, 1.0), (1.0, 0.6), (2.0, 0.2), (4.0, 0.0))

ENTRY_AGES = {"0": 0.31, "1": 0.115, "5": 0.105, "10": 0.16, "16": 0.31}
"""Ages at which care begins, by the first year of the band."""
ROUTES = {
    "0": {"adoption": 0.52, "guardian": 0.17, "home": 0.23, "age": 0.08},
    "1": {"adoption": 0.33, "guardian": 0.20, "home": 0.33, "age": 0.14},
    "5": {"guardian": 0.18, "home": 0.50, "age": 0.32},
    "10": {"guardian": 0.05, "home": 0.49, "age": 0.46},
    "16": {"home": 0.10, "age": 0.90},
}
"""How care ends: adoption, a guardian, a return home, or the eighteenth birthday."""
PLAN_TO_CARE = 0.22
CARE_AGAIN = 0.40  # of those who return home, within the year

NEEDS = {"N1": 55.4, "N5": 24.0, "N2": 11.8, "N4": 5.1, "N8": 1.0, "N3": 1.2, "N0": 1.1, "N7": 0.2, "N6": 0.2}
"""Of children not in care; with those in care (below) the whole comes to what is published."""
CARE_NEEDS = {"N1": 67, "N5": 12, "N8": 8, "N4": 7, "N2": 2, "N3": 2, "N6": 1, "N7": 1}
DISABLED = 0.151
PLAN_CATEGORIES = {"EMO": 339, "NEG": 319, "PHY": 73, "SAB": 37}
PREVIOUS_PLANS = {"0": 75.0, "1": 19.5, "2": 4.5, "3": 1.0}
SOURCES = {
    "6": 2262, "5A": 700, "5B": 300, "5C": 281, "3A": 120, "3B": 240, "3C": 120, "3D": 157, "3E": 250, "3F": 150,
    "7": 505, "1A": 300, "1B": 56, "1C": 60, "1D": 40, "2A": 351, "2B": 294, "8": 144, "4": 72, "9": 60, "10": 40,
}  # fmt: skip
ETHNICITIES = {
    "WBRI": 64.5, "WIRI": 0.4, "WIRT": 0.3, "WOTH": 2.6, "WROM": 0.7, "MWBC": 2.5, "MWBA": 1.0, "MWAS": 3.5,
    "MOTH": 2.5, "AIND": 1.0, "APKN": 5.5, "ABAN": 0.8, "AOTH": 1.0, "BCRB": 1.2, "BAFR": 6.0, "BOTH": 2.1,
    "CHNE": 0.2, "OOTH": 2.7, "REFU": 0.5, "NOBT": 1.0,
}  # fmt: skip
