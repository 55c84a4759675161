"""Posts that repeat what the article already says: their words aligned with its statements, in linear time."""

import re
from collections.abc import Mapping, Sequence

from source_audit.alignment import FUNCTION_WORDS, SEED, Seed, Tokens, runs, seeds, words_in
from source_audit.attribution import Attribution, Kind, Repeat
from source_audit.document import Document
from source_audit.span import Span

_QUOTED = re.compile(r"[“\"«]([^”\"»]{12,})(?:[”\"»]|$)")
LEAST_OVERLAP = 0.6
LEAST_RUN = 6


def find_repeats(document: Document, attributions: Sequence[Attribution]) -> tuple[Repeat, ...]:
    """Return, for each post, the statement that it repeats best."""
    if not document.embeds:
        return ()
    said = [a for a in attributions if a.rule != "post" and a.kind is not Kind.INDIRECT]
    indexed = [(a, tokens) for a in said if len(tokens := list(words_in(document.text, a.contents))) >= SEED]
    seeded: dict[Seed, list[int]] = {}
    for number, (_, tokens) in enumerate(indexed):
        for seed in set(seeds(tokens)):
            seeded.setdefault(seed, []).append(number)
    best = (_best(document, index, indexed, seeded) for index in range(len(document.embeds)))
    return tuple(repeat for repeat in best if repeat)


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
        post = list(words_in(document.text, part))
        for number in sorted({number for seed in seeds(post) for number in seeded.get(seed, ())}):
            attribution, said = indexed[number]
            repeat = _aligned(index, attribution, said, post)
            if repeat:
                found.append(repeat)
    return max(found, key=lambda repeat: repeat.overlap, default=None)


def _aligned(index: int, attribution: Attribution, said: Tokens, post: Tokens) -> Repeat | None:
    """Align a post with one statement by runs of words that both have, in order."""
    aligned = list(runs(said, post))
    if not aligned:
        return None
    content = sum(word not in FUNCTION_WORDS for word, _, _ in post) or 1
    shared = sum(post[k][0] not in FUNCTION_WORDS for _, start, length in aligned for k in range(start, start + length))
    overlap = round(shared / content, 2)
    if overlap < LEAST_OVERLAP and max(length for _, _, length in aligned) < LEAST_RUN:
        return None
    first, last = aligned[0], aligned[-1]
    return Repeat(
        embed=index,
        attribution_id=attribution.id,
        quoted=Span(said[first[0]][1], said[last[0] + last[2] - 1][2]),
        post=Span(post[first[1]][1], post[last[1] + last[2] - 1][2]),
        overlap=overlap,
    )
