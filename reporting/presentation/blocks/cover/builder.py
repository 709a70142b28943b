"""The cover: how we are doing, what moved, what must be decided; every word from a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from reporting.measures.verdicts import TargetStatus
from reporting.model.periods import Month
from reporting.presentation.blocks.cover.view import Cover, TargetRow
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.facts import Fact, State
from reporting.presentation.briefing.movements import BETTER, MOVED, UNCLEAR, WORSE, MeasureMovement, movements
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item
from reporting.presentation.charts import Part, shares
from reporting.presentation.views.leaves import Decision, Pair, Tile
from reporting.presentation.words import (
    BAND_WORDS,
    counted,
    day_name,
    joined,
    limit_named,
    month_alone,
    month_name,
    sentence,
    some_of,
    target_words,
)

MOST_MOVED = 4
_NEED_ACTION = ("inadequate", "requires_improvement")


@block(Need.MEASURES, Need.HISTORY, speaks_of=(Month,))
def cover(told: Briefing) -> Cover:
    """The first page."""
    moved = movements(told)
    now, before = _bands(told, [m.now for m in moved]), _bands(told, [m.before for m in moved])
    named = [m.movement for m in moved if m.movement.style in (WORSE, BETTER, MOVED)]
    targets, decisions = _targets(told), _decisions(told, moved)
    most = MOST_MOVED if len(decisions) < 5 else MOST_MOVED - 2
    compared = any(m.before.state is not State.ABSENT for m in moved)
    named.sort(key=lambda movement: (WORSE, BETTER, MOVED).index(movement.style))
    return Cover(
        title=told.pack.board,
        message=_message(told, now),
        tiles=_tiles(told, now, before if compared else None, moved),
        tile_count="5",
        strip=_strip(told, now, before if compared else None),
        targets_note=_targets_note(targets),
        targets=_worth_showing(targets, len(decisions)),
        moved=tuple(named[:most]),
        moved_note=_moved_note(told, moved, len(named), most),
        decisions=decisions,
        facts=_facts(told),
    )


def _bands(told: Briefing, facts: Sequence[Fact]) -> Counter[str]:
    """How many measures stand in each band; "none" where no threshold is set, "other" where there is no grade."""
    counts: Counter[str] = Counter()
    for item, fact in zip(told.pack.items, facts, strict=True):
        counts[(fact.band or "other") if told.has_threshold(item) else "none"] += 1
    return counts


def _message(told: Briefing, now: Counter[str]) -> str:
    total = len(told.pack.items)
    graded = total - now["none"]
    if not graded:
        return f"None of the {total} measures has a threshold, so none can be graded. Each is shown as it is."
    bands = [f"{counted(now[band], 'is', 'are')} {words}" for band, words in BAND_WORDS.items() if now[band]]
    if now["other"]:
        bands.append(f"{counted(now['other'], 'has', 'have')} no grade this month")
    has = "has" if graded == 1 else "have"
    unset = f" {sentence(counted(now['none'], 'has', 'have'))} none set." if now["none"] else ""
    return f"{sentence(str(graded))} of {total} measures {has} a threshold: {joined(bands)}.{unset}"


def _targets(told: Briefing) -> tuple[tuple[TargetStatus, TargetRow], ...]:
    """The measures that a plan has set a target for, where this month's figure may be shown."""
    rows = []
    for item in told.pack.items:
        agreed, fact = told.measure(item), told.this_month(item)
        if agreed and agreed.target and fact.shown:
            words = target_words(agreed.target, told.indicator(item).scale)
            row = TargetRow(told.title(item), fact.printed(), words, told.against_target(item, fact))
            rows.append((told.target_status(item, fact), row))
    return tuple(rows)


def _worth_showing(targets: Sequence[tuple[TargetStatus, TargetRow]], decisions: int) -> tuple[TargetRow, ...]:
    """As many as the page has room for, those not met first."""
    first = sorted(targets, key=lambda pair: pair[0] is not TargetStatus.NOT_MET)
    return tuple(row for _, row in first)[: max(0, int(7 - 1.5 * decisions))]


def _targets_note(targets: Sequence[tuple[TargetStatus, TargetRow]]) -> str:
    if not targets:
        return ""
    met = sum(status.is_met for status, _ in targets)
    of = (
        f"Of the {counted(len(targets), 'measure')} with a target in a plan"
        if len(targets) > 1
        else "One measure has a target"
    )
    return (
        f"{of}, {counted(met, 'meets', 'meet')} it."
        if len(targets) > 1
        else f"{of} in a plan, and it is {targets[0][1].status}."
    )


def _tiles(
    told: Briefing, now: Counter[str], before: Counter[str] | None, moved: Sequence[MeasureMovement]
) -> tuple[Tile, ...]:
    month = month_alone(told.month_before)
    if len(told.pack.items) == now["none"]:
        return _movement_tiles(moved)
    bands = [
        Tile(band, str(now[band]), words, f"{before[band]} in {month}" if before else "")
        for band, words in BAND_WORDS.items()
    ]
    return (*bands, Tile("none", str(now["none"]), "No threshold set", "shown, not graded"))


def _movement_tiles(moved: Sequence[MeasureMovement]) -> tuple[Tile, ...]:
    styles = Counter(m.movement.style for m in moved)
    return (
        Tile("worse", str(styles[WORSE]), "Clearly worse", ""),
        Tile("better", str(styles[BETTER]), "Clearly better", ""),
        Tile("moved", str(styles[MOVED]), "Clearly up or down", "neither good nor bad in itself"),
        Tile("unclear", str(styles[UNCLEAR]), "No clear change", "no more than chance"),
        Tile("unclear", str(styles["none"]), "Not compared", "no separate month to set beside it"),
    )


def _strip(told: Briefing, now: Counter[str], before: Counter[str] | None) -> Markup:
    """How the grades stand this month and the month before; nothing where nothing can be graded."""
    if len(told.pack.items) == now["none"]:
        return Markup("")
    return shares(_bars(told, now, before), says=_strip_says(told, now))


def _bars(told: Briefing, now: Counter[str], before: Counter[str] | None) -> list[tuple[str, tuple[Part, ...]]]:
    words = {**BAND_WORDS, "other": "no grade", "none": "no threshold set"}
    return [
        (name, tuple(Part(band, counts[band], label) for band, label in words.items()))
        for name, counts in ((month_name(told.month), now), (month_name(told.month_before), before))
        if counts is not None
    ]


def _strip_says(told: Briefing, now: Counter[str]) -> str:
    words = {**BAND_WORDS, "other": "no grade", "none": "no threshold set"}
    parts = [f"{now[band]} {label}" for band, label in words.items() if now[band]]
    return f"Measures by grade in {month_name(told.month)}: {joined(parts)}."


def _moved_note(told: Briefing, moved: Sequence[MeasureMovement], named: int, most: int) -> str:
    unclear = sum(m.movement.style == UNCLEAR for m in moved)
    uncompared = len(moved) - named - unclear
    month = month_alone(told.month_before)
    parts = [f"{counted(named - most, 'other measure')} also moved"] if named > most else []
    parts += [f"{counted(unclear, 'measure shows', 'measures show')} no clear change since {month}"] if unclear else []
    parts += [f"{counted(uncompared, 'measure')} cannot be compared"] if uncompared else []
    return sentence(f"{joined(parts)}.") if parts else ""


def _decisions(told: Briefing, moved: Sequence[MeasureMovement]) -> tuple[Decision, ...]:
    """What the facts ask of the board: poor grades, withheld figures, thresholds and limits nobody has set."""
    graded = [m for band in _NEED_ACTION for m in moved if m.now.band == band]
    decided = [_act(told, m) for m in graded[:3]]
    if len(graded) > 3:
        rest = joined(told.title(m.item) for m in graded[3:])
        decided.append(Decision("Agree action on the others below Good", f": {rest}.", told.see("dashboard")))
    return (*decided, *_accept(told, moved), *_set_thresholds(told), *_confirm_limits(told))


def _act(told: Briefing, moved: MeasureMovement) -> Decision:
    title = told.title(moved.item)
    value = told.indicator(moved.item).scale.with_unit(moved.now.value or 0)
    good = _good_from(told, moved.item)
    rest = f": {BAND_WORDS[moved.now.band]} at {value}{f'; Good is {good}' if good else ''}."
    return Decision(f"Agree action on {title[0].lower() + title[1:]}", rest, told.see("dashboard"))


def _good_from(told: Briefing, item: Item) -> str:
    measure = told.measure(item)
    bands = measure.bands if measure else ()
    return next((band.printed for band in bands if band.grade == "good"), "")


def _accept(told: Briefing, moved: Sequence[MeasureMovement]) -> tuple[Decision, ...]:
    withheld = [told.title(m.item) for m in moved if m.now.state is State.WITHHELD]
    if not withheld:
        return ()
    lead = f"Accept or chase {counted(len(withheld), 'withheld figure')}"
    return (Decision(lead, f": {some_of(withheld, 2)}.", told.see("data_quality")),)


def _set_thresholds(told: Briefing) -> tuple[Decision, ...]:
    unset = [told.title(item) for item in told.pack.items if not told.has_threshold(item)]
    if not unset:
        return ()
    lead = f"Set thresholds for {counted(len(unset), 'measure')}"
    return (
        Decision(
            lead,
            f" that {'has' if len(unset) == 1 else 'have'} none, or say that none is wanted.",
            told.see("dashboard"),
        ),
    )


def _confirm_limits(told: Briefing) -> tuple[Decision, ...]:
    names = dict.fromkeys(name for item in told.pack.items for name in told.indicator(item).limits)
    assumed = [told.limits[name].value for name in names if told.limits[name].value.assumed]
    if not assumed:
        return ()
    lead = f"Confirm {counted(len(assumed), 'local limit')}"
    return (Decision(lead, f" that no source gives: {'; '.join(map(limit_named, assumed))}.", told.see("definitions")),)


def _facts(told: Briefing) -> tuple[Pair, ...]:
    return (
        Pair("For", told.pack.audience),
        Pair("Data to", day_name(told.list_date)),
        Pair("Cadence", sentence(told.pack.cadence.value)),
        Pair("Report", f"{told.authority.key} {told.month} {told.pack.key}".replace("_", " ")),
        *((Pair("Replaces", sentence(told.inputs.replaces)),) if told.inputs.replaces else ()),
    )
