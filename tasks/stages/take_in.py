"""Take the extract in as it came, and bring its lists into their own types."""

from __future__ import annotations

from collections.abc import Iterable

from tasks.fingerprints import extract_content, hash_of
from tasks.record.keeping import Done, Record, Work
from tasks.record.location import refuse_real_children_in_git
from tasks.record.store import Loose
from tasks.record.tables import conformed_files, read_received, received_files
from tasks.stages.cycle import Cycle
from tasks.stages.stage import stage


@stage("take in the extract", exit_code=3)
def take_in(cycle: Cycle) -> Done:
    """Keep every cell of the extract, as text."""
    record = Record()
    refuse_real_children_in_git(record.folder, synthetic=cycle.synthetic)
    record.store.sweep()
    work = cycle.work("take in", extract_content(cycle.extract), str(cycle.synthetic))
    return record.once(work, lambda: _received(record, cycle, work))


def _received(record: Record, cycle: Cycle, work: Work) -> Iterable[Loose]:
    from tasks.configuration import load_authority
    from tasks.intake import read_lists

    authority = load_authority(cycle.authority)
    received = read_lists(cycle.extract, authority.headings, authority.lists)
    files = list(received_files(received))
    content = hash_of(*sorted(f"{loose.name} {loose.hash}" for loose in files if loose.suffix == ".parquet"))
    record.take_in(work, content, cycle.list_date, synthetic=cycle.synthetic)
    return files


@stage("conform the lists", exit_code=3)
def conform_lists(cycle: Cycle, taken: Done) -> Done:
    """Read every cell as what its list says it is, and keep what it came as beside it."""
    record = Record()
    return record.once(cycle.work("conform", taken.content), lambda: _conformed(record, cycle, taken))


def _conformed(record: Record, cycle: Cycle, taken: Done) -> Iterable[Loose]:
    from reporting.intake.conform import conform
    from tasks.configuration import load_authority

    authority = load_authority(cycle.authority)
    received = read_received(record.store, taken)
    own = {"headings": authority.headings, "values": authority.values, "sends": authority.lists}
    return conformed_files(conform(received, **own, list_date=cycle.list_date))
