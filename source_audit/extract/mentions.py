"""What the words of a source span say: a name, a role, a body, a document, somebody unnamed, or a pronoun."""

import re
from functools import cache

from attrs import frozen

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table, words
from source_audit.extract.names import Named, named
from source_audit.span import Span

_CAPITALS = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*|[A-Z]\.)(?:\s(?:(?:de|da|van|von|der|bin|al|el|la)\s)?(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*|[A-Z]\.))*"
)
_WORDS = re.compile(r"[\w'’\-]+")
_COUNT = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|one of|dozens|\d+)\b", re.IGNORECASE)
_HOW_KNOWN = re.compile(r"\b(?:who|familiar|close to|briefed|knowledge|involved in|privy to)\b")
_BEFORE_ROLE = re.compile(r"^(?:the|a|an)?\s*(.+?)(?:['’]s?)?\s\S+$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|of|with|from)\s(.+)$", re.DOTALL)


@frozen(kw_only=True)
class Mention:
    """A source span read: what kind of source it names, its name and role, and what a pronoun says of it."""

    span: Span
    kind: SourceKind
    name: str = ""
    role: str | None = None
    affiliation: str | None = None
    pronoun: str = ""
    collective: bool = False
    definite: bool = False
    gender: str = ""


def read_mention(text: str, span: Span) -> Mention:
    """Read the words of a source span."""
    raw = span.of(text)
    low = raw.lower().strip()
    if low in words("pronouns") or low in words("relatives") or low in ("his", "her", "their", "its", "my", "our"):
        return Mention(span=span, kind=SourceKind.UNKNOWN, pronoun=low, gender=_gender(low))
    if low in words("loose_subjects"):
        return Mention(span=span, kind=SourceKind.UNNAMED_GROUP, name=raw, collective=True)
    main, _, aside = raw.partition(",")
    found = _name_in(main, span.start)
    if found is None and aside:
        found = _name_in(aside, span.start + len(main) + 1)
        if found and not _opens_with(aside, found, span.start + len(main) + 1):
            found = None
    if found and not _is_class(main):
        return _named_mention(text, span, found, main, aside)
    return _described(span, raw, main)


def _opens_with(aside: str, found: Named, offset: int) -> bool:
    return not aside[: max(0, found.span.start - offset - len(found.title) - 1)].strip()


def _name_in(part: str, offset: int) -> Named | None:
    """Return the name in a phrase: the last run of capitals that is not merely whose body or place it is."""
    runs = [found for m in _CAPITALS.finditer(part) if (found := named(m.group(), offset + m.start()))]
    if not runs:
        return None
    head = _head(part)
    after = [run for run in runs if not _tied(part, run, offset)]
    if not after and head and (is_person_role(head) or head in table("roles")["documents"]):
        return None
    return (after or runs)[-1] if len(after) <= 1 else after[0]


def _tied(part: str, run: Named, offset: int) -> bool:
    """Tell whether a name only says whose or which ("Trump's lawyer", "a Treasury official", "the mayor of Ambry")."""
    end = run.span.end - offset
    start = run.span.start - offset - (len(run.title) + 1 if run.title else 0)
    rest = part[end:]
    if re.match(r"['’]s?\s", rest):
        return True
    before = part[:start].rstrip().lower()
    if before.endswith((" of", " for", " from", " at", " in", " with", " the", " on")) and _head(before):
        return bool(re.search(r"\b(?:of|for|from|at|in|with|on)(?:\s+the)?$", before))
    following = _WORDS.match(rest.strip())
    return bool(following and following.group().islower() and (is_person_role(following.group()) or _later_role(rest)))


def _later_role(rest: str) -> bool:
    return any(
        is_person_role(m.group().lower()) or m.group().lower() in table("roles")["documents"]
        for m in _WORDS.finditer(rest[:60])
        if m.group().islower()
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(table("roles")["heads"]) - frozenset(table("roles")["bodies"])


def is_person_role(word: str) -> bool:
    """Tell whether a word says what a person is or does."""
    return (
        word in _roles()
        or (word.endswith("s") and word[:-1] in _roles())
        or word in ("spokesmen", "spokeswomen", "people")
    )


def _head(part: str) -> str:
    """Return the head noun of a phrase: the last plain word before a preposition, relative or comma."""
    head = ""
    for match in _WORDS.finditer(part):
        word = match.group().lower()
        if head and word in (
            "of",
            "for",
            "in",
            "at",
            "with",
            "from",
            "who",
            "that",
            "on",
            "by",
            "close",
            "familiar",
            "to",
            "which",
            "briefed",
        ):
            break
        head = (
            re.sub(r"['’]s?$", "", word)
            if word.endswith(("s", "’", "'")) and "’" in word + "'" and re.search(r"['’]s?$", word)
            else word
        )
    return head


def _is_class(main: str) -> bool:
    return _head(main) in table("roles")["classes"]


def _named_mention(text: str, span: Span, found: Named, main: str, aside: str) -> Mention:
    title = found.title
    before = text[span.start : found.span.start].rstrip().rstrip(",").rstrip() if found.span.start > span.start else ""
    if title and before.endswith(title):
        before = before[: -len(title)].rstrip()
    after = aside.strip() if found.span.end <= span.start + len(main) else ""
    role = _role_words(title, before, after)
    kind = found.kind
    if (
        kind is SourceKind.PERSON
        and not title
        and (before.lower() == "the" or _head(before) in table("roles")["bodies"])
    ):
        kind = SourceKind.ORGANISATION
    if kind is not SourceKind.PERSON and (title and title.rstrip(".").lower() in ("mr", "ms", "mrs", "dr")):
        kind = SourceKind.PERSON
    tail = text[found.span.end : span.start + len(main)].strip().lower()
    head = _head(main)
    if head in table("roles")["documents"] and tail:
        return Mention(span=span, kind=SourceKind.DOCUMENT, name=span.of(text)[: len(main)], definite=True)
    if tail and head in table("roles")["bodies"]:
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=main.strip(), definite=True)
    return Mention(
        span=span, kind=kind, name=found.name, role=role, gender=_gender(f"{title} {before} {after}"), definite=True
    )


def _role_words(title: str, before: str, after: str) -> str | None:
    """Return the words that say what a named person is."""
    if after and after.split(maxsplit=1)[0].lower() not in ("and", "but", "or"):
        return after
    before = re.sub(r"^(?:the|a|an)\b\s*", "", before, flags=re.IGNORECASE)
    lead = " ".join(part for part in (before, title) if part)
    return lead or None


def _gender(words_: str) -> str:
    low = {word.rstrip(".") for word in words_.lower().split()}
    if low & set(table("roles")["female"]):
        return "f"
    return "m" if low & set(table("roles")["male"]) else ""


def _described(span: Span, raw: str, main: str) -> Mention:
    """Read a phrase without a name."""
    roles, head = table("roles"), _head(main)
    opener = raw.split(maxsplit=1)[0].lower() if raw.split() else ""
    definite = opener in ("the", "this", "that", "these", "those", "its", "his", "her", "their")
    described = bool(_COUNT.search(main) or _HOW_KNOWN.search(raw))
    if head in roles["documents"] or head.removesuffix("s") in roles["documents"]:
        return Mention(span=span, kind=SourceKind.DOCUMENT, name=main.strip(), definite=definite)
    if head in roles["spokespeople"]:
        return _spokesperson(span, main, head)
    if head in roles["source_words"] or head in roles["classes"] or (head.endswith("s") and is_person_role(head)):
        return _class_or_people(span, main, head, described=described, definite=definite)
    if head in roles["bodies"]:
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=main.strip(), definite=definite)
    return _person_or_thing(span, main, head, opener, described=described)


def _class_or_people(span: Span, main: str, head: str, *, described: bool, definite: bool) -> Mention:
    """Read people without names: a class in general, or some who could be counted (ruling 8 of the catalogue)."""
    one = head in table("roles")["source_words"] and not head.endswith("s") and head != "people"
    kind = SourceKind.UNNAMED_PERSON if one else SourceKind.UNNAMED_GROUP
    in_general = not (one or described or definite)
    return Mention(span=span, kind=kind, name=main.strip(), collective=in_general, definite=definite)


def _spokesperson(span: Span, main: str, head: str) -> Mention:
    """Read a spokesperson without a name: the body speaks, if the text tells which."""
    body = _FOR.search(main) or _BEFORE_ROLE.search(main)
    name = body.group(1).strip() if body else ""
    if name.lower() not in ("", "the", "a", "an", "his", "her", "their", "its", head):
        return Mention(span=span, kind=SourceKind.ORGANISATION, name=name, role=head, definite=True)
    return Mention(span=span, kind=SourceKind.UNNAMED_PERSON, name=main.strip(), role=head, gender=_gender(head))


def _person_or_thing(span: Span, main: str, head: str, opener: str, *, described: bool) -> Mention:
    definite = opener in ("the", "this", "that")
    if is_person_role(head) or opener in ("one", "someone", "somebody"):
        kind = SourceKind.PERSON if opener == "the" else SourceKind.UNNAMED_PERSON
        return Mention(span=span, kind=kind, name=main.strip(), role=head, definite=definite, gender=_gender(main))
    plural = head.endswith("s") and not head.endswith("ss")
    kind = SourceKind.UNNAMED_GROUP if plural else SourceKind.UNKNOWN
    return Mention(span=span, kind=kind, name=main.strip(), collective=plural and not described, definite=definite)
