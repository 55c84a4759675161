"""Which of the options of a sentence are its attributions."""

from math import log
from operator import attrgetter

from source_audit.extract.candidates import Candidate
from source_audit.extract.hearing import choose_source
from source_audit.extract.options import options
from source_audit.extract.phrases import Range, is_role
from source_audit.extract.proposal import Proposal
from source_audit.extract.reasons import Later
from source_audit.extract.view import View

LEAST = 0.28
"""The least chance (`Proposal.chance`) with which an option is kept; it balances what is missed and what is wrong."""
LEAST_FOR_QUOTE = 0.03
"""The same where it owns a long quotation that nobody else does: of these, 98 in 100 are somebody's."""
_BESIDE = ("before", "after")
_LIKELIHOOD = attrgetter("log_odds")
_LEAST, _LEAST_FOR_QUOTE = (log(chance / (1 - chance)) for chance in (LEAST, LEAST_FOR_QUOTE))


def propose(view: View) -> list[Proposal]:
    """Return the attributions of a sentence, outermost first where they nest, in order of the text."""
    found = [option for option in options(view) if option.log_odds >= _LEAST_FOR_QUOTE or not option.contents]
    if not found:
        return []
    kept: list[Proposal] = []
    owed = {i for i in view.quotes if view.line.long(i)}
    for option in sorted(found, key=_LIKELIHOOD, reverse=True):
        quoted = {i for first, stop in option.contents for i in owed if first <= i < stop} if owed else set()
        least = _LEAST_FOR_QUOTE if quoted else _LEAST
        if (option.log_odds >= least or not option.contents) and all(_apart(option, other) for other in kept):
            kept.append(option)
            owed -= quoted
    if any(p.rule != "colon-lead-in" or len(p.cue) > 1 for p in kept):
        kept = [p for p in kept if p.rule != "colon-lead-in" or len(p.cue) > 1]  # a verb leads in better than a colon
    for proposal in kept:
        proposal.reasons = Later(view, proposal)
        proposal.contents = [(_from_as(view, part[0]), part[1]) for part in proposal.contents]
    _give_sources(view, kept)
    return sorted(kept, key=_whole) if len(kept) > 1 else kept


def _whole(proposal: Proposal) -> Range:
    return proposal.whole


def _from_as(view: View, first: int) -> int:
    """Return where content begins once "as" is taken in: behind it, a few quoted words are part of a sentence."""
    fragment = view.shapes[first] == "QUOTE" and view.shapes[first - 1] == "as" and not view.line.long(first)
    return first - 1 if fragment else first


def _give_sources(view: View, kept: list[Proposal]) -> None:
    """Say who speaks in each proposal, from left to right."""
    previous: Range | None = None
    for proposal in sorted(kept, key=lambda each: each.cue[0]):
        candidate = proposal.candidate
        if candidate is not None and not (_plain(candidate, view) or _sure(candidate, proposal.side, view)):
            voice, proposal.source_chance = choose_source(view, proposal, previous)
            proposal.source = voice.words if voice.words and not _is_ending(view, voice.words) else None
        previous = proposal.source or previous


def _is_ending(view: View, words: Range) -> bool:
    """Tell whether what would be a source is only the "’s" of "there’s"."""
    return words[1] - words[0] == 1 and view.line.low[words[0]] in ("'s", "’s")


def _apart(proposal: Proposal, other: Proposal) -> bool:
    """Tell whether neither cue lies inside the other's content and no content is shared."""
    if proposal.cue[0] == other.cue[0]:
        return False
    return not (
        _touch(proposal.cue, other.contents)
        or _touch(proposal.contents, other.contents)
        or _touch(other.cue, proposal.contents)
    )


def _touch(some: list[Range], others: list[Range]) -> bool:
    """Tell whether two lots of stretches share a token."""
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def _plain(candidate: Candidate, view: View) -> bool:
    """Tell whether a cue stands right beside a subject, so that nobody else can be its source."""
    subject = candidate.subject
    return (
        subject == (candidate.first - 1, candidate.first)
        and candidate.order == "before"
        and view.shapes[subject[0]] in ("he", "they", "i", "who")
    )


def _sure(candidate: Candidate, side: str, view: View) -> bool:
    """Tell whether a name or role beside a cue speaks for certain: what is said stands before it (`“…,” Ruiz said`)."""
    subject = candidate.subject
    if side == "right" or subject is None or candidate.order not in _BESIDE:
        return False
    near = candidate.order == "after" or subject[1] == candidate.first
    return near and (True in view.line.caps[max(1, subject[0]) : subject[1]] or is_role(view.line.low[subject[1] - 1]))
