"""A rule guards every column of its list that its condition looks at, and needs every column it reads elsewhere."""

from collections import defaultdict

import pytest

from expectations import CHECKS
from expectations.extract import Rows
from tests.expectations.small_council import CLEAN, extract

LOOKS_AT_THE_WHOLE_ROW = {"P03", "P04"}
GUARDS_NOTHING = {
    "6.12",  # the row at fault is the one that is missing from list 6
    "8.07",  # a short break is known for what it is, and never counted
}


@pytest.fixture
def looked_at(monkeypatch):
    """Every column that is read, by list. Children are matched by their number, so a mere join is not seen."""
    seen = defaultdict(set)

    def seeing(read):
        def reading(rows, key):
            if rows.extract.earlier is not None:  # what an earlier extract said is not this row's to guard
                seen[rows.schema.name].add(key)
            return read(rows, key)

        return reading

    monkeypatch.setattr(Rows, "__getitem__", seeing(Rows.__getitem__))
    monkeypatch.setattr(Rows, "received", seeing(Rows.received))
    monkeypatch.setattr(Rows, "ids", seeing(Rows.ids))
    return seen


@pytest.mark.parametrize("name", list(CLEAN))
def test_guards_and_needs_are_what_the_condition_looks_at(name, looked_at):
    for check in CHECKS[name]:
        if check.rule.id in LOOKS_AT_THE_WHOLE_ROW | GUARDS_NOTHING:
            continue
        looked_at.clear()
        check.held_by(extract(earlier=CLEAN))
        own = looked_at.pop(name, set()) - {"child_id"}
        elsewhere = {f"{other}.{key}" for other, keys in looked_at.items() for key in keys}
        assert own == set(check.rule.columns) - {"child_id"}, check.rule.key
        assert elsewhere == {column for column in check.needs if not column.endswith(".child_id")}, check.rule.key
