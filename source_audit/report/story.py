"""The annotated article: its blocks in order, with statements, findings and links marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from attrs import define, field, frozen

from source_audit.audit import Audit
from source_audit.document import Block, BlockKind, Document, Embed
from source_audit.report.annotations import Hit, Statement, hits_of, statements_of
from source_audit.report.links import web_address
from source_audit.report.marks import Mark, Segment, segments
from source_audit.report.points import Points
from source_audit.report.sources import Voices
from source_audit.report.wording import day
from source_audit.resources import data
from source_audit.span import Span

_LONG = 240
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


@define(kw_only=True, eq=False)
class Run:
    """A stretch of the article ready to print, and what follows it because it ends there.

    ``opens`` and ``lands`` are the ids that this stretch carries: of a statement and of a finding's words. What ends
    here brings its id along if no stretch could carry it, because inner marks cover it all. A stretch that carries
    nothing is ``bare``.
    """

    text: str
    letter: str | None = None
    hit: Hit | None = None
    href: str | None = None
    opens: str | None = None
    lands: str | None = None
    hits: tuple[tuple[Hit, str | None], ...] = ()
    statements: tuple[tuple[Statement, str | None], ...] = ()
    bare: bool = False


@define(kw_only=True, eq=False)
class Passage:
    """A block of the article, or a post whose words the page does not hold.

    ``rule`` is the letter of the source whose long quotation the block is; ``signature`` is what stands around the
    words of a post; ``href`` leads to the post, and ``about`` is what its markup tells beyond its words.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    signature: tuple[Run, ...] = ()
    rule: str | None = None
    platform: str = ""
    who: str | None = None
    href: str | None = None
    about: str = ""


@frozen(kw_only=True)
class Story:
    """The annotated article: its passages in groups of one kind, its statements, and where each point is marked."""

    groups: tuple[tuple[str, tuple[Passage, ...]], ...]
    statements: tuple[Statement, ...]
    places: Mapping[str, tuple[str, ...]]
    language: str | None


def story_of(audit: Audit, voices: Voices, points: Points) -> Story:
    """Return the annotated article."""
    statements = statements_of(audit, voices)
    hits = hits_of(audit.document, points.all)
    writer = _Writer(document=audit.document, statements=statements, hits=hits)
    passages = list(writer.passages())
    places: dict[str, list[str]] = defaultdict(list)
    for hit in hits:
        places[hit.point.label].append(hit.id)
    return Story(
        groups=tuple((kind, tuple(group)) for kind, group in groupby(passages, key=lambda passage: passage.kind)),
        statements=statements,
        places={label: tuple(ids) for label, ids in places.items()},
        language=_language(audit.document),
    )


def _language(document: Document) -> str | None:
    value = document.language.value if document.language else ""
    return value if _LANGUAGE.fullmatch(value) else None


@frozen(kw_only=True, slots=False)
class _Writer:
    """Turns blocks into passages; ``told`` holds the ids that already stand in the text."""

    document: Document
    statements: Sequence[Statement]
    hits: Sequence[Hit]
    told: set[str] = field(factory=set, init=False)

    def passages(self) -> Iterator[Passage]:
        by_block = _by_block(self.document.blocks, self._marks())
        posts = {embed.span.start: embed for embed in self.document.embeds if embed.span}
        unseen = _unseen_after(self.document)
        ending = _ending(self.statements, self.hits)
        for block, marks in zip(self.document.blocks, by_block, strict=True):
            yield self._passage(block, marks, ending, posts.get(block.span.start))
            yield from map(_unseen, unseen.get(block.span.start, ()))
        yield from map(_unseen, unseen.get(None, ()))

    def _marks(self) -> list[Mark]:
        marks = [Mark(span=s, layer="statement", index=n) for n, x in enumerate(self.statements) for s in x.pieces]
        marks += [Mark(span=s, layer="hit", index=n) for n, hit in enumerate(self.hits) for s in hit.pieces]
        marks += [Mark(span=link.span, layer="link", index=n) for n, link in enumerate(self.document.links)]
        return sorted(marks, key=lambda mark: mark.span.start)

    def _passage(
        self, block: Block, marks: list[Mark], ending: Mapping[int, list[Hit | Statement]], embed: Embed | None
    ) -> Passage:
        if not marks and not embed:
            return Passage(kind=block.kind.value, runs=(Run(text=block.span.of(self.document.text), bare=True),))
        words = embed.words if embed and embed.words else block.span
        cuts = [words.start, words.end]
        inside: list[Run] = []
        outside: list[Run] = []
        for segment in segments(block.span, marks, cuts):
            within = words.start <= segment.start and segment.end <= words.end
            (inside if within else outside).append(self._run(segment, ending))
        return Passage(
            kind="embed" if embed else block.kind.value,
            runs=tuple(inside),
            signature=tuple(outside),
            rule=_rule(self.document.text, block.kind, words, marks, self.statements),
            platform=_title(embed.platform) if embed else "",
            href=web_address(embed.permalink) if embed else None,
            about=" ".join(_about(embed)) if embed else "",
        )

    def _run(self, segment: Segment, ending: Mapping[int, list[Hit | Statement]]) -> Run:
        text, ends = self.document.text[segment.start : segment.end], ending.get(segment.end, ())
        run = Run(text=text)
        if segment.statement is not None:
            statement = self.statements[segment.statement]
            run.letter, run.opens = statement.letter, self._first(statement)
        if segment.hit is not None:
            run.hit = self.hits[segment.hit]
            run.lands = self._first(run.hit)
        if segment.link is not None:
            run.href = web_address(self.document.links[segment.link].href)
        if ends:
            run.hits = tuple([(end, self._first(end)) for end in ends if isinstance(end, Hit)])
            run.statements = tuple([(end, self._first(end)) for end in ends if isinstance(end, Statement)])
        run.bare = not (run.letter or run.hit or run.href or ends)
        return run

    def _first(self, marked: Hit | Statement) -> str | None:
        """Return the id if this is the first stretch of it; every id stands once."""
        if marked.id in self.told:
            return None
        self.told.add(marked.id)
        return marked.id


def _by_block(blocks: Sequence[Block], marks: Iterable[Mark]) -> list[list[Mark]]:
    """Sort marks into the blocks in which they begin; both stand in order."""
    sorted_in: list[list[Mark]] = [[] for _ in blocks]
    place = 0
    for mark in marks:
        while place < len(blocks) and blocks[place].span.end <= mark.span.start:
            place += 1
        if place < len(blocks) and blocks[place].span.overlaps(mark.span):
            sorted_in[place].append(mark)
    return sorted_in


def _ending(statements: Iterable[Statement], hits: Iterable[Hit]) -> dict[int, list[Hit | Statement]]:
    """Return what ends where: findings before statements, the inner ones first."""
    ending: dict[int, list[Hit | Statement]] = defaultdict(list)
    for hit in hits:
        ending[hit.pieces[-1].end].append(hit)
    for statement in sorted(statements, key=lambda statement: -statement.pieces[0].start):
        ending[statement.pieces[-1].end].append(statement)
    return ending


def _rule(text: str, kind: BlockKind, room: Span, marks: Iterable[Mark], statements: Sequence[Statement]) -> str | None:
    """Return the letter of the source whose own words fill a block that is set apart, long, or one of several."""
    covering = [mark for mark in marks if mark.layer == "statement" and mark.span.overlaps(room)]
    if len(covering) != 1:
        return None
    span, statement = covering[0].span, statements[covering[0].index]
    if statement.form != "direct":
        return None
    outside = text[room.start : span.start] + text[span.end : room.end]
    if any(sign.isalnum() for sign in outside):
        return None
    set_apart = kind in (BlockKind.BLOCKQUOTE, BlockKind.EMBED)
    return statement.letter if set_apart or len(room) >= _LONG or len(statement.pieces) > 1 else None


def _unseen_after(document: Document) -> dict[int | None, list[Embed]]:
    """Return the posts whose words the page does not hold, by the start of the block that they follow."""
    after: dict[int | None, list[Embed]] = defaultdict(list)
    for embed in document.embeds:
        if embed.span is None:
            block = document.block_at(embed.anchor.start) if embed.anchor else None
            after[block.span.start if block else None].append(embed)
    return after


def _unseen(embed: Embed) -> Passage:
    who = embed.author or (f"@{embed.handle.lstrip('@')}" if embed.handle else None)
    return Passage(
        kind="unseen",
        platform=_title(embed.platform),
        who=who,
        href=web_address(embed.permalink),
        about=" ".join([_unseen_words(embed), *_about(embed)]),
    )


def _unseen_words(embed: Embed) -> str:
    if embed.screenshot:
        return "The page shows only a picture of it."
    return "It is a picture or film." if embed.media_only else "The page does not hold its words."


def _about(embed: Embed) -> Iterator[str]:
    """Yield what a reader of the post would not see in it: whom it answers, and when its number dates it."""
    if embed.replied_to:
        yield "It answers another post."
    if embed.quoted_post:
        yield "It quotes another post."
    if embed.computed_date and not embed.printed_date:
        yield f"Its number dates it to {day(embed.computed_date)}."
    elif embed.computed_date and (embed.days_apart or 0) > 1:
        yield f"Its number dates it to {day(embed.computed_date)}, {embed.days_apart} days from the printed date."


@cache
def _titles() -> dict[str, str]:
    return {entry["id"]: entry["title"] for entry in data("permalinks")["platform"] if "title" in entry}


def _title(platform: str) -> str:
    """Return the name of a platform as it writes it."""
    return _titles().get(platform, platform.capitalize())
