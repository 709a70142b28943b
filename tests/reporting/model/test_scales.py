"""A scale says for itself how its values are worked out, written, compared and disclosed."""

from math import isnan, nan

import numpy as np
import pytest

from reporting.model.periods import Window
from reporting.model.scales import CountPart, Scale, UnknownScale

WRITTEN = {  # value, in a narrow column, in a table, in a sentence
    Scale.COUNT: (2106.0, "2,106", "2,106", "2,106"),
    Scale.PERCENT: (68.9, "68.9", "68.9%", "68.9%"),
    Scale.PER_10000: (81.44, "81.4", "81.4", "81.4 per 10,000"),
    Scale.MEAN_DAYS: (412.5, "413", "413", "413 days"),
    Scale.POUNDS: (1_234_567.5, "1,234,568", "£1,234,568", "£1,234,568"),
    Scale.FTE: (1204.25, "1,204.3", "1,204.3", "1,204.3 FTE"),
    Scale.DAYS: (1062.0, "1,062", "1,062", "1,062 days"),
    Scale.SCORE: (7.25, "7.3", "7.3", "7.3"),
    Scale.RATIO: (16.44, "16.4", "16.4", "16.4 to 1"),
}
MOVED = {  # a movement, its size, and a range of them
    Scale.COUNT: (-245.0, "245", "245 to 250"),
    Scale.PERCENT: (-2.26, "2.3 points", "2.3 to 7.3"),
    Scale.PER_10000: (0.01, "under 0.1 per 10,000", "under 0.1 to 5.0"),
    Scale.MEAN_DAYS: (0.0, "0 days", "0 to 5"),
    Scale.POUNDS: (-1234.5, "£1,235", "£1,235 to £1,240"),
    Scale.FTE: (0.04, "under 0.1 FTE", "under 0.1 to 5.0"),
    Scale.DAYS: (3.4, "3 days", "3 to 8"),
    Scale.SCORE: (-0.25, "0.3", "0.3 to 5.3"),
    Scale.RATIO: (1.5, "1.5", "1.5 to 6.5"),
}
WORKED_OUT = {  # yes, no, its denominator when nobody lives there, and the value
    Scale.COUNT: (30.0, 0.0, nan, 30.0),
    Scale.PERCENT: (30.0, 70.0, 100.0, 30.0),
    Scale.MEAN_DAYS: (4310.0, 10.0, 10.0, 431.0),
    Scale.POUNDS: (91_000.0, 13.0, nan, 91_000.0),
    Scale.FTE: (12.6, 14.0, nan, 12.6),
    Scale.DAYS: (610.0, 44.0, nan, 610.0),
    Scale.SCORE: (290.0, 40.0, 40.0, 7.25),
    Scale.RATIO: (312.0, 24.0, 24.0, 13.0),
}
every_scale = pytest.mark.parametrize("scale", Scale.ALL, ids=str)


@every_scale
def test_a_value_carries_its_unit_in_a_sentence_and_less_in_a_cell(scale):
    value, narrow, cell, sentence = WRITTEN[scale]
    assert (scale.bare(value), scale.in_print(value), scale.with_unit(value)) == (narrow, cell, sentence)


@every_scale
def test_a_movement_has_a_size_and_a_range(scale):
    amount, size, between = MOVED[scale]
    assert scale.difference(amount) == size
    assert scale.difference_between(abs(amount), abs(amount) + 5) == between


@every_scale
def test_every_scale_is_called_what_a_file_calls_it_and_says_what_it_gives(scale):
    assert Scale.named(scale.name) is scale
    assert str(scale) == scale.name
    assert scale.given_as
    assert Scale.ALL[scale.place] is scale


def test_a_scale_that_nobody_knows_is_named_beside_those_there_are():
    with pytest.raises(UnknownScale, match=r'^"euros" is not a scale\. Write one of: count, percent, '):
        Scale.named("euros")


@pytest.mark.parametrize("scale", WORKED_OUT, ids=str)
def test_a_value_is_worked_out_of_yes_and_no(scale):
    yes, no, denominator, value = WORKED_OUT[scale]
    found = scale.denominator(yes, no)
    assert (isnan(found) and isnan(denominator)) or found == denominator
    assert scale.value(yes, found) == value
    assert scale.out_of_something != isnan(found)


def test_a_rate_is_out_of_the_children_who_live_there_and_for_a_year():
    rate = Scale.PER_10000
    assert rate.needs_population
    assert isnan(rate.denominator(30.0, 0.0))
    assert rate.value(30, 20_000) == 15.0
    assert rate.value(30, 20_000, times_a_year=365 / 184) == pytest.approx(29.7554, abs=1e-4)
    assert rate.unit_beside(Window.MONTH) == "per 10,000"
    assert rate.unit_beside(Window.SIX_MONTHS) == "per 10,000 a year"
    assert not any(scale.needs_population for scale in Scale.ALL if scale is not rate)


@every_scale
def test_a_value_has_an_interval_around_it_or_says_why_not(scale):
    interval = scale.interval(30.0, 100.0, scale.value(30.0, 100.0))
    assert (interval is None) == bool(scale.no_interval)
    joined = scale.interval_of_difference((30.0, 100.0, 30.0), (20.0, 100.0, 20.0))
    assert (joined is None) == bool(scale.no_interval)
    if interval:
        assert interval[0] < scale.value(30.0, 100.0) < interval[1]
    else:
        assert scale.no_interval.words.startswith("no interval, ")


def test_the_interval_of_a_rate_is_its_counts_at_as_much_a_head():
    low, high = Scale.PER_10000.interval(30, 20_000, 15.0)
    count_low, count_high = Scale.COUNT.interval(30, nan, 30.0)
    assert (low, high) == (pytest.approx(count_low / 2), pytest.approx(count_high / 2))
    assert Scale.PER_10000.interval(0, 20_000, 0.0)[0] == 0.0


@every_scale
def test_chance_has_a_say_in_shares_and_rates_only(scale):
    tails = scale.tails(30.0, 100.0, 0.25)
    assert (tails is not None) == (scale in (Scale.PERCENT, Scale.PER_10000))


def test_numbers_and_amounts_add_up_and_only_a_number_counts_children():
    adding = [scale for scale in Scale.ALL if scale.adds_up]
    assert adding == [Scale.COUNT, Scale.POUNDS, Scale.FTE, Scale.DAYS]
    assert [scale for scale in Scale.ALL if scale.counts_children] == [Scale.COUNT]


def test_a_loss_has_its_sign_before_its_pounds():
    assert Scale.POUNDS.in_print(-1234.0) == "−£1,234"
    assert Scale.SCORE.bare(-0.04) == "0.0"


@pytest.mark.parametrize(
    ("scale", "value", "words"),
    [
        (Scale.PERCENT, 80, "80%"),
        (Scale.PERCENT, 80.5, "80.5%"),
        (Scale.PER_10000, 305, "305 per 10,000"),
        (Scale.POUNDS, 2000, "£2,000"),
        (Scale.FTE, 12, "12 FTE"),
    ],
)
def test_a_number_that_somebody_chose_has_no_nought_after_its_point(scale, value, words):
    assert scale.as_set(value) == words


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        (Scale.COUNT, ""),
        (Scale.PERCENT, "688 of 739"),
        (Scale.PER_10000, "688 for 739 children aged 0 to 17, times 365 over the days"),
        (Scale.MEAN_DAYS, "The mean of 739 children"),
        (Scale.SCORE, "The mean of 739 answers"),
        (Scale.POUNDS, ""),
        (Scale.RATIO, "688 to 739"),
    ],
)
def test_a_value_says_what_it_was_made_of(scale, words):
    assert scale.made_of(688, 739, Window.SIX_MONTHS) == words


@every_scale
def test_what_is_said_to_be_made_of_counts_prints_those_counts(scale):
    said = scale.made_of(688, 739, Window.AS_AT)
    counts = {"numerator": "688", "denominator": "739"}
    assert set(scale.printed_counts) == {name for name, count in counts.items() if count in said}


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        (Scale.COUNT, "40 counted, 1 not known"),
        (Scale.PER_10000, "40 counted, 1 not known"),
        (Scale.PERCENT, "40 of 80, 1 not known"),
        (Scale.MEAN_DAYS, "0.5 days on average over 80, 1 not known"),
        (Scale.SCORE, "0.5 on average over 80, 1 not known"),
        (Scale.POUNDS, "£40 in all from 80, 1 not known"),
    ],
)
def test_a_worked_example_is_answered_in_the_scales_own_words(scale, words):
    assert scale.worked(40.0, 80, 1) == words


def test_a_mean_over_nobody_is_not_a_number():
    assert Scale.MEAN_DAYS.worked(0.0, 0, 2) == "nan days on average over 0, 2 not known"


def test_a_chart_of_shares_covers_ten_points_and_any_other_a_fifth():
    assert Scale.PERCENT.least_span([99.0, 99.5]) == 10.0
    assert Scale.POUNDS.least_span([400.0, 1000.0]) == 200.0


# How it is disclosed.


@pytest.mark.parametrize(
    ("scale", "of_children"),
    [
        (Scale.COUNT, {"yes"}),
        (Scale.PER_10000, {"yes"}),
        (Scale.PERCENT, {"yes", "no", "known"}),
        (Scale.MEAN_DAYS, {"no"}),  # a sum of days is no count of children; how many were averaged is
        (Scale.POUNDS, {"no"}),
        (Scale.FTE, {"no"}),
        (Scale.DAYS, {"no"}),
        (Scale.SCORE, {"no"}),
        (Scale.RATIO, {"yes", "no"}),
    ],
    ids=lambda value: "" if isinstance(value, set) else str(value),
)
def test_a_scale_says_which_of_its_counts_are_children(scale, of_children):
    assert scale.composition.of_children == of_children


@every_scale
def test_a_whole_is_the_sum_of_its_parts_in_every_row(scale):
    counts = scale.composition.counts(yes=7.0, no=4.0, unknown=2.0)
    assert set(counts) == set(scale.composition.parts)
    assert scale.composition.of_children <= set(counts)
    for whole, *parts in scale.composition.sums:
        assert counts[whole] == sum(counts[part] for part in parts)


@every_scale
def test_no_holds_the_noughts_of_a_question_and_everybody_behind_a_sum(scale):
    answers = np.array([1.0, 0.0, np.nan, 1.0])
    asked = CountPart.YES in scale.composition.of_children and scale is not Scale.RATIO
    assert list(scale.composition.noes(answers)) == (
        [False, True, False, False] if asked else [True, True, False, True]
    )


def test_those_with_a_known_answer_are_found_in_whole_columns_at_once():
    yes, no = np.array([3.0, 0.0]), np.array([1.0, 0.0])
    assert list(Scale.PERCENT.composition.known(yes, no)) == [4.0, 0.0]
    assert list(Scale.MEAN_DAYS.composition.known(yes, no)) == [1.0, 0.0]
