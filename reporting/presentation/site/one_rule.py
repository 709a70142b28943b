"""The page of one rule: what must be true, what to do, what it keeps back, and who has it on their worklist."""

from __future__ import annotations

from reporting.assurance.ledger import CONFIRMED, NEW, OPEN
from reporting.model.figures import NO_DISTRICT
from reporting.model.quality import Scope
from reporting.presentation.site.addresses import TEAMS, list_page, rule_page, team_anchor
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page, this_time
from reporting.presentation.site.inputs import Of, RuleFound, SiteInputs
from reporting.presentation.site.parts import (
    columns_of,
    district_cell,
    failures_of,
    history_of_counts,
    severity_cell,
)
from reporting.presentation.site.phrases import list_number, list_title, moved_since, number, share
from reporting.presentation.site.tally import Tally
from reporting.presentation.views.leaves import Link
from reporting.presentation.views.parts import NONE, Cell, ColumnHead, FactList, LabelledFact, PagePart, Table
from reporting.presentation.words import counted, joined, sentence, whole

STATES = ((NEW, "New"), (OPEN, "Still open"), (CONFIRMED, "Confirmed correct"))


def one_rule(told: SiteInputs, rule: RuleFound) -> Page:
    """Everything that is known of one rule in one list, but for the records themselves."""
    blocks: list[PagePart] = [_facts(told, rule)]
    asked = not (rule.errored or rule.not_run)
    if rule.keeps_back:
        blocks.append(_keeps_back(told, rule))
    if asked:
        blocks.append(
            history_of_counts(told, "over-time", "Over time", "Records that failed this rule", failures_of(rule))
        )
    ours = told.now.tally.of_rule(rule.list, rule.id)
    if ours.counts:
        blocks += [_by_district(told, ours), _by_team(told, ours)]
    return page(
        told,
        rule_page(rule.list, rule.id),
        kind=f"Rule {rule.id}",
        heading=rule.says[0].removesuffix("."),
        message=_message(told, rule),
        blocks=blocks,
        trail=(HOME, Link(list_title(rule.list), list_page(rule.list))),
    )


def _message(told: SiteInputs, rule: RuleFound) -> str:
    """How it stands, and which way it goes."""
    if rule.errored:
        return "The check itself went wrong, so nobody can say which records keep this rule."
    if rule.not_run:
        return f"This rule could not be asked. {sentence(rule.not_run)}"
    if not rule.failed:
        return "Every record keeps this rule." if rule.of is Of.RECORDS else "Nothing was found."
    before = told.before.failed.get((rule.list, rule.id)) if told.before else None
    change = f"{moved_since(rule.failed, before, told.since)}." if before is not None else ""
    if rule.of is Of.FILE:
        return f"Found in the file of {list_title(rule.list).lower()}. It is for the data team to put right."
    said = f"{whole(rule.failed)} of {whole(rule.checked)} {rule.of.value} fail it ({share(rule.failed, rule.checked)})"
    return f"{said}, {change}" if change else f"{said}."


def _facts(told: SiteInputs, rule: RuleFound) -> FactList:
    facts = [
        LabelledFact("What must be true", Cell(" ".join(rule.says))),
        LabelledFact("What to do", Cell(rule.do)),
        LabelledFact("Severity", severity_cell(rule.severity)),
        LabelledFact(
            "List", Cell(links=(Link(list_title(rule.list), list_page(rule.list)),), note=list_number(rule.list))
        ),
    ]
    if rule.columns:
        facts.append(LabelledFact("Columns it guards", Cell(columns_of(rule))))
    facts.append(LabelledFact("Who puts it right", Cell(_who(told, rule))))
    elsewhere = tuple(_elsewhere(one) for one in told.rules_called[rule.id] if one.list != rule.list)
    if elsewhere:
        facts.append(LabelledFact("Asked of other lists", Cell(links=elsewhere)))
    kept = "It keeps no figure back." if not rule.keeps_back else joined(_kept_words(told, rule))
    return FactList(
        "about", "What it asks", (*facts, LabelledFact(f"Keeps back {this_time(told)}", Cell(sentence(kept))))
    )


def _elsewhere(rule: RuleFound) -> Link:
    failed = "not run" if rule.errored or rule.not_run else f"{whole(rule.failed)} fail"
    return Link(f"{list_title(rule.list)} ({failed})", rule_page(rule.list, rule.id))


def _kept_words(told: SiteInputs, rule: RuleFound) -> list[str]:
    whole_of = [one for one in rule.keeps_back if one.whole]
    parts = [one for one in rule.keeps_back if not one.whole]
    words = f"{counted(len(whole_of), 'measure')} for {told.authority.county_unit} as a whole"
    said = [words] if whole_of else []
    return [*said, f"{counted(len(parts), 'measure')} for districts or teams only"] if parts else said


def _who(told: SiteInputs, rule: RuleFound) -> str:
    prepares = told.authority.roles.get("prepares", "The data team")
    if rule.of is Of.FAULTS:
        return "Every team, from the oldest faults of its worklist."
    if rule.scope is Scope.LIST:
        return f"{prepares}: it speaks of the list as a whole, and is on no team’s worklist."
    where = f"in {list_title(rule.mends)} ({list_number(rule.mends)})"
    return f"The team that owns the record, {where}; {prepares} where no team can be traced."


def _keeps_back(told: SiteInputs, rule: RuleFound) -> Table:
    rows = tuple(
        (
            Cell(one.indicator.title),
            Cell("Withheld" if one.whole else "Printed", f"status status-{'withheld' if one.whole else 'kept'}"),
            Cell(joined(one.districts) or NONE),
            Cell(number(len(one.teams)), "number"),
        )
        for one in rule.keeps_back
    )
    head = (
        ColumnHead("Measure"),
        ColumnHead(f"{told.authority.county_unit} as a whole"),
        ColumnHead("Districts withheld"),
        ColumnHead("Teams withheld", "number"),
    )
    lead = "Measures that depend on a column this rule guards, where they are withheld and records fail the rule."
    return Table("keeps-back", f"What it keeps back {this_time(told)}", lead, head, rows)


def _states(faults: Tally) -> tuple[Cell, ...]:
    sums = faults.by("state")
    return (
        Cell(number(faults.to_put_right.total), "number"),
        *(Cell(number(sums.get(state, 0)), "number") for state, _ in STATES),
    )


_STATE_COLUMNS = (ColumnHead("To put right", "number"), *(ColumnHead(words, "number") for _, words in STATES))


def _by_district(told: SiteInputs, ours: Tally) -> Table:
    rows = tuple(
        (district_cell(told, name), *_states(ours.where(district=name)))
        for name in told.districts
        if ours.where(district=name).counts
    )
    lead = "Districts that are not named have none."
    return Table("districts", "By district", lead, (ColumnHead("District"), *_STATE_COLUMNS), rows)


def _by_team(told: SiteInputs, ours: Tally) -> Table:
    rows = []
    for team in ours.by("team"):
        part = ours.where(team=team)
        where = joined(sentence(district) for district in part.by("district") if district != NO_DISTRICT)
        link = Link(sentence(team), f"{TEAMS}#{team_anchor(team)}")
        rows.append((Cell(links=(link,), note=where), *_states(part), Cell(told.worklists[team], "file")))
    lead = "The records themselves stand in each team’s worklist, under this rule’s number."
    return Table("teams", "By team", lead, (ColumnHead("Team"), *_STATE_COLUMNS, ColumnHead("Worklist")), tuple(rows))
