"""What the article says first rests on unnamed sources alone.

## Why it matters
The story stands or falls with people whom you cannot see.

## What you can do
Look for another report that confirms the main point with sources of its own.

## For writers
Find a named source or a document for the main point, or tell how many people said it and how they know.

## Standards
- NYT: A main fact that rests on unnamed sources needs the leave of a senior editor.
- W3C: A reader should see whether the central point has a source with a name.
- Reuters: A single unnamed source is for rare cases.

## Flagged
> Swing bridge to be shut in May
>
> [[The swing bridge will be shut in May]], a senior official said on Monday. The bridge was built in 1912.

> [[The swing bridge will be shut in May]], according to two people familiar with the plan.

## Not flagged
> The swing bridge will be shut in May, a senior official said on Monday.
>
> Ana Ruiz, the harbour master, confirmed that the bridge would be shut.

> Ana Ruiz, the harbour master, said the bridge would be shut in May. It was built in 1912.

## Limits
The headline and the first three paragraphs count as the beginning. A named source or a document anywhere in the article
counts as support if it speaks of the same thing, by the words they share. Somebody who speaks for an office does not
count as unnamed here. Where it is not clear that the unnamed source stands for the main point, the question is left
to you.
"""

from collections.abc import Iterator

from attrs import frozen

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._informants import SURE, are_several, informants, is_routine, may_be_named, topic
from source_audit.checks._near import in_body, lexicon, source_span, statement_span
from source_audit.checks._unnamed import unnamed_of
from source_audit.document import BlockKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_PARAGRAPHS = 3
_MOST = 20
_TOLD = 0.4
_TELLS = ("told", "according to", "alleged", "claimed")
_PERHAPS = 0.4
"""From this confidence on a named source may be taken as support."""
_SHARED = 3
_SHARE = 3
"""A named statement speaks of the same thing if it shares this part (a third) of its words, and `_SHARED` of them."""
_ABOUT_HEADLINE, _ABOUT_BEGINNING = 2, 3
_PAPERS = frozenset({"report", "filing", "ruling", "dataset", "study"})
_NOBODY = (SourceKind.UNKNOWN, SourceKind.UNNAMED_GROUP)
_VOICES = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT)
_MESSAGES = {
    Verdict.HOLDS: "A named source or a document also stands for what an unnamed source says first.",
    Verdict.MILD: "Several unnamed sources and nobody with a name stand for what the text says first.",
    Verdict.BREAKS: "One unnamed source alone stands for what the text says first.",
    Verdict.UNSURE: "An unnamed source speaks at the beginning. Is this the main point, and is there other support?",
}


@frozen
class _Lead:
    """The beginning: its first paragraph, its end, what it and the headline are about, what unnamed sources say."""

    first: Span
    end: int
    headline: frozenset[str]
    beginning: frozenset[str]
    told: list[tuple[Source, Attribution]]


@check(
    question="Does the main point rest on unnamed sources alone?",
    title="The main point has a named source or a document.",
    tally="Main points that rest on unnamed sources alone: {bad} on a single one, {mild} on several.",
    category=Category.ANONYMITY,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="high",
)
def anonymous_lead(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case if an unnamed source speaks at the beginning."""
    lead = _lead(reading)
    if lead is None or not lead.told:
        yield NotApplicable(reason="No unnamed source speaks at the beginning of the text.")
        return
    main = [(source, said) for source, said in lead.told if _is_main(reading, lead, said)]
    if not main and _is_hearsay(reading, lead) and not _has_named(reading, lead):
        main = lead.told
    support = _support(reading, main or lead.told)
    verdict = _verdict(reading, main, support)
    shown = [Evidence(span=statement_span(said), note="the statement") for _, said in main or lead.told]
    sources = [Evidence(span=source_span(said), note="the unnamed source") for _, said in main or lead.told]
    named = [Evidence(span=support, note="what supports it")] if support else []
    yield Case(message=_MESSAGES[verdict], evidence=(*shown, *sources, *named), verdict=verdict)


def _verdict(reading: Reading, main: list[tuple[Source, Attribution]], support: Span | None) -> Verdict:
    if support:
        return Verdict.HOLDS
    sources = list({source.id: source for source, _ in main}.values())
    if not sources or any(may_be_named(reading, source) for source in sources):
        return Verdict.UNSURE
    return Verdict.MILD if are_several(sources) else Verdict.BREAKS


def _lead(reading: Reading) -> _Lead | None:
    """Return the beginning; None for a text without a paragraph."""
    paragraphs = [block.span for block in reading.document.body if block.kind is BlockKind.PARAGRAPH][:_PARAGRAPHS]
    if not paragraphs:
        return None
    told = [
        (source, said)
        for source in _sources(reading)
        if not is_routine(source)
        for said in _sure(reading, source)
        if said.start < paragraphs[-1].end
    ][:_MOST]
    heads = reading.document.blocks_of(BlockKind.HEADLINE)
    headline = topic(" ".join(head.span.of(reading.text) for head in heads))
    return _Lead(paragraphs[0], paragraphs[-1].end, headline, headline | topic(paragraphs[0].of(reading.text)), told)


def _sources(reading: Reading) -> list[Source]:
    """Return the unnamed sources that inform the reporter: by what they are, or because they tell in confidence."""
    known = [source for source, _ in informants(reading)]
    unnamed, ids = unnamed_of(reading), {source.id for source in known}
    return known + [one for one, _ in unnamed.missed if one.id not in ids and unnamed.confides(one)]


def _sure(reading: Reading, source: Source) -> Iterator[Attribution]:
    """Yield the statements of the body that are surely a source's; what it "told" is so sooner."""
    for said in map(reading.attribution, source.attribution_ids):
        last = said.cue[-1].of(reading.text).lower() if said.cue else ""
        sure = said.confidence >= (_TOLD if last.endswith(_TELLS) else SURE)
        if sure and said.contents and in_body(reading, said.contents[0]):
            yield said


def _is_main(reading: Reading, lead: _Lead, said: Attribution) -> bool:
    """Tell whether a statement is the main point: it stands in the first paragraph or is about the same."""
    about = _topic(reading, said)
    inside = said.contents[0].start < lead.first.end
    same = len(about & lead.headline) >= _ABOUT_HEADLINE or len(about & lead.beginning) >= _ABOUT_BEGINNING
    return inside or same


def _is_hearsay(reading: Reading, lead: _Lead) -> bool:
    """Tell whether the first paragraph passes something on without saying whose it is ("reportedly")."""
    return lexicon("agentless", "phrases").first(reading.text, lead.first) is not None


def _has_named(reading: Reading, lead: _Lead) -> bool:
    """Tell whether anybody with a name, a body or a document says something at the beginning."""
    told = (said for said in reading.attributions if said.start < lead.end and said.confidence >= _PERHAPS)
    return any(speaker.kind not in _NOBODY and not speaker.unnamed for said in told for speaker in said.speakers)


def _support(reading: Reading, told: list[tuple[Source, Attribution]]) -> Span | None:
    """Return what else stands for the statements: a document beside one, or a named source on the same thing."""
    for _, said in told:
        for reference in reading.references_in(reading.around(said.contents[0], 0)):
            if reference.kind in _PAPERS and not any(reference.span.overlaps(span) for span in said.sources):
                return reference.span
    wanted = frozenset[str]().union(*(_topic(reading, said) for _, said in told))
    named = (said for said in reading.attributions if _is_named(said) and said.confidence >= _PERHAPS)
    return next((source_span(said) for said in named if _supports(reading, said, wanted)), None)


def _is_named(said: Attribution) -> bool:
    """Tell whether somebody answers for a statement: a named source, or who speaks for an office."""
    return any((source.named and source.kind in _VOICES) or is_routine(source) for source in said.speakers)


def _supports(reading: Reading, said: Attribution, wanted: frozenset[str]) -> bool:
    """Tell whether a statement is about the same thing and does not turn it down."""
    cue = " ".join(part.of(reading.text) for part in said.cue)
    if lexicon("informants", "declined").first(cue):
        return False
    shared = len(_topic(reading, said) & wanted)
    confirms = lexicon("informants", "confirming").first(cue) is not None
    return shared >= (1 if confirms else max(_SHARED, len(wanted) / _SHARE))


def _topic(reading: Reading, said: Attribution) -> frozenset[str]:
    return topic(" ".join(part.of(reading.text) for part in said.contents))
