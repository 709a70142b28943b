"""Charts say what they show, and draw nothing that was not given."""

import re
from xml.etree import ElementTree

from reporting.presentation.charts import CARD_WIDTH, Mark, Part, Point, Segment, banded, beside, shares, trend

SPACE = "{http://www.w3.org/2000/svg}"


def drawn(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def kinds(svg, kind):
    return [element for element in drawn(svg).iter() if element.tag.removeprefix(SPACE) == kind]


def test_every_chart_opens_with_its_sentence_and_speaks_the_report_typeface():
    svg = trend([Point(0, 1), Point(1, 2)], [], months=2, labels=("a", "b", "2"), target=None, least=0.0, says="A & b.")
    first = drawn(svg)[0]
    assert first.tag.endswith("title")
    assert first.text == "A & b."
    assert drawn(svg).get("font-family") == "Report Sans"


def test_a_line_never_crosses_a_month_without_a_figure():
    points = [Point(0, 1), Point(1, 2), Point(3, 2), Point(4, 1)]
    svg = trend(points, [], months=5, labels=("a", "b", "1"), target=None, least=0.0, says="s")
    assert [len(line.get("points").split()) for line in kinds(svg, "polyline")] == [2, 2]


def test_reported_months_are_solid_and_rebuilt_ones_hollow():
    svg = trend(
        [Point(2, 5)], [Point(0, 4), Point(1, 6)], months=3, labels=("a", "b", "5"), target=None, least=0.0, says="s"
    )
    fills = [circle.get("fill") for circle in kinds(svg, "circle")]
    assert fills.count("#FFFFFF") == 2
    assert fills.count("#12436D") == 2  # the month, and the larger dot of this month over it


def test_the_value_of_a_month_that_has_none_is_not_written():
    svg = trend([Point(0, 5), Point(1, 6)], [], months=3, labels=("a", "b", "[c]"), target=None, least=0.0, says="s")
    assert "[c]" not in [text.text for text in kinds(svg, "text")]


def test_only_the_band_that_the_figure_is_in_has_a_colour():
    parts = [
        Segment("inadequate", "In", 0, 70, False),
        Segment("requires_improvement", "RI", 70, 80, True),
        Segment("good", "Gd", 80, 100, False),
    ]
    svg = banded(parts, 75, target=85, target_label="Target 85%", marks=[Mark("diamond", 78)], says="s")
    fills = [box.get("fill") for box in kinds(svg, "rect")]
    assert "#E39A2D" in fills
    assert not {"#8E1B1B", "#A9D8C4"} & set(fills)
    assert len(kinds(svg, "polygon")) == 1


def test_nothing_is_drawn_outside_its_scale():
    svg = beside(10, [Mark("diamond", 2), Mark("triangle", 40), Mark("square", 10)], says="s")
    corners = [float(point.split(",")[0]) for shape in kinds(svg, "polygon") for point in shape.get("points").split()]
    assert min(corners) >= 0
    assert max(corners) <= CARD_WIDTH


def test_the_parts_of_a_bar_fill_it():
    parts = (Part("good", 3, "Good"), Part("outstanding", 0, "Outstanding"), Part("none", 1, "no threshold set"))
    svg = shares([("October", parts)], says="s")
    boxes = kinds(svg, "rect")
    assert len(boxes) == 2
    wide, narrow = (float(box.get("width")) for box in boxes)
    assert abs(wide / narrow - 3) < 0.01


def test_a_small_movement_is_not_drawn_as_a_cliff():
    """Half a point on an axis of ten percentage points crosses a twentieth of the chart's height."""
    points = [Point(0, 92.4), Point(1, 91.9)]
    svg = trend(points, [], months=2, labels=("a", "b", "91.9%"), target=None, least=10.0, says="s")
    first, second = (float(y) for y in re.findall(r'cy="([\d.]+)" r="2.3"', svg))
    assert 0 < second - first < 38 / 15
