"""What conforming noticed of single cells is a failing row of its own rule, counted once, and kept in the record."""

from dataclasses import replace

import pandas as pd
import pytest

from expectations.noticed import ASKED_OF, NOTICED
from expectations.validation import check
from reporting.assurance.accuracy import Information, information_of
from tasks.configuration import load_authority
from tasks.record.keeping import Record, Work
from tasks.record.tables import checked_files, conformed_files, read_checked, read_conformed
from tests.expectations.small_council import AUTHORITY, CALENDAR
from tests.reporting.intake.conform.sheets import LIST_DATE, full, headings, of_list, read, record

RIGHT = full("contacts")
TWINS = {
    "P02": ({"child_id": "1"}, [("contacts:P02:child_id", 0, False), ("contacts:P02:child_id", 12, True)]),
    "P22": ({"contact_source": "6: Housing"}, [("contacts:P22:contact_source", 12, True)]),
    "P25": ({"contact_date": "10/25/2026"}, [("contacts:P25:contact_date", 12, True)]),
    "P28": ({"contact_date": "46310"}, [("contacts:P28:contact_date", 12, True)]),
}


def checked(*tables):
    conformed = read(*tables)
    return conformed, check(conformed, authority=AUTHORITY, calendar=CALENDAR, list_date=LIST_DATE)


def rows(found, *ids):
    failing = found.failing[found.failing["rule"].isin([key for key, rule in found.rules.items() if rule.id in ids])]
    return list(failing[["rule", "position", "mend"]].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def right():
    return checked(of_list("contacts", RIGHT))


@pytest.fixture(scope="module")
def wrong():
    """Every one of them at once."""
    odd = [record("contacts", 13 + place, **broken) for place, (broken, _) in enumerate(TWINS.values())]
    return checked(of_list("contacts", [*RIGHT, *odd]), of_list("referrals", full("referrals", 2)))


def test_lists_that_are_right_fail_none_of_these_rules_and_are_asked_all_of_them(right):
    _, found = right
    assert rows(found, *ASKED_OF) == []
    ours = {one.rule.key for one in NOTICED if one.rule.list == "contacts"}
    assert ours <= set(found.rules) and not ours & found.errored


@pytest.mark.parametrize("rule", TWINS)
def test_the_row_with_the_cell_fails_and_no_other(right, rule):
    broken, expected = TWINS[rule]
    _, found = checked(of_list("contacts", [*RIGHT, record("contacts", 13, **broken)]))
    assert rows(found, *ASKED_OF) == expected
    assert found.failing.dtypes.to_dict() == right[1].failing.dtypes.to_dict()


def test_the_findings_are_those_of_conforming_and_told_once(wrong):
    conformed, found = wrong
    told = [one for one in found.findings if one.rule in ASKED_OF]
    assert told == [one for one in conformed.findings if one.rule in ASKED_OF]
    assert {one.rule for one in told} == set(TWINS)
    assert len(told) == len({(one.rule, one.list) for one in told})


def test_the_id_to_mend_is_the_one_that_most_lists_do_not_write(wrong):
    _, found = wrong
    ids = rows(found, "P02")
    assert [row for row in ids if row[2]] == [("contacts:P02:child_id", 12, True)]
    assert ("referrals:P02:child_id", 0, False) in ids


def test_a_list_or_column_that_did_not_come_is_not_asked_and_vouches_for_nothing():
    head = headings("contacts")
    _, found = checked(of_list("contacts", [row[:-1] for row in RIGHT], head=head[:-1]))
    assert "contacts:P22:contact_source" in found.not_run
    assert "referrals:P25:referral_date" in found.not_run
    assert not {"contacts:P22:contact_source", "referrals:P25:referral_date"} & set(found.rules)


def test_each_is_filed_under_one_type_of_information():
    filed = {id: {information_of(one.rule) for one in NOTICED if one.rule.id == id} for id in ASKED_OF}
    assert filed == {
        "P02": {Information.PERSON},
        "P22": {Information.DECISIONS},
        "P25": {Information.EVENTS},
        "P28": {Information.EVENTS},
    }


def _kept(record, files, stage):
    return record.once(Work("run 1", "lancashire", "2026-10", stage, load_authority("lancashire").content), files)


def test_the_record_gives_back_what_was_kept(tmp_path, right, wrong):
    for conformed, found in (right, wrong):
        record = Record(tmp_path / str(len(conformed.noticed)))
        again = read_conformed(record.store, _kept(record, lambda c=conformed: conformed_files(c), "conform"))
        pd.testing.assert_frame_equal(again.noticed, conformed.noticed)
        failing = read_checked(record.store, _kept(record, lambda f=found: checked_files(f), "check")).failing
        pd.testing.assert_frame_equal(failing, found.failing)


def test_lists_kept_before_rows_were_noticed_can_still_be_read(tmp_path, wrong):
    record = Record(tmp_path)
    kept = _kept(record, lambda: conformed_files(wrong[0]), "conform")
    before = replace(kept, files={name: file for name, file in kept.files.items() if name != "noticed"})
    assert read_conformed(record.store, before).noticed.empty
