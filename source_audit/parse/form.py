"""The kind of article that its form shows: release, interview, live blog, day in court, obituary, brief."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from source_audit.document import Block, BlockKind, Document, Genre
from source_audit.lexicon import Lexicon
from source_audit.parse.entries import entries_of
from source_audit.parse.turns import turns_of
from source_audit.resources import data
from source_audit.span import Span

Shows = Callable[["Document"], Genre | None]

_ABOUT = re.compile(r"About (?P<first>[\w&.'’-]{2,30})(?: [\w&.'’()-]{1,30}){0,6}:?")
_DEATH = re.compile(
    r"\b(?:dies|died|dead) (?:at |aged )(?:the age of )?\d{1,3}\b|\b\d{2,3}, (?:dies|dead|is dead)\b|\bobituary\b",
    re.IGNORECASE,
)
_AROUND = " \t*–—-"
_LONGEST_DATELINE = 160
_LONGEST_NOTE = 60
_FIRST, _LAST = 3, 3
_LEAST_ENTRIES, _LEAST_RUNNING = 4, 2
_LEAD = 3
_LEAST_MARKS = 2
_LEAST_FRAMES = 3
_WORDS_PER_FRAME = 250
_LONGEST_BRIEF = 200
_LEAST_QUESTIONS = 3


def genre_by_form(document: Document) -> Genre | None:
    """Return the genre that the form of the text shows, or None; where two could be meant, the surer one."""
    if not document.body:
        return None
    return next(filter(None, (shows(document) for shows in _FORMS)), None)


def _release(document: Document) -> Genre | None:
    """Return the genre of a release: its first line or its dateline says so, or two of its usual parts stand there.

    That a body tells its own news, and how glad it is, counts only beside whom to ask, who it is, or the last line.
    """
    blocks = document.blocks
    heads = _first_of("release_heads", document, blocks[:8], within=20)
    wires = _first_of("release_wires", document, document.body[:2], within=_LONGEST_DATELINE)
    if sure := [*heads, *(span for span in wires if _is_marked(document.text, span))]:
        return _genre("press-release", 0.9, document, sure[:1])
    parts = [
        *_first_of("release_contacts", document, document.body, within=_LONGEST_NOTE)[:1],
        *_about(document)[:1],
        *_endings(document)[:1],
    ]
    if not parts:
        return None
    marks = [
        *parts,
        *_first_of("release_news", document, document.body[:_LEAD])[:1],
        *_first_of("release_joy", document, document.body)[:1],
    ]
    return _genre("press-release", 0.8, document, marks) if len(marks) >= _LEAST_MARKS else None


def _is_marked(text: str, span: Span) -> bool:
    """Tell whether the name of a service is set off as in a dateline: (…) or /…/ or before a dash."""
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 3]
    enclosed = before in ("(", "/") and after[:1] in (")", "/", "-", "–", ",")
    return enclosed or after.lstrip()[:2] in ("--", "—", "– ")


def _about(document: Document) -> list[Span]:
    """Return the titles of a description of the issuing body, in the second half of the text."""
    found = []
    for block in document.body[len(document.body) // 2 :]:
        line = document.text[block.span.start : min(block.span.end, block.span.start + 200)].partition("\n")[0]
        match = _ABOUT.fullmatch(line)
        if match and match["first"].lower() not in _words("not_issuers"):
            found.append(Span(block.span.start, block.span.start + len(line)))
    return found


def _endings(document: Document) -> list[Span]:
    tail = [block.span for block in document.body[-12:]]
    return [span for span in tail if span.of(document.text)[:20].strip().lower() in _words("release_ends")]


def _paid(document: Document) -> Genre | None:
    found = _first_of("paid", document, _ends(document))
    return _genre("sponsored", 0.9, document, found[:1]) if found else None


def _satire(document: Document) -> Genre | None:
    ends = [block for block in _ends(document) if len(block.span.of(document.text).split()) <= _LONGEST_NOTE]
    found = _first_of("satirical", document, ends, within=40)
    return _genre("satire", 0.8, document, found[:1]) if found else None


def _ends(document: Document) -> Sequence[Block]:
    body = document.body
    return body if len(body) <= _FIRST + _LAST else (*body[:_FIRST], *body[-_LAST:])


def _live(document: Document) -> Genre | None:
    titles = [*document.blocks_of(BlockKind.HEADLINE)]
    if heads := _first_of("live_headlines", document, titles):
        return _genre("live-blog", 0.8, document, heads[:1])
    running = _first_of("running_headlines", document, titles or document.blocks[:1], within=0)
    entries = entries_of(document, _LEAST_RUNNING if running else _LEAST_ENTRIES)
    return _genre("live-blog", 0.7, document, entries) if entries else None


def _interview(document: Document) -> Genre | None:
    if turns := turns_of(document):
        return _genre("interview", 0.9, document, turns)
    questions = [block.span for block in document.body if document.text[block.span.end - 1] == "?"]
    note = _edited(document) if len(questions) >= _LEAST_QUESTIONS else None
    return _genre("interview", 0.8, document, [note]) if note else None


def _edited(document: Document) -> Span | None:
    """Return the phrase of a note that an interview was edited."""
    for block in document.blocks if _may_hold("edited", document, document.blocks) else ():
        found = _phrases("edited").first(document.text, block.span)
        short = found and len(block.span) <= 400
        if short and _phrases("conversations").first(document.text, block.span):
            return found
    return None


def _obituary(document: Document) -> Genre | None:
    head = next(document.blocks_of(BlockKind.HEADLINE), None)
    match = _DEATH.search(document.text, head.span.start, head.span.end) if head else None
    lives = _first_of("lives", document, document.body) if match else []
    if match is None or not lives:
        return None
    return _genre("profile", 0.7, document, [Span(match.start(), match.end()), lives[0]])


def _event(document: Document) -> Genre | None:
    """Return the genre of a report of a day in court, a hearing or a speech: told so in its lead and throughout."""
    lead = document.body[: _LEAD + 1]
    for name in ("courts", "hearings", "speeches"):
        found = _first_of(name, document, document.body) if _first_of(name, document, lead) else []
        if len(found) >= _LEAST_FRAMES and len(found) >= document.words / _WORDS_PER_FRAME:
            return _genre("event-report", 0.7, document, found[:_LEAST_FRAMES])
    return None


def _brief(document: Document) -> Genre | None:
    """Return the genre of a short text that an agency is credited with."""
    start = document.body[0].span
    dateline = Span(start.start, min(start.end, start.start + 60))
    datelines = (span for span in _phrases("agencies").find(document.text, dateline) if _is_marked(document.text, span))
    named = (author.span for author in document.authors if author.span and author.value.lower() in _words("agencies"))
    found = next(datelines, None) or next(named, None)
    return _genre("brief", 0.7, document, [found]) if found and document.words < _LONGEST_BRIEF else None


_FORMS: Sequence[Shows] = (_release, _paid, _satire, _live, _interview, _obituary, _event, _brief)


def _genre(value: str, confidence: float, document: Document, spans: Sequence[Span]) -> Genre:
    words = " … ".join(" ".join(span.of(document.text).split())[:80] for span in spans[:_LEAST_FRAMES])
    return Genre(value=value, by="text", confidence=confidence, words=words, spans=tuple(spans))


def _first_of(name: str, document: Document, blocks: Sequence[Block], within: int | None = None) -> list[Span]:
    """Return the first phrase of a list in each block that has one, at most *within* signs from its start."""
    return list(_each_first(name, document, blocks, within)) if _may_hold(name, document, blocks) else []


def _may_hold(name: str, document: Document, blocks: Sequence[Block]) -> bool:
    """Tell whether a phrase of a list may stand in the blocks: far quicker than to look for whole words."""
    if not blocks:
        return False
    return _phrases(name).may_stand(document.text, blocks[0].span.start, blocks[-1].span.end)


def _each_first(name: str, document: Document, blocks: Sequence[Block], within: int | None) -> Iterator[Span]:
    for block in blocks:
        end = block.span.end if within is None else min(block.span.end, block.span.start + within + 40)
        found = _phrases(name).first(document.text, Span(block.span.start, end))
        if found and (within is None or found.start - block.span.start <= within):
            yield found


@cache
def _phrases(name: str) -> Lexicon:
    return Lexicon(data("genres")["phrases"][name])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("genres")["phrases"][name])
