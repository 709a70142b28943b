"""A file of the record is whole or it is not there, and it is never changed."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tasks.errors import RecordProblem
from tasks.record.store import PACKS, Loose, Store

HALFWAY = """
import os, signal, sys
from pathlib import Path
from tasks.record.store import Loose, Store
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
Store(Path(sys.argv[1])).keep(Loose("figures", b"x" * 100_000, ".parquet"))
"""


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_is_kept_is_named_by_what_it_holds(store):
    first = store.keep(Loose("figures", b"12", ".parquet"))
    again = store.keep(Loose("figures", b"12", ".parquet"))
    assert first == again
    assert len(files(store.folder)) == 1
    assert store.read(first) == b"12"


def test_a_changed_or_missing_file_is_not_held(store):
    kept = store.keep(Loose("figures", b"12", ".parquet"))
    place = store.folder / kept.path
    place.chmod(0o600)
    place.write_bytes(b"13")
    assert not store.holds(kept)
    assert store.read(store.keep(Loose("figures", b"12", ".parquet"))) == b"12"
    place.unlink()
    assert not store.holds(kept)


def test_what_is_about_children_is_for_the_owner_alone(store):
    kept = store.keep(Loose("failing", b"12", ".parquet"))
    assert (store.folder / "restricted").stat().st_mode & 0o777 == 0o700
    assert (store.folder / kept.path).stat().st_mode & 0o777 == 0o400


def test_a_pack_may_be_read_but_not_changed(store):
    kept = store.keep(Loose("pdf", b"12", ".pdf", PACKS))
    assert (store.folder / kept.path).stat().st_mode & 0o777 == 0o444


def test_a_process_killed_while_writing_leaves_nothing_that_could_be_read(tmp_path):
    killed = subprocess.run([sys.executable, "-c", HALFWAY, str(tmp_path)], check=False)
    assert killed.returncode == -9
    assert not files(tmp_path / "restricted")
    assert files(tmp_path / ".unfinished")
    Store(tmp_path).sweep()
    assert not files(tmp_path)


def test_a_full_disk_is_said_plainly_and_leaves_nothing(tmp_path):
    store = Store(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(RecordProblem, match="Nothing was left half-written"):
            store.keep(Loose("figures", b"x" * 100_000, ".parquet"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not files(tmp_path)


def test_a_laid_out_pdf_follows_the_latest_and_is_left_alone_when_it_is_right(store):
    place = store.folder / "lancashire" / "2026-10" / "board.pdf"
    store.lay_out(store.keep(Loose("pdf", b"first", ".pdf", PACKS)), place)
    second = store.keep(Loose("pdf", b"second", ".pdf", PACKS))
    store.lay_out(second, place)
    before = place.stat().st_mtime_ns, place.stat().st_ino
    store.lay_out(second, place)
    assert place.read_bytes() == b"second"
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == before
