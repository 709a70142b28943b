"""Which lines of a returned table can be taken in, and what is said of the others."""

from datetime import date

import pytest

from reporting.assurance.confirmations import ReturnedLine, judge

ROLES = ("Team manager", "Data and performance team")
WARNING, OTHER, ERROR, KNOWN = "CDFGHJKMNP", "DFGHJKMNPQ", "FGHJKMNPQR", "GHJKMNPQRT"
SEVERITIES = {WARNING: "warning", OTHER: "information", ERROR: "error"}
CHILD = "A child's own words"


def judged(*lines):
    every = [ReturnedLine(row, *cells) for row, cells in enumerate(lines, start=2)]
    return judge(every, roles=ROLES, severities=SEVERITIES, known={KNOWN}, latest=date(2026, 10, 31))


@pytest.mark.parametrize("reference", [WARNING, WARNING.lower(), f" {WARNING} ", f"'{WARNING}", "CDFGH JKMNP"])
@pytest.mark.parametrize("role", ["Team manager", "team  MANAGER "])
@pytest.mark.parametrize("day", ["2026-10-20", "20/10/2026", "20 October 2026", "2026-10-20 00:00:00", "46315"])
def test_a_good_line_is_taken_in_however_it_is_written(reference, role, day):
    (taken,) = judged((reference, role, day, "She is 24.")).accepted
    assert (taken.reference, taken.role, taken.day) == (WARNING, "Team manager", date(2026, 10, 20))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("", "Team manager", "2026-10-20", ""), "no reference"),
        (("", "", "", CHILD), "no reference"),
        ((CHILD, "Team manager", "2026-10-20", ""), "not one that a worklist prints"),
        (('=HYPERLINK("x")', "Team manager", "2026-10-20", ""), "not one that a worklist prints"),
        (("CDFGHJKMNPX", "Team manager", "2026-10-20", ""), "not one that a worklist prints"),
        (("QRTVWXCDFG", "Team manager", "2026-10-20", ""), "not on this council's latest worklists"),
        ((ERROR, "Team manager", "2026-10-20", CHILD), "an error is never confirmed"),
        ((WARNING, CHILD, "2026-10-20", ""), "may confirm. Write one of: Team manager, Data and performance team"),
        ((WARNING, "", "2026-10-20", ""), "may confirm"),
        ((WARNING, "Team manager, and I", "2026-10-20", ""), "may confirm"),
        ((WARNING, "Team manager", "", ""), "no date"),
        ((WARNING, "Team manager", CHILD, ""), "cannot be read"),
        ((WARNING, "Team manager", "2026-11-01", ""), "in the future"),
    ],
)
def test_a_line_that_cannot_be_taken_in_says_why_and_quotes_nothing(line, why):
    result = judged(line)
    (refused,) = result.refused
    assert refused.row == 2
    assert why in refused.why
    assert CHILD not in refused.why
    assert not result.accepted


def test_every_good_line_is_taken_in_whatever_stands_around_it():
    result = judged(
        (WARNING, "nobody", "2026-10-20", ""),
        (WARNING, "Team manager", "2026-10-20", ""),
        ("", "", "", ""),
        (WARNING, "Team manager", "2026-10-21", ""),
        (KNOWN, "", "", ""),
        (OTHER, "Data and performance team", "2026-10-20", ""),
    )
    assert [line.row for line in result.accepted] == [3, 7]
    assert result.known == (6,)
    assert [line.row for line in result.refused] == [2, 5]
    assert "row 3 has the same reference" in result.refused[1].why


def test_a_day_that_could_be_two_is_not_guessed():
    lines = [
        ReturnedLine(row, reference, "Team manager", day, "")
        for row, (reference, day) in enumerate(
            [(WARNING, "25/09/2026"), (OTHER, "09/25/2026"), (KNOWN, "03/04/2026")], start=2
        )
    ]
    severities = dict.fromkeys((WARNING, OTHER, KNOWN), "warning")
    result = judge(lines, roles=ROLES, severities=severities, known=(), latest=date(2026, 10, 31))
    assert [(line.row, line.why.split(".")[0]) for line in result.refused] == [
        (3, "its date cannot be read"),
        (4, "its date cannot be read"),
    ]
