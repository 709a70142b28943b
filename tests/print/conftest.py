"""The made-up month's packs, composed and printed once for every test of this folder."""

from functools import cache

import pytest

from reporting.presentation.packs import ReportContext, compose
from tasks.print_pack import PrintedPack, print_pack
from tests.made_up_figures import lancashire

BOARDS = (
    "improvement_board",
    "permanence_and_corporate_parenting_board",
    "prevention_and_demand_management_board",
)


@cache
def composed(board: str) -> ReportContext:
    return compose(lancashire().packs[board], lancashire().inputs())


@cache
def printed(board: str) -> PrintedPack:
    return print_pack(composed(board))


@pytest.fixture(params=BOARDS)
def context(request) -> ReportContext:
    return composed(request.param)


@pytest.fixture(params=BOARDS)
def pack(request) -> PrintedPack:
    return printed(request.param)
