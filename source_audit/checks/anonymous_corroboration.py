"""A key claim comes from an unnamed source, and nothing else in the text stands for it.

## Why it matters
If the unnamed person errs, nobody in the text can tell you.

## What you can do
Search for the claim itself. Does another report have it from somebody else, or from a paper?

## For writers
Find a second source or a document, and say that you did. If there is none, say that one person alone told you.

## Standards
- BBC: What one unnamed person says should be backed up before it is used.
- Reuters: A single unnamed source is for rare cases; find a second one.
- W3C: Readers should see how many independent sources stand for a main fact.

## Flagged
> Swing bridge of Skarn to be shut
>
> Ana Ruiz, the harbour master, said that boats would pass until May.
>
> A senior official said [[that the northern pier would cost the town two million crowns]]. It is painted green.

## Not flagged
> Swing bridge of Skarn to be shut
>
> A senior official said that the northern pier would cost the town two million crowns.
>
> Tom Beck, an engineer, said that the northern pier would cost the town at least two million crowns.

> Swing bridge of Skarn to be shut
>
> Two officials said that the northern pier would cost the town two million crowns.

## Limits
Support is a statement of another origin on the same thing, by the words that they share, a document in the same
sentence, or words such as "confirmed by" near it. A document that stands only in the claim, or in the words for its
source, is none. Two or more people who are counted ("three nurses") count as several sources. A key claim here is the
beginning, an accusation, a figure, or a wrong told in plain words ("had been drinking"). "Sources" without a number,
people of a body that has a name, what may happen, and what somebody went through are left to the reader.
"""

from collections.abc import Iterator
from itertools import islice

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._backing import Statements, says, statements_of, tells_of_a_wrong
from source_audit.checks._informants import SURE, is_known_by_relation, is_routine
from source_audit.checks._near import lexicon, source_span, statement_span
from source_audit.claim import Claim, ClaimKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_MOST = 40
_GRAVE = frozenset({ClaimKind.ACCUSATION, ClaimKind.FIGURE, ClaimKind.OPENING})
_MESSAGES = {
    Verdict.HOLDS: "Something else in the text also stands for this claim of an unnamed source.",
    Verdict.BREAKS: "One unnamed source alone stands for this claim.",
    Verdict.UNSURE: "An unnamed source says this. Is there other support in the text, and does it need any?",
}


@check(
    question="Does something else support each key claim of an unnamed source?",
    title="Key claims of unnamed sources have other support.",
    tally="Key claims of unnamed sources with other support: {good} of {all}.",
    category=Category.ANONYMITY,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="high",
)
def anonymous_corroboration(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each key claim that an unnamed source makes."""
    told = list(islice(_told(reading), _MOST))
    if not told:
        yield NotApplicable(reason="No unnamed source makes a key claim.")
        return
    statements = statements_of(reading)
    for source, said, claim in told:
        verdict, support = _judged(reading, statements, source, said, claim)
        shown = [Evidence(span=statement_span(said), note="the claim")]
        shown.append(Evidence(span=source_span(said), note="the unnamed source"))
        if support:
            shown.append(Evidence(span=support, note="what also stands for it"))
        yield Case(message=_MESSAGES[verdict], evidence=tuple(shown), verdict=verdict)


def _told(reading: Reading) -> Iterator[tuple[Source, Attribution, Claim | None]]:
    """Yield each statement of an unnamed source that makes a key claim or tells of a wrong, with the claim."""
    unnamed = {
        source.id: source
        for source in reading.unnamed_sources
        if not (is_routine(source) or is_known_by_relation(source))
    }
    claims = {one: claim for claim in reversed(reading.claims) for one in claim.attribution_ids} if unnamed else {}
    for said in reading.body_attributions:
        source = next((unnamed[own.id] for own in said.speakers if own.id in unnamed), None) if not said.named else None
        if source is None or not said.contents or _judges(reading, said):
            continue
        if said.id in claims or tells_of_a_wrong(reading, said):
            yield source, said, claims.get(said.id)


def _judged(
    reading: Reading, statements: Statements, source: Source, said: Attribution, claim: Claim | None
) -> tuple[Verdict, Span | None]:
    """Return what is to be said of a claim, and what supports it."""
    backing = statements.behind(statements.about(said), but=statements.homes(said))
    paper, perhaps = statements.paper(said)
    support = paper or next(iter(backing.homes.values()), None)
    if support:
        return Verdict.HOLDS, support
    if _are_counted(source):
        return Verdict.HOLDS, source_span(said)
    sure = (
        source.kind is SourceKind.UNNAMED_PERSON
        and not (perhaps or backing.perhaps or _may_be_answered_for(statements, source))
        and said.confidence >= SURE
        and _is_grave(reading, said, claim)
        and not says(reading, said, "own")
        and not says(reading, said, "open")
    )
    return (Verdict.BREAKS if sure else Verdict.UNSURE), None


def _is_grave(reading: Reading, said: Attribution, claim: Claim | None) -> bool:
    """Tell whether a claim surely needs support: a wrong, or a figure or beginning in the reporter's words."""
    grave = claim is not None and said.kind is not Kind.DIRECT and bool(claim.kinds & _GRAVE)
    accuses = claim is not None and any(accusation.sure for accusation in claim.accusations)
    return grave or accuses or tells_of_a_wrong(reading, said)


def _judges(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement calls somebody something, which is an opinion and no claim."""
    return any(lexicon("opinions", "judging").first(reading.text, part) for part in said.cue)


def _may_be_answered_for(statements: Statements, source: Source) -> bool:
    """Tell whether a source may speak for a body that has a name ("a Hartley Mills official")."""
    return statements.is_of_named_body(source) or any(word[0].isupper() for word in source.name.split()[1:])


def _are_counted(source: Source) -> bool:
    """Tell whether a description says how many people speak ("three nurses")."""
    first = source.name.lower().split(maxsplit=1)[0]
    return source.kind is SourceKind.UNNAMED_GROUP and (first in data("corroboration")["counts"] or first.isdigit())
