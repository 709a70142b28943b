"""The cells and tables that several pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from reporting.lists import LISTS
from reporting.model.figures import Level
from reporting.model.quality import Scope, Severity
from reporting.presentation.site.addresses import district_page, list_page, rule_page
from reporting.presentation.site.drawing import Bar, large_bars, small_bars
from reporting.presentation.site.inputs import Of, RuleFound, SiteExtract, SiteInputs
from reporting.presentation.site.phrases import (
    SEVERITY_WORDS,
    list_number,
    list_title,
    moved,
    number,
    share,
    short_day,
    since_words,
)
from reporting.presentation.site.tally import Tally
from reporting.presentation.site.withheld import KeptBack
from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import NONE, Cell, ColumnHead, HistoryDrawing, Table
from reporting.presentation.words import counted, day_name, joined, percentage, sentence, whole

MOST_EXTRACTS = 12
BY_SEVERITY = tuple(ColumnHead(words, "number") for words in ("Errors", "Warnings", "Information"))
Measured = Callable[[SiteExtract], float | None]


def rule_cell(rule: RuleFound, *, with_list: bool = True) -> Cell:
    """The rule in its own words, leading to its page."""
    where = f" · {list_title(rule.list)}" if with_list else ""
    return Cell(links=(Link(rule.says[0], rule_page(rule.list, rule.id)),), note=f"{rule.id}{where}")


def severity_cell(severity: Severity) -> Cell:
    """Shape, word and colour."""
    return Cell(SEVERITY_WORDS[severity], f"status status-{severity.value}")


def failed_cell(rule: RuleFound) -> Cell:
    """How many records fail, of how many."""
    if rule.errored or rule.not_run:
        return Cell("could not be run" if rule.errored else "not run", "muted")
    if rule.of is Of.FILE:
        return Cell(number(rule.failed), "number", note="in the file" if rule.failed else "")
    what = "" if rule.of is Of.RECORDS else f" {rule.of.value}"
    note = f"of {whole(rule.checked)}{what}, {share(rule.failed, rule.checked)}" if rule.failed else ""
    return Cell(number(rule.failed), "number", note=note)


def moved_cell(told: SiteInputs, rule: RuleFound) -> Cell:
    """Bars of the last extracts, and what has changed since the one before."""
    change = moved(rule.failed, _before(told, rule))
    if rule.of is Of.FILE:  # more filler rows, or more columns nobody asked for, are neither better nor worse
        change = replace(change, style="none")
    return Cell(change.words, f"movement movement-{change.style}", drawing=_spark(told, rule))


def kept_cell(kept: Sequence[KeptBack], most: int = 3, *, here: bool = False) -> Cell:
    """The indicators that a rule keeps back; ``here`` where the page is of the one place that is meant."""
    if not kept:
        return Cell(NONE)
    whole_of = [one.indicator.short_title for one in kept if one.whole and not here]
    shown = whole_of or [one.indicator.short_title for one in kept]
    others = f"and {counted(len(shown) - most, 'other')}" if len(shown) > most else ""
    parts = len(kept) - len(whole_of)
    some = (
        ""
        if here
        else "in some districts or teams only"
        if not whole_of
        else f"{counted(parts, 'more', 'more')} in part"
        if parts
        else ""
    )
    return Cell("; ".join(shown[:most]), note=sentence(", ".join(said for said in (others, some) if said)))


def where_cell(told: SiteInputs, rule: RuleFound) -> Cell:
    """The team with most of it, or whoever else should look first."""
    if rule.of is Of.FAULTS:
        return Cell("Every team", note="the oldest of its worklist")
    if rule.scope is Scope.LIST:
        return Cell("The data team", note="the list as a whole")
    ours = told.now.to_put_right.of_rule(rule.list, rule.id)
    if not ours.counts:
        return Cell(NONE)
    team, most = next(iter(ours.by("team").items()))
    teams = len(ours.by("team"))
    note = f"{whole(most)} of {whole(ours.total)} faults, in {whole(teams)} teams" if teams > 1 else ""
    return Cell(sentence(team), note=note)


def rules_table(
    told: SiteInputs,
    anchor: str,
    heading: str,
    lead: str,
    rules: Iterable[RuleFound],
    *,
    empty: str,
    more: Link | None = None,
) -> Table:
    """Rules that fail, each with what it keeps back and where to look next."""
    shown = tuple(rules)
    several = len({rule.list for rule in shown}) > 1
    kept = any(rule.keeps_back for rule in shown)
    head = [ColumnHead("Rule"), ColumnHead("Records that fail", "number"), ColumnHead(since_words(told.since))]
    head += [ColumnHead("Keeps back")] if kept else []
    rows = tuple(
        (
            rule_cell(rule, with_list=several),
            failed_cell(rule),
            moved_cell(told, rule),
            *((kept_cell(rule.keeps_back),) if kept else ()),
            where_cell(told, rule),
        )
        for rule in shown
    )
    return Table(anchor, heading, lead, (*head, ColumnHead("Look first at")), rows, empty, more)


def by_severity(tally: Tally) -> tuple[Cell, ...]:
    """Errors, warnings and information of some part of a tally."""
    sums = tally.by("severity")
    return tuple(Cell(number(sums.get(severity.value, 0)), "number") for severity in Severity)


def list_cell(name: str) -> Cell:
    """A list, leading to its page."""
    return Cell(links=(Link(list_title(name), list_page(name)),), note=list_number(name))


def district_cell(told: SiteInputs, district: str) -> Cell:
    """A district, leading to its page."""
    return Cell(links=(Link(place_words(told, district), district_page(district)),))


def place_words(told: SiteInputs, district: str) -> str:
    """A district by name; the remainders as they are told."""
    return district[:1].upper() + district[1:]


def last_extracts(told: SiteInputs) -> tuple[SiteExtract, ...]:
    """This extract and those before it, the latest twelve."""
    return (*told.earlier, told.now)[-MOST_EXTRACTS:]


def history_of_counts(told: SiteInputs, anchor: str, heading: str, what: str, measured: Measured) -> HistoryDrawing:
    """How many of something there were in each of the last extracts."""
    found = [(extract, measured(extract)) for extract in last_extracts(told)]
    bars = [Bar(short_day(one.list_date), value, NONE if value is None else whole(value)) for one, value in found]
    said = [f"{whole(value)} on {day_name(one.list_date)}" for one, value in found if value is not None]
    return _history(anchor, heading, what, bars, said)


def history_of_shares(told: SiteInputs, anchor: str, heading: str, what: str, measured: Measured) -> HistoryDrawing:
    """A percentage in each of the last extracts, on an axis from nought to a hundred."""
    found = [(extract, measured(extract)) for extract in last_extracts(told)]
    bars = [
        Bar(short_day(one.list_date), value, NONE if value is None else f"{percentage(value)}%") for one, value in found
    ]
    said = [f"{percentage(value)}% on {day_name(one.list_date)}" for one, value in found if value is not None]
    return _history(anchor, heading, what, bars, said, highest=100)


def records_right(measure: str, name: str, level: Level, unit: str) -> Measured:
    """What share of the records checked are right, in per cent."""

    def measured(extract: SiteExtract) -> float | None:
        found = extract.right(measure, name, level, unit)
        return 100 * found[1] / found[0] if found else None

    return measured


def _history(
    anchor: str, heading: str, what: str, bars: Sequence[Bar], said: Sequence[str], highest: float = 0
) -> HistoryDrawing:
    if not said:
        return HistoryDrawing(anchor, heading, "Nothing was measured in this extract or in those before it.", None, "")
    words = f"{what}: {joined(said)}."
    only = (
        ""
        if len(said) > 1
        else "This is the first extract that was followed up: from the next one on there is a trend."
    )
    return HistoryDrawing(
        anchor, heading, words, large_bars(bars, words, highest=highest) if len(said) > 1 else None, only
    )


def _failed_in(rule: RuleFound, extract: SiteExtract) -> int | None:
    return extract.failed.get((rule.list, rule.id))


def failures_of(rule: RuleFound) -> Measured:
    """How many records fail one rule."""
    return partial(_failed_in, rule)


def _before(told: SiteInputs, rule: RuleFound) -> int | None:
    """A list that has a rule's fault for the first time had none before, when that list was checked at all."""
    if not told.before:
        return None
    known = _failed_in(rule, told.before)
    return 0 if known is None and rule.of in (Of.FILE, Of.CELLS) else known


def _spark(told: SiteInputs, rule: RuleFound) -> Markup | None:
    found = [(extract, _failed_in(rule, extract)) for extract in last_extracts(told)]
    values = [value for _, value in found if value is not None]
    if len(values) < 2:
        return None
    bars = [Bar(short_day(one.list_date), value, "") for one, value in found]
    said = joined(f"{whole(value)} on {short_day(one.list_date)}" for one, value in found if value is not None)
    return small_bars(bars, f"Records that fail: {said}")


def columns_of(rule: RuleFound) -> str:
    """The columns a rule guards, by their headings."""
    if rule.list not in LISTS:
        return NONE
    return joined(f"“{LISTS[rule.list].column(key).header}”" for key in rule.columns) or NONE
