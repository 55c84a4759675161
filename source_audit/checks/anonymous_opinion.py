"""An unnamed source praises, attacks or guesses, where only information would be worth a hidden name.

## Why it matters
You cannot weigh an insult, or praise, from somebody whom you cannot see.

## What you can do
Cross the remark out and read the passage again. What does the text still tell you?

## For writers
Ask for a name, or for what happened. Leave out judgements that nobody stands up for.

## Standards
- AP: An unnamed source is there for facts that matter, not for views or guesses.
- NPR: Nobody may attack somebody else from behind a hidden name.
- Reuters: A source without a name does not get room for a personal attack.

## Flagged
> The harbour board met on Monday. [["He is clueless and should go,"]] said a senior official about the harbour master.

> The harbour board met on Monday. [["Her plan was brilliant,"]] said a senior official.

## Not flagged
> The harbour board met on Monday. "The bridge will be shut in May," said a senior official.

> "He is clueless and should go," said Ana Ruiz, who chairs the board.

## Limits
Judgements are found by a list of strong words inside quotation marks or behind "he is a", or by a verb that judges
("called", "described") before a quotation, so finer ones are missed. Passers-by, voters and people who tell what
happened to them are not asked about, nor is somebody who speaks for an office. An attack or a guess about a person
weighs more than one about a body or a plan; the person has to be named before the judgement.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._informants import SURE, informants, is_routine
from source_audit.checks._near import Cover, first_mention, lexicon, source_span, spoken
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_SURE, _MOST = 0.7, 3
_IS_A = re.compile(r"\b(?:is|was|as|him|her)\s(?:an?|the)\s(?:[a-z-]+\s){0,2}\Z")
_ONE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s")
_BEFORE = 25
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|he['’]\w+|she['’]\w+)\b", re.IGNORECASE)
_MESSAGES = {
    "attack": "A source without a name attacks {whom}.",
    "guess": "A source without a name guesses about {whom}.",
    "praise": "A source without a name praises somebody or something.",
    "judgement": "A source without a name judges somebody or something.",
}
_LISTED = ("attack", "guess", "praise")
_MILD = ("praise", "judgement")
_UNSURE = "These may be the words of an unnamed source, and they are a judgement more than information."
_ORDER = (Verdict.BREAKS, Verdict.MILD, Verdict.UNSURE)


@frozen
class _Opinion:
    """A judgement in a statement: what kind it is, its words, and the part of the statement with them."""

    what: str
    words: Span
    part: Span
    said: Attribution


@check(
    question="Do unnamed sources give information, and not praise, attacks or guesses?",
    title="Unnamed sources give information.",
    tally="Unnamed sources that attack somebody or guess: {bad} of {all}; milder judgements: {mild}.",
    category=Category.ANONYMITY,
    since="0.1",
    lifecycle=Lifecycle.EXPERIMENTAL,
    effort="medium",
)
def anonymous_opinion(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each unnamed source that tells something."""
    told = [(source, said) for source, said in informants(reading) if not is_routine(source)]
    known = {source.id for source, _ in told}
    quoted, names, found = spoken(reading), _people(reading), []
    for source, said in (*told, *(one for one in _judges(reading) if one[0].id not in known)):
        opinions = (one for statement in said for one in _opinions(reading, statement, quoted))
        cases = sorted((_case(reading, one, names) for one in opinions), key=_gravity)
        sure = [case for case in cases if case.verdict is not Verdict.UNSURE]
        plain = [_plain(reading, source)] if source.id in known else []
        found += sure[:_MOST] or cases[:1] or plain
    if not found:
        yield NotApplicable(reason="No unnamed source tells something.")
    yield from found


def _gravity(case: Case) -> int:
    return _ORDER.index(case.verdict)


def _judges(reading: Reading) -> Iterator[tuple[Source, list[Attribution]]]:
    """Yield the other unnamed people who say something and are no passers-by ("a former crew member")."""
    for source in reading.unnamed_sources:
        if source.kind is not SourceKind.UNNAMED_PERSON or is_routine(source) or not _ONE.match(source.name):
            continue
        said = [reading.attribution(name) for name in source.attribution_ids]
        if lexicon("opinions", "bystanders").first(source.name) is None:
            yield source, [one for one in said if one.confidence >= SURE and one.contents]


def _plain(reading: Reading, source: Source) -> Case:
    mention = first_mention(reading, source)
    evidence = (Evidence(span=mention, note="the unnamed source"),) if mention else ()
    return Case(message="This source gives information.", evidence=evidence, verdict=Verdict.HOLDS)


def _people(reading: Reading) -> Cover:
    return Cover(name.span for name in reading.names if name.kind is SourceKind.PERSON)


def _opinions(reading: Reading, said: Attribution, quoted: Cover) -> Iterator[_Opinion]:
    """Yield the first judgement of each part of a statement that stands in quotation marks."""
    indirect = said.kind is Kind.INDIRECT
    if any(_first(reading, "experience", part) for part in said.contents):
        return
    for part in said.contents:
        listed = ((what, _first(reading, what, part)) for what in _LISTED)
        sure = ((what, words) for what, words in listed if words and _is_theirs(reading, said, what, words, quoted))
        found = next(((what, words) for what, words in sure if not _is_turned(reading.text, words, part)), None)
        if found:
            yield _Opinion(*found, part, said)
        elif not indirect and quoted.touches(part) and (verb := _judging(reading, said)):
            yield _Opinion("judgement", verb, part, said)


def _is_theirs(reading: Reading, said: Attribution, what: str, words: Span, quoted: Cover) -> bool:
    """Tell whether a judgement is surely the source's: quoted, or told in other words of somebody who "is a ..."."""
    if said.kind is not Kind.INDIRECT:
        return quoted.touches(words)
    return what == "guess" or (
        what == "attack" and _IS_A.search(reading.text, max(0, words.start - _BEFORE), words.start) is not None
    )


def _judging(reading: Reading, said: Attribution) -> Span | None:
    """Return the verb of a statement by which somebody judges ("called", "described")."""
    if said.sources and reading.text.endswith("what ", 0, said.sources[0].start):
        return None
    verbs = (lexicon("opinions", "judging").first(reading.text, part) for part in said.cue)
    return next((verb for verb in verbs if verb), None)


def _first(reading: Reading, what: str, part: Span) -> Span | None:
    return lexicon("opinions", what).first(reading.text, part)


def _is_turned(text: str, words: Span, part: Span) -> bool:
    """Tell whether a word right before a judgement turns it round."""
    before = Span(max(part.start, words.start - _BEFORE), words.start)
    return lexicon("opinions", "turned").first(text, before) is not None


def _case(reading: Reading, one: _Opinion, names: Cover) -> Case:
    on_person = one.what not in _MILD and _is_about_person(reading, one, names)
    evidence = (
        Evidence(span=one.part, note="the statement"),
        Evidence(span=one.words, note="the words that judge"),
        Evidence(span=source_span(one.said), note="the unnamed source"),
    )
    if one.said.confidence < _SURE:
        return Case(message=_UNSURE, evidence=evidence, verdict=Verdict.UNSURE)
    message = _MESSAGES[one.what].format(whom="a person" if on_person else "others")
    return Case(message=message, evidence=evidence, verdict=Verdict.BREAKS if on_person else Verdict.MILD)


def _is_about_person(reading: Reading, one: _Opinion, names: Cover) -> bool:
    """Tell whether a person is named before a judgement, or anywhere in the sentence of a guess."""
    sentence = reading.around(one.words, 0)
    end = min(sentence.end, one.part.end) if one.what == "guess" else one.words.end
    place = Span(max(sentence.start, one.part.start), end)
    return names.touches(place) or _PERSON.search(reading.text, place.start, place.end) is not None
