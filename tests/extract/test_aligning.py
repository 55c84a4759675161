"""Words are aligned over what printing changes, and the work grows with the input, not with its square."""

from bisect import bisect_left
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit.extract import aligning
from source_audit.extract.aligning import Alignment, Index, stretch
from source_audit.span import Span

SAID = "We have known since the spring that the pier is cracked, and nobody came to look at it"


def aligned(said: str, post: str) -> tuple[str, str, float] | None:
    index = Index()
    index.add(stretch(said, [Span(0, len(said))]))
    found: list[tuple[int, Alignment]] = list(index.alike(stretch(post, [Span(0, len(post))])))
    return (found[0][1].first.of(said), found[0][1].second.of(post), found[0][1].overlap) if found else None


@pytest.mark.parametrize(
    ("post", "overlap"),
    [
        (SAID.upper(), 1.0),
        (f"«{SAID}»", 1.0),
        ("We have known since the spring … nobody came to look at it", 1.0),
        ("[W]e have known [for years] since the spring that the pier is cracked", 1.0),
        ("We have known since the spring that the pier is cra…", 1.0),
        (f"{SAID} https://t.co/abcdef pic.twitter.com/xyz", 1.0),
        ("Nobody came to look at it. We have known since the spring that the pier is cracked", 0.62),
    ],
)
def test_what_printing_changes_is_no_difference(post: str, overlap: float) -> None:
    found = aligned(SAID, post)
    assert found is not None
    assert found[2] == overlap


def test_the_shared_parts_are_shown() -> None:
    assert aligned(SAID, "Friends: the pier is cracked, and nobody came to look at it!") == (
        "the pier is cracked, and nobody came to look at it",
        "the pier is cracked, and nobody came to look at it",
        0.83,
    )


@pytest.mark.parametrize(
    "post", ["The ferry runs on Monday.", "", "pier", "since the spring we all sing and dance in town"]
)
def test_other_words_are_not_aligned(post: str) -> None:
    assert aligned(SAID, post) is None


@given(
    st.lists(st.sampled_from(["pier", "bridge", "ferry", "the", "it", "[the]", "…", "[T]he"]), max_size=40).map(
        " ".join
    )
)
def test_a_text_of_enough_words_is_aligned_with_itself(text: str) -> None:
    own = stretch(text, [Span(0, len(text))])
    found = aligned(text, text)
    assert (found is not None) == own.long_enough or len(own.words) < aligning.LEAST_RUN


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the steps of every alignment."""
    counted: Counter[str] = Counter()

    def counting(ends: list[int], place: int) -> int:
        counted["steps"] += 1
        return bisect_left(ends, place)

    monkeypatch.setattr(aligning, "bisect_left", counting)
    return counted


def compare_all(size: int) -> None:
    """Index and look up as many stretches of words that all look alike."""
    text = "the pier is cracked and the pier is cracked again " * size
    index = Index()
    for start in range(0, len(text), 500):
        own = stretch(text, [Span(start, min(start + 500, len(text)))])
        list(index.alike(own))
        index.add(own)


def test_twice_the_words_take_twice_the_steps(steps: Counter[str]) -> None:
    compare_all(1_000)
    once = steps["steps"]
    compare_all(2_000)
    assert steps["steps"] - once <= 2.2 * once


def test_one_long_stretch_of_one_word_takes_few_steps_for_each_word(steps: Counter[str]) -> None:
    text = "pier " * 20_000
    assert aligned(text, text) is not None
    assert steps["steps"] <= 8 * 20_000
