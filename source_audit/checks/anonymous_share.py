"""Some statements come from sources that are not named.

## Why it matters
An unnamed source may need protection, or may want to say things without having to answer for them.

## What you can do
Count what would remain of the article without these statements.

## For writers
Nothing to mend here: the two checks beside this one ask how unnamed sources are handled.

## Standards
- W3C: The share of unnamed sources is a signal for readers to know, not a verdict.

## Flagged
> [[A senior official]] said the bridge was unsafe. Ana Ruiz, the harbour master, said it was not.

## Not flagged
> Ana Ruiz, the harbour master, said the bridge was unsafe.

## Limits
Crowds ("experts", "critics") are asked about elsewhere. No share is good or bad by itself.
"""

from collections.abc import Iterator

from source_audit.check import Category, check
from source_audit.checks._near import first_mention
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading


@check(
    question="How much of the article comes from unnamed sources?",
    title="Statements of unnamed sources are counted.",
    tally="Share of all statements that come from unnamed sources: {value:.0%}.",
    category=Category.ANONYMITY,
    since="0.1",
)
def anonymous_share(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note with every unnamed source, where there is one."""
    sources = reading.unnamed_sources
    mentions = [mention for source in sources if (mention := first_mention(reading, source))]
    if not mentions:
        yield NotApplicable(reason="No statement rests on unnamed sources alone.")
        return
    ids = {source.id for source in sources}
    statements = [a for a in reading.attributions if a.source]
    theirs = sum(not a.named and any(source.id in ids for source in a.speakers) for a in statements)
    yield Case(
        message=f"Unnamed sources: {len(sources)}. Statements given to them: {theirs} of {len(statements)}.",
        evidence=tuple(Evidence(span=mention, note="an unnamed source") for mention in mentions),
        verdict=Verdict.NOTE,
        value=theirs / max(len(statements), 1),
    )
