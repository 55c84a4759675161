"""Whether the words for a source mean people whom somebody could count (`checks.md`, ruling 8)."""

import re
from functools import cache

from source_audit.extract.cues import table, words
from source_audit.extract.roles import head_of, is_person_role, looks_like_a_calling

_PART_OF = re.compile(r"^\w+ of (?:the|his|her|their|its|those|these|our|my|your) ", re.IGNORECASE)
_OF_THEM = re.compile(
    r"(?:one|another|two|three|four|five|six|some|several) of (?:them|us|you|those|these)\b", re.IGNORECASE
)
_WITH_NAMES = re.compile(r",\s[A-Z][\w.'’-]+\s(?:[A-Z]\.?\s)?[A-Z]")
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both"})
"""So begins somebody of whom the text has told before, by name, by a description or as a class."""
_COUNTS = frozenset(
    ["a", "an", "one", "another", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"]
)
_SINGULAR = re.compile(r"(?:ies|s)$")
_QUALITIES = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ism",
    "isms",
    "ance",
    "ances",
    "ence",
    "ences",
    "ing",
    "ings",
    "ship",
    "hood",
    "dom",
    "ology",
    "ure",
    "ures",
    "age",
    "ages",
    "graph",
    "gram",
)
"""So end words for things and qualities."""
_DONE = frozenset({"seen", "sent", "held", "shown", "written", "given", "taken", "kept", "read", "drawn", "put"})
SURE = 0.6
"""From this confidence on a noun that no list knows means somebody: in the training part 23 of 63 below it spoke, and
35 of 38 above."""
_MOST = 19
"""More people than these are a crowd."""


def are_people(name: str, sure: float) -> bool:
    """Tell whether a description without a name is of somebody or some people: no crowd, no thing, nobody who asks.

    A noun that no list knows is somebody where it says something for *sure* (0 to 1): "a landscape" never does.
    """
    parts = name.lower().replace(",", " ").split()
    roles = table("roles")
    if not parts or parts[0] in roles["nobody_certain"] or _is_crowd(parts) or _WITH_NAMES.search(name):
        return False
    head = head_of(_PART_OF.sub("", name))
    if name[:1].isupper() and parts[0] not in words("determiners") and is_person_role(head) and not head.endswith("s"):
        return False  # "Indiana governor", as headlines have it: one certain person
    if head in roles["askers"] or head in roles["crowds"]:
        return False
    known = parts[0] in _KNOWN or (parts[0] == "other" and not head.endswith("s"))
    if known or (head in roles["followers"] and parts[0] not in _COUNTS):
        return False
    told = _OF_THEM.match(name) is not None or len(parts) == 1 or parts[-1] in words("determiners") or _is_person(head)
    return told or (sure >= SURE and parts[0] in _COUNTS and is_somebody(name))


def is_somebody(name: str) -> bool:
    """Tell whether a noun that no list knows can mean a person who is counted: it is no thing, no body, no quality."""
    head = _noun_in(name)
    one = _SINGULAR.sub(lambda found: "y" if found[0] == "ies" else "", head)
    return (
        head.replace("-", "").isalpha()
        and len(head) > 1
        and not head.endswith(_QUALITIES)
        and _things().isdisjoint({head, one})
    )


def _noun_in(name: str) -> str:
    """Return the head noun of a description: what stands before a participle, as in "a report seen by"."""
    head = head_of(name)
    before = name.lower().partition(f" {head} ")[0].split()
    told_of = head.endswith("ed") or head in _DONE
    return before[-1] if told_of and len(before) > 1 else head


@cache
def _things() -> frozenset[str]:
    roles, own = table("roles"), table("anonymity")
    return frozenset().union(
        *(roles[name] for name in ("documents", "bodies", "any_body", "noun_cues", "noun_calls", "no_roles")),
        own["things"],
    )


def _is_crowd(parts: list[str]) -> bool:
    return any(part in table("roles")["crowds"] or (part.isdigit() and int(part) > _MOST) for part in parts[:3])


def _is_person(head: str) -> bool:
    roles = table("roles")
    one = head.removesuffix("s")
    lists = ("source_words", "classes", "kin", "spokespeople", "companies")
    listed = any(head in roles[name] or one in roles[name] for name in lists)
    return listed or is_person_role(head) or looks_like_a_calling(one)
