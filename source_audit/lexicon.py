"""Words and phrases matched to spans, in linear time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any

from source_audit.resources import data
from source_audit.span import Span

_APOSTROPHES = "'’"
_END = ""

Words = Mapping[tuple[str, str], tuple[str, ...]]
"""Words that a caller adds, by the data file and the list in it."""

_ADDED: ContextVar[Words | None] = ContextVar("source_audit_added_words", default=None)


class Lexicon:
    """A set of phrases that are found as whole words, whatever their case and kind of apostrophe.

    The phrases become one tree of letters, so that one pass over a text finds them all, the longest first.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        tree: dict[str, Any] = {}
        for phrase in phrases:
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
