"""Write the worklists: what each team has to put right, and what falls due."""

from __future__ import annotations

from tasks.record.keeping import Done
from tasks.stages.defined import WORKLISTS
from tasks.stages.stage import stage
from tasks.stages.worklist_files import keep_worklists
from tasks.stages.workspace import Workspace


@stage(WORKLISTS)
def write_worklists(at: Workspace, followed: Done) -> Done:
    """One workbook a team, one for rows without a team, and a manifest of which role may have which."""
    return keep_worklists(at, followed)
