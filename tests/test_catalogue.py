"""The catalogue: what it refuses, and that every page keeps what it says."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

from source_audit.answer import Status
from source_audit.check import SECTIONS, Category, Check, check
from source_audit.checks import catalogue, sole_check
from source_audit.errors import CatalogueError
from source_audit.rubric import rubric
from source_audit.supplied import SuppliedText
from tests.drafts import visited
from tests.marking import marked, read, read_html

CHECKS = catalogue()
ROWS = rubric().table["checks"]
TESTS = Path(__file__).parent / "checks"
SECTION = {name: f"\n\n## {name}\nText." for name in SECTIONS}
SHOWS_ALL = {"at-least", "at-most", "inform"}
"""The rules of checks that measure a whole text, whose evidence is everything that was counted."""


def module(docstring: str, name: str = "source_audit.checks.odd_thing") -> ModuleType:
    made = ModuleType(name, docstring)
    sys.modules[name] = made
    return made


def a_check(made: ModuleType, name: str = "odd_thing") -> Check:
    def run(_: object) -> None: ...

    run.__name__, run.__module__ = name, made.__name__
    wrap = check(question="?", title=".", tally="", category=Category.LINKS, since="0.1")
    return wrap(run)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _no_odd_module_stays() -> object:
    yield
    sys.modules.pop("source_audit.checks.odd_thing", None)


WHOLE = "A page." + "".join(SECTION.values())


def test_a_module_with_one_check_of_its_name_is_taken() -> None:
    made = module(WHOLE)
    made.odd_thing = a_check(made)  # type: ignore[attr-defined]
    assert sole_check(made).id == "odd-thing"


def test_a_module_without_a_check_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"odd_thing must define exactly one check, not 0"):
        sole_check(module(WHOLE))


def test_a_module_with_two_checks_is_refused() -> None:
    made = module(WHOLE)
    made.one, made.two = a_check(made), a_check(made)  # type: ignore[attr-defined]
    with pytest.raises(CatalogueError, match="exactly one check, not 2"):
        sole_check(made)


def test_an_id_unlike_its_file_is_refused() -> None:
    made = module(WHOLE)
    made.other = a_check(made, "other_thing")  # type: ignore[attr-defined]
    with pytest.raises(CatalogueError, match="must define the check 'odd-thing', not 'other-thing'"):
        sole_check(made)


@pytest.mark.parametrize("missing", SECTIONS)
def test_a_page_without_a_section_is_refused(missing: str) -> None:
    rest = "".join(text for name, text in SECTION.items() if name != missing)
    with pytest.raises(CatalogueError, match=f"lacks: {missing}"):
        a_check(module("A page." + rest))


def test_every_check_has_a_row_and_every_row_a_check() -> None:
    assert {one.id for one in CHECKS} == set(ROWS)


def test_ids_are_given_once_and_stand_in_the_order_of_the_card() -> None:
    ids = [one.id for one in CHECKS]
    assert len(set(ids)) == len(ids)
    order = list(Category)
    assert ids == [one.id for one in sorted(CHECKS, key=lambda one: (order.index(one.category), one.id))]


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.id)
def test_every_check_has_its_test_file(one: Check) -> None:
    assert (TESTS / f"test_{one.id.replace('-', '_')}.py").exists()


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.id)
def test_texts_for_readers_are_short_and_fair(one: Check) -> None:
    page = one.page
    texts = [one.title, one.question, one.tally, page.summary, *page.sections.values()]
    prose = re.sub(r"```html.*?```", "", " ".join(texts), flags=re.DOTALL)
    assert not re.search(r"\b(?:fake|biased|liars?|trust score|tweets?|failed to|refused to)\b", prose, re.IGNORECASE)
    for section in ("Why it matters", "What you can do", "For writers"):
        sentences = re.split(r"(?<=[.?!])\s", page.prose(section))
        assert all(len(sentence.split()) <= 25 for sentence in sentences), section
    assert one.title.endswith(".")
    assert one.question.endswith("?")
    assert len(page.summary.split()) <= 30


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.id)
def test_standards_are_named_with_a_clause(one: Check) -> None:
    assert one.page.standards
    for name, clause in one.page.standards:
        assert name
        assert clause.endswith(".")
        assert len(clause.split()) <= 25


def examples(section: str) -> list[str]:
    """Return the examples of a page's section: quoted texts, and pages in fences."""
    texts = re.findall(r"(?:^>.*\n?)+", section, re.MULTILINE)
    fences = re.findall(r"^```html\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    return [re.sub(r"^> ?", "", text, flags=re.MULTILINE).strip("\n") for text in texts] + fences


def supplied(one: Check, section: str) -> dict[str, Any]:
    """Return what a section hands in beside its examples, in a fence: a text, or what visits to addresses showed."""
    texts = re.findall(r"^```text\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    if one.id == "broken-links":
        rows = [line.split() for text in texts for line in text.splitlines()]
        return {"visits": tuple(visited(address, int(status)) for status, address in rows)}
    given = tuple(SuppliedText(name="given.txt", text=text) for text in texts)
    return {"against": given, "releases": given}


PAGES = [
    (one, section, example)
    for one in CHECKS
    for section in ("Flagged", "Not flagged")
    for example in examples(one.page.sections[section])
]


def test_every_page_has_examples_of_both_kinds() -> None:
    assert {(one.id, section) for one, section, _ in PAGES} == {
        (one.id, section) for one in CHECKS for section in ("Flagged", "Not flagged")
    }


@pytest.mark.parametrize(
    ("one", "section", "example"),
    PAGES,
    ids=lambda value: value.id if isinstance(value, Check) else value.split("\n")[0][:30],
)
def test_the_examples_of_a_page_hold(one: Check, section: str, example: str) -> None:
    """What stands in double brackets is found and nothing else; the second kind is in order or not asked about."""
    plain, spans = marked(example)
    reading = read_html(plain) if "```html" in one.page.sections[section] else read(plain)
    reading = evolve(reading, **supplied(one, one.page.sections[section]))
    answer = rubric().judge(one, tuple(one(reading)), reading.document)
    everything = ROWS[one.id]["rule"] in SHOWS_ALL
    pieces = [
        piece for finding in answer.findings for piece in (finding.evidence if everything else finding.evidence[:1])
    ]
    found = sorted({(piece.span.start, piece.span.of(reading.text)) for piece in pieces})
    if section == "Flagged":
        assert answer.status not in (Status.PASS, Status.ERROR)
        assert [words for _, words in found] == [span.of(plain) for span in spans]
    else:
        assert answer.status in (Status.PASS, Status.NOT_APPLICABLE)
        assert not spans
