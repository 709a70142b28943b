"""The page of definitions is what the definitions say today."""

from reporting.measures.indicators import INDICATORS
from reporting.presentation.definitions_page import definitions_page
from tasks.definitions_page import PAGE


def test_the_committed_page_is_current():
    current = definitions_page(INDICATORS.values())
    assert PAGE.read_text(encoding="utf-8") == current, "run: python -m tasks.definitions_page"


def test_every_indicator_is_on_it_once_with_its_worked_example():
    page = definitions_page(INDICATORS.values())
    for name, indicator in INDICATORS.items():
        assert page.count(f"\n`{name}`\n") == 1
        assert f"Answer: **{indicator.expect}**" in page
