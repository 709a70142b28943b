"""How many errors, warnings and information there are to put right, and how many were: of the whole, or of a part."""

from __future__ import annotations

from collections.abc import Mapping

from reporting.model.quality import Severity
from reporting.presentation.site.inputs import SiteExtract, SiteInputs
from reporting.presentation.site.parts import Measured
from reporting.presentation.site.phrases import SEVERITY_WORDS, moved_since
from reporting.presentation.views.leaves import Tile
from reporting.presentation.views.parts import NONE, Tiles
from reporting.presentation.words import day_name, whole


def faults_of(severity: Severity, district: str = "") -> Measured:
    """How many faults of one severity there are to put right: everywhere, or in one district."""

    def measured(extract: SiteExtract) -> float:
        ours = extract.to_put_right.where(severity=severity.value)
        return float((ours.where(district=district) if district else ours).total)

    return measured


def tally_tiles(told: SiteInputs, district: str = "", notes: Mapping[Severity, str] | None = None) -> Tiles:
    """One tile a severity, with what has changed, and one for what was put right."""
    tiles = []
    for severity in Severity:
        measured = faults_of(severity, district)
        now, before = int(measured(told.now) or 0), int(measured(told.before) or 0) if told.before else None
        words = SEVERITY_WORDS[severity] + ("" if severity is Severity.INFORMATION else "s")
        note = "; ".join(
            said for said in ((notes or {}).get(severity, ""), moved_since(now, before, told.since)) if said
        )
        tiles.append(Tile(severity.value, whole(now), words, note))
    put_right = told.mended("district", district) if district else told.mended()
    return Tiles(
        (
            *tiles,
            Tile("put-right", whole(put_right), "Put right", f"since {day_name(told.since)}" if told.since else NONE),
        )
    )
