"""What the text itself says of a source: its party or campaign, and its stake or tie."""

import re
from collections.abc import Callable, Iterator

from source_audit.attribution import Source
from source_audit.label import How, Label, What
from source_audit.labels.beside import beside
from source_audit.lexicon import shipped
from source_audit.reading import Reading
from source_audit.span import Span

_STATE = re.compile(r"[DRIL](?<!\w[DRIL])-[A-Z][a-zA-Z.]{1,14}")
_ENDS = re.compile(r"[,;:()—–.“”\n]|\s(?:and|but|who|which|that|said|says|told)\b")
_MOST_MENTIONS = 20
_LONGEST_TIE = 60
_TITLE = 20
"""How far before a tie the words of a public office may stand."""
_SEAT = 40
"""How far after it the words for a seat may stand."""


def text_labels(reading: Reading, source: Source) -> Iterator[Label]:
    """Yield the party and the interest that the text gives a source: in its role, its name, or beside its name."""
    texts = tuple(_texts(reading, source))
    for what, look in ((What.PARTY, _party), (What.INTEREST, _interest)):
        if label := _first(what, look, texts, source):
            yield label


def _texts(reading: Reading, source: Source) -> Iterator[tuple[str, Span, bool]]:
    """Yield where to look: a text and a part of it, and whether that text is the article's."""
    for said, span in ((source.role, source.role_span), (source.affiliation, source.affiliation_span)):
        if span:
            yield reading.text, span, True
        elif said:
            yield said, Span(0, len(said)), False
    for mention in source.mentions[:_MOST_MENTIONS]:
        yield from ((reading.text, place, True) for place in beside(reading, mention))


def _first(
    what: What, look: Callable[[str, Span], Span | None], texts: tuple[tuple[str, Span, bool], ...], source: Source
) -> Label | None:
    for text, place, is_article in texts:
        if found := look(text, place):
            words = " ".join(found.of(text).split())
            if what is What.INTEREST and _names_itself(source, words):
                continue
            return Label(what=what, value=words, how=How.TEXT, origin=words, span=found if is_article else None)
    return None


def _party(text: str, within: Span) -> Span | None:
    """Return a form such as "R-Texas", the first party's name with a capital letter, or a job in a campaign."""
    if state := _STATE.search(text, within.start, within.end):
        return Span(*state.span())
    names = shipped("parties", "names").find(text, within)
    named = next((span for span in names if text[span.start].isupper()), None)
    return named or shipped("parties", "jobs").first(text, within)


def _interest(text: str, within: Span) -> Span | None:
    """Return the first tie with the words for whom it is, what kind of body it is, or whose job it is."""
    ties = (tie for tie in shipped("interests", "ties").find(text, within) if not _is_office(text, tie))
    if tie := next(ties, None):
        most = min(within.end, tie.end + _LONGEST_TIE)
        end = _ENDS.search(text, tie.end + 1, most) if tie.end < most else None
        return _trimmed(text, Span(tie.start, end.start() if end else most))
    return shipped("interests", "bodies").first(text, within) or _job(text, within)


def _job(text: str, within: Span) -> Span | None:
    """Return "the company's" with the job that follows it ("the company's chief executive")."""
    for owner in shipped("interests", "owners").find(text, within):
        job = shipped("interests", "jobs").first(text, Span(owner.end, min(within.end, owner.end + _LONGEST_TIE)))
        if job and not _ENDS.search(text, owner.end, job.start):
            return Span(owner.start, job.end)
    return None


def _is_office(text: str, tie: Span) -> bool:
    """Tell whether it is a public office: a "U.S. attorney for" a district, or who "represents" one in a parliament."""
    if shipped("interests", "offices").first(text, Span(max(0, tie.start - _TITLE), tie.end)):
        return True
    mandate = shipped("interests", "mandates").first(text, tie)
    after = Span(tie.end, min(len(text), tie.end + _SEAT))
    return mandate is not None and shipped("interests", "seats").first(text, after) is not None


def _names_itself(source: Source, words: str) -> bool:
    """Tell whether a tie leads to the source itself: the words then say who speaks for it, or whose it is."""
    return source.named and source.name.split()[-1].lower() in words.lower().split()[1:]


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without a word that its end cut off, and without space at its end."""
    end = span.end
    while end > span.start and text[end - 1].isalnum() and text[end : end + 1].isalnum():
        end -= 1
    return Span(span.start, span.start + len(text[span.start : end].rstrip())) if end > span.start else span
