"""A scale answers for itself: nobody else asks which one it is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "tasks", "expectations", "reporting")
ASKS = re.compile(r"(\bis (not )?|[=!]= *[{(]?|\bin \(.*)Scale\.[A-Z_0-9]+\b(?!\.)|^\s*Scale\.[A-Z_0-9]+:")
FILES = [
    path for name in PACKAGES for path in (ROOT / name).rglob("*.py") if "reporting/model/scales" not in path.as_posix()
]


def asking(text):
    return [line for line in text.splitlines() if ASKS.search(line)]


@pytest.mark.parametrize(
    "line",
    ["if scale is Scale.COUNT:", "a.scale in (Scale.PERCENT, b)", "    Scale.COUNT: 3,", "if found != {Scale.COUNT}:"],
)
def test_a_line_that_asks_which_scale_it_is_would_be_found(line):
    assert asking(line)


def test_no_code_asks_which_scale_it_is():
    found = {path.relative_to(ROOT).as_posix(): asking(path.read_text(encoding="utf-8")) for path in FILES}
    assert {path: lines for path, lines in found.items() if lines} == {}
