"""The cells in which somebody has to look are pointed at, one for each that a finding counts."""

import pandas as pd
import pytest

from reporting.model.received import NOTICED_COLUMNS, nothing_noticed
from tests.reporting.intake.conform.sheets import full, of_list, read, record

RIGHT = full("contacts")
TWINS = {
    "P02": ({"child_id": "1"}, "child_id", [0, 12]),  # and the row of 000001
    "P22": ({"contact_source": "6: Housing"}, "contact_source", [12]),
    "P25": ({"contact_date": "10/25/2026"}, "contact_date", [12]),
    "P28": ({"contact_date": "46310"}, "contact_date", [12]),
}


def cells(conformed, rule):
    found = conformed.noticed[conformed.noticed["rule"] == rule]
    return list(found[["list", "position", "column"]].itertuples(index=False, name=None))


def test_lists_that_are_right_have_nothing_to_notice():
    noticed = read(of_list("contacts", RIGHT)).noticed
    assert tuple(noticed.columns) == NOTICED_COLUMNS
    pd.testing.assert_frame_equal(noticed, nothing_noticed())


@pytest.mark.parametrize("rule", TWINS)
def test_a_rule_points_at_its_row_and_no_other(rule):
    broken, column, places = TWINS[rule]
    noticed = read(of_list("contacts", [*RIGHT, record("contacts", 13, **broken)]))
    assert cells(noticed, rule) == [("contacts", place, column) for place in places]
    assert set(noticed.noticed["rule"]) == {rule}
    assert noticed.noticed.dtypes.to_dict() == nothing_noticed().dtypes.to_dict()


def test_positions_are_those_of_the_conformed_table_whatever_stood_between():
    rows = [[None] * 7, *RIGHT[:3], ["-"] * 7, record("contacts", 13, contact_date="46310"), ["Total", "4"], *RIGHT[3:]]
    conformed = read(of_list("contacts", rows))
    assert cells(conformed, "P28") == [("contacts", 3, "contact_date")]
    assert conformed.tables["contacts"]["row"].iat[3] == 7


def test_as_many_cells_are_pointed_at_as_the_findings_count():
    odd = [
        record("contacts", 1, child_id="1", contact_source="6: Housing"),
        record("contacts", 2, child_id="2.0", contact_date="46310"),
        record("contacts", 14, contact_date="10/25/2026", gender="a) Female"),
        record("contacts", 15, contact_date="03/04/2026"),
        record("contacts", 16, dob="46310", contact_date="46311"),
    ]
    conformed = read(of_list("contacts", [*odd[:2], *RIGHT, *odd[2:]]), of_list("referrals", full("referrals", 1)))
    counted = {}
    for found in conformed.findings:
        counted[found.list, found.rule] = counted.get((found.list, found.rule), 0) + found.failed
    pointed = conformed.noticed.groupby(["list", "rule"]).size().to_dict()
    assert {rule for _, rule in pointed} == set(TWINS)
    assert pointed == {key: count for key, count in counted.items() if key[1] in TWINS}
    assert ("referrals", 0, "child_id") in cells(conformed, "P02")
    assert cells(conformed, "P25") == [("contacts", 14, "contact_date"), ("contacts", 15, "contact_date")]


def test_a_column_that_is_doubtful_for_its_neighbours_is_pointed_at():
    rows = full("section_47_enquiries", 3, icpc_date="10/25/2026", s47_start="03/04/2026")
    conformed = read(of_list("section_47_enquiries", rows))
    doubtful = [("section_47_enquiries", place, "s47_start") for place in range(3)]
    assert [cell for cell in cells(conformed, "P25") if cell[2] == "s47_start"] == doubtful


def test_stray_spaces_stay_a_count():
    conformed = read(of_list("contacts", [*RIGHT, record("contacts", 13, contact_source="q)\u00a06: Police")]))
    assert "P32" in {found.rule for found in conformed.findings}
    assert conformed.noticed.empty
