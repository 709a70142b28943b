"""The page that defines every measure, written from the definitions themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from reporting.lists import LISTS, POSITION, in_order
from reporting.measures.examples import LIST_DATE, PERIOD
from reporting.measures.indicators.model import Indicator
from reporting.model.measures import DefinedMeasure, DerivedMeasure, Direction, Form, ReturnedMeasure
from reporting.model.periods import Window
from reporting.presentation.words import day_name

OPENING = f"""# What every number means

This page is written from the definitions in `reporting/measures/indicators/` (what is counted) and `data/measures/`
(what a role returns, and what is derived from other figures); do not edit it. To write it again, run
`python -m tasks.definitions_page`. A council may have measures of its own besides, in its folder.

The lists are run on a **list date**. A *month* is the calendar month reported on; *six months* and *twelve months* run
back from the list date (list date less six months < event <= list date, clamped to the month's end). A *working day* is
Monday to Friday and no bank holiday in England; the day something starts is day nought. Every child or event counted is
**yes**, **no** or **not known**, and a percentage is yes out of yes and no. How many are not known is always said.

A row that fails an error check on a column the measure depends on is not known. Worked examples are run as tests, for
{PERIOD} with lists run on {LIST_DATE:%-d %B %Y}; an empty cell is a blank.
"""
GOOD: Mapping[Direction, str] = {
    Direction.HIGHER_IS_BETTER: "higher is better",
    Direction.LOWER_IS_BETTER: "lower is better",
    Direction.NEITHER: "neither higher nor lower is better in itself",
}
WINDOWS: Mapping[Window, str] = {
    Window.AS_AT: "on the list date",
    Window.MONTH: "in the month",
    Window.SIX_MONTHS: "in six months",
    Window.TWELVE_MONTHS: "in twelve months",
}


FORMS: Mapping[Form, str] = {
    Form.RATE: "{} for every 10,000 children aged 0 to 17; over six or twelve months, scaled to a year",
    Form.SHARE: "{} as a percentage of {}",
    Form.RATIO: "{} for each one of {}",
    Form.DIFFERENCE: "{} less {}",
}


def definitions_page(measures: Mapping[str, DefinedMeasure]) -> str:
    """Every measure under its first theme, in the order of the lists they rest on; what rests on none comes last."""
    themes: dict[str, list[DefinedMeasure]] = {}
    for measure in sorted(measures.values(), key=lambda one: (_first_list(one), one.name)):
        themes.setdefault(measure.themes[0], []).append(measure)
    sections = [OPENING, *(line for theme, members in themes.items() for line in _section(theme, members, measures))]
    return "\n".join(sections).rstrip("\n") + "\n"


def _first_list(measure: DefinedMeasure) -> int:
    return POSITION[measure.list] if measure.list else len(POSITION)


def _section(theme: str, members: Iterable[DefinedMeasure], measures: Mapping[str, DefinedMeasure]) -> Iterator[str]:
    yield f"## {theme.capitalize()}"
    yield ""
    yield from (_card(measure, measures) for measure in members)


def _card(measure: DefinedMeasure, measures: Mapping[str, DefinedMeasure]) -> str:
    facts = {
        "Number": f"{measure.number}, version {measure.version}, reviewed on {day_name(measure.reviewed)}.",
        "Owner": f"{measure.owner}.",
        "Comes from": _comes_from(measure, measures),
        "Counts": f"{measure.counts}.",
        "Out of": f"{measure.out_of}.",
        "Given as": f"{measure.scale.given_as}; {GOOD[measure.direction]}.",
        "When": ", ".join(WINDOWS[window] for window in measure.windows) + ".",
        "Where": ", ".join(level.replace("_", " ") for level in measure.levels) + ".",
        "A blank": measure.blank_means,
        "Depends on": _depends_on(measure),
        "Local limits": ", ".join(limit.replace("_", " ") for limit in measure.limits),
        "Take care": measure.caution,
        "Rebuilt for earlier months": _rebuilt(measure),
        "Source": measure.source,
        "Answers": ", ".join(f"`{answered}`" for answered in measure.answers),
    }
    lines = [f"- **{name}:** {words}" for name, words in facts.items() if words]
    return "\n".join([f"### {measure.title}", "", f"`{measure.name}`", "", *lines, "", *_example(measure, measures)])


def _comes_from(measure: DefinedMeasure, measures: Mapping[str, DefinedMeasure]) -> str:
    """Where the figure comes from; nothing of a measure that is counted, as most are."""
    if isinstance(measure, ReturnedMeasure):
        return "a return: no list holds it."
    if isinstance(measure, DerivedMeasure):
        return FORMS[measure.form].format(*(f"*{measures[parent].title}*" for parent in measure.of)) + "."
    return ""


def _rebuilt(measure: DefinedMeasure) -> str:
    if measure.rebuilds:
        return "yes."
    return "no: the lists hold only the latest." if measure.lists else ""


def _example(measure: DefinedMeasure, measures: Mapping[str, DefinedMeasure]) -> list[str]:
    """The worked example, and its answer."""
    if isinstance(measure, Indicator):
        return ["```text", textwrap.dedent(measure.example).strip(), "```", "", f"Answer: **{measure.expect}**", ""]
    if not isinstance(measure, DerivedMeasure):
        return []
    given, window = measure.example, WINDOWS[measure.example.window]
    said = [
        f"{measures[parent].title} {window}: {value:,g}" for parent, value in zip(measure.of, given.of, strict=True)
    ]
    said += [f"Children aged 0 to 17: {given.children:,}"] if given.children else []
    return ["```text", *said, "```", "", f"Answer: **{measure.scale.with_unit(given.value)}**", ""]


def _depends_on(measure: DefinedMeasure) -> str:
    return "; ".join(_columns(measure, name) for name in in_order(measure.lists)) + "." if measure.lists else ""


def _columns(measure: DefinedMeasure, name: str) -> str:
    keys = dict.fromkeys(column.split(".")[1] for column in measure.columns if column.split(".")[0] == name)
    headers = ", ".join(f'"{LISTS[name].column(key).header}"' for key in keys)
    return f"list {LISTS[name].code} ({LISTS[name].title}): {headers}"
