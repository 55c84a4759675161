"""Whether a role ties somebody to a body, in one phrase: "Northline's director", "spokesman for Northline"."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.attribution import Source, SourceKind
from source_audit.extract.cues import table
from source_audit.extract.names import first_names
from source_audit.extract.roles import is_role

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_OWN = re.compile(r"^(?:his|her|their)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'\-]+")
_NEXT_WORD = re.compile(r"[ ,][\w’'\-]+")
_MOST_BETWEEN = 9
"""How many words may stand between a role and its body; never a full stop, a clause or another body (see `_APART`)."""
_JOINT = re.compile(r"\s(?:of|for|at|in|with|from)\s(?:the\s)?$")
_LAWYER = re.compile(r"\b(?:lawyer|attorney|counsel)s?\sfor\s(?:the\s)?$")
_LEADS = re.compile(r"\bwho\s(?:now\s)?(?:chairs?|heads?|leads?|runs?|owns?|led|founded)\s(?:the\s)?$")
_LONGEST_JOINT = 26
"""How far back from a body's name the words of a joint, of a lawyer or of one who leads can begin."""
_PARTS = r"(?:directorate|department|office|division|board|council|team|unit|press)"
_AFTER = re.compile(rf"(?=['’]s?\s[\w\s]{{0,40}}\b{_PARTS}\b|[,.;)]|$|\s(?:and|in|on|who|since)\b)")
_APART = re.compile(
    r"\b(?:who|which|about|against|to|outside|near|critics?|opponents?|opposition|rivals?|victims?|customers?|unions?|"
    r"contractors?|suppliers?|said|says|told)\b"
)


def speaks_for(person: Source, body: Source) -> bool:
    """Tell whether a person's role is to head, to work for or to speak for a body that the role names."""
    role = (person.role or (person.name if person.kind is SourceKind.UNNAMED_PERSON else "")).lower()
    name = without_article(body.name.lower())
    if name not in role or is_role(name) or name in table("roles")["any_body"] or _past(role):
        return False
    role = without_article(role)
    places = [place for place in _places(role, name) if _AFTER.match(role, place + len(name))]
    return _before(role, name) or _behind(role, places) or _stands_before(_LEADS, role, places)


def without_article(words: str) -> str:
    """Return words without the article before them."""
    return _ARTICLE.sub("", words)


def _places(role: str, name: str) -> Iterator[int]:
    """Yield where a name stands in a role."""
    place = role.find(name)
    while place >= 0:
        yield place
        place = role.find(name, place + 1)


def _past(role: str) -> bool:
    """Tell whether the role is one of the past ("a former director, now a consultant")."""
    return any(word in table("roles")["not_any_more"] for word in re.split(r"[\s\-]", role))


def _before(role: str, name: str) -> bool:
    """Tell whether the body stands before its office: "Northline spokesman", "Northline's deputy director"."""
    tied = _before_office().match(role, len(name)) if role.startswith(name) else None
    return tied is not None and not _other_body(tied.group(1))


def _behind(role: str, places: list[int]) -> bool:
    """Tell whether the office stands before its body: "director of Northline", "a lawyer for Northline"."""
    if _stands_before(_LAWYER, role, places):
        return True
    joints = {joint.start() for place in places if (joint := _tail(_JOINT, role, place))}
    between = _between(role, joints) if joints else None
    return between is not None and not (_APART.search(between) or _other_body(between))


def _between(role: str, joints: set[int]) -> str | None:
    """Return the words from the first office that has a joint near enough behind it to that joint."""
    for office in _office().finditer(role):
        end = office.end()
        for _ in range(_MOST_BETWEEN + 1):
            if end in joints:
                return role[office.end() : end]
            following = _NEXT_WORD.match(role, end)
            if following is None:
                break
            end = following.end()
    return None


def _stands_before(words: re.Pattern[str], role: str, places: list[int]) -> bool:
    return any(_tail(words, role, place) for place in places)


def _tail(words: re.Pattern[str], role: str, place: int) -> re.Match[str] | None:
    """Return what ends right before a place."""
    return words.search(role, max(0, place - _LONGEST_JOINT), place)


def _other_body(words: str) -> bool:
    return any(word in table("roles")["bodies"] for word in _WORD.findall(words))


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b{_offices()}\b")


@cache
def _before_office() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?((?:\s[\w\-]+){{0,3}}?)\s{_offices()}\b")


def _offices() -> str:
    roles = table("roles")
    longest = sorted({*roles["spokespeople"], *roles["speak_for"]}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest))})"


def is_spokesperson(person: Source) -> bool:
    """Tell whether a person's role is to speak for another."""
    return any(word in (person.role or "").lower() for word in table("roles")["spokespeople"])


def principal(person: Source, others: list[Source]) -> Source | None:
    """Return the named person for whom a spokesperson speaks: named in the role, or all that "her" can mean."""
    role = (person.role or "").lower()
    for other in others:
        if _holds_word(role, other.name.split()[-1].lower()):
            return other
    own = _OWN.match(role)
    if own is None or not person.mentions:
        return None
    fitting = [o for o in others if o.mentions and o.mentions[0] < person.mentions[0] and _fits(o, own.group())]
    return fitting[0] if len(fitting) == 1 else None


def _holds_word(role: str, word: str) -> bool:
    """Tell whether a word stands in a role by itself."""
    padded = f" {role} "
    return any(not (padded[p - 1].isalnum() or padded[p + len(word)].isalnum()) for p in _places(padded, word) if p)


def _fits(person: Source, pronoun: str) -> bool:
    """Tell whether nothing says that a pronoun cannot mean a person."""
    told = first_names().get(person.name.split()[0].lower(), "")
    wanted = {"his": "m", "her": "f"}.get(pronoun, "")
    return not told or not wanted or told == wanted
