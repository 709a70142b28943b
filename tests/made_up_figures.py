"""Figures for a made-up month at Lancashire, with the shares of a real county: enough to print every kind of cell."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

import pandas as pd

from reporting.lists import ANNEX_A
from reporting.measures.grading import grade
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Indicator
from reporting.model.figures import AGE_GROUPS, COUNTY_WIDE, NO_DISTRICT, OTHER_AGES, RESULT_COLUMNS
from reporting.model.periods import Month, Window
from reporting.model.quality import Checked, Finding, Rule, Severity
from reporting.model.scales import CountPart
from reporting.model.settings import Authority
from reporting.presentation.packs import Pack, ReportInputs
from tasks.configuration import load_authority
from tasks.packs import load_packs

PERIOD = Month(2026, 10)
LIST_DATE = date(2026, 10, 31)
ROWS = {name: 250 + 611 * place for place, name in enumerate(ANNEX_A)}

# numerator and denominator a month for the whole county
_SIZES = {
    "contacts_received": (3412, 0),
    "contacts_leading_to_referral": (1010, 3300),
    "early_help_assessments_started": (611, 0),
    "referrals_received": (1030, 0),
    "assessments_completed": (883, 0),
    "section_47_enquiries": (331, 0),
    "children_in_need_open": (8644, 0),
    "child_protection_plans_open": (1047, 0),
    "children_looked_after": (2106, 0),
    "referrals_repeat_within_12_months": (182, 828),
    "assessments_within_45_working_days": (712, 883),
    "assessments_open_over_45_working_days": (96, 1402),
    "conferences_within_15_working_days": (62, 90),
    "child_protection_plans_repeat": (19, 88),
    "care_leavers_suitable_accommodation": (731, 816),
    "care_leavers_eet": (352, 816),
    "care_leavers_with_personal_adviser": (790, 948),
    "care_leavers_contact_within_3_months": (761, 861),
    "adoption_days_entering_care_to_placed": (38 * 431, 38),
    "adoption_days_placement_order_to_match": (38 * 166, 38),
    "looked_after_placed_with_parents": (231, 2106),
    "looked_after_three_or_more_placements": (232, 2106),
    "looked_after_absent": (182, 2106),
    "looked_after_long_term_stability": (520, 790),
    "looked_after_foster_placements": (1395, 2106),
    "looked_after_dental_check_in_date": (1290, 1480),
    "looked_after_health_assessment_in_date": (1310, 1480),
    "child_protection_visits_within_limit": (902, 1021),
    "child_protection_reviews_in_timescale": (811, 852),
    "referrals_no_further_action": (91, 1030),
    "section_47_leading_to_conference": (118, 300),
    "children_in_need_seen_within_limit": (3010, 3822),
    "looked_after_visits_within_limit": (1811, 2050),
    "looked_after_reviews_in_timescale": (1902, 2040),
    "looked_after_return_interviews_offered": (141, 176),
    "children_in_need_unallocated": (130, 8644),
    "child_protection_plans_open_over_2_years": (29, 1047),
}


@dataclass(frozen=True)
class Month:
    """Everything that a report of the month is composed from."""

    authority: Authority
    packs: Mapping[str, Pack]
    figures: pd.DataFrame
    history: pd.DataFrame
    rebuilt: pd.DataFrame
    checked: Checked

    def inputs(self) -> ReportInputs:
        return ReportInputs(
            authority=self.authority,
            period=PERIOD,
            list_date=LIST_DATE,
            synthetic=True,
            figures=self.figures,
            history=self.history,
            rebuilt=self.rebuilt,
            checked=self.checked,
            rows=ROWS,
        )


@cache
def lancashire() -> Month:
    """October 2026, with July to September reported before it and the five months before that rebuilt."""
    authority = load_authority("lancashire")
    reported = [_figures(authority, PERIOD.earlier(back), districts=back == 0) for back in (3, 2, 1, 0)]
    rebuilt = [_figures(authority, PERIOD.earlier(back), districts=False, shift=0.4) for back in range(5, 0, -1)]
    keeps = [name for name, measure in authority.definitions.items() if measure.rebuilds]
    again = pd.concat(rebuilt, ignore_index=True)
    return Month(
        authority,
        {name: pack for name, pack in load_packs(authority).items() if pack.is_due(PERIOD)},
        _with_withheld(reported[-1]),
        pd.concat(reported[:-1], ignore_index=True),
        again[again["indicator"].isin(keeps)].reset_index(drop=True),
        _checked(),
    )


def _figures(authority: Authority, period: Month, *, districts: bool, shift: float = 0.0) -> pd.DataFrame:
    rows = [
        row
        for indicator in INDICATORS.values()
        for window in indicator.windows
        for row in _results(authority, indicator, window, period, districts, shift)
    ]
    results = pd.DataFrame(rows, columns=list(RESULT_COLUMNS))
    return grade(results, authority=authority, period=period, list_date=period.last_day)


def _results(
    authority: Authority, indicator: Indicator, window: Window, period: Month, districts: bool, shift: float
) -> list[tuple[object, ...]]:
    back = (PERIOD.year - period.year) * 12 + PERIOD.month - period.month
    random = Random(zlib.crc32(f"{indicator.name} {window} {back} {shift}".encode()))
    yes, of = _SIZES.get(indicator.name, (688, 739))
    months = {Window.SIX_MONTHS: 6}.get(window, 1)
    wobble = 1 + (random.random() - 0.5) * 0.04 + back * 0.012 * random.choice((-1, 1, 1))
    yes, of = round(yes * months * wobble), round(of * months * (1 + (random.random() - 0.5) * 0.02))
    yes = min(yes, of) if of and not _adds_up(indicator) else yes
    unknown = round(of * random.choice((0, 0.004, 0.012)))
    made = [_row(indicator, window, "county", authority.county_unit, yes, of, unknown, random)]
    if districts:
        units = (*authority.districts, COUNTY_WIDE, NO_DISTRICT)
        made += _split(indicator, window, "district", units, yes, of, random)
        if "age_group" in indicator.levels:
            made += _split(indicator, window, "age_group", (*AGE_GROUPS, OTHER_AGES), yes, of, random)
    return made


def _split(
    indicator: Indicator, window: Window, level: str, units: tuple[str, ...], yes: int, of: int, random: Random
) -> list[tuple[object, ...]]:
    weights = [0.01 if unit in (COUNTY_WIDE, NO_DISTRICT, OTHER_AGES) else 0.5 + random.random() for unit in units]
    rows, left_yes, left_of, left_weight = [], yes, of, sum(weights)
    for unit, weight in zip(units, weights, strict=True):
        part = weight / left_weight
        size = round(left_of * part)
        share = min(1.0, part * (0.82 + random.random() * 0.36)) if unit != units[-1] else 1.0
        some = min(size, round(left_yes * share)) if of and not _adds_up(indicator) else round(left_yes * part)
        rows.append(_row(indicator, window, level, unit, some, size, 0, random))
        left_yes, left_of, left_weight = left_yes - some, left_of - size, left_weight - weight
    return rows


def _row(
    indicator: Indicator, window: Window, level: str, unit: str, yes: int, of: int, unknown: int, random: Random
) -> tuple[object, ...]:
    no = 0 if not indicator.scale.out_of_something else of if _adds_up(indicator) else of - yes
    undated = round(no * 0.2) if indicator.undated and random.random() > 0.3 else 0
    name = indicator.name
    return (name, window.value, level, unit, yes, no, unknown, undated, int(of or yes), 0.0, "printed", "", "", "")


def _adds_up(indicator: Indicator) -> bool:
    """Whether its yes is a sum of days or pounds rather than a number of children."""
    return CountPart.YES not in indicator.scale.composition.of_children


def _with_withheld(figures: pd.DataFrame) -> pd.DataFrame:
    """One measure withheld for the county, one for one district, one that cannot be computed anywhere."""
    figures = figures.copy()
    whole = (figures["indicator"] == "looked_after_health_assessment_in_date") & (figures["level"] == "county")
    part = (figures["indicator"] == "child_protection_visits_within_limit") & (figures["unit"] == "Pendle")
    figures.loc[whole | part, ["status", "reason"]] = [
        "withheld",
        "7.3% of the records it needs failed a check, and no more than 5% may",
    ]
    none = figures["indicator"] == "care_leavers_pathway_plan_in_date"
    figures.loc[none, ["status", "reason"]] = ["not_computable", "the column last_pathway of care_leavers is absent"]
    figures.loc[none, ["reason_code", "reason_about"]] = ["column_absent", "care_leavers.last_pathway"]
    figures.loc[none, ["value", "denominator"]] = float("nan")
    figures.loc[none | whole | part, ["band", "band_note"]] = ""
    return figures


def _checked() -> Checked:
    rules, failing, findings = {}, [], []
    for place, (name, rows) in enumerate(ROWS.items()):
        for severity, failed in ((Severity.ERROR, place * 2), (Severity.WARNING, place * 7)):
            number = ANNEX_A[name].code
            rule = Rule(
                f"{number}.{place:02d}{severity[0]}",
                name,
                severity,
                ("child_id",),
                f"Every record on list {number} has a start date that is not in the future.",
                "Correct the date in the case system; it is usually a mistyped year.",
            )
            rules[rule.key] = rule
            failing += [(name, position, rule.key) for position in range(failed)]
            findings.append(Finding(rule.id, severity, name, rows, failed, rule.says, rule.do))
    return Checked(
        tuple(findings), pd.DataFrame(failing, columns=["list", "position", "rule"]).assign(mend=True), rules, {}
    )
