"""The same seed writes the same bytes; another seed, another council."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from synthetic_council import write_sample


def _written(to: Path, **asked: object) -> dict[str, str]:
    settings: dict[str, Any] = {"months": 1, "seed": 7, "scale": 0.05} | asked
    write_sample("blackpool", to, **settings)
    return {
        path.relative_to(to).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(to.rglob("*"))
        if path.is_file()
    }


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    assert _written(tmp_path / "a", faults=True) == _written(tmp_path / "b", faults=True)


def test_another_seed_makes_another_council(tmp_path: Path) -> None:
    first, second = _written(tmp_path / "a"), _written(tmp_path / "b", seed=8)
    assert first["2026-10/csv/List 6.csv"] != second["2026-10/csv/List 6.csv"]


def test_a_month_does_not_depend_on_how_many_are_asked_for(tmp_path: Path) -> None:
    one, three = _written(tmp_path / "a"), _written(tmp_path / "b", months=3)
    assert {name for name in three if name.endswith("manifest.json")} >= {
        "2026-08/manifest.json",
        "2026-09/manifest.json",
    }
    assert all(three[name] == digest for name, digest in one.items() if name.startswith("2026-10/"))


def test_what_lies_beside_an_extract(tmp_path: Path) -> None:
    written = _written(tmp_path / "a")
    lists = {f"2026-10/csv/List {number}.csv" for number in range(1, 12)}
    beside = {"2026-10/extract.xlsx", "2026-10/manifest.json", "2026-10/csv/manifest.json", "truth.json", "faults.csv"}
    assert set(written) == lists | beside
    manifest = json.loads((tmp_path / "a" / "2026-10" / "manifest.json").read_text())
    assert manifest == {"authority": "blackpool", "list_date": "2026-10-31", "synthetic": True, "layout": "later"}


def test_weeks_are_run_on_sundays_and_know_the_same_people(tmp_path: Path) -> None:
    to = tmp_path / "a"
    written = _written(to, weeks=3, faults=True)
    folders = [path.parent for path in sorted(to.glob("weekly/*/manifest.json"))]
    assert [folder.name for folder in folders] == ["2026-W41", "2026-W42", "2026-W43"]
    dates = [json.loads((folder / "manifest.json").read_text())["list_date"] for folder in folders]
    assert dates == ["2026-10-11", "2026-10-18", "2026-10-25"]
    truth = json.loads((to / "truth.json").read_text())
    assert set(truth["weeks"]) == set(truth["weeks right"]) == {folder.name for folder in folders}
    assert set(truth["months"]) == {"2026-10"}
    alone = _written(tmp_path / "b", faults=True)
    assert all(written[name] == digest for name, digest in alone.items() if name.startswith("2026-10/"))
