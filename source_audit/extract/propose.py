"""Rules that propose attributions inside one sentence; each names itself and what it rested on."""

from collections.abc import Iterator, Sequence

from source_audit.extract.candidates import Candidate, candidates
from source_audit.extract.clauses import clause_end, content_start, is_tail, left_start, trimmed
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, addressee_after, noun_phrase_before, subject_after
from source_audit.extract.prepositions import prepositional
from source_audit.extract.proposal import Proposal

_INTRODUCTION = 4
"""Fewer tokens before a comma are an introduction ("On Monday, Ruiz said"), no content."""
LEAST = 0.5
"""The least confidence with which a proposal is kept."""


def propose(line: Line) -> list[Proposal]:
    """Return the attributions of a sentence, outermost first where they nest, in order of the text."""
    if line.at(len(line) - 1) == "?" and line.at(0) in words("modals"):
        return []
    found = [*prepositional(line), *_verbal(line)]
    kept: list[Proposal] = []
    for proposal in sorted(found, key=_priority):
        if proposal.confidence >= LEAST and all(_apart(proposal, other) for other in kept):
            kept.append(proposal)
    if any(proposal.rule != "colon-lead-in" or len(proposal.cue) > 1 for proposal in kept):
        kept = [
            p for p in kept if p.rule != "colon-lead-in" or len(p.cue) > 1
        ]  # a verb leads in better than a bare colon
    kept.sort(key=lambda proposal: proposal.whole)
    return [p for p in _with_shared_sources(line, kept) if p.confidence >= LEAST]


def _priority(proposal: Proposal) -> tuple[bool, int]:
    backward = bool(proposal.contents) and proposal.contents[0] < proposal.cue[0]
    return not backward, -proposal.cue[0][0] if backward else proposal.cue[0][0]


def _apart(proposal: Proposal, other: Proposal) -> bool:
    """Tell whether neither cue lies inside the other's content and no content is shared."""
    return not any(
        _overlap(part, content)
        for a, b in ((proposal, other), (other, proposal))
        for part in (*a.cue, *a.contents)
        for content in b.contents
    )


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _verbal(line: Line) -> Iterator[Proposal]:
    for candidate in candidates(line):
        proposal = _backward(line, candidate) or _forward(line, candidate)
        if proposal:
            yield proposal


def _backward(line: Line, candidate: Candidate) -> Proposal | None:  # noqa: PLR0911 - early returns
    """Read content first: `"…," Ruiz said`, `…, said Ruiz`, and both sides of `"…," she said, "…"`."""
    if candidate.order not in ("before", "after") or candidate.start == 0:
        return None
    start = candidate.start
    quoted = line.quote[start - 1] >= 0 or (
        line.at(start - 1) in (",", "—", "–") and line.quote[max(0, start - 2)] >= 0
    )
    comma = line.at(start - 1) == ","
    if not (quoted or comma):
        return None
    told = candidate.order == "before" and candidate.verb.lemma in words("addressees")
    rest = addressee_after(line, candidate.stop) if told and quoted else candidate.stop
    if not quoted and rest < len(line) and line.quote[rest] >= 0:
        return None
    if comma and not quoted and start < _INTRODUCTION and not _interrupted(line, candidate.stop):
        return None
    split = _split_rest(line, rest) if not is_tail(line, rest, quoted=quoted) else []
    if split is None:
        return None
    first = left_start(line, start, quoted=quoted)
    left = trimmed(line, first, start)
    if left is None:
        return None
    contents = [left, *(split or [])]
    has_quote = any(line.quote[i] >= 0 for part in contents for i in range(*part))
    return _scored(line, "content-before-cue", candidate, contents, quote=has_quote, that=False)


def _interrupted(line: Line, stop: int) -> bool:
    """Tell whether the cue interrupts a clause after its subject ("The fund, Ruiz said, was empty")."""
    opener = line.at(0)
    adverbial = (
        opener in words("media") or opener in words("times") or opener.endswith("ly") or opener in words("stops")
    )
    return line.at(stop) == "," and not adverbial and opener not in words("connectors")


def _split_rest(line: Line, rest: int) -> list[Range] | None:  # noqa: PLR0911 - early returns
    """Return the content that goes on after the cue, nothing if none does, None if the cue looks forward."""
    place = rest
    while place < len(line) and line.word(place) and place - rest < 10:
        place += 1
    timed = place > rest and (line.at(rest) in words("media") or line.at(rest) in words("days"))
    if timed and line.at(place) == "," and not (place + 1 < len(line) and line.quote[place + 1] >= 0):
        return []
    if place < len(line) and line.at(place) in (",", ":", ";") and place + 1 < len(line):
        if line.quote[place + 1] >= 0:
            part = trimmed(line, place + 1, clause_end(line, place + 1))
            return [part] if part else []
        if place == rest and line.at(place) == ",":
            if line.at(place + 1) in words("participles_of_source") or line.at(place + 1) in ("who", "which", "citing"):
                return []
            part = trimmed(line, place + 1, clause_end(line, place + 1))
            return [part] if part else []
        return None
    if place < len(line) and line.quote[place] >= 0 and place == rest:
        part = trimmed(line, place, clause_end(line, place))
        return [part] if part else []
    return None


def _forward(line: Line, candidate: Candidate) -> Proposal | None:
    """Content after the cue: `Ruiz said that …`, `told reporters …`, `called the plan "…"`."""
    if candidate.order == "passive":
        return _passive(line, candidate)
    begin, that, colon = content_start(line, candidate.stop, candidate.verb.lemma)
    end = clause_end(line, begin)
    if (
        candidate.subject
        and line.at(candidate.subject[0]) in words("relatives")
        and line.at(candidate.start - 1) == ","
    ):
        end = next((i for i in range(begin, end) if line.at(i) == ","), end)
    part = trimmed(line, begin, end)
    if part is None:
        return _lead_in(line, candidate)
    has_quote = any(line.quote[i] >= 0 for i in range(*part))
    rule = {"participle": "participle-of-source", "shared": "second-cue"}.get(candidate.order, "cue-before-content")
    proposal = _scored(line, rule, candidate, [part], quote=has_quote, that=that)
    if colon is not None:
        proposal.cue.append((colon, colon + 1))
        proposal.lead_in = True
    return proposal


def _lead_in(line: Line, candidate: Candidate) -> Proposal | None:
    """Read a cue whose content stands in the next paragraph: `Ruiz declared:`."""
    if line.at(len(line) - 1) != ":" or candidate.subject is None:
        return None
    cue = [(candidate.first, candidate.end), (len(line) - 1, len(line))]
    return Proposal("colon-lead-in", cue, candidate.subject, [], 0.9, lead_in=True)


def _passive(line: Line, candidate: Candidate) -> Proposal | None:
    """Read `The fund was described as empty`, `is expected to …`: the source follows "by", or is not told."""
    if candidate.subject is None:
        return None
    source: Range | None = None
    end = clause_end(line, candidate.end)
    begin = candidate.end
    by = next((i for i in range(begin, min(end, begin + 3)) if line.at(i) == "by"), None)
    cue: list[Range] = [(candidate.first, candidate.end)]
    if by is not None:
        source = subject_after(line, by + 1)
        cue = [(candidate.first, by + 1)]
        begin = source[1] if source else by + 1
    right = trimmed(line, begin, end)
    empty = right is not None and line.at(candidate.subject[0]) in ("it", "there")
    contents = ([] if empty else [candidate.subject]) + ([right] if right else [])
    if by is None and (right is None or line.at(begin) not in ("to", "as", "that", "likely")):
        return None
    confidence = candidate.verb.reliability - (0.0 if source else 0.12)
    return Proposal("passive", cue, source, contents, confidence)


def _scored(  # noqa: PLR0913 - the features of a proposal
    line: Line, rule: str, candidate: Candidate, contents: list[Range], *, quote: bool, that: bool
) -> Proposal:
    """Weigh the named features of a proposal."""
    subject = candidate.subject
    personal = (
        bool(subject)
        and (
            line.at(subject[1] - 1) in words("pronouns")
            or line.at(subject[0]) in words("relatives")
            or any(line.cap(i) for i in range(*subject))
        )
        if subject
        else False
    )
    length = sum(part[1] - part[0] for part in contents)
    helpers = set(line.low[candidate.first : candidate.head])
    features = {
        "reliability": candidate.verb.reliability,
        "quote": 0.3 * quote,
        "that": 0.2 * that,
        "personal subject": 0.08 * personal,
        "may yet happen": -0.3 * (bool(helpers & words("modals")) and not quote and not that),
        "no subject": -0.1 * (subject is None),
        "short content": -0.25 * (length < 2 and not quote),
    }
    confidence = min(0.99, round(sum(features.values()), 3))
    return Proposal(rule, [(candidate.first, candidate.end)], subject, contents, confidence, features)


def _with_shared_sources(line: Line, kept: Sequence[Proposal]) -> list[Proposal]:
    """Give a participle or second cue the source of the cue before it, or the sentence's subject."""
    last: Range | None = None
    for proposal in kept:
        if proposal.source is None and proposal.rule in ("participle-of-source", "second-cue"):
            proposal.source = last or _first_subject(line, proposal.whole[0])
            if proposal.source is None:
                proposal.confidence = 0.0
        last = proposal.source or last
    return list(kept)


def _first_subject(line: Line, before: int) -> Range | None:
    """Return the sentence's first noun phrase, if it opens the sentence."""
    if not len(line) or not line.word(0):
        return None
    if line.at(0) in words("pronouns"):
        return 0, 1
    place = 0
    while (
        place + 1 < before and line.word(place + 1) and (line.cap(place + 1) or line.at(place) in words("determiners"))
    ):
        place += 1
    phrase = noun_phrase_before(line, place, 0)
    return phrase if phrase and phrase[0] == 0 and any(line.cap(i) for i in range(*phrase)) else None
