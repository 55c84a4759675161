"""Sources that declare a side: in the text, in the name of their account, or on the reader's own list.

## Why it matters
To know a source's side is context, not a verdict: people with a side can be right.

## What you can do
Read how somebody from the other side describes the same fact.

## For writers
Nothing to mend. A few words about a source's side help readers more than leaving it out.

## Standards
- SPJ: Consider what sources may want before you promise them anything.
- NPR: Tell the audience which party or side a source speaks for.

## Flagged
> [[Senator Ann Poe, R-Texas]], said that the bridge would open in May.

## Not flagged
> Ana Ruiz, the harbour master, said the bridge would open in May.

## Limits
Only what the text, the name of an account or a list of yours says is shown; nothing is looked up about anybody. A
name can be irony, and a side is not a rating. Sides of every kind are treated alike.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from source_audit.attribution import Declared, Reading, Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import embed_span, first_mention
from source_audit.checks._party import party_words
from source_audit.checks._posts import names_of
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.resources import rows
from source_audit.span import Span
from source_audit.stance import account_kind, stance

_PARTISAN_KINDS = ("party", "campaign")


@frozen(kw_only=True)
class _Voice:
    """A source or account: where it stands, its names, and its record if the reading has one."""

    span: Span
    names: tuple[str, ...]
    source: Source | None = None


@check(
    question="Which sources declare a party or a side?",
    title="Sources that declare a side are shown.",
    tally="Sources and links that declare a side: {all}.",
    category=Category.INDEPENDENCE,
    since="0.1",
)
def partisan_sources(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each source, account or link that declares a side, and how that is known."""
    declared = {row.name.lower().lstrip("@"): row for row in reading.declared}
    found = [case for voice in _voices(reading) if (case := _declares(reading, voice, declared))]
    found += _party_sites(reading)
    if not found:
        yield NotApplicable(reason="No source, account or link declares a side.")
    yield from found


def _declares(reading: Reading, voice: _Voice, declared: Mapping[str, Declared]) -> Case | None:
    """Return what is known of a voice: by the caller's list, else by the text, else by its name."""
    row = next((declared[name.lower()] for name in voice.names if name.lower() in declared), None)
    if row:
        note = f"your list {row.origin}: {row.note}" if row.note else f"your list {row.origin}"
        return _case(voice.span, f"Your own list gives a side: {row.side}.", note)
    return _from_text(reading, voice) or _from_name(voice)


def _voices(reading: Reading) -> Iterator[_Voice]:
    """Yield the accounts of the posts and the named sources that say something, each once."""
    seen = set()
    for embed in reading.document.embeds:
        place = embed.signature or embed_span(reading, embed)
        names = names_of(embed)
        if place and names and names[0].lower() not in seen:
            seen |= {name.lower() for name in names}
            yield _Voice(span=place, names=names)
    for source in reading.sources:
        name = source.name.lstrip("@")
        mention = first_mention(reading, source)
        if source.named and source.attribution_ids and mention and name.lower() not in seen:
            yield _Voice(span=mention, names=(name,), source=source)


def _from_text(reading: Reading, voice: _Voice) -> Case | None:
    words = party_words(reading, voice.source) if voice.source else None
    return (
        _case(voice.span, "The text says the party or campaign of this source.", f"the text: “{words}”")
        if words
        else None
    )


def _from_name(voice: _Voice) -> Case | None:
    """Return what an account's name says of itself: the kind of body goes before a position."""
    if voice.source and voice.source.kind is not SourceKind.ACCOUNT:
        return None
    for name in voice.names:
        if (kind := account_kind(name)) in _PARTISAN_KINDS:
            return _case(voice.span, f"The account's name says that it is a {kind}'s.", f"the name: “{name}”")
        if position := stance(name):
            message = f"The account's name itself takes a position: {position.direction} {position.target}."
            return _case(voice.span, message, f"the name: “{position.matched}”")
    return None


def _party_sites(reading: Reading) -> Iterator[Case]:
    for link in reading.document.links:
        if name := _party_domains().get(link.domain):
            yield _case(link.span, f"This link leads to a party's site: {name}.", link.domain)


@cache
def _party_domains() -> dict[str, str]:
    return {row["key"]: row["name"] for row in rows("hosts") if row["kind"] == "party"}


def _case(span: Span, message: str, note: str) -> Case:
    return Case(message=message, evidence=(Evidence(span=span, note=note),), verdict=Verdict.NOTE)
