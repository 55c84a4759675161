"""Rows and lines of the card as markup: made here and not in a template, as a card has dozens of each."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from markupsafe import Markup

from source_audit.answer import Status
from source_audit.report.pages import escaped, joined, markup
from source_audit.report.sources import Tag, Voice
from source_audit.report.stretches import led, linked
from source_audit.report.tables import CategoryRow, CheckRow, SourceRow
from source_audit.report.top import Recount, Stream
from source_audit.report.wording import status_word

_MOST_LINES = 1024
"""How many lines of checks are kept; each card has some fifty, and most are the same on every card."""
_FORMS = ("statements", "direct", "mixed", "indirect")


def counted(numbers: Sequence[int]) -> Markup:
    """Return the cells with how many statements there are, all and then by form."""
    cells = [f'<td role="cell" data-l="{form}">{number}</td>' for form, number in zip(_FORMS, numbers, strict=True)]
    return joined(cells)


def source_lines(rows: Iterable[SourceRow]) -> Markup:
    """Return the rows of the table of sources."""
    return joined(map(_source, rows))


def _source(row: SourceRow) -> str:
    voice = row.voice
    if voice:
        own = label = voice.tag.label
        about = f" <small><bdi>{escaped(row.about)}</bdi></small>" if row.about else ""
        who = f"{_tag(voice.tag)} <bdi>{escaped(voice.name)}</bdi>{about}"
    else:
        own, label, who = "0", "?", '<span class="tag q">?</span> The text does not say'
    return (
        f'<tr role="row" id="r-{own}"><th role="rowheader" scope="row">{who}</th>'
        f'<td role="cell" class="k">{escaped(row.kind)}</td><td role="cell" class="k">{escaped(row.named)}</td>'
        f'{counted(row.counts)}<td role="cell" class="go">{linked(row.places, label)}</td></tr>\n'
    )


def _tag(tag: Tag) -> str:
    return f'<span class="tag {tag.letter}">{tag.label}</span>'


def stream_lines(recount: Recount) -> Markup:
    """Return the origins with their voices, and lines between them."""
    return joined(map(_stream, recount.streams))


def _stream(stream: Stream) -> str:
    more = f"<li>and {stream.more} more</li>" if stream.more else ""
    label = f"<b><bdi>{escaped(stream.label)}</bdi></b>" if stream.label else ""
    note = f" <small>{escaped(stream.note)}</small>" if stream.note else ""
    voices = "".join(map(_voice, stream.voices))
    return (
        f'<li>\n<ul class="voices">{voices}{more}</ul>\n{_join(stream)}\n<p class="origin">{label}{note}</p>\n</li>\n'
    )


def _voice(voice: Voice) -> str:
    role, letter = voice.role, voice.tag.letter
    about = f"<bdi>{escaped(role)}</bdi>" if role else {"d": "document", "p": "post"}.get(letter)
    small = f" <small>{about}</small>" if about else ""
    return f"<li>{_tag(voice.tag)}<span><bdi>{escaped(voice.name)}</bdi>{small}</span></li>"


def _join(stream: Stream) -> str:
    """Return the lines that lead from the voices of an origin to it."""
    letters = [voice.tag.letter for voice in stream.voices]
    kinds = [f' class="{letter}"' if letter in "up" else "" for letter in letters] + [""] * bool(stream.more)
    paths = "".join([f'<path{kind} d="{_bend(n, len(kinds))}"/>' for n, kind in enumerate(kinds)])
    view = 'viewBox="0 0 100 100" preserveAspectRatio="none"'
    return f'<svg class="join" aria-hidden="true" {view}>{paths}</svg>\n'


def _bend(place: int, lines: int) -> str:
    if lines == 1:
        return "M0 50H100"
    start = f"{round(100 * (place + 0.5) / lines, 2):g}"
    return f"M0 {start}C60 {start} 40 50 100 50"


def category_lines(rows: Iterable[CategoryRow]) -> Markup:
    """Return the categories with their checks."""
    return joined(map(_category, rows))


def _category(row: CategoryRow) -> str:
    asks, counts = escaped(row.asks), escaped(row.counts)
    return (
        f'<details class="cat"{" open" if row.open else ""}>\n<summary><h3>{escaped(row.name)}</h3> '
        f'<span class="q">{asks}</span> <span class="cnt">{counts}</span></summary>\n'
        f'<ul class="checks">\n{"".join(map(_check, row.checks))}</ul></details>\n'
    )


def _check(row: CheckRow) -> str:
    answer = row.answer
    if not (row.point or row.notes or row.replies):
        return _bare_check(answer.id, answer.title, answer.reason, answer.status, row.weight)
    return _line(answer.id, answer.title, answer.reason, answer.status, row.weight, led(row), row.replies)


@lru_cache(_MOST_LINES)
def _bare_check(name: str, title: str, reason: str, status: Status, weight: str) -> str:
    """Return a line without a place in the article; cards share most of them."""
    return _line(name, title, reason, status, weight)


def _line(  # noqa: PLR0913, PLR0917 - a line shows as much
    name: str, title: str, reason: str, status: Status, weight: str, more: str = "", replies: Iterable[str] = ()
) -> str:
    own, answers = escaped(name), "".join([f'<p class="lab"><bdi>{escaped(reply)}</bdi></p>' for reply in replies])
    return (
        f'<li id="c-{own}">{_badge(status)}<div><p><b>{escaped(title)}</b> {escaped(reason)}{more}</p>{answers}'
        f'<p class="id"><code>{own}</code> · {escaped(weight)}</p></div></li>\n'
    )


@cache
def _badge(status: Status) -> Markup:
    return markup("macros/signs.jinja", "status", status.value, status_word(status))
