"""A lesson: the exercises of one article, the paragraphs they need, and the notes for the teacher."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from source_audit.audit import Audit
from source_audit.document import BODY_KINDS, Block, BlockKind
from source_audit.resources import data
from source_audit.span import Span
from source_audit.teach import missing_link, who_speaks, whose_words
from source_audit.teach.choosing import choose, dense_paragraphs, number
from source_audit.teach.material import Material, texts
from source_audit.teach.model import Exercise, Lesson, Paragraph
from source_audit.teach.ruling import Ruling, ruled

_MAKERS = (whose_words, who_speaks, missing_link)
_PRINTED = BODY_KINDS | {BlockKind.EMBED}


def compose_exercises(audit: Audit, key: Mapping[str, Ruling] | None = None) -> tuple[Exercise, ...]:
    """Return the exercises that an audit gives material for, each with its key, always in the same order.

    *key* are a teacher's rulings by item id; raises OptionsError if they do not belong to this article.
    """
    return compose_lesson(audit, key).exercises


def compose_lesson(audit: Audit, key: Mapping[str, Ruling] | None = None, *, full_text: bool = False) -> Lesson:
    """Return a lesson about one article; it quotes only the paragraphs that its items need, unless *full_text*."""
    material = Material.of(audit)
    composed = tuple(ruled(tuple(_composed(material, full_text=full_text)), key or {}))
    exercises = tuple(exercise for exercise in composed if exercise.graded)
    blocks = [block for block in audit.document.blocks if block.kind in _PRINTED]
    printed = blocks if full_text else _needed(blocks, exercises)
    document = audit.document
    return Lesson(
        title=document.title.value if document.title else "",
        credit=tuple(stated.value for stated in (*document.authors, document.site, document.published) if stated),
        url=document.url.value if document.url else None,
        exercises=exercises,
        paragraphs=tuple(_paragraphs(material, blocks, printed)),
        ends_early=bool(blocks) and (not printed or printed[-1] != blocks[-1]),
        is_copied=not document.is_html,
        is_checked=key is not None,
        notes=tuple(_notes(material, composed, printed, full_text)),
    )


def _composed(material: Material, *, full_text: bool) -> Iterator[Exercise]:
    """Yield the exercises; unless the whole text is printed, they share as few paragraphs as they can.

    There are none of a text in a language that the rules do not read: its key would be wrong.
    """
    if material.document.is_foreign:
        return
    drafts = {maker: maker.drafts(material) for maker in _MAKERS}
    if full_text:
        preferred = frozenset(range(1, len(material.document.body) + 1))
    else:
        preferred = dense_paragraphs(material, chain.from_iterable(drafts.values()))
    for maker in _MAKERS:
        chosen = choose(material, maker.NAME, drafts[maker], preferred)
        preferred |= {material.quote(draft.span).paragraph for draft in chosen}
        yield number(material, maker.NAME, chosen, maker.choices(material, chosen))


def _needed(blocks: Sequence[Block], exercises: Sequence[Exercise]) -> list[Block]:
    """Return the blocks in which the excerpts stand, and those whose words show the answer."""
    items = [item for exercise in exercises for item in exercise.items]
    places = sorted({quote.start for item in items for quote in (*item.spans, *item.key.words)})
    return [block for block in blocks if any(block.span.start <= place < block.span.end for place in places)]


def _paragraphs(material: Material, blocks: Sequence[Block], printed: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the printed blocks; each tells whether text was left out before it."""
    kept = {block.span.start for block in printed}
    gap = False
    for block in blocks:
        if block.span.start not in kept:
            gap = True
            continue
        yield Paragraph(
            number=material.quote(block.span).paragraph or None, pieces=tuple(_pieces(material, block.span)), gap=gap
        )
        gap = False


def _pieces(material: Material, span: Span) -> Iterator[tuple[str, str | None]]:
    """Yield the words of a block, those of a link with its address."""
    links = material.document.links
    at = span.start
    for link in links[bisect_left(links, span.start, key=lambda link: link.span.start) :]:
        if link.span.start >= span.end:
            break
        if link.span.start >= at and link.span.end <= span.end and link.href.startswith(("https://", "http://")):
            yield material.text[at : link.span.start], None
            yield link.span.of(material.text), link.href
            at = link.span.end
    yield material.text[at : span.end], None


def _notes(
    material: Material, exercises: Sequence[Exercise], printed: Sequence[Block], full_text: bool
) -> Iterator[str]:
    words = data("lesson")["key"]
    counts = {"quoted": sum(material.count(block.span) for block in printed), "words": material.document.words}
    yield words["table"]
    yield words["whole"] if full_text else words["quoted"].format(**counts)
    if material.document.url:
        yield words["address"]
    if not material.document.is_html:
        yield words["copied"]
    for exercise in exercises:
        if not exercise.graded:
            yield f"{words['left_out']}: {exercise.title} {texts(exercise.id)['empty']}"
