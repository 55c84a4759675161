"""A prediction, an accusation or a cause stands in the text, and where it comes from does not.

## Why it matters
These sentences ask you to believe them and do not say where they come from.

## What you can do
Pick one and look for its origin for two minutes.

## For writers
Say who found it out, link to it, or say that you saw it yourself.

## Standards
- AP: Say where information comes from, unless it is plain to all.
- BBC: Attribute what you have not found out yourself.
- Reuters: Only what is settled, public or witnessed needs no source.

## Flagged
> The council met on Monday in the old hall. The agenda was short. Both seats by the door were empty.
>
> The room was heated. Tea was served at noon. The minutes were read.
>
> The chair thanked the clerk for them. The windows were open.
>
> The ferry [[is likely to]] close within a year. Boats pass it daily. The bridge [[is bound to]] follow.

> The council met on Monday in the old hall. The agenda was short.
>
> Tea was served at noon. The gates [[have done lasting damage to]] the eels.
>
> The town [[is now the worst]] in the country for floods. The windows were open.

## Not flagged
> The ferry is likely to close within a year, harbour master Ines Corley said.

> Ines Corley said that the ferry would close. The council met on Monday.

## Limits
Only sentences with a plain sign are examined: a cause ("caused by"), a prediction ("is likely to"), a superlative
("the largest"), "for the first time", or an accusation. Flagged are predictions, and sentences whose main verb ranks
("is the worst in the country"), gives a cause ("have done lasting damage to") or foretells ("will empty"), if no source
stands in them or before them in the paragraph. What is known to all cannot be told from what needs a source, so the
rest, and the start of the text, is left to the reader. A bare number is asked about by another check.
"""

from collections.abc import Iterator, Set

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._bold import bold_claims
from source_audit.checks._near import in_body, lexicon, spoken, told_sentences
from source_audit.checks._pointing import pointed_at
from source_audit.checks._told import told_by_somebody
from source_audit.claim import Claim, ClaimKind, Sign
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_ASKED = frozenset(
    {ClaimKind.ACCUSATION, ClaimKind.CAUSE, ClaimKind.FIRST_TIME, ClaimKind.PREDICTION, ClaimKind.SUPERLATIVE}
)
_MESSAGES = {
    Verdict.HOLDS: "The sentence shows where this comes from.",
    Verdict.UNSURE: "The sentence names no source; whether it needs one is for you to judge.",
    Verdict.BREAKS: "Where this comes from is not in the text.",
}


@check(
    question="Do the claims that matter most show where they come from?",
    title="Key claims show where they come from.",
    tally="Key claims that show where they come from: {good} of {all}.",
    category=Category.ATTRIBUTION,
    since="0.1",
    lifecycle=Lifecycle.EXPERIMENTAL,
    effort="medium",
)
def unattributed_claims(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each sentence of the body that claims a cause, a first, a future, a superlative or a wrong."""
    asked = list(_asked(reading))
    known = told_by_somebody(reading)
    bold = bold_claims(reading, known)
    for later in pointed_at(reading, known.keys()) if bold else ():
        bold.pop(later.claim, None)
    if not asked and not bold:
        yield NotApplicable(reason="The text makes no claim of the kinds that are asked about.")
    told = told_sentences(reading)
    for sentence, words in bold.items():
        evidence = (Evidence(span=words, note="what makes it a claim"), Evidence(span=sentence, note="the claim"))
        yield Case(message=_MESSAGES[Verdict.BREAKS], evidence=evidence, verdict=Verdict.BREAKS)
    for claim, sign in asked:
        if claim.span in bold:
            continue
        verdict = _verdict(reading, claim, sign, told)
        evidence = (Evidence(span=sign.span, note="what makes it a claim"), Evidence(span=claim.span, note="the claim"))
        yield Case(message=_MESSAGES[verdict], evidence=evidence, verdict=verdict)


def _asked(reading: Reading) -> Iterator[tuple[Claim, Sign]]:
    """Yield each claim with its first sign outside quotation marks; wordings without an agent are another question."""
    quoted = spoken(reading)
    for claim in reading.claims:
        sign = next((s for s in claim.signs if s.kind in _ASKED and not quoted.touches(s.span)), None)
        if (
            sign
            and in_body(reading, claim.span)
            and not lexicon("agentless", "phrases").first(reading.text, claim.span)
        ):
            yield claim, sign


def _verdict(reading: Reading, claim: Claim, sign: Sign, told: Set[int]) -> Verdict:
    """Judge one claim."""
    if claim.span.start in told or claim.links or _is_witnessed(reading, claim):
        return Verdict.HOLDS
    near = reading.sentences_in(reading.around(claim.span, 1))
    doubtful = sign.kind is not ClaimKind.PREDICTION or ClaimKind.OPENING in claim.kinds or claim.embeds
    return Verdict.UNSURE if doubtful or any(s.start in told for s in near) else Verdict.BREAKS


def _is_witnessed(reading: Reading, claim: Claim) -> bool:
    return lexicon("claims", "witnessed").first(reading.text, claim.span) is not None
