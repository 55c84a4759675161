"""Where content begins and ends around a cue: the best of the possible places."""

from source_audit.extract.candidates import Candidate
from source_audit.extract.model import Value, model
from source_audit.extract.places import (
    CLOSERS,
    begin_features,
    begins,
    end_features,
    ends,
    left_features,
    lefts,
)
from source_audit.extract.view import View

_OPENERS = frozenset({"that", "QUOTE", "he", "they"})
"""What follows a cue at once and is always the beginning of its content."""


def best(decision: str, places: list[int], values: list[list[Value]]) -> tuple[int, float]:
    """Return the place with the highest score and by how much it leads, as log-odds."""
    scores = model().scores(decision, values)
    highest = max(scores)
    top = scores.index(highest)
    del scores[top]
    return places[top], highest - max(scores, default=highest - 5.0)


def choose_begin(view: View, candidate: Candidate) -> tuple[int, float] | None:
    """Return where content after the cue begins."""
    places = begins(view, candidate)
    if not places:
        return None
    if len(places) == 1 or (places[0] == candidate.stop and view.shapes[places[0]] in _OPENERS):
        return places[0], 5.0
    return best("begin", places, begin_features(view, candidate, places))


def choose_end(view: View, candidate: Candidate, begin: int) -> tuple[int, float]:
    """Return where content that starts at *begin* ends."""
    places = ends(view, begin)
    if len(places) == 1:
        return places[0], 5.0
    return best("end", places, end_features(view, candidate, begin, places))


def choose_left(view: View, candidate: Candidate, stop: int) -> tuple[int, float]:
    """Return where content that ends before *stop* begins."""
    places = lefts(view, stop)
    return best("first", places, left_features(view, candidate, stop, places))


def left_stop(view: View, candidate: Candidate) -> int:
    """Return where content before the cue ends: at the cue or its subject; a passive takes its subject in."""
    stop = candidate.first if candidate.order == "passive" else candidate.start
    while stop > 0 and view.line.low[stop - 1] in CLOSERS:
        stop -= 1
    return stop
