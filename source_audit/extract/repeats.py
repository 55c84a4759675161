"""Posts that repeat what the article already says: their words aligned with its statements, in linear time."""

import re
from collections.abc import Iterator, Mapping, Sequence

from source_audit.attribution import Attribution, Kind, Repeat
from source_audit.document import Document
from source_audit.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTED = re.compile(r"[“\"«]([^”\"»]{12,})(?:[”\"»]|$)")
_SEED = 3
LEAST_OVERLAP = 0.6
LEAST_RUN = 6
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "and",
        "or",
        "but",
        "that",
        "this",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "my",
        "as",
        "from",
        "not",
        "no",
        "so",
        "if",
        "then",
        "than",
        "has",
        "have",
        "had",
        "will",
        "would",
    ]
)
Tokens = list[tuple[str, int, int]]
Seed = tuple[str, ...]


def find_repeats(document: Document, attributions: Sequence[Attribution]) -> tuple[Repeat, ...]:
    """Return, for each post, the statement that it repeats best."""
    if not document.embeds:
        return ()
    said = [a for a in attributions if a.rule != "post" and a.kind is not Kind.INDIRECT]
    indexed = [(a, tokens) for a in said if len(tokens := list(_tokens(document.text, a.contents))) >= _SEED]
    seeded: dict[Seed, list[int]] = {}
    for number, (_, tokens) in enumerate(indexed):
        for seed in set(_seeds(tokens)):
            seeded.setdefault(seed, []).append(number)
    best = (_best(document, index, indexed, seeded) for index in range(len(document.embeds)))
    return tuple(repeat for repeat in best if repeat)


def _seeds(tokens: Tokens) -> Iterator[Seed]:
    """Yield the words with which a run may begin at each place."""
    low = [word for word, _, _ in tokens]
    return zip(low, low[1:], low[2:], strict=False)


def _tokens(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            yield match.group().lower().replace("’", "'"), match.start(), match.end()


def _best(
    document: Document,
    index: int,
    indexed: Sequence[tuple[Attribution, Tokens]],
    seeded: Mapping[Seed, Sequence[int]],
) -> Repeat | None:
    """Return the best repeat of a post; only statements that share a seed with it can be repeated."""
    words = document.embeds[index].words
    if words is None:
        return None
    quoted = [Span(m.start(1), m.end(1)) for m in _QUOTED.finditer(document.text, words.start, words.end)]
    found: list[Repeat] = []
    for part in (quoted or [words], [words]):
        post = list(_tokens(document.text, part))
        for number in sorted({number for seed in _seeds(post) for number in seeded.get(seed, ())}):
            attribution, said = indexed[number]
            repeat = _aligned(index, attribution, said, post)
            if repeat:
                found.append(repeat)
    return max(found, key=lambda repeat: repeat.overlap, default=None)


def _aligned(index: int, attribution: Attribution, said: Tokens, post: Tokens) -> Repeat | None:
    """Align a post with one statement by runs of words that both have, in order."""
    runs = list(_runs(said, post))
    if not runs:
        return None
    content = sum(word not in _FUNCTION_WORDS for word, _, _ in post) or 1
    shared = sum(post[k][0] not in _FUNCTION_WORDS for _, start, length in runs for k in range(start, start + length))
    overlap = round(shared / content, 2)
    if overlap < LEAST_OVERLAP and max(length for _, _, length in runs) < LEAST_RUN:
        return None
    first, last = runs[0], runs[-1]
    return Repeat(
        embed=index,
        attribution_id=attribution.id,
        quoted=Span(said[first[0]][1], said[last[0] + last[2] - 1][2]),
        post=Span(post[first[1]][1], post[last[1] + last[2] - 1][2]),
        overlap=overlap,
    )


def _runs(said: Tokens, post: Tokens) -> Iterator[tuple[int, int, int]]:
    """Yield (place in the statement, place in the post, length) of shared runs, each after the one before."""
    seeds: dict[Seed, int] = {}
    for place, seed in enumerate(_seeds(said)):
        seeds.setdefault(seed, place)
    wanted = list(_seeds(post))
    here = floor = 0
    while here < len(wanted):
        place = seeds.get(wanted[here], -1)
        if place < floor:
            here += 1
            continue
        length = _SEED
        while (
            here + length < len(post)
            and place + length < len(said)
            and post[here + length][0] == said[place + length][0]
        ):
            length += 1
        yield place, here, length
        here, floor = here + length, place + length
