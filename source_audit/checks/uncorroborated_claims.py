"""A key claim comes from one origin, and nobody else stands for it.

## Why it matters
Support means somebody else, separately. One side alone can leave out what speaks against it.

## What you can do
Make a table: each main claim on the left, everybody who stands for it on the right. Where is only one name?

## For writers
Ask somebody who does not depend on the first source, or find a record. Print what the other side says.

## Standards
- BBC: Claims of one side are checked against a second source, or told as the claim that they are.
- Reuters: Facts are cross-checked with sources that do not depend on each other.

## Flagged
> Swing bridge of Skarn to be shut
>
> The bridge was built in 1912, and boats pass it all day.
>
> Dora Fell, chief executive of Fell Ferries, accused [[the harbour chief Ines Corley of hiding a crack in a pier]].

## Not flagged
> Swing bridge of Skarn to be shut
>
> Dora Fell, chief executive of Fell Ferries, accused the harbour chief Ines Corley of hiding a crack in a pier.
> Tom Beck, an engineer, said that the harbour chief had been hiding a crack in a pier for years.

> Swing bridge of Skarn to be shut
>
> Tom Beck, an engineer, said that the bridge would be shut because a pier is cracked.

## Limits
Only claims that somebody is quoted or cited with are asked about. Another origin stands for a claim if it says much of
the same, by the words that they share; a document in the same sentence counts too. Only two kinds are flagged: an
accusation of a wrong, whoever makes it, and a key claim whose only source is a post. Sharp criticism is no accusation
of a wrong. All else with one origin is left to you. A reply of the accused makes it half.
"""

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from source_audit.attribution import Attribution
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._backing import says, statements_of, tells_of_a_wrong
from source_audit.checks._informants import SURE
from source_audit.checks._near import in_body, lexicon, source_span, statement_span
from source_audit.checks._replies import Replies
from source_audit.claim import Claim, ClaimKind, Party, PartyKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.span import Span

_MOST = 40
_LIKELY = 0.4
_ASKED = frozenset({ClaimKind.ACCUSATION, ClaimKind.FIGURE, ClaimKind.CAUSE, ClaimKind.SUPERLATIVE})
_HOLDS = "Another origin or a document in the text also stands for this claim."
_ANSWERED = "One origin makes this accusation; the accused has an answer in the text."
_ALONE = "One origin makes this accusation, and no other in the text stands for it."
_POSTED = "A post is all that stands for this claim in the text."
_OPEN = "One origin makes this claim. Does it need another, and is there one in the text?"


@frozen
class _Judgement:
    """What is to be said of a claim, and the place that shows it."""

    verdict: Verdict
    message: str
    place: Span | None = None
    note: str = ""


_UNSURE = _Judgement(Verdict.UNSURE, _OPEN)


@frozen
class _Told:
    """A key claim with the statement that makes it."""

    claim: Claim
    said: Attribution


@check(
    question="Does more than one independent origin stand for each key claim?",
    title="Key claims have more than one origin.",
    tally="Key claims with a second origin or a document: {good} of {all}.",
    category=Category.CORROBORATION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="high",
)
def uncorroborated_claims(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each key claim that somebody is cited with."""
    told = list(islice(_told(reading), _MOST))
    if not told:
        yield NotApplicable(reason="Nobody is cited with an accusation, a figure, a cause or a superlative.")
        return
    judge = _Judge(reading)
    for one in told:
        found = judge.of(one)
        shown = [Evidence(span=statement_span(one.said), note="the claim")]
        if one.said.sources:
            shown.append(Evidence(span=source_span(one.said), note="who makes it"))
        if found.place:
            shown.append(Evidence(span=found.place, note=found.note))
        yield Case(message=found.message, evidence=tuple(shown), verdict=found.verdict)


def _told(reading: Reading) -> Iterator[_Told]:
    """Yield each key claim of the body that a statement makes, once for each statement."""
    seen: set[str] = set()
    for claim in reading.claims:
        if not in_body(reading, claim.span):
            continue
        for said in map(reading.attribution, claim.attribution_ids):
            if said.id in seen or not (said.source and said.contents and said.confidence >= _LIKELY):
                continue
            if claim.kinds & _ASKED or tells_of_a_wrong(reading, said) or _is_posted(reading, said):
                seen.add(said.id)
                yield _Told(claim, said)


def _is_posted(reading: Reading, said: Attribution) -> bool:
    """Tell whether a post, and nobody whom the text tells more about, is the source of a statement."""
    nobody = said.source is not None and not said.named
    return nobody and any(lexicon("corroboration", "posts").first(reading.text, part) for part in said.sources)


class _Judge:
    """What is known of an article's origins and the answers in it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._statements = statements_of(reading)

    @lazy
    def _replies(self) -> Replies:
        return Replies(self._reading)

    def of(self, told: _Told) -> _Judgement:
        """Return what is to be said of a claim, and what supports or answers it."""
        said = told.said
        backing = self._statements.behind(self._statements.about(said), but=self._statements.homes(said))
        paper, perhaps = self._statements.paper(said)
        if support := paper or next(iter(backing.homes.values()), None):
            return _Judgement(Verdict.HOLDS, _HOLDS, support, "what else stands for it")
        if perhaps or backing.perhaps or said.source is None:
            return _UNSURE
        if _is_posted(self._reading, said):
            return _Judgement(Verdict.MILD, _POSTED) if said.confidence >= SURE else _UNSURE
        accused = self._accused(told)
        if accused is None:
            return _UNSURE
        return self._answered(accused, told.claim.span)

    def _accused(self, told: _Told) -> Party | None:
        """Return the person or body whom the source of a statement accuses of a wrong."""
        said = told.said
        own = said.source.id if said.source else None
        if not (tells_of_a_wrong(self._reading, said) or says(self._reading, said, "charges")):
            return None
        accusations = [one.accused for one in told.claim.accusations if one.accuser == own]
        return next((party for party in accusations if party.kind is not PartyKind.GROUP), None)

    def _answered(self, accused: Party, place: Span) -> _Judgement:
        reply = self._replies.to(accused, place)
        if reply is None:
            return _Judgement(Verdict.BREAKS, _ALONE)
        if reply[0] is Verdict.UNSURE:
            return _UNSURE
        return _Judgement(Verdict.MILD, _ANSWERED, reply[1], "the answer")
