"""The weekly check: every list as it came, and every rule that records fail, those that withhold a figure first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reporting.assurance.withholding import FOR_A_UNIT, FOR_NONE, FOR_THE_COUNTY
from reporting.lists import LISTS
from reporting.model.figures import Level
from reporting.model.periods import Period, Week
from reporting.model.quality import Finding
from reporting.presentation.blocks.weekly_check.view import ListLine, RuleGroup, RuleLine, WeeklyCheck
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import AS_AT, number, share_cell, withheld_now
from reporting.presentation.briefing.faults import FaultCount, counts_by
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.rules import FailingRule, about_lists, failing_rules
from reporting.presentation.briefing.series import points_moved
from reporting.presentation.views.leaves import Pair, Printed
from reporting.presentation.words import counted, joined, sentence, some_of, whole

MOST_OF = {"0": 40, "1": 25, "error": 20, "warning": 15, "information": 5}
MOST_OF_LISTS = 8
_GROUPS = {
    "0": "Withholding a figure for {whole}",
    "1": "Withholding a figure for a district, locality or team",
    "error": "Errors that withhold nothing now",
    "warning": "Warnings",
    "information": "For information",
}
_FAULTS = (("new", "New"), ("put_right", "Put right"), ("open", "Open"), ("confirmed", "Confirmed"))
_NOTE = (
    "Open is every fault that stands in the team’s hands; a warning that a named role has confirmed as correct is "
    "counted apart."
)
_COMPARED = (
    "Change is since last week’s open faults. A fault also leaves without being put right when its record grows older "
    "than its list covers."
)


@block(Need.FAULTS, Need.EVERY_MEASURE, Need.ACCURACY, speaks_of=(Week,))
def weekly_check(told: Briefing) -> WeeklyCheck:
    """What the checks found this week, beside the week before."""
    rules = failing_rules(told)
    kept, left_out = _shortened(rules)
    by_list = counts_by(told.now, "list")
    return WeeklyCheck(
        title="The weekly check",
        message=_message(rules),
        compared=told.before is not None,
        rule_columns="8" if told.before else "4",
        lists=tuple(_list_line(told, name, by_list.get((name,), FaultCount())) for name in told.authority.lists),
        withheld=_withheld(told),
        withheld_note=f"No figure for {told.whole} as a whole is withheld this week.",
        groups=(*_groups(told, kept), *_whole_lists(told)),
        none_failed="No record fails a rule this week.",
        notes=(_NOTE, *([_COMPARED] if told.before else []), *_left_out(left_out)),
    )


def _list_line(told: Briefing, name: str, faults: FaultCount) -> ListLine:
    schema, before = LISTS[name], told.before
    rows = told.now.rows.get(name, 0)
    share = told.shares.whole(name, told.period)
    share_before = told.shares.whole(name, before.period) if before else None
    moved = None
    if share_before and share.value is not None and share_before.value is not None:
        moved = share.value - share_before.value
    return ListLine(
        number=schema.code,
        name=schema.title,
        rows=_of(told, f"{name}.rows", f"{schema.title}: records", whole(rows), told.period, AS_AT),
        rows_change=_signed(rows - before.rows.get(name, 0)) if before else "",
        right=share_cell(told, share),
        right_change="" if moved is None else points_moved(moved),
        faults=tuple(
            _of(
                told,
                f"{name}.faults_{what}",
                f"{schema.title}: faults, {words.lower()}",
                whole(getattr(faults, what)),
                told.period,
            )
            for what, words in _FAULTS
        ),
        said=sentence(told.now.checked.withheld_lists.get(name, "")),
    )


def _withheld(told: Briefing) -> tuple[Pair, ...]:
    return tuple(
        Pair(fact.indicator.title, sentence(f"{fact.reason or 'no reason recorded'}.".replace("..", ".")))
        for fact in withheld_now(told)
    )


def _shortened(rules: Sequence[FailingRule]) -> tuple[tuple[FailingRule, ...], int]:
    """All that withholds a figure for the whole, and the commonest of every other group."""
    kept: list[FailingRule] = []
    for group, found in groupby(rules, key=_group_of):
        kept += list(found)[: MOST_OF[group]]
    return tuple(kept), len(rules) - len(kept)


def _groups(told: Briefing, rules: Sequence[FailingRule]) -> tuple[RuleGroup, ...]:
    grouped = groupby(rules, key=_group_of)
    return tuple(
        RuleGroup(_GROUPS[group].format(whole=told.whole), tuple(_line(told, rule) for rule in found))
        for group, found in grouped
    )


def _group_of(rule: FailingRule) -> str:
    return str(rule.weight) if rule.weight in (FOR_THE_COUNTY, FOR_A_UNIT) else rule.severity


def _line(told: Briefing, rule: FailingRule) -> RuleLine:
    key, words = f"{rule.list}.{rule.id}", f"Rule {rule.id}, {LISTS[rule.list].title}"

    def of(what: str, count: int, period: Period) -> Printed:
        return _of(told, f"{key}.{what}", f"{words}: {what.replace('_', ' ')}", whole(count), period)

    held = [told.indicators[name].short_title for name in rule.withholds if rule.weight == FOR_THE_COUNTY]
    compared = told.before is not None
    return RuleLine(
        says=rule.says,
        rule=rule.id,
        list=f"{LISTS[rule.list].code} {LISTS[rule.list].short_name}",
        now=of("open", rule.count.open, told.period),
        before=of("open", rule.before or 0, told.before.period) if told.before else None,
        change="" if rule.before is None else _signed(rule.count.open - rule.before),
        new=of("new", rule.count.new, told.period) if compared else None,
        put_right=of("put_right", rule.count.put_right, told.period) if compared else None,
        withholds=f"Withholds {some_of(held, 3)}." if held else "",
    )


def _whole_lists(told: Briefing) -> tuple[RuleGroup, ...]:
    """What no team can mend: it speaks of a list or a file as a whole."""
    found = about_lists(told)
    if not found:
        return ()
    return (
        RuleGroup(
            "About a list as a whole, for the data team", tuple(_whole_line(told, one) for one in found[:MOST_OF_LISTS])
        ),
    )


def _whole_line(told: Briefing, found: Finding) -> RuleLine:
    schema = LISTS.get(found.list)
    title = schema.title if schema else "the extract"
    words, what = f"Rule {found.rule}, {title}: found", f"{found.list}.{found.rule}.failed"
    return RuleLine(
        says=found.says,
        rule=found.rule,
        list=f"{schema.code} {schema.short_name}" if schema else sentence(title),
        now=_of(told, what, words, whole(found.failed), told.period),
        before=None,
        change="",
        new=None,
        put_right=None,
        withholds="",
    )


def _of(told: Briefing, what: str, words: str, value: str, period: Period, window: str = "week") -> Printed:
    return number(what, words, value, told_of=period, level=Level.COUNTY.value, unit=told.whole, window=window)


def _signed(change: int) -> str:
    """A change in a count, with its sign."""
    return f"{'+' if change > 0 else '−'}{whole(abs(change))}" if change else "0"


def _message(rules: Sequence[FailingRule]) -> str:
    failing = [rule for rule in rules if rule.count.open]
    if not failing:
        return "No record fails a rule this week."
    withholding = sum(rule.weight < FOR_NONE for rule in failing)
    worse = sum(rule.before is not None and rule.count.open > rule.before for rule in failing)
    better = sum(rule.before is not None and rule.count.open < rule.before for rule in rules)
    said = (
        f"{sentence(counted(len(failing), 'rule'))} have open faults"
        if len(failing) > 1
        else "One rule has open faults"
    )
    held = (
        f"{counted(withholding, 'of them withholds', 'of them withhold')} a figure"
        if withholding
        else "none of them withholds a figure"
    )
    moved = [
        f"{counted(better, 'rule has', 'rules have')} fewer than last week",
        f"{counted(worse, 'has', 'have')} more",
    ]
    compared = any(rule.before is not None for rule in rules)
    return f"{said}, and {held}. {sentence(joined(moved))}." if compared else f"{said}, and {held}."


def _left_out(rarer: int) -> tuple[str, ...]:
    if not rarer:
        return ()
    others = sentence(counted(rarer, "rule with fewer faults", "rules with fewer faults"))
    return (f"{others} {'is' if rarer == 1 else 'are'} left out here; all are on the quality site.",)
