"""Figures in digits that somebody must have counted: shares, rates and large counts."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.lexicon import Lexicon
from source_audit.resources import data
from source_audit.span import Span

_NUMBER = re.compile(
    r"[0-9](?<![\w.,$£€¥-].)[\d,.]*(?:\s?%|[\s-](?:percent|per\s?cent|percentage)\b|\s(?:million|billion)\s(?=[a-z]{4}))"
)
"""A digit and what follows it; that it begins with a set of characters lets a search leap from one to the next."""
_BIG = ("million ", "billion ")


def find_figures(text: str, within: Span) -> Iterator[Span]:
    """Yield the figures in digits of a stretch of text; sums of money and measures are none."""
    for match in _NUMBER.finditer(text, within.start, within.end):
        if not match.group().endswith(_BIG) or not text.startswith(_uncounted(), match.end()):
            yield Span(match.start(), match.start() + len(match.group().rstrip()))


def is_result(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is about what everybody can look up or somebody has set: votes, shares, scores, rules."""
    return _results().first(text, sentence) is not None


@cache
def _uncounted() -> tuple[str, ...]:
    return tuple(data("figures")["uncounted"])


@cache
def _results() -> Lexicon:
    return Lexicon((*data("figures")["results"], *data("figures")["set"]))
