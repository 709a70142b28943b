"""Write ``docs/indicators.md`` from the definitions: ``python -m tasks.definitions_page``."""

from __future__ import annotations

from pathlib import Path

from reporting.presentation.definitions_page import definitions_page
from tasks.configuration.measures import load_measures

PAGE = Path(__file__).parents[1] / "docs" / "indicators.md"


def write_page() -> None:
    """The page as the definitions now stand."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(definitions_page(load_measures()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_page()
