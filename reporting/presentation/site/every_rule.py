"""The page of every rule that something was found by: what keeps figures back, then the rest by how grave they are."""

from __future__ import annotations

from reporting.model.quality import Severity
from reporting.presentation.site.addresses import RULES
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page, this_time
from reporting.presentation.site.inputs import RuleFound, SiteInputs
from reporting.presentation.site.parts import failed_cell, rule_cell, rules_table, severity_cell
from reporting.presentation.site.phrases import MANY
from reporting.presentation.views.parts import Cell, ColumnHead, Table
from reporting.presentation.words import counted, sentence

LEADS = {
    Severity.ERROR: "A value that cannot be used, or cannot be true; not so many that a figure is kept back.",
    Severity.WARNING: "A value that is probably wrong, or a child who is waiting. They keep no figure back.",
    Severity.INFORMATION: "Something odd, to look at when time allows.",
}


def every_rule(told: SiteInputs) -> Page:
    """Every rule that something was found by, and those that could not be asked."""
    failing = [rule for rule in told.rules if rule.failed and not rule.errored]
    lead = "For want of these records a figure is withheld, for the whole or for a part."
    keeping = [rule for rule in failing if rule.keeps_back]
    heading = f"What keeps figures back {this_time(told)}"
    blocks = [rules_table(told, "keeps-back", heading, lead, keeping, empty="No rule keeps a figure back.")]
    for severity in Severity:
        rest = [rule for rule in failing if rule.severity is severity and not rule.keeps_back]
        heading = "Other errors" if severity is Severity.ERROR else sentence(MANY[severity])
        blocks.append(rules_table(told, severity.value, heading, LEADS[severity], rest, empty="None was found."))
    return page(
        told,
        RULES,
        kind="Rules",
        heading="Every rule that found something",
        message=_message(told.rules, failing),
        blocks=[*blocks, _unanswered(told)],
        trail=(HOME,),
    )


def _message(rules: tuple[RuleFound, ...], failing: list[RuleFound]) -> str:
    asked = sum(not (rule.errored or rule.not_run) for rule in rules)
    said = (
        f"{sentence(counted(asked, 'rule was', 'rules were'))} asked, list by list, and {len(failing)} found something"
    )
    left = len(rules) - asked
    return f"{said}; {counted(left, 'other')} could not be asked." if left else f"{said}."


def _unanswered(told: SiteInputs) -> Table:
    """Rules that nobody can say anything of: they neither passed nor failed."""
    rules = [rule for rule in told.rules if rule.errored or rule.not_run]
    rows = tuple(
        (
            rule_cell(rule),
            severity_cell(rule.severity),
            failed_cell(rule),
            Cell(rule.not_run or "The check itself went wrong, so no row of the list is vouched for by it."),
        )
        for rule in rules
    )
    head = (ColumnHead("Rule"), ColumnHead("Severity"), ColumnHead("What happened"), ColumnHead("Why"))
    lead = "They neither passed nor failed."
    return Table("unanswered", "Rules that could not be asked", lead, head, rows, "Every rule could be asked.")
