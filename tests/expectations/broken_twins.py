"""Rows that break one rule each: derived from the schema for what every list shares, and written out for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporting.lists import LISTS
from reporting.lists.schema import Kind
from tests.expectations.small_council import CLEAN, said

BASE_ROW = {
    "contacts": 1,
    "early_help_assessments": 1,
    "referrals": 1,
    "assessments": 1,
    "section_47_enquiries": 1,
    "children_in_need": 2,
    "child_protection_plans": 0,
    "children_looked_after": 1,
    "care_leavers": 0,
    "adoption": 1,
    "prospective_adopters": 0,
}


@dataclass(frozen=True)
class Twin:
    """A clean row (by its place) with cells changed so that the rules ``breaks`` fail, and no others.

    A ``derived`` twin changes one column to something impossible: other rules that guard the column may fail too.
    """

    breaks: tuple[str, ...]
    row: int
    cells: str
    derived: bool = False

    @property
    def changes(self) -> frozenset[str]:
        return frozenset(said(self.cells))


def derived(name: str) -> Iterator[Twin]:
    """What the schema and the person rules forbid, column by column."""
    row, schema = BASE_ROW[name], LISTS[name]
    for column in schema.columns:
        for rule, value in _forbidden(column.key, column.kind):
            yield Twin((rule,), row, f"{column.key}={value}", derived=True)
    for order in schema.date_orders:
        if order.before == "dob":
            yield Twin(("P34",), row, f"dob=2026-10-20 age=0 {order.after}=2025-06-02", derived=True)
    yield Twin(("P01",), row, f"{schema.key[0]}=", derived=True)
    yield Twin(("P12",), row, "gender=U", derived=True)
    if "team" in schema.keys:
        yield Twin(("T01",), row, "team=Elsewhere-9")
        yield from (Twin(("T02",), row, f"team={name}") for name in ("OLD-1", "Coming-1"))
    if "dob" in schema.keys:
        yield from (Twin((rule,), row, cells, derived=True) for rule, cells in PERSON_TWINS)


PERSON_TWINS = (
    ("P06", "dob="),
    ("P07", "dob=2026-12-01 age=0"),
    ("P08", "dob=2028-01-03 age=-1 gender=U"),
    ("P09", "age=2"),
    ("P10", "age=27"),
    ("P10", "age=-3"),
    ("P11", "age=18 dob=2008-05-05"),
    ("P11", "age= dob=2008-05-05"),
    ("P12b", "dob=2026-12-20 age=-1 gender=M"),
)


def _forbidden(key: str, kind: Kind) -> Iterator[tuple[str, str]]:
    if kind is Kind.DATE:
        yield ("P05" if key == "dob" else "P24"), "31/02/2026"
        yield "P27", "1989-05-05"
        if key != "dob":
            yield "P26", "2026-11-20"
    elif kind is Kind.CODE:
        yield {"gender": "P14", "ethnicity": "P15"}.get(key, "P23"), "nonsense"
    elif kind is Kind.WHOLE_NUMBER:
        yield ("P10" if key == "age" else "P33"), "several"
        if key != "age":
            yield "P33", "-2"


def written(name: str) -> Iterator[Twin]:
    """The list's own rules: rules broken, row it starts from, cells changed. A line without bars goes on."""
    for line in re.sub(r"\n(?=[^|\n]*(?:\n|$))", " ", WRITTEN[name].strip()).splitlines():
        breaks, row, cells = (part.strip() for part in line.split("|"))
        assert int(row) < len(CLEAN[name])
        yield Twin(tuple(breaks.split("+")), int(row), cells)


WRITTEN = {
    "contacts": """
        1.01     | 1 | contact_date=
        1.02     | 1 | contact_source=
        P29      | 1 | contact_date=2026-04-15
    """,
    "early_help_assessments": """
        2.01     | 1 | eh_start=
        2.02     | 0 | eh_end=2026-08-03
        2.03     | 1 | eh_start=2025-09-01
        2.05     | 1 | eh_org=
        P29      | 0 | eh_start=2026-03-02 eh_end=2026-04-20
    """,
    "referrals": """
        3.01     | 1 | referral_date=
        3.02     | 1 | referral_source=
        3.03     | 1 | referral_nfa=
        3.04     | 1 | referrals_12m=
        3.06     | 1 | referrals_12m=7
        P29      | 1 | referral_date=2026-04-20
        P30      | 1 | team=
        P30      | 1 | worker=
    """,
    "assessments": """
        4.01     | 1 | assessment_start=
        4.02     | 0 | assessment_end=2026-06-01
        4.05     | 1 | assessment_start=2026-08-10
        4.06     | 0 | assessment_end=2026-08-14
        4.06+4.12 | 0 | assessment_start=2025-12-01
        4.07     | 0 | assessment_end=2026-06-03
        4.08     | 0 | support_needed=
        4.09     | 1 | support_needed=Y
        4.10     | 0 | child_seen=N
        4.10     | 0 | child_seen=
        4.14     | 1 | disability=
        P29      | 0 | assessment_start=2026-03-02 assessment_end=2026-04-20
        P30      | 1 | team=
        P30      | 1 | worker=
    """,
    "section_47_enquiries": """
        5.01     | 1 | s47_start=
        5.02     | 0 | s47_start=2026-06-29
        5.03     | 0 | icpc_unnecessary=Y
        5.04     | 0 | icpc_date= icpc_plan=
        5.05     | 0 | icpc_date= icpc_plan= icpc_unnecessary=
        5.06     | 0 | icpc_plan=
        5.07     | 1 | icpc_plan=N
        5.08     | 0 | icpc_date=2026-06-27
        5.15     | 0 | icpc_date=2026-10-21
        P29      | 1 | s47_start=2026-04-13
        P30      | 1 | team=
        P30      | 1 | worker=
        P36      | 1 | disability=
        P36      | 1 | s47_12m=
        P36      | 1 | icpc_12m=
    """,
    "children_in_need": """
        6.01     | 2 | cin_start=
        6.02+P38 | 4 | cin_start=2026-07-13 last_seen=2026-07-14
        6.03     | 4 | cin_close_reason=
        6.04     | 2 | cin_close_reason=RC7
        6.05     | 2 | case_status=CLOSED
        6.05     | 4 | case_status=CIN
        6.06     | 2 | case_status=
        6.13     | 2 | primary_need=
        6.13     | 2 | primary_need=N0
        6.13     | 1 | primary_need=N9
        6.14     | 2 | last_seen=
        6.15     | 0 | last_seen=2026-09-01
        6.17     | 2 | last_seen=2026-09-29
        6.21     | 2 | case_status=CIN cin_start=2024-06-03
        P29      | 4 | cin_end=2026-04-20 last_seen=2026-04-13
        P30      | 2 | team=
        P30      | 2 | worker=
        P36      | 2 | disability=
        P38      | 4 | last_seen=2026-07-13
    """,
    "child_protection_plans": """
        7.01     | 0 | cpp_start=
        7.02     | 0 | cpp_start=2026-06-24 cpp_end=2026-06-24 last_review= last_stat_visit= seen_alone=
        7.04     | 0 | abuse_initial=
        7.05     | 0 | abuse_latest=
        7.06     | 0 | abuse_initial=NEG,EMO
        7.06     | 0 | abuse_latest=NEG,EMO
        7.07     | 0 | last_review=2026-06-24
        7.08     | 0 | last_review=
        7.09     | 0 | last_review=2026-04-20 cpp_start=2025-06-24
        7.10     | 0 | cpp_end=2026-10-05
        7.10     | 0 | cpp_end=2026-10-05 last_review=2026-10-07 last_stat_visit=2026-10-01
        7.11     | 0 | last_stat_visit= seen_alone=
        7.12     | 0 | last_stat_visit=2026-09-30
        7.12+7.13 | 0 | last_stat_visit=2026-06-20
        7.14     | 0 | seen_alone=
        7.15     | 0 | previous_cpps=
        7.16     | 0 | previous_cpps=6
        7.17     | 0 | cpp_end=2026-08-31 last_review=2026-08-24 last_stat_visit=2026-08-24
        7.18     | 0 | cpp_start=2024-06-24
        7.21+P06 | 0 | dob=
        7.22     | 0 | last_review=2026-09-20
        P29      | 0 | cpp_start=2025-06-24 cpp_end=2026-04-20 last_review=2026-03-24 last_stat_visit=2026-04-07
        P30      | 0 | team=
        P30      | 0 | worker=
        P36      | 0 | disability=
        P36      | 0 | epo_6m=
    """,
    "children_looked_after": """
        8.01     | 1 | cla_start=
        8.02+8.05+P36+P38 | 1 | cla_start=2026-09-21 placement_start=2026-09-21 legal_start=
            last_review=2026-09-22 ceased_date=2026-09-14 ceased_reason=E8
        8.03     | 1 | ceased_date=2026-10-19
        8.03     | 1 | ceased_reason=E8
        8.04     | 1 | placement_start=2025-02-03
        8.04     | 1 | legal_start=2025-02-03
        8.05     | 1 | ceased_date=2026-09-07 ceased_reason=E8
        8.05+8.28 | 1 | ceased_date=2026-09-21 ceased_reason=E8 placement_start=2026-09-28
        8.06     | 1 | dob=2008-05-05 age=18
        8.07     | 1 | legal_status=V3
        8.08     | 1 | legal_status=D1
        8.09     | 1 | legal_status=L1
        8.10     | 1 | legal_status=L2
        8.11     | 1 | legal_status=L3
        8.09     | 1 | legal_status=L1 ceased_date=2026-10-19 ceased_reason=E8
        8.12     | 0 | legal_status=J1
        8.15+8.20 | 1 | placement_type=P1 legal_status=V2
        8.16     | 1 | placement_type=P2
        8.16     | 1 | placement_type=P2 dob=2008-12-01 age=17
        8.17+8.25 | 1 | placement_type=H5
        8.18     | 0 | placement_type=R5
        8.18     | 0 | placement_type=S1
        8.19     | 1 | placement_type=U3 placement_provider=PR4
        8.20     | 1 | placement_provider=PR0
        8.21     | 1 | in_out=OUT placement_la=Bolton
        8.22     | 1 | in_out=OUT
        8.22     | 1 | placement_la=Bolton
        8.22     | 1 | placement_la=WAL
        8.23     | 1 | placement_postcode=nope
        8.23     | 1 | placement_postcode=zz11zz
        8.24     | 1 | placement_la=CON
        8.25     | 1 | placement_type=K2
        8.25     | 1 | urn=AB12
        8.25     | 1 | placement_provider=PR4
        8.25     | 1 | placement_type=R2 urn=SC000123
        8.26     | 1 | placement_provider=
        8.27     | 1 | placements_12m=0
        8.28     | 1 | placement_start=2026-03-10
        8.29     | 1 | missing_12m=2
        8.30     | 1 | missing_12m=2 rhi_offered=N rhi_accepted=Y
        8.30     | 1 | rhi_offered=Y
        8.31     | 1 | last_review=
        8.32     | 1 | last_review=2026-04-15
        8.33     | 1 | last_sw_visit=2026-09-07
        8.33     | 1 | last_sw_visit=2026-07-20 placement_type=U4
        8.34     | 1 | last_health=
        8.34     | 1 | last_health=2025-10-20
        8.35     | 1 | last_dental=
        8.35     | 1 | last_dental=2025-10-20
        8.36     | 1 | dob=2026-08-03 age=0 cla_start=2026-08-10 placement_start=2026-08-10
            legal_start=2026-08-10 last_dental= last_health=2026-07-06
        8.36     | 1 | dob=2026-08-03 age=0 cla_start=2026-08-10 placement_start=2026-08-10
            legal_start=2026-08-10 last_dental=2026-07-06 last_health=2026-08-20
        8.46     | 1 | cla_start=2026-09-21 placement_start=2026-09-21 legal_start=2026-09-21 last_review=
            last_iro=2026-09-21 last_sw_visit=2026-09-21 ceased_date=2026-09-21 ceased_reason=E8
        8.37+P23 | 1 | need_category=N9
        8.38     | 1 | uasc=Y
        8.41     | 1 | ceased_date=2026-10-19 ceased_reason=E17
        8.40     | 1 | ceased_date=2026-10-19 ceased_reason=E4A
        8.42     | 1 | permanence_plan=
        8.44     | 1 | last_iro=2026-04-15
        8.45+8.06 | 1 | dob=2007-02-05 age=19
        8.47     | 1 | placement_postcode=TR11ZZ
        8.49+P29 | 1 | missing_12m=2 rhi_offered=Y ceased_date=2025-10-20 ceased_reason=E8 last_review=2025-09-15
            last_sw_visit=2025-10-06 last_iro=2025-09-15 last_health=2025-07-14 last_dental=2025-07-14
        8.50     | 1 | ceased_date=2026-10-19 ceased_reason=X1
        P29      | 1 | ceased_date=2026-04-20 ceased_reason=E8 last_review=2026-03-16 last_sw_visit=2026-04-13
            last_iro=2026-03-16 last_health=2026-01-12 last_dental=2026-01-12
        P30      | 1 | team=
        P30      | 1 | worker=
        P36      | 1 | disability=
        P35      | 1 | dob=2026-08-20 age=0 cla_start=2026-08-10 placement_start=2026-08-10
            legal_start=2026-08-10 last_dental= last_health=2026-09-01
        P36      | 1 | uasc=
        P36      | 1 | need_category=
        P36      | 1 | second_period_12m=
        P36      | 1 | legal_start=
        P36      | 1 | legal_status=
        P36      | 1 | placements_12m=
        P36      | 1 | placement_start=
        P36      | 1 | placement_type=
        P36      | 1 | missing_12m=
        P36      | 1 | absent_12m=
        P38      | 1 | last_sw_visit=2026-10-12 cla_start=2026-10-19 placement_start=2026-10-19
            legal_start=2026-10-19 last_review=2026-10-19 last_iro=2026-10-19
    """,
    "care_leavers": """
        9.01     | 0 | eligibility=
        9.02     | 0 | eligibility=RELEVANT
        9.03+9.02 | 0 | dob=2011-02-20 age=15
        9.06     | 0 | in_touch=
        9.07     | 0 | accommodation=
        9.07     | 0 | suitability=
        9.07     | 0 | activity=
        9.08     | 0 | in_touch=NO
        9.09     | 0 | accommodation=X
        9.08+9.10 | 0 | in_touch=RHOM
        9.11     | 0 | activity=F3
        9.12     | 0 | last_contact=2026-08-03
        9.13     | 0 | last_pathway=2026-04-13
        9.13     | 0 | last_pathway=
        9.14     | 0 | personal_adviser=
        9.16     | 0 | accommodation=Z eligibility=RELEVANT dob=2009-02-20 age=17
        P30      | 0 | team=
        P30      | 0 | worker=
        P36      | 0 | disability=
    """,
    "adoption": """
        10.01    | 0 | decision_date=
        10.02    | 1 | entered_care=2025-07-01
        10.03    | 0 | placed=2024-01-08
        10.04+P38 | 0 | matched=2023-05-08
        10.05    | 0 | placement_order=2023-05-08
        10.06    | 0 | placed=2026-02-02 adoption_order=2026-02-02
        10.07    | 0 | placed=2026-02-02 adoption_order=2026-03-02
        10.08    | 1 | reversed_reason=
        10.08    | 0 | reversed_reason=RD1
        10.09    | 1 | decision_date=2026-06-01
        10.09    | 0 | adoption_order=2026-03-02 reversed_date=2026-05-11 reversed_reason=RD1
        10.11    | 0 | matched= placed=
        10.14    | 0 | ffa_date=2024-03-04
        10.16    | 0 | dob=2008-05-05 age=18
        10.17+10.06 | 0 | matched=2026-02-02 placed=2026-02-02 adoption_order=2026-02-02
        10.18    | 1 | dob=2025-07-14 age=1
        P29      | 0 | adoption_order=2025-09-01
        P36      | 0 | disability=
        P36      | 0 | entered_care=
        P38      | 0 | matched=2023-05-29
        P37+10.14 | 0 | ffa_date=2026-03-09 adoption_order=2026-03-02
        P37      | 0 | ffa_date=2023-01-09
    """,
    "prospective_adopters": """
        11.01    | 0 | enquiry_date=2023-03-13
        11.02    | 0 | s1_end=
        11.03    | 0 | leave_date=2026-08-03
        11.03    | 0 | leave_reason=1
        11.04    | 0 | children_placed=
        11.04    | 0 | children_placed=0
        11.05    | 0 | app_approved=
        11.07    | 0 | s1_end=2023-05-08
        11.07    | 0 | s2_end=2023-10-02
        11.08+P27 | 0 | enquiry_date=1900-01-01 s1_start=1900-01-01 s1_end=1900-01-01 s2_start=1900-01-01
            s2_end=1900-01-01 app_submitted=1900-01-01 app_approved=1900-01-01 matched=1900-01-01
            placed=1900-01-01
        P29      | 0 | leave_date=2025-09-01 leave_reason=1
        P36      | 0 | disability=
        P36      | 0 | ffa=
    """,
}
