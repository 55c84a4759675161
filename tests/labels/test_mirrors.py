"""Mirrors: the same article with the sides swapped gives the same outcomes and the same sentences."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve

from source_audit import Audit, Options, audit_article
from source_audit.resources import data, rows

ARTICLE = """Bridge to close

Senator Ann Poe, {party}, said the bridge would close in May.

“We looked at every pier,” Poe said. “Two of them cannot wait,” she added in a long speech on Tuesday.

Tom Hill, a lobbyist for {cause}, told reporters that nobody had been asked about the plan at all.

A {party} aide, who feared dismissal, said the money had been spent twice and was gone.

Nobody was hurt, the harbour master Ana Ruiz said. She said that the piers had been checked in March, and that the report
about the north side would be shown to everybody who asked for it before the summer.

According to the report, one pier in five is cracked. The report says that the cracks were seen first in 2019 and that
nothing was done about them for three years, since the money was needed for the road along the river.

The bridge was built in 1931. It carries nine thousand cars on a usual day, and it was closed twice before, once after a
flood and once after a fire in the market below it. A new bridge would cost more than the town takes in over a year.

It fell tonight, and {country} did it.
— {slogan} (@{slogan}) March 9, 2025
"""
TAKEN_APART = {"Bündnis 90", "Brothers of Italy"}
"""Names that the reading takes apart before "aide": a number, an "of"."""
PARTIES = [
    pytest.param(
        name, marks=pytest.mark.xfail(reason="the reading takes the name apart") if name in TAKEN_APART else ()
    )
    for name in data("parties")["names"]
]
SLOGANS = [row["words"].replace(" ", "") for row in data("stance")["slogan"]]
POSITIONS = {row["words"].replace(" ", ""): f"{row['direction']} {row['target']}" for row in data("stance")["slogan"]}
EVERY = Options(count_untested=True)
DEFAULT = {"party": "Democrat", "cause": "Acme Rail", "country": "Rwanda", "slogan": "ProUkraine"}


def audited(**words: str) -> Audit:
    return audit_article(ARTICLE.format(**{**DEFAULT, **words}), content_type="text", options=EVERY)


def outcomes(audit: Audit) -> Mapping[str, object]:
    """Everything that is judged: statuses, scores and the number."""
    answers = {name: (answer.status, answer.score) for name, answer in audit.answers.items()}
    return {"answers": answers, "score": audit.score}


def sentences(audit: Audit, *own: str) -> list[str]:
    """What partisan-sources says, with the words that were swapped taken out, the longest first."""
    found = [finding.message for finding in audit.answers["partisan-sources"].findings]
    for words in sorted(filter(None, own), key=len, reverse=True):
        found = [message.replace(words, "…") for message in found]
    return found


PLAIN = audited()


@pytest.mark.parametrize("party", PARTIES)
def test_no_party_changes_an_outcome_or_a_sentence(party: str) -> None:
    audit = audited(party=party)
    assert outcomes(audit) == outcomes(PLAIN)
    assert PLAIN.score.value is not None
    assert sentences(audit, party) == sentences(PLAIN, "Democrat")
    assert sum("…" in message for message in sentences(audit, party)) == 2


@pytest.mark.parametrize("slogan", SLOGANS)
def test_no_slogan_changes_an_outcome_or_a_sentence(slogan: str) -> None:
    audit = audited(slogan=slogan)
    assert outcomes(audit) == outcomes(PLAIN)
    assert sentences(audit, slogan, POSITIONS[slogan]) == sentences(PLAIN, "ProUkraine", "for Ukraine")


@pytest.mark.parametrize(
    ("one", "other"), [("oil firms", "wind farms"), ("landlords", "tenants"), ("the army", "peace")]
)
def test_no_cause_changes_an_outcome_or_a_sentence(one: str, other: str) -> None:
    first, second = audited(cause=one), audited(cause=other)
    assert outcomes(first) == outcomes(second)
    assert sentences(first, one) == sentences(second, other)


def test_no_state_changes_an_outcome() -> None:
    """A link to a medium of any state gives the same outcomes; only the note about its state differs."""
    hosts = {
        row["state"]: row["host"] for row in reversed(rows("state_media")) if row["code"] == "SC" and not row["acts"]
    }
    body = "".join(f"<p>{part}</p>" for part in ARTICLE.format(**DEFAULT).split("\n\n")[1:-1])
    page = f'<article><h1>Bridge to close</h1>{body}<p>The <a href="https://HOST/a/plan-1">plan</a> was shown to all who came, the mayor said.</p></article>'
    seen = set()
    for host in list(hosts.values())[::6]:
        audit = audit_article(page.replace("HOST", host), content_type="html", options=EVERY)
        assert any(label.what == "state-control" for one in audit.labelled for label in one.labels), host
        seen.add(json.dumps({key: [str(part) for part in value] for key, value in outcomes(audit)["answers"].items()}))  # type: ignore[attr-defined]
    assert len(seen) == 1


def test_the_readers_own_list_changes_no_outcome(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,side\nAnn Poe,left\nTom Hill,right\n", encoding="utf-8")
    text = ARTICLE.format(**DEFAULT)
    audit = audit_article(text, content_type="text", options=evolve(EVERY, registers=(str(tmp_path / "mine.csv"),)))
    assert outcomes(audit) == outcomes(PLAIN)
    assert any("the added list mine.csv says “left”" in message for message in sentences(audit))
