"""Who speaks in an article, and in which role: by kind, by a known party or office, by the words beside the name."""

import re
from collections.abc import Mapping
from functools import cache

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import first_mention, lexicon, once
from source_audit.label import Label, What
from source_audit.labels.beside import beside
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data

UNTOLD = "untold"
_LEAST = 0.5
_DOING = re.compile(r"\W*[a-z]+ing\b")
"""What a name does and not what it is: ", speaking to an editor"."""
_BY_KIND = {SourceKind.DOCUMENT: "document", SourceKind.OUTLET: "media"}
_BY_LABEL = {What.PARTY: "politician", What.OFFICE: "official"}


@once
def voices(reading: Reading) -> list[Source]:
    """Return each source that surely says something in the body; a pronoun that may mean several is nobody."""
    heard = {source.id for said in reading.body_attributions if said.confidence >= _LEAST for source in said.speakers}
    return [s for s in reading.sources if s.id in heard and s.kind is not SourceKind.UNKNOWN]


@once
def roles(reading: Reading) -> dict[str, str]:
    """Return the role of each voice, by the source's id."""
    labels = {one.source_id: one.labels for one in reading.labelled if one.source_id}
    return {source.id: _role_of(reading, source, labels.get(source.id, ())) for source in voices(reading)}


def _role_of(reading: Reading, source: Source, labels: tuple[Label, ...]) -> str:
    """Return a source's role: by its kind, by a party or office that is known, by its own words, or by its mentions."""
    if source.kind in _BY_KIND:
        return _BY_KIND[source.kind]
    person = source.named and source.kind is SourceKind.PERSON
    known = next((_BY_LABEL[label.what] for label in labels if label.what in _BY_LABEL), None) if person else None
    own = [source.role or "", "" if person else source.name, source.affiliation or ""]
    told = (role for words in own if (role := _first_role(words)))
    return known or next(told, None) or _beside(reading, source) or UNTOLD


def _beside(reading: Reading, source: Source) -> str | None:
    """Return the first role that the words beside the first mention give."""
    mention = first_mention(reading, source)
    places = beside(reading, mention) if mention and source.mentions else ()
    texts = (text for place in places if not _DOING.match(text := place.of(reading.text)))
    return next((role for text in texts if (role := _first_role(text))), None)


def _first_role(words: str) -> str | None:
    """Return the role of the first word that tells one; the words in a party's name ("Law and Justice") tell none."""
    found = list(_all_words().find(words)) if words else []
    parties = list(lexicon("parties", "names").find(words)) if found else []
    told = next((place for place in found if not any(map(place.overlaps, parties))), None)
    return _by_word()[" ".join(told.of(words).lower().split()).replace("’", "'")] if told else None


@cache
def _by_word() -> Mapping[str, str]:
    """Return the role of each word and of its plural."""
    rows = [(word, role) for role, words in data("source_roles")["people"].items() for word in words]
    return {f"{word}s": role for word, role in rows} | dict(rows)


@cache
def _all_words() -> Lexicon:
    return Lexicon(_by_word())
