"""What can go wrong, as sentences: what happened, to which list or file, and what to do. Never a child's data.

Each class carries the exit code that the command line ends with.
"""

from __future__ import annotations


class Problem(Exception):
    """Something that stops the work and that a person can put right."""

    exit_code: int = 1
    may_pass: bool = False  # whether the very same, asked again a little later, may go well


class UsageProblem(Problem):
    """The command was asked for something that cannot be done as asked."""

    exit_code = 2


class ExtractProblem(Problem):
    """The extract cannot be read, or cannot be taken in."""

    exit_code = 3


class SettingsProblem(Problem):
    """The authority's folder of data is not complete, or not right."""

    exit_code = 4


class PackProblem(Problem):
    """A pack could not be printed."""

    exit_code = 5


class RecordProblem(Problem):
    """The record cannot be read or written."""

    exit_code = 6
