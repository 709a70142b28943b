"""Small lists that keep every rule, and how to break one cell of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import pandas as pd

from expectations.extract import Extract
from reporting.lists import ANNEX_A, LISTS
from reporting.lists.schema import Column, Kind
from reporting.model.agreements import always
from reporting.model.calendar import Calendar
from reporting.model.received import Conformed
from reporting.model.settings import Authority, Limit, Team

LIST_DATE = date(2026, 10, 31)
CALENDAR = Calendar.of([date(year, 12, 25) for year in range(2010, 2030)] + [date(2026, 8, 31)])

Cells = dict[str, str]
Lists = Mapping[str, tuple[Cells, ...]]


def said(text: str) -> Cells:
    """Cells written as ``key=value`` with spaces between; ``key=`` is a blank."""
    return dict(cell.split("=", 1) for cell in text.split())


ANN = said("child_id=00101 gender=F ethnicity=WBRI dob=2015-03-02 age=11")
BEN = said("child_id=00202 gender=M ethnicity=AIND dob=2020-06-15 age=6")
CAL = said("child_id=00303 gender=M ethnicity=MWBC dob=2007-02-20 age=19")
DEE = said("child_id=00404 gender=F ethnicity=WBRI dob=2012-11-05 age=13")
EVE = said("child_id=00505 gender=F ethnicity=BCRB dob=2010-01-12 age=16")
FIN = said("child_id=00606 gender=M ethnicity=WBRI dob=2018-04-09 age=8")
GUS = said("child_id=00707 gender=M ethnicity=WBRI dob=2019-05-20 age=7")
HAL = said("child_id=00808 gender=M ethnicity=WBRI dob=2022-04-11 age=4")

NORTH = said("team=North-1 worker=W01 disability=N")
SOUTH = said("team=South-1 worker=W02 disability=N")

CARE = said(
    """uasc=N need_category=N1 second_period_12m=N legal_status=C2 last_review=2026-09-15 last_sw_visit=2026-10-12
    permanence_plan=e last_iro=2026-09-20 last_health=2026-07-06 last_dental=2026-06-08 placements_12m=1
    placement_type=U6 placement_provider=PR1 placement_postcode=ZZ11ZZ in_out=IN placement_la=Lancashire
    missing_12m=0 absent_12m=0"""
)
ADOPTERS = said(
    """family_id=F9 ethnicity=WBRI disability=N ffa=N enquiry_date=2023-02-06 s1_start=2023-03-06 s1_end=2023-05-02
    s2_start=2023-05-09 s2_end=2023-09-04 app_submitted=2023-09-05 app_approved=2023-10-02 matched=2024-01-15
    placed=2024-02-05 children_placed=1"""
)

CLEAN: Lists = MappingProxyType(
    {
        "contacts": (
            ANN | said("contact_date=2026-06-01 contact_source=6"),
            DEE | said("contact_date=2026-10-01 contact_source=2A"),
            FIN | said("contact_date=2026-08-03 contact_source=3A"),
        ),
        "early_help_assessments": (
            FIN | said("eh_start=2026-08-10 eh_end=2026-10-05 eh_org=School"),
            GUS | said("eh_start=2026-09-07 eh_org=Health"),
        ),
        "referrals": (
            ANN | NORTH | said("referral_date=2026-06-02 referral_source=6 referral_nfa=N referrals_12m=0"),
            DEE | SOUTH | said("referral_date=2026-10-02 referral_source=2A referral_nfa=N referrals_12m=1"),
        ),
        "assessments": (
            ANN | NORTH | said("assessment_start=2026-06-03 child_seen=Y assessment_end=2026-07-06 support_needed=Y"),
            DEE | SOUTH | said("assessment_start=2026-10-05 child_seen=Y"),
        ),
        "section_47_enquiries": (
            ANN
            | NORTH
            | said("s47_start=2026-06-08 icpc_unnecessary=N icpc_date=2026-06-24 icpc_plan=Y s47_12m=1 icpc_12m=1"),
            DEE | SOUTH | said("s47_start=2026-10-08 icpc_unnecessary=Y s47_12m=1 icpc_12m=0"),
        ),
        "children_in_need": (
            ANN | NORTH | said("cin_start=2026-06-02 primary_need=N1 last_seen=2026-10-20 case_status=CPP"),
            BEN | NORTH | said("cin_start=2023-01-09 primary_need=N1 last_seen=2026-10-12 case_status=LAC"),
            DEE | SOUTH | said("cin_start=2026-10-02 primary_need=N4 last_seen=2026-10-08 case_status=ASSESS"),
            EVE | SOUTH | said("cin_start=2025-02-03 primary_need=N5 last_seen=2026-10-15 case_status=LAC"),
            FIN
            | SOUTH
            | said(
                """cin_start=2025-11-03 primary_need=N4 last_seen=2026-06-29 cin_end=2026-07-06 cin_close_reason=RC7
                case_status=CLOSED"""
            ),
        ),
        "child_protection_plans": (
            ANN
            | NORTH
            | said(
                """cpp_start=2026-06-24 abuse_initial=NEG abuse_latest=NEG last_stat_visit=2026-10-20 seen_alone=Y
                last_review=2026-09-21 epo_6m=N previous_cpps=0"""
            ),
        ),
        "children_looked_after": (
            BEN
            | NORTH
            | CARE
            | said(
                """cla_start=2023-01-16 legal_start=2023-06-05 legal_status=E1 placement_start=2024-02-05
                placement_type=A5 permanence_plan=b"""
            ),
            EVE | SOUTH | CARE | said("cla_start=2025-02-10 legal_start=2025-06-02 placement_start=2025-03-10"),
        ),
        "care_leavers": (
            CAL
            | SOUTH
            | said(
                """uasc=N personal_adviser=PA1 eligibility=FORMER last_pathway=2026-08-17 in_touch=YES
                last_contact=2026-10-05 accommodation=U suitability=1 activity=F2"""
            ),
        ),
        "adoption": (
            BEN
            | said(
                """disability=N family_id=F9 entered_care=2023-01-16 decision_date=2023-05-15 placement_order=2023-06-05
                matched=2024-01-15 placed=2024-02-05"""
            ),
            HAL
            | said(
                """disability=N entered_care=2025-01-06 decision_date=2025-06-02 reversed_date=2026-05-11
                reversed_reason=RD1"""
            ),
        ),
        "prospective_adopters": (
            ADOPTERS | said("adopter_id=A1 gender=F"),
            ADOPTERS | said("adopter_id=A2 gender=M"),
        ),
    }
)

TEAMS = (
    Team("North-1", "Lancaster", "North", date(2018, 4, 1), None),
    Team("South-1", "Preston", "Central", date(2018, 4, 1), None),
    Team("Old-1", "Preston", "Central", date(2018, 4, 1), date(2026, 6, 30)),
    Team("Coming-1", "Preston", "Central", date(2027, 1, 4), None),
    Team("Twice-1", "Lancaster", "North", date(2018, 4, 1), None),
    Team("TWICE-1", "Preston", "Central", date(2026, 9, 1), None),
    Team("Moved-1", "Lancaster", "North", date(2018, 4, 1), date(2026, 8, 31)),
    Team("Moved-1", "Preston", "Central", date(2026, 9, 1), None),
)

AUTHORITY = Authority(
    lists=tuple(ANNEX_A),
    key="lancashire",
    name="Lancashire County Council",
    county_unit="Lancashire",
    ons_code="E10000017",
    populations=(),
    limits={
        name: always(Limit(name, value, unit, assumed=True))
        for name, value, unit in (
            ("child_protection_visit_working_days", 15, "working days"),
            ("child_in_need_seen_working_days", 30, "working days"),
            ("looked_after_visit_days", 42, "days"),
            ("looked_after_visit_long_term_months", 3, "months"),
        )
    },
    tolerance=always(0.05),
    confirmed_empty=always(frozenset()),
    smallest_graded=always(10),
    markings={},
    teams=TEAMS,
    localities=(),
    districts=(),
    measures={},
    comparators=(),
    neighbours={},
    headings={},
    values={},
    content="",
    postcode_areas=frozenset({"PR", "LA"}),
)


def typed(column: Column, received: pd.Series) -> pd.Series:
    """What intake makes of the text: ISO dates, figures, codes; anything else is unknown."""
    if column.kind is Kind.DATE:
        return pd.to_datetime(received, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
    if column.kind is Kind.WHOLE_NUMBER:
        return pd.to_numeric(received.where(received.str.fullmatch(r"-?\d+").fillna(False))).astype("Int64")
    if column.kind is Kind.CODE and column.code_set:
        code = received.str.extract(r"^(\S+)", expand=False)
        code = code.mask(received.str.contains(","), column.code_set.several or None)
        known = code.where(code.isin(column.code_set.names))
        return known.astype(pd.CategoricalDtype(list(column.code_set.names)))
    return received


@cache
def one_list(
    name: str, rows: tuple[tuple[tuple[str, str], ...], ...], without: frozenset[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One list, typed and as received."""
    cells = [dict(row) for row in rows]
    received = pd.DataFrame(
        {
            key: pd.Series([None if key in without else row.get(key) or None for row in cells], dtype="str")
            for key in LISTS[name].keys
        }
    )
    table = pd.DataFrame({column.key: typed(column, received[column.key]) for column in LISTS[name].columns})
    return table.assign(row=range(2, len(table) + 2)), received


def conformed(cells: Lists = CLEAN, without: Mapping[str, frozenset[str]] = MappingProxyType({})) -> Conformed:
    """The lists as intake hands them on. ``without`` names columns the extract did not have."""
    both = {
        name: one_list(name, tuple(tuple(row.items()) for row in rows), without.get(name, frozenset()))
        for name, rows in cells.items()
    }
    missing = {name: f"{LISTS[name].called} was not found." for name in ANNEX_A if name not in cells}
    tables, texts = ({name: pair[side] for name, pair in both.items()} for side in (0, 1))
    return Conformed(tables, texts, without, missing, "later", (), ())


def changed(name: str, row: int, cells: str, start: Lists = CLEAN) -> Lists:
    """The lists with some cells of one row replaced; a row past the end is a new one, copied from the last."""
    rows = list(start[name])
    if row == len(rows):
        rows.append(rows[-1])
    rows[row] = rows[row] | said(cells)
    return {**start, name: tuple(rows)}


def extract(lists: Lists = CLEAN, earlier: Lists | None = None) -> Extract:
    """The lists as rules see them, with the lists of the extract before."""
    return Extract(
        conformed(lists),
        {},
        list_date=LIST_DATE,
        calendar=CALENDAR,
        limits=AUTHORITY.on(LIST_DATE).limit_values,
        earlier=None if earlier is None else extract(earlier),
        teams=AUTHORITY.teams,
        name=AUTHORITY.name,
        postcode_areas=AUTHORITY.postcode_areas,
    )
