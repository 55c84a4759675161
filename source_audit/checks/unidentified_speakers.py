"""The text quotes somebody, and a reader cannot tell whom.

## Why it matters
A quotation without an owner cannot be checked, and nobody has to answer for it.

## What you can do
Ask who said it. Then search for the exact words in quotation marks.

## For writers
Name the speaker in the same sentence as the quotation, or right after its first sentence.

## Standards
- Reuters: A reader should learn who speaks right after the first sentence of a quotation.
- SPJ: Identify sources clearly, so that readers can judge them.

## Flagged
> The harbour was shut on Monday.
>
> [["Nobody warned us about the flood at all."]]
>
> The market opened as usual.

## Not flagged
> "Nobody warned us about the flood at all," said Ana Ruiz, the harbour master.

> The market hall has a new roof, and the so-called "reform" cost millions.

## Limits
Quotations of one or two words, titles, names and words set apart by doubt are left out. A speaker who is described and
not named counts as told here; the checks on unnamed sources ask the rest. What the writer says ("I told them") has a
speaker. A pronoun that could mean two people is left to the reader, and so is a quotation without a speaker that is no
paragraph of its own, stands in the text twice, stands in a list of quotations, has a name in the next paragraph,
follows a quotation that was left open, or is spoken of further on ("the remark was made by").
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from source_audit.attribution import Attribution, Kind, Quotation, SourceKind, Use
from source_audit.check import Category, check
from source_audit.checks._near import (
    QUOTATION_MARKS,
    blocks_after,
    blocks_before,
    in_body,
    next_block,
    source_span,
    statement_span,
)
from source_audit.checks._owners import is_signed, may_be_told
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.narrator import is_writers
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_LEAST_WORDS, _WHOLE = 3, 6
_GUESS = 0.55
_TAIL = 3
_ENDS = re.compile(r"(?:[.!?…][”\"’'»)]?|\d[.:]\d\d(?:\s?[ap]\.?m\.?)?)\s*$")
"""A sentence, or the time of an entry."""
_SAYS = re.compile(r"(?:[\w’'.-]{1,20}\s){1,4}(?:said|says|wrote|added|asked)\b")
_WE = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_TOLD = re.compile(r"(?:Q|A|Question|Answer)$|[Oo]ne of (?:them|the|those)\b|[Tt]he same \w")
"""A label of the layout, or somebody described."""
_MOST_LOOKED_UP = 100
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "which", "that", "his", "her", "their"})

_MESSAGES = {
    Verdict.HOLDS: "The speaker is told.",
    Verdict.UNSURE: "The text gives these words to somebody, but to whom is not clear.",
    Verdict.BREAKS: "Who says these words is not in the text.",
}


@check(
    question="Can the reader tell who says each direct quotation?",
    title="Every quotation has a speaker.",
    tally="Quotations whose speaker is told: {good} of {all}.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def unidentified_speakers(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each quotation of the body, however many paragraphs it runs through."""
    quoted = list(_quoted(reading))
    if not quoted:
        yield NotApplicable(reason="The text quotes nobody directly.")
    for number, (span, attribution) in enumerate(quoted):
        verdict = _verdict(reading, span, attribution)
        if verdict is Verdict.BREAKS and (number > _MOST_LOOKED_UP or may_be_told(reading, span)):
            verdict = Verdict.UNSURE
        evidence = [Evidence(span=span, note="the quotation")]
        if verdict is Verdict.UNSURE and attribution and attribution.sources:
            evidence.append(Evidence(span=source_span(attribution), note="the speaker, as the text puts it"))
        yield Case(message=_MESSAGES[verdict], evidence=tuple(evidence), verdict=verdict)


def _quoted(reading: Reading) -> Iterator[tuple[Span, Attribution | None]]:
    """Yield each stretch of speech with its attribution: in quotation marks, or direct without them."""
    seen = set()
    for before, quotation in pairwise([None, *reading.quotations]):
        own = quotation.attribution_id if quotation else None
        if quotation is None or not _is_speech(reading, quotation):
            continue
        if own in seen and not _is_apart(reading, quotation.span, str(own)):
            continue
        if not own and not _long(reading, quotation.span, _WHOLE) and not _stands_alone(reading, quotation.span):
            continue
        if own or not _goes_on(reading, before, quotation):
            seen |= {own} if own else set()
            yield quotation.span, reading.attribution(own) if own else None
    for attribution in reading.body_attributions:
        span = statement_span(attribution)
        if attribution.kind is Kind.DIRECT and attribution.id not in seen and _long(reading, span):
            yield span, attribution


def _is_apart(reading: Reading, span: Span, own: str) -> bool:
    return _stands_alone(reading, span) and _is_left(reading, span, reading.attribution(own))


def _is_speech(reading: Reading, quotation: Quotation) -> bool:
    spoken = quotation.use is Use.SPEECH or quotation.attribution_id is not None
    return spoken and _long(reading, quotation.span) and in_body(reading, quotation.span)


def _goes_on(reading: Reading, before: Quotation | None, quotation: Quotation) -> bool:
    """Tell whether a quotation only opens its next paragraph: the one before it was left without a closing mark."""
    if before is None or before.attribution_id or reading.text[before.span.end - 1] in QUOTATION_MARKS:
        return False
    following = blocks_after(reading.document, before.span.end, 1)
    return bool(following) and following[0].span.start == quotation.span.start


def _long(reading: Reading, span: Span, least: int = _LEAST_WORDS) -> bool:
    return len(span.of(reading.text).split()) >= least


def _verdict(reading: Reading, span: Span, attribution: Attribution | None) -> Verdict:
    alone = _stands_alone(reading, span)
    if alone and is_signed(reading, span):
        return Verdict.HOLDS
    if attribution is None or (attribution.source is None and not attribution.sources):
        return Verdict.BREAKS if alone or _is_own_sentence(reading, span) else Verdict.UNSURE
    if alone and _is_left(reading, span, attribution):
        return Verdict.BREAKS
    if _TOLD.match(source_span(attribution).of(reading.text)):
        return Verdict.HOLDS
    if not attribution.told:
        return Verdict.HOLDS if is_writers(reading.text, attribution) else Verdict.UNSURE
    guess = attribution.confidence < _GUESS and _is_pronoun(reading, attribution)
    return Verdict.UNSURE if guess else Verdict.HOLDS


def _stands_alone(reading: Reading, span: Span) -> bool:
    """Tell whether a quotation is a paragraph of its own that no paragraph before it announces or begins."""
    text, block = reading.text, reading.document.block_at(span.start)
    if block is None or span.start != block.span.start or text[span.end : block.span.end].strip():
        return False
    before = blocks_before(reading.document, block.span.start, 1)
    if not before or text[before[0].span.start] in QUOTATION_MARKS:
        return False
    between = next_block(reading.document, before[0].span.start)
    shown = between is not None and between.span.start < block.span.start
    if not shown and not _ENDS.search(text, max(0, before[0].span.end - _TAIL), before[0].span.end):
        return False
    behind = blocks_after(reading.document, block.span.end, 1)
    return not behind or text[behind[0].span.start].isupper() or text[behind[0].span.start] in QUOTATION_MARKS


def _is_own_sentence(reading: Reading, span: Span) -> bool:
    """Tell whether a quotation is a whole sentence of a paragraph that gives no words to anybody else."""
    text, block, sentence = reading.text, reading.document.block_at(span.start), reading.sentence_at(span.start)
    if (
        block is None
        or sentence != span
        or not _long(reading, span, _WHOLE)
        or not _ENDS.search(text, span.end - _TAIL, span.end)
    ):
        return False
    before, behind = text[block.span.start : span.start].rstrip(), text[span.end : block.span.end].lstrip()
    if (
        (before and not _ENDS.search(before))
        or (behind and (not behind[0].isupper() or _SAYS.match(behind)))
        or not (before or behind)
    ):
        return False
    given = (part for one in reading.body_attributions for part in (*one.cue, *one.sources))
    return not any(block.span.start <= part.start < block.span.end for part in given)


def _is_left(reading: Reading, span: Span, said: Attribution) -> bool:
    """Tell whether the source that was taken for a paragraph is a document, or a body that it does not speak for."""
    block = reading.document.block_at(span.start)
    if block is None or any(block.span.start <= part.start < block.span.end for part in (*said.cue, *said.sources)):
        return False
    kind = said.source.kind if said.source else None
    body = kind is SourceKind.ORGANISATION
    crowd = said.source is not None and (said.source.collective or said.source.name.lower() in data("vague")["crowds"])
    return crowd or kind is SourceKind.DOCUMENT or (body and _WE.search(reading.text, span.start, span.end) is None)


def _is_pronoun(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the text names the speaker by a pronoun only."""
    return source_span(attribution).of(reading.text).lower() in _PRONOUNS
