"""Codes are read as councils write them, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.intake.conform.codes import CodeReader
from reporting.lists import LISTS


def reader(list_name, key, own=None):
    return CodeReader(LISTS[list_name].column(key).code_set, own or {})


@pytest.mark.parametrize(
    ("list_name", "key", "text", "code"),
    [
        ("contacts", "gender", "Female", "F"),
        ("contacts", "gender", "b) Female", "F"),
        ("contacts", "gender", "2", "F"),
        ("contacts", "gender", "c) Neither", "I"),  # list 11's guidance swaps the letters: the words decide
        ("contacts", "gender", "d) Not stated", "U"),
        ("contacts", "gender", "c) Not stated/recorded (or unborn)", "U"),
        ("contacts", "ethnicity", "WBRI - White British", "WBRI"),
        ("contacts", "ethnicity", "White British (WBRI)", "WBRI"),
        ("contacts", "ethnicity", "A1", "WBRI"),
        ("contacts", "ethnicity", "a1 White British", "WBRI"),
        ("contacts", "ethnicity", "MWAP", "MWAS"),
        ("contacts", "ethnicity", "t) NOBT", "NOBT"),
        ("contacts", "ethnicity", "White - British", "WBRI"),
        ("contacts", "contact_source", "q) 6: Police", "6"),
        ("contacts", "contact_source", "6 Police", "6"),
        ("contacts", "contact_source", "u) 10: Unknown", "10"),
        ("contacts", "contact_source", "p1) 5D: LA services", "5D"),
        ("contacts", "contact_source", "6.0", "6"),
        ("referrals", "referral_nfa", "NFA", "Y"),
        ("referrals", "referral_nfa", "FA", "N"),
        ("assessments", "disability", "AUT", "Y"),
        ("assessments", "disability", "NONE", "N"),
        ("assessments", "child_seen", "TRUE", "Y"),
        ("children_in_need", "primary_need", "N1- Abuse or Neglect", "N1"),
        ("children_in_need", "primary_need", "N2 – Child’s disability", "N2"),
        ("child_protection_plans", "abuse_initial", "Physical abuse", "PHY"),
        ("child_protection_plans", "abuse_initial", "Neglect, Physical and Emotional", "MUL"),
        ("child_protection_plans", "abuse_initial", "YYNN", "MUL"),
        ("child_protection_plans", "abuse_initial", "Neglect and Neglect", "NEG"),
        ("children_looked_after", "placement_provider", "e) PR4 - Private provision", "PR4"),
        ("children_looked_after", "permanence_plan", "f) Long-term fostering", "f"),
        ("children_looked_after", "legal_status", "Full care order", "C2"),
        ("care_leavers", "in_touch", "f) Rhom", "RHOM"),
        ("care_leavers", "accommodation", "b) U: Independent living", "U"),
        ("care_leavers", "suitability", "a) Suitable", "1"),
        ("prospective_adopters", "ffa", "Yes", "Y"),
    ],
)
def test_a_code_is_read_as_it_is_written(list_name, key, text, code):
    assert reader(list_name, key).read(text).code == code


@pytest.mark.parametrize(
    ("list_name", "key", "text"),
    [
        ("contacts", "gender", "Indeterminate"),
        ("contacts", "gender", "9"),
        ("contacts", "ethnicity", "White - Kurdish"),
        ("contacts", "ethnicity", "BOTH PARENTS KNOWN"),
        ("contacts", "contact_source", "4 weeks"),
        ("contacts", "contact_source", "School"),
        ("contacts", "contact_source", "Individual"),  # four codes are printed so
        ("contacts", "contact_source", "Ward 6"),
        ("assessments", "support_needed", "NFA"),
        ("assessments", "support_needed", "No further contact"),
        ("assessments", "support_needed", "CS Assessment Updated"),
        ("child_protection_plans", "abuse_initial", "YNNN"),  # the order of the four flags is not known
        ("child_protection_plans", "abuse_initial", "Neglect, Other"),
        ("children_looked_after", "need_category", "N9 - Cases other than children in need"),
        ("children_looked_after", "placement_type", "Other placement sub-code"),
        ("care_leavers", "in_touch", "No longer requires a visit"),
    ],
)
def test_what_could_be_two_things_is_not_read(list_name, key, text):
    assert reader(list_name, key).read(text).code is None


def test_the_code_stands_when_its_words_say_another_and_that_is_told():
    read = reader("children_in_need", "primary_need").read("N1 - Family in acute stress")
    assert (read.code, read.disagrees) == ("N1", True)
    agreeing = reader("children_in_need", "primary_need").read("N4 - Family in acute stress")
    assert (agreeing.code, agreeing.disagrees) == ("N4", False)


def test_the_authority_has_the_last_word():
    assert reader("contacts", "gender", {"indeterminate": "I"}).read("Indeterminate").code == "I"
    assert reader("contacts", "gender", {"male": "U"}).read("Male").code == "U"


SPACES = st.text(alphabet=" \u00a0", max_size=3)


@given(st.sampled_from(LISTS["children_looked_after"].column("placement_type").code_set.codes), SPACES, st.booleans())
def test_spaces_and_capitals_never_change_a_code(code, spaces, capitals):
    text = code.printed or code.code
    written = text.upper() if capitals else text.replace(" ", " " + spaces)
    assert reader("children_looked_after", "placement_type").read(written).code == code.code


@given(st.text(max_size=40))
def test_any_text_is_read_as_a_code_of_the_list_or_not_at_all(text):
    for key in ("gender", "ethnicity", "contact_source"):
        column = LISTS["contacts"].column(key)
        assert reader("contacts", key).read(text).code in {None, *column.code_set.names}
