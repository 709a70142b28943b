"""What a screen reader and an archive find in the file."""

import itertools
from collections import Counter
from io import BytesIO

import page
import pikepdf
import pytest

# It counts a compressed stream that happens to end in a carriage return as too short; veraPDF and qpdf do not.
FALSE_ALARMS = {"PDFA3A-STREAM-LENGTH-001"}


def elements(pdf):
    def below(kids, parents):
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S), kid, parents
                if "/K" in kid:
                    yield from below(kid.K, (*parents, str(kid.S)))

    return list(below(pdf.Root.StructTreeRoot.K, ()))


@pytest.fixture
def opened(pack):
    with pikepdf.open(BytesIO(pack.pdf)) as pdf:
        yield pdf


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_checker_of_the_standards_finds_nothing(pack, profile):
    report = page.validate_pdf_bytes(pack.pdf, profile=profile)
    assert [
        f"{failure.rule_id} {failure.message}" for failure in report.failures if failure.rule_id not in FALSE_ALARMS
    ] == []


def test_the_file_says_what_it_is_and_in_which_language(opened, pack):
    assert str(opened.Root.Lang) == "en-GB"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert "October 2026" in str(opened.docinfo["/Title"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in opened.Root.Metadata.read_bytes()


def test_every_figure_has_a_sentence_and_a_box_on_its_page(opened):
    figures = [element for kind, element, _ in elements(opened) if kind == "/Figure"]
    assert len(figures) > 20
    for figure in figures:
        assert str(figure.Alt).endswith(".")
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
        width, height = (float(side) for side in figure.Pg.MediaBox[2:])
        assert 0 <= left < right <= width
        assert 0 <= bottom < top <= height


def test_every_heading_cell_says_what_it_heads(opened):
    heads = [(str(element.A.Scope), parents) for kind, element, parents in elements(opened) if kind == "/TH"]
    assert {scope for scope, parents in heads if "/THead" in parents} == {"/Column"}
    assert {scope for scope, parents in heads if "/THead" not in parents} == {"/Row"}


def test_headings_never_skip_a_level(opened):
    levels = [int(kind[2]) for kind, _, _ in elements(opened) if kind in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_no_span_is_empty_and_lists_hold_only_items(opened):
    found = elements(opened)
    assert not [kind for kind, element, _ in found if kind == "/Span" and not len(element.get("/K", []))]
    inside = Counter(kind for kind, _, parents in found if parents and parents[-1] == "/L")
    assert set(inside) == {"/LI"}


def test_running_lines_are_outside_what_is_read(opened):
    for one in list(opened.pages)[1:]:
        artifacts = [
            i
            for i in pikepdf.parse_content_stream(one)
            if str(i.operator) == "BDC" and str(i.operands[0]) == "/Artifact"
        ]
        assert len(artifacts) >= 5


def test_the_figures_are_attached_as_printed(opened, pack):
    assert list(opened.attachments) == [pack.csv_name]
    assert opened.attachments[pack.csv_name].get_file().read_bytes().decode() == pack.csv
    assert str(opened.Root.AF[0].AFRelationship) == "/Data"


def test_nothing_in_the_file_can_run(opened):
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(opened.Root.keys())
    assert "/JavaScript" not in opened.Root.Names
