"""Words of two texts aligned by the runs that both have in the same order, in linear time."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from source_audit.resources import data
from source_audit.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
SEED = 3
"""The number of words with which a run begins."""

Tokens = list[tuple[str, int, int]]
Seed = tuple[str, ...]


@cache
def function_words() -> frozenset[str]:
    """Return the words that carry too little meaning to be counted."""
    return frozenset(data("words")["function_words"])


def words_in(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    """Yield the words of some stretches, as they are compared, with where they stand."""
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            yield match.group().lower().replace("’", "'"), match.start(), match.end()


def seeds(tokens: Tokens) -> Iterator[Seed]:
    """Yield the words with which a run may begin at each place."""
    low = [word for word, _, _ in tokens]
    return zip(low, low[1:], low[2:], strict=False)


def runs(one: Tokens, other: Tokens) -> Iterator[tuple[int, int, int]]:
    """Yield (place in one, place in the other, length) of shared runs, each after the one before."""
    first: dict[Seed, int] = {}
    for place, seed in enumerate(seeds(one)):
        first.setdefault(seed, place)
    wanted = list(seeds(other))
    here = floor = 0
    while here < len(wanted):
        place = first.get(wanted[here], -1)
        if place < floor:
            here += 1
            continue
        length = SEED
        while (
            here + length < len(other)
            and place + length < len(one)
            and other[here + length][0] == one[place + length][0]
        ):
            length += 1
        yield place, here, length
        here, floor = here + length, place + length
