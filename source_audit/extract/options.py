"""What could be an attribution in a sentence, scored by the features of `traits`, `contents` and `neighbours`."""

from collections.abc import Iterator

from attrs import define

from source_audit.extract.bounds import choose_begin, choose_end, choose_left, left_stop
from source_audit.extract.candidates import Candidate
from source_audit.extract.contents import weigh_content, weigh_rule
from source_audit.extract.line import Line
from source_audit.extract.model import UNIT, model
from source_audit.extract.neighbours import second_look, weigh_beside
from source_audit.extract.phrases import Range, is_role
from source_audit.extract.prepositions import prepositional
from source_audit.extract.proposal import Proposal
from source_audit.extract.scale import Scale, Sum
from source_audit.extract.traits import Cue, cue_of, weigh_common, weigh_cue, weigh_setting
from source_audit.extract.view import View

NO_HOPE = -1.4
"""The log-odds of a cue, whatever its content, below which no content can save it unless it is quoted."""
UNLIKELY = -1.0
"""The same once it is known what the cue says of the words after it, where these are all that it can lead to."""
RULES = {"participle": "participle-of-source", "shared": "second-cue", "passive": "passive", "noun": "noun-cue"}

_LEANING = frozenset({"participle", "shared"})
"""Cues that lean on what stands before them ("…, adding that", "… and said that"): only what follows is theirs."""


@define
class _General:
    """What is alike for every content of a cue: what is to be seen of it, its log-odds, and what it weighs after it."""

    cue: Cue
    odds: float
    right: int


def options(view: View, *, every: bool = False) -> list[Proposal]:
    """Return everything in a sentence that could be an attribution, with its log-odds.

    With *every*, what can be let go before its content is looked at is there as well, and content may begin and end
    at every place, as the training has it.
    """
    found: list[Proposal] = []
    weights = model().weights
    setting = weigh_setting(view, weights) if view.candidates else 0
    for candidate in view.candidates:
        odds = (weigh_common(view, candidate, weights) + setting) / UNIT
        if hopeless(view, odds) or not (every or _may_be_cue(view, candidate)):
            continue
        cue = cue_of(view, candidate)
        general = _General(cue, odds, weigh_cue(cue, "right", weights))
        if every or not _is_unlikely(view, candidate, general):
            found += _around(view, candidate, general, every=every)
    found += [_by_rule(view, each) for each in prepositional(view.line)]
    second_look([option for option in found if option.contents])
    return found


def first_look(view: View, option: Proposal, scale: Scale[Sum]) -> tuple[Sum, Sum]:
    """Return what weighs for and against an option taken by itself: its cue whatever the content, and the rest."""
    candidate = option.candidate
    if candidate is None:
        return scale.zero, weigh_rule(view, option, scale)
    cue = cue_of(view, candidate)
    general = weigh_common(view, candidate, scale) + weigh_setting(view, scale)
    return general, weigh_cue(cue, option.side, scale) + weigh_content(view, cue, option, scale)


def features(view: View, option: Proposal, scale: Scale[Sum]) -> Sum:
    """Return all that weighs for and against an option, added up."""
    if not option.contents:
        return scale.zero
    general, own = first_look(view, option, scale)
    return general + own + weigh_beside(option, scale)


def hopeless(view: View, odds: float) -> bool:
    """Tell whether a cue of these log-odds is not worth a look at its content."""
    return odds < NO_HOPE and not view.quotes


def _may_be_cue(view: View, candidate: Candidate) -> bool:
    """Tell whether a noun that may be a cue names no person ("a critic of the plan")."""
    return candidate.order != "noun" or not is_role(view.line.low[candidate.head])


def _is_unlikely(view: View, candidate: Candidate, general: _General) -> bool:
    if view.quotes or view.line.low[-1] == ":" or general.odds + general.right / UNIT >= UNLIKELY:
        return False
    return not _content_may_precede(view, candidate)


def _by_rule(view: View, proposal: Proposal) -> Proposal:
    if proposal.contents:
        proposal.log_odds += weigh_rule(view, proposal, model().weights) / UNIT
    return proposal


def _around(view: View, candidate: Candidate, general: _General, *, every: bool) -> Iterator[Proposal]:
    """Yield content after a cue, before it, and on both sides of it."""
    right: Range | None = None
    margins = "", ""
    begun = choose_begin(view, candidate, every=every)
    if begun:
        end, margin = choose_end(view, candidate, begun[0], every=every)
        right = (begun[0], end)
        margins = _lead(begun[1]), _lead(margin)
        yield _option(view, candidate, "right", [right], general, (*margins, ""))
    elif candidate.subject and view.line.low[-1] == ":":
        yield _leading_in(view.line, candidate)
    stop = left_stop(view, candidate)
    if stop > 0 and _content_may_precede(view, candidate) and (every or candidate.order not in _LEANING):
        start, margin = choose_left(view, candidate, stop, every=every)
        left = (start, stop)
        lead = _lead(margin)
        yield _option(view, candidate, "left", [left], general, ("", "", lead))
        if right:
            yield _option(view, candidate, "both", [left, right], general, (*margins, lead))


def _leading_in(line: Line, candidate: Candidate) -> Proposal:
    """Return a cue whose content stands in the next paragraph: `Ruiz declared:`."""
    cue = [(candidate.first, candidate.end), (len(line) - 1, len(line))]
    return Proposal("colon-lead-in", cue, candidate.subject, [], candidate=candidate, lead_in=True, log_odds=2.2)


def _content_may_precede(view: View, candidate: Candidate) -> bool:
    if candidate.order == "passive":
        return candidate.subject is not None
    before = candidate.start - 1
    return before >= 0 and (view.line.quote[before] >= 0 or view.line.low[before] in (",", "—", "–", "-", "?", "!"))


def _lead(margin: float) -> str:
    return "clear" if margin > 3 else "fair" if margin > 1.2 else "slim" if margin > 0.4 else "none"


def _option(  # noqa: PLR0913, PLR0917 - the parts of an option
    view: View,
    candidate: Candidate,
    side: str,
    contents: list[Range],
    general: _General,
    margins: tuple[str, str, str],
) -> Proposal:
    rule = "content-before-cue" if side == "left" else RULES.get(candidate.order, "cue-before-content")
    option = Proposal(rule, [(candidate.first, candidate.end)], candidate.subject, contents, side, candidate)
    if side != "left":
        between = contents[-1][0] - 1
        if between >= candidate.end and view.line.low[between] == ":":
            option.cue.append((between, between + 1))
            option.lead_in = True
    option.margins = margins
    weights = model().weights
    cue = general.right if side == "right" else weigh_cue(general.cue, side, weights)
    option.log_odds = general.odds + (cue + weigh_content(view, general.cue, option, weights)) / UNIT
    return option
