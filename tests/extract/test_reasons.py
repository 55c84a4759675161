"""Reasons are worked out when they are asked for, and then are as good as a tuple."""

import pickle

from source_audit.attribution import Reason
from tests.extract.reading import read

TEXT = "The mayor said the bridge would close."


def test_reasons_are_the_same_however_often_and_in_what_way_they_are_asked_for() -> None:
    reasons = read(TEXT).attributions[0].reasons
    told = tuple(reasons)
    assert len(told) == len(reasons) == 5
    assert all(isinstance(each, Reason) for each in told)
    assert reasons[0] == told[0]
    assert reasons[1:] == told[1:]
    assert reasons == told
    assert hash(reasons) == hash(told)
    assert repr(reasons) == repr(told)


def test_two_readings_of_a_text_are_equal_and_can_be_kept() -> None:
    reading = read(TEXT)
    assert read(TEXT).attributions == reading.attributions
    assert pickle.loads(pickle.dumps(reading.attributions)) == reading.attributions


def test_the_weightiest_reason_comes_first() -> None:
    weights = [abs(reason.weight) for reason in read(TEXT).attributions[0].reasons]
    assert weights == sorted(weights, reverse=True)
