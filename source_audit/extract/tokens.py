"""The tokens of a text: words, numbers and marks, with where they stand, in small letters."""

import re
from bisect import bisect_left
from itertools import accumulate

from attrs import define

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
STRETCH = 8_000
"""So many characters are cut into tokens at once: for all of a long text it would take much memory."""


@define
class Tokens:
    """The tokens of a stretch of text, as if nothing in it were quoted.

    Each has its start and end, its text in small letters, and whether it begins with a capital and whether it is a
    word rather than a mark.
    """

    stretch: Span
    starts: list[int]
    ends: list[int]
    low: list[str]
    caps: list[bool]
    plain: list[bool]

    def between(self, begin: int, stop: int) -> tuple[int, int] | None:
        """Return the first token of a part of the stretch and the one after its last; None if an end of it cuts one."""
        if begin < self.stretch.start or stop > self.stretch.end:
            return None
        starts, ends = self.starts, self.ends
        first, last = bisect_left(starts, begin), bisect_left(starts, stop)
        if (first and ends[first - 1] > begin) or (last and ends[last - 1] > stop):
            return None
        return first, last


def tokens_of(text: str, begin: int, stop: int, most: int = 0) -> Tokens:
    """Return the tokens of a stretch of a text, or *most* of them if that is not 0."""
    parts = _TOKEN.split(text[begin:stop], most)
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
    caps = [text[start].isupper() for start in starts]
    return Tokens(Span(begin, stop), starts, ends, low, caps, [word[0].isalnum() for word in low])


def _keeps_stop(text: str, word: str, begin: int, end: int) -> bool:
    """Tell whether the full stop after a word is part of it: an abbreviation, an initial, or "U.S." before a word."""
    if word in _ABBREVIATED:
        return True
    initials = text[begin].isupper() and (len(word) == 1 or word[1::2].strip(".") == "")
    return initials and text[end + 1 : end + 2].isspace() and text[end + 2 : end + 3].isalpha()
