"""A council of two districts and three teams, and weeks of it, by hand: small enough to work every cell out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from reporting.assurance.accuracy import ACCURACY_COLUMNS, Information
from reporting.assurance.due import DUE_COLUMNS
from reporting.assurance.ledger import FAULT_COLUMNS, NEW, OPEN, PUT_RIGHT_COLUMNS
from reporting.lists import ANNEX_A
from reporting.model.agreements import Agreement, Reach, always, in_turn
from reporting.model.figures import FIGURE_COLUMNS
from reporting.model.periods import Week
from reporting.model.quality import Checked, Finding, Rule, Scope, Severity
from reporting.model.settings import Authority, Band, CutOffs, Marking, Team
from reporting.presentation.packs import FollowedPeriod, Measured, ReportInputs, compose
from tasks.configuration.measures import load_measures
from tasks.packs import read_pack, shared_packs

WEEK = Week(2026, 43)
MARKING = "official_sensitive"
LONG_AGO = date(2018, 4, 1)
COUNTY = "Northmere"
TEAMS = (
    Team("Harbour Care", "Harbour", "West", LONG_AGO, None),
    Team("Harbour Duty", "Harbour", "West", LONG_AGO, None),
    Team("Moor Care", "Moor", "East", LONG_AGO, None),
    Team("Night Team", "county-wide", "county-wide", LONG_AGO, None),
)
MEASURES = load_measures()
COUNCIL = Authority(
    lists=tuple(ANNEX_A),
    key="northmere",
    name="Northmere Council",
    county_unit=COUNTY,
    ons_code="X",
    populations=(),
    limits={},
    tolerance=always(0.05),
    confirmed_empty=always(frozenset()),
    smallest_graded=always(10),
    markings={
        MARKING: Marking(MARKING, "OFFICIAL-SENSITIVE: for members of the board", 1, 5, frozenset({"district", "team"}))
    },
    teams=TEAMS,
    localities=("West", "East"),
    districts=("Harbour", "Moor"),
    measures={},
    comparators=(),
    neighbours={},
    headings={},
    values={},
    content="",
    definitions=MEASURES,
)
WEEKLY_REPORT = read_pack(shared_packs() / "weekly_report.toml", COUNCIL)
RULE = Rule(
    "8.31",
    "children_looked_after",
    Severity.ERROR,
    ("last_sw_visit",),
    "A visit is not in the future.",
    "Correct the date of the visit.",
)
DOUBTFUL = Rule(
    "6.21",
    "children_in_need",
    Severity.WARNING,
    ("cin_start",),
    "A plan is not open for more than two years.",
    "Close the plan, or confirm that it is open.",
)
WHOLE = Rule("P13", "referrals", Severity.INFORMATION, ("gender",), "Gender is stated.", "Ask.", scope=Scope.LIST)
RULES = (RULE, DOUBTFUL, WHOLE)

Counts = Mapping[tuple[str, str, str, str], tuple[int, int]]  # measure, name, level, unit -> checked, right
UNITS = (
    ("county", COUNTY, 1.0),
    ("district", "Harbour", 0.6),
    ("district", "Moor", 0.4),
    ("team", "Harbour Care", 0.4),
    ("team", "Harbour Duty", 0.2),
    ("team", "Moor Care", 0.4),
)


def cut_offs(of: str, green: float, amber: float, *, lower_is_better: bool = False) -> CutOffs:
    return CutOffs(of, green, amber, lower_is_better)


def with_cut_offs(*held: CutOffs, since: date = LONG_AGO) -> Authority:
    agreed = (Agreement(one, "Decided by the tests.", "the tests", Reach.LOCAL, since) for one in held)
    return replace(COUNCIL, cut_offs={one.value.of: in_turn([one]) for one in agreed})


def band(grade: str, low: float | None, high: float | None) -> Band:
    return Band(grade, low, True, high, False, f"{low}-{high}")


def accuracy(changes: Counts | None = None, *, without: Sequence[str] = (), right: float = 0.95) -> pd.DataFrame:
    """1,000 records of every list and of every type of information, 95% of them right, but for ``changes``."""
    named = [("list", name, name) for name in ANNEX_A] + [("information", kind.value, "") for kind in Information]
    counts: dict[tuple[str, str, str, str], tuple[int, int]] = {
        (measure, name, level, unit): (round(1000 * part), round(1000 * part * right))
        for measure, name, _ in named
        for level, unit, part in UNITS
        if name not in without
    }
    counts |= dict(changes or {})
    lists = {name: of for _, name, of in named}
    rows = [(measure, name, lists[name], level, unit, *seen) for (measure, name, level, unit), seen in counts.items()]
    return pd.DataFrame(rows, columns=list(ACCURACY_COLUMNS))


def figure(name: str, level: str, unit: str, yes: float, of: float, **more: object) -> dict[str, object]:
    indicator = MEASURES[name]
    share = indicator.scale.out_of_something
    return {
        "authority": "northmere",
        "period": str(WEEK),
        "indicator": name,
        "window": indicator.windows[-1].value,
        "level": level,
        "unit": unit,
        "yes": float(yes),
        "no": float(of - yes) if share else 0.0,
        "unknown": 0,
        "undated": 0,
        "cohort": int(of),
        "affected": 0.0,
        "status": "printed",
        "reason": "",
        "reason_code": "",
        "reason_about": "",
        "numerator": float(yes),
        "denominator": float(of) if share else float("nan"),
        "value": 100.0 * yes / of if share else float(yes),
        "band": "",
        "band_note": "",
        "band_note_code": "",
    } | more


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(FIGURE_COLUMNS))


def everywhere(name: str, harbour: tuple[float, float], moor: tuple[float, float]) -> list[dict[str, object]]:
    whole = (harbour[0] + moor[0], harbour[1] + moor[1])
    places = (("county", COUNTY, whole), ("district", "Harbour", harbour), ("district", "Moor", moor))
    return [figure(name, level, unit, *counts) for level, unit, counts in places]


USUAL = figures(
    *everywhere("children_looked_after", (300, 300), (200, 200)),
    *everywhere("looked_after_visits_within_limit", (240, 300), (190, 200)),
    *everywhere("looked_after_foster_placements", (200, 300), (130, 200)),
    *everywhere("contacts_received", (900, 900), (600, 600)),
)


def faults(team: str, count: int, rule: Rule = RULE, *, state: str = OPEN, weight: int = 2) -> pd.DataFrame:
    place = {one.name: one for one in TEAMS}.get(team)
    row = {
        **dict.fromkeys(FAULT_COLUMNS, ""),
        "list": rule.list,
        "rule": rule.key,
        "id": rule.id,
        "severity": rule.severity.value,
        "mends": rule.list_to_mend,
        "team": team,
        "district": place.district if place else "no district recorded",
        "locality": place.locality if place else "no district recorded",
        "state": state,
        "weight": weight,
        "vanished": False,
    }
    return pd.DataFrame([{**row, "fault": f"{team}{place}", "position": place} for place in range(count)])


def ledger(*parts: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([pd.DataFrame(columns=list(FAULT_COLUMNS)), *parts], ignore_index=True)


def put_right(*rows: tuple[str, int]) -> pd.DataFrame:
    places = {one.name: one for one in TEAMS}
    made = [
        (RULE.list, RULE.id, "error", team, places[team].district, places[team].locality, count) for team, count in rows
    ]
    return pd.DataFrame(made, columns=list(PUT_RIGHT_COLUMNS))


def due(*rows: tuple[str, int]) -> pd.DataFrame:
    places = {one.name: one for one in TEAMS}
    made = [
        ("children_looked_after", at, at, "visit", "", days, team, places[team].district, places[team].locality, "")
        for at, (team, days) in enumerate(rows)
    ]
    return pd.DataFrame(made, columns=list(DUE_COLUMNS)).astype({"working_days": "int64"})


USUAL_LEDGER = ledger(
    faults("Harbour Care", 3, state=NEW, weight=1),
    faults("Harbour Care", 4),
    faults("Moor Care", 2, DOUBTFUL),
    faults("Moor Care", 1, DOUBTFUL, state="confirmed"),
    faults("no team can be traced", 5),
)


def a_week(
    week: Week = WEEK,
    *,
    of_figures: pd.DataFrame = USUAL,
    of_faults: pd.DataFrame = USUAL_LEDGER,
    mended: pd.DataFrame | None = None,
    withheld_lists: Mapping[str, str] | None = None,
) -> FollowedPeriod:
    found = Finding(WHOLE.id, WHOLE.severity, WHOLE.list, 100, 7, WHOLE.says, WHOLE.do)
    checked = Checked(
        (found,),
        pd.DataFrame(columns=["list", "position", "rule", "mend"]),
        {rule.key: rule for rule in RULES},
        withheld_lists or {},
    )
    rows = {name: 1000 for name in ANNEX_A}
    mended = put_right(("Harbour Care", 6)) if mended is None else mended
    return FollowedPeriod(week, rows, of_figures.assign(period=str(week)), of_faults, mended, checked, checked.findings)


def composed(
    authority: Authority = COUNCIL,
    *,
    now: FollowedPeriod | None = None,
    weeks: Sequence[pd.DataFrame] | None = None,
    falls_due: pd.DataFrame | None = None,
    synthetic: bool = True,
):
    """The report of the last of ``weeks``, each given by its accuracy; two weeks when none are given."""
    return compose(
        WEEKLY_REPORT, small_weeks(authority, now=now, weeks=weeks, falls_due=falls_due, synthetic=synthetic)
    )


def small_weeks(
    authority: Authority = COUNCIL,
    *,
    now: FollowedPeriod | None = None,
    weeks: Sequence[pd.DataFrame] | None = None,
    falls_due: pd.DataFrame | None = None,
    synthetic: bool = True,
) -> ReportInputs:
    """What the record holds of those weeks."""
    frames = [accuracy(right=0.94), accuracy()] if weeks is None else list(weeks)
    named = [WEEK.earlier(back) for back in range(len(frames) - 1, -1, -1)]
    measured = {
        week: Measured(week.first_day + timedelta(days=6), frame) for week, frame in zip(named, frames, strict=True)
    }
    before = a_week(named[-2], of_faults=ledger(faults("Harbour Care", 10))) if len(frames) > 1 else None
    return ReportInputs(
        authority=authority,
        period=WEEK,
        list_date=measured[WEEK].list_date,
        synthetic=synthetic,
        figures=(now or a_week()).figures,
        followed=now or a_week(),
        followed_before=before,
        accuracy=measured,
        due=due() if falls_due is None else falls_due,
    )


def block(report, anchor: str):
    return next(one for one in report.blocks if one.anchor == anchor)


def row_of(report, anchor: str, words: str):
    """One row of a heat map, by unit."""
    rows = [row for theme in block(report, anchor).themes for row in theme.rows if row.measure == words]
    assert rows, f"no row {words}"
    return {cell.unit: cell for cell in rows[0].cells}
