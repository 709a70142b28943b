"""The stages of a cycle: what each is called, by machines and by people, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Stage:
    """One stage. ``key`` is what the record calls it, ``words`` what people do.

    ``module`` is where its own code begins: whatever that imports of ours is part of the stage. ``templates`` are
    folders and files of ``report_templates/``. ``settings`` are the fields of the council's settings that it may read:
    another one is refused, so that nothing can be read that would not be missed when it changes.
    """

    key: str
    words: str
    module: str = ""
    settings: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    templates: bool = False
    calendar: bool = False


_TABLES = ("pandas", "numpy", "pyarrow")
_PRINTING = (*_TABLES, "scipy", "jinja2", "markupsafe")
_PLACES = ("key", "name", "county_unit", "teams", "localities", "districts")
_AGREED = ("limits", "tolerance", "smallest_graded", "measures", "cut_offs", "populations", "comparators", "neighbours")
_MEASURED = (*_AGREED, "definitions", "returns", "lists")

TAKE_IN = Stage(
    "take_in", "take in the extract", "tasks.stages.take_in", ("headings", "lists"), (*_TABLES, "fastexcel")
)
CONFORM = Stage("conform", "conform the lists", "tasks.stages.conform", ("headings", "values", "lists"), _TABLES)
CHECK = Stage(
    "check",
    "check the lists",
    "tasks.stages.check",
    (*_PLACES, "lists", "limits", "confirmed_empty", "confirmed_whole", "postcode_areas"),
    (*_TABLES, "great-expectations"),
    calendar=True,
)
COUNT = Stage(
    "count",
    "count the figures",
    "tasks.stages.count",
    (*_PLACES, *_MEASURED),
    (*_TABLES, "scipy"),
    calendar=True,
)
FOLLOW_UP = Stage(
    "follow_up", "follow up the faults", "tasks.stages.follow_up", (*_PLACES, *_MEASURED), _TABLES, calendar=True
)
WORKLISTS = Stage(
    "worklists",
    "write the worklists",
    "tasks.stages.worklist_files",
    (*_PLACES, *_MEASURED, "roles", "may_confirm"),
    (*_TABLES, "xlsxwriter"),
)
SITE = Stage(
    "site",
    "write the quality site",
    "tasks.stages.site",
    (*_PLACES, *_MEASURED, "markings", "roles", "may_confirm"),
    _PRINTING,
    templates=True,
)
PRINT = Stage(
    "print",
    "print the pack",
    "tasks.stages.composing",
    (*_PLACES, *_MEASURED, "markings"),
    (*_PRINTING, "weasyprint", "pikepdf", "fonttools"),
    templates=True,
)
EVERY_STAGE = (TAKE_IN, CONFORM, CHECK, COUNT, FOLLOW_UP, WORKLISTS, SITE, PRINT)


def printing(board: str) -> Stage:
    """The printing of one board's pack."""
    return replace(PRINT, key=f"print.{board}", words=f"print {board}")


def in_words(key: str) -> str:
    """What people call a stage."""
    named = {stage.key: stage.words for stage in EVERY_STAGE}
    return named.get(key, key.replace(".", " "))
