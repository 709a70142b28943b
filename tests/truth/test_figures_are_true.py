"""Every figure of a made-up council is the truth of its histories, as far as it can be known."""

import pandas as pd
import pytest

from reporting.model.figures import Status

KEY = ["indicator", "window", "level", "unit"]
NUMBERS = ["numerator", "denominator", "unknown", "value"]


def truths(month):
    rows = [
        (indicator, window, level, unit, *numbers)
        for indicator, windows in month.truth.items()
        for window, levels in windows.items()
        for level, units in levels.items()
        for unit, numbers in units.items()
    ]
    return pd.DataFrame(rows, columns=KEY + NUMBERS).set_index(KEY)[NUMBERS].astype("float64")


def test_every_figure_is_the_truth_in_every_window_level_and_unit(month):
    ours = month.figures.set_index(KEY)[NUMBERS].astype("float64")
    true = truths(month)
    assert set(month.truth) <= set(month.authority.definitions)
    ours = ours[ours.index.get_level_values("indicator").isin(list(month.truth))]  # the loops count every other
    assert set(ours.index) == set(true.index)
    pd.testing.assert_frame_equal(ours.sort_index(), true.sort_index(), rtol=1e-12, check_index_type=False)


def test_every_answer_without_a_date_is_counted_among_yes_and_no(month):
    true = {
        (indicator, window, level, unit): number
        for indicator, windows in month.undated.items()
        for window, levels in windows.items()
        for level, units in levels.items()
        for unit, number in units.items()
    }
    ours = month.figures.set_index(KEY)["undated"]
    assert sum(true.values()) > 0
    assert ours[ours > 0].to_dict() == {key: number for key, number in true.items() if number}


def test_no_figure_is_printed_beyond_what_the_council_tolerates(month):
    printed = month.figures[month.figures["status"] == Status.PRINTED]
    assert (printed["affected"] <= month.authority.on(month.list_date).tolerance).all()
    assert printed["value"].notna().all()


def test_a_month_that_is_not_over_is_never_printed(month):
    monthly = month.figures[month.figures["window"] == "month"]
    if month.list_date < month.period.last_day:
        assert (monthly["status"] != Status.PRINTED).all()
        assert (monthly.loc[monthly["status"] == Status.WITHHELD, "reason"] == "month not finished").all()
    else:
        assert (monthly["status"] == Status.PRINTED).any()


@pytest.mark.parametrize("level", ["locality", "district", "team"])
def test_parts_sum_to_the_whole(month, level):
    counts = month.figures[month.figures["level"].isin(["county", level])]
    sums = counts.groupby(["indicator", "window", "level"])[["cohort", "unknown"]].sum().unstack("level").dropna()
    assert len(sums) > 40
    assert (sums["cohort"]["county"] == sums["cohort"][level]).all()
    assert (sums["unknown"]["county"] == sums["unknown"][level]).all()
