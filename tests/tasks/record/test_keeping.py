"""The register is only added to, tells what is done, and keeps what was said first."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, update

from reporting.model.causes import Cause, StageInput
from reporting.model.periods import Cadence
from tasks.errors import RecordProblem
from tasks.record import register
from tasks.record.extracts import enter_extract
from tasks.record.follow_ups import Confirmation, confirm, note_follow_up
from tasks.record.keeping import COMPLETED, FAILED, Record, Work
from tasks.record.register import FILE, FINISHED, METADATA, OUTPUTS, RUNS, add_row, one_transaction
from tasks.record.reports import as_reported, as_reported_before, last_reported, report
from tasks.record.store import Loose
from tasks.record.withdrawals import Withdrawal, enter_withdrawals

OCTOBER = date(2026, 10, 31)


@pytest.fixture
def record(tmp_path):
    return Record(tmp_path)


def work(inputs="one", period="2026-10", run="run 1", stage="count"):
    return Work(run, "lancashire", period, stage, inputs)


def made(content=b"12"):
    return lambda: [Loose("figures", content, ".parquet")]


def rows(record, table):
    with sqlite3.connect(record.folder / FILE) as connection:
        return list(connection.execute(f"select * from {table}"))  # noqa: S608


def never():
    raise AssertionError("the stage was done already")


def test_a_stage_done_before_is_passed_over(record):
    first = record.once(work(), made())
    again = record.once(work(run="run 2"), never)
    assert not first.passed_over
    assert again.passed_over
    assert again.content == first.content
    assert [row[0] for row in rows(record, "runs")] == ["run 1"]


def test_a_stage_whose_file_is_gone_or_changed_is_done_again(record):
    kept = record.once(work(), made()).files["figures"]
    place = record.folder / kept.path
    place.chmod(0o600)
    place.write_bytes(b"99")
    assert not record.once(work(run="run 2"), made()).passed_over
    assert place.read_bytes() == b"12"
    assert len(rows(record, "outputs")) == 1


def test_other_inputs_add_and_never_replace(record):
    record.once(work("one"), made(b"12"))
    record.once(work("two"), made(b"13"))
    assert (
        record.once(work("one"), never).files["figures"].content
        != record.once(work("two"), never).files["figures"].content
    )


def test_a_stage_that_stops_halfway_has_not_been_done(record):
    def halfway():
        yield Loose("figures", b"12", ".parquet")
        raise ValueError

    with pytest.raises(ValueError):
        record.once(work(), halfway)
    assert record.done(work()) is None
    assert rows(record, "runs") == []


def test_what_was_reported_first_stays_first(record):
    report(record, work("one"), OCTOBER)
    report(record, work("two", run="run 2"), OCTOBER)
    report(record, work("two", run="run 3"), OCTOBER)
    assert as_reported(record, "lancashire", "2026-10").inputs == "one"
    assert last_reported(record, "lancashire", "2026-10").inputs == "two"
    assert len(rows(record, "reported")) == 2


def test_going_back_to_earlier_inputs_makes_them_the_latest_again(record):
    for inputs in ("one", "two", "one"):
        report(record, work(inputs), OCTOBER)
    assert last_reported(record, "lancashire", "2026-10").inputs == "one"


def test_earlier_months_come_in_order_and_as_first_reported(record):
    for period, inputs in (("2026-09", "s"), ("2026-08", "a"), ("2026-08", "a, put right"), ("2026-10", "o")):
        report(record, work(inputs, period), OCTOBER)
    assert [(one.period, one.inputs) for one in as_reported_before(record, "lancashire", "2026-10")] == [
        ("2026-08", "a"),
        ("2026-09", "s"),
    ]
    assert as_reported_before(record, "blackpool", "2026-10") == ()


def test_the_same_extract_cannot_be_another_months(record):
    enter_extract(record, work(), "content", date(2026, 9, 30), synthetic=True)
    enter_extract(record, work(), "content", date(2026, 9, 30), synthetic=True)
    with pytest.raises(RecordProblem, match="identical to the one taken in with list date 2026-09-30"):
        enter_extract(record, work(), "content", OCTOBER, synthetic=True)
    assert len(rows(record, "extracts")) == 1


def test_a_mistaken_list_date_can_be_put_right_within_its_month(record):
    enter_extract(record, work(), "content", date(2026, 10, 13), synthetic=True)
    enter_extract(record, work(), "content", OCTOBER, synthetic=True)
    assert len(rows(record, "extracts")) == 2


def test_the_same_extract_cannot_be_another_weeks(record):
    week, next_week = work(period="2026-W43"), work(period="2026-W44")
    enter_extract(record, week, "content", date(2026, 10, 25), synthetic=True)
    with pytest.raises(RecordProblem, match="Give the week's own extract"):
        enter_extract(record, next_week, "content", date(2026, 10, 26), synthetic=True)
    enter_extract(record, week, "content", date(2026, 10, 24), synthetic=True)
    assert [row[2] for row in rows(record, "extracts")] == ["2026-10-25", "2026-10-24"]


def test_a_week_across_two_months_may_have_its_list_date_put_right(record):
    enter_extract(record, work(period="2026-W40"), "content", date(2026, 9, 30), synthetic=True)
    enter_extract(record, work(period="2026-W40"), "content", date(2026, 10, 4), synthetic=True)
    assert len(rows(record, "extracts")) == 2


def test_one_extract_may_serve_a_week_and_its_month(record):
    enter_extract(record, work(period="2026-W44"), "content", OCTOBER, synthetic=True)
    enter_extract(record, work(period="2026-10"), "content", OCTOBER, synthetic=True)
    with pytest.raises(RecordProblem, match="Give the month's own extract"):
        enter_extract(record, work(period="2026-11"), "content", date(2026, 11, 1), synthetic=True)


def test_a_run_with_nothing_to_do_leaves_no_trace_and_a_failed_one_does(record):
    record.ended(work(), COMPLETED, "completed")
    assert rows(record, "runs") == rows(record, "run_endings") == []
    record.ended(work(), FAILED, "The extract cannot be read.")
    assert [row[:3] for row in rows(record, "run_endings")] == [("run 1", "failed", "The extract cannot be read.")]


@pytest.mark.parametrize("table", METADATA.tables.values(), ids=METADATA.tables)
@pytest.mark.parametrize("change", [delete, lambda table: update(table).values(**{table.columns.keys()[0]: 0})])
def test_nothing_in_the_register_can_be_changed_or_removed(record, table, change):
    record.once(replace(work(), causes=(StageInput(Cause.SETTINGS, "limits", "abc"),)), made())
    report(record, work(), OCTOBER)
    enter_withdrawals(record, "lancashire", [Withdrawal("run 1", "2026-10", "the wrong lists", "Head of data")])
    with one_transaction(record.engine) as connection:
        add_row(connection, FINISHED, authority="lancashire", asked="x", told="{}", entered_at="now")
    enter_extract(record, work(), "content", OCTOBER, synthetic=True)
    note_follow_up(record, work(), Cadence.MONTHLY, OCTOBER)
    confirm(record, "lancashire", [Confirmation("A1B2C3D4E5", "Team manager", OCTOBER)])
    record.ended(work(), COMPLETED, "completed")
    with (
        pytest.raises(RecordProblem, match="append-only"),
        one_transaction(record.engine) as connection,
    ):
        connection.execute(change(table))
    assert rows(record, table.name)


def test_a_locked_register_is_said_plainly_and_nothing_is_half_written(record, monkeypatch):
    monkeypatch.setattr(register, "_WAIT_SECONDS", 0.1)
    record = Record(record.folder)
    other = sqlite3.connect(record.folder / FILE, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(RecordProblem, match="being written by another program"):
        record.once(work(), made())
    other.execute("rollback")
    assert rows(record, "outputs") == []
    assert not record.once(work(), made()).passed_over


def test_a_damaged_register_is_said_plainly(tmp_path):
    (tmp_path / FILE).write_bytes(b"this is not a register" * 100)
    with pytest.raises(RecordProblem, match="damaged"):
        Record(tmp_path)


def test_reading_never_makes_a_record(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "nowhere"))
    with pytest.raises(RecordProblem, match="no record at"):
        Record.to_read()
    assert not (tmp_path / "nowhere").exists()


def test_the_migrations_build_what_the_code_expects(record):
    with record.engine.connect() as connection:
        built = {
            table: {row[1] for row in connection.exec_driver_sql(f"pragma table_info({table})")}
            for table in METADATA.tables
        }
    assert built == {name: set(table.columns.keys()) for name, table in METADATA.tables.items()}
    assert RUNS.name in built
    assert OUTPUTS.name in built
