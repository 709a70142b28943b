"""What is said of a figure is a code with words beside it."""

from reporting.measures.verdicts import Side, TargetStatus, Towards


def test_a_target_is_met_however_it_came_to_be():
    assert [status for status in TargetStatus if status.is_met] == [TargetStatus.MET, TargetStatus.MET_AT_BASELINE]


def test_a_status_is_worded_and_what_cannot_be_said_is_not():
    assert [status.words for status in TargetStatus if status is not TargetStatus.TOO_FEW] == [
        "",
        "met",
        "met at baseline",
        "not met",
    ]
    assert TargetStatus.TOO_FEW.words.format(smallest=10) == "not judged: fewer than 10"


def test_what_is_nothing_to_speak_of_is_false():
    assert not TargetStatus.NOT_SAID
    assert not Side.WITHIN
    assert Towards.NONE
