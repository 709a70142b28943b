"""What the printer leaves undone: header cells say their direction, running lines are artifacts, figures their box."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

POINTS_IN_A_PIXEL = 0.75
_UA = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    # PDF/A accepts a property it does not know only when the file itself describes the property's schema.
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def finished(printed: bytes) -> bytes:
    """The same document, fit for a screen reader and for the archive, with an identity made from its content."""
    out = BytesIO()
    with pikepdf.open(BytesIO(printed)) as pdf:
        tree = pdf.Root.StructTreeRoot
        heights = {page.objgen: float(page.mediabox[3]) for page in pdf.pages}
        for element, parents in list(_elements(tree.K, ())):
            _say_direction(element, parents)
            _measure_from_below(element, heights)
        _drop_empty_spans(tree.K)
        tagged = _tagged(tree.K)
        for page in pdf.pages:
            _running_lines_are_artifacts(pdf, page, tagged.get(page.objgen, set()))
        _claim_accessibility(pdf)
        pdf.save(
            out, deterministic_id=True, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _elements(kids: Any, parents: tuple[str, ...]) -> Iterator[tuple[Dictionary, tuple[str, ...]]]:
    """Every structure element below, with the kinds of the elements around it."""
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid, parents
            if "/K" in kid:
                yield from _elements(kid.K, (*parents, str(kid.S)))


def _say_direction(element: Dictionary, parents: tuple[str, ...]) -> None:
    """A header cell heads its column in the head of a table, and its row elsewhere."""
    if element.S == Name.TH:
        element.A.Scope = Name.Column if "/THead" in parents else Name.Row


def _measure_from_below(element: Dictionary, heights: dict[Any, float]) -> None:
    """A figure's box is in points from the foot of the page; the printer gives pixels from its head."""
    if Name.Figure == element.S and "/A" in element and "/BBox" in element.A:
        left, top, right, bottom = (float(side) * POINTS_IN_A_PIXEL for side in element.A.BBox)
        height = heights[element.Pg.objgen]
        element.A.BBox = Array([round(side, 3) for side in (left, height - bottom, right, height - top)])


def _drop_empty_spans(kids: Any) -> None:
    """Spans with nothing in them, which a screen reader would stop at."""
    for element, _ in list(_elements(kids, ())):
        if isinstance(element.get("/K"), Array):
            kept = [kid for kid in element.K if not _is_empty_span(kid)]
            if len(kept) < len(element.K):
                element.K = Array(kept)


def _is_empty_span(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/S") == Name.Span and not len(kid.get("/K", Array()))


def _tagged(kids: Any) -> dict[Any, set[int]]:
    """On each page, the marks that the structure speaks of."""
    found: dict[Any, set[int]] = {}
    for element, _ in _elements(kids, ()):
        inside = element.get("/K", Array())
        marks = [int(kid) for kid in (inside if isinstance(inside, Array) else [inside]) if isinstance(kid, int)]
        if marks:
            found.setdefault(element.Pg.objgen, set()).update(marks)
    return found


def _running_lines_are_artifacts(pdf: pikepdf.Pdf, page: pikepdf.Page, tagged: set[int]) -> None:
    """Marks that the structure does not speak of are the lines in the margins."""
    running = Dictionary(Type=Name.Pagination)
    instructions = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        if str(instruction.operator) == "BDC" and "/MCID" in operands[1] and int(operands[1].MCID) not in tagged:
            instruction = pikepdf.ContentStreamInstruction([Name.Artifact, running], pikepdf.Operator("BDC"))
        instructions.append(instruction)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def _claim_accessibility(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().decode()
    pdf.Root.Metadata.write(metadata.replace("</rdf:RDF>", f"{_UA}</rdf:RDF>").encode())
