"""A rehearsal, the whole month, the month corrected and the month after it: what each report says of October."""

import shutil
from datetime import date

import pandas as pd
import pytest

from reporting.assurance.restatement import Restatement, restated
from synthetic_council import write_sample
from tasks.configuration import load_authority
from tasks.packs import load_pack, pack_file
from tasks.record.keeping import Record
from tasks.record.reports import every_report
from tasks.record.tables import read_frame
from tasks.stages import print_pool
from tasks.stages.composing import context_of
from tasks.stages.defined import PRINT
from tasks.stages.print_jobs import jobs_for
from tests.tasks.record.test_old_record import KEPT, MONTHS
from tests.tasks.staged import staged

pytestmark = pytest.mark.slow

REHEARSAL, OCTOBER = date(2026, 10, 28), date(2026, 10, 31)
REFERRALS, REFERRED = "List 3.csv", "Date of referral"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """October and November of a small council without faults."""
    folder = tmp_path_factory.mktemp("sample")
    write_sample("lancashire", folder, months=2, seed=5, scale=0.01, faults=False, until=date(2026, 11, 30))
    return folder


@pytest.fixture(scope="module")
def october(sample, tmp_path_factory):
    """October's lists with only the first referrals of the month that there are on some day, some of them entered."""

    def with_referrals(until, left_out=0):
        folder = tmp_path_factory.mktemp("october") / "csv"
        shutil.copytree(sample / "2026-10" / "csv", folder)
        table = pd.read_csv(folder / REFERRALS, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        days = pd.to_datetime(table[_heading(table)], dayfirst=True)
        kept = table[days <= pd.Timestamp(until)]
        kept.iloc[: len(kept) - left_out].to_csv(folder / REFERRALS, index=False)
        return folder

    return with_referrals


def _heading(table):
    return next(heading for heading in table if "referral" in heading.casefold() and "date" in heading.casefold())


@pytest.fixture(scope="module")
def told(sample, october, tmp_path_factory):
    """What each run counted, and the packs it would print, in the order they were run."""
    record = Record(tmp_path_factory.mktemp("record"))
    runs = {
        "rehearsal": ("2026-10", october(REHEARSAL), REHEARSAL),
        "whole": ("2026-10", october(OCTOBER, left_out=3), OCTOBER),
        "corrected": ("2026-10", october(OCTOBER), OCTOBER),
        "november": ("2026-11", sample / "2026-11" / "csv", None),
    }
    found = {}
    for name, (period, extract, day) in runs.items():
        made = staged(period, extract, record=record, list_date=day)
        found[name] = (made, jobs_for(made.at, made.conformed, made.checked, made.counted, made.followed))
    return found


def figures(made, done):
    return read_frame(made.at.record.store, done, "figures")


def cover(made, job):
    """The facts on the first page."""
    authority = made.at.settings(PRINT)
    report = context_of(job, load_pack(job.board, authority), authority)
    return {fact.label: fact.text for fact in report.blocks[0].facts}


def test_novembers_report_shows_october_as_first_reported_whole(told):
    november, jobs = told["november"]
    (history,) = jobs[0].history
    assert restated(figures(november, history), figures(told["whole"][0], told["whole"][0].counted)).empty
    assert not restated(figures(november, history), figures(told["rehearsal"][0], told["rehearsal"][0].counted)).empty


def test_the_whole_month_replaces_the_rehearsal_and_its_cover_says_so(told):
    made, jobs = told["whole"]
    assert Restatement.LIST_DATE in jobs[0].replaced.why
    assert cover(made, jobs[0])["Replaces"].startswith("The report as at 28 October 2026: ")


def test_what_was_entered_late_is_named_as_the_cause(told):
    made, jobs = told["corrected"]
    assert jobs[0].replaced.why == (Restatement.LATE_ENTRY,)
    assert cover(made, jobs[0])["Replaces"] == "The report as at 31 October 2026: records entered late"


def test_a_month_that_was_reported_once_replaces_nothing(told):
    for name in ("rehearsal", "november"):
        made, jobs = told[name]
        assert jobs[0].replaced is None
        assert "Replaces" not in cover(made, jobs[0])


def test_the_same_stages_again_are_all_passed_over_and_report_nothing_new(told, sample):
    made, _ = told["november"]
    again = staged("2026-11", sample / "2026-11" / "csv", record=made.at.record)
    assert all(done.passed_over for done in again.all)
    assert len(every_report(made.at.record, "lancashire", "2026-11")) == 1


def test_the_next_month_stands_on_a_record_of_an_earlier_release(sample, tmp_path):
    shutil.unpack_archive(KEPT, tmp_path, filter="data")
    made = staged("2026-11", sample / "2026-11" / "csv", record=Record(tmp_path / "record"))
    jobs = jobs_for(made.at, made.conformed, made.checked, made.counted, made.followed)
    assert [figures(made, done)["period"].iloc[0] for done in jobs[0].history] == list(MONTHS)
    assert "Replaces" not in cover(made, jobs[0])


def test_a_comma_in_one_packs_subtitle_prints_one_pack_again(told, tmp_path, monkeypatch):
    made, jobs = told["november"]
    board = jobs[0].board

    def inputs():
        return {job.board: print_pool.work_of(made.at, job).inputs for job in jobs}

    edited = tmp_path / f"{board}.toml"
    edited.write_text(
        pack_file(board, load_authority("lancashire")).read_text().replace('subtitle = "', 'subtitle = ", ')
    )
    before = inputs()
    file_of = {board: edited}
    monkeypatch.setattr(print_pool, "pack_file", lambda one, council: file_of.get(one) or pack_file(one, council))
    assert len(jobs) > 1
    assert {one for one, hashed in inputs().items() if hashed != before[one]} == {board}
