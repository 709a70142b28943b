"""The ledger is carried on in the record from one extract of a cadence to the next, and a crash costs one stage."""

import json

import pytest

from reporting.model.periods import Cadence
from tasks.errors import RecordProblem
from tasks.record.follow_ups import Confirmation, confirm, follow_up_before, follow_up_of, follow_ups, outputs_of
from tasks.record.keeping import Record
from tasks.record.store import Store
from tasks.record.tables import read_findings, read_frame, read_words
from tests.tasks.followed import NO_START, ODD_AGE, cycle_of, follow, in_words, ledger_of


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    return Record()


def test_a_week_stands_on_the_week_before_and_a_month_on_the_month(record):
    follow("2026-W42", (NO_START, 0))
    follow("2026-10", (NO_START, 0))
    week, month = follow("2026-W44", (NO_START, 0)), follow("2026-11", (ODD_AGE, 1))
    assert in_words(week) == [("6.01", "open", "2026-10-18")]
    assert in_words(month) == [("P10", "new", "2026-11-30")]
    assert read_frame(record.store, month, "put right")["faults"].sum() == 1
    assert (
        read_words(record.store, week, "made from")["before"] == follow_up_of(record, "lancashire", "2026-W42").inputs
    )
    assert {found.rule for found in read_findings(record.store, week)} == {"M08"}


def test_the_same_again_is_passed_over_and_a_confirmation_is_not_the_same(record):
    first = follow("2026-W42", (ODD_AGE, 0, 1))
    week = follow("2026-W43", (ODD_AGE, 0, 1))
    assert follow("2026-W43", (ODD_AGE, 0, 1)).passed_over
    reference = ledger_of(first).loc[0, "reference"]
    confirm(record, "lancashire", [Confirmation(reference, "Team manager", cycle_of("2026-W43").list_date)])
    again = follow("2026-W43", (ODD_AGE, 0, 1))
    assert not again.passed_over
    assert ledger_of(again)["state"].value_counts().to_dict() == {"open": 1, "confirmed": 1}
    assert ledger_of(week)["state"].tolist() == ["open", "open"], "what was said before stays in the record"


def test_an_old_week_run_again_stands_on_what_was_before_it_and_changes_what_stands_on_it():
    for week in ("2026-W41", "2026-W42", "2026-W43"):
        follow(week, (NO_START, 0))
    assert in_words(follow("2026-W42", (NO_START, 0), (ODD_AGE, 1))) == [
        ("6.01", "open", "2026-10-11"),
        ("P10", "new", "2026-10-18"),
    ]
    after = follow("2026-W43", (NO_START, 0))
    assert not after.passed_over
    assert read_frame(Record().store, after, "put right")["id"].tolist() == ["P10"]


def test_a_week_run_again_as_at_another_day_does_not_stand_on_itself(record):
    follow("2026-W43", (NO_START, 0), list_date=cycle_of("2026-W43").list_date.replace(day=22))
    assert follow_up_before(record, "lancashire", "2026-W43", cycle_of("2026-W43").list_date) is None
    assert in_words(follow("2026-W43", (NO_START, 0))) == [("6.01", "new", "2026-10-25")]
    assert [found.period for found in follow_ups(record, "lancashire", Cadence.WEEKLY)] == ["2026-W43"]


def test_a_list_that_does_not_come_keeps_its_faults_and_remembers_whose_they_are(record):
    follow("2026-W42", (NO_START, 0))
    done = follow("2026-W43", extract="child_id | age", withheld_lists={"children_in_need": "List 6 was not found."})
    assert in_words(done) == [("6.01", "open", "2026-10-18")]
    assert read_frame(record.store, done, "remembered")["person"].tolist() == ["CANARYA"]
    assert in_words(follow("2026-W44", (NO_START, 0))) == [("6.01", "open", "2026-10-18")]


def test_a_crash_while_the_follow_up_is_written_leaves_nothing_and_the_same_again_finishes_it(record, monkeypatch):
    follow("2026-W42", (NO_START, 0))
    keep, kept = Store.keep, []

    def cut_off(store, loose):
        if loose.name == "accuracy":
            raise KeyboardInterrupt
        kept.append(loose.name)
        return keep(store, loose)

    with monkeypatch.context() as crash:
        crash.setattr(Store, "keep", cut_off)
        with pytest.raises(KeyboardInterrupt):
            follow("2026-W43", (NO_START, 0))
    assert "ledger" in kept
    assert follow_up_of(record, "lancashire", "2026-W43") is None
    done = follow("2026-W43", (NO_START, 0))
    assert not done.passed_over
    assert in_words(done) == [("6.01", "open", "2026-10-18")]
    assert {"ledger", "put right", "remembered", "accuracy", "due", "findings", "made from"} <= set(done.files)


def test_a_ledger_that_is_no_longer_whole_is_said_plainly_and_running_its_cycle_again_brings_it_back(record):
    done = follow("2026-W42", (NO_START, 0))
    place = record.folder / done.files["ledger"].path
    place.chmod(0o600)
    place.write_bytes(b"")
    with pytest.raises(RecordProblem, match=r"2026-W42 .* no longer whole.*Run the cycle of 2026-W42 again"):
        follow("2026-W43", (NO_START, 0))
    follow("2026-W42", (NO_START, 0))
    assert in_words(follow("2026-W43", (NO_START, 0))) == [("6.01", "open", "2026-10-18")]


def test_no_child_is_named_outside_the_restricted_shelf_and_none_in_the_ledger(record):
    done = follow("2026-W42", (NO_START, 0), (ODD_AGE, 1))
    assert all(kept.path.startswith("restricted/") for kept in done.files.values())
    told = outputs_of(record, "lancashire", follow_up_of(record, "lancashire", "2026-W42"))
    assert "CANARY" not in ledger_of(told).to_csv()
    assert "CANARY" not in json.dumps([read_words(record.store, told, name) for name in ("findings", "made from")])
