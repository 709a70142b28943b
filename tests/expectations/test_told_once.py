"""What only an earlier extract can show is told when it is first seen, and of nobody whom it clears."""

import pytest

from expectations.children_looked_after.before import BEFORE
from tests.expectations.small_council import CLEAN, changed, extract

CARE = "children_looked_after"
ADOPTED = "ceased_date=2026-10-19 ceased_reason=E11"


def failed(now, before, row=1):
    asked = extract(changed(CARE, row, now), changed(CARE, row, before))
    return {check.rule.id for check in BEFORE if not check.held_by(asked)[row]}


@pytest.mark.parametrize(
    ("now", "before", "rules"),
    [
        (ADOPTED, "placement_type=U6", {"8.48"}),
        (ADOPTED, "placement_type=A5", set()),
        (f"{ADOPTED} placement_type=A3", "placement_type=U6", set()),
        (ADOPTED, ADOPTED, set()),
        ("cla_start=2026-08-10", "ceased_date=2026-07-20 ceased_reason=E8", {"8.43"}),
        ("cla_start=2026-08-10 second_period_12m=Y", "ceased_date=2026-07-20 ceased_reason=E8", set()),
        ("cla_start=2026-08-10", "cla_start=2025-02-10", set()),
        ("cla_start=2026-08-10", "ceased_date=2025-10-20 ceased_reason=E8", set()),
        ("cla_start=2025-02-10", "ceased_date=2026-07-20 ceased_reason=E8", set()),
    ],
)
def test_the_extract_before_is_held_against_this_one(now, before, rules):
    assert failed(now, before) == rules


def test_a_child_whom_no_extract_had_before_has_no_earlier_period():
    asked = extract(changed(CARE, 2, "child_id=00910 cla_start=2026-10-05"), CLEAN)
    assert all(check.held_by(asked)[2] for check in BEFORE)
