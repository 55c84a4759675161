"""Where content may begin and end around a cue: the possible places, each with its named features."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.line import QUOTED
from source_audit.extract.model import Value, bucket
from source_audit.extract.shapes import tags
from source_audit.extract.view import View

_REACH = 14
_NEAR = 3
_MARKS = frozenset(",;:—–()-")
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
_COMPLEMENTS = {tag: tag for tag in ("QUOTE", "that", "to", "as", "for", "of", "about", "with", "wh", "place")} | {
    "he": "pronoun",
    "they": "pronoun",
    "it": "pronoun",
    "i": "pronoun",
}
CLOSERS = frozenset(".,;:!?—–-…)")


def tone(sure: float) -> str:
    """Return in words how sure a cue is."""
    return "sure" if sure >= 0.7 else "likely" if sure >= 0.4 else "maybe" if sure >= 0.15 else "no"


def complement(view: View, begin: int) -> str:
    """Return what kind of word content begins with."""
    return _COMPLEMENTS.get(view.shapes[begin], "other")


# where content after a cue begins


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


_BEGIN = (
    "far",
    "far,order",
    "here,far",
    "before",
    "before,here",
    "comp,kind",
    "verb,comp",
    "verb,far",
    "at,next",
    "word",
    "word before",
    "cap",
)


def begin_features(view: View, candidate: Candidate, places: list[int]) -> list[list[Value]]:
    """Return the features of each possible beginning."""
    shapes, low, caps = view.shapes, view.line.low, view.line.caps
    order, kind, stop = candidate.order, candidate.verb.kind, candidate.stop
    verb = candidate.verb.lemma or low[candidate.head]
    following = shapes[stop]
    found: list[list[Value]] = []
    for place in places:
        here, before = shapes[place], shapes[place - 1]
        far = bucket(place - stop)
        comp = _COMPLEMENTS.get(here, "other")
        found.append(
            [
                far,
                (far, order),
                (here, far),
                before,
                (before, here),
                (comp, kind),
                (verb, comp),
                (verb, far),
                (following, far),
                low[place],
                low[place - 1],
                (caps[place], far),
            ]
        )
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
        if low[place] in _MARKS
        or (shapes[place] in _BREAKS and low[place - 1] not in _MARKS)
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


_END = (
    "here,after",
    "here,length",
    "here,comp",
    "here,kind",
    "here,order",
    "after,cue",
    "here,after,comp",
    "before,here",
    "length,comp",
    "length,kind",
    "rest",
    "quote",
    "commas,here",
    "own cue",
    "verb,here",
    "second",
    "word after",
    "word before",
)


def end_features(view: View, candidate: Candidate, begin: int, places: list[int]) -> list[list[Value]]:
    """Return the features of each possible end, the last of which is the sentence's."""
    size, final = len(view.line), places[-1]
    low, shapes, soon, surest = [*view.line.low, "", ""], view.shapes, view.soon, view.surest(begin, final)
    order, kind, comp = candidate.order, candidate.verb.kind, complement(view, begin)
    verb = candidate.verb.lemma or low[candidate.head]
    found: list[list[Value]] = []
    for place in places:
        here, after = (shapes[place], shapes[place + 1]) if place != final else ("FINAL", "FINAL")
        next_, second = (low[place + 1], low[place + 2]) if place != final else ("", "")
        before, mark = shapes[place - 1], here in _MARKS
        length = bucket(place - begin)
        found.append(
            [
                (here, after),
                (here, length),
                (here, comp),
                (here, kind),
                (here, order),
                (after, "none" if place == final else tone(soon[place + mark])),
                (here, after, comp),
                (before, here),
                (length, comp),
                (length, kind),
                (bucket(size - place), mark),
                (view.quoted(begin, place), view.quoted(place, size), before == "QUOTE", mark),
                (bucket(min(low[begin:place].count(","), 3)), here),
                (tone(surest[place - begin]), here),
                (verb, here),
                (second, mark),
                (next_, mark),
                low[place - 1],
            ]
        )
    return found


# where content before a cue begins

_OPENING = _MARKS | {QUOTED, "and", "but", "that", "so", "yet", "because", "while"}
"""After what content may begin."""


def lefts(view: View, stop: int) -> list[int]:
    """Return the tokens with which content that ends before *stop* may begin, the sentence's start first."""
    low, closed, found = view.line.low, tags(), [0]
    for place in range(1, stop):
        word = low[place]
        if word not in CLOSERS and (low[place - 1] in _OPENING or word in closed or word == QUOTED):
            found.append(place)
    return found


_FIRST = (
    "here",
    "before",
    "before,order",
    "before,here",
    "here,order",
    "length,order",
    "first",
    "first,here",
    "near,before",
    "quoted",
    "quoted,before",
    "cue left",
    "cue in",
    "subject",
    "kind",
    "word",
    "word before",
)


def left_features(view: View, candidate: Candidate, stop: int, places: list[int]) -> list[list[Value]]:
    """Return the features of each possible beginning of content before the cue."""
    shapes, low, surest = view.shapes, view.line.low, view.surest(0, stop)
    order, kind, near = candidate.order, candidate.verb.kind, shapes[stop - 1]
    own = candidate.subject[0] if candidate.subject else -1
    found: list[list[Value]] = []
    for place in places:
        here, before, opens = shapes[place], shapes[place - 1], place == 0
        quoted = view.quoted(place, stop)
        found.append(
            [
                here,
                before,
                (before, order),
                (before, here),
                (here, order),
                (bucket(stop - place), order),
                (opens, order),
                (opens, here),
                (near, before),
                (quoted, view.quoted(0, place), here == "QUOTE"),
                (quoted, before),
                (tone(surest[place]), before),
                (tone(view.best_cue(place, stop)), before),
                (place == own, order),
                (kind, opens),
                low[place],
                "" if opens else low[place - 1],
            ]
        )
    return found


TEMPLATES = {"begin": _BEGIN, "end": _END, "first": _FIRST}
"""The features of the decisions about bounds, in the order of their values."""
