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

## Not flagged
> Engineer Tom Beck accused the harbour chief Ines Corley of hiding the ferry's repairs.
> Corley said every repair stood in the log.

> Engineer Tom Beck accused the harbour chief Ines Corley of hiding the ferry's repairs.
> She did not respond to two letters.

> Critics say that the ferry law is bad and that it costs too much.

## Limits
Only accusations in plain words are found ("accused of", "alleged that", "allegations against"), and a wrong that a
source tells of somebody with a name ("she said that he hid the log"). An answer counts
whoever it was given to, and anything that the accused or their speaker is quoted with counts as one. Criminal
charges, lawsuits, blame, and accusations of groups, countries or people who have died are left to the reader.
Criticism of a law or a plan is no accusation.
"""

from collections.abc import Iterator

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import in_body, lexicon
from source_audit.checks._replies import Replies
from source_audit.claim import Accusation, Claim, PartyKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_MOST = 40
_MESSAGES = {
    Verdict.HOLDS: "The text has an answer of the accused, or says that they were asked.",
    Verdict.MILD: "The text says that the accused could not be reached, and no more.",
    Verdict.BREAKS: "An answer to this accusation is not in the text.",
    Verdict.UNSURE: "An answer is not in the text; whether this needs one is for you to judge.",
}

_CITED = "The accused is cited; whether that answers the accusation is for you to judge."


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
    """Yield one case for each named party that is accused of a wrong."""
    accused = _accused(reading)
    if not accused:
        yield NotApplicable(reason="The text accuses nobody by name.")
    replies = Replies(reading)
    for claim, accusation in accused:
        reply = replies.to(accusation.accused, claim.span)
        verdict, place = reply or (_without(reading, claim, accusation), None)
        yield Case(message=_MESSAGES[verdict], evidence=tuple(_evidence(claim, accusation, place)), verdict=verdict)


def _accused(reading: Reading) -> list[tuple[Claim, Accusation]]:
    """Return the first sure accusation of each accused, else the first one; people of one surname count as one."""
    first: dict[str, tuple[Claim, Accusation]] = {}
    for claim in (each for each in reading.claims if each.accusations and in_body(reading, each.span)):
        for accusation in claim.accusations:
            accused = accusation.accused
            name = accused.name.rsplit(" ", 1)[-1] if accused.kind is PartyKind.PERSON else accused.name
            known = first.get(name)
            if known is None or (accusation.sure and not known[1].sure):
                first[name] = (claim, accusation)
    return list(first.values())[:_MOST]


def _without(reading: Reading, claim: Claim, accusation: Accusation) -> Verdict:
    """Return what an accusation without an answer is: a reader has to look where it may need none."""
    plain = accusation.sure and accusation.accused.kind is not PartyKind.GROUP
    return Verdict.BREAKS if plain and not _is_dead(reading, claim) else Verdict.UNSURE


def _is_dead(reading: Reading, claim: Claim) -> bool:
    return lexicon("responses", "dead").first(reading.text, reading.around(claim.span, 1)) is not None


def _evidence(claim: Claim, accusation: Accusation, reply: Span | None) -> Iterator[Evidence]:
    yield Evidence(span=accusation.accused.span, note="the accused")
    yield Evidence(span=claim.span, note="the accusation")
    if reply:
        yield Evidence(span=reply, note="the answer")
