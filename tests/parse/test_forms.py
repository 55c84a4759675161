"""What a careful reader sees of byline, date, label and posts, in the forms of many kinds of papers (`forms/*.toml`)."""

import re
import tomllib
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from source_audit.check import Check
from source_audit.checks.byline_and_date import byline_and_date
from source_audit.checks.embed_author_unidentified import embed_author_unidentified
from source_audit.checks.embed_permalink import embed_permalink
from source_audit.checks.genre_and_method import genre_and_method
from source_audit.checks.unexplained_embed import unexplained_embed
from source_audit.finding import Case, Verdict
from source_audit.reading import Reading
from tests.marking import read, read_html

FOLDER = Path(__file__).with_name("forms")
POSTS: dict[str, Check] = {
    "embed-author-unidentified": embed_author_unidentified,
    "unexplained-embed": unexplained_embed,
    "embed-permalink": embed_permalink,
}
SHOWN_AS = {Verdict.HOLDS: "pass", Verdict.MILD: "partial", Verdict.BREAKS: "fail", Verdict.UNSURE: "needs-review"}


def pieces() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for piece in tomllib.loads(path.read_text(encoding="utf-8"))["piece"]:
            known = piece.get("known")
            marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
            yield pytest.param(piece, id=piece["id"], marks=marks)


def reading_of(piece: dict[str, str]) -> Reading:
    markup = (piece.get("page") or piece["text"]).lstrip("\n")
    return read_html(markup) if "page" in piece else read(markup)


def verdicts(check: Check, reading: Reading) -> list[Verdict]:
    return [outcome.verdict for outcome in check(reading) if isinstance(outcome, Case)]


@pytest.mark.parametrize("piece", list(pieces()))
def test_what_a_reader_sees(piece: dict[str, str]) -> None:
    reading = reading_of(piece)
    signed = verdicts(byline_and_date, reading)[:2]
    label = verdicts(genre_and_method, reading)[:1]
    told = [Verdict.HOLDS if piece[name] != "none" else Verdict.BREAKS for name in ("who", "when")]
    if piece.get("byline-and-date") == "partial":
        told[0] = Verdict.MILD
    labelled = [] if piece.get("genre-and-method") == "not-applicable" else [piece["label"] != "none"]

    assert signed == ([] if "text" in piece and Verdict.HOLDS not in told else told)
    assert [verdict is Verdict.HOLDS for verdict in label] == labelled
    assert {name: _post(reading, name) for name in POSTS} == {name: piece.get(name, "not-applicable") for name in POSTS}


@pytest.mark.parametrize("piece", [param.values[0] for param in pieces()], ids=itemgetter("id"))
def test_no_name_is_read_that_signs_nothing(piece: dict[str, str]) -> None:
    words = set(re.findall(r"\w+", piece["who"].lower()))
    authors = [author.value for author in reading_of(piece).document.authors]
    assert [name for name in authors if not set(re.findall(r"\w+", name.lower())) <= words] == []


def _post(reading: Reading, name: str) -> str:
    needed = reading.document.embeds and (name != "embed-permalink" or reading.document.is_html)
    found = verdicts(POSTS[name], reading) if needed else []
    return SHOWN_AS[found[0]] if found else "not-applicable"
