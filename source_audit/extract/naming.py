"""The name in a phrase: whom "Harbour Office Press Secretary Tom Hill" or "the mayor of Ambry, Tom Hill," is about."""

import re
from functools import lru_cache

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table, words
from source_audit.extract.names import RUN, Named, is_body, is_title, names_in
from source_audit.extract.roles import common_head, head_of, is_person_role

_HELD = re.compile(
    r"(?:[Tt]he\s)?([A-Z][\w.’'&\-]*(?:\s(?:[A-Z][\w.’'&\-]*|of|for|on|and|to|the|against|without))*\s[A-Z][\w.&\-]*)"
)
_WORDS = re.compile(r"[\w'’\-]+")
_POSSESSIVE = re.compile(r"['’](?:s\b)?\s")
_OF = re.compile(r"\b(?:of|for|from|at|in|with|on)(?:\s+the)?$")
_DESCRIBES = re.compile(r"\s(?!and\b|or\b|of\b|for\b|in\b|at\b|from\b)[a-z\-]+(?:\s[a-z\-]+)?\s[A-Z]")
"""What stands between two names if the first only describes the second ("Conservative icon Ana Ruiz")."""
_CAPITALS = re.compile(r"(?:\s[A-Z][\w.\-]*)*\s")


def name_in(part: str, offset: int) -> Named | None:
    """Return the name in a phrase: the last run of capitals that is not merely whose body or place it is."""
    found = _name_in(part)
    return found and found.moved(offset)


@lru_cache(maxsize=4096)
def _name_in(part: str) -> Named | None:
    runs = [found for m in RUN.finditer(part) if not _plain(part, m) for found in names_in(m.group(), m.start())]
    if not runs:
        return None
    heads = [run for run, follower in zip(runs, [*runs[1:], None], strict=True) if not _heads(part, run, follower)]
    after = [run for run in heads if not _tied(part, run)]
    if not after and common_head(part):
        return None
    return (after or runs)[-1] if len(after) <= 1 else after[0]


def body_in(part: str) -> str | None:
    """Return the name of a body that small words hold together ("the Institute on Tides"), or None for other words."""
    match = _HELD.fullmatch(part)
    words_ = match[1].split() if match else []
    link = next((place for place, word in enumerate(words_) if word.islower()), 0)
    rest = [word for word in words_[link:] if not word.islower()]
    if not match or not link or _are_of_a_person(rest):
        return None
    bodily = is_body(rest[-1]) if words_[link] == "and" else is_body(" ".join(words_[:link]))
    return match[1] if bodily else None


def _are_of_a_person(rest: list[str]) -> bool:
    """Tell whether the words behind a body's first name go on to somebody else, or to a day."""
    return any(map(is_title, rest[1:])) or any(
        word.lower() in words("days") or word.endswith(("’s", "'s")) for word in rest
    )


def _heads(part: str, run: Named, follower: Named | None) -> bool:
    """Tell whether a body only says whose the person right behind it is ("Harbour Office Press Secretary Tom Hill")."""
    if follower is None or run.kind is SourceKind.PERSON or follower.kind is not SourceKind.PERSON:
        return False
    return bool(_CAPITALS.fullmatch(part, run.span.end, follower.span.start))


def _plain(part: str, match: re.Match[str]) -> bool:
    """Tell whether a single capitalised word at the start is a common noun that begins a sentence ("Prosecutors")."""
    low = match.group().lower()
    if match.start() or " " in low or low in words("days"):
        return False
    roles = table("roles")
    return is_person_role(low) or is_kin(low) or low in roles["documents"] or low in roles["classes"]


def is_kin(word: str) -> bool:
    """Tell whether a word says whose relative or deputy somebody is."""
    return word in table("roles")["kin"] or word in table("roles")["deputies"]


def _tied(part: str, run: Named) -> bool:
    """Tell whether a name only says whose or which ("Trump's lawyer", "a Treasury official", "the mayor of Ambry")."""
    end = run.span.end
    start = run.span.start - (len(run.title) + 1 if run.title else 0)
    rest = part[end:]
    if _POSSESSIVE.match(rest):
        return True
    before = part[:start].rstrip().lower()
    if _OF.search(before) and head_of(before):
        return True
    following = _WORDS.match(rest.strip())
    if following is None or not following.group().islower():
        return False
    return bool(_DESCRIBES.match(rest)) or _later_role(rest) or (common_head(part) and part.rstrip()[-1:].islower())


def _later_role(rest: str) -> bool:
    """Tell whether a role in small letters comes soon after a name ("School board member")."""
    return any(_titled(m.group()) for m in _WORDS.finditer(rest, 0, 60) if m.group().islower())


def _titled(word: str) -> bool:
    return is_person_role(word) or is_kin(word)
