"""Few named sources speak for an article of this length.

## Why it matters
One voice can be wrong, and a single side rarely tells the whole story.

## What you can do
Find a second article on the same matter that quotes other people.

## For writers
Speak to somebody who knows the matter from another place. More than the usual number earns nothing here.

## Standards
- IMVA/IN: Multiple sources carry more than one.
- BBC: Check with more than one source where you can.

## Flagged
> [[A clerk told the council that the bridge was unsafe. The clerk said it would be shut in May.]]

## Not flagged
> Ana Ruiz told the council that the bridge was unsafe. Tom Hill said it had been checked.

## Limits
A body with its chief, spokesperson and account is one source. Good short reports with one source exist, and below 300
words one is usual; the usual numbers come from US political news of 2015-16 and grow with the length of the text.
"""

from collections.abc import Iterator

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import first_mention, opening
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_POINTING = frozenset({"the", "this", "that", "their", "his", "her", "its", "our", "a", "an"})


@check(
    question="Are there as many independent named sources as is usual for this length?",
    title="As many named sources speak as is usual for this length.",
    tally="Named sources, each body counted once: {value:.0f}.",
    category=Category.CORROBORATION,
    since="0.1",
    effort="high",
)
def few_sources(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case with the number of origins that hold a named source."""
    voices = list(_voices(reading))
    evidence = tuple(
        Evidence(span=mention, note=source.name) for source in voices if (mention := first_mention(reading, source))
    )
    yield Case(
        message=f"Named sources, each body counted once: {len(voices)}.",
        evidence=evidence or opening(reading),
        verdict=Verdict.NOTE,
        value=float(len(voices)),
    )


def _voices(reading: Reading) -> Iterator[Source]:
    """Yield the first named source of each origin that has one; an account that repeats somebody is none of its own."""
    heard = {source.id for attribution in reading.body_attributions for source in attribution.speakers}
    named = {
        source.id: source for source in reading.sources if source.named and source.id in heard and _is_called(source)
    }
    for group in reading.origins.groups:
        alone = len(group.source_ids) == 1
        own = [named[name] for name in group.source_ids if name in named and (alone or not _is_account(named[name]))]
        yield from own[:1]


def _is_called(source: Source) -> bool:
    """Tell whether a source has a name, and is no body that is only described ("their union", "this newspaper")."""
    described = source.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET)
    first, _, rest = source.name.partition(" ")
    return not (described and first.lower() in _POINTING and rest == rest.lower() and " " not in rest)


def _is_account(source: Source) -> bool:
    return source.kind is SourceKind.ACCOUNT
