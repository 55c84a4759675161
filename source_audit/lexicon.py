"""Words and phrases matched to spans, in linear time."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any

from attrs import define, field

from source_audit.folding import END, WORD, fold, folded, places, words_of
from source_audit.lazy import lazy
from source_audit.resources import data
from source_audit.span import Span

_APOSTROPHES = "'’"
_LONGEST = 100_000
"""In a longer text all words stand, and to look for one phrase after the other takes longer than for all at once."""
_LONGEST_WORD = 200
_BRIEF = 60
"""In a shorter text to look for phrases takes no longer than to take its words apart."""
_SHORTEST = 1_000
"""In a shorter text a phrase is looked for at once; of a longer one it is kept where all of them stand."""
_LITTLE = 250
"""In so many letters a phrase is found sooner by looking there than by looking through the whole text."""

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

    def uncut(self, stretch: Span) -> Sequence[Span] | None:
        """Return those in a stretch, or None if one of its ends cuts one."""
        if not self.spans:
            return ()
        first, stop = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
        if (first and self.spans[first - 1].end > stretch.start) or (stop and self.spans[stop - 1].end > stretch.end):
            return None
        return self.spans[first:stop]


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
            node[END] = {}
        self._pattern = re.compile(rf"(?<![\w'’-]){_written(tree)}(?![\w-])") if tree else None
        self._known: tuple[str, Places | None] = ("", None)
        self._searched = "", Places(())
        self._asked = ("", 0)

    def find(self, text: str, within: Span | None = None) -> Iterator[Span]:
        """Yield the span of each phrase in *text*, or in the part *within* of it, from left to right."""
        if self._pattern is None:
            return iter(())
        if within is None:
            if self._is_absent(text):
                return iter(())
            return (Span(*match.span()) for match in self._pattern.finditer(text))
        if within.start == within.end:
            return iter(())
        known = self._standing(text, within) if len(text) > _SHORTEST else None
        if known is not None:
            return iter(known)
        return (Span(*match.span()) for match in self._pattern.finditer(text, within.start, within.end))

    def _is_absent(self, text: str) -> bool:
        """Tell, by the words of a text, that no phrase stands there; a short text is sooner looked through."""
        return len(text) > _BRIEF and self._keys.isdisjoint(words_of(text))

    def _standing(self, text: str, within: Span) -> Sequence[Span] | None:
        """Return what stands in a part of a text, kept for the next part; None where an end may cut a phrase or word.

        A word of which the part holds the beginning counts, so it matters only if a phrase ends like that.
        """
        if self._known[0] != text and self._is_seldom_asked(text, within):
            return None
        places = self._kept(text)
        if places is None or self._is_cut(text, within):
            return None
        return places.uncut(within)

    def _is_seldom_asked(self, text: str, within: Span) -> bool:
        """Tell whether so little of a text was asked about that to look there is quicker than in the whole text."""
        before, asked = self._asked
        asked = within.end - within.start + (asked if before == text else 0)
        self._asked = text, asked
        return asked < _LITTLE and not self._keys.isdisjoint(folded(text)[1])

    def _is_cut(self, text: str, within: Span) -> bool:
        """Tell whether a part of a text ends in the midst of a word, and a phrase may end there too."""
        after = text[within.end : within.end + 1]
        if not (after.isalnum() or after in ("_", "-")) or text[within.end - 1].isspace():
            return False
        tail = text[max(within.start, within.end - _LONGEST_WORD) : within.end].rsplit(None, 1)[-1:]
        words = WORD.findall(tail[0]) if tail else ()
        return not words or not tail[0].endswith(words[-1]) or words[-1].lower() in self._ends

    def everywhere(self, text: str) -> Places:
        """Return where phrases stand in a whole text: much quicker than `find` where few of many phrases stand."""
        places = self._kept(text)
        if places is None:
            if self._searched[0] != text:
                self._searched = text, Places(list(self.find(text)))
            places = self._searched[1]
        return places

    def _kept(self, text: str) -> Places | None:
        """Return where phrases stand by the words of the text, as it was found the last time if that text was it."""
        known, places = self._known
        if known != text:
            places = self._by_words(text)
            self._known = text, places
        return places

    def _by_words(self, text: str) -> Places | None:
        """Return where phrases stand, or None if the words of the text do not tell it, or not quickly."""
        whole, _ = folded(text)
        if len(text) > _LONGEST or len(whole) != len(text):  # some capital letters have no small form of one sign
            return None
        found = [(start, -start - len(each)) for each in self._present(text) for start in places(each, whole)]
        apart: list[Span] = []
        for start, end in sorted(found):  # the longest first of those that begin in one place
            if not apart or start >= apart[-1].end:
                apart.append(Span(start, -end))
        return Places(apart)

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Tell, at little cost, whether a phrase can stand between two places; that it does not is certain."""
        whole, _ = folded(text)
        if len(whole) != len(text):
            start, end = 0, len(whole)
        return any(whole.find(phrase, start, end) >= 0 for phrase in self._present(text))

    def _present(self, text: str) -> list[str]:
        """Return the phrases of which each word stands somewhere in a text."""
        _, words = folded(text)
        by_word = self._by_word
        return [phrase for key in self._keys & words for phrase, own in by_word[key] if own <= words]

    @lazy
    def _keys(self) -> frozenset[str]:
        return frozenset(self._by_word)

    @lazy
    def _ends(self) -> frozenset[str]:
        return frozenset(words[-1] for phrase in self._phrases if (words := WORD.findall(fold(phrase))))

    @lazy
    def _by_word(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The phrases, as they stand in a folded text, with their words, by the longest of these."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in dict.fromkeys(fold(phrase) for phrase in self._phrases):
            own = frozenset((*WORD.findall(phrase), END))
            found.setdefault(max(sorted(own), key=len), []).append((phrase, own))
        return found

    def first(self, text: str, within: Span | None = None) -> Span | None:
        """Return the first phrase's span, or None."""
        if within is not None:
            return next(self.find(text, within), None)
        found = None if self._pattern is None or self._is_absent(text) else self._pattern.search(text)
        return Span(*found.span()) if found else None


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


def _written(tree: dict[str, Any]) -> str:
    """Return a tree of letters as a pattern; where a phrase may end or go on, it goes on."""
    branches = [_either_case(letter) + _written(rest) for letter, rest in sorted(tree.items()) if letter != END]
    if not branches:
        return ""
    body = "|".join(branches)
    if END in tree:
        return f"(?:{body})?"
    return f"(?:{body})" if len(branches) > 1 else body


def _either_case(letter: str) -> str:
    """Return a class of the letter's forms: it is much faster than a pattern that ignores case."""
    if letter == " ":
        return r"\s"
    forms = _APOSTROPHES if letter in _APOSTROPHES else "".join(sorted({letter, letter.upper()}))
    return f"[{re.escape(forms)}]" if len(forms) == 2 else re.escape(letter)
