"""A source is unnamed, and the text does not say why.

## Why it matters
The reason tells you what the source risks or wants.

## What you can do
Ask who gains if this is believed, and what the person could lose.

## For writers
Say in a few words what is at risk: a job, a safe home, a rule that forbids to speak.

## Standards
- SPJ: Explain why anonymity was granted.
- JTI: The reason for an unnamed source is clear to the public.
- AP: Give the reason why a source asked not to be named.
- NYT: A formula such as "not authorised to speak" says too little.

## Flagged
> [[A senior official]] said the bridge was unsafe.

> [[A senior official, who was not authorised to speak publicly]], said that the bridge was unsafe.

## Not flagged
> A senior official, who asked not to be named because he feared dismissal, said the bridge was unsafe.

> Ana Ruiz, the harbour master, said the bridge was unsafe.

## Limits
A reason is looked for in the whole article; one that is given for nobody in particular stands for all. Whether it is a
formula is decided by a list of wordings. Nobody asks why victims, children and one certain person ("her lawyer") are
not named, nor of somebody who shouts, posts or speaks in public, or who tells somebody else than the reporter. For
spokespeople, also of a named body, a missing reason is a small thing.
Crowds, people who only ask or shout, and people whom the text names in another place are no unnamed sources; the
program can take one for the other.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._mistaken import is_protected
from source_audit.checks._near import lexicon
from source_audit.checks._unnamed import Unnamed, no_name_missed, unnamed_of
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_FEW = 5
_WHEREOF = re.compile(
    r"\b(?:to|about|of)\s(?:discuss|speak|talk|comment|describe|the\smatter)\b(?:(?!\s(?:and|but|because|for|under|as|since)\s)[^,;.])*",
    re.IGNORECASE,
)
"""What somebody may not speak of, which is no risk ("to discuss the contract")."""
_MESSAGES = {
    Verdict.HOLDS: "The text says what is at risk.",
    Verdict.MILD: "The reason is a formula that could stand anywhere.",
    Verdict.BREAKS: "Why this source is not named is not in the text.",
}
_ROUTINE = "This source speaks for an office, and why no name is given is not in the text."


@check(
    question="Does the text say why a source is unnamed?",
    title="The text says why a source is unnamed.",
    tally="Unnamed sources with a reason that says what is at risk: {good} of {all}.",
    category=Category.ANONYMITY,
    since="0.1",
)
def anonymity_reason(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each unnamed source whose name a reader could expect."""
    unnamed = unnamed_of(reading)
    asked = list(_asked(reading, unnamed))
    if not asked:
        yield NotApplicable(reason=no_name_missed(reading))
    for source, mention in asked:
        evidence = [Evidence(span=mention, note="the unnamed source")]
        if source.reason_unnamed:
            evidence.append(Evidence(span=source.reason_unnamed, note="the reason given"))
        elif (place := unnamed.withheld_at(source)) and not place.overlaps(mention):
            evidence.append(Evidence(span=place, note="what the text says of the name"))
        verdict = _verdict(reading, source)
        routine = verdict is Verdict.BREAKS and (
            source.kind is SourceKind.ORGANISATION or lexicon("reasons", "routine").first(reading.text, mention)
        )
        yield Case(
            message=_ROUTINE if routine else _MESSAGES[verdict],
            evidence=tuple(evidence),
            verdict=Verdict.MILD if routine else verdict,
            value=0.0 if routine else None,
        )


def _asked(reading: Reading, unnamed: Unnamed) -> Iterator[tuple[Source, Span]]:
    """Yield each unnamed source with its first mention, but no victims, no children, and nobody's one lawyer."""
    for source, mention in unnamed.missed:
        if not is_protected(reading, mention):
            yield source, mention


def _verdict(reading: Reading, source: Source) -> Verdict:
    """Judge the reason by its words: a formula is a small thing, and so are two words that say nothing."""
    if source.reason_unnamed is None:
        return Verdict.BREAKS
    reason = source.reason_unnamed.of(reading.text)
    if lexicon("reasons", "pending").first(reason) or lexicon("reasons", "specific").first(_WHEREOF.sub(" ", reason)):
        return Verdict.HOLDS
    formula = lexicon("reasons", "formula").first(reason) is not None
    return Verdict.MILD if formula or len(reason.split()) < _FEW else Verdict.HOLDS
