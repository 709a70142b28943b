"""Write the worklists: what each team has to put right, and what falls due."""

from __future__ import annotations

from tasks.record.keeping import Done
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage
from tasks.worklists import STAGE, keep_worklists


@stage(STAGE)
def write_worklists(cycle: Cycle, followed: Done) -> Done:
    """One workbook a team, one for rows without a team, and a manifest of which role may have which."""
    return keep_worklists(cycle, followed)
