"""The second look at an option: what stands beside it in its sentence."""

from source_audit.extract.model import UNIT, model
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import NOTHING, Scale, Shared, Sum

_NONE = -9.0


def second_look(found: list[Proposal]) -> None:
    """Weigh every option again in the light of the others in its sentence."""
    before = [(option, option.cue[0], option.log_odds) for option in found]
    weights = model().weights
    for option, cue, own in before:
        around = inside = rival = _NONE
        for other, head, odds in before:
            if head == cue:
                if other is not option and odds > rival:
                    rival = odds
                continue
            if odds > around and _covers(other, cue):
                around = odds
            if odds > inside and _covers(option, head):
                inside = odds
        option.beside = _odds(own), _odds(around), _odds(inside), _odds(rival)
        option.log_odds = own + weigh_beside(option, weights) / UNIT


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


_BY_OWN = Shared(
    "again",
    ({"around": -1, "around,own": 1}, {"inside": -1, "inside,own": 1}, {"rival": -1, "rival,own": 1}),
)


def weigh_beside(option: Proposal, scale: Scale[Sum]) -> Sum:
    """Add up the features of an option beside the others of its sentence."""
    own, around, inside, rival = option.beside
    rule = option.candidate.order if option.candidate else option.rule
    by_around, by_inside, by_rival = scale.rows[_BY_OWN][own]
    by_own, _, _, by_around_rule, _, _, _, _, by_rival_side, by_all = scale.tables["again"]
    zero = scale.zero
    total: Sum = (
        by_own.get(own, zero)
        + by_around.get(around, zero)
        + by_around_rule.get(around, NOTHING).get(rule, zero)
        + by_inside.get(inside, zero)
        + by_rival.get(rival, zero)
        + by_rival_side.get(rival, NOTHING).get(option.side, zero)
        + by_all.get(around, NOTHING).get(inside, NOTHING).get(rival, zero)
    )
    return total


def _odds(value: float) -> str:
    return _NAMES[round(value)] if -4.5 < value < 4.5 else "4" if value > 0 else "-4" if value > -8 else "none"


_NAMES = {size: str(size) for size in range(-4, 5)}
"""The names of the size classes of log-odds."""


TEMPLATES = {"again": _BESIDE}
"""The features of the second decision about an option, in the order of their values."""
