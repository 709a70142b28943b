"""The whole page of a small report, to the letter. To accept a change: python -m tests.print.test_golden_page."""

from pathlib import Path

from tasks.print_pack import print_pack, render_html
from tests.print.small_report import small_report

GOLDEN = Path(__file__).parents[1] / "golden" / "small_report.html"


def test_the_page_is_the_one_that_was_read_and_agreed():
    assert render_html(small_report()) == GOLDEN.read_text(encoding="utf-8")


def test_even_a_small_report_prints():
    assert print_pack(small_report()).pdf.startswith(b"%PDF-1.7")


if __name__ == "__main__":
    GOLDEN.write_text(render_html(small_report()), encoding="utf-8")
