"""How well mentions are given to their sources: pronouns and merging, on a hand-checked sample of 200.

The sample holds places only: 100 pronouns and 100 short mentions (surnames, roles, bodies) of the training part, drawn
with a fixed seed, at most one for each article, with the place of a mention by name that a reader found for each, or
none. It was labelled before the code was run on it. The gold sources are fed in, so that resolution alone is measured.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from source_audit.attribution import Source
from source_audit.document import Document
from source_audit.extract.cues import verbs
from source_audit.extract.gather import Statement
from source_audit.extract.names import first_names
from source_audit.extract.quotations import pair_quotations
from source_audit.extract.sentences import split_sentences
from source_audit.extract.sources import resolve
from source_audit.parse import parse_document
from source_audit.span import Span

SAMPLE = Path(__file__).with_name("merging_sample.csv")
_TITLES = (
    "president ",
    "mr. ",
    "mrs. ",
    "ms. ",
    "dr. ",
    "pope ",
    "sen. ",
    "rep. ",
    "gov. ",
    "judge ",
    "the ",
    "a ",
    "an ",
)


@frozen
class Labelled:
    """A mention of the sample and the reader's antecedent for it."""

    kind: str
    article: str
    mention: Span
    antecedent: Span | None


def sample(path: Path = SAMPLE) -> list[Labelled]:
    """Return the hand-checked mentions."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_labelled(row) for row in csv.DictReader(file)]


def _labelled(row: dict[str, str]) -> Labelled:
    given = Span(int(row["antecedent_start"]), int(row["antecedent_end"])) if row["antecedent_start"] else None
    return Labelled(row["kind"], row["article"], Span(int(row["start"]), int(row["end"])), given)


def measure(gold: Path, path: Path = SAMPLE) -> dict[str, float]:
    """Return percentages: how many of the given sources are right, and how many of the right ones are given."""
    counts: Counter[tuple[str, str]] = Counter()
    for each, verdict in judge(gold, path):
        counts[each.kind, verdict] += 1
        counts[each.kind, "told"] += each.antecedent is not None
    figures = {}
    for kind in ("pronoun", "name"):
        right = counts[kind, "right"]
        figures[f"{kind}_precision"] = 100 * right / max(1, right + counts[kind, "wrong"])
        figures[f"{kind}_recall"] = 100 * right / max(1, counts[kind, "told"])
    return figures


def judge(gold: Path, path: Path = SAMPLE) -> Iterator[tuple[Labelled, str]]:
    """Yield each labelled mention with "right", "wrong" or "open" (no source, or none but itself)."""
    with (gold / "corpus" / "attribution" / "polnear_train.jsonl").open(encoding="utf-8") as file:
        articles = {record["id"]: record for record in map(json.loads, file)}
    for each in sample(path):
        record = articles[each.article]
        yield each, verdict(record["text"], resolved(record, each.mention), each)


def resolved(record: dict[str, Any], mention: Span) -> Source | None:
    """Return the source that is given to a mention when all gold attributions of its article are read."""
    document = parse_document(record["text"], content_type="text")
    statements = [_statement(each) for each in record["attributions"] if each["content"]]
    statements.sort(key=lambda each: min(span.start for span in (*each.contents, *each.cue)))
    reading = _read(document, statements)
    found = (a.source for a in reading if a.sources and a.sources[0] == mention)
    return next(found, None)


def _statement(gold: dict[str, Any]) -> Statement:
    contents, cue, sources = ([Span(*part) for part in gold[name]] for name in ("content", "cue", "source"))
    return Statement("gold", contents, cue, sources, 1.0, 0)


def _read(document: Document, statements: list[Statement]) -> Any:
    pairs = pair_quotations(document.text, document.blocks)
    sentences = split_sentences(document.text, document.blocks, [pair.span for pair in pairs], frozenset(verbs()))
    return resolve(document, statements, tuple(sentences), pairs).attributions


def verdict(text: str, source: Source | None, each: Labelled) -> str:
    """Tell whether a source is the one that the label means; a label of none means nothing before the mention."""
    if source is None or _alone(text, source, each):
        return "open"
    if each.antecedent is None:
        before = any(m.start < each.mention.start for m in source.mentions)
        return "wrong" if before or _key(source.name) != _key(each.mention.of(text)) else "open"
    return "right" if _same(text, source, each.antecedent) and not _mixed(text, source, each.antecedent) else "wrong"


def _alone(text: str, source: Source, each: Labelled) -> bool:
    """Tell whether a record holds nothing but the mention's own words."""
    own = _key(each.mention.of(text))
    return {_key(name) for name in (source.name, *(m.of(text) for m in source.mentions))} == {own} and not (
        each.antecedent and _key(each.antecedent.of(text)) == own and len(source.mentions) > 1
    )


def _same(text: str, source: Source, antecedent: Span) -> bool:
    words, name = _key(antecedent.of(text)), _key(source.name)
    if any(m.overlaps(antecedent) for m in source.mentions):
        return True
    if words in {name, *(_key(m.of(text)) for m in source.mentions)}:
        return True
    tail = f" {words}".endswith(f" {name}") or f" {name}".endswith(f" {words}")
    return tail and len(_first_names(text, words.split()[-1])) <= 1


def _mixed(text: str, source: Source, antecedent: Span) -> bool:
    """Tell whether a record holds two full names with one surname."""
    words = _key(antecedent.of(text)).split()
    named = [_key(m.of(text)).split() for m in source.mentions]
    pairs = [n for n in named if len(n) == len(words) == 2 and n[0] in first_names()]
    return any(n[1] == words[1] and n[0] != words[0] for n in pairs)


def _first_names(text: str, surname: str) -> set[str]:
    """Return the first names that stand before a surname more than once."""
    before = re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{re.escape(surname.title())}\b", text)
    counts = Counter(before)
    return {word for word in before if counts[word] > 1 and first_names().get(word.lower())}


def _key(words: str) -> str:
    low = re.sub(r"['’]s?$", "", " ".join(words.lower().split()).rstrip(".,"))
    for opener in _TITLES:
        low = low.removeprefix(opener)
    return low
