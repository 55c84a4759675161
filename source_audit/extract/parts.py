"""A part of a source that names several: a whole name, role, body or group, or no part at all."""

import re
from enum import Enum, auto

from attrs import evolve, frozen

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table, verbs
from source_audit.extract.names import RUN, Named, first_names, kind_of_name, nobody
from source_audit.extract.naming import is_kin, name_in
from source_audit.extract.people import long_form
from source_audit.extract.roles import is_person_role, is_role, looks_like_a_calling
from source_audit.span import Span

_DETERMINED = re.compile(r"(the|an?|his|her|its|their|another|some|other|several|two|three|four)\s", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z][a-z\-]*(?:\s[a-z][a-z\-]*){0,3}")
_OFFICE = re.compile(rf"([a-z][a-z\-]*(?:\s[a-z\-]+){{0,2}}?)\sof\s(?:the\s)?{RUN.pattern}")
_WHENCE = re.compile(rf"\s(?:\([^()\n]{{1,24}}\)|of {RUN.pattern})$")
"""What may stand behind a name without a comma: "(Lab)", "of Ostwick"."""
_BEHIND = re.compile(r"\s([a-z][a-z\-]*(?:\s[a-z][a-z\-]*)?)")
_WORD = re.compile(r"[\w'’.\-]+")
_TIES = frozenset(
    ["of", "for", "from", "at", "in", "with", "by", "on", "to", "under", "about", "against", "between", "over", "near"]
) | {"like", "who", "that", "as", "than", "and", "or"}
_GROUPS = frozenset({"others", "colleagues", "co-authors"})
_MANY = frozenset({"some", "other", "several", "two", "three", "four"})
_SELVES = frozenset(["wife", "husband", "mother", "father", "son", "daughter", "widow", "widower", "aunt", "uncle"])
"""With "a", what somebody may be twice: "a wife and a mother"."""
_OWN = frozenset({"his", "her", "their", "its"})
_MOST_BEFORE = 6
_MOST_PARTS = 4


class Shape(Enum):
    """What a part is."""

    PRONOUN = auto()
    PERSON = auto()
    SURNAME = auto()
    ROLE = auto()
    OFFICE = auto()
    BODY = auto()
    UNIT = auto()
    GROUP = auto()


@frozen(kw_only=True)
class Part:
    """A part with its place; ``name`` is the name in it, and ``before`` the words before that name.

    An ``OFFICE`` is a role with its body or place ("the mayor of Ostwick"), a ``BODY`` has an article and a ``UNIT``
    none. ``sure`` tells whether more than capitals say what it is.
    """

    span: Span
    shape: Shape
    sure: bool = True
    name: str = ""
    before: str = ""


def read_part(text: str, span: Span) -> Part | None:
    """Return what a part is, or None if it is nothing whole."""
    raw = span.of(text)
    low = raw.lower()
    if low in ("he", "she"):
        return Part(span=span, shape=Shape.PRONOUN)
    if low in _GROUPS:
        return Part(span=span, shape=Shape.GROUP)
    if whence := _WHENCE.search(raw):
        part = _named(Span(span.start, span.start + whence.start()), raw[: whence.start()])
        if part and part.shape is Shape.PERSON and part.sure:
            return evolve(part, span=Span(part.span.start, span.end))
    determined = _DETERMINED.match(raw)
    found = _determined(span, determined.group(1).lower(), raw[determined.end() :]) if determined else None
    return found or _named(span, raw)


def _determined(span: Span, opener: str, rest: str) -> Part | None:
    """Read what stands behind an article or the like."""
    if _PLAIN.fullmatch(rest):
        shape = _shape_of(opener, rest.split())
        return Part(span=span, shape=shape) if shape else None
    if opener in _MANY or opener in _OWN:
        many = (
            opener in _MANY and _TIES.isdisjoint(rest.split()) and rest.lower().split()[-1] in table("roles")["classes"]
        )
        return Part(span=span, shape=Shape.GROUP) if many else None
    office = _OFFICE.fullmatch(rest)
    if office:
        head = office.group(1).split()[-1]
        told = is_role(head) and not _is_plural(head) and not is_kin(head)
        return Part(span=span, shape=Shape.OFFICE) if told else None
    return _body(span, rest) if opener == "the" else None


def _shape_of(opener: str, parts: list[str]) -> Shape | None:
    """Return what plain words behind an article are, by the last of them."""
    head = parts[-1]
    if _TIES.intersection(parts):
        return None
    if _is_plural(head):
        people = is_person_role(head) or head in table("roles")["classes"]
        return Shape.GROUP if people or (opener in _OWN and opener != "its") else None
    if opener in _MANY or (opener in ("a", "an") and head in _SELVES):
        return None
    if is_role(head) or is_kin(head):
        return Shape.ROLE
    return Shape.BODY if head in table("roles")["bodies"] else None


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word != "boss"


def _body(span: Span, rest: str) -> Part | None:
    """Read a name behind "the", with or without a common noun behind it ("the Ostwick council")."""
    run = RUN.match(rest)
    if run is None:
        return None
    name = run.group()
    if name.lower().split()[-1] in table("names")["sides"]:
        return None  # "the Ostwick Democrat" is somebody
    if run.end() == len(rest):
        plural = _is_plural(name.lower()) and name.lower() not in nobody()
        sure = not plural and kind_of_name(name) is not SourceKind.PERSON
        return Part(span=span, shape=Shape.BODY, sure=sure, name=name)
    behind = _BEHIND.fullmatch(rest, run.end())
    shape = _shape_of("the", behind.group(1).split()) if behind else None
    return Part(span=span, shape=shape, name=name) if shape else None


def _named(span: Span, raw: str) -> Part | None:
    """Read a name with nothing behind it and nothing but a title or a role before it."""
    found = name_in(raw, 0)
    if found is None or found.span.end != len(raw):
        return None
    start = found.span.start - (len(found.title) + 1 if found.title else 0)
    before = raw[:start].strip()
    if found.kind is SourceKind.PERSON:
        return _person(span, found, before)
    crowd = found.name.lower().split()[-1] in table("roles")["classes"]
    if before or found.title or found.kind is SourceKind.UNKNOWN or crowd:
        return None
    short = found.name.isupper() and len(found.name) > 1
    return Part(span=span, shape=Shape.UNIT, sure=short or " " in found.name, name=found.name)


def _person(span: Span, found: Named, before: str) -> Part | None:
    name, many = found.name, ""
    if is_for_several(name.split()[0]) and " " in name:
        many, _, name = name.partition(" ")
        span = Span(span.start + found.span.start + len(many) + 1, span.end)
    first, *more = name.split()
    known = first.lower() in first_names()
    if before and not _leads_to_a_name(before):
        return None
    if len(more) >= _MOST_PARTS or " of " in name or " for " in name:
        return None
    last = name.lower().split()[-1]
    if last in table("roles")["classes"] or (more and not known and is_role(last)):
        return None
    lead = f"{before} {found.title} {many}".strip()
    shape = Shape.PERSON if more or found.title else Shape.SURNAME
    return Part(span=span, shape=shape, sure=known or bool(lead), name=name, before=lead)


def is_for_several(before: str) -> bool:
    """Tell whether the words before a name are for several ("the candidates", "Councillors", "Sens.")."""
    *_, last = ["", *before.lower().split()]
    bare = last.rstrip(".")
    one = long_form(bare.removesuffix("s"))
    return one != bare and (is_role(one) or looks_like_a_calling(one))


def _leads_to_a_name(before: str) -> bool:
    """Tell whether words are a role and no clause: "the developer", "her brother", "state House Speaker"."""
    parts = _WORD.findall(before)
    if len(parts) > _MOST_BEFORE or "," in before:
        return False
    low = [part.lower() for part in parts]
    if _TIES.intersection(low) or any(word in verbs() and not is_role(word) for word in low if word in parts):
        return False
    owned = parts[-1].endswith(("'s", "’s"))
    if owned or any("'s" in part or "’s" in part for part in parts):
        return low[0] == "the" and (owned or is_role(low[-1]))
    return is_role(low[-1]) or looks_like_a_calling(parts[-1]) or is_for_several(before)
