"""A body that wants something speaks, or somebody who works for it, and the text does not tell its side or stake.

## Why it matters
A stake does not make a statement false. But you should know of it when you weigh the words.

## What you can do
Search for the name of the body together with the word "funding".

## For writers
Add a few words at the first mention: what the body wants, whom it speaks for, or who pays for it.

## Standards
- NPR: Tell on which side a source stands, and what an expert's interests are.
- Shorenstein Center: Introduce a think tank by its leaning and its funders; "nonpartisan" tells little.

## Flagged
> The new toll is a mistake, said Ana Ruiz of the [[Cato Institute]]. The mayor said that it would stay.

> The new toll is a mistake, said the [[Coalition for Open Roads]]. The mayor said that it would stay.

## Not flagged
> The new toll is a mistake, said Ana Ruiz of the Cato Institute, a libertarian think tank. The mayor said that it
> would stay.

> The new toll is a mistake, said the Coalition for Open Roads, which is funded by Acme Rail.

## Limits
Known think tanks and campaign groups come from a register of sites that is far from complete. Bodies that are not in
it, but have a name like those, are left to you. A word for the side, the aim or the funding beside the name is enough
wherever it stands in the article, and so is a name that tells its cause. Somebody whose own account says that they run
for an office is flagged if the text tells of no race. Parties of politicians are not asked about.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._informants import SURE
from source_audit.checks._near import beside, first_mention, in_body, lexicon
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.label import How, Label, What
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data, rows
from source_audit.span import Span

_BEFORE, _AFTER = 70, 160
_MOST_PLACES = 8
_MOST_SOURCES = 200
_BODY = re.compile(r"(?:[A-Z][\w’'&.\-]*)(?:\s(?:(?:of|for|on|and|the|in|to|against)\s){0,2}[A-Z][\w’'&.\-]*){1,9}")
_OF, _END = re.compile(r"\s(?:of|from|at|with)\s"), re.compile(r"[,;:()]|\s(?:said|says|told|who|which)\b")
_WANTS = re.compile(
    r"\s(?:has\s|have\s)?(?:said|says|wants?|wanted|argues?|argued|holds|welcomed|welcomes|opposes?|opposed|called|calls|claims|claimed|warned|warns|told|backs|backed"
    r"|supports|supported|praised|criticised|criticized|urged|urges)\b"
)
_RUNS = re.compile(
    r"\b(?:[Cc]andidate|for\s(?:Mayor|Congress|Senate|Governor|Sheriff|Council|City\sCouncil|School\sBoard|Judge|President|Parliament|Assembly))\b"
)
_RACE = re.compile(
    r"\b(?:[Cc]andidates?|[Cc]halleng(?:er|ing)|running\sfor|runs\sfor|stands\sfor|standing\sfor|[Nn]ominee|[Cc]ouncil(?:lor|or)|Republican|Democrat)\b"
)
_RUNNING = "This person's own account says that they run for an office, and the text does not."
_MESSAGES = {
    Verdict.HOLDS: "The text tells the side, the aim or the funding.",
    Verdict.BREAKS: "This is a think tank or campaign group, and the text does not tell its side, aim or funding.",
    Verdict.UNSURE: "This may be a think tank or campaign group. The text does not tell its side, aim or funding.",
}


@check(
    question="Does the text tell the side or stake of the bodies that want something?",
    title="The side or stake of advocates is told.",
    tally="Advocates whose side or stake is told: {good} of {all}.",
    category=Category.INDEPENDENCE,
    since="0.1",
    lifecycle=Lifecycle.EXPERIMENTAL,
)
def unlabelled_advocates(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each source that is an advocate or works for one, once for each body."""
    labels = {one.source_id: one.labels for one in reading.labelled}
    cases: dict[str, Case] = {}
    asked = islice((source for source in reading.sources if _speaks(reading, source)), _MOST_SOURCES)
    for source in asked:
        if found := _case(reading, source, labels.get(source.id, ())):
            cases.setdefault(found[0], found[1])
    for place in _known().everywhere(reading.text).spans:
        name = place.of(reading.text)
        if name not in cases and in_body(reading, place) and _WANTS.match(reading.text, place.end):
            cases[name] = _made(place, _label(reading, name) or _telling(place, name), known=True)
    cases.update(_candidates(reading))
    if not cases:
        yield NotApplicable(reason="No body that is known to want something speaks.")
    yield from cases.values()


def _speaks(reading: Reading, source: Source) -> bool:
    who = source.kind in (SourceKind.PERSON, SourceKind.ORGANISATION)
    return source.named and who and any(reading.attribution(name).confidence >= SURE for name in source.attribution_ids)


def _case(reading: Reading, source: Source, labels: tuple[Label, ...]) -> tuple[str, Case] | None:
    """Return the name of the body that a source is or works for, and the case for it."""
    span, known = _advocate(reading, source)
    told = next((label.span for label in labels if _tells(label) and label.span), None)
    if span is None:
        mention = first_mention(reading, source)
        return (source.id, _made(mention, told, known=False)) if told and mention else None
    name = span.of(reading.text)
    told = told or _label(reading, name) or _telling(span, name)
    return name, _made(span, told, known=known)


def _telling(span: Span, name: str) -> Span | None:
    """Return the name itself if it tells the interest."""
    return span if lexicon("advocates", "telling").first(name) else None


def _candidates(reading: Reading) -> Iterator[tuple[str, Case]]:
    """Yield the people who speak as neighbours or parents, and run for an office by the name of their own account."""
    running = [
        (embed, embed.author) for embed in reading.document.embeds if embed.author and _RUNS.search(embed.author)
    ]
    for source in reading.sources if running and not _tells_of_race(reading) else ():
        if source.kind is not SourceKind.PERSON or " " not in source.name or not _speaks(reading, source):
            continue
        own = next((embed for embed, author in running if source.name in author), None)
        mention = first_mention(reading, source)
        if own and mention:
            places = (
                Evidence(span=span, note=note) for span, note in ((own.signature or own.span, "the account"),) if span
            )
            evidence = (Evidence(span=mention, note="the speaker"), *places)
            yield source.id, Case(message=_RUNNING, evidence=evidence, verdict=Verdict.BREAKS)


def _tells_of_race(reading: Reading) -> bool:
    return any(_RACE.search(reading.text, block.span.start, block.span.end) for block in reading.document.body)


def _made(span: Span, told: Span | None, *, known: bool) -> Case:
    verdict = Verdict.HOLDS if told else Verdict.BREAKS if known else Verdict.UNSURE
    words = (Evidence(span=told, note="the words that tell it"),) if told else ()
    return Case(message=_MESSAGES[verdict], evidence=(Evidence(span=span, note="the body"), *words), verdict=verdict)


def _tells(label: Label) -> bool:
    return label.how is How.TEXT and label.what is What.INTEREST


def _advocate(reading: Reading, source: Source) -> tuple[Span | None, bool]:
    """Return where the body stands that a source is or works for, and whether it is a known one."""
    places = list(_places(reading, source))
    for place in places:
        if known := _known().first(reading.text, place):
            return known, True
    for place in places:
        for run in _BODY.finditer(reading.text, place.start, place.end):
            if _has_shape(run.group()) and not _is_learned(reading, Span(*run.span())):
                return Span(*run.span()), False
    return None, False


def _places(reading: Reading, source: Source) -> Iterator[Span]:
    """Yield where a source's own body is named: in its name, or in the role or affiliation of a person."""
    if source.kind is SourceKind.ORGANISATION:
        yield from source.mentions[:1]
    else:
        told = [span for span in (source.affiliation_span, source.role_span) if span]
        past = any(_is_past(span.of(reading.text)) for span in told)
        yield from () if past else (*told, *_behind(reading, source))


def _behind(reading: Reading, source: Source) -> Iterator[Span]:
    """Yield what follows a person's name in "Ana Ruiz of the Harbour Alliance"."""
    for mention in source.mentions[:1]:
        end = beside(reading, mention, _AFTER).end
        name = reading.text.find(source.name, mention.start, mention.end)
        after = name + len(source.name) if name >= 0 else mention.end
        if joint := _OF.match(reading.text, after, end):
            stop = _END.search(reading.text, joint.end(), end)
            yield Span(joint.end(), stop.start() if stop else end)


def _has_shape(name: str) -> bool:
    """Tell whether a name is like those of bodies that want something."""
    like_one = lexicon("advocates", "shapes").first(name) is not None
    return like_one and lexicon("advocates", "no_advocates").first(name) is None


def _is_past(role: str) -> bool:
    """Tell whether a role is one that somebody had."""
    return lexicon("advocates", "past").first(role) is not None and lexicon("advocates", "now").first(role) is None


def _is_learned(reading: Reading, span: Span) -> bool:
    """Tell whether a body is a part of a university."""
    return lexicon("advocates", "learning").first(reading.text, beside(reading, span, _BEFORE)) is not None


def _label(reading: Reading, name: str) -> Span | None:
    """Return words that tell a side or a stake beside one of the places where a body is named."""
    text, place = reading.text, -1
    for _ in range(_MOST_PLACES):
        place = text.find(name, place + 1)
        if place < 0:
            return None
        sentence = reading.sentence_at(place) or Span(place, place + len(name))
        before = Span(max(sentence.start, place - _BEFORE), place)
        after = Span(place + len(name), max(place + len(name), min(sentence.end, place + len(name) + _AFTER)))
        words = (lexicon("advocates", "labels").first(text, part) for part in (before, after))
        if found := next((word for word in words if word), None):
            return found
    return None


@cache
def _known() -> Lexicon:
    """Return the names of the register's think tanks and campaign groups that have two words and mean nothing else."""
    table = data("advocates")
    names = {row["name"].removeprefix("The ") for row in rows("hosts") if row["kind"] in table["kinds"]}
    return Lexicon(name for name in names if " " in name and "(" not in name and name.lower() not in table["ambiguous"])
