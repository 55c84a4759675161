"""The gold attributions of a training article, laid over the sentences as the extraction sees them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from attrs import define

from source_audit.document import BlockKind
from source_audit.extract.cues import verbs
from source_audit.extract.line import Line, fold
from source_audit.extract.quotations import pair_quotations
from source_audit.extract.sentences import split_sentences
from source_audit.parse import parse_document

Tokens = frozenset[int]
_SKIPPED = frozenset({BlockKind.SECTION, BlockKind.EMBED})
"""Lines in which nobody can be found to say anything; one that signs the article stays, as a sentence that states nothing."""


@define(eq=False)
class Truth:
    """One gold attribution within one sentence: the tokens of its parts."""

    content: Tokens
    cue: Tokens
    source: Tokens


@define(eq=False)
class Lesson:
    """A sentence with its truths; ``sizes`` are the words of each token, for a quotation is one token."""

    article: str
    line: Line
    headline: bool
    opens: bool
    truths: list[Truth]
    sizes: list[int]

    def iou(self, tokens: set[int], truth: Truth) -> float:
        """Return the share of words that a content and a truth have in common."""
        both = sum(self.sizes[i] for i in tokens & truth.content)
        return both / (sum(self.sizes[i] for i in tokens | truth.content) or 1)


def lessons(record: dict[str, Any]) -> Iterator[Lesson]:
    """Yield the sentences of an article with what two annotators agreed on."""
    text = record["text"]
    document = parse_document(text, content_type="text")
    pairs = pair_quotations(text, document.blocks)
    starts = [pair.span.start for pair in pairs]
    sentences = split_sentences(text, document.blocks, [p.span for p in pairs], frozenset(verbs()))
    begins = [sentence.start for sentence in sentences]
    for place, block in enumerate(document.blocks):
        if block.kind in _SKIPPED:
            continue
        first, last = bisect_left(begins, block.span.start), bisect_left(begins, block.span.end)
        for sentence in sentences[first:last]:
            line = fold(text, sentence, pairs, max(0, bisect_left(starts, sentence.start) - 1))
            truths = [truth for each in record["attributions"] if (truth := _truth(line, each))]
            yield Lesson(record["id"], line, place == 0, sentence.start == block.span.start, truths, _sizes(line))


def _sizes(line: Line) -> list[int]:
    return [
        max(1, len(line.text[a:b].split())) if line.quote[i] >= 0 else int(line.word(i))
        for i, (a, b) in enumerate(zip(line.starts, line.ends, strict=True))
    ]


def _truth(line: Line, each: dict[str, Any]) -> Truth | None:
    content, cue, source = (_tokens(line, each[part]) for part in ("content", "cue", "source"))
    return Truth(content, cue, source) if any(line.word(i) or line.quote[i] >= 0 for i in content) else None


def _tokens(line: Line, spans: Sequence[Sequence[int]]) -> Tokens:
    """Return the tokens of which at least half lies in the spans."""
    found: set[int] = set()
    for start, end in spans:
        if end <= line.span.start or start >= line.span.end:
            continue
        for i in range(max(0, bisect_left(line.ends, start)), len(line)):
            a, b = line.starts[i], line.ends[i]
            if a >= end:
                break
            if 2 * (min(b, end) - max(a, start)) >= b - a:
                found.add(i)
    return frozenset(found)


def fingerprint(records: Iterable[dict[str, Any]]) -> str:
    """Return a sum over the sentences of articles and their truths, by which it shows whether they are the same."""
    seen = sha256()
    for lesson in (lesson for record in records for lesson in lessons(record)):
        truths = [[sorted(part) for part in (each.content, each.cue, each.source)] for each in lesson.truths]
        seen.update(repr((lesson.article, lesson.line.low, lesson.headline, lesson.opens, truths)).encode())
    return seen.hexdigest()
