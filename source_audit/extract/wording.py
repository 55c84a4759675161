"""In whose words a statement stands, and where it was made."""

import re
from collections.abc import Sequence
from functools import cache

from source_audit.attribution import Kind
from source_audit.extract.cues import table
from source_audit.extract.gather import Statement
from source_audit.extract.quotations import Pair
from source_audit.lexicon import Lexicon, Places
from source_audit.span import Span

_FEW = 4
"""So many words in quotation marks are a piece of a sentence, not a sentence, if they begin with a small letter."""
_OPENING = "“\"‘'«`"
_LEADS_IN = re.compile(r"[,:]\s*$")
_WORD = re.compile(r"\w")
_BREAK = re.compile(r"\n|[.!?][\"”’')]*\s(?=[\"“‘'(]?[A-Z])")


def kind_of(text: str, contents: Sequence[Span], own: Sequence[int], pairs: Sequence[Pair]) -> Kind:
    """Tell whether all, some or none of the content's words stand in quotation marks (PARC).

    A few words quoted inside the reporter's own sentence ("in principle") are partly quoted, however short the content.
    """
    quoted = [pairs[i].span for i in own]
    if not quoted:
        return Kind.INDIRECT
    if all(_is_fragment(text, span) for span in quoted):
        return Kind.MIXED
    for content in contents:
        place = content.start
        for span in (q for q in quoted if q.overlaps(content)):
            if _WORD.search(text, place, max(place, span.start)):
                return Kind.MIXED
            place = max(place, span.end)
        if place < content.end and _WORD.search(text, place, content.end):
            return Kind.MIXED
    return Kind.DIRECT


def _is_fragment(text: str, quoted: Span) -> bool:
    """Tell whether quotation marks hold only a few words inside the reporter's own sentence ("in principle")."""
    words_ = quoted.of(text).split()
    inner = quoted.of(text).lstrip(_OPENING)
    return (
        len(words_) <= _FEW
        and inner[:1].islower()
        and not _LEADS_IN.search(text, max(0, quoted.start - 3), quoted.start)
    )


@cache
def _relays() -> Lexicon:
    return Lexicon(table("relays")["phrases"])


def relays_in(text: str) -> Places:
    """Return the words that say where something was said, wherever they stand."""
    return _relays().everywhere(text)


def relay_of(text: str, statement: Statement, relays: Places) -> Span | None:
    """Return the words near the cue that say where a statement was made ("told CNN", "in a statement")."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    around = Span(max(0, cue.start - 60), min(len(text), cue.end + 60))
    own = [span for span in relays.within(around) if not any(span.overlaps(c) for c in statement.contents)]
    return next(
        (span for span in own if not _BREAK.search(text, min(span.end, cue.end), max(span.start, cue.start))), None
    )
