"""A sentence as a row of tokens, with the quotations in it folded away."""

import re
from collections.abc import Sequence
from itertools import islice

from attrs import define

from source_audit.extract.quotations import Pair
from source_audit.span import Span

_TOKEN = re.compile(r"\w+(?:['’.\-]\w+)*|[^\w\s]")
MOST_TOKENS = 600
"""A longer sentence is no sentence of a person; what lies beyond is not looked at."""


@define
class Line:
    """The tokens of one sentence; a quotation counts as one token, whose text is the mark ``“”``."""

    text: str
    span: Span
    starts: list[int]
    ends: list[int]
    low: list[str]
    quote: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def cap(self, i: int) -> bool:
        """Tell whether token *i* begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def word(self, i: int) -> bool:
        """Tell whether token *i* is a word, neither a mark nor a quotation."""
        return self.quote[i] < 0 and self.low[i][0].isalnum()

    def at(self, i: int) -> str:
        """Return token *i* in lower case, or nothing beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def stretch(self, first: int, last: int) -> Span:
        """Return the span from token *first* up to, not including, token *last*."""
        return Span(self.starts[first], self.ends[last - 1])


def fold(text: str, sentence: Span, pairs: Sequence[Pair], first: int) -> Line:
    """Return the tokens of a sentence; *pairs* from index *first* on may lie in it."""
    starts: list[int] = []
    ends: list[int] = []
    low: list[str] = []
    quote: list[int] = []
    place, index = sentence.start, first
    while place < sentence.end and len(starts) < MOST_TOKENS:
        while index < len(pairs) and pairs[index].span.end <= place:
            index += 1
        inside = index < len(pairs) and pairs[index].span.start < sentence.end
        stop = max(place, pairs[index].span.start) if inside else sentence.end
        for match in islice(_TOKEN.finditer(text, place, stop), MOST_TOKENS - len(starts)):
            starts.append(match.start())
            ends.append(match.end())
            low.append(match.group().lower())
            quote.append(-1)
        if not inside:
            break
        end = min(pairs[index].span.end, sentence.end)
        starts.append(stop)
        ends.append(end)
        low.append("“”")
        quote.append(index)
        place = end
    return Line(text, sentence, starts, ends, low, quote)
