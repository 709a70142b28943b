"""The page of one district: its lists, its rules, its teams, and how right each type of information is."""

from __future__ import annotations

from reporting.assurance.accuracy import Information
from reporting.assurance.ledger import NEW
from reporting.model.figures import NO_DISTRICT, Level
from reporting.model.quality import Severity
from reporting.presentation.site.addresses import district_page
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page
from reporting.presentation.site.inputs import SiteInputs
from reporting.presentation.site.parts import (
    BY_SEVERITY,
    by_severity,
    history_of_counts,
    kept_cell,
    list_cell,
    place_words,
    rule_cell,
    severity_cell,
)
from reporting.presentation.site.phrases import number, share, share_moved, since_words, titles
from reporting.presentation.site.tally_tiles import faults_of, tally_tiles
from reporting.presentation.site.team_table import team_table
from reporting.presentation.site.withheld import KeptBack, held_at
from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import NONE, Cell, ColumnHead, Table
from reporting.presentation.words import INFORMATION_WORDS, counted, sentence, whole

REMAINDER_WORDS = "Records of no team that the register places in a district. They are counted in the whole."


def one_district(told: SiteInputs, district: str) -> Page:
    """Everything that is known of one district."""
    return page(
        told,
        district_page(district),
        kind="District",
        heading=place_words(told, district),
        message=_message(told, district),
        blocks=[
            tally_tiles(told, district),
            _withheld(told, district),
            _accuracy(told, district),
            history_of_counts(
                told,
                "over-time",
                "Errors over time",
                "Errors to put right",
                faults_of(Severity.ERROR, district),
            ),
            _lists(told, district),
            team_table(told, [one for one in told.teams if one[1] == district], lead="Each team and its worklist."),
            _rules(told, district),
        ],
        trail=(HOME, Link("Districts", "index.html#districts")),
    )


def _message(told: SiteInputs, district: str) -> str:
    errors = int(faults_of(Severity.ERROR, district)(told.now) or 0)
    names = [told.authority.definitions[name].short_title for name in held_at(told.held, Level.DISTRICT, district)]
    said = f"{counted(errors, 'error').capitalize()} to put right"
    what = f"; withheld here: {titles(names)}." if names else ", and no figure is withheld here."
    return said + what + (f" {REMAINDER_WORDS}" if district == NO_DISTRICT else "")


def _withheld(told: SiteInputs, district: str) -> Table:
    rows = []
    for name, reasons in held_at(told.held, Level.DISTRICT, district).items():
        blame = [rule for rule in told.rules if any(_in(one, name, district) for one in rule.keeps_back)]
        rules = tuple(rule_cell(rule).links[0] for rule in blame[:2])
        rows.append(
            (
                Cell(told.authority.definitions[name].title),
                Cell("; ".join(map(sentence, reasons))),
                Cell("" if rules else NONE, links=rules),
            )
        )
    head = (ColumnHead("Measure"), ColumnHead("Why"), ColumnHead("Put this right first"))
    lead = "Measures that the data of this district cannot support."
    return Table("withheld", "Withheld here", lead, head, tuple(rows), "No figure is withheld here.")


def _in(kept: KeptBack, name: str, district: str) -> bool:
    return kept.indicator.name == name and district in kept.districts


def _accuracy(told: SiteInputs, district: str) -> Table:
    rows = []
    for kind in Information:
        now = told.now.right("information", kind.value, Level.DISTRICT, district)
        if not now:
            continue
        before = told.before.right("information", kind.value, Level.DISTRICT, district) if told.before else None
        county = told.now.right("information", kind.value, Level.COUNTY, told.authority.county_unit)
        change = share_moved(now, before)
        rows.append(
            (
                Cell(INFORMATION_WORDS[kind]),
                Cell(share(now[1], now[0]), "number"),
                Cell(share(county[1], county[0]) if county else NONE, "number"),
                Cell(whole(now[0]), "number"),
                Cell(change.words, f"movement movement-{change.style}"),
            )
        )
    head = (
        ColumnHead("Type of information"),
        ColumnHead("Right", "number"),
        ColumnHead(told.authority.county_unit, "number"),
        ColumnHead("Records", "number"),
        ColumnHead(since_words(told.since)),
    )
    lead = "Of the records looked at, the share in which it is right."
    return Table("accuracy", "How right the information is", lead, head, tuple(rows), "Nothing was measured here.")


def _lists(told: SiteInputs, district: str) -> Table:
    ours = told.now.to_put_right.where(district=district)
    rows = tuple(
        (list_cell(name), *by_severity(ours.where(list=name))) for name in told.lists if ours.where(list=name).counts
    )
    head = (ColumnHead("List"), *BY_SEVERITY)
    return Table("lists", "By list", "Faults to put right.", head, rows, "There is nothing to put right.")


def _rules(told: SiteInputs, district: str) -> Table:
    ours = told.now.to_put_right.where(district=district)
    rows = tuple(
        (
            rule_cell(rule),
            severity_cell(rule.severity),
            Cell(number(ours.of_rule(rule.list, rule.id).total), "number"),
            Cell(number(ours.of_rule(rule.list, rule.id).where(state=NEW).total), "number"),
            kept_cell([one for one in rule.keeps_back if district in one.districts], here=True),
        )
        for rule in told.rules
        if ours.of_rule(rule.list, rule.id).counts
    )
    head = (
        ColumnHead("Rule"),
        ColumnHead("Severity"),
        ColumnHead("To put right", "number"),
        ColumnHead("Of them new", "number"),
        ColumnHead("Keeps back here"),
    )
    return Table("rules", "By rule", "What keeps a figure back first.", head, rows, "There is nothing to put right.")
