"""Somebody is accused of a wrong, and the text gives no answer of theirs.

## Why it matters
An accusation without an answer is half of a story.

## What you can do
Look for an answer in another article, or on the site of the person or body that is accused.

## For writers
Ask the accused and print the answer. If there is none, say when and how you asked.

## Standards
- BBC: Those who are criticised for a wrong should have a fair chance to answer.
- CredCo: An article gives whoever it accuses the opportunity to respond.
- Reuters: Report all sides of a dispute.

## Flagged
> Engineer Tom Beck accused the harbour chief [[Ines Corley]] of hiding the ferry's repairs.
> The ferry carries nine hundred people a day. It was built in Tarn thirty years ago.

> The bookkeeper Tom Beck said that [[Tarn Ferries]] had ignored four warnings about the ramp.
> The ferry carries nine hundred people a day. It was built in Tarn thirty years ago.

## Not flagged
> Engineer Tom Beck accused the harbour chief Ines Corley of hiding the ferry's repairs.
> Corley said every repair stood in the log.

> Engineer Tom Beck accused the harbour chief Ines Corley of hiding the ferry's repairs.
> She did not respond to two letters.

> Critics say that the ferry law is bad and that it costs too much.

> The bookkeeper Tom Beck said that Tarn Ferries had ignored neither letter. He said he had lied about it himself.

## Limits
Only accusations in plain words are found ("accused of", "alleged that", "allegations against"), and wrongs from a
list of words that are told of somebody with a name, an office ("the mayor") or of a body ("the company"). A second
wrong of the same party is a case of its own, unless it only goes on about "him" or "them". An answer counts
whoever it was given to, and anything that the accused or their speaker is quoted with counts as one; where somebody
speaks who may answer for the accused, the case is left to you. So are criminal charges, lawsuits, blame, and
accusations of groups, countries or people who have died. Criticism of a law or a plan is no accusation.
"""

from collections.abc import Iterator

from attrs import frozen

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._holders import last_word
from source_audit.checks._near import in_body, lexicon
from source_audit.checks._replies import Replies
from source_audit.checks._wrongs import wrongs
from source_audit.claim import Party, PartyKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_MOST = 60
_PRONOUNS = ("he ", "she ")
_MESSAGES = {
    Verdict.HOLDS: "The text has an answer of the accused, or says that they were asked.",
    Verdict.MILD: "The text says that the accused could not be reached, and no more.",
    Verdict.BREAKS: "An answer to this accusation is not in the text.",
    Verdict.UNSURE: "An answer is not in the text; whether this needs one is for you to judge.",
}


@frozen
class _Accused:
    """Who is accused, the sentence that does it, and whether that is sure."""

    party: Party
    sentence: Span
    sure: bool


@check(
    question="Is everybody who is accused of a wrong answered for in the text?",
    title="Whoever is accused has an answer in the text.",
    tally="Accused people and bodies with an answer in the text: {good} of {all}.",
    category=Category.CORROBORATION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="medium",
)
def right_of_reply(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each named party that is accused of a wrong, and for each further wrong that is told of it."""
    accused = _accused(reading)
    if not accused:
        yield NotApplicable(reason="The text accuses nobody by name.")
    replies = Replies(reading)
    for one in accused:
        reply = replies.to(one.party, one.sentence)
        verdict, place = reply or (_without(reading, one), None)
        yield Case(message=_MESSAGES[verdict], evidence=tuple(_evidence(one, place)), verdict=verdict)


def _accused(reading: Reading) -> list[_Accused]:
    """Return who is accused and where; a sentence in which a wrong is told needs no more words to be sure."""
    told = {wrong.sentence.start for wrong in wrongs(reading) if not wrong.charged}
    found = [one for one in _in_claims(reading) if one.sure or one.sentence.start not in told]
    return [*found, *_further(reading, found)][:_MOST]


def _in_claims(reading: Reading) -> list[_Accused]:
    """Return the first sure accusation of each accused, else the first one; people of one surname count as one."""
    first: dict[str, _Accused] = {}
    for claim in (each for each in reading.claims if each.accusations and in_body(reading, each.span)):
        for accusation in claim.accusations:
            accused = accusation.accused
            name = last_word(accused.name) if accused.kind is PartyKind.PERSON else accused.name
            known = first.get(name)
            if known is None or (accusation.sure and not known.sure):
                first[name] = _Accused(accused, claim.span, accusation.sure)
    return list(first.values())


def _further(reading: Reading, found: list[_Accused]) -> Iterator[_Accused]:
    """Yield the wrongs told in other sentences: not again, and not where "he" goes on about somebody."""
    heard, told = {last_word(one.party.name) for one in found}, {one.sentence.start for one in found}
    deeds: set[tuple[str, str]] = set()
    for wrong in wrongs(reading):
        who, start = last_word(wrong.accused.name), wrong.sentence.start
        deed = who, wrong.deed.of(reading.text).lower()
        known = deed in deeds or start in told or (wrong.by_pronoun and who in heard)
        deeds.add(deed)
        if not known:
            heard.add(who)
            told.add(start)
            yield _Accused(wrong.accused, wrong.sentence, sure=True)


def _without(reading: Reading, one: _Accused) -> Verdict:
    """Return what an accusation without an answer is: a reader has to look where it may need none."""
    plain = one.sure and one.party.kind is not PartyKind.GROUP
    return Verdict.BREAKS if plain and not _is_dead(reading, one) else Verdict.UNSURE


def _is_dead(reading: Reading, one: _Accused) -> bool:
    """Tell whether a sentence around an accusation says that the accused, or "she", has died."""
    for place in lexicon("responses", "dead").find(reading.text, reading.around(one.sentence, 1)):
        sentence = reading.sentence_at(place.start) or place
        words = sentence.of(reading.text).lower()
        if last_word(one.party.name) in words or words.startswith(_PRONOUNS):
            return True
    return False


def _evidence(one: _Accused, reply: Span | None) -> Iterator[Evidence]:
    yield Evidence(span=one.party.span, note="the accused")
    yield Evidence(span=one.sentence, note="the accusation")
    if reply:
        yield Evidence(span=reply, note="the answer")
