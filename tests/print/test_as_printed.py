"""The attached CSV holds exactly what is printed, and what is suppressed is nowhere."""

import csv
import io
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import pytest

from reporting.presentation.briefing.disclosed import printable
from reporting.presentation.disclosure import disclose
from reporting.presentation.packs import compose, needs_of
from reporting.presentation.views.leaves import BlockView, Printed
from tasks.print_pack import render_html
from tests.made_up_figures import PERIOD, lancashire
from tests.print.conftest import BOARDS, composed

SIGNS = {"[c]", "[w]", "[x]", "–"}


def every(kind, thing):
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for part in thing:
            yield from every(kind, part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from every(kind, getattr(thing, field.name))


def rows_of(context):
    return list(csv.DictReader(io.StringIO(context.csv)))


def key(row):
    return tuple(row[name] for name in ("indicator", "window", "level", "unit", "period", "basis"))


def cell_key(cell):
    return (cell.indicator, cell.window, cell.level, cell.unit, cell.period, cell.basis)


def test_every_printed_figure_is_in_the_csv_and_nothing_else_is(context):
    printed = {cell_key(cell) for block in context.blocks for cell in every(Printed, block)}
    rows = rows_of(context)
    assert {key(row) for row in rows} == printed
    assert len(rows) == len(printed)


def test_a_figure_is_printed_alike_wherever_it_stands(context):
    """Tables and cards may leave the per cent sign out, and nothing else."""
    values = {}
    for cell in (cell for block in context.blocks for cell in every(Printed, block)):
        values.setdefault(cell_key(cell), set()).add(cell.value.removesuffix("%"))
    assert values == {key(row): {row["value"].removesuffix("%")} for row in rows_of(context)}


def test_every_value_of_the_csv_is_on_the_page(context):
    text = Text(render_html(context)).words
    for row in rows_of(context):
        if row["level"] != "county" or row["period"] == str(PERIOD):
            assert row["value"].removesuffix("%") in text, row


@pytest.mark.parametrize("board", BOARDS)
def test_a_suppressed_figure_leaves_nothing_behind(board):
    month = lancashire()
    pack = month.packs[board]
    told = printable(pack, month.inputs(), needs_of(pack))
    hidden = disclose(told, month.authority.markings[pack.marking], authority=month.authority)
    suppressed = {
        (row["indicator"], row["window"], row["level"], row["unit"], row["period"], row["basis"])
        for row in hidden[hidden["suppressed"]].to_dict("records")
    }
    assert suppressed
    rows = {key(row): row for row in rows_of(composed(board))}
    for gone in suppressed & set(rows):
        row = rows[gone]
        assert row["value"] == "[c]"
        assert not any(row[name] for name in ("grade", "numerator", "denominator", "not_known", "no_date"))


def test_a_wholly_suppressed_measure_takes_its_chart_grade_and_sentences_with_it():
    """At a marking that covers the county, an indicator with small counts throughout says nothing at all."""
    month = lancashire()
    pack = replace(month.packs["improvement_board"], marking="official")
    small = month.figures.copy()
    ours = (small["indicator"] == "care_leavers_eet") & (small["level"] == "county")
    small.loc[ours, ["yes", "no", "numerator", "denominator", "cohort"]] = [3.0, 40.0, 3.0, 43.0, 43]
    small.loc[ours, "value"] = 300 / 43
    context = compose(pack, replace(month.inputs(), figures=small))
    card = next(
        card for block in context.blocks for card in every_card(block) if card.value.indicator == "care_leavers_eet"
    )
    assert card.value.value == "[c]"
    assert card.status.words == "Suppressed"
    assert not card.scale
    assert not card.counted
    assert "7.0" not in {point.value.removesuffix("%") for point in card.points if point.period == str(PERIOD)}
    cover = context.blocks[0]
    assert "education, employment" not in " ".join(decision.lead for decision in cover.decisions)
    assert "6.9767" not in render_html(context)
    assert ">7.0%" not in render_html(context)


def every_card(block: BlockView):
    for theme in getattr(block, "themes", ()):
        for row in getattr(theme, "rows", ()):
            yield from getattr(row, "cards", ())


def test_what_cannot_be_computed_is_never_nought_or_all(context):
    for row in rows_of(context):
        if row["indicator"] == "care_leavers_pathway_plan_in_date" and row["period"] == str(PERIOD):
            assert row["value"] in SIGNS


class Text(HTMLParser):
    """The words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: set[str] = set()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words.update(word.removesuffix("%").rstrip(".,;") for word in data.split())
