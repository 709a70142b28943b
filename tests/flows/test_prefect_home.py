"""A home of Prefect's starts from the prepared database, and one that is in use is never touched."""

import sqlite3

import pytest

from flows import prefect_home
from flows.prefect_home import lay_in


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    folder = tmp_path / "prepared"
    folder.mkdir()
    with sqlite3.connect(folder / "prefect.db") as database:
        database.execute("create table flow_run (id)")
    (folder / "memo_store.toml").write_text("")
    monkeypatch.setattr(prefect_home, "prepared", lambda: folder)
    return folder


def test_a_new_home_starts_from_it(prepared, tmp_path):
    lay_in(tmp_path / "home")
    with sqlite3.connect(tmp_path / "home" / "prefect.db") as database:
        assert list(database.execute("select * from flow_run")) == []
    assert sorted(path.name for path in (tmp_path / "home").iterdir()) == ["memo_store.toml", "prefect.db"]


def test_a_home_in_use_is_left_alone(prepared, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "prefect.db").write_bytes(b"in use")
    lay_in(home)
    assert (home / "prefect.db").read_bytes() == b"in use"


def test_without_one_prefect_makes_its_own(prepared, tmp_path):
    (prepared / "prefect.db").unlink()
    lay_in(tmp_path / "home")
    assert not (tmp_path / "home").exists()
