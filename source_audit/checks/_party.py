"""The words by which a text says the party or campaign of a source."""

import re

from source_audit.attribution import Reading, Source
from source_audit.checks._beside import beside
from source_audit.checks._near import lexicon
from source_audit.span import Span

_STATE = re.compile(r"\(?\b([DRIL]-[A-Z][a-zA-Z.]{1,14})")
_MOST_MENTIONS = 20


def party_words(reading: Reading, source: Source) -> str | None:
    """Return the party or campaign that the text gives a source: in its role, just before its name, or just after."""
    for words in (source.role or "", source.affiliation or ""):
        if found := _first(words, Span(0, len(words))):
            return found
    places = (place for mention in source.mentions[:_MOST_MENTIONS] for place in beside(reading, mention))
    return next((found for place in places if (found := _first(reading.text, place))), None)


def _first(text: str, within: Span) -> str | None:
    """Return the first party's name with a capital letter, a job in a campaign, or a form such as "R-Texas"."""
    state = _STATE.search(text, within.start, within.end)
    if state:
        return state[1]
    for span in lexicon("parties", "names").find(text, within):
        if text[span.start].isupper():
            return span.of(text)
    job = lexicon("parties", "jobs").first(text, within)
    return job.of(text) if job else None
