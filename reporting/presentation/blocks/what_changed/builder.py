"""What changed since the month before, as first reported."""

from __future__ import annotations

from reporting.model.periods import MONTHS_IN, Month
from reporting.presentation.blocks.what_changed.view import ChangeGroup, ChangeRow, Changes
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.movements import BETTER, MOVED, NONE, UNCLEAR, WORSE, MeasureMovement, movements
from reporting.presentation.briefing.needs import Need
from reporting.presentation.words import counted, joined, month_alone, month_short, sentence, window_narrow

_NOTES = (
    "Months are as first reported. A movement is named only when the 95% interval of the difference leaves out no "
    "change at all; that interval is in brackets. Anything smaller could have come by chance.",
)
_GROUPS = (
    (WORSE, "Clearly worse"),
    (BETTER, "Clearly better"),
    (MOVED, "Clearly up or down, with no good or bad direction"),
    (UNCLEAR, "No clear change"),
    (NONE, "Cannot be compared"),
)


@block(Need.MEASURES, Need.HISTORY, speaks_of=(Month,))
def what_changed(told: Briefing) -> Changes:
    """Every measure of the pack, under the way it moved."""
    moved = movements(told)
    rows = {style: tuple(_row(told, m) for m in moved if m.movement.style == style) for style, _ in _GROUPS}
    return Changes(
        title=f"What changed since {month_alone(told.month_before)}",
        message=_message(month_alone(told.month_before), {style: len(found) for style, found in rows.items()}),
        before_heading=month_short(told.month_before),
        now_heading=month_short(told.month),
        groups=tuple(ChangeGroup(title, rows[style]) for style, title in _GROUPS if rows[style]),
        notes=_NOTES,
    )


def _message(before: str, counts: dict[str, int]) -> str:
    if counts[NONE] == sum(counts.values()):
        return f"There is no figure for {before} to compare with."
    clear = [f"{counted(counts[style], 'measure')} got clearly {style}" for style in (WORSE, BETTER) if counts[style]]
    if counts[MOVED]:
        clear.append(f"{counted(counts[MOVED], 'measure')} clearly rose or fell")
    said = sentence(joined(clear)) + "." if clear else "No measure clearly moved."
    still = counted(counts[UNCLEAR], "shows", "show")
    return f"{said} {sentence(still)} no clear change." if counts[UNCLEAR] else said


def _row(told: Briefing, moved: MeasureMovement) -> ChangeRow:
    return ChangeRow(
        theme=next(theme.name for theme in told.pack.themes if moved.item in theme.items),
        measure=told.short(moved.item),
        window=f" ({window_narrow(moved.item.window)})" if moved.item.window in MONTHS_IN else "",
        before=moved.before.printed(),
        before_status=told.narrow_status(moved.before),
        now=moved.now.printed(),
        now_status=told.narrow_status(moved.now),
        movement=moved.movement,
    )
