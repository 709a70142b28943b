"""What is published of Lancashire and of England, and so what a made-up council should come to.

Lancashire's where a source prints them (children in need 2023-24, board papers of 2020), else England's.
``aims.py`` holds what is drawn; this is what must come out, and ``measured.py`` prints both side by side.
Small cells and the printed sum of a table are kept as printed, so a table may fall a little short of 100.
"""

from __future__ import annotations

ROWS = {
    "contacts": 25_000,
    "early_help_assessments": 4_500,
    "referrals": 3_200,
    "section_47_enquiries": 1_100,
    "children_in_need": 9_900,
    "child_protection_plans": 1_080,
    "children_looked_after": 2_300,
    "care_leavers": 1_350,
    "adoption": 180,
    "prospective_adopters": 200,
}
"""Rows of each list. List 4 has no row here: 3,800 rows, 7,100 completed in a year and a median of 26 working
days cannot all hold, for so many completed in so long leaves about 740 open, and so about 4,200 rows."""

STOCKS = {"in need": 7_790, "on a plan": 660, "looked after": 2_106}
"""Children open on lists 6, 7 and 8. The 1,212 children published as having a child in need plan are no aim: of
the 7,790, those on a protection plan or looked after and those being assessed leave about 4,600 whose status can
only be "child in need", for the list has no status for a child who has a case but no plan."""

FLOWS = {
    "contacts": 50_000,
    "referrals": 6_419,
    "assessments completed": 7_100,
    "section 47 enquiries": 2_080,
    "conferences": 850,
    "cases of need begun": 4_189,
    "cases of need ended": 4_189,
    "plans begun": 806,
    "plans ended": 806,
}
"""In a year. Where a source prints unequal starts and ends (4,292 and 4,086 cases, 768 and 844 plans) the aim is
half way, so that stocks hold."""

ASSESSMENTS = {
    "same day": 138, "1-10": 1004, "11-20": 1669, "21-30": 1669, "31-40": 1166,
    "41-45": 1197, "46-50": 92, "51-60": 74, "61+": 91,
}  # fmt: skip
CONFERENCES = {"0-10": 161, "11-15": 557, "16-20": 64, "21+": 68}
NEEDS = {"N1": 4574, "N5": 1615, "N2": 709, "N4": 439, "N8": 224, "N3": 109, "N0": 61, "N7": 31, "N6": 28}
"""Of children in need; N6 is what the printed cells leave of 7,790."""
DURATIONS = ("3 months", "6 months", "1 year", "2 years", "longer")
CASES_OPEN = dict(zip(DURATIONS, (14.6, 5.9, 7.9, 12.3, 59.3), strict=True))
PLANS_OPEN = dict(zip(DURATIONS, (27.4, 23.8, 26.4, 21.5, 0.9), strict=True))
PLANS_ENDED = dict(zip(DURATIONS, (14.6, 15.3, 45.5, 22.6, 2.0), strict=True))
CLOSURES = {"RC7": 94.0, "RC5": 3.0}
CATEGORIES = {"EMO": 339, "NEG": 319, "PHY": 73, "SAB": 37}
SOURCES = {
    "police": 2262, "council services": 1281, "health": 1037, "other legal": 505, "individual": 456,
    "schools": 351, "education": 294, "other": 144, "housing": 72, "unknown": 17,
}  # fmt: skip
ETHNICITIES = {"white": 68.5, "mixed": 9.5, "Asian": 8.3, "Black": 9.3, "other": 4.4}

CARE_AGES = {"under 1": 4, "1-4": 12, "5-9": 18, "10-15": 38, "16 and over": 27}
CARE_NEEDS = {"N1": 67, "N5": 12, "N8": 8, "N4": 7, "N2": 2, "N3": 2, "N6": 1}
LEGAL = {"care orders": 75, "agreed": 19, "placement order": 6}
PLACEMENTS = {
    "foster": 67, "of which relatives": 16, "homes": 11.5, "supported": 9, "parents": 6, "adoptive": 2, "other": 3,
}  # fmt: skip
SINGLE = {
    "disabled, in need": 15.1,
    "unborn, in need": 1.7,
    "male, looked after": 56.0,
    "White British, looked after": 66.0,
    "assessed, not in need": 29.4,
    "back in care within 12 months": 9.8,
}
"""Shares that stand alone, in per cent."""

INDICATORS = {
    ("referrals_repeat_within_12_months", "six_months"): 16.6,
    ("referrals_no_further_action", "six_months"): 3.7,
    ("assessments_within_45_working_days", "six_months"): 96.4,
    ("conferences_within_15_working_days", "six_months"): 84.5,
    ("child_protection_plans_repeat", "six_months"): 26.0,
    ("child_protection_reviews_in_timescale", "as_at"): 96.7,
    ("children_in_need_unallocated", "as_at"): 3.0,
    ("looked_after_long_term_stability", "as_at"): 70.0,
    ("looked_after_three_or_more_placements", "as_at"): 9.5,
    ("looked_after_visits_within_limit", "as_at"): 91.5,
    ("looked_after_reviews_in_timescale", "as_at"): 99.5,
    ("looked_after_health_assessment_in_date", "as_at"): 90.0,
    ("looked_after_dental_check_in_date", "as_at"): 83.0,
}
"""What the truth of an indicator should be, in per cent, by its name and window."""
