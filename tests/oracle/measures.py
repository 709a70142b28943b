"""Every indicator again, in plain loops over rows, written from the definitions and not from the engine.

Each function takes the lists (name -> rows, each a dictionary with its ``position``) and the question, and gives
back ``(position, answer)`` for each row of the cohort. An answer is True, False, None (not known) or a number.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.days import Days, age, months_on

MEASURES = {}


@dataclass(frozen=True)
class Question:
    list_date: date
    after: date | None
    until: date
    days: Days
    limits: dict

    def back(self, months):
        return months_on(self.list_date, -months)

    def holds(self, day):
        return day is not None and self.after < day <= self.until

    def working_days_old(self, day):
        return self.days.between(day, self.list_date)


def measure(function):
    MEASURES[function.__name__] = function
    return function


def count_of(name, list_name, column):
    def function(lists, question):
        return [(row["position"], True) for row in lists[list_name] if question.holds(row[column])]

    MEASURES[name] = function


for measure_name, its_list, its_column in (
    ("contacts_received", "contacts", "contact_date"),
    ("contacts_per_10000", "contacts", "contact_date"),
    ("early_help_assessments_started", "early_help_assessments", "eh_start"),
    ("referrals_received", "referrals", "referral_date"),
    ("referrals_per_10000", "referrals", "referral_date"),
    ("assessments_completed", "assessments", "assessment_end"),
    ("section_47_enquiries", "section_47_enquiries", "s47_start"),
    ("section_47_per_10000", "section_47_enquiries", "s47_start"),
):
    count_of(measure_name, its_list, its_column)


def yes_or_no(letter):
    return {"Y": True, "N": False}.get(letter)


def one_or_more(number):
    return None if number is None else number >= 1


def is_open(row, starts, ends, day):
    begun = row[starts] is None or row[starts] <= day
    return begun and (row[ends] is None or row[ends] > day)


@measure
def contacts_leading_to_referral(lists, question):
    answers = []
    for contact in lists["contacts"]:
        made = contact["contact_date"]
        if not question.holds(made) or question.working_days_old(made) < 1:
            continue
        followed = False
        for referral in lists["referrals"]:
            received = referral["referral_date"]
            same_child = contact["child_id"] is not None and referral["child_id"] == contact["child_id"]
            if same_child and received is not None and received >= made and question.days.between(made, received) <= 1:
                followed = True
        answers.append((contact["position"], followed))
    return answers


@measure
def referrals_repeat_within_12_months(lists, question):
    latest, nameless = {}, []
    for row in lists["referrals"]:
        if not question.holds(row["referral_date"]):
            continue
        if row["child_id"] is None:
            nameless.append(row)
            continue
        best = latest.get(row["child_id"])
        if best is None or row["referral_date"] >= best["referral_date"]:
            latest[row["child_id"]] = row
    return [(row["position"], one_or_more(row["referrals_12m"])) for row in [*latest.values(), *nameless]]


@measure
def referrals_no_further_action(lists, question):
    return [
        (row["position"], yes_or_no(row["referral_nfa"]))
        for row in lists["referrals"]
        if question.holds(row["referral_date"])
    ]


def took_at_most(list_name, starts, ends, limit):
    def function(lists, question):
        answers = []
        for row in lists[list_name]:
            if question.holds(row[ends]):
                taken = None if row[starts] is None else question.days.between(row[starts], row[ends])
                answers.append((row["position"], None if taken is None else taken <= limit))
        return answers

    return function


MEASURES["assessments_within_45_working_days"] = took_at_most("assessments", "assessment_start", "assessment_end", 45)
MEASURES["conferences_within_15_working_days"] = took_at_most("section_47_enquiries", "s47_start", "icpc_date", 15)


@measure
def assessments_open_over_45_working_days(lists, question):
    answers = []
    for row in lists["assessments"]:
        if is_open(row, "assessment_start", "assessment_end", question.list_date):
            began = row["assessment_start"]
            answers.append((row["position"], None if began is None else question.working_days_old(began) > 45))
    return answers


@measure
def assessments_child_seen(lists, question):
    return [
        (row["position"], yes_or_no(row["child_seen"]))
        for row in lists["assessments"]
        if question.holds(row["assessment_end"])
    ]


@measure
def section_47_leading_to_conference(lists, question):
    return [
        (row["position"], row["icpc_date"] is not None)
        for row in lists["section_47_enquiries"]
        if question.holds(row["s47_start"]) and question.working_days_old(row["s47_start"]) >= 15
    ]


def open_children_in_need(lists, question):
    return [row for row in lists["children_in_need"] if is_open(row, "cin_start", "cin_end", question.list_date)]


def open_plans(lists, question):
    return [row for row in lists["child_protection_plans"] if is_open(row, "cpp_start", "cpp_end", question.list_date)]


def in_care(lists, question):
    return [
        row
        for row in lists["children_looked_after"]
        if is_open(row, "cla_start", "ceased_date", question.list_date) and row["legal_status"] not in ("V3", "V4")
    ]


def head_count(*names, of):
    def function(lists, question):
        return [(row["position"], True) for row in of(lists, question)]

    for name in names:
        MEASURES[name] = function


head_count("children_in_need_open", "children_in_need_per_10000", of=open_children_in_need)
head_count("child_protection_plans_open", "child_protection_plans_per_10000", of=open_plans)
head_count("children_looked_after", "children_looked_after_per_10000", of=in_care)


@measure
def children_in_need_seen_within_limit(lists, question):
    limit = question.limits["child_in_need_seen_working_days"]
    answers = []
    for row in open_children_in_need(lists, question):
        if row["case_status"] != "CIN":
            continue
        seen, began = row["last_seen"], row["cin_start"]
        if seen is not None:
            answers.append((row["position"], question.working_days_old(seen) <= limit))
        elif began is None or question.working_days_old(began) > limit:
            answers.append((row["position"], False))
    return answers


@measure
def children_in_need_unallocated(lists, question):
    return [(row["position"], row["worker"] is None) for row in open_children_in_need(lists, question)]


@measure
def child_protection_plans_repeat(lists, question):
    return [
        (row["position"], one_or_more(row["previous_cpps"]))
        for row in lists["child_protection_plans"]
        if question.holds(row["cpp_start"])
    ]


@measure
def child_protection_plans_open_over_2_years(lists, question):
    return [
        (row["position"], None if row["cpp_start"] is None else row["cpp_start"] <= question.back(24))
        for row in open_plans(lists, question)
    ]


@measure
def child_protection_plans_ended_after_2_years(lists, question):
    answers = []
    for row in lists["child_protection_plans"]:
        if question.holds(row["cpp_end"]):
            began = row["cpp_start"]
            answers.append((row["position"], None if began is None else row["cpp_end"] >= months_on(began, 24)))
    return answers


@measure
def child_protection_visits_within_limit(lists, question):
    limit = question.limits["child_protection_visit_working_days"]
    answers = []
    for row in open_plans(lists, question):
        if row["cpp_start"] is not None and question.working_days_old(row["cpp_start"]) > limit:
            visit = row["last_stat_visit"]
            answers.append((row["position"], visit is not None and question.working_days_old(visit) <= limit))
    return answers


@measure
def child_protection_reviews_in_timescale(lists, question):
    answers = []
    for row in open_plans(lists, question):
        if row["cpp_start"] is not None and row["cpp_start"] < question.back(3):
            review = row["last_review"]
            answers.append((row["position"], review is not None and review >= question.back(6)))
    return answers


@measure
def child_protection_seen_alone(lists, question):
    return [(row["position"], yes_or_no(row["seen_alone"])) for row in open_plans(lists, question)]


@measure
def looked_after_three_or_more_placements(lists, question):
    return [
        (row["position"], None if row["placements_12m"] is None else row["placements_12m"] >= 3)
        for row in in_care(lists, question)
    ]


@measure
def looked_after_long_term_stability(lists, question):
    answers = []
    for row in in_care(lists, question):
        if row["cla_start"] is None or row["cla_start"] > question.back(30):
            continue
        if row["dob"] is None or row["placement_start"] is None:
            if row["dob"] is None or age(row["dob"], question.list_date) < 16:
                answers.append((row["position"], None))
        elif age(row["dob"], question.list_date) < 16:
            answers.append((row["position"], row["placement_start"] <= question.back(24)))
    return answers


@measure
def looked_after_visits_within_limit(lists, question):
    answers = []
    for row in in_care(lists, question):
        placed, visit = row["placement_start"], row["last_sw_visit"]
        if placed is not None and (question.list_date - placed).days <= 7:
            continue
        settled = row["placement_type"] in ("U1", "U4") and placed is not None and placed <= question.back(12)
        if visit is None:
            in_time = False
        elif settled:
            in_time = visit >= question.back(question.limits["looked_after_visit_long_term_months"])
        else:
            in_time = question.list_date - visit <= timedelta(days=question.limits["looked_after_visit_days"])
        answers.append((row["position"], in_time))
    return answers


@measure
def looked_after_reviews_in_timescale(lists, question):
    answers = []
    for row in in_care(lists, question):
        began, review = row["cla_start"], row["last_review"]
        if began is None or question.working_days_old(began) <= 20:
            continue
        months = 3 if began > question.back(4) else 6
        answers.append((row["position"], review is not None and review >= question.back(months)))
    return answers


def a_year_in_care(lists, question):
    return [row for row in in_care(lists, question) if row["cla_start"] and row["cla_start"] <= question.back(12)]


@measure
def looked_after_health_assessment_in_date(lists, question):
    answers = []
    for row in a_year_in_care(lists, question):
        if row["dob"] is None:
            answers.append((row["position"], None))
        else:
            months = 6 if age(row["dob"], question.list_date) < 5 else 12
            done = row["last_health"]
            answers.append((row["position"], done is not None and done >= question.back(months)))
    return answers


@measure
def looked_after_dental_check_in_date(lists, question):
    return [
        (row["position"], row["last_dental"] is not None and row["last_dental"] >= question.back(12))
        for row in a_year_in_care(lists, question)
    ]


def placed_in(name, types):
    def function(lists, question):
        return [
            (row["position"], None if row["placement_type"] is None else row["placement_type"] in types)
            for row in in_care(lists, question)
        ]

    MEASURES[name] = function


placed_in("looked_after_placed_with_parents", {"P1"})
placed_in("looked_after_foster_placements", {"U1", "U2", "U3", "U4", "U5", "U6"})


@measure
def looked_after_absent(lists, question):
    return [(row["position"], one_or_more(row["absent_12m"])) for row in in_care(lists, question)]


@measure
def looked_after_return_interviews_offered(lists, question):
    return [
        (row["position"], yes_or_no(row["rhi_offered"]))
        for row in in_care(lists, question)
        if row["missing_12m"] is not None and row["missing_12m"] >= 1
    ]


def leavers(name, eligible, gone, answer):
    def function(lists, question):
        return [
            (row["position"], answer(row, question))
            for row in lists["care_leavers"]
            if row["eligibility"] in eligible and row["in_touch"] not in gone
        ]

    MEASURES[name] = function


OURS, WITH_ELIGIBLE, GONE = {"RELEVANT", "FORMER"}, {"RELEVANT", "FORMER", "ELIGIBLE"}, {"DIED", "RHOM"}
TOUCH = {"YES": True, "NO": False, "REFU": False, "NREQ": False}
SUITABLE = {"1": True, "2": False}
leavers("care_leavers_in_touch", OURS, GONE, lambda row, _: TOUCH.get(row["in_touch"]))
leavers("care_leavers_suitable_accommodation", OURS, GONE, lambda row, _: SUITABLE.get(row["suitability"]))
leavers("care_leavers_eet", OURS, GONE, lambda row, _: None if row["activity"] is None else row["activity"][0] in "FP")
leavers(
    "care_leavers_contact_within_3_months",
    OURS,
    set(),
    lambda row, question: row["last_contact"] is not None and row["last_contact"] >= question.back(3),
)
leavers("care_leavers_with_personal_adviser", WITH_ELIGIBLE, set(), lambda row, _: row["personal_adviser"] is not None)
leavers(
    "care_leavers_pathway_plan_in_date",
    WITH_ELIGIBLE,
    set(),
    lambda row, question: row["last_pathway"] is not None and row["last_pathway"] >= question.back(6),
)


@measure
def adoption_days_entering_care_to_placed(lists, question):
    answers = []
    for row in lists["adoption"]:
        if question.holds(row["adoption_order"]):
            both = row["entered_care"] is not None and row["placed"] is not None
            answers.append((row["position"], (row["placed"] - row["entered_care"]).days if both else None))
    return answers


@measure
def adoption_days_placement_order_to_match(lists, question):
    answers = []
    for row in lists["adoption"]:
        if question.holds(row["adoption_order"]) and row["placement_order"] is not None:
            wait = None if row["matched"] is None else max(0, (row["matched"] - row["placement_order"]).days)
            answers.append((row["position"], wait))
    return answers
