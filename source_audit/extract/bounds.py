"""Where content begins and ends around a cue: the possible places, each with its named features."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.model import Value, bucket, model
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
_OPENERS = frozenset({"that", "QUOTE", "he", "they"})
"""What follows a cue at once and is always the beginning of its content."""
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
    line, stop = view.line, candidate.stop
    found = []
    for place in range(stop, min(len(line), stop + _REACH)):
        word = line.low[place]
        if word == ";":
            break
        near = place - stop < _NEAR or line.low[place - 1] in CLOSERS
        if word not in CLOSERS and (near or word in tags() or line.quote[place] >= 0):
            found.append(place)
        if line.quote[place] >= 0 or word == "that":
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


def begin_features(view: View, candidate: Candidate, place: int) -> list[Value]:
    """Return the features of one possible beginning."""
    shapes, line, low = view.shapes, view.line, view.line.low
    here, before = shapes[place], shapes[place - 1]
    far = bucket(place - candidate.stop)
    comp = complement(view, place)
    verb = candidate.verb.lemma or low[candidate.head]
    return [
        far,
        (far, candidate.order),
        (here, far),
        before,
        (before, here),
        (comp, candidate.verb.kind),
        (verb, comp),
        (verb, far),
        (shapes[candidate.stop], far),
        low[place],
        low[place - 1] if place else "",
        (line.cap(place), far),
    ]


# where it ends


def ends(view: View, begin: int) -> list[int]:
    """Return the tokens before which content that starts at *begin* may end, the sentence's end last."""
    line = view.line
    low, quote, shapes = line.low, line.quote, view.shapes
    last = _turn(view, begin)
    while last > begin + 1 and low[last - 1] in CLOSERS:
        last -= 1
    found = [
        place
        for place in range(begin + 1, last)
        if low[place] in _MARKS
        or (shapes[place] in _BREAKS and low[place - 1] not in _MARKS)
        or (quote[place - 1] >= 0 and low[place] not in _MARKS)
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


def end_features(view: View, candidate: Candidate, begin: int, place: int, final: bool) -> list[Value]:
    """Return the features of one possible end."""
    shapes, low = view.shapes, view.line.low
    here, after, before = (
        ("FINAL", "FINAL", shapes[place - 1]) if final else (shapes[place], shapes[place + 1], shapes[place - 1])
    )
    mark = here in _MARKS
    length = bucket(place - begin)
    comp = complement(view, begin)
    kind = candidate.verb.kind
    head = place + 1 if mark else place
    cue = "none" if final else tone(view.best_cue(head, head + 7))
    own = view.best_cue(begin, place)
    commas = low[begin:place].count(",")
    verb = candidate.verb.lemma or low[candidate.head]
    return [
        (here, after),
        (here, length),
        (here, comp),
        (here, kind),
        (here, candidate.order),
        (after, cue),
        (here, after, comp),
        (before, here),
        (length, comp),
        (length, kind),
        (bucket(len(view.line) - place), mark),
        (view.quoted(begin, place), view.quoted(place, len(view.line)), before == "QUOTE", mark),
        (bucket(min(commas, 3)), here),
        (tone(own), here),
        (verb, here),
        (low[place + 2] if not final and place + 2 < len(low) else "", mark),
        (low[place + 1] if not final and place + 1 < len(low) else "", mark),
        low[place - 1],
    ]


# where content before a cue begins


def lefts(view: View, stop: int) -> list[int]:
    """Return the tokens with which content that ends before *stop* may begin, the sentence's start first."""
    line, found = view.line, [0]
    low, quote = line.low, line.quote
    for place in range(1, stop):
        word, before = low[place], low[place - 1]
        if word in CLOSERS:
            continue
        if (
            before in _MARKS
            or quote[place] >= 0
            or quote[place - 1] >= 0
            or word in tags()
            or before in ("and", "but", "that", "so", "yet", "because", "while")
        ):
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


def left_features(view: View, candidate: Candidate, stop: int, place: int) -> list[Value]:
    """Return the features of one possible beginning of content before the cue."""
    shapes, low = view.shapes, view.line.low
    here, before = shapes[place], shapes[place - 1] if place else "START"
    length = bucket(stop - place)
    order = candidate.order
    quoted = view.quoted(place, stop)
    near = shapes[stop - 1]
    return [
        here,
        before,
        (before, order),
        (before, here),
        (here, order),
        (length, order),
        (place == 0, order),
        (place == 0, here),
        (near, before),
        (quoted, view.quoted(0, place), here == "QUOTE"),
        (quoted, before),
        (tone(view.best_cue(0, place)), before),
        (tone(view.best_cue(place, stop)), before),
        (candidate.subject is not None and place == candidate.subject[0], order),
        (candidate.verb.kind, place == 0),
        low[place],
        low[place - 1] if place else "",
    ]


# the choices


def best(decision: str, places: list[int], values: list[list[Value]]) -> tuple[int, float]:
    """Return the place with the highest score and by how much it leads, as log-odds."""
    score = model().score
    scores = [score(decision, each) for each in values]
    top = max(range(len(places)), key=scores.__getitem__)
    second = max((s for i, s in enumerate(scores) if i != top), default=scores[top] - 5.0)
    return places[top], scores[top] - second


def choose_begin(view: View, candidate: Candidate) -> tuple[int, float] | None:
    """Return where content after the cue begins."""
    places = begins(view, candidate)
    if not places:
        return None
    if len(places) == 1 or (places[0] == candidate.stop and view.shapes[places[0]] in _OPENERS):
        return places[0], 5.0
    return best("begin", places, [begin_features(view, candidate, place) for place in places])


def choose_end(view: View, candidate: Candidate, begin: int) -> tuple[int, float]:
    """Return where content that starts at *begin* ends."""
    places = ends(view, begin)
    if len(places) == 1:
        return places[0], 5.0
    final = places[-1]
    return best("end", places, [end_features(view, candidate, begin, p, p == final) for p in places])


def choose_left(view: View, candidate: Candidate, stop: int) -> tuple[int, float]:
    """Return where content that ends before *stop* begins."""
    places = lefts(view, stop)
    return best("first", places, [left_features(view, candidate, stop, place) for place in places])


def left_stop(view: View, candidate: Candidate) -> int:
    """Return where content before the cue ends: at the cue or its subject; a passive takes its subject in."""
    stop = candidate.first if candidate.order == "passive" else candidate.start
    while stop > 0 and view.line.low[stop - 1] in CLOSERS:
        stop -= 1
    return stop


TEMPLATES = {"begin": _BEGIN, "end": _END, "first": _FIRST}
"""The features of the decisions about bounds, in the order of their values."""
