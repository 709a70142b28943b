"""The same figures print the same bytes, in this process and in another."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tasks.print_pack import render_html
from tests.print.conftest import composed, printed

ROOT = Path(__file__).parents[2]
AGAIN = """
import hashlib
from tests.print.conftest import printed
print(hashlib.sha256(printed("prevention_and_demand_management_board").pdf).hexdigest())
"""


def test_another_process_prints_the_same_bytes():
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "0"}
    ran = subprocess.run(
        [sys.executable, "-c", AGAIN], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    here = hashlib.sha256(printed("prevention_and_demand_management_board").pdf).hexdigest()
    assert ran.stdout.strip() == here


def test_the_page_is_the_same_each_time():
    assert render_html(composed("improvement_board")) == printed("improvement_board").html
