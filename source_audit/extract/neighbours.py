"""The second look at an option: what stands beside it in its sentence."""

from source_audit.extract.model import Value, model
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal


def second_look(found: list[Proposal]) -> None:
    """Weigh every option again in the light of the others in its sentence."""
    before = [(option, option.cue[0], option.log_odds) for option in found]
    score = model().score
    for option, cue, own in before:
        around, inside, rival = [-9.0], [-9.0], [-9.0]
        for other, head, odds in before:
            if head == cue:
                if other is not option:
                    rival.append(odds)
                continue
            if _covers(other, cue):
                around.append(odds)
            if _covers(option, head):
                inside.append(odds)
        values = _beside(option, own, max(around), max(inside), max(rival))
        option.votes.append(("again", values))
        option.log_odds = own + score("again", values)


def _covers(outer: Proposal, cue: Range) -> bool:
    """Tell whether a cue begins in an option's content."""
    place = cue[0]
    for first, stop in outer.contents:  # noqa: SIM110 - much called
        if first <= place < stop:
            return True
    return False


_BESIDE = (
    "own",
    "around",
    "around,own",
    "around,rule",
    "inside",
    "inside,own",
    "rival",
    "rival,own",
    "rival,side",
    "all",
)


def _beside(option: Proposal, own: float, around: float, inside: float, rival: float) -> list[Value]:
    own_, a, i, r = _odds(own), _odds(around), _odds(inside), _odds(rival)
    rule = option.candidate.order if option.candidate else option.rule
    return [
        own_,
        a,
        (a, own_),
        (a, rule),
        i,
        (i, own_),
        r,
        (r, own_),
        (r, option.side),
        (a, i, r),
    ]


def _odds(value: float) -> str:
    if value <= -8:
        return "none"
    return str(max(-4, min(4, round(value))))


TEMPLATES = {"again": _BESIDE}
"""The features of the second decision about an option, in the order of their values."""
