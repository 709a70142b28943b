"""What a stage was made from, as the register keeps it by cause."""

from __future__ import annotations

from sqlalchemy import select

from reporting.assurance.restatement import StageInputs
from reporting.model.causes import Cause
from tasks.record.keeping import Record
from tasks.record.register import CAUSES


def causes_of(record: Record, authority: str, stage: str, inputs: str) -> StageInputs:
    """All that a stage was made from and that the stages before it were, each by its stage, cause and name.

    What one stage put out for another is left out: it follows from the rest. Empty for what 0.2 made.
    """
    found: dict[tuple[str, Cause, str], str] = {}
    waiting = [(stage, inputs)]
    while waiting:
        of, made_from = waiting.pop()
        ours = (CAUSES.c.authority == authority, CAUSES.c.stage == of, CAUSES.c.inputs == made_from)
        for row in record.rows(select(CAUSES).where(*ours)):
            cause = Cause(row.cause)
            if cause is Cause.MADE_FROM:
                waiting.append((row.name, row.content))
            elif cause is not Cause.UPSTREAM:
                found[of, cause, row.name] = row.content
    return found
