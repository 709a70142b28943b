"""Lists that disagree with each other, one disagreement each."""

from __future__ import annotations

from dataclasses import dataclass

from tests.expectations.small_council import CLEAN, Lists, changed

CARE, NEED, PLANS = "children_looked_after", "children_in_need", "child_protection_plans"
ANN = "child_id=00101 gender=F ethnicity=WBRI dob=2015-03-02 age=11"
EVE = "child_id=00505 gender=F ethnicity=BCRB dob=2010-01-12 age=16"
DEE = "child_id=00404 gender=F ethnicity=WBRI dob=2012-11-05 age=13"
FIN = "child_id=00606 gender=M ethnicity=WBRI dob=2018-04-09 age=8"
LEFT = "case_status=CLOSED cin_end=2026-10-19 cin_close_reason=RC7"


@dataclass(frozen=True)
class Between:
    """Changed lists, and the rules that fail on them, the first of them at one row of one list.

    ``earlier`` is the extract before; where nothing is said of it, it held the clean lists.
    """

    breaks: tuple[str, ...]
    list: str
    row: int
    lists: Lists
    earlier: Lists


def between(
    breaks: str, where: str, *changes: tuple[str, int, str], earlier: tuple[tuple[str, int, str], ...] = ()
) -> Between:
    """``where`` is the list and row at which the first rule fails."""
    name, row = where.split()
    return Between(tuple(breaks.split()), name, int(row), all_changed(changes), all_changed(earlier))


def all_changed(changes: tuple[tuple[str, int, str], ...]) -> Lists:
    lists: Lists = CLEAN
    for name, row, cells in changes:
        lists = changed(name, row, cells, lists)
    return lists


BETWEEN = (
    *(
        between(rule, f"{name} {row}", (NEED, 0, cells))
        for rule, cells, names in (
            ("P17", "dob=2015-03-03", ("contacts", "referrals", "assessments", "section_47_enquiries", NEED, PLANS)),
            ("P18", "gender=M", ("contacts", "referrals", "assessments", "section_47_enquiries", NEED, PLANS)),
            ("P19", "ethnicity=WOTH", ("contacts", "referrals", "assessments", "section_47_enquiries", NEED, PLANS)),
            ("P20", "disability=Y", ("assessments", "section_47_enquiries", NEED, PLANS)),
        )
        for name in names
        for row in (0,)
    ),
    *(
        between(rule, f"{where} 0", (NEED, 1, cells))
        for rule, cells in (
            ("P17", "dob=2020-06-16"),
            ("P18", "gender=F"),
            ("P19", "ethnicity=WOTH"),
            ("P20", "disability=Y"),
        )
        for where in (CARE, "adoption")
    ),
    *(
        between(rule, "early_help_assessments 0", (NEED, 4, cells))
        for rule, cells in (("P17", "dob=2018-04-10"), ("P18", "gender=F"), ("P19", "ethnicity=WOTH"))
    ),
    *(
        between(
            f"{rule} 4.13",
            "care_leavers 0",
            ("assessments", 2, f"child_id=00303 gender=M ethnicity=MWBC dob=2007-02-20 {cells}"),
        )
        for rule, cells in (
            ("P17", "dob=2007-02-21"),
            ("P18", "gender=F"),
            ("P19", "ethnicity=WOTH"),
            ("P20", "disability=Y"),
        )
    ),
    between("6.07", f"{NEED} 3", (NEED, 3, "case_status=CIN")),
    between("6.08", f"{NEED} 0", (NEED, 0, "case_status=CIN")),
    between("6.09", f"{NEED} 2", (NEED, 2, "case_status=LAC")),
    between("6.10", f"{NEED} 2", (NEED, 2, "case_status=CPP")),
    between("6.11", f"{NEED} 4", (NEED, 4, "cin_end= cin_close_reason= case_status=ASSESS")),
    between("6.12", f"{PLANS} 1", (PLANS, 1, "child_id=00909 cpp_start=2025-06-24")),
    between("6.12", f"{CARE} 2", (CARE, 2, "child_id=00910")),
    between("6.18", f"{NEED} 4", (NEED, 4, "cin_close_reason=RC1")),
    between("6.19 4.13", f"{NEED} 2", (NEED, 2, "cin_end=2026-10-20 cin_close_reason=RC8 case_status=CLOSED")),
    between("2.04", "early_help_assessments 1", ("early_help_assessments", 1, ANN)),
    between("7.20", f"{PLANS} 0", (NEED, 0, "case_status=LAC"), (CARE, 2, f"{ANN} cla_start=2026-08-10")),
    between("1.06", "referrals 1", ("contacts", 1, "contact_date=2026-09-01")),
    between("3.08", "referrals 1", ("referrals", 1, "referral_nfa=Y")),
    between("3.09 1.06", "referrals 2", ("referrals", 2, "child_id=00911 referral_date=2026-09-01")),
    between("3.09 6.23", "referrals 2", ("referrals", 2, f"{FIN} referral_date=2026-08-04")),
    between("3.10 1.06", "referrals 2", ("referrals", 2, f"{EVE} referral_date=2026-10-20 referral_nfa=Y")),
    between(
        "4.11",
        "assessments 1",
        ("assessments", 1, "assessment_end=2026-10-20 support_needed=N"),
        (NEED, 2, "case_status=CIN"),
    ),
    between("4.13", "assessments 2", ("assessments", 2, "child_id=00912")),
    between("4.15", "assessments 1", ("assessments", 1, "assessment_start=2026-09-28")),
    between(
        "5.09",
        "section_47_enquiries 1",
        ("section_47_enquiries", 1, "icpc_unnecessary=N icpc_date=2026-10-22 icpc_plan=Y"),
    ),
    between("5.10 7.23", "section_47_enquiries 0", ("section_47_enquiries", 0, "icpc_plan=N")),
    between("5.14", "section_47_enquiries 2", ("section_47_enquiries", 2, f"{ANN} s47_start=2026-09-07")),
    between("5.16", "section_47_enquiries 1", ("section_47_enquiries", 1, "s47_start=2026-10-01")),
    between(
        "5.17", "section_47_enquiries 1", ("section_47_enquiries", 1, "s47_start= icpc_date=2026-10-01 icpc_plan=N")
    ),
    between(
        "5.17",
        f"{PLANS} 1",
        ("section_47_enquiries", 1, "icpc_unnecessary=N icpc_date=2026-09-21 icpc_plan=Y"),
        (PLANS, 1, f"{DEE} team=South-1 worker=W02 cpp_start=2026-09-21 cpp_end=2026-10-20"),
    ),
    between("5.18", "section_47_enquiries 2", ("section_47_enquiries", 2, "child_id=00913")),
    between("6.22 5.18", f"{NEED} 4", ("section_47_enquiries", 2, f"{FIN} s47_start=2026-06-22 icpc_unnecessary=")),
    between("6.23", f"{NEED} 4", ("referrals", 2, f"{FIN} referral_date=2026-08-04 referral_nfa=Y")),
    between(
        "6.25 6.23",
        f"{NEED} 4",
        (NEED, 4, "cin_close_reason=RC8"),
        ("assessments", 2, f"{FIN} assessment_start=2026-08-10 assessment_end=2026-08-20"),
    ),
    between("7.19 7.23", f"{PLANS} 0", ("section_47_enquiries", 0, "icpc_date= icpc_plan=")),
    between("7.23", f"{PLANS} 0", ("section_47_enquiries", 0, "icpc_plan=")),
    between("8.13", f"{CARE} 1", (CARE, 1, "placement_type=A3")),
    between("8.14", f"{CARE} 0", (CARE, 0, "legal_status=C2"), ("adoption", 0, "placement_order=")),
    between(
        "8.39",
        f"{CARE} 1",
        (CARE, 1, "ceased_date=2026-10-19 ceased_reason=E11"),
        (NEED, 3, LEFT),
        earlier=((CARE, 1, "placement_type=A5"),),
    ),
    between(
        "8.43",
        f"{CARE} 1",
        (CARE, 1, "cla_start=2026-08-10"),
        earlier=((CARE, 1, "ceased_date=2026-07-20 ceased_reason=E8"),),
    ),
    between(
        "8.48",
        f"{CARE} 1",
        (CARE, 1, "ceased_date=2026-10-19 ceased_reason=E11"),
        (NEED, 3, LEFT),
        ("adoption", 2, f"{EVE} entered_care=2025-02-10 adoption_order=2026-10-19"),
    ),
    between("9.15", f"{CARE} 1", (CARE, 1, "ceased_date=2026-10-19 ceased_reason=E8"), (NEED, 3, LEFT)),
    between("9.04", "care_leavers 1", ("care_leavers", 1, f"{EVE} eligibility=FORMER")),
    between("9.05", "care_leavers 0", ("care_leavers", 0, "eligibility=ELIGIBLE")),
    between("10.10", "adoption 0", ("adoption", 0, "entered_care=2023-01-17")),
    between("10.12", "adoption 0", ("adoption", 0, "adoption_order=2026-03-02")),
    between("10.13", "adoption 0", (CARE, 0, "placement_type=U6")),
    between("10.15", "adoption 0", ("adoption", 0, "family_id=F7")),
    between("11.09", "prospective_adopters 0", ("adoption", 0, "placed=2024-02-12")),
)
