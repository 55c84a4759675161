"""Figures that somebody must have counted: shares, rates, large counts, and studies that are not named."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.lexicon import Lexicon
from source_audit.resources import data
from source_audit.span import Span

_NUMBER = re.compile(
    r"(?<![\w.,$£€¥-])\d[\d,.]*(?:\s?%|[\s-](?:percent|per\s?cent|percentage)\b|\s(?:million|billion)\s(?=[a-z]{4}))"
)
_BIG = ("million ", "billion ")


def find_figures(text: str, within: Span) -> Iterator[Span]:
    """Yield the figures of a stretch of text, in no order; sums of money and results of votes are none."""
    for match in _NUMBER.finditer(text, within.start, within.end):
        if not match.group().endswith(_BIG) or not text.startswith(_uncounted(), match.end()):
            yield Span(match.start(), match.start() + len(match.group().rstrip()))
    yield from _phrases().find(text, within)


def is_result(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is about what everybody can look up or somebody has set: votes, shares, scores, rules."""
    return _results().first(text, sentence) is not None


@cache
def _phrases() -> Lexicon:
    return Lexicon((*data("figures")["ratios"], *data("figures")["nameless"]))


@cache
def _uncounted() -> tuple[str, ...]:
    return tuple(data("figures")["uncounted"])


@cache
def _results() -> Lexicon:
    return Lexicon((*data("figures")["results"], *data("figures")["set"]))
