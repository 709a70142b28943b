"""A small council's quality site, written by the real stages once, and a real Chromium to look at it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reporting.model.periods import Cadence
from synthetic_council import write_sample
from tasks.record.keeping import Done
from tasks.stages.site import write_site
from tasks.stages.workspace import Workspace
from tests.tasks.staged import staged

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # root may not have one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
KINDS = {
    "overview": "index.html",
    "rules": "rules.html",
    "list": "lists/06-children-in-need.html",
    "rule": "rules/06-children-in-need-*.html",
    "district": "districts/preston.html",
    "no district": "districts/no-district-recorded.html",
    "teams": "teams.html",
    "definitions": "definitions.html",
}
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@dataclass(frozen=True)
class Written:
    """The site as it lies in the record, and the extracts it came from."""

    record: Path
    sample: Path
    stages: tuple[tuple[Workspace, Done, Done, Done], ...]  # what the site of each extract was written from

    @property
    def folder(self) -> Path:
        return self.record / "lancashire" / "quality"

    def page(self, kind: str) -> Path:
        """One page of a kind: of several, the fullest."""
        return max(self.folder.glob(KINDS[kind]), key=lambda path: path.stat().st_size)


def followed_up(period: str, extract: Path, cadence: Cadence) -> tuple[Workspace, Done, Done, Done]:
    """The stages before the site, as a cycle runs them."""
    made = staged(period, extract, cadence)
    return made.at, made.checked, made.counted, made.followed


@pytest.fixture(scope="session")
def written(tmp_path_factory) -> Written:
    """September, a week of October and October itself, followed up one after another in a record of our own."""
    record, sample = tmp_path_factory.mktemp("quality") / "record", tmp_path_factory.mktemp("sample")
    record.mkdir()
    write_sample("lancashire", sample, months=2, weeks=1, seed=3, scale=0.03, faults=True)
    week = next((sample / "weekly").iterdir())
    stages = []
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("LINEOFSIGHT_RECORD", str(record))
        for period, folder, cadence in (
            ("2026-09", sample / "2026-09", Cadence.MONTHLY),
            (week.name, week, Cadence.WEEKLY),
            ("2026-10", sample / "2026-10", Cadence.MONTHLY),
        ):
            stages.append(followed_up(period, folder / "extract.xlsx", cadence))
            write_site.fn(*stages[-1])
    return Written(record, sample, tuple(stages))


@pytest.fixture(autouse=True)
def in_its_record(written, monkeypatch) -> None:
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(written.record))


@pytest.fixture(scope="module")  # no longer: while it is open, nothing else may run an event loop of its own
def browser() -> Iterator[Browser]:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here, so no page was looked at. Type: make browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        chromium.close()


@dataclass
class Tab:
    """A page in the browser, and everything it has asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def show(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        return self.page


@pytest.fixture
def tab(browser) -> Iterator[Tab]:
    context = browser.new_context(viewport=WIDE)
    tab = Tab(context.new_page())
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    yield tab
    context.close()
