"""Bring the lists of an extract into their own types."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.record.keeping import Done
from tasks.record.store import Loose
from tasks.record.tables import conformed_files, read_received
from tasks.stages.defined import CONFORM
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace


@stage(CONFORM, exit_code=3)
def conform_lists(at: Workspace, taken: Done) -> Done:
    """Read every cell as what its list says it is, and keep what it came as beside it."""
    return at.record.once(at.work(CONFORM, (taken,)), lambda: _conformed(at, taken))


def _conformed(at: Workspace, taken: Done) -> Iterable[Loose]:
    from reporting.intake.conform import conform

    agreed = at.settings(CONFORM)
    received = read_received(at.record.store, taken)
    day = at.cycle.list_date
    return conformed_files(
        conform(received, headings=agreed.headings, values=agreed.values, sends=agreed.lists, list_date=day)
    )
