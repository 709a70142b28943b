"""The first page: the state of the data in a sentence, what keeps figures back, and where to look."""

from __future__ import annotations

from reporting.model.figures import Level
from reporting.model.quality import Severity
from reporting.presentation.site.addresses import OVERVIEW, RULES
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import page, this_time
from reporting.presentation.site.inputs import RuleFound, SiteExtract, SiteInputs
from reporting.presentation.site.parts import (
    BY_SEVERITY,
    by_severity,
    district_cell,
    history_of_counts,
    list_cell,
    rules_table,
)
from reporting.presentation.site.phrases import number, share, share_moved, since_words
from reporting.presentation.site.tally_tiles import faults_of, tally_tiles
from reporting.presentation.site.withheld import held_at
from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import NONE, Cell, ColumnHead, PagePart, Table
from reporting.presentation.words import counted, sentence, whole

MOST_RULES = 12


def overview(told: SiteInputs) -> Page:
    """The page that everybody begins on."""
    failing = [rule for rule in told.rules if rule.failed and not rule.errored]
    keeping = [rule for rule in failing if rule.keeps_back]
    blocks: list[PagePart] = [
        tally_tiles(told, notes={one: _rules_failing(failing, one) for one in Severity}),
        rules_table(
            told,
            "keeps-back",
            f"What keeps figures back {this_time(told)}",
            "Put these right first: for want of these records a figure is withheld, for the whole or for a part.",
            keeping[:MOST_RULES],
            empty="No rule keeps a figure back.",
            more=Link(_all_rules(failing, keeping), RULES),
        ),
        history_of_counts(told, "over-time", "Errors over time", "Errors to put right", faults_of(Severity.ERROR)),
        _lists(told),
        _districts(told),
    ]
    return page(
        told,
        OVERVIEW,
        kind="Data quality",
        heading="How right the data is",
        message=_message(told, keeping),
        blocks=blocks,
    )


def _message(told: SiteInputs, keeping: list[RuleFound]) -> str:
    """The state of the data in one sentence."""
    measured = _right(told, told.now)
    if not measured:
        return "No records were received, so nothing could be checked."
    checked, right = measured
    lists = counted(sum(bool(rows) for rows in told.rows.values()), "list")
    said = f"{share(right, checked)} of {whole(checked)} records on {lists} are right"
    whole_of = len(held_at(told.held, Level.COUNTY, told.authority.county_unit))
    if not whole_of and not keeping:
        return f"{said}, and no figure is withheld."
    rules = f"{counted(len(keeping), 'rule keeps', 'rules keep')} figures back"
    held = f"{counted(whole_of, 'measure is', 'measures are')} withheld for {told.authority.county_unit} as a whole"
    return f"{said}; {rules}, and {held}."


def _right(told: SiteInputs, extract: SiteExtract) -> tuple[int, int] | None:
    """Records checked and right, over all lists."""
    found = [extract.right("list", name, Level.COUNTY, told.authority.county_unit) for name in told.authority.lists]
    measured = [one for one in found if one]
    return (sum(one[0] for one in measured), sum(one[1] for one in measured)) if measured else None


def _all_rules(failing: list[RuleFound], keeping: list[RuleFound]) -> str:
    if len(keeping) > MOST_RULES:
        return f"All {len(keeping)} rules that keep figures back, and the other {len(failing) - len(keeping)} that fail"
    return f"All {counted(len(failing), 'rule')} that records fail"


def _rules_failing(failing: list[RuleFound], severity: Severity) -> str:
    return f"from {counted(sum(rule.severity is severity for rule in failing), 'rule')}"


def _lists(told: SiteInputs) -> Table:
    rows = []
    for name in told.lists:
        measured = told.now.right("list", name, Level.COUNTY, told.authority.county_unit)
        before = told.before.right("list", name, Level.COUNTY, told.authority.county_unit) if told.before else None
        change = share_moved(measured, before) if measured else None
        reason = told.checked.withheld_lists.get(name, "")
        rows.append(
            (
                list_cell(name),
                Cell(number(told.rows.get(name, 0)), "number", note=sentence(reason)),
                Cell(share(measured[1], measured[0]) if measured else NONE, "number"),
                Cell(change.words, f"movement movement-{change.style}") if change else Cell(NONE),
                *by_severity(told.now.to_put_right.where(list=name)),
            )
        )
    head = (
        ColumnHead("List"),
        ColumnHead("Records", "number"),
        ColumnHead("Right", "number"),
        ColumnHead(since_words(told.since)),
        *BY_SEVERITY,
    )
    lead = "Right: the share of records without an error or a warning (see Definitions). The other numbers are faults."
    return Table("lists", "Lists", lead, head, tuple(rows))


def _districts(told: SiteInputs) -> Table:
    rows = []
    for name in told.districts:
        withheld = len(held_at(told.held, Level.DISTRICT, name))
        rows.append(
            (
                district_cell(told, name),
                *by_severity(told.now.to_put_right.where(district=name)),
                Cell(number(told.mended("district", name)), "number"),
                Cell(number(withheld), "number"),
            )
        )
    head = (
        ColumnHead("District"),
        *BY_SEVERITY,
        ColumnHead("Put right", "number"),
        ColumnHead("Measures withheld", "number"),
    )
    return Table(
        "districts", "Districts", "Faults to put right, by the district of the team that owns them.", head, tuple(rows)
    )
