"""In which roles the sources of an article speak: officials, experts, people who are affected, and others.

## Why it matters
Who gets to speak shapes a story. Officials are easy to reach, and people who are hit by a decision often are not.

## What you can do
Name one voice that is missing, and look for somebody who could say it.

## For writers
Nothing to mend by number. Ask who knows the matter from another place.

## Standards
- CredCo: The kinds of sources that an article uses tell something about how it was made.
- SPJ: Seek out people whose voices are seldom heard.

## Flagged
> [[Ana Ruiz, a professor of engineering]], said the bridge was unsafe. [[Tom Hill, the police chief]], said it was not.

## Not flagged
> The harbour has two moles of stone. Ferries cross the bay every hour.

## Limits
Roles are read from the words beside a name, by a list; what the text does not tell stays open. Only what somebody does
or belongs to counts, and never sex, age, origin, faith or colour. No share is good or bad by itself.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, check
from source_audit.checks._near import first_mention
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.label import Label, What
from source_audit.labels.beside import beside
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data

_EXAMPLES = 5
_LEAST = 0.5
_DOING = re.compile(r"\W*[a-z]+ing\b")
"""What a name does and not what it is: ", speaking to an editor"."""
_BY_KIND = {SourceKind.DOCUMENT: "document", SourceKind.OUTLET: "media"}
_BY_LABEL = {What.PARTY: "politician", What.OFFICE: "official"}
_UNTOLD = "untold"


@check(
    question="In which roles do the sources speak?",
    title="The roles of the sources are counted.",
    tally="Roles in which sources speak: {all}.",
    category=Category.INDEPENDENCE,
    since="0.1",
)
def source_roles(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for each role that occurs, with its first sources."""
    roles: dict[str, list[Evidence]] = {}
    labels = {one.source_id: one.labels for one in reading.labelled}
    for source in _voices(reading):
        role, mention = _role(reading, source, labels.get(source.id, ())), first_mention(reading, source)
        if mention and not (role == _UNTOLD and source.kind is SourceKind.UNNAMED_GROUP):
            roles.setdefault(role, []).append(Evidence(span=mention, note="a source"))
    count = sum(map(len, roles.values()))
    if not count:
        yield NotApplicable(reason="The text gives no statement to a source.")
    for role, name in data("source_roles")["names"].items():
        if found := roles.get(role):
            yield Case(
                message=f"{name}: {len(found)} of {count}.",
                evidence=tuple(found[:_EXAMPLES]),
                verdict=Verdict.NOTE,
                value=len(found) / count,
            )


def _voices(reading: Reading) -> Iterator[Source]:
    """Yield each source that surely says something in the body; a pronoun that may mean several is nobody."""
    heard = {said.source.id for said in reading.body_attributions if said.source and said.confidence >= _LEAST}
    yield from (s for s in reading.sources if s.id in heard and s.kind is not SourceKind.UNKNOWN)


def _role(reading: Reading, source: Source, labels: tuple[Label, ...]) -> str:
    """Return a source's role: by its kind, by a party or office that is known, by its own words, or by its mentions."""
    if source.kind in _BY_KIND:
        return _BY_KIND[source.kind]
    person = source.named and source.kind is SourceKind.PERSON
    known = next((_BY_LABEL[label.what] for label in labels if label.what in _BY_LABEL), None) if person else None
    own = [source.role or "", "" if person else source.name, source.affiliation or ""]
    told = (role for words in own if (role := _first_role(words)))
    return known or next(told, None) or _beside(reading, source) or _UNTOLD


def _beside(reading: Reading, source: Source) -> str | None:
    """Return the first role that the words beside the first mention give."""
    mention = first_mention(reading, source)
    places = beside(reading, mention) if mention and source.mentions else ()
    texts = (text for place in places if not _DOING.match(text := place.of(reading.text)))
    return next((role for text in texts if (role := _first_role(text))), None)


def _first_role(words: str) -> str | None:
    """Return the role of the first word that tells one."""
    found = _all_words().first(words) if words else None
    return _by_word()[" ".join(found.of(words).lower().split()).replace("’", "'")] if found else None


@cache
def _by_word() -> Mapping[str, str]:
    """Return the role of each word and of its plural."""
    rows = [(word, role) for role, words in data("source_roles")["people"].items() for word in words]
    return {f"{word}s": role for word, role in rows} | dict(rows)


@cache
def _all_words() -> Lexicon:
    return Lexicon(_by_word())
