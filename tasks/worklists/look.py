"""How a worklist looks: the colours of the printed reports, as the formats of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NAVY, INK, GREY, RULE, PANEL = "#12436D", "#1B1D21", "#565C66", "#C9CDD3", "#F1F3F7"
RED, AMBER, BLUE, GREEN = "#8E1B1B", "#8A4B00", "#1B4F9C", "#0B5E48"

_BODY: Mapping[str, object] = {"font_name": "Calibri", "font_size": 10, "font_color": INK}
_WORDS: Mapping[str, object] = {**_BODY, "text_wrap": True, "valign": "top"}
_CELL: Mapping[str, object] = {**_WORDS, "num_format": "@", "bottom": 1, "bottom_color": RULE}
_LINE: Mapping[str, object] = {**_BODY, "font_size": 11, "valign": "vcenter", "text_wrap": True}
_COUNT: Mapping[str, object] = {**_LINE, "bold": True, "top": 1, "top_color": RULE}

LOOKS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        # tables: thin rules, no boxes, no stripes
        "cell": _CELL,
        "strong": {**_CELL, "bold": True},
        "quiet": {**_CELL, "font_color": GREY},
        "odd": {**_CELL, "font_color": BLUE},
        "head": {
            **_WORDS,
            "bold": True,
            "font_color": NAVY,
            "bg_color": PANEL,
            "valign": "vcenter",
            "bottom": 2,
            "bottom_color": NAVY,
        },
        "urgent": {**_CELL, "bold": True, "font_color": RED},
        "soon": {**_CELL, "bold": True, "font_color": AMBER},
        "over title": {**_BODY, "font_size": 15, "bold": True, "font_color": "#FFFFFF", "bg_color": NAVY},
        "over words": {**_BODY, "font_color": "#FFFFFF", "bg_color": NAVY, "valign": "top"},
        "nothing": {**_BODY, "font_color": GREY},
        # the table to fill in
        "fill in": {**_CELL, "border": 1, "border_color": RULE},
        "fill in date": {**_CELL, "num_format": "yyyy-mm-dd", "border": 1, "border_color": RULE},
        "aside": {**_WORDS, "font_color": GREY},
        # the first sheet
        "title": {**_BODY, "font_size": 20, "bold": True, "font_color": "#FFFFFF", "bg_color": NAVY, "indent": 1},
        "under_title": {
            **_LINE,
            "font_color": "#FFFFFF",
            "bg_color": NAVY,
            "indent": 1,
            "valign": "top",
            "align": "left",
        },
        "restricted": {**_LINE, "bold": True, "font_color": RED, "bg_color": PANEL, "indent": 1},
        "heading": {
            **_BODY,
            "font_size": 13,
            "bold": True,
            "font_color": NAVY,
            "valign": "bottom",
            "bottom": 2,
            "bottom_color": NAVY,
        },
        "count": _COUNT,
        "count beside": {**_COUNT, "align": "right", "font_size": 13, "font_color": NAVY},
        "part": {**_LINE, "indent": 2, "font_color": GREY},
        "part beside": {**_LINE, "align": "right", "font_color": GREY},
        "step": _LINE,
        "text": _LINE,
    }
)
SHEET_COLOURS = {"To put right": RED, "Falls due": AMBER, "Confirmed correct": GREEN}


def look_of(text: str) -> str:
    """The look of a cell that says how urgent it is."""
    return next((look for begins, look in _BY_BEGINNING.items() if text.startswith(begins)), "cell")


_BY_BEGINNING = {
    "1 ": "urgent",
    "2 ": "urgent",
    "Error": "urgent",
    "Warning": "soon",
    "Information": "odd",
    "New": "strong",
    "5 working": "soon",
}
