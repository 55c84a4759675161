"""`make bench`: accuracy and speed side by side with other systems and the raw parser, and floors that never fall."""

import platform
import sys
from pathlib import Path

from tests.bench import accuracy, certainty, handmade, memory, merging, pages, posts, sentinel, speed
from tests.bench.floors import fallen
from tests.sentinel.labels import HALVES
from tests.train.__main__ import MATERIAL, TRAIN, read
from tests.train.gold import fingerprint

ERRORS = Path("out") / "attribution-errors.txt"


def main() -> int:
    """Print every figure; 1 if one lies below its floor."""
    gold = pages.gold_folder()
    low: list[str] = []
    if gold is None:
        print("The gold data are absent (SOURCE_AUDIT_GOLD): accuracy and page speed are skipped.\n")
    else:
        low += _attributions(gold) + _material(gold) + _merging(gold) + _pages(gold)
        _speed(gold)
        _memory(gold)
    low += _posts()
    handmade.show()
    for half in HALVES:
        sentinel.show(half)
    _plain_text()
    _imports()
    print(f"  loading the attribution model {speed.model_load():6.1f} ms\n")
    print("\n".join(low) or "\nNo figure fell below its floor.")
    return 1 if low else 0


def _attributions(gold: Path) -> list[str]:
    found = accuracy.measure(gold)
    print("Attributions, 84 dev articles, F1 by the scorer of the gold data (others: recorded figures)")
    print(f"  {'':32}  attr. speech  a+src  s+src  quotes 5+")
    for name, figures in accuracy.PEERS.items():
        print(f"  {name:32} " + " ".join(f"{figure:6.1f}" for figure in figures))
    examined = certainty.Examined(gold)
    ranges = certainty.intervals(examined.rows)
    print(f"\n  {'':20}    must     aim    reached  (95 in 100 samples)   best other   two people")
    for line, (must, aim, other, people) in certainty.LINES.items():
        spread = "{:5.1f} to {:5.1f}".format(*ranges[line]) if line in ranges else ""
        print(f"  {line:20} {must:7.1f} {aim:7.1f} {found[line]:10.1f}  {spread:20}  {other:>10}  {people:>10}")
    _reliability(examined)
    return fallen("attributions", found)


def _reliability(examined: certainty.Examined) -> None:
    print("\n  confidence       n   content right   content and source right (%)")
    for band, n, content, both in examined.reliability():
        print(f"  {band / 10:.1f} to {(band + 1) / 10:.1f} {n:8} {content:12.1f} {both:15.1f}")
    examined.write(ERRORS)
    print(f"  What was wrong, by kind: {ERRORS}\n")


def _material(gold: Path) -> list[str]:
    """Tell whether `make train` would be given the sentences that the shipped model was taught."""
    records = read(gold / TRAIN)
    same = MATERIAL.read_text(encoding="utf-8") == f"{fingerprint(records)}\n"
    print(f"  The model was taught these sentences: {'yes' if same else 'no'}\n")
    return [] if same else ["attributions: sentences are read in another way than at the training: run `make train`"]


def _merging(gold: Path) -> list[str]:
    found = merging.measure(gold)
    print("Sources, 200 hand-checked mentions of the training part (gold sources fed in)")
    for kind, shown in (("pronoun", "pronouns"), ("name", "names and roles")):
        print(f"  {shown:32} precision {found[f'{kind}_precision']:5.1f}  recall {found[f'{kind}_recall']:5.1f}")
    print()
    return fallen("sources", found)


def _pages(gold: Path) -> list[str]:
    found = pages.measure_accuracy(gold)
    parts = {name: part for name, part in found.items() if isinstance(part, dict)}
    flat = {f"{name} {key}": value for name, part in parts.items() for key, value in part.items()}
    print(f"Pages, {found['pages']} news pages (tuned on ids that begin with 0-7 only)")
    for name, figure in flat.items():
        print(f"  {name:32} {figure:.3f}" if isinstance(figure, float) else f"  {name:32} {figure}")
    print("  links of the gold data that stand in boxes and are left out, by page")
    for line in found["links in boxes"]:
        print(f"    {line}")
    print()
    return fallen("pages", flat)


def _posts() -> list[str]:
    found = posts.measure()
    print(f"Posts, {len(posts.PAGES)} pages of our own, two for each platform")
    print(f"  {found['found']} of {found['posts']} posts found, {found['extra']} extra")
    print(f"  {found['wrong']} of {found['fields']} fields of these wrong\n")
    shares = {
        "recall": found["found"] / found["posts"],
        "precision": found["found"] / (found["found"] + found["extra"]),
        "fields": 1 - found["wrong"] / found["fields"],
    }
    return fallen("posts", shares)


def _speed(gold: Path) -> None:
    totals = speed.measure(gold)
    bare = totals["lxml.html.fromstring"]
    print(f"Speed, 181 news pages, CPU time, in turns, least of three rounds, Python {platform.python_version()}")
    for name, seconds in totals.items():
        print(f"  {name:32} {seconds:7.3f} s  {seconds / bare:6.2f} x lxml")
    if len(totals) < len(speed.METHODS) + speed.MOST_PEERS:
        print("  (trafilatura and newspaper4k are measured where they are installed)")
    page = 1000 * bare / len(speed.news(gold))
    print(f"  lxml takes {page:.2f} ms a page here; {speed.PAGE} where the goals in milliseconds were set,")
    print(f"  so that a goal of 1 ms stands for {page / speed.PAGE:.2f} ms on this machine")
    goals = (
        ("attributions of 800 words", 8.0),
        ("all checks of 800 words", 2.5),
        ("all checks and the grading of 800 words", 3.0),
        ("audit of 3,200 characters", 7.0),
    )
    taken = speed.stages([record["text"] for record in accuracy.load(gold)])
    for (what, goal), each in zip(goals, taken, strict=True):
        print(f"  {what:39} {each:5.1f} ms, {each * speed.PAGE / page:4.1f} in these terms (goal {goal})")
    print()


def _memory(gold: Path) -> None:
    grown = memory.measure(gold)
    most = 1.5 * grown["lxml.html.fromstring"] + 5
    print(f"Memory: the peak of a warm process over the {memory.LARGEST} largest pages (goal {most:.1f} MB)")
    for name, megabytes in grown.items():
        print(f"  {name:32} {megabytes:7.1f} MB")
    print()


def _plain_text() -> None:
    print("Plain text, CPU time")
    for characters, audited, carded in speed.plain_text():
        print(f"  {characters:9,} characters {audited:10.1f} ms, with the card {carded:10.1f} ms")
    print()


def _imports() -> None:
    found = speed.imports()
    print("A fresh process, wall time")
    for statement, milliseconds in found.items():
        print(f"  {statement:28} {milliseconds:6.1f} ms, {milliseconds - found['pass']:6.1f} over bare Python")


if __name__ == "__main__":
    sys.exit(main())
