"""The first page: the week in one message, what most needs doing, and how much of each type of information is right."""

from __future__ import annotations

import pandas as pd

from reporting.assurance.accuracy import Information
from reporting.assurance.due import WITHIN
from reporting.assurance.ledger import CONFIRMED
from reporting.assurance.owners import NO_TEAM
from reporting.assurance.withholding import FOR_A_UNIT, FOR_NONE, FOR_THE_COUNTY
from reporting.lists import LISTS
from reporting.model.figures import COUNTY_WIDE, NO_DISTRICT, Level
from reporting.model.periods import Week
from reporting.model.quality import Severity
from reporting.model.scales import Scale
from reporting.presentation.blocks.week_cover.series import county_series, series_notes, weeks_of
from reporting.presentation.blocks.week_cover.view import CountTile, WeekCover
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import cut_offs_of, number, rated, share_cell, withheld_before, withheld_now
from reporting.presentation.briefing.faults import FaultCount, every
from reporting.presentation.briefing.inputs import FollowedPeriod
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.places import units_of
from reporting.presentation.briefing.rating import RAG
from reporting.presentation.briefing.rules import failing_rules
from reporting.presentation.briefing.series import points_moved
from reporting.presentation.briefing.shares import ALL_LISTS
from reporting.presentation.views.leaves import Decision, Pair, Printed
from reporting.presentation.words import INFORMATION_WORDS, counted, day_name, sentence, some_of, spelled, whole

MOST_LISTS = 3
MOST_TO_DO = 6
_TILES = (
    ("new", "moved", "New"),
    ("put_right", "moved", "Put right"),
    ("open", "moved", "Open"),
    ("confirmed", "moved", "Confirmed"),
)


@block(Need.FAULTS, Need.EVERY_MEASURE, Need.ACCURACY, Need.DUE, speaks_of=(Week,))
def week_cover(told: Briefing) -> WeekCover:
    """The first page."""
    to_do = _to_do(told)
    return WeekCover(
        title="Annex A, week by week",
        message=_message(told),
        tiles=_tiles(told),
        series_title=f"How much of each type of information is right in {told.whole}",
        has_lines=len(told.days) > 1,
        weeks=weeks_of(told),
        series=county_series(told),
        series_notes=series_notes(told),
        to_do=to_do,
        nothing_to_do="" if to_do else "Nothing is withheld, no fault is open and nothing falls due.",
        facts=_facts(told),
    )


def _message(told: Briefing) -> str:
    """Records right, faults, and figures withheld, each beside last week."""
    share = told.shares.whole(ALL_LISTS, told.period)
    if not share.shown or share.checked is None:
        return "No records could be checked this week."
    held = len(withheld_now(told))
    figures = f"{sentence(counted(held, 'figure'))} for {told.whole} {'is' if held == 1 else 'are'} withheld"
    said = [f"{share.text}% of {whole(share.checked)} records are right{_moved(told)}."]
    count = every(told.now)
    if told.before:
        moved = f"{whole(count.put_right)} faults were put right and {whole(count.new)} are new"
        said.append(f"{moved}; {whole(count.open)} are open.")
    else:
        said.append(f"{whole(count.open)} faults are open; this is the first week, so all are new.")
    return " ".join([*said, f"{figures if held else f'No figure for {told.whole} is withheld'}{_held_before(told)}."])


def _moved(told: Briefing) -> str:
    """How far the share of records right moved since the week before."""
    if not told.before:
        return ""
    now, before = (told.shares.whole(ALL_LISTS, week) for week in (told.period, told.before.period))
    if now.value is None or before.value is None:
        return ""
    points = points_moved(now.value - before.value)
    return (
        ", as last week"
        if points == "0.0"
        else f", {'up' if points[0] == '+' else 'down'} {points[1:]} points on last week"
    )


def _held_before(told: Briefing) -> str:
    if not told.before:
        return ""
    before = withheld_before(told)
    return ", as last week" if before == len(withheld_now(told)) else f", and {spelled(before)} last week"


def _tiles(told: Briefing) -> tuple[CountTile, ...]:
    share = told.shares.whole(ALL_LISTS, told.period)
    right = share_cell(told, share)
    before = told.shares.whole(ALL_LISTS, told.before.period) if told.before else None
    style = right.style if right.grade else "none"
    first = CountTile(
        style,
        right,
        "% of records right" if not right.grade else f"% of records right: {right.grade}",
        "last week" if before and before.shown else "",
        share_cell(told, before) if before and before.shown else None,
    )
    counts, counts_before = every(told.now), every(told.before) if told.before else None
    return (first, *(_tile(told, name, kind, words, counts, counts_before) for name, kind, words in _TILES))


def _tile(told: Briefing, name: str, style: str, words: str, now: FaultCount, before: FaultCount | None) -> CountTile:
    return CountTile(
        style,
        _faults(told, told.now, name, words, now),
        words,
        "last week" if before else "",
        _faults(told, told.before, name, words, before) if before and told.before else None,
    )


def _faults(told: Briefing, week: FollowedPeriod, name: str, words: str, count: FaultCount) -> Printed:
    value = whole(getattr(count, name))
    return number(
        f"faults_{name}",
        f"Faults: {words.lower()}",
        value,
        told_of=week.period,
        level=Level.COUNTY.value,
        unit=told.whole,
    )


def _to_do(told: Briefing) -> tuple[Decision, ...]:
    """What most needs doing, in order."""
    return (*_lists(told), *_rules(told), *_where(told), *_kinds(told), *_due(told))[:MOST_TO_DO]


def _lists(told: Briefing) -> tuple[Decision, ...]:
    held = told.now.checked.withheld_lists
    return tuple(
        Decision(
            f"Send list {LISTS[name].code} ({LISTS[name].title})",
            f": {reason}.".replace("..", "."),
            told.see("weekly_check"),
        )
        for name, reason in held.items()
    )[:MOST_LISTS]


def _rules(told: Briefing) -> tuple[Decision, ...]:
    """The lists whose faults withhold a figure; failing those, the error that most records fail."""
    ledger = told.now.ledger
    standing = ledger[ledger["state"] != CONFIRMED]
    for weight in (FOR_THE_COUNTY, FOR_A_UNIT):
        pressing = standing[standing["weight"] == weight]
        if len(pressing):
            return _pressing(told, pressing, weight)
    worst = next((rule for rule in failing_rules(told) if rule.count.open and rule.severity == Severity.ERROR), None)
    if worst is None:
        return ()
    lead = f"Put right {_records(worst.count.open)} on list {LISTS[worst.mends].code}"
    return (Decision(lead, f": {worst.says} No figure is withheld for it.", told.see("weekly_check")),)


def _pressing(told: Briefing, faults: pd.DataFrame, weight: int) -> tuple[Decision, ...]:
    """For each list, most faults first, the records to put right and what they withhold."""
    by_list = faults["mends"].astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    rules = [rule for rule in failing_rules(told) if rule.weight == weight]
    decisions = []
    for name, _ in list(by_list.items())[:MOST_LISTS]:
        rows = len(faults.loc[faults["mends"] == name, ["list", "position"]].drop_duplicates())
        held = dict.fromkeys(measure for rule in rules if rule.mends == name for measure in rule.withholds)
        titles = some_of([told.indicators[measure].short_title for measure in held], 2)
        where = f"for {told.whole}" if weight == FOR_THE_COUNTY else "somewhere"
        why = f": they withhold {titles} {where}." if held else ": they withhold a figure."
        lead = f"Put right {_records(rows)} on list {LISTS[str(name)].code}"
        decisions.append(
            Decision(lead, why.replace("they withhold", "it withholds") if rows == 1 else why, told.see("weekly_check"))
        )
    return tuple(decisions)


def _records(count: int) -> str:
    return f"{whole(count)} {'record' if count == 1 else 'records'}"


def _where(told: Briefing) -> tuple[Decision, ...]:
    """The teams that hold most of what withholds figures, or of all that is open."""
    ledger = told.now.ledger
    standing = ledger[(ledger["state"] != CONFIRMED) & (ledger["team"] != NO_TEAM)]
    pressing = standing[standing["weight"] < FOR_NONE]
    chosen = pressing if len(pressing) else standing
    if not len(chosen):
        return ()
    most = chosen["team"].astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")[:3]
    named = ", ".join(f"{team} ({whole(count)})" for team, count in most.items())
    what = "faults that withhold a figure" if len(pressing) else "open faults"
    return (Decision(f"Begin with {named}", f", of {whole(len(chosen))} {what}.", told.see("teams")),)


def _kinds(told: Briefing) -> tuple[Decision, ...]:
    """Types of information that are not green by the council's own cut-off, and where they stand lowest."""
    decisions = []
    for kind in Information:
        cut_offs, share = cut_offs_of(told, kind.value), told.shares.whole(kind.value, told.period)
        if cut_offs and share.value is not None and rated(told, share, kind.value) != RAG["green"]:
            lead = f"Bring {INFORMATION_WORDS[kind].lower()} to {Scale.PERCENT.as_set(cut_offs.green)}"
            decisions.append(
                Decision(lead, f": it is {share.text}%{_lowest(told, kind)}.", told.see("accuracy_by_district"))
            )
    return tuple(decisions)


def _lowest(told: Briefing, kind: Information) -> str:
    units = [unit for unit in units_of(told.authority) if unit not in (COUNTY_WIDE, NO_DISTRICT)]
    shares = [told.shares.at(kind.value, Level.DISTRICT.value, unit, told.period) for unit in units]
    found = [(share.value, share) for share in shares if share.value is not None]
    if not found:
        return ""
    _, share = min(found, key=lambda pair: pair[0])
    return f", lowest in {share.unit} at {share.text}%"


def _due(told: Briefing) -> tuple[Decision, ...]:
    soon, later = told.due.at(Level.COUNTY.value, told.whole)
    if later == "0":
        return ()
    days = f"within {WITHIN[0]} working days, {later} within {WITHIN[1]}"
    return (
        Decision("See to what falls due", f": {soon} {days}. They are on the teams’ worklists.", told.see("teams")),
    )


def _facts(told: Briefing) -> tuple[Pair, ...]:
    return (
        Pair("For", told.pack.audience),
        Pair("Lists run on", day_name(told.list_date)),
        Pair("Report", f"{told.authority.key} {told.period}"),
    )
