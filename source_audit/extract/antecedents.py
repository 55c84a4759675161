"""What a relative pronoun takes up: the words right before it ("voters who", "Ruiz, a nurse, who")."""

import re
from functools import cache

from source_audit.extract.cues import table, words
from source_audit.extract.names import RUN
from source_audit.extract.roles import is_person_role
from source_audit.span import Span

_ASIDE = re.compile(r"\s*(?:,\s*(?:\d{1,3}|aged \d+|[^,.;:\n]{1,80}),|\([^()\n]{1,60}\),?|[,–—-]|--)?\s*$")
_WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
_REACH = 130
_MOST_WORDS = 7
_PREPOSITIONS = frozenset({"in", "of", "to", "with", "from", "by", "for", "on", "at", "about"})
_NEAR = _PREPOSITIONS | {"near", "behind", "around", "outside", "inside", "under", "against", "across"}


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
    named = list(RUN.finditer(cut))
    if match and match.group().strip().startswith(",") and not (named and named[-1].end() == len(cut)):
        cut = before.rstrip(" ,–—-\n")
    return floor + len(cut.rstrip())


def _phrase(text: str, floor: int, end: int) -> Span | None:
    """Return the noun phrase that ends at *end*: back to its determiner, or to the words that cannot be part of it."""
    tokens = list(_WORD.finditer(text, floor, end))
    low = [token.group().lower() for token in tokens]
    first = _opening(low)
    if first >= len(low):
        return None
    if low[first] not in words("determiners"):
        first = max(first, _plain_start(low, first))
    elif first > 1 and low[first - 1] in _NEAR and _personal(low[first - 2]) and not _personal(low[-1]):
        first -= 2
    return Span(tokens[first].start(), tokens[-1].end())


def _opening(low: list[str]) -> int:
    """Return where the phrase begins whose last word is the last of all."""
    first = len(low)
    for place in range(len(low) - 1, max(-1, len(low) - 1 - _MOST_WORDS), -1):
        if low[place] in words("determiners") or low[place].isdigit():
            return place
        if not low[place][0].isalnum() or low[place] in _breaks():
            return first
        first = place
    return first


@cache
def _breaks() -> frozenset[str]:
    """Return the words that cannot stand inside a plain noun phrase."""
    return words("stops") | words("being") | _PREPOSITIONS | {"and"}


def _personal(word: str) -> bool:
    return is_person_role(word) or word in table("roles")["classes"]


def _plain_start(low: list[str], first: int) -> int:
    """Without a determiner only the last noun is safe, with a class word's own adjectives before it left out."""
    return len(low) - 1 if low[-1] in table("roles")["classes"] or len(low) - first > 3 else first
