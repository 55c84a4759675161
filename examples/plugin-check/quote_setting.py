"""The text gives somebody's words without saying how they reached the reporter: in an interview, a statement, a court.

## Why it matters
A written statement was planned. An answer in a talk was not. A reader weighs the two in different ways.

## What you can do
Look for words such as “in an interview” or “in an email”. If there are none, ask how the words were given.

## For writers
Say once for each person how you got the words: in a talk, by phone, in a statement, in court, in a post.

## Standards
- AP: Tell readers when words came in writing and not in a talk.
- Reuters: Say how a statement was made.

## Flagged
> “The well is dry,” [[Ana Ruiz]] said.

## Not flagged
> “The well is dry,” Ana Ruiz said in an interview.

> “The well is dry,” Ana Ruiz told the Courier.

> The well is dry, Ana Ruiz said.

## Limits
Only listed wordings count, anywhere in four sentences before or after, so that some that are no setting pass as one.
Once is enough for a person: later quotations may well have come another way.
"""

from collections.abc import Iterator

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.check import Category, check
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading

SETTINGS = Lexicon(
    [
        *(
            "told",
            "tells",
            "telling",
            "asked",
            "asked about",
            "interview",
            "interviewed",
            "interviews",
            "phone",
            "call",
        ),
        *(
            "telephone",
            "email",
            "emailed",
            "e-mail",
            "e-mailed",
            "text message",
            "message",
            "letter",
            "wrote",
            "writes",
        ),
        *("writing", "written", "statement", "press release", "op-ed", "essay", "column", "book", "memoir", "report"),
        *(
            "conference",
            "briefing",
            "testified",
            "testimony",
            "testifying",
            "court",
            "trial",
            "judge",
            "hearing",
            "panel",
        ),
        *(
            "speech",
            "address",
            "remarks",
            "rally",
            "rallies",
            "debate",
            "town hall",
            "forum",
            "crowd",
            "audience",
            "event",
        ),
        *(
            "supporters",
            "reporters",
            "journalists",
            "stage",
            "onstage",
            "meeting",
            "session",
            "ceremony",
            "vigil",
            "toast",
        ),
        *("television", "radio", "show", "program", "podcast", "broadcast", "camera", "video", "footage", "recording"),
        *("posted", "post", "posts", "tweet", "tweeted", "tweets", "Twitter", "Facebook", "Instagram", "Bluesky", "X"),
        *("interpreter", "translator", "announced", "announcement", "announcing", "speaking", "spoke", "appearance"),
        *("appearing", "appeared", "CNN", "MSNBC", "Fox News", "ABC", "CBS", "NBC", "BBC", "NPR", "C-SPAN", "visit"),
    ]
)
REACH = 4
"""How many sentences before and after a quotation are looked at."""


@check(
    question="Does the text say how the quoted words reached the reporter?",
    title="The text says how the quoted words were given.",
    tally="People quoted word for word, with how their words were given: {good} of {all}.",
    category=Category.TRANSPARENCY,
    since="1.0",
    row={"weight": 2.5, "rule": "share", "pass": 0.75, "partial": 0.25},
)
def quote_setting(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each named person who is quoted word for word."""
    people = (source for source in reading.sources if source.named and source.kind is SourceKind.PERSON)
    quoted = [person for person in people if any(_quotations(reading, person))]
    if not quoted:
        yield NotApplicable(reason="Nobody with a name is quoted word for word.")
    for source in quoted:
        first = next(_quotations(reading, source))
        told = any(_tells_how(reading, attribution) for attribution in _quotations(reading, source))
        yield Case(
            message="How these words were given is told."
            if told
            else "The text does not say how these words were given.",
            evidence=(Evidence(span=(*first.sources, *first.contents)[0], note="who is quoted"),),
            verdict=Verdict.HOLDS if told else Verdict.MILD,
        )


def _quotations(reading: Reading, source: Source) -> Iterator[Attribution]:
    """Yield the quotations of a source that a verb gives to it; a name and a colon may be a form or a list."""
    own = (reading.attribution(attribution_id) for attribution_id in source.attribution_ids)
    return (one for one in own if one.kind is Kind.DIRECT and one.cue and one.cue[0].of(reading.text)[0].isalpha())


def _tells_how(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the sentences around a quotation say how its words were given, outside quotation marks."""
    if attribution.relay:
        return True
    around = reading.around(attribution.cue[0], REACH)
    quoted = [quotation.span for quotation in reading.quotations if quotation.span.overlaps(around)]
    found = SETTINGS.find(reading.text, around)
    return any(not any(setting.overlaps(span) for span in quoted) for setting in found)
