"""A council of some fifty rows, small enough that every figure of October 2026 can be worked out by hand.

Most rows stand on a limit or one day beside it: the first and last day of the month, six and twelve months before the
list date to the day, the 45th working day over a bank holiday.
"""

from reporting.lists import ANNEX_A

LANCASTER = "Lancaster Assessment and Safeguarding 1"
PRESTON = "Preston Children Looked After"
COUNTY_TEAM = "Multi-Agency Safeguarding Hub"
UNKNOWN_TEAM = "Team Nine"

_PERSON = {"gender": "F", "ethnicity": "WBRI", "dob": "2014-03-02", "age": "12", "disability": "N", "worker": "W1"}
_ALWAYS = {
    "contacts": {"contact_source": "1A"},
    "early_help_assessments": {"eh_org": "School"},
    "referrals": {"referral_source": "2A"},
    "assessments": {},
    "section_47_enquiries": {"s47_12m": "1", "icpc_12m": "1", "icpc_unnecessary": "N", "icpc_plan": "N"},
    "children_in_need": {"primary_need": "N1"},
    "child_protection_plans": {"abuse_initial": "NEG", "abuse_latest": "NEG", "epo_6m": "N"},
    "children_looked_after": {
        **{"uasc": "N", "need_category": "N1", "second_period_12m": "N", "permanence_plan": "d", "in_out": "IN"},
        **{"placement_provider": "PR1", "placement_postcode": "PR1 1AA", "urn": "SC000001"},
    },
    "care_leavers": {"uasc": "N", "team": "Leaving Care East"},
    "adoption": {},
    "prospective_adopters": {"gender": "F", "ethnicity": "WBRI", "disability": "N", "ffa": "N"},
}
_ROWS = {
    "contacts": """
        child_id contact_date
        0001 2026-10-01
        0002 2026-10-31
        0003 2026-09-30
        0004 2026-04-30
        0005 2026-05-01
        0001 2026-10-29
        0007 2026-10-23
        0008 2026-10-22""",
    "early_help_assessments": """
        child_id eh_start eh_end
        0004 2026-04-30 2026-10-02
        0005 2026-10-31 .
        0006 2026-08-31 .""",
    "referrals": """
        child_id referral_date referral_nfa referrals_12m team
        0001 2026-10-30 N 1 LANCASTER
        0007 2026-10-26 N 0 PRESTON
        0008 2026-10-26 Y 0 COUNTY_TEAM
        0009 2026-06-01 N 0 LANCASTER
        0009 2026-09-01 N 1 LANCASTER""",
    "assessments": """
        child_id assessment_start assessment_end child_seen support_needed team
        0007 2026-08-27 2026-10-30 Y Y LANCASTER
        0008 2026-08-26 2026-10-30 N Y LANCASTER
        0009 2026-08-26 . N . PRESTON
        0010 2026-08-28 . Y . .""",
    "section_47_enquiries": """
        child_id s47_start icpc_date team
        0011 2026-10-01 2026-10-22 LANCASTER
        0012 2026-10-09 2026-10-30 LANCASTER
        0013 2026-10-12 . PRESTON
        0014 2026-09-01 2026-10-01 PRESTON""",
    "children_in_need": """
        child_id cin_start last_seen cin_end cin_close_reason case_status team worker
        0011 2026-01-05 2026-09-21 . . CPP LANCASTER W1
        0015 2026-01-05 2026-09-18 . . CIN LANCASTER W1
        0016 2026-01-05 2026-09-17 . . CIN PRESTON .
        0017 2026-10-20 . . . CIN PRESTON W1
        0018 2026-01-05 2026-06-01 2026-10-31 RC1 CLOSED PRESTON W1
        0007 2026-08-27 2026-10-01 . . ASSESS COUNTY_TEAM W1
        0002 2026-03-03 2026-10-02 . . CIN UNKNOWN_TEAM W1""",
    "child_protection_plans": """
        child_id cpp_start last_stat_visit seen_alone last_review cpp_end previous_cpps team
        0011 2026-10-22 2026-10-28 Y . . 0 LANCASTER
        0014 2024-10-31 2026-10-08 N 2026-04-30 . 1 PRESTON
        0019 2024-11-01 2026-10-09 Y 2026-04-29 . 0 COUNTY_TEAM
        0020 2024-09-30 2026-09-01 Y 2026-08-01 2026-10-01 2 LANCASTER""",
    "children_looked_after": """
        child_id cla_start placement_start placement_type last_sw_visit last_review last_health last_dental \
legal_status ceased_date ceased_reason placements_12m absent_12m missing_12m rhi_offered team
        0021 2023-02-01 2023-06-01 U1 2026-08-15 2026-05-01 2025-10-31 2025-10-30 C2 . . 1 0 0 . PRESTON
        0022 2026-09-30 2026-09-30 U4 2026-09-19 . . . E1 . . 3 2 1 Y COUNTY_TEAM
        0023 2024-01-01 2024-01-01 K2 2026-09-18 2026-06-01 2026-01-01 2026-01-01 V4 . . 1 0 0 . LANCASTER
        0001 2025-01-06 2025-01-06 U1 2026-10-01 2026-07-01 2026-01-05 2026-01-05 C2 2026-10-31 E4A 1 0 0 . LANCASTER
        0024 2024-04-30 2024-11-01 P1 2026-09-18 2026-04-29 2025-10-30 2025-11-01 C2 . . 2 0 0 . UNKNOWN_TEAM""",
    "care_leavers": """
        child_id dob age eligibility in_touch last_contact accommodation suitability activity personal_adviser \
last_pathway
        0031 2008-10-31 18 RELEVANT YES 2026-07-31 U 1 F1 PA 2026-04-30
        0032 2007-11-01 18 FORMER NO 2026-07-30 U 2 G4 . 2026-04-29
        0033 2005-10-31 21 FORMER DIED . . . . PA 2026-05-01
        0034 2004-10-31 22 FORMER YES 2026-10-01 U 1 P2 PA .
        0035 2009-06-01 17 ELIGIBLE YES 2026-10-01 . . . PA 2026-10-01
        0036 2003-06-01 23 QUALIFYING YES . . . . . .
        0037 2000-01-01 26 FORMER RHOM . . . . . 2026-10-01""",
    "adoption": """
        child_id family_id entered_care decision_date placement_order matched placed adoption_order
        0024 F1 2024-04-30 2024-12-01 2025-02-01 2025-06-01 2025-08-03 2026-10-31
        0041 F2 2024-01-01 2024-06-01 2025-02-01 2025-01-01 2025-03-01 2025-11-01
        0042 F3 2024-01-01 2024-06-01 2024-07-01 2025-01-01 2025-03-01 2025-10-31""",
    "prospective_adopters": """
        adopter_id family_id enquiry_date s1_start s1_end s2_start s2_end app_submitted app_approved matched placed
        AD1 F1 2025-11-05 2025-12-01 2026-02-01 2026-02-02 2026-05-01 2026-04-01 2026-05-02 2026-06-01 2026-07-01""",
}
_TEAMS = {"LANCASTER": LANCASTER, "PRESTON": PRESTON, "COUNTY_TEAM": COUNTY_TEAM, "UNKNOWN_TEAM": UNKNOWN_TEAM}

# numerator and denominator for the whole county; a count has no denominator
ANSWERS = {
    ("contacts_received", "month"): (5, None),
    ("contacts_received", "six_months"): (7, None),
    ("contacts_leading_to_referral", "month"): (2, 4),
    ("contacts_leading_to_referral", "six_months"): (2, 6),
    ("early_help_assessments_started", "month"): (1, None),
    ("early_help_assessments_started", "six_months"): (2, None),
    ("referrals_received", "month"): (3, None),
    ("referrals_received", "six_months"): (5, None),
    ("referrals_repeat_within_12_months", "month"): (1, 3),
    ("referrals_repeat_within_12_months", "six_months"): (2, 4),
    ("referrals_no_further_action", "six_months"): (1, 5),
    ("assessments_completed", "month"): (2, None),
    ("assessments_within_45_working_days", "month"): (1, 2),
    ("assessments_open_over_45_working_days", "as_at"): (1, 2),
    ("assessments_child_seen", "month"): (1, 2),
    ("section_47_enquiries", "month"): (3, None),
    ("section_47_enquiries", "six_months"): (4, None),
    ("section_47_leading_to_conference", "month"): (2, 2),
    ("section_47_leading_to_conference", "six_months"): (3, 3),
    ("conferences_within_15_working_days", "month"): (2, 3),
    ("children_in_need_open", "as_at"): (6, None),
    ("children_in_need_seen_within_limit", "as_at"): (2, 3),
    ("children_in_need_unallocated", "as_at"): (1, 6),
    ("child_protection_plans_open", "as_at"): (3, None),
    ("child_protection_plans_repeat", "month"): (0, 1),
    ("child_protection_plans_open_over_2_years", "as_at"): (1, 3),
    ("child_protection_plans_ended_after_2_years", "month"): (1, 1),
    ("child_protection_visits_within_limit", "as_at"): (1, 2),
    ("child_protection_reviews_in_timescale", "as_at"): (1, 2),
    ("child_protection_seen_alone", "as_at"): (2, 3),
    ("children_looked_after", "as_at"): (3, None),
    ("looked_after_three_or_more_placements", "as_at"): (1, 3),
    ("looked_after_long_term_stability", "as_at"): (1, 2),
    ("looked_after_visits_within_limit", "as_at"): (2, 3),
    ("looked_after_reviews_in_timescale", "as_at"): (1, 3),
    ("looked_after_health_assessment_in_date", "as_at"): (1, 2),
    ("looked_after_dental_check_in_date", "as_at"): (1, 2),
    ("looked_after_placed_with_parents", "as_at"): (1, 3),
    ("looked_after_foster_placements", "as_at"): (2, 3),
    ("looked_after_absent", "as_at"): (1, 3),
    ("looked_after_return_interviews_offered", "as_at"): (1, 1),
    ("care_leavers_in_touch", "as_at"): (2, 3),
    ("care_leavers_contact_within_3_months", "as_at"): (2, 5),
    ("care_leavers_suitable_accommodation", "as_at"): (2, 3),
    ("care_leavers_eet", "as_at"): (2, 3),
    ("care_leavers_with_personal_adviser", "as_at"): (4, 6),
    ("care_leavers_pathway_plan_in_date", "as_at"): (4, 6),
    ("adoption_days_entering_care_to_placed", "twelve_months"): (460 + 425, 2),
    ("adoption_days_placement_order_to_match", "twelve_months"): (120 + 0, 2),
}

# where they are counted: the count in each district (or group of ages) that has anybody
BY_DISTRICT = {
    ("contacts_received", "month"): {"Lancaster": 2, "county-wide": 1, "no district recorded": 2},
    ("children_looked_after", "as_at"): {"Preston": 1, "county-wide": 1, "no district recorded": 1},
    ("children_in_need_open", "as_at"): {"Lancaster": 2, "Preston": 2, "county-wide": 1, "no district recorded": 1},
    ("adoption_days_entering_care_to_placed", "twelve_months"): {"no district recorded": 885},
}
IN_TOUCH_BY_AGE = {"17-18": (1, 2), "19-21": (0, 0), "22-25": (1, 1), "other ages": (0, 0)}


def rows_of(list_name: str) -> list[dict[str, str]]:
    """The list's rows in codes and plain dates, each cell under its column's key; blanks are ""."""
    head, *lines = [line.split() for line in _ROWS[list_name].strip().splitlines()]
    given = [dict(zip(head, line, strict=True)) for line in lines]
    return [
        _whole(list_name, {key: "" if cell == "." else _TEAMS.get(cell, cell) for key, cell in row.items()})
        for row in given
    ]


def _whole(list_name: str, given: dict[str, str]) -> dict[str, str]:
    usual = {**_PERSON, **_ALWAYS[list_name]}
    if list_name == "children_looked_after":
        usual |= {"legal_start": given["cla_start"], "last_iro": given["last_review"]}
    if not given.get("icpc_date", "held"):
        usual |= {"icpc_plan": "", "icpc_unnecessary": "Y", "icpc_12m": "0"}
    if given.get("child_id") == "0011" and list_name == "section_47_enquiries":
        usual |= {"icpc_plan": "Y"}
    return {key: given.get(key, usual.get(key, "")) for key in ANNEX_A[list_name].keys}
