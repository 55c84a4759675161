"""The headline quotes somebody or passes on an accusation, and its source or its words stand far away or nowhere.

## Why it matters
Headlines travel without the article. Whoever reads only the headline should be able to tell whose words it passes on.

## What you can do
Find the sentence of the article that backs the headline, and see who says it.

## For writers
Put the source into the headline or the first three paragraphs. Quote in a headline only words that the text quotes.

## Standards
- Reuters: A first paragraph that could be disputed needs its source, and sources stand high up in a story.
- CredCo: A headline represents what the article says.

## Flagged
> Bridge [["will fall into the sea"]]
>
> The bridge has been shut since Monday. Ferries go every hour.
>
> Anna Keller, the harbour master, said that it would open in May.

## Not flagged
> Bridge "will fall into the sea"
>
> The bridge "will fall into the sea" one day, said Anna Keller, the harbour master.
>
> Ferries go every hour.

> Bridge to open in May
>
> The bridge has been shut since Monday.

## Limits
Only quotations of three words and more, a few words for accusations, and claims that a later sentence gives to somebody
in plain words ("that figure comes from") are asked about. A source that is a crowd counts
as told here. A quotation is found again where six of ten of its longer words stand together in one sentence. Where a
headline writes every word with a capital, a quotation cannot be told from a title unless the text quotes it too.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from attrs import define, field

from source_audit.alignment import function_words, words_in
from source_audit.attribution import Attribution, Quotation, Use
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._informants import topic
from source_audit.checks._near import lexicon, paragraphs, source_span
from source_audit.checks._pointing import pointed_at
from source_audit.checks._told import told_by_somebody
from source_audit.document import Block, BlockKind, Document
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_LEAST_WORDS = 3
_HIGH = 3
_TOGETHER = 0.6
_IN_PART = 0.3
_MOST_QUOTED = 4
_LONG = 5
_BYLINE = 8
_COLON = re.compile(r":\s*$")
_HOLDS = "Whose words the headline passes on stands in it or in the first three paragraphs."
_LATER = "Whose words the headline passes on is told only after the third paragraph."
_ABSENT = "The text does not hold the words that the headline quotes."
_IN_PART_ONLY = "The text holds the words that the headline quotes only in part."
_NOBODY = "Who says the words that the headline quotes is not clear from the text."
_FURTHER = "The first three paragraphs give no statement to a source. Whose accusation this is may stand further down."


@check(
    question="Does the text bear out what the headline quotes, with its source near?",
    title="What the headline quotes has its source near.",
    tally="Quotations and accusations in the headline that the text bears out high up: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def headline_attribution(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each quotation of the headline, and for an accusation in it."""
    headline = _headline(reading.document)
    if headline is None or not reading.document.body:
        yield NotApplicable(reason="The text has no headline, or nothing but a headline.")
        return
    cases = [*_quoted(reading, headline.span), *_accused(reading, headline.span)]
    if not any(case.verdict is Verdict.HOLDS for case in cases):
        cases += _claimed(reading, headline.span)
    if not cases:
        yield NotApplicable(reason="The headline quotes nobody and passes on no accusation.")
    yield from cases


def _claimed(reading: Reading, headline: Span) -> Iterator[Case]:
    """Yield the case of a claim that the headline makes too, and whose source the text gives only further down."""
    own, high = topic(headline.of(reading.text)), [span.end for span in paragraphs(reading)[:_HIGH]]
    for far in pointed_at(reading, told_by_somebody(reading).keys()) if high else ():
        if far.sentence.start >= high[-1] and len(own & topic(far.claim.of(reading.text))) > 1:
            places = ((headline, "the headline"), (far.claim, "the text"), (far.sentence, "where it is told"))
            evidence = tuple(Evidence(span=span, note=note) for span, note in places)
            yield Case(message=_LATER, evidence=evidence, verdict=Verdict.MILD)
            return


def _headline(document: Document) -> Block | None:
    """Return the headline, or the heading that stands before every paragraph."""
    opening = takewhile(lambda block: block.kind is not BlockKind.PARAGRAPH, document.blocks)
    above = (block for block in opening if block.kind is BlockKind.HEADING)
    return next(document.blocks_of(BlockKind.HEADLINE), None) or next(above, None)


def _quoted(reading: Reading, headline: Span) -> Iterator[Case]:
    own = (one for one in reading.quotations if headline.contains(one.span))
    for quotation in islice(own, _MOST_QUOTED):
        wanted = _Wanted.of(reading, quotation.span)
        if wanted is not None:
            best, share = wanted.best(reading, headline)
            case = _case(reading, quotation, best, share)
            if case is not None:
                yield case


def _case(reading: Reading, quotation: Quotation, best: Span, share: float) -> Case | None:
    """Return what a quotation of the headline amounts to; nothing if it may be a title or a name."""
    colon = _COLON.search(reading.text, max(0, quotation.span.start - _LONG), quotation.span.start) is not None
    told = _is_told(reading, quotation, colon=colon)
    if (_may_be_title(quotation.span.of(reading.text)) and not colon) or (
        share >= _IN_PART and not told and _set_apart(reading, best)
    ):
        return None
    head, text = Evidence(span=quotation.span, note="the headline"), Evidence(span=best, note="the text")
    if share < _TOGETHER:
        found = share >= _IN_PART
        message, verdict = (_IN_PART_ONLY, Verdict.UNSURE) if found else (_ABSENT, Verdict.BREAKS)
        return Case(message=message, evidence=(head, text) if found else (head,), verdict=verdict)
    said = _said_in(reading, best)
    source = (Evidence(span=source_span(said), note="the source"),) if said else ()
    if told or (said and _is_high(reading, said)):
        return Case(message=_HOLDS, evidence=(head, text, *source), verdict=Verdict.HOLDS)
    message, verdict = (_LATER, Verdict.MILD) if said else (_NOBODY, Verdict.UNSURE)
    return Case(message=message, evidence=(head, text, *source), verdict=verdict)


def _is_told(reading: Reading, quotation: Quotation, *, colon: bool) -> bool:
    """Tell whether the headline itself says whose words it quotes: with a verb or with a colon."""
    if quotation.attribution_id is None:
        return False
    said = reading.attribution(quotation.attribution_id)
    return bool(said.sources) and (colon or bool(said.cue))


def _set_apart(reading: Reading, sentence: Span) -> bool:
    """Tell whether the text sets words of a sentence apart that nobody says: a title, a name, a word of doubt."""
    within = [one for one in reading.quotations if sentence.overlaps(one.span)]
    return bool(within) and all(one.use is not Use.SPEECH for one in within)


@define
class _Wanted:
    """The words of a quotation, and in which sentences each stands."""

    words: frozenset[str]
    met: dict[int, set[str]] = field(factory=dict)

    @classmethod
    def of(cls, reading: Reading, span: Span) -> "_Wanted | None":
        """Return the words that carry meaning; all of them where hardly any does, None if there are too few."""
        all_words = [word for word, _, _ in words_in(reading.text, [span])]
        if len(all_words) < _LEAST_WORDS:
            return None
        longer = frozenset(all_words) - function_words()
        return cls(longer if len(longer) > 1 else frozenset(all_words))

    def best(self, reading: Reading, headline: Span) -> tuple[Span, float]:
        """Return the sentence, or the two together, that hold the most of the words, and which share of them."""
        sentences = [one for one in reading.sentences if not headline.overlaps(one)]
        if not sentences:
            return headline, 0.0
        held = [self._in(reading, one) for one in sentences]
        pairs = [(len(one | other), place) for place, (one, other) in enumerate(pairwise([*held, set()]))]
        alone = max(range(len(held)), key=lambda place: len(held[place]))
        most, place = max(pairs, key=lambda pair: (pair[0], -pair[1]))
        if len(held[alone]) >= most:
            return sentences[alone], most / len(self.words)
        richer = place if len(held[place]) >= len(held[place + 1]) else place + 1
        return sentences[richer], most / len(self.words)

    def _in(self, reading: Reading, sentence: Span) -> set[str]:
        return {word for word, _, _ in words_in(reading.text, [sentence]) if word in self.words}


def _may_be_title(words: str) -> bool:
    """Tell whether every longer word has a capital, so that marks may set a title or a name apart."""
    bare = [word.strip("“”\"'‘’.,!?") for word in words.split()]
    long = [word for word in bare if len(word) >= _LONG] or bare
    return all(word[:1].isupper() for word in long)


def _said_in(reading: Reading, sentence: Span) -> Attribution | None:
    """Return a statement with a source that shares words with a sentence."""
    return next(
        (
            one
            for one in reading.attributions
            if one.sources and any(sentence.overlaps(part) for part in (*one.contents, *one.cue))
        ),
        None,
    )


def _is_high(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement or its source stands in the headline or the first three paragraphs."""
    body = reading.document.body
    end = body[min(_HIGH, len(body)) - 1].span.end
    places = [*said.sources, *(mention for speaker in said.speakers for mention in speaker.mentions)]
    return any(place.start < end for place in places)


def _accused(reading: Reading, headline: Span) -> Iterator[Case]:
    """Yield the case of an accusation; a source in the headline or any in the first paragraphs is enough."""
    words = lexicon("headlines", "accusations").first(reading.text, headline)
    if words is None:
        return
    head = Evidence(span=words, note="the headline")
    statements = [one for one in reading.body_attributions if one.sources]
    high = next((one for one in statements if _is_high(reading, one)), None)
    if high is not None:
        evidence = (head, Evidence(span=source_span(high), note="a source"))
        yield Case(message=_HOLDS, evidence=evidence, verdict=Verdict.HOLDS)
    else:
        yield Case(message=_FURTHER, evidence=(head,), verdict=Verdict.UNSURE)
