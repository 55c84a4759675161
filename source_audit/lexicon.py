"""Words and phrases matched to spans, in linear time."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache
from typing import Any

from attrs import define, field

from source_audit.resources import data
from source_audit.span import Span

_APOSTROPHES = "'’"
_END = ""
_WORD = re.compile(r"\w+")
_LONGEST = 100_000
"""In a longer text all words stand, and to look for one phrase after the other takes longer than for all at once."""
_INSIDE = ("'", "-", "_")
_BLANKS = "\n\xa0\t\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What counts as a space in a phrase, besides the space."""

Words = Mapping[tuple[str, str], tuple[str, ...]]
"""Words that a caller adds, by the data file and the list in it."""

_ADDED: ContextVar[Words | None] = ContextVar("source_audit_added_words", default=None)


@define
class Places:
    """Spans in order, none of which overlaps another."""

    spans: Sequence[Span]
    _starts: Sequence[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._starts = [span.start for span in self.spans]

    def within(self, stretch: Span) -> Iterator[Span]:
        """Yield those that lie wholly in a stretch of the text."""
        for place in range(bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)):
            if self.spans[place].end <= stretch.end:
                yield self.spans[place]


class Lexicon:
    """A set of phrases that are found as whole words, whatever their case and kind of apostrophe.

    The phrases become one tree of letters, so that one pass over a text finds them all, the longest first.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        tree: dict[str, Any] = {}
        self._phrases = tuple(phrases)
        for phrase in self._phrases:
            node = tree
            for letter in phrase.lower():
                node = node.setdefault(letter, {})
            node[_END] = {}
        self._pattern = re.compile(rf"(?<![\w'’-]){_written(tree)}(?![\w-])") if tree else None

    def find(self, text: str, within: Span | None = None) -> Iterator[Span]:
        """Yield the span of each phrase in *text*, or in the part *within* of it, from left to right."""
        if self._pattern is None:
            return
        start, end = (within.start, within.end) if within else (0, len(text))
        for match in self._pattern.finditer(text, start, end):
            yield Span(match.start(), match.end())

    def everywhere(self, text: str) -> Places:
        """Return where phrases stand in a whole text: much quicker than `find` where few of many phrases stand."""
        folded, _ = _folded(text)
        if len(text) > _LONGEST or len(folded) != len(text):  # some capital letters have no small form of one sign
            return Places(list(self.find(text)))
        found = [(start, -start - len(each)) for each in self._present(text) for start in _places(each, folded)]
        apart: list[Span] = []
        for start, end in sorted(found):  # the longest first of those that begin in one place
            if not apart or start >= apart[-1].end:
                apart.append(Span(start, -end))
        return Places(apart)

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Tell, at little cost, whether a phrase can stand between two places; that it does not is certain."""
        folded, _ = _folded(text)
        if len(folded) != len(text):
            start, end = 0, len(folded)
        return any(folded.find(phrase, start, end) >= 0 for phrase in self._present(text))

    def _present(self, text: str) -> list[str]:
        """Return the phrases of which each word stands somewhere in a text."""
        _, words = _folded(text)
        by_word = self._by_word
        return [phrase for key in self._keys & words for phrase, own in by_word[key] if own <= words]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._by_word)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The phrases, as they stand in a folded text, with their words, by the longest of these."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in dict.fromkeys(_fold(phrase) for phrase in self._phrases):
            own = frozenset((*_WORD.findall(phrase), _END))
            found.setdefault(max(sorted(own), key=len), []).append((phrase, own))
        return found

    def first(self, text: str, within: Span | None = None) -> Span | None:
        """Return the first phrase's span, or None."""
        return next(self.find(text, within), None)


def shipped(table: str, key: str) -> Lexicon:
    """Return the lexicon of a list in a shipped data file, with what the caller of this audit adds to it."""
    words = _ADDED.get()
    added = words.get((table, key)) if words else None
    return _extended(table, key, added) if added else _as_shipped(table, key)


@contextmanager
def adding(words: Words) -> Iterator[None]:
    """Let `shipped` add these words, for this thread and task alone, until the block ends."""
    token = _ADDED.set(words)
    try:
        yield
    finally:
        _ADDED.reset(token)


@cache
def _as_shipped(table: str, key: str) -> Lexicon:
    return Lexicon(data(table)[key])


@lru_cache(maxsize=64)
def _extended(table: str, key: str, added: tuple[str, ...]) -> Lexicon:
    return Lexicon([*data(table)[key], *added])


@lru_cache(maxsize=4)
def _folded(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as phrases are looked for in it, and all of its words."""
    folded = _fold(text)
    words = set(_WORD.findall(folded))
    words.add(_END)
    return folded, frozenset(words)


def _fold(text: str) -> str:
    low = text.lower().replace("’", "'")
    for blank in _BLANKS:
        low = low.replace(blank, " ")
    return low


def _places(phrase: str, folded: str) -> Iterator[int]:
    """Yield where a phrase stands in a text, with no part of a word before or behind it."""
    start = folded.find(phrase)
    while start >= 0:
        before, after = folded[start - 1 : start], folded[start + len(phrase) : start + len(phrase) + 1]
        if not (before.isalnum() or before in _INSIDE) and not (after.isalnum() or after in ("_", "-")):
            yield start
        start = folded.find(phrase, start + 1)


def _written(tree: dict[str, Any]) -> str:
    """Return a tree of letters as a pattern; where a phrase may end or go on, it goes on."""
    branches = [_either_case(letter) + _written(rest) for letter, rest in sorted(tree.items()) if letter != _END]
    if not branches:
        return ""
    body = "|".join(branches)
    if _END in tree:
        return f"(?:{body})?"
    return f"(?:{body})" if len(branches) > 1 else body


def _either_case(letter: str) -> str:
    """Return a class of the letter's forms: it is much faster than a pattern that ignores case."""
    if letter == " ":
        return r"\s"
    forms = _APOSTROPHES if letter in _APOSTROPHES else "".join(sorted({letter, letter.upper()}))
    return f"[{re.escape(forms)}]" if len(forms) == 2 else re.escape(letter)
