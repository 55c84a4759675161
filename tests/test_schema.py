"""Every JSON report keeps the published schema, and the schema is as strict as it says."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import source_audit
from source_audit.checks import catalogue
from source_audit.options import GENRES

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".html", ".txt"})

SENTENCES = st.sampled_from(
    [
        "“The bridge is tired,” Mayor Ana Ruiz said.",
        "Ruiz said the bridge would close in May.",
        "A senior official, who feared dismissal, said the money was gone.",
        "Experts believe it. It is understood that nobody asked.",
        "According to a study by the coast university, one pier in five is cracked.",
        'She called it "a sponge with rails" and left. \N{BRIDGE AT NIGHT}',
        "Read the full article: Bridge Closed After Flood",
        "@anaruiz: The bridge is tired. — Ana Ruiz (@anaruiz) May 2, 2026",
        "The bridge was built in 1931.",
    ]
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=12).map("\n\n".join)
PAGES = TEXTS.map(
    lambda text: (
        f"<html><head><title>A bridge</title></head><body><article><h1>A bridge</h1><p>{'</p><p>'.join(text.split(chr(10) * 2))}</p>"
        '<p>See <a href="https://data.example/bridge.pdf">the report</a>.</p></article></body></html>'
    )
)


def report(markup: str | Path, **options: Any) -> Any:
    audit = source_audit.audit_article(markup, options=source_audit.Options(**options))
    return json.loads(audit.to_json())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_reports_of_the_examples_keep_it(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(report(path, made_on=date(2026, 5, 15)))) == []


@settings(max_examples=25)
@given(
    markup=TEXTS | PAGES,
    genre=st.none() | st.sampled_from(GENRES),
    off=st.frozensets(st.sampled_from([check.id for check in catalogue()]), max_size=3),
)
def test_any_report_keeps_it(markup: str, genre: str | None, off: frozenset[str]) -> None:
    assert list(VALIDATOR.iter_errors(report(markup, genre=genre, off=off))) == []


def test_a_report_with_labels_and_ratings_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("domain,lean\ntass.com,left\n", encoding="utf-8")
    (tmp_path / "sides.csv").write_text("name,side,date\nAna Ruiz,yes,2026\n", encoding="utf-8")
    page = (
        '<article><h1>Pier</h1><p>The pier will close, said Ana Ruiz, a lobbyist for the <a href="https://tass.com/1">river</a>.</p>'
        '<blockquote class="twitter-tweet"><p>It fell tonight.</p>&mdash; A B (@ProRussia) '
        '<a href="https://twitter.com/ProRussia/status/1890000000000000000">May 1, 2026</a></blockquote></article>'
    )
    found = report(page, ratings=(str(tmp_path / "mine.csv"),), registers=(str(tmp_path / "sides.csv"),))
    VALIDATOR.validate(found)
    assert {label["how"] for one in found["labelled"] for label in one["labels"]} == {
        "text",
        "register",
        "name",
        "list",
    }
    assert len(found["ratings"]) == 1


def test_every_object_says_what_it_must_hold_and_allows_nothing_else() -> None:
    def visit(node: object, path: str = "") -> None:
        if isinstance(node, dict):
            if "properties" in node and node.get("type") == "object":
                assert node["additionalProperties"] is False, path
                assert sorted(node["required"]) == sorted(node["properties"]), path
            for key, value in node.items():
                visit(value, f"{path}/{key}")
        elif isinstance(node, list):
            for place, value in enumerate(node):
                visit(value, f"{path}/{place}")

    visit(SCHEMA)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "source-audit/2"),
        (("score", "value"), 71),
        (("article", "words"), "612"),
        (("article", "genre", "value"), "gossip"),
        (("score", "reason"), 3),
        (("attributions", 0, "kind"), "quoted"),
        (("audits", "byline-and-date", "status"), "failed"),
        (("audits", "byline-and-date", "truth"), 1),
        (("made_on",), "today"),
        (("labelled", 0, "labels", 0, "how"), "guess"),
        (("labelled", 0, "labels"), []),
        (("ratings",), None),
    ],
)
def test_it_refuses_what_is_no_report(place: tuple[str | int, ...], value: object) -> None:
    broken = report(EXAMPLES[0].parent / "night-bus.html")
    target = broken
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = value
    assert not VALIDATOR.is_valid(broken)
