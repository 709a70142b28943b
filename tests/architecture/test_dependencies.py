"""What pyproject.toml declares is what the tree imports: nothing is carried along unused, nothing leaned on unsaid."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.test_house_rules import CODE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
FOR_RUNNING = PROJECT["dependencies"]
FOR_DEVELOPMENT = PROJECT["optional-dependencies"]["development"]
OUR_OWN = {path.relative_to(ROOT).parts[0] for path in CODE} | sys.stdlib_module_names
# Needed by another way than an import, and by which.
NOT_BY_IMPORT = {
    "fastapi": "a pin: Prefect takes a later one that it cannot deploy with",
    "pyarrow": "pandas reads and writes Parquet, and keeps text, with it",
    "pytest-randomly": "a plugin of pytest",
    "pytest-xdist": "a plugin of pytest",
    "import-linter": "a command",
    "mypy": "a command",
    "ruff": "a command",
    "pandas-stubs": "read by mypy",
    "types-pyyaml": "read by mypy",
    "setuptools": "builds the package",
}
PART_OF = {"pydantic-core": "pydantic"}  # released together, to the very version


def declared(requirements):
    return {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in requirements}


def imported(paths):
    """The distributions of what the files import, each with one file that does."""
    known = packages_distributions()
    found = {}
    for path in paths:
        for module in modules_of(ast.parse(path.read_text())):
            for name in [] if module in OUR_OWN else known.get(module, [module]):
                plain = name.lower().replace("_", "-")
                found.setdefault(PART_OF.get(plain, plain), path.relative_to(ROOT).as_posix())
    return found


def modules_of(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


RUNNING = imported([path for path in CODE if path.relative_to(ROOT).parts[0] not in {"tests", "benchmarks"}])
EVERYWHERE = imported(CODE)


@pytest.mark.parametrize("name", sorted(declared(FOR_RUNNING)))
def test_what_is_declared_for_running_is_imported_by_what_runs(name):
    assert name in RUNNING or name in NOT_BY_IMPORT, f"{name} is declared, and nothing that runs imports it"


@pytest.mark.parametrize("name", sorted(declared(FOR_DEVELOPMENT)))
def test_what_is_declared_for_development_is_imported_somewhere(name):
    assert name in EVERYWHERE or name in NOT_BY_IMPORT, f"{name} is declared, and no file imports it"


def test_what_runs_imports_nothing_that_is_not_declared():
    undeclared = {name: file for name, file in RUNNING.items() if name not in declared(FOR_RUNNING)}
    assert not undeclared, f"imported and not declared, with a file that does: {undeclared}"


def test_tests_import_nothing_that_is_not_declared():
    undeclared = {
        name: file for name, file in EVERYWHERE.items() if name not in declared([*FOR_RUNNING, *FOR_DEVELOPMENT])
    }
    assert not undeclared, f"imported and not declared, with a file that does: {undeclared}"


def test_no_reason_outlives_its_dependency():
    assert not NOT_BY_IMPORT.keys() - declared([*FOR_RUNNING, *FOR_DEVELOPMENT])
