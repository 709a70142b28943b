"""How a cycle ended is entered once for all that it stood on: running it again enters nothing."""

from dataclasses import replace

from sqlalchemy import select

from tasks.record.keeping import Record
from tasks.record.register import FINISHED
from tasks.stages.ending import CycleSummary
from tasks.stages.finished import note_finished
from tasks.stages.request import workspace_for
from tests.tasks.followed import cycle_of

ENDING = CycleSummary("lancashire", "2026-10", (), {}, (), (("count the figures", 3.2, False),))


def entered(record):
    return len(record.rows(select(FINISHED.c.id)))


def test_a_cycle_that_ends_as_before_enters_nothing_however_long_it_took(tmp_path):
    record, extract = Record(tmp_path / "record"), tmp_path / "List 1.csv"
    extract.write_text("a cell\n")
    at = workspace_for(replace(cycle_of("2026-10"), extract=extract, asked="a month"), record)
    note_finished(at, ENDING, ())
    note_finished(at, replace(ENDING, stages=(("count the figures", 0.1, True),)), ())
    assert entered(record) == 1
    extract.write_text("another cell\n")
    note_finished(at, ENDING, ())
    assert entered(record) == 2
