"""An article that comes as plain text: lines made into blocks, every offset the caller's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve, field, mutable

from source_audit.document import BODY_KINDS, Block, BlockKind, Document, Embed, Genre, Notice, Stated
from source_audit.parse.dates import is_date_line
from source_audit.parse.days import sure_day
from source_audit.parse.genre import genre_of_section, is_label, is_shouted_label, label_in_headline, states_genre
from source_audit.parse.intake import Intake
from source_audit.parse.language import language_of
from source_audit.parse.pasted import find_posts, starts_like_post
from source_audit.parse.people import is_byline
from source_audit.parse.picture_lines import pictured_lines
from source_audit.parse.posted import Line, Post
from source_audit.parse.signature import looks_like_signature
from source_audit.parse.signed import (
    bare_bylines,
    is_only_a_name,
    is_signed,
    label_in_credit,
    reporter_in,
    signers,
    signs_below,
)
from source_audit.parse.trail import end_of_trail
from source_audit.span import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[•‣▪◦●]\s{0,3}|[*–-]\s{1,3}|\d{1,2}[.)]\s{1,3})(?=\S)")
_OPENERS = '"“„«‘'
_CLOSERS = '"”“»’'
_FULL_STOP = re.compile(r"\.[\"”»’')\]]{0,3}$")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]]{0,3}$")
_SPACES = " \t\xa0\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\0"
_HEAD_LINES = 8
_FOOT_LINES = 4
_SHORT = 6
_HEADLINE_WORDS = 20
_LONGEST_LABEL = 60
_NARROWEST, _WIDEST = 40, 110
COPIED = Notice(
    code="copied-text",
    message="The input is plain text: links, markup of posts and page data may have been lost.",
)


@mutable(kw_only=True)
class _Head:
    """What the first lines say of the article, with the kind of block that each such line is."""

    kinds: dict[int, BlockKind] = field(factory=dict)
    title: Stated | None = None
    authors: tuple[Stated, ...] = ()
    published: Stated | None = None
    section: Stated | None = None


def read_plain(intake: Intake) -> Document:
    """Return the document of a text; its text is the input, unchanged."""
    text = intake.text
    lines = _paragraphs(list(_lines(text)), text)
    posts = find_posts(lines, text)
    head = _read_head(lines, posts, text)
    blocks, embeds = _blocks(lines, posts, head.kinds)
    language, notices = language_of(" ".join(block.span.of(text) for block in _first(blocks)))
    return Document(
        text=text,
        blocks=blocks,
        content_type="text",
        sha256=intake.sha256,
        embeds=embeds,
        title=head.title,
        authors=head.authors,
        published=head.published,
        section=head.section,
        genre=(genre_of_section(head.section, blocks) if head.section else None) or Genre(),
        language=language,
        notices=(*intake.notices, COPIED, *notices),
    )


def _first(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return enough of the body to tell its language by."""
    return [block for block in blocks[:200] if block.kind in BODY_KINDS]


def _lines(text: str) -> Iterator[Line]:
    before = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        words = raw.strip(_SPACES).strip()
        if not words:
            continue
        start = match.start() + raw.index(words)
        joined = sum(1 for _ in _BREAK.finditer(text[before:start])) < 2
        yield Line(text=words, start=start, end=start + len(words), joined=joined)
        before = start + len(words)


def _paragraphs(lines: list[Line], text: str) -> list[Line]:
    """Return the lines with those joined that a mail program or an editor had wrapped."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or all(line.joined for line in lines[1:]):
        return lines
    full = [line for line, after in pairwise(lines) if after.joined and _is_wrapped(line, after, width)]
    if 2 * sum(_SENTENCE_END.search(line.text) is None for line in full) <= len(full):
        return lines
    merged: list[list[Line]] = []
    for line in lines:
        if merged and line.joined and _is_wrapped(merged[-1][-1], line, width):
            merged[-1].append(line)
        else:
            merged.append([line])
    return [_joined(group, text) for group in merged]


def _is_wrapped(line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    if len(line.text) + 1 + len(following.text.split(None, 1)[0]) <= width - 2:
        return False
    return not (_BULLET.match(following.text) or looks_like_signature(following.text))


def _joined(group: list[Line], text: str) -> Line:
    if len(group) == 1:
        return group[0]
    return evolve(group[0], text=text[group[0].start : group[-1].end], end=group[-1].end)


def _read_head(lines: Sequence[Line], posts: Sequence[Post], text: str) -> _Head:
    head = _Head()
    stop = min([_HEAD_LINES, len(lines), *(post.first for post in posts)])
    number = _read_label(lines, stop, head)
    _read_headline(lines, number, stop, head)
    _read_credits(lines, number, stop, text, head)
    _read_late_label(lines, stop, head)
    _read_foot(lines, posts, text, head)
    return head


def _read_label(lines: Sequence[Line], stop: int, head: _Head) -> int:
    if (
        stop < 2
        or len(lines) < 2
        or not (_is_label(lines[0].text) or _is_shouted(lines))
        or _is_labelled_headline(lines)
    ):
        return 0
    _set_section(lines, 0, head)
    return 1


def _is_shouted(lines: Sequence[Line]) -> bool:
    """Tell whether the first line is a label in capitals over a headline that is not."""
    second = lines[1].text
    return is_shouted_label(lines[0].text) and not second.isupper() and _is_headline(second) and not is_signed(second)


def _is_labelled_headline(lines: Sequence[Line]) -> bool:
    """Tell whether the first line is a headline that begins with a label, as what follows it is none."""
    first, second = lines[0].text, lines[1].text
    label = label_in_headline(first)
    if label is None or label.end - label.start + _SHORT > len(first):
        return False
    return (
        is_signed(second)
        or bool(bare_bylines([first, second, *(line.text for line in lines[2:3])]))
        or _is_prose(second)
    )


def _read_late_label(lines: Sequence[Line], stop: int, head: _Head) -> None:
    """Read a label that stands between the headline and the text: "Interview: Ann Roe"."""
    if head.section is None and (headline := next((index for index in head.kinds if index < stop), None)) is not None:
        late = range(headline + 1, stop)
        text = next((index for index in late if _FULL_STOP.search(lines[index].text)), stop)
        found = (
            index for index in late[: text - headline - 1] if index not in head.kinds and _is_label(lines[index].text)
        )
        if (index := next(found, None)) is not None:
            _set_section(lines, index, head)
    if head.section is None:
        head.section = next(
            filter(None, (_label_beside(lines[index], kind) for index, kind in sorted(head.kinds.items()))), None
        )


def _label_beside(line: Line, kind: BlockKind) -> Stated | None:
    """Return the label that a headline begins with or that stands in a line of credits ("Crime | 4 May")."""
    place = label_in_headline(line.text) if kind is BlockKind.HEADLINE else label_in_credit(line.text)
    if place is None:
        return None
    return Stated(value=place.of(line.text), origin="text", span=Span(line.start + place.start, line.start + place.end))


def _is_label(line: str) -> bool:
    return len(line) <= _LONGEST_LABEL and (is_label(line) or states_genre(line) or end_of_trail(line) is not None)


def _set_section(lines: Sequence[Line], index: int, head: _Head) -> None:
    head.kinds[index] = BlockKind.SECTION
    head.section = Stated(value=lines[index].text, origin="text", span=lines[index].span)


def _read_headline(lines: Sequence[Line], number: int, stop: int, head: _Head) -> None:
    while number < stop and is_signed(lines[number].text):
        number += 1
    if number < stop and len(lines) > number + 1 and _is_headline(lines[number].text):
        head.kinds[number] = BlockKind.HEADLINE
        head.title = Stated(value=" ".join(lines[number].text.split()), origin="text", span=lines[number].span)


def _is_headline(line: str) -> bool:
    if len(line.split(None, _HEADLINE_WORDS)) > _HEADLINE_WORDS or _FULL_STOP.search(line):
        return False
    if line.endswith(":") or _BULLET.match(line) or starts_like_post(line):
        return False
    return not (line[0] in _OPENERS and line[-1] in _CLOSERS)


def _read_credits(lines: Sequence[Line], number: int, stop: int, text: str, head: _Head) -> None:
    """Read the lines that sign the text above it, and bare names among them up to its first sentence."""
    top = next((index for index in range(number, stop) if _is_prose(lines[index].text)), stop)
    for index in range(number, stop):
        if index not in head.kinds:
            words = lines[index].text
            bare = number < index < top and head.title is not None and is_only_a_name(words, text)
            sure = is_signed(words) if index < top else is_byline(words) or is_date_line(words)
            if sure or bare:
                _set_credit(lines[index], index, head)


def _read_foot(lines: Sequence[Line], posts: Sequence[Post], text: str, head: _Head) -> None:
    """Read who signs below the text, and who is said to report in its first paragraphs."""
    taken = {index for post in posts for index in range(post.first, post.last + 1)}
    for index in range(max(len(lines) - _FOOT_LINES, max(head.kinds, default=0) + 2, 2), len(lines)):
        if index not in taken and signs_below(
            lines[index].text, lines[index - 1].text, last=not head.authors and _ends(lines, index)
        ):
            _set_credit(lines[index], index, head)
    if not head.authors:
        told = (reporter_in(text, line.start, line.end) for line in (*lines[:_HEAD_LINES], *lines[-2:]))
        head.authors = tuple(Stated(value=place.of(text), origin="text", span=place) for place in filter(None, told))[
            :1
        ]


def _ends(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the last, but for one that may be the office of who signs."""
    rest = lines[index + 1 :]
    return not rest or (
        len(rest) == 1 and len(rest[0].text.split(None, _SHORT)) <= _SHORT and not _FULL_STOP.search(rest[0].text)
    )


def _is_prose(line: str) -> bool:
    return _FULL_STOP.search(line) is not None and len(line.split(None, _SHORT)) > _SHORT


def _set_credit(line: Line, index: int, head: _Head) -> None:
    head.kinds[index] = BlockKind.BYLINE
    head.authors += tuple(
        Stated(value=name, origin="text", span=Span(line.start + place.start, line.start + place.end))
        for name, place in signers(line.text)
    )
    if head.published is None and (day := sure_day(line.text)):
        head.published = Stated(value=day.isoformat(), origin="text", span=line.span)


def _blocks(
    lines: Sequence[Line], posts: Sequence[Post], kinds: Mapping[int, BlockKind]
) -> tuple[tuple[Block, ...], tuple[Embed, ...]]:
    blocks: list[Block] = []
    embeds: list[Embed] = []
    anchor: Span | None = None
    starts = {post.first: post for post in posts}
    pictures = pictured_lines(lines, posts, kinds)
    number = 0
    while number < len(lines):
        post = starts.get(number)
        if post is not None and post.embed.span is not None:
            embeds.append(evolve(post.embed, anchor=anchor))
            blocks.append(Block(kind=BlockKind.EMBED, span=post.embed.span))
            number = post.last
        else:
            span, text = lines[number].span, lines[number].text
            kind = kinds.get(number) or (BlockKind.LIST_ITEM if _BULLET.match(text) else BlockKind.PARAGRAPH)
            if number in pictures:
                kind = BlockKind.CAPTION
                embeds += [evolve(embed, anchor=anchor) for embed in pictures[number]]
            blocks.append(Block(kind=kind, span=span))
            anchor = span if kind in BODY_KINDS else anchor
        number += 1
    return tuple(blocks), tuple(embeds)
