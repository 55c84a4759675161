"""What somebody is and for whom: the words of a role, the body in it, and whom a spokesperson speaks for."""

import re
from functools import cache, lru_cache

from source_audit.extract.cues import table
from source_audit.extract.names import RUN
from source_audit.span import Span

_WORDS = re.compile(r"[\w'’\-]+")
_ARTICLE = re.compile(r"\s*(?:the|a|an)\b\s*", re.IGNORECASE)
_HOLDER = re.compile(r"[a-z][a-z\-]{2,}(?:er|or|ist|ian|man|woman|person|ress)$")
_FOR = re.compile(r"\b(?:for|of|with|from|at)\s(?=(?:the\s|a\s|an\s|his\s|her\s|their\s|its\s)?\w)")
_PRONOUN = re.compile(r"\s*(?:his|her|their|its|my|our)\b", re.IGNORECASE)
_OWNER = re.compile(r"(.+?)['’](?:s\b)?\s", re.DOTALL)
_FOLLOWING = re.compile(r"\s([a-z]+)\b")
_CLAUSE = re.compile(r",|\s(?:who|which|and|said|told)\s")
_POSSESSIVE = re.compile(r"['’]s?$")
_AFTER_NAMES = frozenset({"himself", "herself", "itself", "themselves", "alone", "too", "also", "both", "there", "the"})
_STOPS = frozenset(
    {"of", "for", "in", "at", "with", "from", "who", "that", "on", "by", "close", "familiar", "to", "which", "briefed"}
) | {"like", "such", "including", "whose", "named", "called"}


@cache
def _heads() -> frozenset[str]:
    roles = table("roles")
    return frozenset(roles["heads"]) - frozenset(roles["bodies"]) | frozenset(roles["callings"])


def is_person_role(word: str) -> bool:
    """Tell whether a word says what a person is or does."""
    return (
        word in _heads()
        or (word.endswith("s") and word[:-1] in _heads())
        or word in ("spokesmen", "spokeswomen", "people")
    )


@cache
def _roles() -> frozenset[str]:
    """Return every word for what somebody is: titles, spokespeople, relatives and deputies as well."""
    roles = table("roles")
    more = (word for title in roles["titles"] for word in title.lower().rstrip(".").split())
    return frozenset(roles["spokespeople"]) | frozenset(roles["kin"]) | frozenset(roles["deputies"]) | frozenset(more)


def is_role(word: str) -> bool:
    """Tell whether a word can be the noun of a role before or behind a name."""
    return is_person_role(word) or (word in _roles() and word not in table("roles")["no_roles"])


def looks_like_a_calling(word: str) -> bool:
    """Tell whether a word has the shape of one for somebody who does something ("baker", "geologist")."""
    low = word.lower()
    known = low in table("roles")["no_roles"] or low in table("roles")["bodies"] or low in table("roles")["documents"]
    return bool(_HOLDER.match(word)) and not known


def head_of(part: str) -> str:
    """Return the head noun of a phrase: the last plain word before a preposition, relative or comma."""
    return _possessed(_head_token(part)).lower()


def common_head(part: str) -> bool:
    """Tell whether a phrase is about a common noun ("the GOP front-runner", "polling in Florida"), not about a name."""
    head = _head_token(part)
    return head[:1].islower() and head not in _AFTER_NAMES


@lru_cache(maxsize=4096)
def _head_token(part: str) -> str:
    head = ""
    for match in _WORDS.finditer(part):
        if head and match.group().lower() in _STOPS:
            break
        head = match.group()
    return head


def _possessed(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def trimmed(text: str, start: int, end: int, *, keep_article: bool = False) -> Span | None:
    """Return a stretch without commas and blanks at its ends, and without its article; None if nothing is left."""
    article = None if keep_article else _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    while start < end and text[start] in " ,\n\t":
        start += 1
    while end > start and text[end - 1] in " ,\n\t":
        end -= 1
    return Span(start, end) if end > start else None


def affiliation_in(text: str, role: Span) -> Span | None:
    """Return the body or place in the words of a role: "Northline Coaches" in "director of Northline Coaches"."""
    joint = _FOR.search(text, role.start, role.end)
    runs = list(RUN.finditer(text, role.start, role.end))
    after = next((run for run in runs if joint and run.start() >= joint.end()), None)
    before = next((run for run in runs if re.match(r"(?:['’]s?)?\s", text[run.end() : run.end() + 3])), None)
    found = after or before
    if found is None or (found is before and found.start() == role.start and found.end() == role.end):
        return None
    if all(is_role(word.lower()) or word.lower() in ("former", "the") for word in found.group().split()):
        return None
    return Span(found.start(), _with_body(text, found, role))


def _with_body(text: str, found: re.Match[str], role: Span) -> int:
    """Return where a body's name ends: after the common noun that goes on with it ("School board")."""
    following = _FOLLOWING.match(text, found.end(), role.end)
    return following.end() if following and following.group(1) in table("roles")["bodies"] else found.end()


def speaks(text: str, role: Span) -> bool:
    """Tell whether a role is to speak for another."""
    low = role.of(text).lower()
    return any(word in low for word in table("roles")["spokespeople"])


def spoken_for(text: str, role: Span) -> Span | None:
    """Return the words for whom a spokesperson speaks ("the ministry", "Aldous", "his"), None for anybody else."""
    if not speaks(text, role):
        return None
    joint = _FOR.search(text, role.start, role.end)
    if joint:
        stop = _CLAUSE.search(text, joint.end(), role.end)
        return trimmed(text, joint.end(), stop.start() if stop else role.end, keep_article=True)
    if own := _PRONOUN.match(text, role.start, role.end):
        return Span(own.start() + len(own.group()) - len(own.group().lstrip()), own.end())
    if owner := _OWNER.match(text, role.start, role.end):
        return trimmed(text, owner.start(1), owner.end(1))
    rest = trimmed(text, role.start, role.end)
    before = _spokes_word().split(rest.of(text))[0].rstrip() if rest else ""
    named = rest and re.search(r"[A-Z]", before)
    return Span(rest.start, rest.start + len(before)) if rest and named else _lower_body(text, rest, before)


@cache
def _spokes_word() -> re.Pattern[str]:
    """Return what the words for a spokesperson match ("press secretary" as a whole)."""
    longest = sorted(table("roles")["spokespeople"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def _lower_body(text: str, rest: Span | None, before: str) -> Span | None:
    """Return a body in small letters ("a police spokesman")."""
    if rest and before and before.rsplit(maxsplit=1)[-1].lower() in table("roles")["bodies"]:
        return Span(rest.start, rest.start + len(before))
    return None


def owner_of(text: str, span: Span, main: str) -> Span | None:
    """Return whose somebody is: "his", or the name in "Ruiz's lawyer" and "a lawyer for Ruiz"."""
    end = span.start + len(main)
    if own := _PRONOUN.match(text, span.start, end):
        return Span(own.end() - len(own.group().lstrip()), own.end())
    if owner := _OWNER.match(text, span.start, end):
        return trimmed(text, owner.start(1), owner.end(1))
    joint = _FOR.search(text, span.start, end)
    return trimmed(text, joint.end(), end) if joint and head_of(main) in table("roles")["deputies"] else None
