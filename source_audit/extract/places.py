"""Where content may begin and end around a cue: the possible places."""

from functools import cache

from source_audit.extract.candidates import Candidate
from source_audit.extract.line import QUOTED
from source_audit.extract.shapes import tags
from source_audit.extract.view import View

_REACH = 14
"""How many tokens behind a cue its content begins at the furthest."""
_NEAR = 3
"""So far behind a cue any word may be the first of its content."""
_REACHES = {**dict.fromkeys(("that", "wh", "he", "they", "it", "i"), _REACH), "article": 6, "possessive": 6}
"""The same for words of the classes with which content begins; with others it hardly ever did in training."""
_OPENS = frozenset(
    ["that", "wh", "he", "they", "it", "i", "article", "possessive", "quantity", "who", "which", "reason"]
)
"""The classes of words with which content before a cue begins inside a sentence."""
MARKS = frozenset(",;:—–()-")
_BREAKS = frozenset(
    [
        "and",
        "but",
        "about",
        "place",
        "time",
        "reason",
        "which",
        "wh",
        "as",
        "by",
    ]
)
"""The classes of words before which content may end."""
_NO_BREAKS = frozenset({"with", "who", "that", "for", "according", "to", "of"})
"""Those before which it hardly ever did in training; the weights are learned with them all the same, as no ends."""
COMPLEMENTS = {tag: tag for tag in ("QUOTE", "that", "to", "as", "for", "of", "about", "with", "wh", "place")} | {
    "he": "pronoun",
    "they": "pronoun",
    "it": "pronoun",
    "i": "pronoun",
}
CLOSERS = frozenset(".,;:!?—–-…)")
"""Marks with which content does not begin and behind which it does not end."""


def tone(sure: float) -> str:
    """Return in words how sure a cue is."""
    return "sure" if sure >= 0.7 else "likely" if sure >= 0.4 else "maybe" if sure >= 0.15 else "no"


def complement(view: View, begin: int) -> str:
    """Return what kind of word content begins with."""
    return COMPLEMENTS.get(view.shapes[begin], "other")


def begins(view: View, candidate: Candidate, *, every: bool = False) -> list[int]:
    """Return the tokens with which content after the cue may begin, nearest first."""
    low, stop, reaches = view.line.low, candidate.stop, _reaches(every=every)
    found = []
    for place in range(stop, min(len(low), stop + _REACH)):
        word = low[place]
        if word == ";":
            break
        if word not in CLOSERS and (
            place - stop < reaches.get(word, _NEAR) or low[place - 1] in CLOSERS or word == QUOTED
        ):
            found.append(place)
        if word in (QUOTED, "that"):
            break
    return found


@cache
def _reaches(*, every: bool) -> dict[str, int]:
    return {word: _REACH if every else _REACHES[tag] for word, tag in tags().items() if every or tag in _REACHES}


# where it ends


def ends(view: View, begin: int, *, every: bool = False) -> list[int]:
    """Return the tokens before which content that starts at *begin* may end, the sentence's end last."""
    low, shapes, breaks = view.line.low, view.shapes, _BREAKS | _NO_BREAKS if every else _BREAKS
    last = _turn(view, begin)
    while last > begin + 1 and low[last - 1] in CLOSERS:
        last -= 1
    found = [
        place
        for place in range(begin + 1, last)
        if low[place] in MARKS
        or (shapes[place] in breaks and low[place - 1] not in MARKS)
        or low[place - 1] == QUOTED
        or shapes[place] == "day"
    ]
    return [*found, last]


def _turn(view: View, begin: int) -> int:
    """Return where content must end: before "which" behind a quotation if that clause has a cue of its own."""
    for quote in view.quotes:
        place = quote + 1
        if quote >= begin and view.shapes[place] == "which" and view.best_cue(place + 1, place + 6) >= 0.7:
            return place
    return len(view.line)


# where content before a cue begins

_OPENING = MARKS | {QUOTED, "and", "but", "that", "so", "yet", "because", "while"}
"""After what content may begin."""


def lefts(view: View, stop: int, *, every: bool = False) -> list[int]:
    """Return the tokens with which content that ends before *stop* may begin, the sentence's start first."""
    low, openers, found = view.line.low, tags() if every else _openers(), [0]
    for place in range(1, stop):
        word = low[place]
        if word not in CLOSERS and (low[place - 1] in _OPENING or word in openers or word == QUOTED):
            found.append(place)
    return found


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for word, tag in tags().items() if tag in _OPENS)
