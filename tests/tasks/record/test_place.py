"""Who may put what in a record, and when."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import make_url

from tasks.errors import RecordProblem
from tasks.record.keeping import Record, Work
from tasks.record.location import REPOSITORY, exclusive_lock, git_work_tree, record_folder, refuse_real_children_in_git
from tasks.record.register import FILE, place_of
from tasks.record.store import Loose

AS_SOMEBODY_WHO_MAY_NOT = """
import os, sys
from pathlib import Path
import alembic.command
from tasks.record.keeping import Record
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
Record(Path(sys.argv[1]))
"""


def test_a_setting_moves_the_record(monkeypatch, tmp_path):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path))
    assert record_folder() == tmp_path
    monkeypatch.delenv("LINEOFSIGHT_RECORD")
    assert record_folder() == REPOSITORY / "data" / "record"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_real_children_are_refused_anywhere_inside_a_git_work_tree(tmp_path, kind):
    mark = tmp_path / ".git"
    mark.mkdir() if kind == "folder" else mark.write_text("gitdir: elsewhere")
    record = tmp_path / "data" / "record"
    assert git_work_tree(record) == tmp_path
    with pytest.raises(RecordProblem, match=r"inside a git work tree.*LINEOFSIGHT_RECORD"):
        refuse_real_children_in_git(record, synthetic=False)
    refuse_real_children_in_git(record, synthetic=True)


def test_a_link_into_a_git_work_tree_is_seen_through(tmp_path):
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "tree")
    with pytest.raises(RecordProblem):
        refuse_real_children_in_git(tmp_path / "link" / "record", synthetic=False)


def test_real_children_may_be_kept_outside_git(tmp_path):
    refuse_real_children_in_git(tmp_path, synthetic=False)


def test_one_cycle_at_a_time_for_each_authority(tmp_path):
    with exclusive_lock(tmp_path, "lancashire"):
        with exclusive_lock(tmp_path, "blackpool"):
            pass
        with pytest.raises(RecordProblem, match="Another cycle for lancashire"), exclusive_lock(tmp_path, "lancashire"):
            pass
    with exclusive_lock(tmp_path, "lancashire"):
        pass


def test_a_folder_that_may_not_be_written_is_said_plainly():
    with TemporaryDirectory() as record:
        Path(record).chmod(0o555)
        command = [sys.executable, "-c", AS_SOMEBODY_WHO_MAY_NOT, record]
        told = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
        assert f"RecordProblem: The record at {record} cannot be written: permission denied" in told.stderr
        assert not list(Path(record).iterdir())


def test_a_folder_that_cannot_be_is_said_plainly(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with (
        pytest.raises(RecordProblem, match="cannot be written"),
        exclusive_lock(tmp_path / "file" / "record", "lancashire"),
    ):
        pass


def test_a_setting_moves_the_register_alone(monkeypatch, tmp_path):
    elsewhere = tmp_path / "elsewhere.sqlite"
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    monkeypatch.setenv("LINEOFSIGHT_RECORD_URL", f"sqlite:///{elsewhere}")
    record = Record()
    record.once(Work("run", "lancashire", "2026-10", "count", "one"), lambda: [Loose("figures", b"12", ".parquet")])
    assert not (tmp_path / "record" / FILE).exists()
    assert Record.to_read().made("lancashire", "count", "one").files["figures"].size == 2
    assert elsewhere.stat().st_size > 0


def test_a_register_of_a_later_release_is_left_alone(tmp_path):
    Record(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as register:
        register.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(RecordProblem, match="written by a later release"):
        Record(tmp_path)


def test_a_password_in_the_registers_address_is_never_shown():
    shown = place_of(make_url("postgresql://somebody:secret@somewhere/register"))
    assert "somewhere/register" in shown
    assert "secret" not in shown
