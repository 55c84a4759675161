"""Somebody has only part of a name here, or a changed one, and whether the text says so.

## Why it matters
People with half a name are protected, which is nothing to hold against them. You should only be told that it is so.

## What you can do
Note what the text still tells you about them: age, place, work, how they know.

## For writers
Say that a name is changed or cut short, and why. Do not make up a name without a word about it.

## Standards
- NPR: Explain it when somebody's full name is left out, and do not invent names.
- SPJ: Tell readers why a name is kept back.

## Flagged
> "The bus never comes," said Anna, a cleaner. [[Her name has been changed]].

> The bus never comes. [[Anna]], 34, said that she walked to work.

## Not flagged
> "The bus never comes," said Anna Holm, a cleaner.

> "The bus never comes," said Anna Holm, a cleaner. Her son, Jon, 9, said that he liked to walk.

## Limits
Announcements are found by their usual wordings. A first name alone counts only where an age follows it, the name is a
common one in English-speaking countries, and no relative or title stands before it, since a family shares a surname.
"""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import in_body, lexicon, spoken
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_AGE = re.compile(r",? (?:who is )?\(?\d{1,2}\b[,)]|, (?:aged )?\d{1,2}\b")
_WORD = re.compile(r"[\w'’\-]+")
_BEFORE = 30
_FEW = 3
_MESSAGES = {
    "changed": "The text says that a name is not the real one",
    "shortened": "The text says that only part of a name is given",
}


@check(
    question="Where a name is cut short or changed, does the text say so?",
    title="Shortened and changed names are announced.",
    tally="Names that are cut short or changed: {all}.",
    category=Category.ANONYMITY,
    since="0.1",
)
def withheld_names(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each announcement, and for each source with a first name alone."""
    found = list(_announcements(reading)) or list(_first_names(reading))
    if not found:
        yield NotApplicable(reason="No name is cut short or changed, as far as the text tells.")
    yield from found


def _announcements(reading: Reading) -> Iterator[Case]:
    quoted = spoken(reading)
    for sentence in _about_names(reading):
        for what, message in _MESSAGES.items():
            words = lexicon("withheld", what).first(reading.text, sentence)
            if words and not quoted.touches(words):
                yield _announced(reading.text, words, sentence, message)


def _about_names(reading: Reading) -> Iterator[Span]:
    """Yield the sentences of the body with a word that every announcement has."""
    places = (match.start() for anchor in data("withheld")["anchors"] for match in re.finditer(anchor, reading.text))
    sentences = {sentence for place in places if (sentence := reading.sentence_at(place))}
    yield from (sentence for sentence in sorted(sentences, key=_start) if in_body(reading, sentence))


def _announced(text: str, words: Span, sentence: Span, message: str) -> Case:
    """Return what an announcement says, with the reason in its sentence."""
    reason = lexicon("reasons", "specific").first(text, sentence)
    evidence = [Evidence(span=_with_owner(text, words, sentence), note="the announcement")]
    if reason:
        evidence.append(Evidence(span=reason, note="the reason"))
    more = ", and what is at risk." if reason else "."
    return Case(message=message + more, evidence=tuple(evidence), verdict=Verdict.NOTE)


def _with_owner(text: str, words: Span, sentence: Span) -> Span:
    """Return an announcement with the one word that owns the name before it ("her name has been changed")."""
    before = _WORD.findall(text, max(sentence.start, words.start - _BEFORE), words.start)
    owned = before and before[-1].lower() in ("her", "his", "their", "whose")
    return Span(text.rindex(before[-1], 0, words.start), words.end) if owned else words


def _first_names(reading: Reading) -> Iterator[Case]:
    """Yield the people of whom the text gives a first name and an age, but nowhere more."""
    candidates = [source for source in reading.sources if _is_first_name(source)]
    longer = {part for name in reading.names if " " in name.key for part in name.key.split()} if candidates else set()
    for source in candidates:
        mention = min(source.mentions, key=_start, default=None)
        whole = mention is not None and mention.of(reading.text) == source.name and source.name not in longer
        if mention and whole and in_body(reading, mention) and _stands_alone(reading.text, mention):
            message = "Only a first name is given here, and the text does not say why."
            yield Case(message=message, evidence=(Evidence(span=mention, note="the name"),), verdict=Verdict.NOTE)


def _is_first_name(source: Source) -> bool:
    person = source.named and source.kind is SourceKind.PERSON
    return person and bool(source.attribution_ids) and source.name.lower() in _given()


@cache
def _given() -> frozenset[str]:
    return frozenset(data("names")["female"]) | frozenset(data("names")["male"])


def _stands_alone(text: str, mention: Span) -> bool:
    """Tell whether an age follows a name and no relative or title stands before it."""
    before = _WORD.findall(text, max(0, mention.start - _BEFORE), mention.start)[-_FEW:]
    related = any(word.lower() in data("withheld")["relatives"] for word in before)
    return not related and _AGE.match(text, mention.end) is not None


def _start(span: Span) -> int:
    return span.start
