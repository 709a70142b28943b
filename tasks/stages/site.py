"""Write the quality site from what an extract was found to hold, and from the extracts before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reporting.model.causes import Cause, StageInput
from reporting.model.periods import CYCLED, period_named
from reporting.presentation.site import SiteExtract, SiteInputs, site_of
from tasks.record.follow_ups import FollowUp, follow_ups, outputs_of
from tasks.record.keeping import Done, Record
from tasks.record.store import Loose
from tasks.record.tables import read_checked, read_findings, read_frame, read_made_from, rows_of
from tasks.stages.cycle import Cycle
from tasks.stages.defined import CHECK, CONFORM, SITE
from tasks.stages.finished import SITE_FOLDER
from tasks.stages.stage import stage
from tasks.stages.workspace import Workspace

MOST_EXTRACTS_BEFORE = 11


@stage(SITE)
def write_site(at: Workspace, checked: Done, counted: Done, followed: Done) -> Done:
    """The pages of this extract, laid out unless a later extract has been followed up already."""
    from tasks.site import lay_out_site

    record, cycle = at.record, at.cycle
    earlier = extracts_before(record, cycle)
    given = [at.of_period(), at.of_data()]
    for one in earlier:
        content = outputs_of(record, cycle.authority, one).content
        given.append(StageInput(Cause.UPSTREAM, f"before, {one.period}", f"{one.list_date} {content}"))
    work = at.work(SITE, (checked, counted, followed), *given)
    done = record.once(work, lambda: _written(at, counted, followed, earlier))
    if latest_list_date(record, cycle.authority) <= cycle.list_date:
        lay_out_site(record.store, done, record.folder / cycle.authority / SITE_FOLDER)
    return done


def extracts_before(record: Record, cycle: Cycle) -> tuple[FollowUp, ...]:
    """The last extracts before this one, of either cadence, by list date; one of our own where two share a day."""
    found: dict[date, FollowUp] = {}
    for cadence in sorted((kind.cadence for kind in CYCLED), key=lambda one: one is cycle.cadence):
        for one in follow_ups(record, cycle.authority, cadence, before=cycle.list_date):
            found[one.list_date] = one
    return tuple(found[day] for day in sorted(found))[-MOST_EXTRACTS_BEFORE:]


def latest_list_date(record: Record, authority: str) -> date:
    """The list date of the latest extract that was followed up."""
    days = [one.list_date for kind in CYCLED for one in follow_ups(record, authority, kind.cadence)]
    return max(days, default=date.min)


def _written(at: Workspace, counted: Done, followed: Done, earlier: tuple[FollowUp, ...]) -> Iterable[Loose]:
    from tasks.site import site_files

    return site_files(site_of(told(at, counted, followed, earlier)))


def told(at: Workspace, counted: Done, followed: Done, earlier: tuple[FollowUp, ...]) -> SiteInputs:
    """Everything the pages are written from, out of the record."""
    record, cycle = at.record, at.cycle
    made_from = read_made_from(record.store, followed)
    conformed = record.made(cycle.authority, CONFORM.key, made_from["conformed"])
    checked = read_checked(record.store, record.made(cycle.authority, CHECK.key, made_from["checked"]))
    return SiteInputs(
        authority=at.settings(SITE),
        synthetic=cycle.synthetic,
        now=_extract(record, cycle.authority, followed, cycle.period, cycle.list_date),
        earlier=tuple(
            _extract(record, cycle.authority, outputs_of(record, cycle.authority, one), one.period, one.list_date)
            for one in earlier
        ),
        checked=checked,
        figures=read_frame(record.store, counted, "figures"),
        rows=rows_of(record.store, conformed),
        put_right=read_frame(record.store, followed, "put right"),
        due=read_frame(record.store, followed, "due"),
    )


def _extract(record: Record, authority: str, followed: Done, period: str, list_date: date) -> SiteExtract:
    made_from = read_made_from(record.store, followed)
    checked = read_checked(record.store, record.made(authority, CHECK.key, made_from["checked"]))
    return SiteExtract(
        period=period_named(period),
        list_date=list_date,
        findings=(*checked.findings, *read_findings(record.store, followed)),
        faults=read_frame(record.store, followed, "ledger"),
        accuracy=read_frame(record.store, followed, "accuracy"),
    )
