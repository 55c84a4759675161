"""Where content begins and ends around a cue: the best of the possible places."""

from source_audit.extract.bounding import weigh_begins, weigh_ends, weigh_lefts
from source_audit.extract.candidates import Candidate
from source_audit.extract.model import UNIT, model
from source_audit.extract.places import CLOSERS, begins, ends, lefts
from source_audit.extract.view import View

_OPENERS = frozenset({"that", "QUOTE", "he", "they"})
"""What follows a cue at once and is always the beginning of its content."""


def best(places: list[int], weights: list[int]) -> tuple[int, float]:
    """Return the place with the highest weight and by how much it leads, as log-odds."""
    highest = max(weights)
    top = weights.index(highest)
    if len(weights) == 1:
        return places[top], 5.0
    del weights[top]
    return places[top], highest / UNIT - max(weights) / UNIT


def choose_begin(view: View, candidate: Candidate, *, every: bool = False) -> tuple[int, float] | None:
    """Return where content after the cue begins."""
    places = begins(view, candidate, every=every)
    if not places:
        return None
    if len(places) == 1 or (places[0] == candidate.stop and view.shapes[places[0]] in _OPENERS):
        return places[0], 5.0
    return best(places, weigh_begins(view, candidate, places, model().weights))


def choose_end(view: View, candidate: Candidate, begin: int, *, every: bool = False) -> tuple[int, float]:
    """Return where content that starts at *begin* ends."""
    places = ends(view, begin, every=every)
    if len(places) == 1:
        return places[0], 5.0
    return best(places, weigh_ends(view, candidate, begin, places, model().weights))


def choose_left(view: View, candidate: Candidate, stop: int, *, every: bool = False) -> tuple[int, float]:
    """Return where content that ends before *stop* begins."""
    places = lefts(view, stop, every=every)
    return best(places, weigh_lefts(view, candidate, stop, places, model().weights))


def left_stop(view: View, candidate: Candidate) -> int:
    """Return where content before the cue ends: at the cue or its subject; a passive takes its subject in."""
    stop = candidate.first if candidate.order == "passive" else candidate.start
    while stop > 0 and view.line.low[stop - 1] in CLOSERS:
        stop -= 1
    return stop
