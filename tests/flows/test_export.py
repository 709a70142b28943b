"""The findings of a week or a month as a table: what was found, and what became of it."""

import io

import pandas as pd
import pytest

from flows.export import list_findings
from tasks.errors import RecordProblem, UsageProblem
from tasks.record.follow_ups import Confirmation, confirm
from tasks.record.keeping import Record
from tests.tasks.followed import NO_START, ODD_AGE, cycle_of, finding_of, follow, ledger_of

COLUMNS = ["rule", "severity", "list", "checked", "failed", "withholds", "new", "open", "confirmed", "put_right"]


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_RECORD", str(tmp_path / "record"))
    return Record()


def listed(capsys, period):
    list_findings("lancashire", period, as_csv=True)
    table = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype="str", keep_default_na=False)
    assert table.columns.tolist() == COLUMNS
    return table.set_index("rule")


def test_a_week_says_what_became_of_the_faults_of_each_rule(record, capsys):
    found = {"findings": (finding_of(NO_START, 1), finding_of(ODD_AGE, 2))}
    first = follow("2026-W42", (NO_START, 0), (ODD_AGE, 0, 1), **found)
    quiet = ledger_of(first).query("id == 'P10'")["reference"].iloc[0]
    confirm(record, "lancashire", [Confirmation(quiet, "Team manager", cycle_of("2026-W42").list_date)])
    follow("2026-W43", (ODD_AGE, 0, 1, 2), **found)
    table = listed(capsys, "2026-W43")
    became = ["new", "open", "confirmed", "put_right"]
    assert table.loc["6.01", became].tolist() == ["0", "0", "0", "1"]
    assert table.loc["P10", became].tolist() == ["1", "1", "1", "0"]
    of_need = table[table["list"] == "children_in_need"]
    assert of_need.loc["M08", ["severity", "checked", "failed"]].tolist() == ["information", "2", "0"]
    assert of_need.loc["M08", became].tolist() == [""] * 4


def test_a_period_that_is_not_there_says_how_to_get_it(capsys):
    follow("2026-W42", (NO_START, 0))
    with pytest.raises(RecordProblem, match="cycle weekly --authority lancashire --week 2026-W50"):
        list_findings("lancashire", "2026-W50", as_csv=True)
    with pytest.raises(RecordProblem, match="cycle monthly --authority lancashire --period 2026-10"):
        list_findings("lancashire", "2026-10", as_csv=True)
    with pytest.raises(UsageProblem, match="is not a week"):
        list_findings("lancashire", "2026-W99", as_csv=True)
