"""The words by which a text says the party or campaign of a source."""

import re

from source_audit.attribution import Reading, Source
from source_audit.checks._near import lexicon
from source_audit.span import Span

_STATE = re.compile(r"\(?\b([DRIL]-[A-Z][a-zA-Z.]{1,14})")
_BEFORE, _AFTER = 40, 60
_MOST_MENTIONS = 20


def party_words(reading: Reading, source: Source) -> str | None:
    """Return the party or campaign that the text gives a source: in its role, just before its name, or just after."""
    for words in (source.role or "", source.affiliation or ""):
        if found := _first(words, Span(0, len(words))):
            return found
    for mention in source.mentions[:_MOST_MENTIONS]:
        if found := _beside(reading, mention):
            return found
    return None


def _beside(reading: Reading, mention: Span) -> str | None:
    text = reading.text
    sentence = reading.sentence_at(mention.start) or mention
    start = max(sentence.start, mention.start - _BEFORE)
    title = _title(text, start, mention.start)
    if found := _first(text, Span(title, mention.end)):
        return found
    rest = text[mention.end : min(sentence.end, mention.end + _AFTER)]
    if not rest.lstrip().startswith((",", "(")):
        return None
    opening = len(rest) - len(rest.lstrip(" ,("))
    closing = re.search(r"[,);]", rest[opening:])
    return _first(
        text, Span(mention.end + opening, mention.end + (opening + closing.start() if closing else len(rest)))
    )


def _title(text: str, start: int, end: int) -> int:
    """Return where the words begin that stand before a name as its title: capitalised, without a mark between them."""
    words = list(re.finditer(r"[^\s]+", text[start:end]))
    begin = end
    for word in reversed(words):
        if not word[0][0].isupper() and not lexicon("frames", "roles").first(word[0]):
            break
        begin = start + word.start()
    return begin


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
