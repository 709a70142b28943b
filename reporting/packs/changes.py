"""What changed since the month before, as first reported."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.packs.briefing import Briefing
from reporting.packs.context import ChangeGroup, ChangeRow, Changes, Status
from reporting.packs.facts import Fact
from reporting.packs.movements import BETTER, MOVED, NONE, UNCLEAR, WORSE, Moved
from reporting.packs.pack import Item
from reporting.words import BAND_WORDS, counted, joined, month_alone, month_name, sentence

_GROUPS = (
    (WORSE, "Clearly worse"),
    (BETTER, "Clearly better"),
    (MOVED, "Clearly up or down, with no good or bad direction"),
    (UNCLEAR, "No clear change"),
    (NONE, "Cannot be compared"),
)
_READING = (
    "A movement is named only when the 95% interval of the difference leaves out no change at all. Anything smaller "
    "is “no clear change”, because the same families could have given either figure by chance.",
    "Each month is shown as it was first reported. Arrows show which way the number moved; “better” and “worse” say "
    "which way is good for children.",
    "Bands are this board’s own thresholds, not Ofsted judgements. The darker the band, the more attention it needs.",
)


def what_changed(told: Briefing, moved: Sequence[Moved]) -> Changes:
    rows = {style: tuple(_row(told, m) for m in moved if m.movement.style == style) for style, _ in _GROUPS}
    return Changes(
        template="blocks/what_changed.html.j2",
        anchor="what_changed",
        title=f"What changed since {month_alone(told.before)}",
        message=_message({style: len(found) for style, found in rows.items()}),
        before_heading=month_name(told.before),
        now_heading=month_name(told.period),
        groups=tuple(ChangeGroup(title, rows[style]) for style, title in _GROUPS if rows[style]),
        statuses=tuple(Status(band, words) for band, words in BAND_WORDS.items()),
        reading=_READING,
    )


def _message(counts: dict[str, int]) -> str:
    clear = [
        f"{counted(counts[style], 'measure')} got clearly {style}" for style in (WORSE, BETTER) if counts[style]
    ]
    if counts[MOVED]:
        clear.append(f"{counted(counts[MOVED], 'measure')} clearly rose or fell")
    said = sentence(joined(clear)) + "." if clear else "No measure clearly moved."
    still = counted(counts[UNCLEAR], "shows", "show")
    return f"{said} {sentence(still)} no clear change." if counts[UNCLEAR] else said


def _row(told: Briefing, moved: Moved) -> ChangeRow:
    return ChangeRow(
        measure=told.title(moved.item),
        window=told.window(moved.item),
        before=moved.before.printed(),
        before_status=_status(told, moved.item, moved.before),
        now=moved.now.printed(),
        now_status=_status(told, moved.item, moved.now),
        movement=moved.movement,
    )


def _status(told: Briefing, item: Item, fact: Fact) -> Status | None:
    """The grade, or why there is no figure; nothing where a figure has no threshold."""
    return told.status(item, fact) if fact.band or not fact.shown else None
