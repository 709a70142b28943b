"""Which modules a module stands on is read from its import statements, and nothing that counts is missed."""

import subprocess
import sys

import pytest

from tasks.imports import OWN, modules_behind
from tasks.record.location import REPOSITORY
from tasks.stages.defined import EVERY_STAGE

IMPORTED = """
import sys
__import__(sys.argv[1])
print(" ".join(sorted(name for name in sys.modules if name.split(".")[0] in sys.argv[2].split())))
"""


@pytest.mark.parametrize("stage", EVERY_STAGE, ids=lambda stage: stage.key)
def test_a_stage_stands_on_its_own_module(stage):
    assert stage.module in modules_behind(stage.module)


def test_everything_that_python_imports_is_found():
    """What importing the heaviest stage really loads is the least that must be found."""
    command = [sys.executable, "-c", IMPORTED, "tasks.stages.composing", " ".join(OWN)]
    loaded = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.split()
    assert len(loaded) > 50
    assert set(loaded) <= set(modules_behind("tasks.stages.composing"))


def test_what_is_imported_within_a_function_is_found():
    assert "expectations.validation" in modules_behind("tasks.stages.check")
    assert "tasks.intake.workbook" in modules_behind("tasks.stages.take_in")


def test_a_package_that_finds_its_modules_by_looking_stands_on_all_of_them():
    indicators = {path.stem for path in (REPOSITORY / "reporting/measures/indicators").rglob("*.py")} - {"__init__"}
    found = {module.split(".")[-1] for module in modules_behind("reporting.measures.indicators")}
    assert len(indicators) > 10
    assert indicators <= found


def test_a_stage_does_not_stand_on_what_it_never_asks():
    count = modules_behind("tasks.stages.count")
    assert not [module for module in count if module.startswith(("expectations", "reporting.presentation"))]
    assert not [module for module in modules_behind("tasks.stages.conform") if "indicators" in module]


def test_a_module_that_is_not_there_is_refused():
    with pytest.raises(ModuleNotFoundError, match="no module tasks"):
        modules_behind("tasks.stages.nothing")
