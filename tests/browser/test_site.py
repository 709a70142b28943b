"""The site as files: whole, the same again, about no child, and in step with the record."""

from __future__ import annotations

import ctypes
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pandas as pd
import pytest

from reporting.assurance.ledger import CONFIRMED
from reporting.lists import ANNEX_A
from tasks.record.keeping import Record
from tasks.record.tables import read_checked, read_conformed, read_frame, read_words
from tasks.site import lay_out_site
from tasks.stages.site import write_site


class Read(HTMLParser):
    """The links, anchors and words of one page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.words: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.anchors += [said["id"]] if "id" in said else []
        self.links += [said[name] for name in ("href", "src") if name in said]

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="session")
def pages(written) -> dict[Path, Read]:
    return {path.resolve(): Read(path) for path in written.folder.glob("**/*.html")}


@pytest.fixture(scope="session")
def record(written) -> Record:
    return Record(written.record)


def test_there_is_a_page_for_everything(written, record):
    found = read_checked(record.store, written.stages[-1][1])
    asked = {(one.list, one.rule) for one in found.findings}
    there = {path.relative_to(written.folder).as_posix() for path in written.folder.glob("**/*.html")}
    assert {"index.html", "rules.html", "teams.html", "definitions.html"} <= there
    assert len([name for name in there if name.startswith("lists/")]) == len(ANNEX_A)
    assert len([name for name in there if name.startswith("districts/")]) >= 13
    assert len([name for name in there if name.startswith("rules/")]) >= len(asked) > 200


def test_every_link_leads_somewhere_in_the_site(written, pages):
    for path, page in pages.items():
        assert len(page.anchors) == len(set(page.anchors)), f"{path.name} has two things of one name"
        for link in page.links:
            parts = urlsplit(link)
            if link == "data:,":
                continue
            assert not parts.scheme and not parts.netloc and not link.startswith("/"), f"{path.name} leads to {link}"
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path.name} leads to {link}, which is not there"
            if parts.fragment and target in pages:
                assert parts.fragment in pages[target].anchors, f"{path.name} leads to {link}: no such place"


def test_every_page_can_be_reached_from_the_first(written, pages):
    first = (written.folder / "index.html").resolve()
    reached, waiting = {first}, [first]
    while waiting:
        path = waiting.pop()
        leads_to = {(path.parent / unquote(urlsplit(link).path)).resolve() for link in pages[path].links}
        new = (leads_to & set(pages)) - reached
        reached |= new
        waiting += new
    assert reached == set(pages)


def test_no_page_says_anything_of_a_child_or_a_worker(written, pages, record):
    """Every id, worker, date of birth and postcode of the extract is looked for, and none is found."""
    followed = written.stages[-1][3]
    made_from = read_words(record.store, followed, "made from")
    lists = read_conformed(record.store, record.made("lancashire", "conform", made_from["conformed"]))
    said = {
        str(value).strip()
        for table in lists.received.values()
        for key in ("child_id", "adopter_id", "family_id", "worker", "dob", "placement_postcode", "upn", "urn")
        if key in table
        for value in table[key].dropna().unique()
    }
    said |= {f"{day:%d/%m/%Y}" for table in lists.tables.values() if "dob" in table for day in table["dob"].dropna()}
    private = {value for value in said if len(value) >= 5}
    assert len(private) > 500
    for path, page in pages.items():
        words = " ".join(page.words)
        tokens = set(re.findall(r"[\w/-]+", words))
        assert not private & tokens, path.name
        assert not [worker for worker in private if " " in worker and worker in words], path.name


def test_the_overview_counts_what_the_ledger_holds(written, pages, record):
    ledger = read_frame(record.store, written.stages[-1][3], "ledger")
    to_put_right = ledger[ledger["state"] != CONFIRMED]
    first = (written.folder / "index.html").read_text()
    tiles = re.findall(r'tile-([\w-]+)"><p class="count">([\d,]+)', first)
    counts = {style: int(count.replace(",", "")) for style, count in tiles}
    for severity in ("error", "warning", "information"):
        assert counts[severity] == (to_put_right["severity"] == severity).sum()
    mended = read_frame(record.store, written.stages[-1][3], "put right")["faults"].sum()
    assert counts["put-right"] == mended > 0


def test_districts_and_teams_add_up_to_the_whole(written, record):
    """Every fault is in one district's page and on one team's row."""
    ledger = read_frame(record.store, written.stages[-1][3], "ledger")
    to_put_right = len(ledger[ledger["state"] != CONFIRMED])
    for frame, counts in (
        (pd.concat(pd.read_html(written.folder / "teams.html")), ["Errors", "Warnings", "Information"]),
        (_table(written.folder / "index.html", "District"), ["Errors", "Warnings", "Information"]),
    ):
        numbers = frame[counts].replace("–", 0).astype(int)
        assert numbers.to_numpy().sum() == to_put_right


def test_a_rule_page_names_the_worklists_and_the_counts_of_its_teams(written, record):
    ledger = read_frame(record.store, written.stages[-1][3], "ledger")
    rule, _ = max(ledger.groupby(["list", "id"]).size().items(), key=lambda one: one[1])
    ours = ledger[(ledger["list"] == rule[0]) & (ledger["id"] == rule[1])]
    name = f"{ANNEX_A[rule[0]].code.zfill(2)}-{rule[0].replace('_', '-')}-{rule[1].casefold().replace('.', '-')}.html"
    table = _table(written.folder / "rules" / name, "Worklist")
    assert len(table) == ours["team"].nunique()
    assert table["To put right"].replace("–", 0).astype(int).sum() == (ours["state"] != CONFIRMED).sum()
    assert table["Worklist"].str.endswith(".xlsx").all()


def test_the_same_inputs_give_the_same_bytes(written, record, tmp_path, monkeypatch):
    at, checked, counted, followed = written.stages[-1]
    before = write_site.fn(at, checked, counted, followed)
    monkeypatch.setattr(Record, "done", lambda self, work: None)  # as if it had never been written
    again = write_site.fn(at, checked, counted, followed)
    assert before.passed_over and not again.passed_over
    assert {name: kept.content for name, kept in again.files.items()} == {
        name: kept.content for name, kept in before.files.items()
    }


def test_a_month_run_again_does_not_hide_a_later_one(written):
    now = files(written.folder)
    write_site.fn(*written.stages[0])
    assert files(written.folder) == now
    assert "31 October 2026" in (written.folder / "index.html").read_text()


@pytest.fixture
def earlier_and_later(written):
    return tuple(write_site.fn(*stages) for stages in (written.stages[0], written.stages[-1]))


def test_a_site_is_taken_over_whole_and_leaves_nothing_of_the_one_before(written, record, tmp_path, earlier_and_later):
    earlier, later = earlier_and_later
    place = tmp_path / "quality"
    lay_out_site(record.store, earlier, place)
    (place / "rules" / "of-a-list-that-is-gone.html").write_text("gone")
    lay_out_site(record.store, later, place)
    assert files(place) == files(written.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["quality"]


def test_nobody_ever_finds_half_a_site(record, tmp_path, earlier_and_later):
    """A reader who looks all the time finds, each time, the whole page of the one site or of the other."""
    place, found, ended = tmp_path / "quality", set(), threading.Event()
    lay_out_site(record.store, earlier_and_later[0], place)

    def look():
        while not ended.is_set():
            found.add((place / "index.html").read_text())
            found.add((place / "rules.html").read_text())

    with ThreadPoolExecutor(1) as readers:
        reading = readers.submit(look)
        for turn in range(1, 7):
            lay_out_site(record.store, earlier_and_later[turn % 2], place)
        ended.set()
        reading.result()
    assert len(found) == 4
    assert all(page.endswith("</html>\n") or page.endswith("</html>") for page in found)


def test_a_system_that_cannot_exchange_folders_still_gets_the_later_site(
    written, record, tmp_path, earlier_and_later, monkeypatch
):
    place = tmp_path / "quality"
    lay_out_site(record.store, earlier_and_later[0], place)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    lay_out_site(record.store, earlier_and_later[1], place)
    assert files(place) == files(written.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["quality"]


def test_a_site_that_was_cut_off_or_changed_by_hand_is_written_again(written, record, tmp_path, earlier_and_later):
    place = tmp_path / "quality"
    left = tmp_path / ".quality-1" / "index.html"
    left.parent.mkdir()
    left.write_text("half a pa")
    lay_out_site(record.store, earlier_and_later[1], place)
    assert not left.exists()
    (place / "teams.html").unlink()
    (place / "index.html").chmod(0o644)
    (place / "index.html").write_text("by hand")
    lay_out_site(record.store, earlier_and_later[1], place)
    assert files(place) == files(written.folder)


def test_earlier_extracts_of_either_cadence_are_in_the_history(written):
    text = (written.folder / "index.html").read_text()
    history = re.search(r'id="over-time".*?</section>', text, flags=re.S)
    assert history
    for day in ("30 September 2026", "25 October 2026", "31 October 2026"):
        assert day in history[0]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _table(path: Path, column: str) -> pd.DataFrame:
    """The one table of a page that has a column of this name."""
    return next(table for table in pd.read_html(path) if column in table.columns)
