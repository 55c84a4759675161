"""What the words of a source span say: a name, a role, a body, a document, somebody unnamed, or a pronoun."""

import re

from attrs import frozen

from source_audit.attribution import SourceKind
from source_audit.extract.appositions import label_after, role_after, role_before
from source_audit.extract.countable import is_somebody
from source_audit.extract.cues import table, words
from source_audit.extract.names import Named, nobody
from source_audit.extract.naming import body_in, is_kin, name_in
from source_audit.extract.people import gender_of
from source_audit.extract.roles import (
    affiliation_in,
    head_of,
    is_person_role,
    looks_like_a_calling,
    owner_of,
    spoken_for,
    trimmed,
)
from source_audit.span import Span

_WORDS = re.compile(r"[\w'’\-]+")
_COUNT = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|one of|dozens|\d+)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several)\s$", re.IGNORECASE)
_HOW_KNOWN = re.compile(r"\b(?:who|familiar|close to|briefed|knowledge|involved in|privy to)\b")
_SHARE = re.compile(r"\b(?:percent|per cent|in (?:ten|five|four|three|10|5|4|3)|half of)\b|\d\s?%", re.IGNORECASE)
_ARTICLE_OF_NAME = re.compile(r"[Tt]he\s(?=[A-Z])")
_WHAT_THEY = re.compile(r"what (they|he|she|it|we|I|you)\s", re.IGNORECASE)
_THE_ACCOUNT = re.compile(r"(?:the|this|that) account", re.IGNORECASE)
_WITH_VERB = re.compile(r"(?:you|we|i|he|she|they|it)(?=(?:\s[a-z]+n['’]t|['’](?:re|ve|ll|d|m|s))$)")
"""A pronoun that carries its auxiliary along ("You shouldn’t")."""
_PRONOUNS = frozenset({"his", "her", "their", "its", "my", "our", "him", "them", "that"})
_OF_SEVERAL = re.compile(r"\s(?:of|in|from|for|to|at)\s(?:the\s)?[A-Z][^,]*\sand\s(?:the\s)?[A-Z]")
_PLACES = frozenset({"cities", "towns", "states", "counties", "villages", "ports"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_ONE_OF_A_KIND = frozenset({"a", "an", "one", "another"})
_TOLD_BY = ("sources", "insiders")
_RELATIVES = frozenset({"who", "which", "that"})
_ONE_MORE = frozenset(
    {"one", "another", "a second", "a third", "a fourth", "a fifth", "the second", "the third", "the fourth"}
)
"""One of several people, of whom the text tells no more here."""


@frozen(kw_only=True)
class Mention:
    """A source span read: what kind of source it names, its name and role, and what a pronoun says of it.

    ``owner`` are the words that say whose somebody is ("his" lawyer); ``speaks_for`` those for whom they speak;
    ``bare`` is a role without an article, as headlines have it ("Council leader").
    """

    span: Span
    kind: SourceKind
    name: str = ""
    title: str = ""
    role: Span | None = None
    affiliation: Span | None = None
    speaks_for: Span | None = None
    owner: Span | None = None
    pronoun: str = ""
    collective: bool = False
    definite: bool = False
    bare: bool = False
    gender: str = ""

    @property
    def relative(self) -> bool:
        """Whether it takes up the words right before it."""
        return self.pronoun in _RELATIVES


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of a source span."""
    raw = span.of(text)
    if reported := _WHAT_THEY.match(raw):  # "according to what they told us": they, not another source
        raw = reported.group(1)
    low = raw.lower().strip()
    carried = _WITH_VERB.match(low)
    low = carried.group() if carried else low
    if low in words("pronouns") or low in words("relatives") or low in _PRONOUNS:
        return Mention(span=span, kind=SourceKind.UNKNOWN, pronoun=low, gender=gender_of("he" if low == "him" else low))
    if low in _ONE_MORE:
        return Mention(span=span, kind=SourceKind.UNNAMED_PERSON, name=raw)
    if low in words("loose_subjects"):
        return Mention(span=span, kind=SourceKind.UNNAMED_GROUP, name=raw, collective=True)
    return _in_words(text, span, raw)


def _in_words(text: str, span: Span, raw: str) -> Mention:
    """Read a source span that is no pronoun."""
    main, comma, aside = raw.partition(",")
    if body := body_in(main):
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=body, definite=True)
    found = name_in(main, span.start)
    after = span.start + len(main) + len(comma)
    if found is None and aside:
        found = name_in(aside, after)
        if found and aside[: max(0, found.span.start - after - len(found.title) - 1)].strip():
            found = None
    if found and head_of(main) not in table("roles")["classes"] and not _are_of_several(main, found):
        return _named_mention(text, span, found, len(main))
    return _described(text, span, raw, main)


def _are_of_several(main: str, found: Named) -> bool:
    """Tell whether those meant are without names, and of several: "the mayors of Ostwick and Port Ellan"."""
    if " and " not in main or found.title:
        return False
    head = head_of(main)
    place = main.find(f"{head} ")
    many = head.endswith("s") and (is_person_role(head) or head in _PLACES)
    return many and bool(_OF_SEVERAL.match(main, place + len(head)))


def _named_mention(text: str, span: Span, found: Named, length: int) -> Mention:
    main = text[span.start : span.start + length]
    before = role_before(text, span, found)
    after = role_after(text, span, length) if found.span.end <= span.start + length else None
    label = label_after(text, found.span.end) if found.kind is SourceKind.PERSON else None
    lead = text[span.start : found.span.start].removesuffix(f"{found.title} ").strip().lower()
    tail = text[found.span.end : span.start + length].strip().lower()
    head, roles = head_of(main), table("roles")
    if tail and head in roles["documents"]:
        return Mention(span=span, kind=SourceKind.DOCUMENT, name=main, definite=True)
    if tail and head in roles["bodies"]:
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=main.strip(), definite=True)
    role = after or before
    return Mention(
        span=span,
        kind=_kind(found, lead),
        name=found.name,
        title=found.title,
        role=role,
        affiliation=label or (affiliation_in(text, role) if role else None),
        speaks_for=spoken_for(text, role) if role else None,
        gender=gender_of(" ".join(part.of(text) for part in (before, after) if part)),
        definite=True,
    )


def _kind(found: Named, lead: str) -> SourceKind:
    """Return what a name names where it stands: "the Ruiz" is a body, and so is a place that speaks."""
    if found.kind is SourceKind.UNKNOWN:
        return SourceKind.ORGANISATION
    body = not found.title and (lead == "the" or head_of(lead) in table("roles")["bodies"])
    return SourceKind.ORGANISATION if found.kind is SourceKind.PERSON and body else found.kind


def _described(text: str, span: Span, raw: str, main: str) -> Mention:
    """Read a phrase without a name."""
    roles, head = table("roles"), head_of(main)
    opener = raw.split(maxsplit=1)[0].lower() if raw.split() else ""
    definite = opener in _DEFINITE
    counted = _COUNT.search(main) or _COUNTED.search(text, max(0, span.start - 12), span.start)
    described = bool(counted or _HOW_KNOWN.search(raw))
    if _SHARE.search(main):
        return Mention(span=span, kind=SourceKind.UNNAMED_GROUP, name=main.strip(), collective=True)
    if is_kin(head) and (owner := owner_of(text, span, main)):
        return _somebodys(span, main, head, owner)
    account = _THE_ACCOUNT.fullmatch(main)
    if account or head in roles["documents"] or head.removesuffix("s") in roles["documents"]:
        kind = SourceKind.ACCOUNT if account else SourceKind.DOCUMENT
        return Mention(span=span, kind=kind, name=main.strip(), definite=definite)
    if head in roles["spokespeople"]:
        return _spokesperson(text, span, main, head)
    if head in roles["source_words"] or head in roles["classes"] or (head.endswith("s") and is_person_role(head)):
        return _class_or_people(span, main, head, described=described, definite=definite)
    return _person_or_thing(text, span, main, head, described=described)


def _somebodys(span: Span, main: str, head: str, owner: Span) -> Mention:
    """Read "his lawyer", "Ruiz's wife"."""
    kind = SourceKind.UNNAMED_GROUP if head.endswith("s") and head != "boss" else SourceKind.UNNAMED_PERSON
    gender = gender_of(head)
    return Mention(span=span, kind=kind, name=main.strip(), owner=owner, definite=True, gender=gender, role=span)


def _class_or_people(span: Span, main: str, head: str, *, described: bool, definite: bool) -> Mention:
    """Read people without names: a class in general, or some who could be counted (ruling 8 of the catalogue)."""
    one = head in table("roles")["source_words"] and not head.endswith("s") and head != "people"
    kind = SourceKind.UNNAMED_PERSON if one else SourceKind.UNNAMED_GROUP
    in_general = not (one or described or definite or is_told_by(head))
    return Mention(span=span, kind=kind, name=main.strip(), collective=in_general, definite=definite)


def is_told_by(description: str) -> bool:
    """Tell whether people are called so only because they told something ("sources", "insiders")."""
    return description.lower().endswith(_TOLD_BY)


def _spokesperson(text: str, span: Span, main: str, head: str) -> Mention:
    """Read a spokesperson without a name: the body speaks, if the text tells which."""
    whole = Span(span.start, span.start + len(main))
    body = spoken_for(text, whole)
    role = trimmed(text, whole.start, whole.end)
    name = _ARTICLE_OF_NAME.sub("", body.of(text), count=1) if body else ""
    if body and name.lower() not in ("", "his", "her", "their", "its", "my", "our", head):
        kind = SourceKind.ORGANISATION
        return Mention(span=span, kind=kind, name=name, role=role, speaks_for=body, definite=True)
    kind = SourceKind.UNNAMED_PERSON
    gender = gender_of(head)
    return Mention(
        span=span,
        kind=kind,
        name=main.strip(),
        role=role,
        speaks_for=body,
        gender=gender,
        owner=owner_of(text, span, main),
    )


def _person_or_thing(text: str, span: Span, main: str, head: str, *, described: bool) -> Mention:
    opener = main.split(maxsplit=1)[0].lower() if main.split() else ""
    definite = opener in ("the", "this", "that")
    called = opener in ("a", "an") and looks_like_a_calling(head)
    anyone = opener in ("one", "someone", "somebody")
    together = head in table("roles")["companies"] and f"{head} of" not in main
    if is_person_role(head) or together or called or anyone:
        role = trimmed(text, span.start, span.start + len(main))
        kind = SourceKind.PERSON if opener in ("the", head) and not anyone else SourceKind.UNNAMED_PERSON
        bare = main[:1].isupper() and opener not in words("determiners")
        gender = gender_of(main)
        return Mention(span=span, kind=kind, name=main.strip(), role=role, definite=definite, gender=gender, bare=bare)
    if head in table("roles")["bodies"]:
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=main.strip(), definite=opener in _DEFINITE)
    if main.strip() and main.strip().lower() in nobody():
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=main.strip(), definite=True)
    plural = head.endswith("s") and not head.endswith("ss")
    if opener in _ONE_OF_A_KIND and not plural and is_somebody(main):
        gender = gender_of(main)
        return Mention(span=span, kind=SourceKind.UNNAMED_PERSON, name=main.strip(), gender=gender)
    kind = SourceKind.UNNAMED_GROUP if plural else SourceKind.UNKNOWN
    return Mention(span=span, kind=kind, name=main.strip(), collective=plural and not described, definite=definite)
