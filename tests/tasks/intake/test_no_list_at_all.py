"""An extract in which nothing is an Annex A list is refused before anything is kept of it."""

import pytest

from tasks.intake import UnreadableExtract, read_lists


def test_a_folder_of_other_tables_is_refused(tmp_path):
    (tmp_path / "budget.csv").write_text("cost centre,spend\n100,5\n")
    with pytest.raises(UnreadableExtract, match="no table in it is an Annex A list"):
        read_lists(tmp_path, {})


def test_one_list_is_enough(tmp_path):
    (tmp_path / "budget.csv").write_text("cost centre,spend\n100,5\n")
    (tmp_path / "List 1.csv").write_text("Child Unique ID,Date of Contact,Contact Source\nA1,01/10/2026,6: Police\n")
    assert len(read_lists(tmp_path, {})) == 2
