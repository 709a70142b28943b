"""Which failing rows keep which figure from being printed."""

import pandas as pd
import pytest

from reporting.assurance.withholding import kept_back, weights, withheld_for
from reporting.model.quality import Finding, Rule, Severity
from tasks.configuration.measures import load_measures
from tests.reporting.council import checked

MEASURES = load_measures()
FIGURES = pd.DataFrame(
    [
        ("assessments_completed", "county", "Treeshire", "printed", "", ""),
        ("assessments_completed", "team", "Ash Town Care", "withheld", "7% fail", "too_many_failing"),
        ("referrals_received", "county", "Treeshire", "withheld", "7% fail", "too_many_failing"),
        ("children_looked_after", "district", "Ash", "not_computable", "nobody to count", "nobody_to_count"),
        ("care_leavers_eet", "county", "Treeshire", "not_computable", "List 9 was not found.", "list_not_usable"),
    ],
    columns=["indicator", "level", "unit", "status", "reason", "reason_code"],
)
ENDED = Rule("4.01", "assessments", Severity.ERROR, ("assessment_end",), "It holds.", "Mend it.")
REFERRED = Rule("3.01", "referrals", Severity.ERROR, ("referral_date",), "It holds.", "Mend it.")
DOUBTED = Rule("3.02", "referrals", Severity.WARNING, ("referral_date",), "It holds.", "Mend it.")


@pytest.mark.parametrize("figures", [FIGURES, FIGURES.drop(columns="reason_code")], ids=["now", "before codes"])
def test_a_figure_for_a_unit_with_nobody_in_it_is_not_kept_back(figures):
    assert kept_back(figures)["indicator"].tolist() == [
        "assessments_completed",
        "referrals_received",
        "care_leavers_eet",
    ]


def test_the_code_is_asked_and_never_the_words():
    reworded = FIGURES.assign(reason="nobody to count")
    assert kept_back(reworded).index.tolist() == kept_back(FIGURES).index.tolist()


def test_only_errors_weigh_and_the_county_weighs_most():
    weighed = weights(FIGURES, [ENDED, REFERRED, DOUBTED], MEASURES)
    assert weighed.county == {REFERRED.key}
    assert weighed.units == {(ENDED.key, "team", "Ash Town Care")}
    faults = pd.DataFrame(
        [
            (REFERRED.key, "Beech Safeguarding", "Beech", "North"),
            (ENDED.key, "Ash Town Care", "Ash", "North"),
            (ENDED.key, "Ash Town Assessment", "Ash", "North"),
            (DOUBTED.key, "Ash Town Care", "Ash", "North"),
        ],
        columns=["rule", "team", "district", "locality"],
    )
    assert weighed.of(faults).tolist() == [0, 1, 2, 2]


def test_a_finding_names_the_figures_it_keeps_back():
    found = checked(("referrals", [0], ("referral_date",)))
    finding = Finding("T00", Severity.ERROR, "referrals", 10, 1, "It holds.", "Mend it.")
    held = {"referrals_received", "assessments_completed"}
    assert list(withheld_for(finding, found, held, MEASURES)) == ["referrals_received"]
    harmless = Finding("T00", Severity.ERROR, "referrals", 10, 0, "It holds.", "Mend it.")
    assert list(withheld_for(harmless, found, held, MEASURES)) == []


def test_a_fault_of_the_file_keeps_back_whatever_its_list_feeds():
    found = checked(withheld={"referrals": "List 3 was not found."})
    finding = Finding("F01", Severity.ERROR, "referrals", 1, 1, "The list is there.", "Send it.")
    held = {"referrals_received", "care_leavers_eet"}
    assert list(withheld_for(finding, found, held, MEASURES)) == ["referrals_received"]
