"""The blocks that a pack may name, found by looking: one folder, one block, and a template of the same name.

A folder holds ``builder.py``, which states what the block needs and turns a briefing into words, and ``view.py``, which
is what the template receives.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from reporting.presentation.briefing.block import Block


def _find() -> Mapping[str, Block]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg)
    builders = {name: importlib.import_module(f"{__name__}.{name}.builder") for name in names}
    return MappingProxyType({name: getattr(builder, name) for name, builder in builders.items()})


BLOCKS: Mapping[str, Block] = _find()
