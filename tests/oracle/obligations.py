"""Everything that falls due, again in plain loops: a day at a time, from the words of the guidance.

Each question takes a row (a dictionary) and a day, and says whether the row is late at the end of that day.
"""

from datetime import timedelta

from tests.oracle.days import ONE_DAY, age, months_on


def is_open(row, starts, ends, day):
    return not (starts and row[starts] and row[starts] > day) and not (ends and row[ends] and row[ends] <= day)


def assessment(row, day, days, limits):
    start, end = row["assessment_start"], row["assessment_end"]
    return start is not None and not (end and end <= day) and days.between(start, day) > 45


def conference(row, day, days, limits):
    if row["s47_start"] is None or row["icpc_unnecessary"] == "Y":
        return False
    return not (row["icpc_date"] and row["icpc_date"] <= day) and days.between(row["s47_start"], day) > 15


def seen(row, day, days, limits):
    limit = limits["child_in_need_seen_working_days"]
    if row["case_status"] != "CIN" or not is_open(row, "cin_start", "cin_end", day):
        return False
    if row["last_seen"] is None:
        return row["cin_start"] is None or days.between(row["cin_start"], day) > limit
    return days.between(row["last_seen"], day) > limit


def plan_visit(row, day, days, limits):
    limit = limits["child_protection_visit_working_days"]
    if not is_open(row, "cpp_start", "cpp_end", day) or row["cpp_start"] is None:
        return False
    if days.between(row["cpp_start"], day) <= limit:
        return False
    return row["last_stat_visit"] is None or days.between(row["last_stat_visit"], day) > limit


def plan_review(row, day, days, limits):
    if not is_open(row, "cpp_start", "cpp_end", day) or row["cpp_start"] is None:
        return False
    if row["cpp_start"] >= months_on(day, -3):
        return False
    return row["last_review"] is None or row["last_review"] < months_on(day, -6)


def in_care(row, day):
    return row["legal_status"] not in ("V3", "V4") and is_open(row, "cla_start", "ceased_date", day)


def care_visit(row, day, days, limits):
    placed, visited = row["placement_start"], row["last_sw_visit"]
    if not in_care(row, day) or (placed and (day - placed).days <= 7):
        return False
    settled = placed and row["placement_type"] in ("U1", "U4") and placed <= months_on(day, -12)
    oldest = months_on(day, -3) if settled else day - timedelta(days=42)
    return visited is None or visited < oldest


def care_review(row, day, days, limits):
    if not in_care(row, day) or row["cla_start"] is None or days.between(row["cla_start"], day) <= 20:
        return False
    oldest = months_on(day, -3 if row["cla_start"] > months_on(day, -4) else -6)
    return row["last_review"] is None or row["last_review"] < oldest


def a_year_in_care(row, day):
    return in_care(row, day) and row["cla_start"] is not None and row["cla_start"] <= months_on(day, -12)


def first_care_review(row, day, days, limits):
    return row["last_review"] is None and care_review(row, day, days, limits)


def later_care_review(row, day, days, limits):
    return row["last_review"] is not None and care_review(row, day, days, limits)


def first_health(row, day, days, limits):
    if not in_care(row, day) or row["cla_start"] is None or row["last_health"] is not None:
        return False
    return days.between(row["cla_start"], day) > 20


def health(row, day, days, limits):
    if not in_care(row, day) or row["dob"] is None or row["last_health"] is None:
        return False
    return row["last_health"] < months_on(day, -6 if age(row["dob"], day) < 5 else -12)


def dental(row, day, days, limits):
    late = row["last_dental"] is None or row["last_dental"] < months_on(day, -12)
    return a_year_in_care(row, day) and late


def pathway(row, day, days, limits):
    if row["eligibility"] not in ("RELEVANT", "FORMER", "ELIGIBLE"):
        return False
    return row["last_pathway"] is None or row["last_pathway"] < months_on(day, -6)


QUESTIONS = (
    ("assessment", "assessments", "assessment_start", "assessment_end", assessment),
    ("child protection conference", "section_47_enquiries", "s47_start", "", conference),
    ("child in need to be seen", "children_in_need", "cin_start", "cin_end", seen),
    ("child protection visit", "child_protection_plans", "cpp_start", "cpp_end", plan_visit),
    ("child protection review", "child_protection_plans", "cpp_start", "cpp_end", plan_review),
    ("looked-after visit", "children_looked_after", "cla_start", "ceased_date", care_visit),
    ("first looked-after review", "children_looked_after", "cla_start", "ceased_date", first_care_review),
    ("looked-after review", "children_looked_after", "cla_start", "ceased_date", later_care_review),
    ("first health assessment", "children_looked_after", "cla_start", "ceased_date", first_health),
    ("health assessment", "children_looked_after", "cla_start", "ceased_date", health),
    ("dental check", "children_looked_after", "cla_start", "ceased_date", dental),
    ("pathway plan review", "care_leavers", "", "", pathway),
)
IN_WORKING_DAYS = (
    "assessment",
    "child protection conference",
    "child in need to be seen",
    "child protection visit",
    "first looked-after review",
    "first health assessment",
)


def all_that_falls_due(lists, days, limits, list_date):
    """(what, list, position, last day in time, working days left) of every row that will be late."""
    found = set()
    for what, name, starts, ends, late in QUESTIONS:
        for row in lists[name]:
            if not is_open(row, starts, ends, list_date) or late(row, list_date, days, limits):
                continue
            day = list_date
            while days.between(list_date, day) <= 10:
                if late(row, day + ONE_DAY, days, limits):
                    left = days.between(list_date, day)
                    while what in IN_WORKING_DAYS and day > list_date and not days.between(day - ONE_DAY, day):
                        day -= ONE_DAY
                    found.add((what, name, row["position"], day.isoformat(), left))
                    break
                day += ONE_DAY
    return found
