"""Small repairs of what the model decided: words of a source or a date that it took for content, and the reverse."""

import os
from collections.abc import Sequence

from source_audit.extract.cues import SPEECH_KINDS, verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View

_SURE = 0.5
_FEW = 5
_HEARSAY = ("say", "believe", "think", "report", "rumour", "rumor", "expect", "allege", "understand")
_CLAUSES = ("who", "whose", "speaking", "none", "neither", "all", "both")
_CLOSERS = (".", "!", "?", ",")
ON = os.environ.get("MENDS", "abcdefg")


def mended(view: View, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals of a sentence, repaired."""
    line = view.line
    kept = [each for each in proposals if "a" not in ON or not _inside_source(each, proposals)]
    for proposal in kept:
        if "b" in ON: _drop_expletive(line, proposal)
        if "c" in ON: _drop_tail(line, proposal)
        if "d" in ON: _end_relative(line, proposal)
        if "e" in ON: _lengthen_source(line, proposal)
        if "f" in ON: _keep_verb(view, proposal)
        if "g" in ON: _own_subject(proposal)
    return kept


def _inside_source(proposal: Proposal, proposals: Sequence[Proposal]) -> bool:
    """`a person who has seen the contract`: what is said inside another's source describes it."""
    head = proposal.cue[0]
    return any(
        each is not proposal and each.rule == "according-to" and each.source and each.source[0] < head[0] and head[1] < each.source[1] for each in proposals
    )


def _drop_expletive(line: Line, proposal: Proposal) -> None:
    """`It was reported that …`: "it" is no content."""
    if len(proposal.contents) > 1:
        first, stop = proposal.contents[0]
        if stop == first + 1 and line.low[first] == "it":
            proposal.contents = proposal.contents[1:]


def _drop_tail(line: Line, proposal: Proposal) -> None:
    """`…, neighbours told the Courier.`, `…, the board announced on Monday.`: what follows is no content."""
    candidate = proposal.candidate
    if candidate is None or len(proposal.contents) < 2 or candidate.order not in ("before", "after"):
        return
    if candidate.verb.kind not in SPEECH_KINDS or candidate.first == proposal.contents[0][1]:
        return
    first, stop = proposal.contents[-1]
    if first < candidate.end or stop - first > _FEW or any(line.quote[i] >= 0 for i in range(first, stop)):
        return
    told = candidate.verb.lemma in words("addressees") and line.low[first] in words("determiners") | words("pronouns")
    place = first if line.low[first] in words("media") or line.low[first] in words("days") else first - 1
    adverbial = line.low[place] in words("media") or line.low[place] in words("days") or line.low[place] == "without"
    if (told or adverbial) and line.low[-1] != ":" and (stop >= len(line) or line.low[stop] in _CLOSERS):
        proposal.contents = proposal.contents[:-1]
        proposal.side = "left"


def _end_relative(line: Line, proposal: Proposal) -> None:
    """`Ruiz, who said she was tired, left early`: the second comma ends the content."""
    source = proposal.source
    if source is None or line.low[source[0]] not in ("who", "which") or line.at(source[0] - 1) != ",":
        return
    first, stop = proposal.contents[-1]
    for comma in range(first + 2, stop - 1):
        if line.low[comma] == "," and _finite(line, comma + 1):
            proposal.contents[-1] = first, comma
            return


def _finite(line: Line, place: int) -> bool:
    word = line.low[place]
    if word in words("auxiliaries") or (word in verbs() and not word.endswith("ing")):
        return True
    return word.endswith("ed") or (line.at(place + 1) in ("up", "out", "off", "early", "again", "the", "a"))


def _lengthen_source(line: Line, proposal: Proposal) -> None:
    """`A senior official, who asked not to be named, said`: the clause belongs to the source."""
    source = proposal.source
    subject = proposal.candidate.subject if proposal.candidate else None
    if source and subject and subject[0] == source[0] and source[1] < subject[1] <= proposal.cue[0][0]:
        if line.low[source[1]] in ("who", "which") or line.at(source[1] + 1) in _CLAUSES:
                proposal.source = subject


def _keep_verb(view: View, proposal: Proposal) -> None:
    """`Ruiz told reporters: “…”`: the verb is the cue, not the colon alone."""
    if proposal.rule != "colon" or proposal.source is None or len(proposal.cue) != 1:
        return
    colon = proposal.cue[0]
    for each in view.candidates:
        if each.subject == proposal.source and each.end <= colon[0] and each.prior >= _SURE and each.order == "before":
            proposal.cue = [(each.first, each.end), colon]


def _own_subject(proposal: Proposal) -> None:
    """`Ruiz is said to be ill`: she does not say so."""
    source: Range | None = proposal.source
    if not source or proposal.candidate is None or proposal.candidate.order != "passive":
        return
    if proposal.candidate.verb.lemma in _HEARSAY and source in proposal.contents:
        proposal.source = None
