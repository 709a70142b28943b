"""Bands as a board printed them: every printed figure grades as it should, and no value falls between two bands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.model.bands import GRADES, UnclearBands, band_of, bands_as_printed, between_printed_bands


def printed(inadequate, requires_improvement, good, outstanding):
    return dict(zip(GRADES, (inadequate, requires_improvement, good, outstanding), strict=True))


# The dashboard of autumn 2016: thresholds, and the figures of July, August and September with their grades.
DASHBOARD = {
    "caseload, newly qualified": (
        printed(">25", "20-24", "16-19", "<16"),
        {18.4: "good", 14.3: "outstanding", 17.8: "good"},
    ),
    "caseload, 1 to 3 years": (
        printed(">30", "26-30", "20-25", "<20"),
        {22.3: "good", 19.1: "outstanding", 22.0: "good"},
    ),
    "caseload, 3 to 5 years": (
        printed(">30", "27-30", "23-26", "<23"),
        {24.6: "good", 19.3: "outstanding", 21.9: "outstanding"},
    ),
    "caseload, 5 years and more": (
        printed(">30", "27-30", "23-26", "<23"),
        {23.4: "good", 19.5: "outstanding", 25.4: "good"},
    ),
    "caseload, support workers": (
        printed(">30", "29-30", "28", "<28"),
        {20.9: "outstanding", 22.3: "outstanding", 23.1: "outstanding"},
    ),
    "suitable accommodation": (
        printed("<70%", "70%-80%", "80-95%", ">95%"),
        {83.6: "good", 90.0: "good", 87.3: "good"},
    ),
    "education, employment or training": (
        printed("<40%", "40-45%", "45-55%", ">55%"),
        {41.2: "requires_improvement", 48.3: "good", 48.2: "good"},
    ),
    "care or pathway plan": (
        printed("<50%", "50-70%", "70-90%", ">90%"),
        {88.1: "good", 95.4: "outstanding", 90.5: "outstanding"},
    ),
    "personal adviser": (printed("<85%", "85-90%", "95-99%", "100%"), {100.0: "outstanding", 98.6: "good"}),
    "contact in 3 months": (
        printed("<80%", "80-90%", "90-99%", "100%"),
        {85.6: "requires_improvement", 95.2: "good", 91.7: "good"},
    ),
    "entitlements leaflet": (printed("<85%", "85-90%", "95-99%", "100%"), {100.0: "outstanding"}),
}
PRINTED_FIGURES = [
    pytest.param(words, value, grade, id=f"{name} {value}")
    for name, (words, figures) in DASHBOARD.items()
    for value, grade in figures.items()
]


@pytest.mark.parametrize(("words", "value", "grade"), PRINTED_FIGURES)
def test_every_figure_of_the_dashboard_has_its_grade(words, value, grade):
    bands = bands_as_printed(words)
    assert band_of(value, bands).grade == grade
    assert not between_printed_bands(value, bands)


@pytest.mark.parametrize(
    ("name", "value", "grade"),
    [
        ("caseload, newly qualified", 24.5, "requires_improvement"),
        ("caseload, newly qualified", 25.0, "requires_improvement"),
        ("caseload, newly qualified", 25.1, "inadequate"),
        ("caseload, newly qualified", 19.5, "good"),
        ("caseload, 1 to 3 years", 25.4, "good"),
        ("caseload, 3 to 5 years", 26.5, "good"),
        ("caseload, support workers", 28.5, "good"),
        ("personal adviser", 92.0, "requires_improvement"),
        ("personal adviser", 99.5, "good"),
        ("personal adviser", 99.96, "good"),
        ("contact in 3 months", 99.5, "good"),
    ],
)
def test_a_value_in_a_printed_gap_takes_the_band_that_starts_below_it(name, value, grade):
    bands = bands_as_printed(DASHBOARD[name][0])
    assert band_of(value, bands).grade == grade
    assert between_printed_bands(value, bands) == (value not in (25.1,))


@pytest.mark.parametrize(
    ("name", "value", "grade"),
    [
        ("suitable accommodation", 80, "good"),
        ("suitable accommodation", 95, "good"),
        ("suitable accommodation", 95.0001, "outstanding"),
        ("suitable accommodation", 69.9999, "inadequate"),
        ("education, employment or training", 45, "good"),
        ("care or pathway plan", 70, "good"),
        ("care or pathway plan", 90, "good"),
        ("contact in 3 months", 90, "good"),
    ],
)
def test_a_number_printed_in_two_bands_belongs_to_the_one_it_starts(name, value, grade):
    assert band_of(value, bands_as_printed(DASHBOARD[name][0])).grade == grade


@given(value=st.floats(0, 100), name=st.sampled_from(sorted(DASHBOARD)))
def test_every_value_has_exactly_one_band(value, name):
    bands = bands_as_printed(DASHBOARD[name][0])
    assert sum(band_of(value, (band,)) is not None for band in bands) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (printed("<70%", "75-80%", "80-95%", ">95%"), 'between "<70%" and "75-80%"'),
        (printed("10-70%", "70-80%", "80-95%", ">95%"), "values below it have none"),
        (printed("<70%", "70-80%", "80-90%", "90-95%"), "values above it have none"),
        (printed("<70%", "70 to 80", "80-95%", ">95%"), '"70 to 80" is not a band'),
        ({"inadequate": "<70%", "good": "70-95%", "outstanding": ">95%"}, "all are needed"),
    ],
)
def test_bands_that_leave_values_out_are_refused(words, says):
    with pytest.raises(UnclearBands, match=says):
        bands_as_printed(words)
