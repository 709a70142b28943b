"""The page of definitions is what the definitions say today."""

from reporting.measures.indicators.model import Indicator
from reporting.presentation.definitions_page import definitions_page
from tasks.configuration.measures import load_measures
from tasks.definitions_page import PAGE


def test_the_committed_page_is_current():
    current = definitions_page(load_measures())
    assert PAGE.read_text(encoding="utf-8") == current, "run: python -m tasks.definitions_page"


def test_every_measure_is_on_it_once_with_its_number_and_its_worked_example():
    page = definitions_page(load_measures())
    for name, measure in load_measures().items():
        assert page.count(f"\n`{name}`\n") == 1
        assert page.count(f"**Number:** {measure.number},") == 1
        assert not isinstance(measure, Indicator) or f"Answer: **{measure.expect}**" in page
