"""A post that repeats a quotation of the article never raises the value."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from source_audit import Audit, audit_article
from source_audit.rubric import Rubric, rubric
from tests.sentinel.labels import load

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = {labelled.path.stem: labelled.markup for labelled in load("open") if labelled.is_page} | {
    path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.html"))
}
PARAGRAPH = re.compile(r"<p>([^\n]*?)</p>")
QUOTED = re.compile("“([^“”<]{20,})”")
NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
NOBODY = "Harbour Watch"
MOST = 3
"""So many paragraphs of a page are tried."""
RUBRICS = {"shipped": rubric(), "unmeasured": evolve(rubric(), figures=lambda _: None, count_untested=True)}


def post(words: str, name: str, *, announced: bool) -> str:
    handle = name.replace(" ", "")[:15]
    lead = f"<p>{name} confirmed this in a post:</p>" if announced else ""
    return (
        f'{lead}<blockquote class="twitter-tweet"><p>{words}</p>&mdash; {name} (@{handle}) '
        f'<a href="https://twitter.com/{handle}/status/1890000000000000000">February 13, 2025</a></blockquote>'
    )


def with_a_repeating_post(markup: str, *, promised: bool = False) -> Iterator[str]:
    """Yield the page with a post behind each of its first quoted paragraphs: by a stranger and by whoever is named there.

    A paragraph that ends with a colon promises something; it is taken only where *promised* asks for it.
    """
    found = ((paragraph, QUOTED.search(paragraph[1])) for paragraph in PARAGRAPH.finditer(markup))
    fitting = ((one, quoted) for one, quoted in found if quoted and one[1].endswith(":") is promised)
    for paragraph, quoted in islice(fitting, MOST):
        for name in (NOBODY, *NAME.findall(re.sub("“[^”]*”?", "", paragraph[1]))[:1]):
            for announced in (False, True):
                more = post(quoted[1], name, announced=announced)
                yield markup[: paragraph.end()] + more + markup[paragraph.end() :]


@pytest.fixture(params=RUBRICS)
def rules(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits by the shipped rubric, then by one that takes every check at its word."""
    chosen: Rubric = RUBRICS[request.param]
    monkeypatch.setattr("source_audit.api.rubric", lambda: chosen)


def raised(before: Audit, after: Audit) -> bool:
    if before.score.value is None or after.score.value is None:
        return False
    return after.score.value > before.score.value


PROMISED = "a post is put where the text promises something, and a program cannot see whether it is that"
SHOWN = "a post of the speaker's shows what the text says was posted"
KNOWN = {
    "darts-champion-ban": "a post of the speaker's settles whose a quotation is",
    "drone-over-prison": PROMISED,
    "headphone-maker-leak": PROMISED,
    "skyline-mile-tower": SHOWN,
}
"""Rises that stay, told in docs/explanation/calibration.md; some show by one of the two rubrics only."""


def known(name: str) -> tuple[pytest.MarkDecorator, ...]:
    """Return the mark of a known rise."""
    return (pytest.mark.xfail(reason=KNOWN[name], strict=False),) if name in KNOWN else ()


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize("name", [pytest.param(name, marks=known(name)) for name in PAGES])
def test_a_post_that_repeats_a_quotation_never_raises_the_value(name: str) -> None:
    before = audit_article(PAGES[name], content_type="html")
    assert not any(raised(before, audit_article(more)) for more in with_a_repeating_post(PAGES[name]))


@pytest.mark.xfail(reason="a post keeps the promise of a film, which the page breaks without it", strict=True)
def test_a_post_where_a_film_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("source_audit.api.rubric", lambda: RUBRICS["unmeasured"])
    before = audit_article(PAGES["school-roof"])
    changed = with_a_repeating_post(PAGES["school-roof"], promised=True)
    assert not any(raised(before, audit_article(more)) for more in changed)


def test_most_pages_have_a_quotation_to_repeat() -> None:
    assert sum(any(True for _ in with_a_repeating_post(markup)) for markup in PAGES.values()) > len(PAGES) / 2


LINES = (
    "“The steel is worn through in two places,” said Tom Reed, an engineer of the harbour office in the town of Skarn.",
    "Una Falk, who runs the shop on the island, said she had not had any fresh bread from the town since Monday night.",
    "“A smaller boat will carry people and mail until the end of June,” harbour master Ivo Brandt told the Courier.",
    "A senior official, who feared dismissal, said: “The council had known of the crack since the early spring.”",
    "“Nobody asked us what we need in the winter,” a clerk at the union said in a letter to all of the islanders.",
    "Experts say the pier is old. It is believed that the piles stood in the water for more than ninety long winters.",
    "According to the yearly report of the harbour office, one pile in five is cracked, and the north side is worst.",
    "Critics say so too. “The money for a new pier was there all along, and they spent it,” said Councillor Ola Berg.",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=8, max_size=12), st.integers(0, 99), st.sampled_from(sorted(RUBRICS)))
def test_nor_does_it_in_an_article_of_any_lines(lines: list[str], place: int, which: str) -> None:
    head = "<h1>Pier of Skarn Stays Shut</h1><p>By Jonas Pell, 3 May 2026</p>"
    page = f"<article>{head}{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    changed = list(with_a_repeating_post(page)) or [page]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("source_audit.api.rubric", lambda: RUBRICS[which])
        assert not raised(audit_article(page), audit_article(changed[place % len(changed)]))
