"""The key as a table that a teacher can change, and what becomes of an exercise then."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from attrs import evolve, frozen

from source_audit.corpus.table import harmless
from source_audit.errors import OptionsError
from source_audit.resources import data
from source_audit.teach.model import Band, Exercise, Item, Key

COLUMNS = ("id", "excerpt", "answer", "accept", "band", "why", "teacher_answer", "teacher_note", "drop")
_YES = frozenset({"yes", "y", "x", "1", "true"})


@frozen(kw_only=True)
class Ruling:
    """What a teacher says of an item: another answer, a note for the key, or to leave it out.

    ``excerpt`` are the words that the item was about when the teacher looked, if that is to be checked.
    """

    answer: str | None = None
    note: str = ""
    drop: bool = False
    excerpt: str | None = None


def write_key(exercises: Iterable[Exercise]) -> str:
    """Return the key as CSV, with empty columns for the teacher."""
    table = StringIO()
    writer = csv.DictWriter(table, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for exercise in exercises:
        for item in exercise.items:
            key = item.key
            cells = (item.id, _excerpt(item), key.answer or "", "; ".join(key.accept), key.band.value, key.why)
            writer.writerow(dict(zip(COLUMNS, map(harmless, cells), strict=False)))
    return table.getvalue()


def read_key(text: str) -> dict[str, Ruling]:
    """Return the rulings of a key that a teacher has changed; raises OptionsError where it is no such table."""
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","  # as spreadsheets of some countries save it
    table = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter)
    missing = {"id", "teacher_answer", "drop"} - set(table.fieldnames or ())
    if missing:
        raise OptionsError(f"the key lacks the column {sorted(missing)[0]!r}; start from the key.csv of this article")
    return {
        row["id"]: Ruling(
            answer=(row["teacher_answer"] or "").strip() or None,
            note=(row.get("teacher_note") or "").strip(),
            drop=(row["drop"] or "").strip().casefold() in _YES,
            excerpt=row.get("excerpt"),
        )
        for row in table
    }


def ruled(exercises: Sequence[Exercise], key: Mapping[str, Ruling]) -> Iterator[Exercise]:
    """Yield the exercises as a teacher's key has them; raises OptionsError if the key is that of another article."""
    ids = {item.id for exercise in exercises for item in exercise.items}
    if unknown := sorted(set(key) - ids):
        raise OptionsError(f"the key has an item {unknown[0]!r} that this article does not give; make the key anew")
    for exercise in exercises:
        items = (_ruled(item, key.get(item.id, Ruling())) for item in exercise.items)
        yield evolve(exercise, items=tuple(item for item in items if item))


def _ruled(item: Item, ruling: Ruling) -> Item | None:
    if ruling.excerpt is not None and ruling.excerpt != harmless(_excerpt(item)):
        raise OptionsError(f"the key's item {item.id!r} is about other words than this article's; make the key anew")
    if ruling.drop:
        return None
    why = " ".join(filter(None, [item.key.why, ruling.note]))
    if ruling.answer is None or ruling.answer == item.key.answer:
        return evolve(item, key=evolve(item.key, why=why))
    if ruling.answer not in item.options:
        options = ", ".join(item.options)
        raise OptionsError(f"the key's answer to {item.id!r} is {ruling.answer!r}; the sheet offers: {options}")
    words = data("lesson")["key"]["teacher"]
    key = Key(answer=ruling.answer, band=Band.SURE, why=ruling.note or words, rule_id="teacher", words=item.key.words)
    return evolve(item, key=key, points=1)


def _excerpt(item: Item) -> str:
    """Return an item's words on one line, as a table has them."""
    return " ".join(item.spans[0].exact.split())
