"""How well attributions are found in the sets of our own: ``python -m tests.bench.handmade [SET ...]``.

The scorer of the gold data gives the figures where it is present. `matched` counts the same way in a few lines, so that
floors can be kept without it. With the name of a set, what was missed and what was wrongly found is printed too.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from source_audit.span import Span
from tests.annotated import Annotated, annotated, pair_up, read, words_in
from tests.bench.accuracy import predict, scorer
from tests.bench.pages import gold_folder

FOLDER = Path(__file__).with_name("handmade")
_BETWEEN = "====\n"


@frozen
class Score:
    """Attributions marked, found and agreed on, and those of them whose source is right."""

    marked: int = 0
    found: int = 0
    agreed: int = 0
    with_source: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.marked + other.marked,
            self.found + other.found,
            self.agreed + other.agreed,
            self.with_source + other.with_source,
        )

    @property
    def attribution(self) -> float:
        """F1 of the attributions, in percent."""
        return self._f1(self.agreed)

    @property
    def attribution_source(self) -> float:
        """F1 of the attributions whose source is right too, in percent."""
        return self._f1(self.with_source)

    def _f1(self, right: int) -> float:
        return 200 * right / ((self.marked + self.found) or 1)


def names() -> list[str]:
    """Return the names of the sets."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def load(name: str) -> list[Annotated]:
    """Return the articles of a set with their attributions."""
    _, *articles = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split(_BETWEEN)
    return [annotated(article) for article in articles]


def matched(name: str) -> Score:
    """Return how a set is read: contents agree if half of their words do, sources if they share a word or both lack."""
    return sum((_matched(article) for article in load(name)), Score())


def _matched(article: Annotated) -> Score:
    found = read(article.text).attributions
    pairs = list(pair_up(article.text, article.attributions, found))
    right = sum(_one_source(article.text, marked.sources, each.sources) for marked, each, _ in pairs)
    return Score(len(article.attributions), len(found), len(pairs), right)


def _one_source(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    left, right = words_in(text, one), words_in(text, other)
    return bool(left & right) or not (left or right)


def scored(gold: Path) -> Mapping[str, tuple[int, float, float]]:
    """Return for each set its attributions, attribution F1 and attribution + source F1 by the gold data's scorer."""
    module = scorer(gold)
    table: dict[str, tuple[int, float, float]] = {}
    for name in names():
        records = [_record(f"{name}-{number}", article) for number, article in enumerate(load(name))]
        result = module.score(records, {record["id"]: predict(str(record["text"])) for record in records})
        figures = result["attribution"], result["e2e_source"]
        table[name] = (figures[0]["n_gold"], 100 * figures[0]["f1"], 100 * figures[1]["f1"])
    return table


def _record(record_id: str, article: Annotated) -> dict[str, object]:
    """Return an article as the gold data has it."""

    def plain(spans: Sequence[Span]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    attributions = [
        {"source": plain(each.sources), "cue": plain(each.cues), "content": plain(each.contents)}
        for each in article.attributions
    ]
    return {"id": record_id, "text": article.text, "attributions": attributions}


def show() -> None:
    """Print one line for each set, by the gold data's scorer or, where it is absent, not at all."""
    print("Sets of our own (tests/bench/handmade), F1 by the scorer of the gold data")
    gold = gold_folder()
    if gold is None:
        print("  skipped: the scorer lies beside the gold data, which are absent (SOURCE_AUDIT_GOLD)\n")
        return
    print(f"  {'':32}      n  attr.  a+src")
    for name, (marked, attribution, with_source) in scored(gold).items():
        print(f"  {name:32} {marked:6} {attribution:6.1f} {with_source:6.1f}")
    print()


def differences(name: str) -> Iterator[str]:
    """Yield what was missed (-), wrongly found (+) and found with another source (~) in a set."""
    for article in load(name):
        text = article.text
        found = read(text).attributions
        pairs = list(pair_up(text, article.attributions, found))
        hit, right = {id(marked) for marked, *_ in pairs}, {each.id for _, each, _ in pairs}
        yield "== " + text.partition("\n")[0]
        for marked in article.attributions:
            if id(marked) not in hit:
                yield _line("-", text, marked.sources, marked.cues, marked.contents)
        for each in found:
            if each.id not in right:
                yield _line("+", text, each.sources, each.cue, each.contents)
        for marked, each, _ in pairs:
            if not _one_source(text, marked.sources, each.sources):
                yield _line("~", text, each.sources, each.cue, each.contents)


def _line(sign: str, text: str, *parts: Sequence[Span]) -> str:
    return f"  {sign} " + " | ".join(" ... ".join(span.of(text) for span in spans) for spans in parts)


def main(chosen: Sequence[str]) -> int:
    """Print the table, and the differences of the sets that were named."""
    show()
    for name in chosen:
        print("\n".join(differences(name)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
