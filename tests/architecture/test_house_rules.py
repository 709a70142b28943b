"""The house keeps its own rules: sizes, names, purity, and nothing in git that should not be."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    if (ROOT / name).is_file()
]
CODE = [path for path in TRACKED if path.suffix == ".py"]
OWN_CODE = [path for path in CODE if path.relative_to(ROOT).parts[0] != "tests"]
REPORTING = [path for path in CODE if path.relative_to(ROOT).parts[0] == "reporting"]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "lib"}
CLOCKS = {"now", "utcnow", "today"}
named = {"ids": lambda path: path.relative_to(ROOT).as_posix()}


@pytest.mark.parametrize("path", OWN_CODE, **named)
def test_a_module_is_short_enough_to_read(path):
    assert len(path.read_text().splitlines()) <= 300, "a module that passes 300 lines becomes a folder named after it"


@pytest.mark.parametrize("path", OWN_CODE, **named)
def test_a_function_fits_on_a_page(path):
    long = [
        f"{node.name}: {node.end_lineno - node.body[0].lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.body[0].lineno + 1 > 45
    ]
    assert not long


def test_no_file_is_a_drawer():
    assert not [path for path in CODE if path.stem in DRAWERS or DRAWERS & set(path.relative_to(ROOT).parts)]


@pytest.mark.parametrize("path", REPORTING, **named)
def test_reporting_touches_no_file_and_no_clock(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    touching = [
        ast.unparse(call)
        for call in calls
        if (isinstance(call, ast.Name) and call.id in {"open", "print", "input"})
        or (
            isinstance(call, ast.Attribute)
            and (call.attr in CLOCKS or call.attr.startswith(("read_", "to_csv", "to_parquet", "to_sql")))
        )
    ]
    assert not [name for name in touching if not name.startswith("self.")]


@pytest.mark.parametrize("path", TRACKED, **named)
def test_nothing_names_a_registry_or_a_machine(path):
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    assert not re.search(r"https?://[^\s\"']*(pypi|pythonhosted|npmjs|debian\.org)", text)
    assert not re.search(r"(?<![\w.])/(work|root|home/\w+)/", text)


def test_the_lock_pins_everything_with_hashes_and_names_no_index():
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^([a-z0-9][\w.\-\[\],]*)==[^\s]+ \\$", lock, flags=re.M)
    names = re.findall(r"^[a-z0-9].*$", lock, flags=re.M)
    assert len(pins) == len(names) > 100
    assert not re.search(r"--(extra-)?index-url|--find-links|https?://", lock)
    assert not (ROOT / "uv.lock").exists()


def test_no_sql_aggregates():
    """A sum is done once, in reporting/: the register is only asked for rows."""
    adding_up = re.compile(r"\b(sum|avg)\s*\(|\bgroup\s+by\b", flags=re.I)
    assert not [path for path in TRACKED if path.suffix == ".sql" and adding_up.search(path.read_text())]


def test_no_workbook_or_extract_is_committed():
    assert not [path for path in TRACKED if path.suffix in {".xlsx", ".xls", ".parquet", ".pdf", ".otf", ".woff2"}]
