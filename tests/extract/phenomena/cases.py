"""The texts by phenomenon, and whether a text is read as a reader would read it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from source_audit.attribution import Attribution
from source_audit.reading import Reading
from source_audit.span import Span
from tests.annotated import Annotated, Marked, annotated, read, words_in
from tests.extract.phenomena.spelling import AS_WRITTEN, spellings

FOLDER = Path(__file__).parent
TEXTS = FOLDER / "texts.toml"
NOT_YET = FOLDER / "not_yet.toml"
_ARTICLES = frozenset({"the", "a", "an"})
_OPENERS = frozenset({"that", "to"})
OPENING = "Harbour news of the day\n\n"
"""Stands before every text of several paragraphs, so that its first one is not taken for a headline."""


@frozen(kw_only=True)
class Case:
    """A text of a phenomenon in one spelling; ``key`` is "12.1", its phenomenon and its place there."""

    key: str
    phenomenon: str
    style: str
    notation: str
    bare: bool = False

    @property
    def id(self) -> str:
        """The name of the test."""
        return f"{self.key} {self.style}"

    @property
    def expected(self) -> Annotated:
        """The text as it is read, with its marks."""
        found = annotated(self.notation)
        return annotated(OPENING + self.notation) if "\n\n" in found.text and not self.bare else found


def phenomena() -> Sequence[dict[str, Any]]:
    """Return the rows of the file of texts: number, name and texts; spellings are limited to *styles*, if given."""
    rows: list[dict[str, Any]] = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["phenomenon"]
    return rows


def cases() -> Iterator[Case]:
    """Yield every text in every spelling."""
    for row in phenomena():
        for place, notation in enumerate(row["texts"], 1):
            written = {AS_WRITTEN: notation} if row.get("as_written") else spellings(notation)
            for style, text in written.items():
                if style not in row.get("not_in", ()):
                    yield Case(
                        key=f"{row['number']}.{place}",
                        phenomenon=row["name"],
                        style=style,
                        notation=text,
                        bare=row.get("bare", False),
                    )


def not_yet() -> dict[str, str]:
    """Return the reason of each text that is known to fail, by its key, or by its id where only one spelling fails."""
    reasons: dict[str, list[str]] = tomllib.loads(NOT_YET.read_text(encoding="utf-8"))
    return {key: reason for reason, keys in reasons.items() for key in keys}


def wanted(expected: Annotated) -> list[str]:
    """Return what a reader finds in a text, one line each."""
    marked = sorted(expected.attributions, key=lambda each: each.contents)
    return [_told(expected.text, each) for each in marked if not each.optional]


def found(expected: Annotated) -> list[str]:
    """Return what the library finds, one line each, told in as much detail as the marks tell it.

    What stands wholly inside a wanted content is the inner part of a nest, and is left out.
    """
    reading = read(expected.text)
    contents = [words_in(expected.text, marked.contents) for marked in expected.attributions]
    outer = [each for each in reading.attributions if not _inside(reading, each, contents)]
    outer.sort(key=lambda each: each.contents)
    lines: list[str] = []
    left = list(expected.attributions)
    for each in outer:
        model = next((marked for marked in left if _alike(reading, marked, each)), None)
        if model is not None:
            left.remove(model)
            if model.optional:
                continue
        lines.append(_told(reading.text, _as_marked(each, model)))
    return lines


def _alike(reading: Reading, marked: Marked, each: Attribution) -> bool:
    return bool(words_in(reading.text, marked.contents) & words_in(reading.text, each.contents))


def _inside(reading: Reading, each: Attribution, contents: Sequence[frozenset[Span]]) -> bool:
    parts = words_in(reading.text, (*each.contents, *each.cue))
    return any(parts < content for content in contents)


def _as_marked(each: Attribution, model: Marked | None) -> Marked:
    """Return a found attribution with those of its traits that the model says something of."""
    marked = Marked(list(each.contents), [], list(each.sources))
    if model is None or model.kind:
        marked.kind = each.kind.value
    if model is not None and model.cues:
        marked.cues = list(each.cue)
    if model is not None and model.name:
        marked.name = each.source.name if each.source else "?"
    return marked


def _told(text: str, marked: Marked) -> str:
    """Return an attribution in words, without what a reader does not mind: see `_words`."""
    told = [marked.kind or "", f"[{_words(text, marked.sources, _ARTICLES)}]"]
    told += [f"<{_words(text, marked.cues)}>"] if marked.cues else []
    told += [f"= {_bare(marked.name.split(), _ARTICLES)}"] if marked.name else []
    return " ".join(filter(None, [*told, _words(text, marked.contents, _OPENERS)]))


def _words(text: str, spans: Sequence[Span], but: frozenset[str] = frozenset()) -> str:
    """Return the words in the spans, without punctuation, one of *but* in front and a possessive ending behind."""
    return _bare([word.of(text) for word in sorted(words_in(text, spans))], but)


def _bare(spoken: Sequence[str], but: frozenset[str]) -> str:
    return re.sub("['’]s?$", "", " ".join(spoken[1:] if len(spoken) > 1 and spoken[0].lower() in but else spoken))
