"""A sentence as a row of tokens, with the quotations in it folded away."""

from collections.abc import Sequence

from attrs import define, field

from source_audit.extract.quotations import Pair
from source_audit.extract.tokens import Tokens, tokens_of
from source_audit.span import Span

QUOTED = "“”"
"""What a quotation counts as."""
LONG_QUOTE = 5
"""From so many words on, a quotation is speech unless something says otherwise."""
MOST_TOKENS = 600
"""A longer sentence is no sentence of a person; what lies beyond is not looked at."""


@define
class Line:
    """The tokens of one sentence; a quotation counts as one token, whose text is the mark ``“”``.

    ``caps`` tells which begin with a capital letter, ``plain`` which are words, neither marks nor quotations; ``quote``
    is the number of each token's quotation, -1 outside, and ``quotes`` are the tokens that are quotations.
    """

    text: str
    span: Span
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    low: list[str] = field(factory=list)
    caps: list[bool] = field(factory=list)
    plain: list[bool] = field(factory=list)
    quote: list[int] = field(factory=list)
    quotes: list[int] = field(factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def cap(self, i: int) -> bool:
        """Tell whether token *i* begins with a capital letter."""
        return self.caps[i]

    def word(self, i: int) -> bool:
        """Tell whether token *i* is a word, neither a mark nor a quotation."""
        return self.plain[i]

    def long(self, i: int) -> bool:
        """Tell whether token *i* is a quotation of so many words that it is speech unless something says otherwise."""
        return (
            self.quote[i] >= 0 and len(self.text[self.starts[i] : self.ends[i]].split(None, LONG_QUOTE)) >= LONG_QUOTE
        )

    def at(self, i: int) -> str:
        """Return token *i* in lower case, or nothing beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def stretch(self, first: int, last: int) -> Span:
        """Return the span from token *first* up to, not including, token *last*."""
        return Span(self.starts[first], self.ends[last - 1])

    def add(self, tokens: Tokens, first: int, stop: int) -> None:
        """Add tokens that lie outside quotations."""
        self.starts += tokens.starts[first:stop]
        self.ends += tokens.ends[first:stop]
        self.low += tokens.low[first:stop]
        self.caps += tokens.caps[first:stop]
        self.plain += tokens.plain[first:stop]
        self.quote += [-1] * (stop - first)

    def add_quotation(self, start: int, end: int, number: int) -> None:
        """Add a quotation as one token."""
        self.quotes.append(len(self.starts))
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(QUOTED)
        self.caps.append(self.text[start].isupper())
        self.plain.append(False)
        self.quote.append(number)


def fold(text: str, sentence: Span, pairs: Sequence[Pair], first: int, tokens: Tokens | None = None) -> Line:
    """Return the tokens of a sentence; *pairs* from index *first* on may lie in it.

    *tokens* are those of a stretch that holds the sentence, if they are known.
    """
    line = Line(text, sentence)
    place, index = sentence.start, first
    while place < sentence.end and len(line.low) < MOST_TOKENS:
        while index < len(pairs) and pairs[index].span.end <= place:
            index += 1
        inside = index < len(pairs) and pairs[index].span.start < sentence.end
        stop = max(place, pairs[index].span.start) if inside else sentence.end
        if stop > place:
            _add_words(line, place, stop, tokens)
        if not inside:
            break
        place = min(pairs[index].span.end, sentence.end)
        line.add_quotation(stop, place, index)
    return line


def _add_words(line: Line, begin: int, stop: int, tokens: Tokens | None) -> None:
    """Add the tokens of a part without quotations; it is cut up anew where the known tokens go beyond its ends."""
    most = MOST_TOKENS - len(line.low)
    part = tokens.between(begin, stop) if tokens else None
    if tokens is None or part is None:
        tokens = tokens_of(line.text, begin, stop, most)
        part = 0, len(tokens.low)
    line.add(tokens, part[0], min(part[1], part[0] + most))
