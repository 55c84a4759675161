"""Words and phrases are found whole, whatever their case and apostrophe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit.lexicon import Lexicon
from source_audit.span import Span

PHRASES = ["said", "said to be", "is said to", "wasn't told", "off-hand", "état", "Straße", "a", "photo:", "R. & D."]


def found(text: str, phrases: list[str] | None = None) -> list[str]:
    return [span.of(text) for span in Lexicon(phrases or PHRASES).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She SAID it.", ["SAID"]),
        ("It was said to be late.", ["said to be"]),
        ("It was said to him.", ["said"]),
        ("He is said\nto nap.", ["is said\nto"]),
        ("He wasn’t told, she WASN'T TOLD.", ["wasn’t told", "WASN'T TOLD"]),
        ("Unsaid, saidst, said-so, re-said, O'said", []),
        ("an off-hand remark", ["off-hand"]),
        ("ÉTAT, Straße", ["ÉTAT", "Straße"]),
        ("Photo: A. B.", ["Photo:", "A"]),
        ("“said”", ["said"]),
        ("R. & D. costs", ["R. & D."]),
    ],
)
def test_whole_phrases(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_only_within_a_part() -> None:
    text = "said said said"
    assert list(Lexicon(["said"]).find(text, Span(5, 9))) == [Span(5, 9)]
    assert Lexicon(["said"]).first(text, Span(1, 14)) == Span(5, 9)
    assert Lexicon(["said"]).first(text, Span(1, 4)) is None


def test_no_phrases_find_nothing() -> None:
    assert Lexicon([]).first("anything") is None


WORDS = st.lists(st.text("ab' -", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1, max_size=6)


@given(WORDS, st.text("ab'AB ’-.", max_size=30))
def test_the_tree_finds_what_a_plain_list_of_the_phrases_finds(phrases: list[str], text: str) -> None:
    ordered = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s") for phrase in ordered)
    plain = re.compile(rf"(?<![\w'’-])(?:{body})(?![\w-])", re.IGNORECASE)
    assert [(span.start, span.end) for span in Lexicon(phrases).find(text)] == [
        match.span() for match in plain.finditer(text)
    ]


def test_a_long_text_takes_time_in_step_with_its_length() -> None:
    assert len(list(Lexicon(PHRASES).find("is said to " * 100_000))) == 100_000


@given(st.lists(st.sampled_from([*PHRASES, "SAID", "to be", "wasn’t", "-", "'", "\n", "\xa0", "İ", ". "]), max_size=12))
def test_a_whole_text_holds_the_same_phrases_however_they_are_looked_for(parts: list[str]) -> None:
    for text in ("".join(parts), " ".join(parts)):
        lexicon = Lexicon(PHRASES)
        spans = list(lexicon.find(text))
        assert list(lexicon.everywhere(text).spans) == spans
        assert lexicon.may_stand(text, 0, len(text)) or not spans


PIECES = st.lists(
    st.sampled_from([*PHRASES, "SAID", "sai", "d", "wasn’t", "-", "_", "'", "\n", "\xa0", " "]), max_size=12
)


@given(PIECES, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_long_text_holds_the_same_phrases_as_of_a_short_one(
    parts: list[str], start: int, size: int
) -> None:
    text = "".join(parts)
    within = Span(min(start, len(text)), min(start + size, len(text)))
    lexicon = Lexicon(PHRASES)
    assert list(lexicon.find(text + "\nx" * 1_000, within)) == list(lexicon.find(text, within))


def test_places_are_given_where_they_lie_wholly_in_a_stretch() -> None:
    text = "It was said to be late. She said so."
    places = Lexicon(PHRASES).everywhere(text)
    assert [span.of(text) for span in places.within(Span(0, 23))] == ["said to be"]
    assert [span.of(text) for span in places.within(Span(8, len(text)))] == ["said"]


def test_a_very_long_text_holds_the_same_phrases() -> None:
    text, lexicon = "She said so. " * 9_000, Lexicon(PHRASES)
    found = lexicon.everywhere(text)
    assert len(found.spans) == 9_000
    assert lexicon.everywhere(text) is found


def test_in_an_empty_stretch_stands_nothing() -> None:
    assert not list(Lexicon(["word is"]).find("The word is that it is sold.", Span(4, 4)))
