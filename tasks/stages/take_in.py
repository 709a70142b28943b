"""Take the extract in as it came."""

from __future__ import annotations

from collections.abc import Iterable

from reporting.model.causes import Cause, StageInput
from tasks.fingerprints import extract_content, hash_of
from tasks.record.extracts import enter_extract
from tasks.record.keeping import Done, Work
from tasks.record.location import refuse_real_children_in_git
from tasks.record.store import Loose
from tasks.record.tables import received_files
from tasks.stages.defined import TAKE_IN
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace


@stage(TAKE_IN, exit_code=3, reads_the_world=True)
def take_in(at: Workspace) -> Done:
    """Keep every cell of the extract, as text."""
    record, cycle = at.record, at.cycle
    refuse_real_children_in_git(record.folder, synthetic=cycle.synthetic)
    record.store.sweep()
    extract = StageInput(Cause.EXTRACT, "extract", extract_content(cycle.extract))
    work = at.work(TAKE_IN, (), extract, at.of_data())
    return record.once(work, lambda: _received(at, work))


def _received(at: Workspace, work: Work) -> Iterable[Loose]:
    from tasks.intake import read_lists

    agreed = at.settings(TAKE_IN)
    received = read_lists(at.cycle.extract, agreed.headings, agreed.lists)
    files = list(received_files(received))
    content = hash_of(*sorted(f"{loose.name} {loose.hash}" for loose in files if loose.suffix == ".parquet"))
    enter_extract(at.record, work, content, at.cycle.list_date, synthetic=at.cycle.synthetic)
    return files
