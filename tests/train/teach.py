"""What a sentence with its gold attributions teaches about each decision."""

from collections.abc import Sequence

from source_audit.extract import bounding, hearing, voices
from source_audit.extract import places as around
from source_audit.extract.bounds import left_stop
from source_audit.extract.candidates import Candidate
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View
from source_audit.extract.voices import Voice
from tests.train.features import SEEN, flat
from tests.train.gold import Lesson, Truth
from tests.train.learn import Choice

Lots = dict[str, list[Choice]]
"""For each decision the choices that were made, each with the place of the right one."""


def head_of(view: View, truth: Truth) -> Candidate | None:
    """Return the candidate that a gold cue means."""
    inside = [c for c in view.candidates if c.head in truth.cue]
    return max(inside, key=lambda c: (c.order != "noun" or c.prior, c.prior), default=None)


def taught(lesson: Lesson, view: View) -> Lots:
    """Return what one sentence teaches about where content begins and ends."""
    lots: Lots = {decision: [] for decision in bounding.TEMPLATES}
    for truth in lesson.truths:
        candidate = head_of(view, truth)
        if candidate is not None:
            right = sorted(i for i in truth.content if i >= candidate.stop)
            if right:
                lots["begin"] += _begin(view, candidate, right[0])
                lots["end"] += _end(view, candidate, right[0], right[-1] + 1)
            lots["first"] += _first(view, candidate, sorted(i for i in truth.content if i < candidate.first))
    return lots


def _begin(view: View, candidate: Candidate, right: int) -> list[Choice]:
    places = around.begins(view, candidate, every=True)
    if right not in places:
        return []
    rows = [flat(seen) for seen in bounding.weigh_begins(view, candidate, places, SEEN)]
    return [(rows, places.index(right))]


def _end(view: View, candidate: Candidate, begin: int, stop: int) -> list[Choice]:
    while stop > begin + 1 and view.line.low[stop - 1] in around.CLOSERS:
        stop -= 1
    places = around.ends(view, begin, every=True)
    nearest = min(places, key=lambda place: abs(place - stop))
    if abs(nearest - stop) > 2:
        return []
    rows = [flat(seen) for seen in bounding.weigh_ends(view, candidate, begin, places, SEEN)]
    return [(rows, places.index(nearest))]


def _first(view: View, candidate: Candidate, left: Sequence[int]) -> list[Choice]:
    stop = left_stop(view, candidate)
    if not left or not stop or left[-1] > stop:
        return []
    places = around.lefts(view, stop, every=True)
    nearest = min(places, key=lambda place: abs(place - left[0]))
    if abs(nearest - left[0]) > 1:
        return []
    rows = [flat(seen) for seen in bounding.weigh_lefts(view, candidate, stop, places, SEEN)]
    return [(rows, places.index(nearest))]


def rightness(lesson: Lesson, option: Proposal) -> float:
    """Return how well an option is a gold attribution: the words that the contents share, 0 if under half or by another cue."""
    tokens, cue = _tokens(option.contents), _tokens(option.cue)
    fits = [
        lesson.iou(tokens, truth)
        for truth in lesson.truths
        if option.candidate is None or not truth.cue or truth.cue & cue
    ]
    best = max(fits, default=0.0)
    return best if best >= 0.5 else 0.0


def _tokens(parts: Sequence[Range]) -> set[int]:
    return {i for first, stop in parts for i in range(first, stop)}


def source_lesson(lesson: Lesson, view: View, found: Sequence[Proposal]) -> list[Choice]:
    """Return what one sentence teaches about who speaks."""
    lots: list[Choice] = []
    previous = None
    for truth in sorted(lesson.truths, key=lambda t: min(t.cue, default=0)):
        fitting = [option for option in found if _means(lesson, option, truth)]
        if not fitting:
            continue
        option = max(fitting, key=lambda o: o.log_odds)
        choices = voices.voices(view, option, previous)
        right = _speaker(choices, truth)
        if right is not None:
            previous = choices[right].words or previous
            lots.append(([flat(seen) for seen in hearing.weigh_voices(view, option, choices, SEEN)], right))
    return lots


def _means(lesson: Lesson, option: Proposal, truth: Truth) -> bool:
    """Tell whether an option has the cue of a gold attribution and, by half, its content."""
    head = option.candidate.head if option.candidate else -1
    return head in truth.cue and lesson.iou(_tokens(option.contents), truth) >= 0.5


def _speaker(choices: Sequence[Voice], truth: Truth) -> int | None:
    """Return which choice is the gold source; None if it is not among them."""
    if not truth.source:
        return next(i for i, voice in enumerate(choices) if voice.words is None)
    gains = [_gain(voice.words, truth) for voice in choices]
    best = max(range(len(gains)), key=gains.__getitem__)
    return best if gains[best] else None


def _gain(words: Range | None, truth: Truth) -> float:
    found = set(range(*words)) if words else set()
    return len(truth.source & found) / len(truth.source | found)
