"""The sets of our own: they are whole, large enough, and read as well as they ever were."""

from itertools import pairwise

import pytest

from tests.bench import handmade
from tests.bench.floors import FLOORS
from tests.bench.pages import gold_folder

_FLOORS = FLOORS["handmade"]
_GOLD = gold_folder()


def test_there_are_enough_attributions() -> None:
    marked = {name: sum(len(article.attributions) for article in handmade.load(name)) for name in handmade.names()}
    assert len(marked) == 8
    assert [name for name, number in marked.items() if number < 15] == []
    assert sum(marked.values()) >= 180


@pytest.mark.parametrize("name", handmade.names())
def test_marks_stand_around_whole_words(name: str) -> None:
    for article in handmade.load(name):
        assert not set("{}¶↵") & set(article.text)
        for marked in article.attributions:
            for span in (*marked.sources, *marked.cues, *marked.contents):
                words = span.of(article.text)
                assert words
                assert words == words.strip()
                assert not _cuts_a_word(article.text, span.start), words
                assert not _cuts_a_word(article.text, span.end), words


@pytest.mark.parametrize("name", handmade.names())
def test_contents_of_one_set_never_overlap(name: str) -> None:
    for article in handmade.load(name):
        spans = sorted(span for marked in article.attributions for span in marked.contents)
        assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("name", handmade.names())
def test_no_set_is_read_worse_than_it_was(name: str) -> None:
    found = handmade.matched(name)
    assert found.attribution >= _FLOORS[name]
    assert found.attribution_source >= _FLOORS[f"{name} + source"]


@pytest.mark.skipif(_GOLD is None, reason="the scorer lies beside the gold data: set SOURCE_AUDIT_GOLD to its folder")
def test_the_few_lines_here_count_as_the_scorer_of_the_gold_data_does() -> None:
    assert _GOLD is not None
    for name, figures in handmade.scored(_GOLD).items():
        own = handmade.matched(name)
        assert figures == pytest.approx((own.marked, own.attribution, own.attribution_source), abs=0.1)


def test_where_the_scorer_is_absent_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SOURCE_AUDIT_GOLD", raising=False)
    handmade.show()
    assert "skipped: the scorer lies beside the gold data" in capsys.readouterr().out


def _cuts_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
