"""Every block of a small report, to the letter, made from what it says it needs and from nothing else.

To accept a change: python -m tests.print.test_golden_blocks.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from reporting.model.periods import Month, Window
from reporting.presentation.blocks import BLOCKS
from reporting.presentation.briefing.block import Block
from reporting.presentation.briefing.needs import NotAskedFor
from reporting.presentation.packs import Item, Pack, ReportInputs, Theme, compose
from tasks.print_pack import ENVIRONMENT, print_pack, render_html
from tasks.print_pack.assets import TEMPLATES
from tests.print.small_report import OPTIONAL, PACK, by_age, only, small_inputs, small_report
from tests.reporting.presentation.weekly.made_up_weeks import COUNCIL, USUAL, WEEKLY_REPORT, small_weeks

GOLDEN = Path(__file__).parents[1] / "golden" / "blocks"
NAMES = sorted(BLOCKS)


def material(block: Block) -> tuple[Pack, ReportInputs]:
    """A pack that names the block alone, and all that the record holds."""
    if not block.speaks_of_a(Month):
        known = {
            name: COUNCIL.definitions[name] for name in USUAL["indicator"].unique()
        }  # however many others there are
        council = replace(COUNCIL, definitions=known)
        return replace(WEEKLY_REPORT, blocks=(block.name,)), replace(small_weeks(), authority=council)
    themes = (*PACK.themes, Theme("Care leavers", (Item("settled", Window.AS_AT),)))
    return replace(PACK, themes=themes, blocks=(block.name,)), by_age(small_inputs())


def page(name: str) -> str:
    pack, inputs = material(BLOCKS[name])
    report = compose(pack, only(inputs, BLOCKS[name].needs))
    (view,) = report.blocks
    return ENVIRONMENT.get_template(view.template).render(report=report, block=view)


@pytest.mark.parametrize("name", NAMES)
def test_a_block_is_printed_as_it_was_read_and_agreed(name):
    assert page(name) == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_block_is_called_what_its_folder_its_template_and_its_view_are_called(name):
    pack, inputs = material(BLOCKS[name])
    (view,) = compose(pack, inputs).blocks
    assert (BLOCKS[name].name, view.name, view.template) == (name, name, f"blocks/{name}.html.j2")


def test_every_block_has_a_template_and_a_golden_page_and_there_is_none_of_a_block_that_is_not():
    assert sorted(path.name.removesuffix(".html.j2") for path in (TEMPLATES / "blocks").iterdir()) == NAMES
    assert sorted(path.stem for path in GOLDEN.iterdir()) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if BLOCKS[name].needs])
def test_what_a_block_needs_is_asked_of_the_record_and_its_want_is_said(name):
    pack, inputs = material(BLOCKS[name])
    for need in BLOCKS[name].needs & OPTIONAL:
        with pytest.raises(NotAskedFor, match=need.name):
            compose(pack, only(inputs, BLOCKS[name].needs - {need}))


def test_even_a_small_report_prints():
    assert print_pack(small_report()).pdf.startswith(b"%PDF-1.7")
    assert "Small Board" in render_html(small_report())


if __name__ == "__main__":
    for each in NAMES:
        (GOLDEN / f"{each}.html").write_text(page(each), encoding="utf-8")
