"""How often each word is the cue of an attribution."""

from collections import Counter
from collections.abc import Sequence

from attrs import define, field

from source_audit.extract.cues import verbs
from source_audit.extract.shapes import tags
from tests.train.gold import Lesson
from tests.train.words import small

LEAST = 0.2
"""A word that is a cue more seldom than this is none."""
_LISTED_FOR = 3
"""As how many occurrences the estimate of our own lists counts."""
_UNLISTED = 0.2


@define
class _Counts:
    """Words outside content: how often they stand there, how often in a cue, and how often as its main word."""

    seen: Counter[str] = field(factory=Counter)
    inside: Counter[str] = field(factory=Counter)
    heads: Counter[str] = field(factory=Counter)


def priors(material: Sequence[Lesson]) -> dict[str, float]:
    """Return how often each word, outside content, is the main word of a cue."""
    counts = _Counts()
    for lesson in material:
        _count(lesson, counts)
    for lesson in material:
        _count_heads(lesson, counts)
    table = _smoothed(counts, small(material))
    return {word: sure for word, sure in sorted(table.items()) if sure >= LEAST}


def _count(lesson: Lesson, counts: _Counts) -> None:
    content = frozenset[int]().union(*(truth.content for truth in lesson.truths))
    cue = frozenset[int]().union(*(truth.cue for truth in lesson.truths))
    for i, word in enumerate(lesson.line.low):
        if lesson.line.word(i) and (i in cue or i not in content):
            counts.seen[word] += 1
            counts.inside[word] += i in cue


def _count_heads(lesson: Lesson, counts: _Counts) -> None:
    line = lesson.line

    def rate(word: str) -> float:
        return (counts.inside[word] + 0.3) / (counts.seen[word] + 2)

    for truth in lesson.truths:
        mains = [line.low[i] for i in sorted(truth.cue) if line.word(i) and not _weak(line.low[i])]
        if mains:
            counts.heads[max(mains, key=rate)] += 1


def _weak(word: str) -> bool:
    return word.endswith("ly") or word in tags()


def _smoothed(counts: _Counts, common: frozenset[str]) -> dict[str, float]:
    """Return the share of each word, drawn towards what our own lists say; names are no cues."""
    listed = {form: verb.reliability for form, verb in verbs().items()}
    known = {word for word, n in counts.heads.items() if n >= 2 and n / counts.seen[word] >= 0.05 and word in common}
    return {
        word: round(
            (counts.heads[word] + _LISTED_FOR * listed.get(word, _UNLISTED)) / (counts.seen[word] + _LISTED_FOR), 2
        )
        for word in (known | set(listed)) - set(tags())
    }
