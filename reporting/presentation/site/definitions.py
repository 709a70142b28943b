"""The page of definitions: what each word and number of the site means."""

from __future__ import annotations

from reporting.assurance.accuracy import Information
from reporting.model.scales import Scale
from reporting.presentation.site.addresses import DEFINITIONS
from reporting.presentation.site.context import Page
from reporting.presentation.site.frame import HOME, page
from reporting.presentation.site.inputs import SiteInputs
from reporting.presentation.site.phrases import INFORMATION_MEANS
from reporting.presentation.views.parts import Cell, FactList, LabelledFact
from reporting.presentation.words import INFORMATION_WORDS, rounded


def definitions(told: SiteInputs) -> Page:
    """What is meant by what is said."""
    return page(
        told,
        DEFINITIONS,
        kind="Definitions",
        heading="What the words mean",
        message="Every number here counts records, or faults in them. None says anything of one child.",
        blocks=[
            FactList("severity", "How grave a rule is", _severities()),
            FactList("faults", "Faults and worklists", _faults(told)),
            FactList("figures", "Figures and rules", _figures(told)),
            FactList("information", "Types of information", _information()),
        ],
        trail=(HOME,),
    )


def _facts(said: dict[str, str]) -> tuple[LabelledFact, ...]:
    return tuple(LabelledFact(label, Cell(words)) for label, words in said.items())


def _severities() -> tuple[LabelledFact, ...]:
    return _facts(
        {
            "Error": "A value that cannot be used, or cannot be true. What rests on it is not known.",
            "Warning": "A value that is probably wrong, or a child who is waiting. It keeps no figure back.",
            "Information": "Something odd, to look at when time allows.",
        }
    )


def _faults(told: SiteInputs) -> tuple[LabelledFact, ...]:
    return _facts(
        {
            "Fault": "One record that fails one rule. Of a child told two ways on two lists, one record is at fault.",
            "To put right": "Faults that are new or still open, whoever they belong to.",
            "New": "Not in the extract before. A week is compared with the week before, a month with the month before.",
            "Put right": "In the extract before, and no longer in this one, though the rule was asked again.",
            "Confirmed correct": f"A doubtful value that somebody in a named role has confirmed ({_confirmers(told)}). "
            "It stays quiet until the value changes. An error cannot be confirmed.",
            "Owner": "The team of the record, as the register of teams stood on the list date. Where it names none: "
            "the team of its worker, else the team the child is known to.",
            "Worklist": "A team’s own list of the records to put right, in the restricted folder of the period. "
            "Children are named there, by their id, and nowhere here.",
        }
    )


def _confirmers(told: SiteInputs) -> str:
    roles = told.authority.may_confirm
    if len(roles) < 2:
        return "".join(roles) or "nobody yet"
    return f"{', '.join(roles[:-1])} or {roles[-1]}"


def _figures(told: SiteInputs) -> tuple[LabelledFact, ...]:
    most = Scale.PERCENT.as_set(float(rounded(100 * told.authority.on(told.now.list_date).tolerance)))
    return _facts(
        {
            "List date": "The day the lists were run. Every number is as at that day.",
            "Keeps back": "A figure is withheld where more than "
            f"{most} of its records fail an error rule that it depends on, or where a whole list cannot be used. It is "
            "judged for each district and team by itself.",
            "Records right": "Records with neither an error nor a warning, out of the records that were checked. A "
            "warning that something took long does not count: the work was slow, and the record may be right.",
            "Over time": "This extract beside those before it, weekly and monthly together, by list date. Bars begin "
            "at nought. A change of rules moves them as well as a change of data.",
            "Not run": "The rule had nothing to look at: a list or a column that is not there. It neither passed nor "
            "failed.",
        }
    )


def _information() -> tuple[LabelledFact, ...]:
    return tuple(LabelledFact(INFORMATION_WORDS[kind], Cell(INFORMATION_MEANS[kind])) for kind in Information)
