"""The weekly report as it is printed: by the standards, legible, whole, the same bytes every time."""

import itertools
from functools import cache
from io import BytesIO

import page
import pdfplumber
import pikepdf
import pytest

from reporting.presentation.packs import compose
from tasks.configuration import load_authority
from tasks.packs import load_pack
from tasks.print_pack import print_pack
from tests.made_up_figures import lancashire
from tests.print.test_pages import SMALLEST_TYPE
from tests.print.test_structure import FALSE_ALARMS, elements
from tests.reporting.presentation.weekly.whole_county import whole_county

COUNCILS = ("lancashire", "blackpool")


@cache
def printed(council: str, weeks: int = 12):
    return print_pack(composed(council, weeks))


def composed(council: str, weeks: int):
    authority = load_authority(council)
    return compose(load_pack("weekly_report", authority), whole_county(authority, lancashire().figures, weeks))


@cache
def read(council: str, weeks: int = 12):
    with pdfplumber.open(BytesIO(printed(council, weeks).pdf)) as pdf:
        return [(one.width, one.height, one.extract_words(extra_attrs=["size"]), one.page_number) for one in pdf.pages]


@pytest.fixture(params=[("lancashire", 12), ("lancashire", 1), ("blackpool", 12)], ids=str)
def pages(request):
    return read(*request.param)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_checker_of_the_standards_finds_nothing(profile):
    report = page.validate_pdf_bytes(printed("lancashire").pdf, profile=profile)
    assert [one.message for one in report.failures if one.rule_id not in FALSE_ALARMS] == []


def test_the_same_week_gives_the_same_bytes():
    assert print_pack(composed("lancashire", 12)) == printed("lancashire")


def test_nothing_is_set_too_small_to_read(pages):
    for _, _, words, number in pages:
        assert not [word["text"] for word in words if word["size"] < SMALLEST_TYPE], f"page {number}"


def test_no_word_leaves_its_page_or_is_printed_over_another(pages):
    for width, height, words, number in pages:
        margin = 0 if number == 1 else 28
        outside = [
            w["text"] for w in words if w["x0"] < margin or w["x1"] > width - margin or w["bottom"] > height - 20
        ]
        assert not outside, f"page {number}: {outside}"
        lines = sorted(words, key=lambda word: (round(word["top"]), word["x0"]))
        over = [
            (one["text"], other["text"])
            for one, other in itertools.pairwise(lines)
            if round(one["top"]) == round(other["top"]) and other["x0"] < one["x1"] - 1
        ]
        assert not over, f"page {number}: {over}"


def test_the_first_page_is_one_page_and_the_report_is_short(pages):
    assert "In this report" in " ".join(word["text"] for word in pages[0][2])
    assert "Annex A heat map by district" in " ".join(word["text"] for word in pages[1][2])
    assert len(pages) <= 13


def test_no_page_but_the_last_is_nearly_empty(pages):
    for _, height, words, number in pages[:-1]:
        body = [word["bottom"] for word in words if word["bottom"] < height - 62]
        assert max(body) > height * 0.4, f"page {number} ends too soon"


def test_a_heading_is_never_the_last_thing_on_a_page(pages):
    for _, height, words, number in pages:
        lowest = max((w for w in words if w["bottom"] < height - 62), key=lambda word: round(word["bottom"]))
        assert lowest["size"] < 12, f"page {number}"


def test_every_page_carries_the_marking_the_week_and_its_number(pages):
    for _, _, words, number in pages[1:]:
        text = " ".join(word["text"] for word in words)
        assert "OFFICIAL-SENSITIVE" in text
        assert "Week 44, 26 October to 1 November 2026" in text
        assert f"Page {number} of {len(pages)}" in text


def test_every_line_of_weeks_says_its_numbers_to_the_ear():
    with pikepdf.open(BytesIO(printed("lancashire").pdf)) as pdf:
        figures = [element for kind, element, _ in elements(pdf) if kind == "/Figure"]
        assert len(figures) >= 7 * 14
        assert {str(figure.Alt).count("%") for figure in figures} == {12}
        heads = [
            str(element.A.Scope) for kind, element, parents in elements(pdf) if kind == "/TH" and "/THead" in parents
        ]
        assert set(heads) == {"/Column"}
        assert list(pdf.attachments) == ["weekly_report_2026-W44_as_printed.csv"]
