"""Every feature is looked at once, by the weights as by the trainer."""

from collections import Counter

import pytest

from source_audit.extract import bounding, hearing, options, voices
from source_audit.extract.line import fold
from source_audit.extract.model import model
from source_audit.extract.places import begins, ends, lefts
from source_audit.extract.reasons import TEMPLATES
from source_audit.extract.view import View
from source_audit.span import Span
from tests.train.features import SEEN, Seen

TEXT = "The pier, Ana Ruiz told the harbour board on Monday, was safe and would stay open, according to the keeper."


@pytest.fixture
def view() -> View:
    return View.of(fold(TEXT, Span(0, len(TEXT)), (), 0), opens=True)


def each_once(seen: list[Seen], *decisions: str) -> bool:
    return Counter((decision, name) for decision, name, _ in seen) == Counter(
        (decision, name) for decision in decisions for name in TEMPLATES[decision]
    )


def test_an_option_is_seen_by_all_of_its_features_and_by_each_of_them_once(view: View) -> None:
    found = options.options(view)
    assert {option.side for option in found} == {"right", "left", "both"}
    for option in found:
        first = ("accept", option.side) if option.candidate else ("rule",)
        assert each_once(options.features(view, option, SEEN), *first, "again")


def test_a_bound_is_seen_by_all_of_its_features(view: View) -> None:
    told = next(candidate for candidate in view.candidates if candidate.verb.lemma == "tell")
    places = begins(view, told)
    found = bounding.weigh_begins(view, told, places, SEEN)
    assert all(each_once(seen, "begin") for seen in found)
    found += bounding.weigh_ends(view, told, places[0], ends(view, places[0]), SEEN)
    assert all(each_once(seen, "end") for seen in found[len(places) :])
    left = bounding.weigh_lefts(view, told, told.start, lefts(view, told.start), SEEN)
    assert all(each_once(seen, "first") for seen in left)


def test_a_voice_is_seen_by_all_of_its_features(view: View) -> None:
    option = options.options(view)[0]
    choices = voices.voices(view, option, None)
    for voice, seen in zip(choices, hearing.weigh_voices(view, option, choices, SEEN), strict=True):
        assert each_once(seen, "source", "phrase" if voice.words else "nobody")


def test_the_weights_of_what_is_seen_are_what_the_model_adds_up(view: View) -> None:
    tables = model().tables
    for option in options.options(view):
        seen = options.features(view, option, SEEN)
        weight = sum(tables[decision][name].get(value, 0) for decision, name, value in seen)
        assert weight == options.features(view, option, model().weights)
        assert weight == sum(each[0] for each in options.features(view, option, model().reasons))
