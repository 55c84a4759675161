"""The grammar hides who makes a claim: "it is believed", "reportedly", "is said to".

## Why it matters
A sentence without a speaker asks you to trust a claim and does not say whose it is.

## What you can do
Rewrite the sentence with a subject: who believes it? If you cannot, treat it as not known.

## For writers
Name who reports or believes it, or say that you could not confirm it.

## Standards
- BBC: Say where material comes from that you have not gathered yourself.
- NPR: "Reportedly" is no attribution; say who reported it.

## Flagged
> The fund [[reportedly]] lost nine million crowns last year. [[It is believed]] that the bridge is unsafe.

## Not flagged
> The fund lost nine million crowns last year, the auditor Ines Corley said.

> He allegedly broke into the shop, according to the court.

## Limits
One such wording is usual in a news report, so one alone is shown and still passes. A sentence that also gives a
source for the claim is in order, and so is "allegedly" beside a court, the police or a charge. Words of doubt
that cite nobody ("apparently", "so-called") are left out.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Attribution
from source_audit.check import Category, check
from source_audit.checks._near import in_own_words, lexicon
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_ALLEGED = "alleg"
_NEAR = 60
_ADVERB = re.compile(r"[A-Z][a-z]+ly\b")
_SUBJECT = re.compile(r"\s(?:(?:at|in|on|of|from|near|outside)\s(?:the\s)?\w+\s)?")
_CLAUSE = re.compile(r"[,;]\s+(?:and|but|while)\s")


@check(
    question="Do wordings such as “it is believed” hide who makes a claim?",
    title="Every claim that is passed on has somebody who makes it.",
    tally="Wordings that hide who makes a claim: {bad}.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def agentless_attribution(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each such wording, or one case in order where there is none."""
    found = list(in_own_words(reading, lexicon("agentless", "phrases")))
    if not found and not reading.body_attributions:
        yield NotApplicable(reason="The text gives no statement to a source.")
    elif not found:
        yield Case(message="No wording hides who makes a claim.", evidence=(), verdict=Verdict.HOLDS)
    given = _given(reading) if found else {}
    for phrase in found:
        sentence = reading.sentence_at(phrase.start) or phrase
        told = any(_covers(reading, one, phrase) for one in given.get(sentence.start, ())) or (
            _is_charge(reading, phrase) and _has_accuser(reading, phrase, sentence)
        )
        yield Case(
            message="The sentence says who makes the claim."
            if told
            else "Who says or believes this is not in the text.",
            evidence=(Evidence(span=phrase, note="the wording"), Evidence(span=sentence, note="its sentence")),
            verdict=Verdict.HOLDS if told else Verdict.BREAKS,
        )


def _given(reading: Reading) -> dict[int, list[Attribution]]:
    """Return the statements of known sources by the sentences in which they or their sources stand."""
    found: dict[int, dict[str, Attribution]] = {}
    for one in reading.attributions:
        if one.told:
            for span in (*one.contents, *one.sources):
                for sentence in reading.sentences_in(span):
                    found.setdefault(sentence.start, {})[one.id] = one
    return {start: list(ones.values()) for start, ones in found.items()}


def _covers(reading: Reading, one: Attribution, phrase: Span) -> bool:
    """Tell whether a statement's source answers for a wording.

    It does not for one in its own verb ("insurers have reportedly told"), nor for one in a clause behind its statement.
    """
    if any(cue.overlaps(phrase) for cue in one.cue):
        return False
    sentence = reading.sentence_at(phrase.start)
    if sentence and sentence.start == phrase.start and _ADVERB.match(reading.text, phrase.start):
        return any(span.start <= phrase.start < span.end for span in one.contents)
    end = max(span.end for span in (*one.contents, *one.cue, *one.sources))
    return end >= phrase.start or _CLAUSE.search(reading.text, end, phrase.start) is None


def _has_accuser(reading: Reading, phrase: Span, sentence: Span) -> bool:
    """Tell whether a sentence names who makes a charge: not the one who "allegedly" did something."""
    near = Span(max(sentence.start, phrase.start - _NEAR), phrase.start)
    subject = next((who for who in lexicon("agentless", "accused").find(reading.text, near)), None)
    if subject and subject.start == sentence.start and _SUBJECT.fullmatch(reading.text, subject.end, phrase.start):
        return lexicon("agentless", "accusers").first(reading.text, Span(phrase.end, sentence.end)) is not None
    return lexicon("agentless", "accusers").first(reading.text, sentence) is not None


def _is_charge(reading: Reading, phrase: Span) -> bool:
    """Tell whether a wording keeps a suspect's rights ("allegedly")."""
    return _ALLEGED in phrase.of(reading.text).lower()
