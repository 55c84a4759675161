"""Which drafts become the items of an exercise: every answer has its turn, and few paragraphs are needed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from source_audit.resources import data
from source_audit.teach.material import Draft, Material, limit, texts
from source_audit.teach.model import Band, Exercise, Item


def dense_paragraphs(material: Material, drafts: Iterable[Draft]) -> frozenset[int]:
    """Return the paragraphs that hold the most drafts, up to a share of the article's words."""
    held = Counter(material.quote(draft.span).paragraph for draft in drafts)
    room = material.document.words * data("lesson")["limits"]["share"]
    dense: set[int] = set()
    for paragraph, _ in sorted(held.items(), key=lambda entry: (-entry[1], entry[0])):
        room -= material.count(material.document.body[paragraph - 1].span)
        if dense and room < 0:
            break
        dense.add(paragraph)
    return frozenset(dense)


def choose(material: Material, name: str, drafts: Sequence[Draft], preferred: frozenset[int]) -> list[Draft]:
    """Return the drafts that become items: those with points, then those for discussion, each as the text has them.

    Drafts outside the preferred paragraphs are taken only where the exercise would be too small without them.
    """
    words = texts(name)
    near = [draft for draft in drafts if material.quote(draft.span).paragraph in preferred]
    near_graded = [draft for draft in near if draft.key.band is not Band.OPEN]
    far_graded = [draft for draft in drafts if draft.key.band is not Band.OPEN and draft not in near_graded]
    graded = _in_turn([*near_graded, *_contrasts(near_graded, far_graded, words["contrasts"])], name, words["most"])
    rest = [draft for draft in far_graded if draft not in graded]
    graded += _in_turn(rest, name, max(0, words["least"] - len(graded)))
    discussed = sorted((draft for draft in near if draft.key.band is Band.OPEN), key=_place)[: limit("discussed")]
    if not discussed:
        discussed = sorted((draft for draft in drafts if draft.key.band is Band.OPEN), key=_place)[:1]
    return [*sorted(graded, key=_place), *discussed]


def _contrasts(near: Sequence[Draft], far: Sequence[Draft], most: int) -> Iterator[Draft]:
    """Yield a few drafts of each answer that none of the near ones has: a set with one answer teaches nothing."""
    known = {draft.key.answer for draft in near}
    added: Counter[str | None] = Counter()
    for draft in sorted(far, key=_place):
        answer = draft.key.answer
        if answer not in known and added[answer] < most:
            added[answer] += 1
            yield draft


def _in_turn(drafts: Sequence[Draft], name: str, most: int) -> list[Draft]:
    """Choose drafts so that every answer has its turn."""
    queues: dict[str | None, list[Draft]] = {}
    for draft in sorted(drafts, key=_place):
        queues.setdefault(draft.key.answer, []).append(draft)
    turns = texts(name).get("turns", most)
    return [queue[turn] for turn in range(turns) for queue in queues.values() if turn < len(queue)][:most]


def number(material: Material, name: str, chosen: Sequence[Draft], options: tuple[str, ...]) -> Exercise:
    """Return the exercise that the chosen drafts make."""
    words = texts(name)
    items = tuple(
        Item(
            id=f"{name}-{place}",
            type=name,
            prompt=words["asks"],
            spans=(material.quote(draft.span),),
            options=options,
            key=evolve(draft.key, accept=tuple(name for name in draft.key.accept if name in options)),
            points=0 if draft.key.band is Band.OPEN else 1,
            minutes=1,
        )
        for place, draft in enumerate(chosen, start=1)
    )
    return Exercise(
        id=name,
        **{field: words[field] for field in ("title", "goal", "instructions", "example", "example_answer")},
        items=items,
        introduction_minutes=words["introduction_minutes"],
        notes=tuple(_notes(items)),
    )


def _notes(items: Sequence[Item]) -> Iterator[str]:
    """Yield what a teacher should know of an exercise."""
    words, graded = data("lesson")["key"], [item for item in items if not item.is_open]
    answers = {item.key.answer for item in graded}
    if len(graded) > 1 and len(answers) == 1:
        yield words["one_sided"]
    if 0 < len(graded) < limit("few"):
        yield words["few"]
    if graded and graded[0].type == "who-speaks":
        spare = [option for option in graded[0].options if option not in answers]
        yield from (texts("who-speaks")["why"]["distractor"].format(name=name) for name in spare)


def _place(draft: Draft) -> tuple[int, int]:
    return draft.span.start, draft.span.end
