"""All the measures of one council, by name: each definition on its own, and all of them beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from reporting.measures.indicators.model import WHERE_PEOPLE_LIVE
from reporting.model.measures import NUMBER, PARENTS, DefinedMeasure, DerivedMeasure, Form, ReturnedMeasure
from reporting.model.scales import Scale

MOST_LETTERS = 36  # of a short title: it stands in a narrow column
_SCALE_OF = {Form.RATE: Scale.PER_10000, Form.SHARE: Scale.PERCENT, Form.RATIO: Scale.RATIO}


class UnclearMeasure(ValueError):
    """A measure's definition does not hold together, or does not go with the others; the sentence says how."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"{name}: {problem}.")


def registry(measures: Iterable[DefinedMeasure]) -> Mapping[str, DefinedMeasure]:
    """The measures by name, in the order of the alphabet, each derived one resting on what its parents rest on.

    Raises ``UnclearMeasure`` where a name or number is given twice, a parent is not known, measures are derived from
    each other in a circle, or a definition does not hold together.
    """
    stated = _once(measures)
    known: dict[str, DefinedMeasure] = {}
    for measure in _parents_first(stated):
        for problem in _problems(measure, known):
            raise UnclearMeasure(measure.name, problem)
        known[measure.name] = _grounded(measure, known) if isinstance(measure, DerivedMeasure) else measure
    return MappingProxyType({name: known[name] for name in sorted(known)})


def derived_in_order(measures: Mapping[str, DefinedMeasure]) -> tuple[DerivedMeasure, ...]:
    """The derived measures, each after the ones that it is derived from."""
    return tuple(measure for measure in _parents_first(measures) if isinstance(measure, DerivedMeasure))


def _once(measures: Iterable[DefinedMeasure]) -> Mapping[str, DefinedMeasure]:
    """The measures by name, with no name and no number twice."""
    stated: dict[str, DefinedMeasure] = {}
    numbers: dict[str, str] = {}
    for measure in measures:
        if measure.name in stated:
            raise UnclearMeasure(measure.name, "there is another measure of this name")
        if holder := numbers.get(measure.number):
            raise UnclearMeasure(measure.name, f"number {measure.number} is {holder}'s already")
        stated[measure.name] = measure
        numbers[measure.number] = measure.name
    return stated


def _parents_first(stated: Mapping[str, DefinedMeasure]) -> list[DefinedMeasure]:
    """Every measure once, after the ones that it is derived from."""
    ordered: dict[str, DefinedMeasure] = {}

    def put(name: str, below: tuple[str, ...]) -> None:
        measure = stated[name]
        if name in below:
            raise UnclearMeasure(name, "it is derived from itself")
        for parent in measure.of if isinstance(measure, DerivedMeasure) else ():
            if parent not in stated:
                raise UnclearMeasure(name, f'of: there is no measure "{parent}"')
            put(parent, (*below, name))
        ordered.setdefault(name, measure)

    for name in stated:
        put(name, ())
    return list(ordered.values())


def _problems(measure: DefinedMeasure, known: Mapping[str, DefinedMeasure]) -> Iterator[str]:
    """What is wrong with a definition, in words."""
    if not NUMBER.fullmatch(measure.number):
        yield f'number: "{measure.number}" is not two letters and two or three digits, such as WF01'
    if len(measure.short_title) > MOST_LETTERS:
        yield f"short_title: it has {len(measure.short_title)} letters, and a narrow column has room for {MOST_LETTERS}"
    if not (measure.windows and measure.levels and measure.themes):
        yield "it needs a window, a level and a theme"
    if isinstance(measure, ReturnedMeasure):
        yield from _problems_of_returned(measure)
    if isinstance(measure, DerivedMeasure):
        yield from _problems_of_derived(measure, tuple(known[name] for name in measure.of))


def _problems_of_returned(measure: ReturnedMeasure) -> Iterator[str]:
    if len(measure.windows) != 1:
        yield "windows: a returned measure is for one kind of window"
    if measure.scale.needs_population:
        yield "scale: a rate is not returned but derived, so that every rate has the same population"


def _problems_of_derived(measure: DerivedMeasure, parents: tuple[DefinedMeasure, ...]) -> Iterator[str]:
    needed = PARENTS[measure.form]
    if len(parents) != needed:
        yield f"of: a {measure.form} is made of {needed} measure{'s' if needed > 1 else ''}, not {len(parents)}"
    for parent in parents:
        for key, asked, given in (
            ("windows", measure.windows, parent.windows),
            ("levels", measure.levels, parent.levels),
        ):
            if lacking := [one for one in asked if one not in given]:
                yield f"{key}: {parent.name} has no figure for {', '.join(lacking)}"
    yield from _problems_of_form(measure, parents)
    if measure.example.window not in measure.windows or len(measure.example.of) != len(parents):
        yield "example: it is for one of the measure's own windows, with one figure for each parent"
    if (measure.example.children is None) is (measure.form is Form.RATE):
        yield "example: a rate says how many children live there, and nothing else does"


def _problems_of_form(measure: DerivedMeasure, parents: tuple[DefinedMeasure, ...]) -> Iterator[str]:
    scales = {parent.scale for parent in parents}
    fixed = _SCALE_OF.get(measure.form, measure.scale)
    if measure.scale is not fixed:
        yield f'scale: a {measure.form} is given as "{fixed}"'
    if measure.form is Form.RATE and not set(measure.levels) <= set(WHERE_PEOPLE_LIVE):
        yield f"levels: populations are held for {', '.join(WHERE_PEOPLE_LIVE)} only"
    if measure.form is Form.RATE and not all(scale.counts_children for scale in scales):
        yield "of: a rate is made of a count"
    if measure.form in (Form.SHARE, Form.DIFFERENCE) and (
        len(scales) > 1 or not all(scale.adds_up for scale in scales)
    ):
        yield f"of: a {measure.form} is made of two numbers, or two amounts, of one scale"
    if measure.form is Form.DIFFERENCE and measure.scale not in scales:
        yield "scale: a difference is of the same scale as the figures it is between"


def _grounded(measure: DerivedMeasure, known: Mapping[str, DefinedMeasure]) -> DerivedMeasure:
    """The measure, resting on what its parents rest on."""
    parents = [known[name] for name in measure.of]
    return replace(
        measure,
        list=parents[0].list,
        membership=tuple(dict.fromkeys(column for parent in parents for column in parent.membership)),
        decides=tuple(dict.fromkeys(column for parent in parents for column in parent.decides)),
        limits=tuple(dict.fromkeys(limit for parent in parents for limit in parent.limits)),
        blank_means=" ".join(dict.fromkeys(parent.blank_means for parent in parents)),
        rebuilds=all(parent.rebuilds for parent in parents),
    )
