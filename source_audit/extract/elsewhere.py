"""Titles of other articles that a text prints ("Read the full article: ..."): what they say is said elsewhere."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.document import Document
from source_audit.extract.gather import Statement
from source_audit.lexicon import Lexicon
from source_audit.resources import data
from source_audit.span import Span

_COLON = re.compile(r"[^:.!?\n]{0,30}:\s*(?=\S)")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_LEAST_WORDS = 4
_LEAST_SHARE = 0.6
_LONG = 3


def titles_elsewhere(document: Document) -> tuple[Span, ...]:
    """Return the titles that stand behind an invitation to read another page, in order."""
    text = document.text
    return tuple(
        title
        for block in document.body
        if text.find(":", block.span.start, block.span.end) >= 0
        for title in _titles(text, block.span)
        if _is_title(title, document)
    )


def is_elsewhere(statement: Statement, titles: tuple[Span, ...]) -> bool:
    """Tell whether a statement begins or ends in the title of another article."""
    parts = (*statement.contents, *statement.cue)
    return any(part.overlaps(title) for part in parts for title in titles)


def _titles(text: str, block: Span) -> Iterator[Span]:
    for invitation in _invitations().find(text, block):
        start = invitation.end
        if text[start - 1 : start] != ":":
            colon = _COLON.match(text, start, block.end)
            start = colon.end() if colon else block.end
        line = _LINE.match(text, start, block.end)
        if line:
            yield Span(*line.span())


def _is_title(span: Span, document: Document) -> bool:
    """Tell whether words are written as a title, most of the longer ones with a capital."""
    long = [word for word in _WORD.findall(span.of(document.text)) if len(word) > _LONG]
    return len(long) >= _LEAST_WORDS and sum(word[0].isupper() for word in long) >= _LEAST_SHARE * len(long)


@cache
def _invitations() -> Lexicon:
    rows = (row for row in data("promises")["promise"] if row["thing"] in ("link", "recording"))
    return Lexicon(words for row in rows for words in (*row["labels"], *row["orders"]))
