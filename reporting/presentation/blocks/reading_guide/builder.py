"""What the words and colours of the weekly report mean."""

from __future__ import annotations

from reporting.assurance.accuracy import Information
from reporting.model.agreements import Agreement
from reporting.model.periods import Week
from reporting.model.scales import Scale
from reporting.model.settings import CutOffs
from reporting.presentation.blocks.reading_guide.view import ReadingGuide
from reporting.presentation.briefing.block import block
from reporting.presentation.briefing.briefing import Briefing
from reporting.presentation.briefing.cells import RECORDS_RIGHT
from reporting.presentation.briefing.rating import RAG
from reporting.presentation.views.leaves import Pair, Tile
from reporting.presentation.words import INFORMATION_WORDS, day_name, sentence

_KINDS = {
    Information.TEAM_HIERARCHY: "the team is in the register on that day, in one place",
    Information.ALLOCATION: "an open case has a team and a worker",
    Information.PERSON: "id, birth, gender, ethnicity and disability",
    Information.EVENTS: "what happened and when: dates and their order",
    Information.DECISIONS: "coded answers, outcomes and reasons",
    Information.CONTACT: "visits, reviews, health checks and plans that are due",
    Information.AGREEMENT: "what one list says of a child that another says too",
}
_RIGHT = (
    "A record that fails no error and no warning of the checks that ran. A rule for information does not count against "
    "it, nor does a warning that something took long: the work was slow, and the record may be right to the day. That "
    "a record is right means that no check finds fault with it, not that it is true."
)
_ACCURACY = (
    "Of the records checked for one type of information, the share that is right. Each rule is filed under one type. "
    "{kinds}. Where nothing was checked there is no share."
)
_FAULT = (
    "One record that fails one rule. New: it was not there the week before. Put right: it was there and is no longer "
    "found. Open: it stands, new or old. Confirmed: a named role has said that a doubtful value is correct; an error "
    "cannot be confirmed."
)
_WITHHELD = (
    "A figure is withheld when more than {tolerance} of the records it needs fail an error, or when its list did not "
    "come. It is printed again as soon as enough are put right."
)
_SUPPRESSED = (
    "A count of {lowest} to {highest} children in a district or team, and whatever would give it away, is not printed: "
    "nor is a share that is out of so few. Counts of faults are about records, and are printed as they are."
)
_COLOURS = (
    "Only by the council’s own cut-offs, at the value before rounding: green at the green cut-off or better, amber at "
    "the amber one or better, else red. Where there is no cut-off but the board has printed bands, those are used, in "
    "the board’s words. Everything else is grey. Shares of fewer than {smallest} are not rated."
)
_WEEK = (
    "Monday to Sunday, numbered as the calendar numbers it. This is {week}; the lists were run on {day}. Last week "
    "means the last weekly extract before this one in the record. Measures over six and twelve months run back from "
    "the day of the lists."
)


@block(speaks_of=(Week,))
def reading_guide(told: Briefing) -> ReadingGuide:
    """How to read the report."""
    cut_offs = tuple(_cut_offs(told, held) for held in told.agreed.cut_offs.values())
    return ReadingGuide(
        title="How to read this report",
        message="What counts as right, what a colour means, and which days a week has.",
        colours=tuple(Tile(rating.style, rating.letter, rating.words, "") for rating in RAG.values()),
        definitions=_definitions(told),
        cut_offs=cut_offs,
        no_cut_offs=f"{told.whole} has set no cut-offs, so nothing is red, amber or green." if not cut_offs else "",
    )


def _definitions(told: Briefing) -> tuple[Pair, ...]:
    kinds = "; ".join(f"{INFORMATION_WORDS[kind].lower()}: {words}" for kind, words in _KINDS.items())
    tolerance = Scale.PERCENT.as_set(told.agreed.tolerance * 100)
    return (
        Pair("Right", _RIGHT),
        Pair("Accuracy", _ACCURACY.format(kinds=sentence(kinds))),
        Pair("Fault", _FAULT),
        Pair("Withheld [w]", _WITHHELD.format(tolerance=tolerance)),
        Pair("Suppressed [c]", _SUPPRESSED.format(lowest=told.marking.lowest, highest=told.marking.highest)),
        Pair("Red, amber, green", _COLOURS.format(smallest=told.agreed.smallest_graded)),
        Pair("A week", _WEEK.format(week=told.period.words, day=day_name(told.list_date))),
    )


def _cut_offs(told: Briefing, agreed: Agreement[CutOffs]) -> Pair:
    held = agreed.value
    way = "or less" if held.lower_is_better else "or more"
    amber = f", amber at {_value(held.amber)} {way}" if held.amber != held.green else ""
    return Pair(_name(told, held.of), f"Green at {_value(held.green)} {way}{amber}, else red. {agreed.source}")


def _value(number: float) -> str:
    return f"{number:g}"


def _name(told: Briefing, of: str) -> str:
    if of == RECORDS_RIGHT:
        return "Records right, every list"
    if of in set(Information):
        return INFORMATION_WORDS[Information(of)]
    return told.indicators[of].title if of in told.indicators else of
