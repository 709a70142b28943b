"""The account of an extract says everything that was and was not understood, and shows nobody's data."""

import json

from reporting.intake.words import account, lines
from tests.reporting.intake.conform.sheets import full, headings, of_list, read, record, sheet


def told(*tables, **said):
    return account(read(*tables, **said))


def of(said, name):
    return next(one for one in said["lists"] if one["list"] == name)


def test_an_account_is_plain_data_and_counts_every_row_and_column():
    said = told(of_list("contacts", [*full("contacts"), ["Total", "12"]]), sheet("Notes", [["nothing here"]]))
    assert json.loads(json.dumps(said)) == said
    contacts = of(said, "contacts")
    assert contacts["rows"] == {"in_source": 14, "read": 12, "filler": 0, "notes": 1}
    assert contacts["headings_matched"] == 7
    assert (contacts["source"], contacts["found_by"], contacts["heading_row"]) == ("List 1", "name", 1)
    assert said["tables_not_used"] == ["Notes"]
    assert (said["lists_found"], said["rows_read"]) == (1, 12)
    assert [finding["rule"] for finding in contacts["findings"]] == ["F13"]


def test_the_lines_say_where_each_list_was_found_and_what_is_missing():
    text = "\n".join(lines(told(of_list("contacts", full("contacts")))))
    assert text.startswith("1 of 11 lists found, 12 rows read, in the 2019 layout.")
    assert "List 1 (Contacts): “List 1”, known by its name, headings in row 1. 12 of 13 rows are records." in text
    assert "List 3 (Referrals): not read. List 3 (Referrals) was not found." in text


def test_codes_that_were_not_understood_are_shown_with_their_counts():
    rows = [record("contacts", number, gender="Indeterminate") for number in (13, 14)]
    said = told(of_list("contacts", [*full("contacts"), *rows]))
    gender = of(said, "contacts")["columns"][1]
    assert gender["values_not_understood"] == {"Indeterminate": 2}
    assert "2 of 14 cells under “Gender”, as codes: “Indeterminate” (2)." in "\n".join(lines(said))


def test_dates_ids_postcodes_and_free_text_are_counted_and_never_shown():
    secrets = ["04/03/2015", "1234567", "ZZ99 9ZZ", "someone@example.org", "word " * 20]
    rows = [record("contacts", number, gender=text, dob=f"secret{number}") for number, text in enumerate(secrets, 20)]
    said = told(of_list("contacts", [*full("contacts", 30), *rows]))
    gender, dob = of(said, "contacts")["columns"][1], of(said, "contacts")["columns"][3]
    assert (gender["values_not_understood"], gender["values_not_shown"], gender["not_understood"]) == ({}, 5, 5)
    assert (dob["values_not_understood"], dob["not_understood"]) == ({}, 5)
    everything = json.dumps(said) + "\n".join(lines(said))
    assert not [secret for secret in [*secrets, "secret2"] if secret.strip() in everything]


def test_a_list_out_of_place_shows_no_values_at_all():
    rows = [[row[0], "Canary", *row[1:-1]] for row in full("contacts")]
    said = told(of_list("contacts", rows))
    assert "Canary" not in json.dumps(said)
    assert "not be counted" in "\n".join(lines(said))


def test_a_column_of_many_different_words_is_no_code_column_and_is_not_shown():
    rows = [record("contacts", number, contact_source=f"Name {chr(65 + number)}son") for number in range(15)]
    source = of(told(of_list("contacts", rows)), "contacts")["columns"][6]
    assert (source["values_not_understood"], source["values_not_shown"]) == ({}, 15)


def test_headings_that_were_not_used_are_named():
    table = of_list("contacts", [[*row, "x"] for row in full("contacts")], head=[*headings("contacts"), "Ward"])
    assert of(told(table), "contacts")["headings_not_used"] == ["Ward"]
