"""A council that leaves two lists of Annex A out and sends one beside them: from its files to its site, no error."""

import csv
import shutil
from dataclasses import dataclass, replace

import pytest

import tasks.configuration
from reporting.assurance.withholding import kept_back
from reporting.lists import ANNEX_A, LISTS, in_order
from reporting.model.figures import Status
from reporting.model.periods import Cadence
from synthetic_council import write_sample
from tasks.record.keeping import Record
from tasks.record.location import REPOSITORY
from tasks.record.tables import read_checked, read_conformed, read_frame
from tasks.stages.count import check_lists, count_figures
from tasks.stages.follow_up import follow_up
from tasks.stages.print_worker import WeeklyPrintJob
from tasks.stages.request import resolve_request
from tasks.stages.site import write_site
from tasks.stages.take_in import conform_lists, take_in
from tasks.stages.weekly_composing import context_of_week
from tasks.worklists import folder_of_worklists, keep_worklists

LEFT_OUT = ("adoption", "prospective_adopters")
SENT = in_order({*ANNEX_A, "workers"} - {*LEFT_OUT})
OVERWORKED = "80"


@dataclass(frozen=True)
class Followed:
    """A week of the council, followed up."""

    cycle: object
    conformed: object
    checked: object
    counted: object
    followed: object

    @property
    def lists(self):
        return read_conformed(Record().store, self.conformed)

    @property
    def found(self):
        return read_checked(Record().store, self.checked)

    @property
    def figures(self):
        return read_frame(Record().store, self.counted, "figures")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """One week of a very small council whose folder states what it sends, one worker's hours mistyped."""
    folder, to = tmp_path_factory.mktemp("council"), tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "data/authorities/lancashire", folder, dirs_exist_ok=True)
    settings = folder / "authority.toml"
    settings.write_text(f"lists = {[*SENT]}\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    write_sample("lancashire", to, months=1, weeks=1, seed=3, scale=0.01, teams=folder)
    week = next((to / "weekly").iterdir())
    with (week / "csv" / "List S1.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first, *rest = csv.reader(file)
    first[head.index("Contracted hours a week")] = OVERWORKED
    with (week / "csv" / "List S1.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, first, *rest])
    return week


@pytest.fixture(scope="module")
def run(sample, tmp_path_factory):
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("LINEOFSIGHT_RECORD", str(tmp_path_factory.mktemp("record")))
        surroundings.setattr(tasks.configuration, "load_authority", sending(tasks.configuration.load_authority, SENT))
        surroundings.setattr("tasks.stages.weekly_composing.load_authority", tasks.configuration.load_authority)
        yield followed_up(sample.name, sample / "csv")


def sending(load, lists):
    return lambda key: replace(load(key), lists=lists)


def followed_up(week, place):
    cycle = resolve_request("lancashire", week, place, None, Cadence.WEEKLY)
    conformed = conform_lists.fn(cycle, take_in.fn(cycle))
    checked = check_lists.fn(cycle, conformed)
    counted = count_figures.fn(cycle, conformed, checked)
    return Followed(cycle, conformed, checked, counted, follow_up.fn(cycle, conformed, checked, counted))


def test_the_lists_that_are_sent_are_there_and_no_other(run):
    assert in_order(run.lists.tables) == SENT
    assert len(run.lists.tables["workers"])
    assert run.lists.missing == {}


def test_a_list_that_is_not_sent_is_no_fault_and_nothing_is_said_of_it(run):
    assert not [found for found in run.found.findings if found.list in LEFT_OUT]
    assert not {rule.list for rule in run.found.rules.values()} & {*LEFT_OUT}
    assert not {*run.found.withheld_lists} & {*LEFT_OUT}


def test_its_figures_are_not_computable_and_say_why(run):
    figures = run.figures
    of_adoption = figures[figures["indicator"].str.startswith("adoption_")]
    assert len(of_adoption)
    assert set(of_adoption["status"].astype(str)) == {Status.NOT_COMPUTABLE.value}
    assert set(of_adoption["reason"].astype(str)) == {LISTS["adoption"].not_sent}
    assert figures["value"].notna().any()
    assert not kept_back(figures)["indicator"].astype(str).str.startswith("adoption_").any()


def test_what_is_wrong_on_the_list_beside_is_on_the_worklist_of_its_rows_team(run):
    worst = run.lists.tables["workers"].query(f"hours == {OVERWORKED}").iloc[0]
    ledger = read_frame(Record().store, run.followed, "ledger")
    fault = ledger[(ledger["list"] == "workers") & (ledger["id"] == "S1.01")]
    assert fault[["team", "row"]].to_numpy().tolist() == [[worst["team"], worst["row"]]]
    keep_worklists(run.cycle, run.followed)
    book = folder_of_worklists(Record(), "lancashire", run.cycle.period) / f"{worst['team']}.xlsx"
    assert book.is_file()


def test_it_has_a_page_of_its_own_on_the_site_and_those_left_out_have_none(run):
    write_site.fn(run.cycle, run.checked, run.counted, run.followed)
    site = Record().folder / "lancashire" / "quality"
    pages = {path.name for path in (site / "lists").iterdir()}
    assert "s1-workers.html" in pages
    assert not [name for name in pages if "adopt" in name]
    assert "List S1" in (site / "lists" / "s1-workers.html").read_text(encoding="utf-8")


def test_the_weekly_report_counts_its_rows(run):
    report = context_of_week(
        WeeklyPrintJob(run.cycle, run.conformed, run.checked, run.counted, run.followed, earlier=())
    )
    check = next(block for block in report.blocks if block.anchor == "weekly_check")
    told = {line.number: (line.name, line.rows.value) for line in check.lists}
    assert told["S1"] == ("Workers", str(len(run.lists.tables["workers"])))
    assert tuple(told) == tuple(LISTS[name].code for name in SENT)


def test_an_extract_without_the_optional_list_has_no_fault_for_it(run, sample, tmp_path):
    shutil.copytree(sample / "csv", tmp_path / "csv")
    (tmp_path / "csv" / "List S1.csv").unlink()
    without = followed_up(sample.name, tmp_path / "csv")
    assert without.lists.missing == {"workers": "List S1 (Workers) is not in this extract."}
    assert not [found.rule for found in without.found.findings if found.list == "workers" and found.failed]
