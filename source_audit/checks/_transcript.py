"""A supplied text as words: what nobody said is left out, and each change of speaker is known."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from source_audit.checks._words import Word, places_of, words_of
from source_audit.finding import Passage
from source_audit.resources import data
from source_audit.span import Span
from source_audit.supplied import SuppliedText

_LABEL = re.compile(r"^[ \t>*]{0,8}([A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,4}):\*{0,2}(?=\s)", re.MULTILINE)
_CLOCK = re.compile(
    r"^[ \t]{0,8}(?:\d{1,5}\r?\n(?=\d\d:))?[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
    r"(?:[ \t]{0,4}-->[ \t\d:.,]{0,40})?",
    re.MULTILINE,
)
_SQUARE = re.compile(r"\[[^\[\]\n]{0,80}\]")
_ROUND = re.compile(r"\(([^()\n]{1,40})\)")
_BOUND = re.compile(r"[.!?:;\"“”]|\n\s*\n")
_CLOSES = re.compile(r"[.,!?…—-]{0,4}\s?[\"”]")
_OPENS = re.compile(r"[\"“]\W?$")
_LEAST_LABELS = 2
_LONGEST = 600


@frozen(kw_only=True)
class Transcript:
    """The words of a supplied text, where the seeds of quotations stand in it, and where each turn begins."""

    name: str
    text: str
    words: list[Word]
    places: dict[tuple[str, ...], list[int]]
    turns: tuple[int, ...]

    def turn(self, place: int) -> int:
        """Return the number of the turn in which a word stands; a text without speakers is one turn."""
        return bisect_right(self.turns, self.words[place].start)

    def unbroken(self, place: int, step: int, most: int) -> int:
        """Return how many words, *most* at most, stand before (*step* -1) or from (1) a place in the same sentence."""
        count = 0
        while count < most and 0 < (at := place + step * count) < len(self.words):
            if _BOUND.search(self.text, self.words[at - 1].end, self.words[at].start):
                break
            count += 1
        return count

    def narrates(self, first: int, stop: int) -> bool:
        """Tell whether the text closes its own quotation before these words and opens it again after them."""
        if not 0 < first <= stop < len(self.words):
            return False
        between = self.text[self.words[first - 1].end : self.words[stop].start]
        return bool(_CLOSES.match(between) and _OPENS.search(between[-4:]))

    def passage(self, first: int, stop: int) -> Passage:
        """Return these words as they stand."""
        start, end = self.words[first].start, self.words[stop - 1].end
        return Passage(name=self.name, start=start, end=end, words=self.text[start : min(end, start + _LONGEST)])

    def between(self, first: int, stop: int) -> str:
        """Return the text of these words in one line."""
        return " ".join(self.passage(first, stop).words.split()) if first < stop else ""


def transcript_of(supplied: SuppliedText, wanted: set[tuple[str, ...]]) -> Transcript:
    """Return a supplied text as it can be searched for the *wanted* seeds."""
    words, turns = _spoken(supplied)
    return Transcript(name=supplied.name, text=supplied.text, words=words, places=places_of(words, wanted), turns=turns)


@lru_cache(maxsize=8)
def _spoken(supplied: SuppliedText) -> tuple[list[Word], tuple[int, ...]]:
    """Return the words of a text and where its turns begin, kept for the next article."""
    text = supplied.text
    labels = [match.span() for match in _LABEL.finditer(text)]
    labels = labels if len(labels) >= _LEAST_LABELS else []
    words = words_of(text, list(_said(text, sorted([*labels, *_notes(text)]))))
    return words, tuple(start for start, _ in labels)


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Yield what a transcript says about the speech: times, and notes in brackets."""
    stage = data("verbatim")["stage"]
    for pattern in (_CLOCK, _SQUARE):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _ROUND.finditer(text):
        if match[1].isupper() or match[1].lower().rstrip(".") in stage:
            yield match.span()


def _said(text: str, gaps: list[tuple[int, int]]) -> Iterator[Span]:
    place = 0
    for start, end in gaps:
        if start > place:
            yield Span(place, start)
        place = max(place, end)
    if place < len(text):
        yield Span(place, len(text))
