"""A council that leaves two lists of Annex A out and sends one beside them: from its files to its site, no error."""

import csv
import shutil
from dataclasses import replace

import pytest

import tasks.configuration
from reporting.assurance.withholding import kept_back
from reporting.lists import ANNEX_A, LISTS, in_order
from reporting.model.figures import Status
from reporting.model.periods import Cadence
from synthetic_council import write_sample
from tasks.packs import load_pack
from tasks.record.location import REPOSITORY
from tasks.record.tables import read_checked, read_conformed, read_frame
from tasks.stages.composing import context_of
from tasks.stages.print_jobs import jobs_for
from tasks.stages.site import write_site
from tasks.stages.worklist_files import folder_of_worklists, keep_worklists
from tests.tasks.staged import staged

LEFT_OUT = ("adoption", "prospective_adopters")
SENT = in_order({*ANNEX_A, "workers"} - {*LEFT_OUT})
OVERWORKED = "80"


def lists_of(run):
    return read_conformed(run.at.record.store, run.conformed)


def found_in(run):
    return read_checked(run.at.record.store, run.checked)


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
        yield followed_up(sample.name, sample / "csv")


def sending(load, lists):
    return lambda key: replace(load(key), lists=lists)


def followed_up(week, place):
    return staged(week, place, Cadence.WEEKLY)


def test_the_lists_that_are_sent_are_there_and_no_other(run):
    assert in_order(lists_of(run).tables) == SENT
    assert len(lists_of(run).tables["workers"])
    assert lists_of(run).missing == {}


def test_a_list_that_is_not_sent_is_no_fault_and_nothing_is_said_of_it(run):
    assert not [found for found in found_in(run).findings if found.list in LEFT_OUT]
    assert not {rule.list for rule in found_in(run).rules.values()} & {*LEFT_OUT}
    assert not {*found_in(run).withheld_lists} & {*LEFT_OUT}


def test_its_figures_are_not_computable_and_say_why(run):
    figures = read_frame(run.at.record.store, run.counted, "figures")
    of_adoption = figures[figures["indicator"].str.startswith("adoption_")]
    assert len(of_adoption)
    assert set(of_adoption["status"].astype(str)) == {Status.NOT_COMPUTABLE.value}
    assert set(of_adoption["reason"].astype(str)) == {LISTS["adoption"].not_sent}
    assert figures["value"].notna().any()
    assert not kept_back(figures)["indicator"].astype(str).str.startswith("adoption_").any()


def test_what_is_wrong_on_the_list_beside_is_on_the_worklist_of_its_rows_team(run):
    worst = lists_of(run).tables["workers"].query(f"hours == {OVERWORKED}").iloc[0]
    ledger = read_frame(run.at.record.store, run.followed, "ledger")
    fault = ledger[(ledger["list"] == "workers") & (ledger["id"] == "S1.01")]
    assert fault[["team", "row"]].to_numpy().tolist() == [[worst["team"], worst["row"]]]
    keep_worklists(run.at, run.followed)
    book = folder_of_worklists(run.at.record, "lancashire", run.at.cycle.period) / f"{worst['team']}.xlsx"
    assert book.is_file()


def test_it_has_a_page_of_its_own_on_the_site_and_those_left_out_have_none(run):
    write_site.fn(run.at, run.checked, run.counted, run.followed)
    site = run.at.record.folder / "lancashire" / "quality"
    pages = {path.name for path in (site / "lists").iterdir()}
    assert "s1-workers.html" in pages
    assert not [name for name in pages if "adopt" in name]
    assert "List S1" in (site / "lists" / "s1-workers.html").read_text(encoding="utf-8")


def test_the_weekly_report_counts_its_rows(run):
    authority = tasks.configuration.load_authority("lancashire")
    (job,) = jobs_for(run.at, run.conformed, run.checked, run.counted, run.followed)
    report = context_of(job, load_pack(job.board, authority), authority)
    check = next(block for block in report.blocks if block.anchor == "weekly_check")
    told = {line.number: (line.name, line.rows.value) for line in check.lists}
    assert told["S1"] == ("Workers", str(len(lists_of(run).tables["workers"])))
    assert tuple(told) == tuple(LISTS[name].code for name in SENT)


def test_an_extract_without_the_optional_list_has_no_fault_for_it(run, sample, tmp_path):
    shutil.copytree(sample / "csv", tmp_path / "csv")
    (tmp_path / "csv" / "List S1.csv").unlink()
    without = followed_up(sample.name, tmp_path / "csv")
    assert lists_of(without).missing == {"workers": "List S1 (Workers) is not in this extract."}
    assert not [found.rule for found in found_in(without).findings if found.list == "workers" and found.failed]
