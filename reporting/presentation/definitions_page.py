"""The page that defines every indicator, written from the definitions themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from reporting.lists import LISTS, POSITION, in_order
from reporting.measures.examples import LIST_DATE, PERIOD
from reporting.measures.indicators.model import Direction, Indicator
from reporting.model.periods import Window

OPENING = f"""# What every number means

This page is written from the definitions in `reporting/measures/indicators/`; do not edit it. To write it again, run
`python -m tasks.definitions_page`.

The lists are run on a **list date**. A *month* is the calendar month reported on; *six months* and *twelve months* run
back from the list date (list date less six months < event <= list date, clamped to the month's end). A *working day* is
Monday to Friday and no bank holiday in England; the day something starts is day nought. Every child or event counted is
**yes**, **no** or **not known**, and a percentage is yes out of yes and no. How many are not known is always said.

A row that fails an error check on a column the indicator depends on is not known. Worked examples are run as tests, for
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


def definitions_page(indicators: Iterable[Indicator]) -> str:
    """Every indicator under its first theme, in the order of the lists they are counted from."""
    themes: dict[str, list[Indicator]] = {}
    for indicator in sorted(indicators, key=lambda one: (POSITION[one.list], one.name)):
        themes.setdefault(indicator.themes[0], []).append(indicator)
    sections = [OPENING, *(line for theme, members in themes.items() for line in _section(theme, members))]
    return "\n".join(sections).rstrip("\n") + "\n"


def _section(theme: str, members: Iterable[Indicator]) -> list[str]:
    return [f"## {theme.capitalize()}", "", *(_card(indicator) for indicator in members)]


def _card(indicator: Indicator) -> str:
    facts = {
        "Counts": f"{indicator.counts}.",
        "Out of": f"{indicator.out_of}.",
        "Given as": f"{indicator.scale.given_as}; {GOOD[indicator.direction]}.",
        "When": ", ".join(WINDOWS[window] for window in indicator.windows) + ".",
        "Where": ", ".join(level.replace("_", " ") for level in indicator.levels) + ".",
        "A blank": indicator.blank_means,
        "Depends on": "; ".join(_columns(indicator, name) for name in in_order(indicator.lists)) + ".",
        "Local limits": ", ".join(limit.replace("_", " ") for limit in indicator.limits),
        "Take care": indicator.caution,
        "Rebuilt for earlier months": "yes." if indicator.rebuilds else "no: the lists hold only the latest.",
        "Source": indicator.source,
        "Answers": ", ".join(f"`{answered}`" for answered in indicator.answers),
    }
    lines = [f"- **{name}:** {words}" for name, words in facts.items() if words]
    example = textwrap.dedent(indicator.example).strip()
    return "\n".join(
        [f"### {indicator.title}", "", f"`{indicator.name}`", "", *lines, "", "```text", example, "```", "",
         f"Answer: **{indicator.expect}**", ""]
    )  # fmt: skip


def _columns(indicator: Indicator, name: str) -> str:
    keys = dict.fromkeys(column.split(".")[1] for column in indicator.columns if column.split(".")[0] == name)
    headers = ", ".join(f'"{LISTS[name].column(key).header}"' for key in keys)
    return f"list {LISTS[name].code} ({LISTS[name].title}): {headers}"
