"""What is said of a figure beside its target, beside the whole it belongs to, and beside the month before."""

from __future__ import annotations

from enum import StrEnum

from reporting.model.codes import WordedCode


class TargetStatus(WordedCode):
    """Whether a figure is where a plan wants it. ``{smallest}`` is the smallest number that is judged."""

    NOT_SAID = "", ""
    MET = "met", "met"
    MET_AT_BASELINE = "met_at_baseline", "met at baseline"  # it was met before anybody set out
    NOT_MET = "not_met", "not met"
    TOO_FEW = "too_few", "not judged: fewer than {smallest}"

    @property
    def is_met(self) -> bool:
        """Whether the figure meets its target, however it came to."""
        return self in (TargetStatus.MET, TargetStatus.MET_AT_BASELINE)


class Side(StrEnum):
    """Where a unit lies that differs from its whole by more than chance explains."""

    ABOVE = "above"
    BELOW = "below"
    WITHIN = ""


class Towards(StrEnum):
    """Where a clear change leads: good or bad where one direction is good, up or down where neither is."""

    BETTER = "better"
    WORSE = "worse"
    UP = "up"
    DOWN = "down"
    NONE = "none"
