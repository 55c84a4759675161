"""Everything that the templates of the card need, made from an audit."""

from attrs import frozen

from source_audit.audit import Audit
from source_audit.document import Notice
from source_audit.report.cards import Box, finding_box, question_box
from source_audit.report.changes import changes_of
from source_audit.report.entries import Entries, entries_of
from source_audit.report.number import steps_of
from source_audit.report.points import points_of
from source_audit.report.ratings import RatingRow, rating_rows
from source_audit.report.replies import ReplyRow, reply_rows
from source_audit.report.sentence import advice, sentence
from source_audit.report.sources import Voices
from source_audit.report.story import Story, story_of
from source_audit.report.tables import (
    CategoryRow,
    SourceRow,
    Sum,
    Together,
    category_rows,
    source_rows,
    sums_of,
    tally,
    together,
    totals_of,
)
from source_audit.report.top import (
    Band,
    Recount,
    Slice,
    band_of,
    bar_of,
    caution,
    count_words,
    recount_of,
    standing_words,
)
from source_audit.report.wording import day, genre_shown, meta_of, title_of


@frozen(kw_only=True)
class View:
    """A card in plain values, in the order in which they are read."""

    title: str
    meta: tuple[str, ...]
    kind: str
    foreign: bool
    sentence: str
    judged: bool
    advice: str
    recount: Recount
    bar: tuple[Slice, ...]
    counts: str
    standing: str
    statements: int
    band: Band
    caution: str
    changes: str
    findings: tuple[Box, ...]
    questions: tuple[Box, ...]
    entries: Entries | None
    story: Story
    posts: bool
    sources: tuple[SourceRow, ...]
    totals: tuple[int, ...]
    tally: tuple[tuple[str, str, int], ...]
    categories: tuple[CategoryRow, ...]
    checks: int
    ratings: tuple[RatingRow, ...]
    replies: tuple[ReplyRow, ...]
    sums: tuple[Sum, ...]
    together: Together | None
    steps: tuple[tuple[str, str], ...]
    warnings: tuple[Notice, ...]
    facts: tuple[tuple[str, str], ...]


def view_of(audit: Audit) -> View:
    """Return the view of an audit."""
    voices = Voices(audit=audit)
    points = points_of(audit)
    story = story_of(audit, voices, points)
    band = band_of(audit)
    sums = sums_of(audit)
    sources = source_rows(voices, story)
    foreign = audit.document.is_foreign
    judged = any(answer.weighs for answer in audit.answers.values())
    return View(
        title=title_of(audit.document),
        meta=tuple(meta_of(audit.document)),
        kind=genre_shown(audit.document),
        foreign=foreign,
        sentence=sentence(voices.counts, points, judged=judged, foreign=foreign),
        judged=judged,
        advice=advice(points, foreign=foreign),
        recount=recount_of(audit, voices),
        bar=bar_of(voices.counts),
        counts=count_words(voices.counts),
        standing=standing_words(voices.counts),
        statements=len(voices.statements),
        band=band,
        caution=caution(audit.score, voices.counts),
        changes=changes_of(audit),
        findings=tuple(finding_box(audit, point, story) for point in points.top),
        questions=tuple(question_box(audit, point, story) for point in points.questions),
        entries=entries_of(audit),
        story=story,
        posts=bool(audit.document.embeds),
        sources=sources,
        totals=totals_of(story),
        tally=tuple(tally(list(audit.answers.values()))),
        categories=category_rows(audit, points, story),
        checks=len(audit.answers),
        ratings=rating_rows(audit.ratings),
        replies=reply_rows(audit),
        sums=sums,
        together=together(sums),
        steps=tuple(steps_of(audit, sums, band)),
        warnings=audit.warnings,
        facts=tuple(_facts(audit)),
    )


def _facts(audit: Audit) -> list[tuple[str, str]]:
    """Return the versions that made the result; the day only if the caller gave one."""
    facts = [("Program", f"source_audit {audit.version}")]
    facts += [(f"Rules ({language})", version) for language, version in audit.lexicons.items()]
    facts += [("Result format", "source-audit/1"), ("Text read", f"sha256 {audit.document.sha256[:12]}…")]
    return facts + ([("Made on", day(audit.made_on))] if audit.made_on else [])
