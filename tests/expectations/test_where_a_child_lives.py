"""Whether location, council and postcode tell of one place."""

import pytest

from expectations.children_looked_after.location import LOCATION, bare
from tests.expectations.small_council import changed, extract

CARE = "children_looked_after"


def failed(cells):
    asked = extract(changed(CARE, 1, cells))
    return {check.rule.id for check in LOCATION if not check.held_by(asked)[1]}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Lancashire County Council", "lancashire"),
        ("Blackpool Council", "Blackpool"),
        ("Blackburn with Darwen Borough Council", "Blackburn and Darwen"),
        ("City of Manchester", "Manchester City Council"),
    ],
)
def test_a_council_is_known_without_its_titles(name, same):
    assert bare(name) == bare(same) != ""


def test_another_council_is_another():
    assert len({bare(name) for name in ("Lancashire", "Blackpool", "Lancaster City Council", "Bolton")}) == 4


@pytest.mark.parametrize(
    ("cells", "rules"),
    [
        ("placement_la=LANCASHIRE", set()),
        ("placement_la=CON", set()),
        ("placement_la=", set()),
        ("in_out= placement_la=Bolton", set()),
        ("in_out=OUT placement_la=SCO placement_provider=PR4", set()),
        ("in_out=OUT placement_la=CON", set()),
        ("in_out=OUT placement_la=Bolton placement_type=U3", set()),
        ("in_out=OUT placement_la=Bolton placement_type=A5", set()),
        ("in_out=OUT placement_la=Bolton placement_type=K2", {"8.21"}),
        ("placement_la=SCO", {"8.22"}),
        ("placement_postcode=PR19ZZ", set()),
        ("placement_postcode=pr19zz", set()),
        ("placement_postcode=P19ZZ", {"8.47"}),
        ("placement_postcode=ZZ993VZ", set()),
        ("placement_postcode=nope", set()),
        ("in_out=OUT placement_la=Bolton placement_type=U3 placement_postcode=TR19ZZ", set()),
    ],
)
def test_location_council_and_postcode_are_held_against_each_other(cells, rules):
    assert failed(cells) == rules
