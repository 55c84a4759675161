"""A sentence as a row of tokens, with the quotations in it folded away."""

import re
from collections.abc import Sequence
from itertools import accumulate

from attrs import define, field

from source_audit.extract.quotations import Pair
from source_audit.lazy import lazy
from source_audit.span import Span

_TOKEN = re.compile(
    r"([a-z]+\w*(?:['’.\-]\w+)*|[,.]"
    r"|[A-Z](?:[a-z]+\w*(?:['’.\-]\w+)*|\w+(?:['’.\-]\w+)*|(?:\.[A-Z])+\.-\w[\w\-]*|(?:['’.\-]\w+)*)"
    r"|\d+(?:[,.]\d+)+|\w+(?:['’.\-]\w+)*|[^\w\s])"
)
"""The first ways are parts of the one before the last, and the quickest for most words."""
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|who|that|there|what|let)['’](?:s|re|ve|d|ll|m)")
_ABBREVIATED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "st",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "lt",
        "gen",
        "col",
        "maj",
        "capt",
        "cmdr",
        "sgt",
        "adm",
        "rev",
        "hon",
        "pres",
        "jr",
        "sr",
        "inc",
        "ltd",
        "corp",
    ]
)
QUOTED = "“”"
"""What a quotation counts as."""
LONG_QUOTE = 5
"""From so many words on, a quotation is speech unless something says otherwise."""
MOST_TOKENS = 600
"""A longer sentence is no sentence of a person; what lies beyond is not looked at."""


@define(slots=False)
class Line:
    """The tokens of one sentence; a quotation counts as one token, whose text is the mark ``“”``.

    ``quote`` is the number of each token's quotation, -1 outside, and ``quotes`` are the tokens that are quotations.
    """

    text: str
    span: Span
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    low: list[str] = field(factory=list)
    quote: list[int] = field(factory=list)
    quotes: list[int] = field(factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    @lazy
    def caps(self) -> list[bool]:
        """Which tokens begin with a capital letter."""
        text = self.text
        return [text[start].isupper() for start in self.starts]

    @lazy
    def plain(self) -> list[bool]:
        """Which tokens are words, neither marks nor quotations."""
        return [word[0].isalnum() for word in self.low]

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

    def add(self, starts: list[int], ends: list[int], low: list[str], quote: int) -> None:
        """Add tokens, all of which lie outside quotations or are the quotation of that number."""
        if quote >= 0:
            self.quotes.append(len(self.starts))
        self.starts += starts
        self.ends += ends
        self.low += low
        self.quote += [quote] * len(low)


def fold(text: str, sentence: Span, pairs: Sequence[Pair], first: int) -> Line:
    """Return the tokens of a sentence; *pairs* from index *first* on may lie in it."""
    line = Line(text, sentence)
    place, index = sentence.start, first
    while place < sentence.end and len(line) < MOST_TOKENS:
        while index < len(pairs) and pairs[index].span.end <= place:
            index += 1
        inside = index < len(pairs) and pairs[index].span.start < sentence.end
        stop = max(place, pairs[index].span.start) if inside else sentence.end
        if stop > place:
            _add_words(line, place, stop)
        if not inside:
            break
        place = min(pairs[index].span.end, sentence.end)
        line.add([stop], [place], [QUOTED], index)
    return line


def _add_words(line: Line, begin: int, stop: int) -> None:
    """Add the tokens of a stretch without quotations."""
    text = line.text
    parts = _TOKEN.split(text[begin:stop], MOST_TOKENS - len(line.low))
    at = list(accumulate(map(len, parts), initial=begin))  # every other part is a token, the others lie between them
    starts, ends, low = at[1:-1:2], at[2::2], list(map(str.lower, parts[1::2]))
    for i in [i for i, word in enumerate(low) if not word.isalpha()][::-1]:
        word = low[i]
        if word == ".":
            if i and ends[i - 1] == starts[i] and _keeps_stop(text, low[i - 1], starts[i - 1], ends[i - 1]):
                ends[i - 1 : i + 1] = [ends[i]]
                low[i - 1 : i + 1] = [f"{low[i - 1]}."]
                del starts[i]
        elif ("'" in word or "’" in word) and (short := _CONTRACTED.fullmatch(word)):
            cut = short.end(1)
            starts.insert(i + 1, starts[i] + cut)
            ends.insert(i, starts[i] + cut)
            low[i : i + 1] = [word[:cut], word[cut:]]
    line.add(starts, ends, low, -1)


def _keeps_stop(text: str, word: str, begin: int, end: int) -> bool:
    """Tell whether the full stop after a word is part of it: an abbreviation, an initial, or "U.S." before a word."""
    if word in _ABBREVIATED:
        return True
    initials = text[begin].isupper() and (len(word) == 1 or word[1::2].strip(".") == "")
    return initials and text[end + 1 : end + 2].isspace() and text[end + 2 : end + 3].isalpha()
