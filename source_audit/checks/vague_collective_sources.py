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
A named source in the two sentences behind it, in the same paragraph, counts as an example, whether or not it belongs
to the crowd, unless it spoke before and of something else, and so does a quotation that opens the next paragraph. A
body, and whoever stands in the same sentence, is left to the reader. People who could be counted ("two officials") are
unnamed sources and are not asked about here. Holders of an attitude, such as voters in a poll, are no crowd of
informants.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from source_audit.attribution import Attribution, Kind, SourceKind
from source_audit.check import Category, check
from source_audit.checks._informants import topic
from source_audit.checks._near import Cover, blocks_after, in_own_words, lexicon, source_span
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_REACH = 2
_SURE = 0.5
_LONGEST = 5
_NEAR = 20
_WIDE = 300
_MOST = 20
_COUNTED = re.compile(
    r"\d|^(?:the|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|hundreds|thousands|several|"
    r"both|these|those|they|his|her|their|its|our|your|my)\b"
)
_PAST = re.compile(r"(?:d|thought)$")
_OPEN = re.compile(r"\b(?:may|might|would|could|can|will|should|if|which|when|how|where)\s[\w\s]{0,20}$")
_POLLED = re.compile(
    r"\b(?:polls?|polled|surveyed|respondents?|voters|surveys?\s(?:of|by|found|finds|shows?|showed|suggests?))\b"
)
_SHARE = re.compile(r"(?:%|\bper\s?cent|\bpercent)\s(?:of\s)?(?:the\s)?$")
_PREPOSITION = re.compile(r"^(some|many|most|others)\s(?:in|at|on|inside|within|near|around)\s")
_INDEFINITE = ("some", "many", "most")
_ORDER = (Verdict.HOLDS, Verdict.UNSURE, Verdict.BREAKS)

_MESSAGES = {
    Verdict.HOLDS: "A named example stands nearby.",
    Verdict.UNSURE: "A crowd is cited here. Is the named source nearby one of them?",
    Verdict.BREAKS: "A crowd is cited here, and nobody in it is named nearby.",
}


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
    named = sorted((one for one in reading.body_attributions if _is_example(one)), key=_start) if crowds else []
    for crowd in crowds:
        yield _case(reading, crowd, named)


def _crowds(reading: Reading) -> list[Span]:
    """Return the words for each crowd that makes a statement, in order."""
    given = reading.body_attributions
    found = {source_span(a).start: source_span(a) for a in given if _is_crowd(reading, a)}
    phrases = list(in_own_words(reading, lexicon("vague", "phrases")))
    if not (found or phrases):
        return []
    settled = [a for a in given if a.told]
    inside = Cover(span for a in settled for span in a.contents)
    known = Cover([*(span for a in given for span in a.contents), *(span for a in settled for span in a.sources)])
    for phrase in phrases:
        if not known.touches(phrase):
            found[phrase.start] = phrase
    return [found[start] for start in sorted(found) if not inside.touches(found[start])]


def _is_crowd(reading: Reading, said: Attribution) -> bool:
    """Tell whether a class in general surely makes a claim: nobody who was counted, polled or spoken of before."""
    if not (said.source and said.sources and said.cue) or said.confidence < _SURE or not _may_be_crowd(reading, said):
        return False
    words = said.sources[0].of(reading.text).lower()
    cue = said.cue[0]
    alone = words in data("vague")["crowds_alone"] or _PREPOSITION.match(words) is not None
    past = _PAST.search(said.cue[-1].of(reading.text)) is not None
    saying = not any(lexicon("vague", "holding").first(reading.text, part) for part in said.cue)
    if not alone and not _is_class(words, past=past, saying=saying):
        return False
    if len(words.split()) > _LONGEST or (alone and past):
        return False
    if _OPEN.search(reading.text, max(0, cue.start - _NEAR), cue.end):
        return False
    return lexicon("vague", "claiming").first(reading.text, cue) is not None and not _is_polled(reading, cue)


def _may_be_crowd(reading: Reading, said: Attribution) -> bool:
    """Tell whether a source is a class, or a word in the plural that was taken for a name at the head of a sentence."""
    source, span = said.source, said.sources[0]
    words = span.of(reading.text)
    bare = " " not in words and words.lower() in data("vague")["crowds_now"]
    return source is not None and (source.collective or bare or _PREPOSITION.match(words.lower()) is not None)


def _is_class(words: str, *, past: bool, saying: bool) -> bool:
    """Tell whether words mean a class in general; people of any job do where they still say so ("Some farmers say")."""
    first, *_, last = [*words.split(), words.rsplit(maxsplit=1)[-1]]
    if last in data("vague")["crowds"]:
        return not _COUNTED.search(words)
    if past or last in data("informants")["heads"] or not last.endswith("s"):
        return last in data("vague")["crowds_now"] and not past and not _COUNTED.search(words)
    return (first in _INDEFINITE and saying and last not in data("vague")["countable"]) or (
        last in data("vague")["crowds_now"] and not _COUNTED.search(words)
    )


def _is_polled(reading: Reading, place: Span) -> bool:
    """Tell whether somebody counted the answers: a poll stands in the sentence or the one before in the paragraph."""
    near, block = (
        Span(reading.around(place, 1).start, reading.around(place, 0).end),
        reading.document.block_at(place.start),
    )
    start, end = (
        max(near.start, place.start - _WIDE, block.span.start if block else 0),
        min(near.end, place.end + _WIDE),
    )
    shared = _SHARE.search(reading.text, max(start, place.start - _NEAR), place.start)
    return shared is not None or _POLLED.search(reading.text, start, end) is not None


def _is_example(said: Attribution) -> bool:
    """Tell whether a statement is somebody's who could be one of a crowd: a person, an account, a body, no document."""
    kinds = (SourceKind.PERSON, SourceKind.ACCOUNT, SourceKind.ORGANISATION)
    return any(speaker.named and speaker.kind in kinds for speaker in said.speakers)


def _case(reading: Reading, crowd: Span, named: list[Attribution]) -> Case:
    """Return what a crowd amounts to: with a named one behind it, perhaps with one, or alone."""
    near = reading.around(crowd, _REACH)
    first = bisect_left(named, near.start, key=_start)
    near_by = (one for one in islice(named, first, first + _MOST) if source_span(one).start < near.end)
    beside = [one for one in near_by if source_span(one).of(reading.text).lower() not in data("vague")["crowds_now"]]
    verdicts = [(_as_example(reading, crowd, one), one) for one in beside]
    verdict, example = min(verdicts, key=lambda pair: _ORDER.index(pair[0]), default=(Verdict.BREAKS, None))
    evidence = [Evidence(span=crowd, note="the crowd")]
    if example is not None and verdict is not Verdict.BREAKS:
        evidence.append(Evidence(span=source_span(example), note="a named source"))
    return Case(message=_MESSAGES[verdict], evidence=tuple(evidence), verdict=verdict)


def _as_example(reading: Reading, crowd: Span, one: Attribution) -> Verdict:
    """Tell whether a named statement surely, perhaps or hardly is an example of a crowd."""
    place, block = source_span(one), reading.document.block_at(crowd.start)
    if reading.sentence_at(place.start) == reading.sentence_at(crowd.start):
        return Verdict.UNSURE
    if block is None or place.start < crowd.start:
        return Verdict.BREAKS
    same = topic(reading.around(crowd, 0).of(reading.text)) & topic(reading.around(place, 0).of(reading.text))
    person = one.source is not None and one.source.kind is not SourceKind.ORGANISATION
    before = one.source is not None and any(mention.start < crowd.start for mention in one.source.mentions[:1])
    if place.start < block.span.end:
        return _in_paragraph(same=bool(same), person=person, before=before)
    following = blocks_after(reading.document, block.span.end, 1)
    if not one.contents or not following or place.start >= following[0].span.end:
        return Verdict.BREAKS
    if one.kind is Kind.DIRECT and one.contents[0].start == following[0].span.start:
        return Verdict.HOLDS
    return Verdict.UNSURE if person and same and not before else Verdict.BREAKS


def _in_paragraph(*, same: bool, person: bool, before: bool) -> Verdict:
    """Tell what a named statement in the same paragraph is: of one who spoke before on something else, no example."""
    if person and (same or not before):
        return Verdict.HOLDS
    return Verdict.BREAKS if before and not same else Verdict.UNSURE


def _start(said: Attribution) -> int:
    return source_span(said).start
