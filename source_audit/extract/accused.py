"""Who is meant as an accused: a body that is only described, or told to be one by the words beside its name."""

import re
from functools import cache

from source_audit.claim import Party, PartyKind
from source_audit.resources import data
from source_audit.span import Span

_BEFORE = 30
_DESCRIBED = re.compile(r"\s(?:the|its|his|her|their)\s((?:[a-z]+(?:['’]s)?\s){0,3}?)([a-z]+)\s?\Z")


def described(text: str, start: int, stop: int) -> Party | None:
    """Return the body that only a description names between two places ("the borough council")."""
    found = _DESCRIBED.match(text, start, stop)
    if found is None or found.group(2).lower().rstrip("s") not in _bodies():
        return None
    return Party(span=Span(found.start(1), found.end(2)), name=found.group(2), kind=PartyKind.BODY)


def is_called_a_body(text: str, name: Span) -> bool:
    """Tell whether the words around a name say that it is a body or a thing: "one app, Plumm", "Plumm, which"."""
    before = text[max(0, name.start - _BEFORE) : name.start].rstrip()
    called = before.endswith(",") and before[:-1].rsplit(" ", 1)[-1].lower() in _bodies()
    return called or text.startswith(", which ", name.end)


def aside(text: str, start: int, stop: int) -> int:
    """Return where a clause ends that only says more of the name before it (", which runs the port,")."""
    end = text.rfind(",", start + 1, stop)
    return end if end > start and text.startswith((", which ", ", who "), start) else start


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data("accusations")["between"]["bodies"])
