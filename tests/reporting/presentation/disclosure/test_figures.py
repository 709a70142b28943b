"""Small counts go, and nobody can work them out from what stays: an attacker tries, by linear programming."""

from dataclasses import replace
from datetime import date
from math import ceil, floor

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from reporting.measures.grading import grade
from reporting.measures.units import grid
from reporting.model.figures import NO_DISTRICT, RESULT_COLUMNS, Level
from reporting.model.periods import Month
from reporting.model.settings import Team
from reporting.presentation.disclosure import disclose
from tasks.configuration import load_authority

LANCASHIRE = load_authority("lancashire")
BOARD, PUBLIC = LANCASHIRE.markings["official_sensitive"], LANCASHIRE.markings["official"]
LIST_DATE = date(2026, 10, 31)
NO_REASON = dict.fromkeys(["reason", "reason_code", "reason_about"], "")
UNITS = grid(LANCASHIRE, LIST_DATE)
DISTRICTS, LOCALITIES = UNITS[Level.DISTRICT], UNITS[Level.LOCALITY]
PLACED = {team.district: team.locality for team in LANCASHIRE.teams} | {NO_DISTRICT: NO_DISTRICT}
SHARE, OTHER, COUNT, RATE = (
    "looked_after_absent",
    "looked_after_placed_with_parents",
    "children_looked_after",
    "children_looked_after_per_10000",
)


def rows(indicator, yes, no=None, *, unknown=None, localities=False, window="as_at"):
    """The results of one indicator by district, made up into localities and the county."""
    parts = pd.DataFrame(
        {"district": DISTRICTS, "yes": yes, "no": no if no is not None else 0, "unknown": unknown or 0}
    )
    parts = parts.assign(county="Lancashire", locality=[PLACED[district] for district in DISTRICTS])
    levels = ["county", "locality", "district"] if localities else ["county", "district"]
    frames = []
    for level in levels:
        sums = parts.groupby(level, sort=False)[["yes", "no", "unknown"]].sum().reset_index(names="unit")
        frames.append(sums.assign(level=level))
    told = pd.concat(frames, ignore_index=True)
    told = told.assign(indicator=indicator, window=window, undated=0, affected=0.0, status="printed", **NO_REASON)
    return told.assign(cohort=told["yes"] + told["no"] + told["unknown"])[list(RESULT_COLUMNS)]


def figures(*results, period="2026-10", basis="reported", rates=False):
    """The figures of the results, with what is derived from them where ``rates`` are asked for."""
    month = Month.parse(period)
    graded = grade(pd.concat(results, ignore_index=True), authority=LANCASHIRE, period=month, list_date=LIST_DATE)
    asked = {name for result in results for name in result["indicator"]} | ({RATE} if rates else set())
    return graded[graded["indicator"].isin(asked)].assign(basis=basis).reset_index(drop=True)


def told(frame, marking=BOARD):
    return disclose(frame, marking, authority=LANCASHIRE)


def suppressed(frame, indicator=SHARE, level="district"):
    return set(frame.loc[frame["suppressed"] & (frame["indicator"] == indicator) & (frame["level"] == level), "unit"])


def ample(first, *others):
    """A column by district that starts as asked, and is large everywhere else."""
    return [first, *others, *[60 + place for place in range(len(DISTRICTS) - 1 - len(others))]]


def test_large_counts_stay_as_they_are():
    before = figures(rows(SHARE, ample(20), ample(80)))
    after = told(before)
    assert not after["suppressed"].any()
    pd.testing.assert_frame_equal(after[["value", "band", "reason"]], before[["value", "band", "reason"]])


@pytest.mark.parametrize(("yes", "no"), [(3, 80), (80, 3), (1, 80), (5, 80)])
def test_a_small_yes_or_a_small_no_takes_the_whole_cell(yes, no):
    after = told(figures(rows(SHARE, ample(yes, 40), ample(no, 40))))
    cell = after[(after["unit"] == "Lancaster")].iloc[0]
    assert cell["suppressed"]
    blank = ["yes", "no", "unknown", "undated", "cohort", "numerator", "denominator", "value"]
    assert cell[blank].isna().all()
    assert (cell["band"], cell["band_note"], cell["reason"]) == ("", "", "")


def test_a_month_kept_before_reasons_had_codes_is_suppressed_alike():
    now = figures(rows(SHARE, ample(3, 40), ample(80, 40)))
    before = now.drop(columns=["reason_code", "reason_about", "band_note_code"])
    pd.testing.assert_frame_equal(told(now)[told(before).columns.tolist()], told(before))


@pytest.mark.parametrize(("yes", "gone"), [(0, False), (1, True), (5, True), (6, False)])
def test_the_marking_says_which_counts_are_small(yes, gone):
    after = told(figures(rows(SHARE, ample(yes, 40), ample(80, 40))))
    assert ("Lancaster" in suppressed(after)) == gone


def test_one_suppressed_district_takes_the_smallest_other_with_it():
    after = told(figures(rows(SHARE, ample(3, 40, 9), ample(80, 80, 80))))
    assert suppressed(after) == {"Lancaster", "Wyre"}
    assert not suppressed(after, level="county")


def test_two_suppressed_districts_that_hide_each_other_take_no_third():
    after = told(figures(rows(SHARE, ample(3, 4, 9), ample(80, 80, 80))))
    assert suppressed(after) == {"Lancaster", "Fylde"}


def test_nought_goes_only_when_there_is_nothing_else_to_hide_behind():
    nobody_else = [3, *[0] * (len(DISTRICTS) - 1)]
    after = told(figures(rows(COUNT, nobody_else)))
    assert "Lancaster" in suppressed(after, COUNT)
    assert len(suppressed(after, COUNT)) == 2
    with_others = told(figures(rows(COUNT, [3, 50, *[0] * (len(DISTRICTS) - 2)])))
    assert suppressed(with_others, COUNT) == {"Lancaster", "Fylde"}


def test_a_locality_does_not_give_its_district_away():
    after = told(figures(rows(SHARE, ample(3, 40, 50), ample(80, 80, 80), localities=True)))
    assert suppressed(after) == {"Lancaster", "Fylde"}  # both in the North, so the North may stay
    assert not suppressed(after, level="locality")


def test_the_count_and_the_rate_of_the_same_children_go_together():
    yes = ample(3, 8)
    after = told(figures(rows(COUNT, yes), rates=True), PUBLIC)
    assert suppressed(after, COUNT) == {"Lancaster", "Fylde"}
    county_only = figures(rows(COUNT, yes), rates=True).query("level == 'county'")
    tiny = county_only.assign(yes=4.0, numerator=4.0, cohort=4)
    assert told(tiny, PUBLIC)["suppressed"].all()
    assert not told(tiny, BOARD)["suppressed"].any()


def test_a_hidden_count_is_not_given_away_by_the_shares_of_the_same_children():
    """If 40 looked after are hidden to protect 3 elsewhere, no share may print 10 of 40."""
    yes, no = [0, *ample(10)[1:]], [3, *ample(30)[1:]]
    looked_after = [some + rest for some, rest in zip(yes, no, strict=True)]
    after = told(figures(rows(COUNT, looked_after), rows(SHARE, yes, no), rows(OTHER, no, yes)))
    hidden = suppressed(after, COUNT)
    assert "Lancaster" in hidden
    assert hidden <= suppressed(after, SHARE)
    assert hidden <= suppressed(after, OTHER)


def test_a_month_as_rebuilt_goes_with_the_same_month_as_first_reported():
    reported = figures(rows(COUNT, ample(3)), period="2026-09").query("level == 'county'").assign(yes=4.0)
    rebuilt = reported.assign(basis="rebuilt", yes=7.0)
    after = told(pd.concat([reported, rebuilt], ignore_index=True), PUBLIC)
    assert after["suppressed"].tolist() == [True, True]


def test_months_do_not_give_each_other_away_through_the_half_year_they_make():
    months = [30, 25, 4, 20, 35, 40]
    frames = [
        figures(
            rows("referrals_received", [size, *[0] * (len(DISTRICTS) - 1)], window="month"), period=period, basis=basis
        )
        for size, period, basis in zip(
            months,
            ["2026-10", "2026-09", "2026-08", "2026-07", "2026-06", "2026-05"],
            ["reported", *["rebuilt"] * 5],
            strict=True,
        )
    ]
    half = figures(rows("referrals_received", [sum(months), *[0] * (len(DISTRICTS) - 1)], window="six_months"))
    whole = pd.concat([*frames, half], ignore_index=True).query("level == 'county'")
    after = told(whole, PUBLIC)
    assert after.loc[after["suppressed"], "period"].tolist() == ["2026-08", "2026-07"]


def test_a_withheld_figure_loses_its_numbers_but_not_its_reason():
    frame = figures(rows(SHARE, ample(40), ample(40)))
    frame.loc[frame["unit"] == "Fylde", ["status", "reason"]] = ["withheld", "7% of rows fail"]
    cell = told(frame).query("unit == 'Fylde'").iloc[0]
    assert (cell["suppressed"], cell["reason"]) == (False, "7% of rows fail")
    assert cell[["numerator", "value"]].isna().all()


def test_a_withheld_small_count_cannot_be_worked_out_either():
    frame = figures(rows(SHARE, ample(3, 9), ample(80, 80)))
    frame.loc[frame["unit"] == "Lancaster", ["status", "reason"]] = ["withheld", "7% of rows fail"]
    assert suppressed(told(frame)) == {"Fylde"}


def test_a_small_not_known_is_not_printed_and_suppresses_nothing():
    frame = figures(rows(SHARE, ample(40), ample(40), unknown=[2, *[0] * (len(DISTRICTS) - 1)]))
    after = told(frame)
    assert not after["suppressed"].any()
    assert after.loc[after["level"] == "district", ["unknown", "cohort"]].isna().all(axis=None)
    assert after.loc[after["level"] == "county", "unknown"].tolist() == [2]


def test_a_marking_that_covers_nothing_suppresses_nothing():
    after = told(figures(rows(SHARE, ample(3), ample(80))), LANCASHIRE.markings["restricted"])
    assert not after["suppressed"].any()


def test_the_frame_given_is_left_alone():
    frame = figures(rows(SHARE, ample(3), ample(80)))
    frame.index = frame.index + 100
    before = frame.copy()
    assert told(frame).index.equals(before.index)
    pd.testing.assert_frame_equal(frame, before)


class Attacker:
    """Knows everything printed, that parts make wholes, and that no count is below nought. Nothing else."""

    def __init__(self, after, inside):
        """``inside`` says which units make each unit."""
        self.inside = inside
        self.rows = list(after.to_dict("records"))
        self.names = [(row, kind) for row in range(len(self.rows)) for kind in ("yes", "no")]
        self.place = {name: place for place, name in enumerate(self.names)}
        self.equations, self.totals = [], []
        self._knows_what_is_printed()
        self._knows_that_parts_make_wholes()

    def _say(self, terms, total):
        equation = np.zeros(len(self.names))
        for name, sign in terms:
            equation[self.place[name]] += sign
        self.equations.append(equation)
        self.totals.append(total)

    def _knows_what_is_printed(self):
        for row, figure in enumerate(self.rows):
            if not figure["suppressed"]:
                for kind in ("yes", "no"):
                    if figure["status"] == "printed":
                        self._say([((row, kind), 1)], figure[kind])
        counted = {
            row["unit"] + row["level"]: place for place, row in enumerate(self.rows) if row["indicator"] == COUNT
        }
        for row, figure in enumerate(self.rows):  # the shares are of the children that the count counts
            if figure["indicator"] != COUNT and figure["unit"] + figure["level"] in counted:
                known = counted[figure["unit"] + figure["level"]]
                self._say([((row, "yes"), 1), ((row, "no"), 1), ((known, "yes"), -1)], 0)

    def _knows_that_parts_make_wholes(self):
        at = {(row["indicator"], row["level"], row["unit"]): place for place, row in enumerate(self.rows)}
        for (indicator, level, unit), whole in at.items():
            parts = [at[indicator, *part] for part in self.inside.get((level, unit), ()) if (indicator, *part) in at]
            if not parts:
                continue
            for kind in ("yes", "no"):
                self._say([((whole, kind), 1), *(((part, kind), -1) for part in parts)], 0)

    def whole_numbers_that_fit(self, name):
        """How low and how high a count could be."""
        aim = np.zeros(len(self.names))
        aim[self.place[name]] = 1
        ends = []
        for sign in (1, -1):
            answer = linprog(sign * aim, A_eq=np.array(self.equations), b_eq=np.array(self.totals), bounds=(0, None))
            ends.append(sign * answer.fun if answer.status == 0 else np.inf)
        return ceil(ends[0] - 1e-6), ends[1] if ends[1] == np.inf else floor(ends[1] + 1e-6)


INSIDE = {("county", "Lancashire"): [("district", district) for district in DISTRICTS]} | {
    ("locality", locality): [("district", district) for district in DISTRICTS if PLACED[district] == locality]
    for locality in LOCALITIES
}
COLUMN = st.lists(st.one_of(st.integers(0, 9), st.integers(10, 200)), min_size=len(DISTRICTS), max_size=len(DISTRICTS))


@settings(max_examples=25, deadline=None)
@given(
    yes=COLUMN,
    no=COLUMN,
    localities=st.booleans(),
    counted=st.booleans(),
    public=st.booleans(),
    withheld=st.sets(st.sampled_from(DISTRICTS), max_size=2),
)
def test_nobody_can_work_out_a_suppressed_count(yes, no, localities, counted, public, withheld):
    children = [some + rest for some, rest in zip(yes, no, strict=True)]
    tables = [rows(SHARE, yes, no, localities=localities)]
    if counted:
        tables.append(rows(COUNT, children, localities=localities))
    before = figures(*tables)
    before = before.assign(status="printed", reason="")
    before.loc[before["unit"].isin(withheld) & (before["indicator"] == SHARE), "status"] = "withheld"
    marking = PUBLIC if public else BOARD
    after = told(before, marking)
    small = (before["yes"].between(1, 5) | before["no"].between(1, 5)) & before["level"].isin(marking.levels)
    assert after.loc[small & (before["status"] == "printed"), "suppressed"].all()
    attacker = Attacker(after, INSIDE)
    for row, kind in attacker.names:
        true = before[kind].iloc[row]
        secret = 1 <= true <= 5 and small.iloc[row]
        if secret or (after["suppressed"].iloc[row] and true > 0):
            low, high = attacker.whole_numbers_that_fit((row, kind))
            assert low <= true <= high
            assert low < high


@settings(max_examples=15, deadline=None)
@given(yes=COLUMN, no=COLUMN)
def test_the_same_figures_are_always_suppressed_in_the_same_places(yes, no):
    frame = figures(rows(SHARE, yes, no, localities=True))
    pd.testing.assert_frame_equal(told(frame), told(frame.copy()))


# A council small enough to attack by team: three districts in two localities.
SMALL_TEAMS = {"A1": ("A", "West"), "A2": ("A", "West"), "B1": ("B", "West"), "B2": ("B", "West"), "C1": ("C", "East")}
SMALL = replace(
    LANCASHIRE,
    districts=("A", "B", "C"),
    localities=("West", "East"),
    teams=tuple(Team(name, *places, date(2018, 4, 1), None) for name, places in SMALL_TEAMS.items()),
)
SMALL_INSIDE = {
    ("county", "Lancashire"): [("locality", "West"), ("locality", "East")],
    ("locality", "West"): [("district", "A"), ("district", "B")],
    ("locality", "East"): [("district", "C")],
    ("district", "A"): [("team", "A1"), ("team", "A2")],
    ("district", "B"): [("team", "B1"), ("team", "B2")],
    ("district", "C"): [("team", "C1")],
}
BY_TEAM = st.lists(st.one_of(st.integers(0, 7), st.integers(8, 60)), min_size=5, max_size=5)


def by_team(yes, no):
    parts = pd.DataFrame({"team": list(SMALL_TEAMS), "yes": yes, "no": no, "county": "Lancashire"})
    parts = parts.assign(
        district=[at for at, _ in SMALL_TEAMS.values()], locality=[at for _, at in SMALL_TEAMS.values()]
    )
    levels = ("county", "locality", "district", "team")
    sums = [parts.groupby(level)[["yes", "no"]].sum().reset_index(names="unit").assign(level=level) for level in levels]
    told = pd.concat(sums, ignore_index=True).assign(
        indicator=SHARE, window="as_at", unknown=0, undated=0, affected=0.0
    )
    return told.assign(cohort=told["yes"] + told["no"], status="printed", **NO_REASON)[list(RESULT_COLUMNS)]


@settings(max_examples=40, deadline=None)
@given(yes=BY_TEAM, no=BY_TEAM, marking=st.sampled_from((BOARD, PUBLIC)))
def test_nobody_can_work_out_a_team(yes, no, marking):
    before = grade(by_team(yes, no), authority=SMALL, period=Month(2026, 10), list_date=LIST_DATE)
    before = before.assign(basis="reported", status="printed")
    after = disclose(before, marking, authority=SMALL)
    attacker = Attacker(after, SMALL_INSIDE)
    for row, kind in attacker.names:
        if after["suppressed"].iloc[row] and before[kind].iloc[row] > 0:
            low, high = attacker.whole_numbers_that_fit((row, kind))
            assert low < high
