"""A heading is matched by its words, then by a pattern; two that look alike are told, never chosen between."""

from hypothesis import given
from hypothesis import strategies as st

from reporting.intake.conform.headings import match, nearest, plain
from reporting.lists import LISTS
from tests.reporting.intake.conform.sheets import full, headings, of_list, read, rules

LOOKED_AFTER = LISTS["children_looked_after"]


def test_quotes_spaces_capitals_and_endings_make_no_difference():
    assert plain(" LA In  Touch\u00a0") == plain("LA in Touch")
    assert plain("‘Missing’") == plain("'Missing'")
    assert plain("Referral NFA?") == plain("referral nfa.") == "referral nfa"
    assert plain("months (Y/N))") == plain("months (Y/N)")


@given(st.sampled_from(LOOKED_AFTER.columns), st.booleans(), st.text(alphabet=" \u00a0\t", max_size=2))
def test_every_heading_is_found_however_it_is_dressed(column, capitals, spaces):
    heading = (column.header.upper() if capitals else column.header.replace("'", "’")) + spaces
    assert match([heading], LOOKED_AFTER, {}).columns == {column.key: 0}


def test_the_names_of_the_standard_data_set_are_known():
    assert match(["LoookedAfterStartDate", "PlacementURN"], LOOKED_AFTER, {}).columns == {"cla_start": 0, "urn": 1}


def test_a_pattern_is_tried_only_where_no_exact_heading_stands():
    schema = LISTS["contacts"]
    assert match(["Date of child's birth"], schema, {}).how == {"dob": "pattern"}
    both = match(["Date of Birth", "Mother's date of birth"], schema, {})
    assert both.columns == {"dob": 0}
    assert both.extra == (1,)


def test_two_headings_that_fit_one_column_are_neither_of_them_taken():
    schema = LISTS["contacts"]
    two = match(["Date of mother's birth", "Date of father's birth"], schema, {})
    assert two.columns == {}
    assert two.rivals == {"dob": (0, 1)}


def test_a_heading_that_fits_two_columns_is_not_taken():
    torn = match(["Date of contact and of birth"], LISTS["contacts"], {})
    assert (torn.columns, torn.torn) == ({}, (0,))


def test_age_is_not_found_inside_other_words():
    assert match(["Percentage", "Language", "Agency"], LISTS["contacts"], {}).columns == {}


def test_the_authority_names_its_own_headings():
    own = {"contacts": {"Came in on": "contact_date"}}
    head = ["Came in on" if heading == "Date of Contact" else heading for heading in headings("contacts")]
    assert "F03" in rules(read(of_list("contacts", full("contacts"), head=head)), "contacts")
    conformed = read(of_list("contacts", full("contacts"), head=head), own_headings=own)
    assert "F03" not in rules(conformed, "contacts")
    assert conformed.tables["contacts"]["contact_date"].notna().all()


def test_the_nearest_heading_is_named():
    assert nearest("Date of Contact", ["Team", "Date of Contct "]) == "Date of Contct "
    assert nearest("Date of Contact", ["Zebra"]) == ""
