"""What a reader sees: every page whole, marked, legible, and worth its paper."""

import itertools
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from reporting.presentation.packs import compose
from tasks.print_pack import print_pdf, render_html
from tests.made_up_figures import lancashire
from tests.print.conftest import BOARDS, printed

LEAST_CONTRAST = 4.5
SMALLEST_TYPE = 7.5  # points
WORDS = ["size", "non_stroking_color"]


@cache
def read(board):
    """Each page's width, height, words and number."""
    with pdfplumber.open(BytesIO(printed(board).pdf)) as pdf:
        return [
            (page.width, page.height, page.extract_words(extra_attrs=WORDS), page.page_number) for page in pdf.pages
        ]


@pytest.fixture(params=BOARDS)
def pages(request):
    return read(request.param)


def test_nothing_is_set_too_small_to_read(pages):
    for _, _, words, number in pages:
        assert not [word["text"] for word in words if word["size"] < SMALLEST_TYPE], f"page {number}"


def test_no_word_leaves_its_page(pages):
    for width, height, words, number in pages:
        margin = 0 if number == 1 else 28
        outside = [
            w["text"] for w in words if w["x0"] < margin or w["x1"] > width - margin or w["bottom"] > height - 20
        ]
        assert not outside, f"page {number}: {outside}"


def test_no_word_is_printed_over_another(pages):
    for _, _, words, number in pages:
        lines = sorted(words, key=lambda word: (round(word["top"]), word["x0"]))
        over = [
            (one["text"], other["text"])
            for one, other in itertools.pairwise(lines)
            if round(one["top"]) == round(other["top"]) and other["x0"] < one["x1"] - 1
        ]
        assert not over, f"page {number}: {over}"


def test_every_page_after_the_cover_carries_the_marking_and_its_number(pages):
    for _, _height, words, number in pages[1:]:
        text = " ".join(word["text"] for word in words)
        assert "OFFICIAL-SENSITIVE" in text
        assert f"Page {number} of {len(pages)}" in text
        assert "Made-up data" in text
    assert "OFFICIAL-SENSITIVE" in " ".join(word["text"] for word in pages[0][2])


def test_no_page_is_nearly_empty(pages):
    for _, height, words, number in pages[:-1]:
        body = [word["bottom"] for word in words if word["bottom"] < height - 62]
        assert max(body) > height * 0.5, f"page {number} ends half way"


def test_a_report_is_short_enough_to_be_read(pages):
    assert len(pages) <= 14


def test_a_heading_is_never_the_last_thing_on_a_page(pages):
    for _, height, words, number in pages:
        lowest = max((w for w in words if w["bottom"] < height - 62), key=lambda word: round(word["bottom"]))
        assert lowest["size"] < 12, f"page {number}"


def test_every_word_can_be_told_from_what_is_behind_it():
    """Each word's colour against the commonest pixel in its box."""
    document = pypdfium2.PdfDocument(printed("improvement_board").pdf)
    for _, _, words, number in read("improvement_board"):
        image = document[number - 1].render(scale=2).to_pil().convert("RGB")
        for word in words:
            box = tuple(round(2 * word[side]) for side in ("x0", "top", "x1", "bottom"))
            behind = Counter(image.crop(box).get_flattened_data()).most_common(1)[0][0]
            ink = tuple(round(255 * part) for part in word["non_stroking_color"])
            assert contrast(ink, behind) >= LEAST_CONTRAST, (number, word["text"], ink, behind)


@cache
def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The WCAG ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: tuple[int, ...]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_most_crowded_cover_is_still_one_page():
    """Everything poor, much withheld, much moved: the cover says less of each and keeps to its page."""
    month = lancashire()
    figures = month.figures.copy()
    county = figures["level"] == "county"
    poor = county & (figures["band"] != "")
    figures.loc[poor, "band"] = "inadequate"
    moved = county & figures["indicator"].str.contains("visits|reviews|repeat|placements|45")
    figures.loc[moved, ["yes", "numerator", "value"]] *= 0.5
    figures.loc[moved, "no"] = figures["denominator"] - figures["yes"]
    withheld = county & figures["indicator"].str.contains("dental|health|absent|touch|interviews|conferences")
    figures.loc[withheld, ["status", "reason"]] = ["withheld", "too many rows fail a check"]
    for key, pack in month.packs.items():
        context = compose(pack, replace(month.inputs(), figures=figures))
        cover = render_html(replace(context, blocks=context.blocks[:1]))
        with pdfplumber.open(BytesIO(print_pdf(cover, attachments={}, dated=date(2026, 10, 31)))) as pdf:
            assert len(pdf.pages) == 1, key
            assert max(word["bottom"] for word in pdf.pages[0].extract_words()) < 820, key
