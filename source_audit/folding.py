"""Texts as phrases are looked for in them: in small letters, with one kind of space and apostrophe, and their words."""

import re
from collections.abc import Iterator
from functools import lru_cache

END = ""
"""Counts as a word of every text."""
WORD = re.compile(r"\w+")
_INSIDE = ("'", "-", "_")
_MARKS = ",.\"“”'-"
"""What most often stands between words besides spaces: to take it out is quicker than to look for words around it."""
_BLANKS = "\n\xa0\t\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What counts as a space in a phrase, besides the space."""


@lru_cache(maxsize=4)
def folded(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as phrases are looked for in it, and all of its words."""
    whole = rest = fold(text)
    for mark in _MARKS:
        rest = rest.replace(mark, " ")
    words = set(rest.split())
    mixed = [each for each in words if not each.isalnum()]
    words.difference_update(mixed)
    words.update(WORD.findall(" ".join(mixed)), (END,))
    return whole, frozenset(words)


@lru_cache(maxsize=16)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that is looked at once or a few times."""
    return frozenset((*WORD.findall(text.lower()), END))


def fold(text: str) -> str:
    """Return a text in small letters, with one kind of space and apostrophe."""
    low = text.lower().replace("’", "'")
    for blank in _BLANKS:
        low = low.replace(blank, " ")
    return low


def places(phrase: str, whole: str) -> Iterator[int]:
    """Yield where a phrase stands in a folded text, with no part of a word before or behind it."""
    start = whole.find(phrase)
    while start >= 0:
        before, after = whole[start - 1 : start], whole[start + len(phrase) : start + len(phrase) + 1]
        if not (before.isalnum() or before in _INSIDE) and not (after.isalnum() or after in ("_", "-")):
            yield start
        start = whole.find(phrase, start + 1)
