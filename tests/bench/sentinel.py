"""How right each check is on the sentinel set: ``python -m tests.bench.sentinel [open|blind] [--list CHECK]``.

A case that the tool flags is right where a labelled one of that check shares words with any of its evidence; if none
does, where both are about one post (its words, its signature or the paragraph that it follows), or both name one source
by any of its mentions; and if none is, where both stand in one sentence. A flag on a case that is labelled *unsure* counts neither way; a labelled case on
which the tool is unsure is not found, and is counted apart. Checks that put one question to the whole article are
compared by their status. In the kinds of text in which nothing is labelled a case (opinion, releases …), what is shown
for information only is not compared. Of the blind half figures are printed, never words.
"""

import sys
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import ge
from pathlib import Path

from attrs import Factory, define, evolve, frozen

from source_audit.answer import Answer, Status
from source_audit.api import audit_article
from source_audit.extract import extract_reading
from source_audit.finding import Finding, Verdict
from source_audit.measured import wilson
from source_audit.reading import Reading
from source_audit.rubric import rubric
from source_audit.span import Span
from tests.sentinel.labels import FOLDER, HALVES, Labelled, LabelledCase, load

EARNED = rubric().table["score"]["earned"]
"""What a check must reach on articles that nobody has looked at before it has earned its weight."""
OPENED = FOLDER / "first_sight.toml"
_ASKED_OF_THE_WHOLE = {"byline-and-date", "genre-and-method", "interested-sources-only", "outside-expert"}
_WITHOUT_CASES = {"opinion", "review", "satire", "press-release", "sponsored"}
"""The kinds of text in which nothing is a case (tests/sentinel/README.md, reading 19)."""
_FLAGGED = {Verdict.MILD, Verdict.BREAKS}
_LOW = {Status.PARTIAL, Status.FAIL}
_STEPS = (Status.PASS, Status.PARTIAL, Status.FAIL)


@define
class Tally:
    """What was counted for one check."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    unsure: int = 0
    doubtful: int = 0
    articles: int = 0
    exact: int = 0
    near: int = 0
    differences: list[str] = Factory(list)

    @property
    def flagged(self) -> int:
        """The flags that can be called right or wrong."""
        return self.right + self.wrong

    @property
    def labelled(self) -> int:
        """The cases that should be flagged."""
        return self.right + self.missed + self.unsure

    @property
    def precision(self) -> float | None:
        """The share of the flags that are right."""
        return self.right / self.flagged if self.flagged else None

    @property
    def recall(self) -> float | None:
        """The share of the labelled cases that are flagged."""
        return self.right / self.labelled if self.labelled else None

    @property
    def bound(self) -> float:
        """The lower end of the 95 % interval of the precision."""
        return wilson(self.right, self.flagged)

    @property
    def may_weigh(self) -> bool:
        """Whether the figures are good enough for a check that weighs."""
        figures = self.flagged, self.precision or 0, self.bound
        return all(map(ge, figures, (EARNED["flags"], EARNED["precision"], EARNED["lower"])))


@frozen
class Measured:
    """The figures of a half: a tally for each check that is built, labels of those that are not, and genres."""

    checks: dict[str, Tally]
    unbuilt: Counter[str]
    articles: int
    genres: int


def measure(articles: Sequence[Labelled]) -> Measured:
    """Audit every article and compare each answer with its label."""
    tallies: dict[str, Tally] = {}
    unbuilt, genres = Counter[str](), 0
    for labelled in articles:
        audit = audit_article(labelled.markup, content_type="html" if labelled.is_page else "text")
        reading = extract_reading(audit.document)
        genres += audit.document.genre.value == labelled.genre
        unbuilt.update(case.check for case in labelled.cases if case.check not in audit.answers)
        for check, answer in audit.answers.items():
            tally = tallies.setdefault(check, Tally())
            _compare_status(tally, labelled, answer)
            if is_of_the_whole(check):
                _compare_whole(tally, labelled, answer)
            else:
                _compare_cases(tally, labelled, answer, reading)
    return Measured(tallies, unbuilt, len(articles), genres)


def with_opened(measured: Measured, path: Path = OPENED) -> Measured:
    """Add to the figures of the blind half those of articles that were part of it and have been opened since.

    They are as they were the last time before anybody looked at the articles, so that each is counted once, unseen. A
    check with enough flags in the blind half is measured there alone: that is how it is now.
    """
    added = dict(measured.checks)
    batches = tomllib.loads(path.read_text(encoding="utf-8"))["opened"]
    for check, row in (pair for batch in batches for pair in batch["checks"].items()):
        tally = added.get(check, Tally())
        if check in measured.checks and measured.checks[check].flagged >= EARNED["flags"]:
            continue
        added[check] = evolve(
            tally,
            right=tally.right + row["right"],
            wrong=tally.wrong + row["flags"] - row["right"],
            missed=tally.missed + row["cases"] - row["right"],
        )
    articles = sum(batch["articles"] for batch in batches)
    return evolve(measured, checks=added, articles=measured.articles + articles)


def is_of_the_whole(check: str) -> bool:
    """Tell whether a check puts one question to the whole article, so that its status is what is compared."""
    return check in _ASKED_OF_THE_WHOLE or rubric().table["checks"][check]["rule"] in {"at-least", "at-most"}


def _informs(check: str) -> bool:
    return bool(rubric().table["checks"][check]["rule"] == "inform")


def _compare_status(tally: Tally, labelled: Labelled, answer: Answer) -> None:
    expected, found = labelled.expected(answer.id), answer.found or answer.status
    tally.articles += 1
    tally.exact += expected is found
    tally.near += _is_near(expected, found)
    if expected is not found:
        tally.differences.append(f"{labelled.path.stem}: status {found}, labelled {expected}")


def _is_near(expected: Status, found: Status) -> bool:
    both = {expected, found} <= set(_STEPS)
    return abs(_STEPS.index(expected) - _STEPS.index(found)) <= 1 if both else expected is found


def _compare_whole(tally: Tally, labelled: Labelled, answer: Answer) -> None:
    expected, found = labelled.expected(answer.id), answer.found or answer.status
    if expected is Status.NEEDS_REVIEW:
        tally.doubtful += found in _LOW
    elif found in _LOW:
        tally.right += expected in _LOW
        tally.wrong += expected not in _LOW
    elif expected in _LOW:
        tally.unsure += found is Status.NEEDS_REVIEW
        tally.missed += found is not Status.NEEDS_REVIEW


def _compare_cases(tally: Tally, labelled: Labelled, answer: Answer, reading: Reading) -> None:
    if _informs(answer.id) or (labelled.genre in _WITHOUT_CASES and answer.status is Status.INFORMATIONAL):
        return
    cases = [case for case in labelled.cases if case.check == answer.id]
    open_cases = {id(case): case for case in cases if case.verdict in _FLAGGED}
    for finding in (each for each in answer.findings if each.verdict in _FLAGGED):
        _settle(tally, finding, _matching(finding, cases, reading), open_cases, labelled)
    asked = [finding for finding in answer.findings if finding.verdict is Verdict.UNSURE]
    unsure = {id(case) for finding in asked for case in _matching(finding, cases, reading)}
    for key, case in open_cases.items():
        tally.unsure += key in unsure
        tally.missed += key not in unsure
        word = "unsure of" if key in unsure else "missed"
        tally.differences.append(f"{labelled.path.stem}: {word} ({case.verdict}) {_words(case.span.of(reading.text))}")


def _settle(
    tally: Tally, finding: Finding, cases: Sequence[LabelledCase], left: dict[int, LabelledCase], labelled: Labelled
) -> None:
    """Count one flag; a second one on a case that is found already counts nothing."""
    hits = [case for case in cases if case.verdict in _FLAGGED]
    fresh = next((case for case in hits if id(case) in left), None)
    if fresh is not None:
        tally.right += 1
        del left[id(fresh)]
    elif hits:
        return
    elif any(case.verdict is Verdict.UNSURE for case in cases):
        tally.doubtful += 1
    else:
        tally.wrong += 1
        words = _words(finding.span.of(labelled.document.text))
        tally.differences.append(f"{labelled.path.stem}: wrongly flagged ({finding.verdict}) {words}")


def _matching(finding: Finding, cases: Sequence[LabelledCase], reading: Reading) -> list[LabelledCase]:
    """Return the labelled cases that share words, a post, a source or a sentence with any evidence, in this order."""
    spans = [each.span for each in finding.evidence]
    sharing = [case for case in cases if any(case.span.overlaps(span) for span in spans)]
    if sharing:
        return sharing
    for told in (_posts, _sources):
        own = told(reading, spans[0]) if spans else frozenset[str | int]()
        if told is _posts:
            own = own.union(*(_posts_at(reading, span) for span in spans))
        if alike := [case for case in cases if own & told(reading, case.span)]:
            return alike
    sentences = {sentence for span in spans for sentence in reading.sentences_in(span)}
    return [case for case in cases if sentences.intersection(reading.sentences_in(case.span))]


def _posts_at(reading: Reading, span: Span) -> frozenset[str | int]:
    """Return the posts in which a place stands."""
    embeds = enumerate(reading.document.embeds)
    return frozenset(number for number, embed in embeds if embed.span and embed.span.overlaps(span))


def _posts(reading: Reading, span: Span) -> frozenset[str | int]:
    """Return the posts that a place is about: the one that it stands in, or those right behind its paragraph."""
    if inside := _posts_at(reading, span):
        return inside
    places = [(number, embed.span) for number, embed in enumerate(reading.document.embeds) if embed.span]
    starts = [block.span.start for block in reading.document.body]
    behind = bisect_right(starts, span.start)
    end = starts[behind] if behind < len(starts) else len(reading.text)
    return frozenset(number for number, place in places if span.start < place.start <= end)


def _sources(reading: Reading, span: Span) -> frozenset[str | int]:
    """Return the sources that a place names or describes."""
    return frozenset(
        source.id for source in reading.sources if any(mention.overlaps(span) for mention in source.mentions)
    )


def _words(text: str) -> str:
    return " ".join(text.split())[:120]


def table(measured: Measured) -> Iterator[str]:
    """Yield the figures of every check, line by line."""
    yield f"  {'':28} {'flags':>5} {'prec.':>6} {'≥':>5} {'cases':>6} {'recall':>6} {'unsure':>6} {'status':>7} {'±1':>5}"
    for check, tally in sorted(measured.checks.items()):
        figures = f"{tally.flagged:5} {_share(tally.precision):>6} {tally.bound:5.2f} {tally.labelled:6}"
        agreed = f"{tally.exact / tally.articles:7.2f} {tally.near / tally.articles:5.2f}"
        counted = (
            " " * 39 if _informs(check) else f"{figures} {_share(tally.recall):>6} {tally.unsure + tally.doubtful:6}"
        )
        yield f"  {check:28} {counted} {agreed}"
    yield f"  genre right in {measured.genres} of {measured.articles} articles"
    if measured.unbuilt:
        yield f"  skipped: {measured.unbuilt.total()} labelled cases of {len(measured.unbuilt)} checks that do not exist"


def _at_first_sight(whole: Measured) -> Iterator[str]:
    """Yield the figures that reports hold, and which checks have earned their weight by them."""
    for check, tally in sorted(whole.checks.items()):
        if tally.flagged and not _informs(check):
            yield f"    {check:28} {tally.flagged:5} {_share(tally.precision):>6} {tally.bound:5.2f}"
    able = [check for check, tally in sorted(whole.checks.items()) if tally.may_weigh]
    asked = "{flags} flags, precision ≥ {precision}, lower bound ≥ {lower}".format(**EARNED)
    yield f"  have earned their weight ({asked}):"
    yield f"    {', '.join(able) or 'none'}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def published(measured: Measured, day: str) -> str:
    """Return the figures as `source_audit/data/measured.toml` holds them; checks without a flag have no row."""
    head = (
        "# How often the flags of each check were right, on sentinel articles that nobody had looked at (docs/explanation/calibration.md).\n"
        "# Origin: measured for this project, written by `python -m tests.bench.sentinel --write FILE DATE`. Licence: CC0-1.0.\n"
        f'\n[set]\narticles = {measured.articles}\ndate = "{day}"\n\n[checks]\n'
    )
    rows = (
        f"{check} = {{ right = {tally.right}, flags = {tally.flagged}, cases = {tally.labelled} }}\n"
        for check, tally in sorted(measured.checks.items())
        if tally.flagged and not _informs(check)
    )
    return head + "".join(rows)


def show(half: str) -> None:
    """Print the figures of a half; for the blind one also which checks may weigh."""
    measured = measure(load(half))
    print(f"Sentinel set, {half} half: {measured.articles} articles")
    if measured.articles:
        print("\n".join(table(measured)))
    if half == "blind":
        whole = with_opened(measured)
        print(f"  with the {whole.articles - measured.articles} that have been opened since, at first sight:")
        print("\n".join(_at_first_sight(whole)))
    print()


def main(arguments: Sequence[str]) -> int:
    """Print the halves that are named, or both; with --list the differences of one check in the open half."""
    if arguments[:1] == ["--list"] and len(arguments) == 2:
        tally = measure(load("open")).checks.get(arguments[1])
        print("\n".join(tally.differences) if tally else f"there is no check {arguments[1]!r}")
        return 0 if tally else 2
    if arguments[:1] == ["--write"] and len(arguments) == 3:
        figures = with_opened(measure(load("blind")))
        Path(arguments[1]).write_text(published(figures, arguments[2]), encoding="utf-8")
        return 0
    if unknown := [word for word in arguments if word not in HALVES]:
        print(f"unknown: {unknown[0]!r}; write open, blind, --list CHECK or --write FILE DATE")
        return 2
    for half in arguments or HALVES:
        show(half)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
