"""Where content may begin and end around a cue: the possible places."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.line import QUOTED
from source_audit.extract.shapes import tags
from source_audit.extract.view import View

_REACH = 14
_NEAR = 3
MARKS = frozenset(",;:—–()-")
_BREAKS = frozenset(
    [
        "and",
        "but",
        "about",
        "with",
        "place",
        "time",
        "reason",
        "who",
        "which",
        "that",
        "wh",
        "as",
        "for",
        "by",
        "according",
        "to",
        "of",
    ]
)
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


def begins(view: View, candidate: Candidate) -> list[int]:
    """Return the tokens with which content after the cue may begin, nearest first."""
    low, stop, closed = view.line.low, candidate.stop, tags()
    found = []
    for place in range(stop, min(len(low), stop + _REACH)):
        word = low[place]
        if word == ";":
            break
        if word not in CLOSERS and (
            place - stop < _NEAR or low[place - 1] in CLOSERS or word in closed or word == QUOTED
        ):
            found.append(place)
        if word in (QUOTED, "that"):
            break
    return found


# where it ends


def ends(view: View, begin: int) -> list[int]:
    """Return the tokens before which content that starts at *begin* may end, the sentence's end last."""
    low, shapes = view.line.low, view.shapes
    last = _turn(view, begin)
    while last > begin + 1 and low[last - 1] in CLOSERS:
        last -= 1
    found = [
        place
        for place in range(begin + 1, last)
        if low[place] in MARKS
        or (shapes[place] in _BREAKS and low[place - 1] not in MARKS)
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


def lefts(view: View, stop: int) -> list[int]:
    """Return the tokens with which content that ends before *stop* may begin, the sentence's start first."""
    low, closed, found = view.line.low, tags(), [0]
    for place in range(1, stop):
        word = low[place]
        if word not in CLOSERS and (low[place - 1] in _OPENING or word in closed or word == QUOTED):
            found.append(place)
    return found
