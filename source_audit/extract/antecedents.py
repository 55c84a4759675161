"""What a relative pronoun takes up: the words right before it ("voters who", "Ruiz, a nurse, who")."""

import re

from source_audit.extract.cues import table, words
from source_audit.extract.names import RUN
from source_audit.span import Span

_ASIDE = re.compile(r"\s*(?:,\s*(?:\d{1,3}|aged \d+|[^,.;:\n]{1,80}),|\([^()\n]{1,60}\),?|[,–—-]|--)?\s*$")
_WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
_REACH = 130
_MOST_WORDS = 7
_PREPOSITIONS = frozenset({"in", "of", "to", "with", "from", "by", "for", "on", "at", "about"})


def antecedent(text: str, start: int, sentence: int) -> Span | None:
    """Return the words that a relative pronoun at *start* takes up; the sentence begins at *sentence*."""
    floor = max(sentence, start - _REACH)
    end = _end_before(text, floor, start)
    runs = [m for m in RUN.finditer(text, floor, end) if m.end() > m.start() + 1]
    if runs and runs[-1].end() == end:
        return Span(runs[-1].start(), end)
    return _phrase(text, floor, end)


def _end_before(text: str, floor: int, start: int) -> int:
    """Return where the words before a pronoun end, without an aside in commas, brackets or dashes."""
    before = text[floor:start]
    preposition = re.search(r"\b(?:in|of|to|with|from|by|for|on|at)\s$", before)
    before = before[: preposition.start()] if preposition else before
    match = _ASIDE.search(before)
    cut = before[: match.start()] if match else before
    named = [m for m in RUN.finditer(cut)]
    if match and match.group().strip().startswith(",") and not (named and named[-1].end() == len(cut)):
        cut = before.rstrip(" ,–—-\n")
    return floor + len(cut.rstrip())


def _phrase(text: str, floor: int, end: int) -> Span | None:
    """Return the noun phrase that ends at *end*: back to its determiner, or to the words that cannot be part of it."""
    tokens = list(_WORD.finditer(text, floor, end))
    first = len(tokens)
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _MOST_WORDS), -1):
        low = tokens[place].group().lower()
        if low in words("determiners") or low.isdigit():
            first = place
            break
        if not low[0].isalnum() or low in words("stops") or low in words("being") or low in _PREPOSITIONS or low == "and":
            break
        first = place
    if first >= len(tokens):
        return None
    if tokens[first].group().lower() not in words("determiners"):
        first = max(first, _plain_start([t.group().lower() for t in tokens], first))
    return Span(tokens[first].start(), tokens[-1].end())


def _plain_start(low: list[str], first: int) -> int:
    """Without a determiner only the last noun is safe, with a class word's own adjectives before it left out."""
    return len(low) - 1 if low[-1] in table("roles")["classes"] or len(low) - first > 3 else first
