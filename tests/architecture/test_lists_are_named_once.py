"""What is true of a list stands in the list's own file: nowhere else are several lists named together."""

import ast
from pathlib import Path

import pytest

from reporting.lists import LISTS

ROOT = Path(__file__).parents[2]
PACKAGES = ("reporting", "expectations", "tasks", "flows", "synthetic_council")
BY_NATURE = {
    "expectations/between_months/beside.py": "what begins an episode of one list is read from another",
    "expectations/between_months/changes.py": "two counts that may not fall are each of one list",
    "synthetic_council/measured.py": "what is measured goes by names of its own, two of which are also lists'",
    "synthetic_council/published.py": "the sizes that are published, each of one list",
    "synthetic_council/truth/facts.py": "the facts of each list that a measure is counted from",
}


def sources():
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in paths if "reporting/lists/" not in path.as_posix()]


def named_together(source: str) -> list[str]:
    """Every literal collection of two lists or more. Constants that are named side by side are no collection."""
    tree = ast.parse(source)
    unpacked = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and all(isinstance(target, ast.Tuple) for target in node.targets)
    }
    found = []
    for node in ast.walk(tree):
        parts = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []
        parts = node.keys if isinstance(node, ast.Dict) else parts
        names = [part.value for part in parts if isinstance(part, ast.Constant) and part.value in LISTS]
        if len(names) > 1 and id(node) not in unpacked:
            found.append(f"line {node.lineno}: {', '.join(names)}")
    return found


@pytest.mark.parametrize("path", [path for path in sources() if not path.startswith(tuple(BY_NATURE))])
def test_no_several_lists_are_named_together(path):
    found = named_together((ROOT / path).read_text(encoding="utf-8"))
    assert not found, "say it in the list's own file in reporting/lists, and ask the list"


@pytest.mark.parametrize("place", BY_NATURE)
def test_what_may_name_lists_does(place):
    inside = [path for path in sources() if path.startswith(place)]
    assert any(named_together((ROOT / path).read_text(encoding="utf-8")) for path in inside), "it needs no leave"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('x = ("contacts", "referrals")', 1),
        ('x = {"adoption": 1, "contacts": 2}', 1),
        ('x = name in {"adoption", "contacts"}', 1),
        ('A, B = "adoption", "contacts"', 0),
        ('x = ("adoption", "permanence")', 0),
    ],
)
def test_a_collection_of_lists_is_seen(source, count):
    assert len(named_together(source)) == count
