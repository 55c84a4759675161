"""A sentence as a row of tokens, with the quotations in it folded away."""

import re
from collections.abc import Sequence
from itertools import islice

from attrs import define

from source_audit.extract.quotations import Pair
from source_audit.span import Span

_TOKEN = re.compile(r"\d+(?:[,.]\d+)+|(?:[A-Z]\.){2,}-\w[\w\-]*|\w+(?:['’.\-]\w+)*|[^\w\s]")
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
LONG_QUOTE = 5
"""From so many words on, a quotation is speech unless something says otherwise."""
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
    caps: list[bool]
    plain: list[bool]

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
        return self.quote[i] >= 0 and len(self.text[self.starts[i] : self.ends[i]].split()) >= LONG_QUOTE

    def at(self, i: int) -> str:
        """Return token *i* in lower case, or nothing beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def stretch(self, first: int, last: int) -> Span:
        """Return the span from token *first* up to, not including, token *last*."""
        return Span(self.starts[first], self.ends[last - 1])


def _keeps_stop(text: str, word: str, begin: int, end: int) -> bool:
    """Tell whether the full stop after a word is part of it: an abbreviation, an initial, or "U.S." before a word."""
    if word in _ABBREVIATED:
        return True
    initials = text[begin].isupper() and (len(word) == 1 or word[1::2].strip(".") == "")
    return initials and text[end + 1 : end + 2].isspace() and text[end + 2 : end + 3].isalpha()


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
            begin, end = match.span()
            word = match.group().lower()
            if ("'" in word or "’" in word) and (short := _CONTRACTED.fullmatch(word)):
                starts.append(begin)
                begin += short.end(1)
                ends.append(begin)
                low.append(short.group(1))
                quote.append(-1)
                word = word[short.end(1) :]
            elif end < stop and text[end] == "." and _keeps_stop(text, word, begin, end):
                end += 1
                word += "."
            elif word == "." and ends and ends[-1] > begin:
                continue
            starts.append(begin)
            ends.append(end)
            low.append(word)
            quote.append(-1)
        if not inside:
            break
        end = min(pairs[index].span.end, sentence.end)
        starts.append(stop)
        ends.append(end)
        low.append("“”")
        quote.append(index)
        place = end
    caps = [text[start].isupper() for start in starts]
    plain = [q < 0 and word[0].isalnum() for q, word in zip(quote, low, strict=True)]
    return Line(text, sentence, starts, ends, low, quote, caps, plain)
