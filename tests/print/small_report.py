"""A report small enough to read whole: two measures, one of them graded, one district with a small count."""

from dataclasses import replace
from datetime import date

import pandas as pd

from reporting.lists import ANNEX_A
from reporting.measures.indicators.model import Blank, Direction, Indicator, Scale
from reporting.model.agreements import always
from reporting.model.figures import AGE_GROUPS, FIGURE_COLUMNS, OTHER_AGES
from reporting.model.periods import Cadence, Month, Window
from reporting.model.quality import Checked, Finding, Rule, Severity
from reporting.model.settings import Authority, Band, Comparator, Limit, Marking, Measure, Target, Team
from reporting.presentation.briefing.needs import Need
from reporting.presentation.packs import Item, Pack, ReportContext, ReportInputs, Theme, compose

PERIOD = Month(2026, 10)
LIST_DATE = date(2026, 10, 31)


def measure(name: str, title: str, scale: Scale, direction: Direction, window: Window, **more: object) -> Indicator:
    stated = {
        "number": "TS01",
        "title": title,
        "short_title": title,
        "counts": "Of those, the ones that count",
        "out_of": "Everyone there is to count",
        "list": "children_looked_after",
        "membership": ("children_looked_after.child_id",),
        "decides": ("children_looked_after.last_sw_visit",),
        "windows": (window,),
        "levels": ("county", "district"),
        "blank": Blank.NOT_MET,
        "blank_means": "An empty cell is a visit that was not made.",
        "undated": "",
        "limits": ("visit_days",),
        "rebuilds": False,
        "themes": (),
        "owner": "A role",
        "reviewed": LIST_DATE,
        "version": 1,
        "source": "Annex A list 8",
        "answers": (),
        "caution": "",
        "example": "",
        "expect": "",
    }
    return Indicator(
        name=name, function=lambda tables, asked: pd.Series(), scale=scale, direction=direction, **{**stated, **more}
    )


INDICATORS = {
    "visits": measure("visits", "Visits in time", Scale.PERCENT, Direction.HIGHER_IS_BETTER, Window.AS_AT),
    "arrivals": measure("arrivals", "Arrivals", Scale.COUNT, Direction.NEITHER, Window.MONTH, limits=()),
    "settled": measure(
        "settled",
        "Settled",
        Scale.PERCENT,
        Direction.HIGHER_IS_BETTER,
        Window.AS_AT,
        limits=(),
        levels=("county", "district", "age_group"),
    ),
}

BANDS = (
    Band("inadequate", None, False, 70, False, "<70%"),
    Band("requires_improvement", 70, True, 80, False, "70-80%"),
    Band("good", 80, True, 95, True, "80-95%"),
    Band("outstanding", 95, False, None, False, ">95%"),
)

AUTHORITY = Authority(
    lists=tuple(ANNEX_A),
    key="northmere",
    name="Northmere Council",
    county_unit="Northmere",
    ons_code="X",
    populations=(),
    limits={"visit_days": always(Limit("visit_days", 42, "days", True))},
    tolerance=always(0.05),
    confirmed_empty=always(frozenset()),
    smallest_graded=always(10),
    markings={"board": Marking("board", "OFFICIAL-SENSITIVE: for the board", 1, 5, frozenset({"district"}))},
    teams=(Team("A", "Harbour", "West", date(2020, 1, 1), None), Team("B", "Moor", "East", date(2020, 1, 1), None)),
    localities=("West", "East"),
    districts=("Harbour", "Moor"),
    measures={"visits": Measure("visits", always(BANDS), always(Target(">=", 85, "2026-12", "")), "")},
    comparators=(always(Comparator("visits", "England", "as_at", 81.5, 2024, "year to 31 March")),),
    neighbours={},
    headings={},
    values={},
    content="",
    definitions=INDICATORS,
)

PACK = Pack(
    key="small_board",
    board="Small Board",
    subtitle="Two measures",
    audience="Everyone on it",
    cadence=Cadence.MONTHLY,
    marking="board",
    themes=(Theme("Care", (Item("visits", Window.AS_AT), Item("arrivals", Window.MONTH))),),
    blocks=("cover", "what_changed", "dashboard", "heat_map", "cards", "age_groups", "data_quality", "definitions"),
)


def figure(period: Month, name: str, level: str, unit: str, yes: float, of: float, band: str = "") -> dict[str, object]:
    share = name != "arrivals"
    return {
        "authority": "northmere",
        "period": str(period),
        "indicator": name,
        "window": INDICATORS[name].windows[0].value,
        "level": level,
        "unit": unit,
        "yes": float(yes),
        "no": float(of - yes) if share else 0.0,
        "unknown": 7 if level == "county" and share else 0,
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
        "band": band,
        "band_note": "",
        "band_note_code": "",
    }


def figures(period: Month, visits: tuple[int, int], band: str, arrivals: int) -> list[dict[str, object]]:
    return [
        figure(period, "visits", "county", "Northmere", *visits, band),
        figure(period, "arrivals", "county", "Northmere", arrivals, arrivals),
    ]


def small_report(authority: Authority = AUTHORITY) -> ReportContext:
    return compose(PACK, replace(small_inputs(), authority=authority))


def small_inputs() -> ReportInputs:
    now = figures(PERIOD, (341, 400), "good", 96)
    for unit, yes, of, arrived in (
        ("Harbour", 231, 260, 60),
        ("Moor", 107, 135, 33),
        ("county-wide", 0, 0, 0),
        ("no district recorded", 3, 5, 3),
    ):
        now.append(
            figure(PERIOD, "visits", "district", unit, yes, of, "good" if unit == "Harbour" else "")
            if of
            else {
                **figure(PERIOD, "visits", "district", unit, 0, 1),
                "status": "not_computable",
                "no": 0.0,
                "cohort": 0,
                "denominator": 0.0,
                "value": float("nan"),
                "reason": "nobody to count",
                "reason_code": "nobody_to_count",
            }
        )
        now.append(figure(PERIOD, "arrivals", "district", unit, arrived, arrived))
    before = figures(PERIOD.earlier(1), (291, 400), "requires_improvement", 102)
    rebuilt = figures(PERIOD.earlier(2), (280, 400), "", 99)
    rule = Rule("P01", "children_looked_after", Severity.ERROR, ("child_id",), "Every row has a child.", "Add the id.")
    return ReportInputs(
        authority=AUTHORITY,
        period=PERIOD,
        list_date=LIST_DATE,
        figures=frame(now),
        history=frame(before),
        rebuilt=frame(rebuilt),
        checked=Checked(
            (Finding(rule.id, rule.severity, rule.list, 400, 12, rule.says, rule.do),),
            pd.DataFrame({"list": rule.list, "position": range(12), "rule": rule.key}),
            {rule.key: rule},
            {},
        ),
        rows={"children_looked_after": 400},
        synthetic=True,
    )


def by_age(inputs: ReportInputs) -> ReportInputs:
    """The same with a measure that is counted by age."""
    ages = zip((*AGE_GROUPS, OTHER_AGES), range(40, 400, 30), strict=False)
    rows = [figure(PERIOD, "settled", "age_group", group, 0.5 * of, of) for group, of in ages]
    of = sum(int(row["cohort"]) for row in rows)
    whole = figure(PERIOD, "settled", "county", "Northmere", 0.5 * of, of)
    return replace(inputs, figures=pd.concat([inputs.figures, frame([whole, *rows])], ignore_index=True))


PARTS = {
    Need.HISTORY: ("history",),
    Need.REBUILT: ("rebuilt",),
    Need.CHECKED: ("checked", "rows"),
    Need.FAULTS: ("followed", "followed_before"),
    Need.ACCURACY: ("accuracy",),
    Need.DUE: ("due",),
}
OPTIONAL = frozenset(PARTS)


def only(inputs: ReportInputs, needs: frozenset[Need]) -> ReportInputs:
    """The same without what is not needed."""
    return replace(inputs, **{part: None for need, parts in PARTS.items() if need not in needs for part in parts})


def frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(FIGURE_COLUMNS))
