"""A statement is given to a crowd such as "experts" or "critics", and nobody in it is named nearby.

## Why it matters
A crowd without names may be one person, or nobody whom a reader could ask.

## What you can do
Ask which experts or critics are meant, and whether any of them disagree.

## For writers
Name one of them within two sentences, or say who counted them.

## Standards
- NPR: "Officials say" is not enough; tell the audience as much as you can about who they are.
- Wikipedia: Wordings such as "some people say" should tell who says so.

## Flagged
> [[Critics]] say the new bridge is far too narrow. It opens in May. The river is calm there.

## Not flagged
> Critics say the new bridge is far too narrow. "Two prams cannot pass," said Lea Holm, who runs a cycling club.

> Mayor Peter Aldous said the new bridge would open in May.

## Limits
Any named source within two sentences counts as an example, whether or not it belongs to the crowd. People who could
be counted ("two officials") are unnamed sources and are not asked about here. Holders of an attitude, such as voters
in a poll, are no crowd of informants.
"""

from bisect import bisect_left
from collections.abc import Iterator

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import Cover, in_own_words, lexicon, source_span
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_REACH = 2


@check(
    question="Are statements hung on a crowd with no named example nearby?",
    title="No statement rests on a nameless crowd.",
    tally="Statements of a crowd without a named example nearby: {bad}.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def vague_collective_sources(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each statement of a crowd, or one case in order where there is none."""
    crowds = _crowds(reading)
    if not crowds and not reading.body_attributions:
        yield NotApplicable(reason="The text gives no statement to a source.")
    elif not crowds:
        yield Case(message="No statement is given to a crowd.", evidence=(), verdict=Verdict.HOLDS)
    named = sorted(
        (source_span(a) for a in reading.body_attributions if a.source and _is_example(a.source)), key=_start
    )
    for crowd in crowds:
        yield _case(crowd, _example(reading, crowd, named))


def _crowds(reading: Reading) -> list[Span]:
    """Return the words for each crowd that makes a statement, in order."""
    given = reading.body_attributions
    found = {source_span(a).start: source_span(a) for a in given if a.source and a.source.collective}
    settled = [a for a in given if a.source and a.source.kind is not SourceKind.UNKNOWN]
    known = Cover([*(span for a in given for span in a.contents), *(span for a in settled for span in a.sources)])
    for phrase in in_own_words(reading, lexicon("vague", "phrases")):
        if not known.touches(phrase):
            found[phrase.start] = phrase
    return [found[start] for start in sorted(found)]


def _is_example(source: Source) -> bool:
    """Tell whether a source could be one of a crowd: a document is nobody."""
    return source.named and source.kind is not SourceKind.DOCUMENT


def _example(reading: Reading, crowd: Span, named: list[Span]) -> Span | None:
    near = reading.around(crowd, _REACH)
    place = bisect_left(named, near.start, key=_start)
    return named[place] if place < len(named) and named[place].start < near.end else None


def _case(crowd: Span, example: Span | None) -> Case:
    words = Evidence(span=crowd, note="the crowd")
    if example:
        evidence = (words, Evidence(span=example, note="a named example"))
        return Case(message="A named example stands nearby.", evidence=evidence, verdict=Verdict.HOLDS)
    message = "A crowd is cited here, and nobody in it is named nearby."
    return Case(message=message, evidence=(words,), verdict=Verdict.BREAKS)


def _start(span: Span) -> int:
    return span.start
