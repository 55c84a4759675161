"""Sentences: cut by one pattern and a set of abbreviations, never inside a quotation."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cache

from source_audit.document import Block
from source_audit.resources import data
from source_audit.span import Span

_END = re.compile(r"([.!?…])[\"”’')\]»]{0,4}(\s+)(?=[\"“‘'(\[«`@#]{0,3}[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"([\w.]+)$")
_TAG = re.compile(r"(?:[A-Z][\w.’'-]*\s|(?:he|she|they|it|we|I|the|a)\s(?:\w+\s)?){1,4}(\w+)")
_NEARBY = 24


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(data("abbreviations")["abbreviations"])


def split_sentences(text: str, blocks: Sequence[Block], quotations: Sequence[Span], verbs: Set[str]) -> list[Span]:
    """Return the sentences of all blocks; *verbs* are forms that make `"Why?" Ruiz asked.` one sentence."""
    starts = [span.start for span in quotations]
    found: list[Span] = []
    for block in blocks:
        begun = block.span.start
        for end, following in _ends(text, block.span, verbs):
            place = bisect_right(starts, end - 1) - 1
            if place >= 0 and end < quotations[place].end:
                continue
            found.append(Span(begun, end))
            begun = following
        if begun < block.span.end:
            found.append(Span(begun, block.span.end))
    return found


def _ends(text: str, block: Span, verbs: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield the end of each sentence and the start of the next."""
    for match in _END.finditer(text, block.start, block.end):
        end, following = match.start(2), match.end()
        if match.group(1) == "." and _abbreviated(text, block.start, match.start()):
            continue
        tag = _TAG.match(text, following, min(block.end, following + 80)) if match.group(1) in "!?" else None
        if tag and match.start(2) - match.start(1) > 1 and tag.group(1).lower() in verbs:
            continue
        yield end, following


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at *stop* belongs to an abbreviation or an initial."""
    before = text[max(start, stop - _NEARBY) : stop]
    word = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if word is None:
        return False
    last = word.group(1)
    return last in _abbreviations() or (len(last) == 1 and last.isupper() and last != "I")
