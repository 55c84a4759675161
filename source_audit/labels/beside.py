"""The words beside a name that say who somebody is: the title before it and the apposition after it."""

import re
from collections.abc import Iterator

from source_audit.lexicon import shipped
from source_audit.reading import Reading
from source_audit.span import Span

_BEFORE, _AFTER = 40, 80
_OPENS = re.compile(r"\s?(?:[,(—–]|(?:is|was|belongs|works|runs|chairs|leads)\b)")
_CLOSES = re.compile(r"[,);—–]")


def beside(reading: Reading, mention: Span) -> Iterator[Span]:
    """Yield the stretches beside a mention, inside its sentence."""
    sentence = reading.sentence_at(mention.start) or mention
    before = Span(max(sentence.start, mention.start - _BEFORE), mention.start)
    yield Span(_title(reading.text, before), mention.end)
    after = Span(mention.end, max(mention.end, min(sentence.end, mention.end + _AFTER)))
    if opening := _OPENS.match(reading.text, after.start, after.end):
        closing = _CLOSES.search(reading.text, opening.end(), after.end)
        yield Span(opening.start(), closing.start() if closing else after.end)


def _title(text: str, before: Span) -> int:
    """Return where a name's title begins: words with a capital letter or for a job, without a mark between them."""
    rest = before.of(text)
    while words := rest.rsplit(None, 1):
        plain = words[-1][0].isupper() and words[-1][-1] != "."
        if words[-1][-1] in ",;:" or not (plain or shipped("frames", "roles").first(words[-1])):
            break
        rest = rest.rstrip()[: -len(words[-1])]
    return before.start + len(rest)
