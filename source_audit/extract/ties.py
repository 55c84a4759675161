"""Whether a role ties somebody to a body, in one phrase: "Northline's director", "spokesman for Northline"."""

import re
from functools import cache

from source_audit.attribution import Source, SourceKind
from source_audit.extract.cues import table
from source_audit.extract.names import first_names
from source_audit.extract.roles import is_role

_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_OWN = re.compile(r"^(?:his|her|their)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'\-]+")
_BETWEEN = r"(?:[ ,][\w’'\-]+){0,9}?"
"""What may stand between a role and its body; never a full stop, a clause or another body (see `_apart`)."""
_PARTS = r"(?:directorate|department|office|division|board|council|team|unit|press)"
_AFTER = rf"(?=['’]s?\s[\w\s]{{0,40}}\b{_PARTS}\b|[,.;)]|$|\s(?:and|in|on|who|since)\b)"
_APART = re.compile(
    r"\b(?:who|which|about|against|to|outside|near|critics?|opponents?|opposition|rivals?|victims?|customers?|unions?|"
    r"contractors?|suppliers?|said|says|told)\b"
)
_LEADS = r"(?:chairs?|heads?|leads?|runs?|owns?|led|founded)"


def speaks_for(person: Source, body: Source) -> bool:
    """Tell whether a person's role is to head, to work for or to speak for a body that the role names."""
    role = (person.role or (person.name if person.kind is SourceKind.UNNAMED_PERSON else "")).lower()
    name = _ARTICLE.sub("", body.name.lower())
    if name not in role or is_role(name) or name in table("roles")["any_body"] or _past(role):
        return False
    role = _ARTICLE.sub("", role)
    return _before(role, name) or _behind(role, name) or _relative(role, name)


def _past(role: str) -> bool:
    """Tell whether the role is one of the past ("a former director, now a consultant")."""
    return any(word in table("roles")["not_any_more"] for word in re.split(r"[\s\-]", role))


def _before(role: str, name: str) -> bool:
    """Tell whether the body stands before its office: "Northline spokesman", "Northline's deputy director"."""
    tied = re.match(rf"{re.escape(name)}(?:['’]s?)?((?:\s[\w\-]+){{0,3}}?)\s{_offices()}\b", role)
    return bool(tied) and not _other_body(tied.group(1) if tied else "")


def _behind(role: str, name: str) -> bool:
    """Tell whether the office stands before its body: "director of Northline", "a lawyer for Northline"."""
    found = re.search(
        rf"\b{_offices()}\b({_BETWEEN})\s(?:of|for|at|in|with|from)\s(?:the\s)?{re.escape(name)}{_AFTER}", role
    )
    lawyer = re.search(rf"\b(?:lawyer|attorney|counsel)s?\sfor\s(?:the\s)?{re.escape(name)}{_AFTER}", role)
    apart = found and (_APART.search(found.group(1)) or _other_body(found.group(1)))
    return bool(lawyer) or (found is not None and not apart)


def _relative(role: str, name: str) -> bool:
    return bool(re.search(rf"\bwho\s(?:now\s)?{_LEADS}\s(?:the\s)?{re.escape(name)}{_AFTER}", role))


def _other_body(words: str) -> bool:
    return any(word in table("roles")["bodies"] for word in _WORD.findall(words))


@cache
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
        if re.search(rf"\b{re.escape(other.name.split()[-1].lower())}\b", role):
            return other
    own = _OWN.match(role)
    if own is None or not person.mentions:
        return None
    fitting = [o for o in others if o.mentions and o.mentions[0] < person.mentions[0] and _fits(o, own.group())]
    return fitting[0] if len(fitting) == 1 else None


def _fits(person: Source, pronoun: str) -> bool:
    """Tell whether nothing says that a pronoun cannot mean a person."""
    told = first_names().get(person.name.split()[0].lower(), "")
    wanted = {"his": "m", "her": "f"}.get(pronoun, "")
    return not told or not wanted or told == wanted
