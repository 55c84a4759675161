"""The kind of article that its form shows: release, interview, live blog, day in court, obituary, brief."""

import re
from collections.abc import Callable, Sequence

from source_audit.document import Block, BlockKind, Document, Genre
from source_audit.parse.entries import times_of
from source_audit.parse.turns import turns_of
from source_audit.parse.wordings import first_of, genre_shown_by, may_hold, phrases, words_of
from source_audit.span import Span

Shows = Callable[[Document], Genre | None]

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
    heads = first_of("release_heads", document, blocks[:8], within=20)
    wires = first_of("release_wires", document, document.body[:2], within=_LONGEST_DATELINE)
    if sure := [*heads, *(span for span in wires if _is_marked(document.text, span))]:
        return genre_shown_by("press-release", 0.9, document, sure[:1])
    parts = [
        *first_of("release_contacts", document, document.body, within=_LONGEST_NOTE)[:1],
        *_about(document)[:1],
        *_endings(document)[:1],
    ]
    if not parts:
        return None
    marks = [
        *parts,
        *first_of("release_news", document, document.body[:_LEAD])[:1],
        *first_of("release_joy", document, document.body)[:1],
    ]
    return genre_shown_by("press-release", 0.8, document, marks) if len(marks) >= _LEAST_MARKS else None


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
        if match and match["first"].lower() not in words_of("not_issuers"):
            found.append(Span(block.span.start, block.span.start + len(line)))
    return found


def _endings(document: Document) -> list[Span]:
    tail = [block.span for block in document.body[-12:]]
    return [span for span in tail if span.of(document.text)[:20].strip().lower() in words_of("release_ends")]


def _paid(document: Document) -> Genre | None:
    ends = _ends(document)
    found = first_of("paid_labels", document, ends, within=0) or first_of("paid", document, ends)
    return genre_shown_by("sponsored", 0.9, document, found[:1]) if found else None


def _satire(document: Document) -> Genre | None:
    ends = [block for block in _ends(document) if len(block.span.of(document.text).split()) <= _LONGEST_NOTE]
    found = first_of("satirical_labels", document, ends, within=0) or first_of("satirical", document, ends, within=40)
    return genre_shown_by("satire", 0.8, document, found[:1]) if found else None


def _ends(document: Document) -> Sequence[Block]:
    body = document.body
    return body if len(body) <= _FIRST + _LAST else (*body[:_FIRST], *body[-_LAST:])


def _live(document: Document) -> Genre | None:
    titles = [*document.blocks_of(BlockKind.HEADLINE)]
    if heads := first_of("live_headlines", document, titles):
        return genre_shown_by("live-blog", 0.8, document, heads[:1])
    running = first_of("running_headlines", document, titles or document.blocks[:1], within=0)
    running = running or first_of("rolling", document, document.body[:_LEAD])
    times = times_of(document, _LEAST_RUNNING if running else _LEAST_ENTRIES)
    return genre_shown_by("live-blog", 0.7, document, times) if times else None


def _interview(document: Document) -> Genre | None:
    if turns := turns_of(document):
        return genre_shown_by("interview", 0.9, document, turns)
    questions = [block.span for block in document.body if document.text[block.span.end - 1] == "?"]
    note = _edited(document) if len(questions) >= _LEAST_QUESTIONS else None
    return genre_shown_by("interview", 0.8, document, [note]) if note else None


def _edited(document: Document) -> Span | None:
    """Return the phrase of a note that an interview was edited."""
    for block in document.blocks if may_hold("edited", document, document.blocks) else ():
        found = phrases("edited").first(document.text, block.span)
        short = found and len(block.span) <= 400
        if short and phrases("conversations").first(document.text, block.span):
            return found
    return None


def _obituary(document: Document) -> Genre | None:
    head = next(document.blocks_of(BlockKind.HEADLINE), None)
    match = _DEATH.search(document.text, head.span.start, head.span.end) if head else None
    lives = first_of("lives", document, document.body) if match else []
    if match is None or not lives:
        return None
    return genre_shown_by("profile", 0.7, document, [Span(match.start(), match.end()), lives[0]])


def _event(document: Document) -> Genre | None:
    """Return the genre of a report of a day in court, a hearing or a speech: told so in its lead and throughout."""
    lead = document.body[: _LEAD + 1]
    for name in ("courts", "hearings", "speeches"):
        found = first_of(name, document, document.body) if first_of(name, document, lead) else []
        if len(found) >= _LEAST_FRAMES and len(found) >= document.words / _WORDS_PER_FRAME:
            return genre_shown_by("event-report", 0.7, document, found[:_LEAST_FRAMES])
    return None


def _brief(document: Document) -> Genre | None:
    """Return the genre of a short text that an agency is credited with."""
    start = document.body[0].span
    dateline = Span(start.start, min(start.end, start.start + 60))
    datelines = (span for span in phrases("agencies").find(document.text, dateline) if _is_marked(document.text, span))
    named = (author.span for author in document.authors if author.span and author.value.lower() in words_of("agencies"))
    found = next(datelines, None) or next(named, None)
    return genre_shown_by("brief", 0.7, document, [found]) if found and document.words < _LONGEST_BRIEF else None


_FORMS: Sequence[Shows] = (_release, _paid, _satire, _live, _interview, _obituary, _event, _brief)
