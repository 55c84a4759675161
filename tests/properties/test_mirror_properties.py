"""Sides that change places change no outcome, in every open sentinel article and every example.

Few of the articles name a side, so each is given some: two councillors of two parties, and a post whose handle and last
words are a slogan. Then every word of the table takes the place of its counterpart, in the whole markup.
"""

import re
from itertools import cycle
from pathlib import Path

import pytest

from source_audit import Audit, audit_article
from source_audit.resources import data
from tests.sentinel.labels import load

SIDES = (
    ("Labour", "Conservative"),
    ("Democratic", "Republican"),
    ("Left", "Right"),
    ("left-wing", "right-wing"),
    ("pro-Ukraine", "pro-Russia"),
    ("Israeli", "Palestinian"),
)


def slogans() -> tuple[tuple[str, str], ...]:
    """The slogans of the register as handles, each with one of the other side of its axis."""
    rows = data("stance")["slogan"]
    sides = {
        (row["axis"], row["side"]): [r["words"] for r in rows if r["axis"] == row["axis"] and r["side"] == row["side"]]
        for row in rows
    }
    axes = dict.fromkeys(row["axis"] for row in rows)
    pairs = [pair for axis in axes for pair in zip(sides[axis, "a"], sides[axis, "b"], strict=True)]
    return tuple((one.replace(" ", ""), other.replace(" ", "")) for one, other in pairs)


TABLE = {**dict(pair for pair in (*SIDES, *slogans())), **{other: one for one, other in (*SIDES, *slogans())}}
WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(TABLE, key=len, reverse=True)))})(?!\w)")

ARTICLES = {labelled.path.stem: labelled.markup for labelled in load("open")} | {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "examples").iterdir())
    if path.suffix in {".html", ".txt"}
}
PARTIES = (
    "“We were told on Monday,” said Mira Stahl, a {one} councillor. Ola Berg, a {other} member of the council, said that nobody "
    "had asked the {wing} groups. A senior {other} official, who feared dismissal, said the vote was lost."
)
LONGEST_HANDLE = 15
"""What the platform allows; a longer slogan stands in the name and the words of the post only."""
POST = "It fell tonight, and nobody came. #{slogan}"


def with_sides(markup: str, slogan: str) -> str:
    """Return an article with people and a post of known sides at its end."""
    said = PARTIES.format(one="Labour", other="Republican", wing="left-wing and pro-Russia")
    words, fits = POST.format(slogan=slogan), max(len(slogan), len(TABLE[slogan])) <= LONGEST_HANDLE
    handle = slogan if fits else "harbourwatch"
    head, end, tail = markup.rpartition("</article>")
    if not end:
        return f"{markup.rstrip()}\n\n{said}\n\n{words}\n— {slogan} (@{handle}) March 9, 2025\n"
    post = (
        f'<blockquote class="twitter-tweet"><p>{words}</p>&mdash; {slogan} (@{handle}) '
        f'<a href="https://twitter.com/{handle}/status/1890000000000000000">February 13, 2025</a></blockquote>'
    )
    return f"{head}<p>{said}</p>{post}{end}{tail}"


def mirrored(markup: str) -> str:
    """Return a text in which each side has taken the other's place."""
    return WORDS.sub(lambda found: TABLE[found[0]], markup)


def outcomes(audit: Audit) -> dict[str, object]:
    """Everything that is judged: the status of each check, the verdicts of its findings, and the number with its range."""
    found = {
        name: (answer.status, answer.examined, sorted(finding.verdict for finding in answer.findings))
        for name, answer in audit.answers.items()
    }
    return {**found, "score": audit.score, "origins": audit.origins.independent}


@pytest.mark.parametrize(
    ("name", "slogan"), list(zip(ARTICLES, cycle(one for one, _ in slogans()), strict=False)), ids=lambda value: value
)
def test_sides_that_change_places_change_no_outcome(name: str, slogan: str) -> None:
    markup = with_sides(ARTICLES[name], slogan)
    assert outcomes(audit_article(mirrored(markup))) == outcomes(audit_article(markup))


@pytest.mark.parametrize("name", ARTICLES)
def test_the_sides_that_an_article_names_itself_are_no_different(name: str) -> None:
    assert outcomes(audit_article(mirrored(ARTICLES[name]))) == outcomes(audit_article(ARTICLES[name]))


def test_the_mirror_turns_every_word_and_turns_back() -> None:
    everything = " ".join(TABLE)
    assert not set(everything.split()) & {word for word in mirrored(everything).split() if word == TABLE[word]}
    assert all(mirrored(mirrored(markup)) == markup for markup in ARTICLES.values())
    assert len(ARTICLES) > len(slogans())


def test_the_planted_sides_are_seen() -> None:
    audit = audit_article(with_sides(ARTICLES["levy-vote-split"], slogans()[0][0]))
    told = {label.value for one in audit.labelled for label in one.labels}
    assert {"Labour", "Republican"} <= told
    assert any("Trump" in value for value in told)
