"""Two passages that give the same words in two wordings: aligned by runs that both have, in linear time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from source_audit.alignment import Seed, Tokens, function_words, runs, seeds, words_in
from source_audit.span import Span

_WORD = re.compile(r"\w+")
_MOST_BEARERS = 6
"""In how many passages a run of three words is looked up, so that a slogan costs no more than its length."""
_MOST_COMPARED = 12
_LEAST_WORDS = 5
_LEAST_RUN = 5
_MOST_WORDS = 400
_WIDEST_GAP = 6
_STEPS = ((1, 2), (2, 1), (2, 2), (3, 3), (4, 4))
"""How far the next word that two passages share may stand from a run: a word put in, left out or changed, or a few."""
_LEAST_SHARE = 0.6
_MARKS = "…[]("
_DOTS = ("...", ". .")

Run = tuple[int, int, int]


@frozen
class Passage:
    """Words of somebody: where they stand, what that place is, and who speaks, if that is known."""

    span: Span
    place: str
    speaker: str | None
    tokens: Tokens

    @classmethod
    def of(cls, text: str, span: Span, place: str, speaker: str | None = None) -> "Passage":
        """Read a passage."""
        return cls(span, place, speaker, list(words_in(text, [span]))[:_MOST_WORDS])


def alike(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """Return, at little cost, the stretches that share so many words in a row that they may be versions of one."""
    met: dict[tuple[str, ...], Span] = {}
    found: set[Span] = set()
    for span in spans:
        words = _WORD.findall(span.of(text).lower())
        rows = dict.fromkeys(zip(*(words[skip:] for skip in range(_LEAST_RUN)), strict=False), span)
        if shared := met.keys() & rows.keys():
            found |= {span, *(met[row] for row in shared)}
        met.update(rows)
    return frozenset(found)


def neighbours(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield each two passages that share a run of three words and may be one speaker's, the earlier one first."""
    bearers: defaultdict[Seed, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        before: dict[int, None] = {}
        for seed in set(seeds(passage.tokens)):
            own = bearers[seed]
            before.update(dict.fromkeys(own))
            if len(own) < _MOST_BEARERS:
                own.append(number)
        yield from (
            (passages[other], passage)
            for other in sorted(before)[:_MOST_COMPARED]
            if _may_be_one(passages[other], passage)
        )


def _may_be_one(one: Passage, other: Passage) -> bool:
    return one.speaker is None or other.speaker is None or one.speaker == other.speaker


def differs(text: str, one: Passage, other: Passage) -> bool:
    """Tell whether two passages are versions of one that differ in a word, not by a mark that says so."""
    short, long = sorted((one, other), key=lambda passage: len(passage.tokens))
    if len(short.tokens) < _LEAST_WORDS:
        return False
    shared = _widened(short.tokens, long.tokens, list(runs(short.tokens, long.tokens)))
    if len(shared) < 2 or max(length for _, _, length in shared) < _LEAST_RUN:
        return False
    if _share(short.tokens, shared) < _LEAST_SHARE:
        return False
    between = [_gap(before, after) for before, after in pairwise(shared)]
    if any(max(len(gap) for gap in gaps) > _WIDEST_GAP for gaps in between):
        return False
    return any(not _marked(text, short.tokens, gaps[0]) and not _marked(text, long.tokens, gaps[1]) for gaps in between)


def _widened(one: Tokens, other: Tokens, found: list[Run]) -> list[Run]:
    """Return the runs with the words that both have a little before the first and a little behind the last."""
    if not found:
        return []
    first, last = found[0], found[-1]
    end = last[0] + last[2] - 1, last[1] + last[2] - 1
    before = next(filter(None, (_stretch(one, other, first[0] - a, first[1] - b) for a, b in _STEPS)), None)
    after = next(filter(None, (_stretch(one, other, end[0] + a, end[1] + b) for a, b in _STEPS)), None)
    return [*([before] if before else []), *found, *([after] if after else [])]


def _stretch(one: Tokens, other: Tokens, here: int, there: int) -> Run | None:
    """Return the word at two places as a run if both have it."""
    if not (0 <= here < len(one) and 0 <= there < len(other)):
        return None
    return (here, there, 1) if one[here][0] == other[there][0] else None


def _share(tokens: Tokens, shared: Sequence[Run]) -> float:
    """Return how many of the words that carry meaning stand in the runs."""
    content = [word not in function_words() for word, _, _ in tokens]
    return sum(sum(content[place : place + length]) for place, _, length in shared) / (sum(content) or 1)


def _gap(before: Run, after: Run) -> tuple[range, range]:
    """Return the words between two runs, in the one passage and in the other."""
    return range(before[0] + before[2], after[0]), range(before[1] + before[2], after[1])


def _marked(text: str, tokens: Tokens, gap: range) -> bool:
    """Tell whether dots or brackets say that the words at a gap are left out or put in."""
    start = tokens[gap.start - 1][2] if gap.start else 0
    end = tokens[gap.stop][1] if gap.stop < len(tokens) else start
    words = text[start:end]
    return any(mark in words for mark in _MARKS) or any(dots in words for dots in _DOTS)
