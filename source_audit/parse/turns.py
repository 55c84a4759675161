"""The turns of an interview: paragraphs that begin with the speaker's label, some of them questions."""

import re
from collections import Counter
from collections.abc import Sequence

from source_audit.document import Document
from source_audit.span import Span

_LABEL = re.compile(r"(?P<name>Q|A|[A-Z][\w.'’-]{1,25}(?: [A-Z][\w.'’-]{0,25}){0,3})(?::|\.(?<=[QA]\.))\s")
_LEAST_TURNS = 6
_MOST_SPEAKERS = 5
_LEAST_QUESTIONS = 2
_SHOWN = 3


def turns_of(document: Document) -> Sequence[Span]:
    """Return the labels of the first turns, or nothing where the article is no interview.

    At least half of the paragraphs must stand in turns, between two and five people must speak several times each, and
    one of them must be the one who asks.
    """
    labels, speakers, asking = _read(document)
    shared = [name for name, count in speakers.items() if count > 1]
    if len(labels) < _LEAST_TURNS or 2 * len(labels) < len(document.body):
        return ()
    if not 2 <= len(shared) <= _MOST_SPEAKERS or sum(speakers[name] for name in shared) < 0.8 * len(labels):
        return ()
    most = max(asking.values(), default=0)
    return labels[:_SHOWN] if most >= _LEAST_QUESTIONS and 2 * most >= sum(asking.values()) else ()


def _read(document: Document) -> tuple[list[Span], Counter[str], Counter[str]]:
    """Return the labels, how often each speaker has a turn, and how often one asks."""
    labels: list[Span] = []
    speakers: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    for block in document.body:
        match = _LABEL.match(document.text, block.span.start, block.span.end)
        if match:
            labels.append(Span(match.start(), match.end("name")))
            speakers[match["name"]] += 1
            asking[match["name"]] += document.text[block.span.end - 1] == "?"
    return labels, speakers, asking
