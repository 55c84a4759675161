"""Many articles: the order is kept, one bad article is one row, and the number of workers changes nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import source_audit
from source_audit.corpus import Article, Row, audit_many
from source_audit.errors import OptionsError

PAGE = """<html><head><title>Pier to close</title></head><body><article><h1>Pier to close</h1>
<p>The pier will close in May, Mayor Ana Ruiz said on Tuesday.</p>
<p>“We looked at every plank,” Ruiz said. “Two of them cannot wait.”</p></article></body></html>"""
TEXT = "A senior official said the money was gone.\n\nRuiz said the pier would close."


class Deadly:
    """Ends the process that reads it, as a parser that crashes would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


@pytest.fixture
def items(tmp_path: Path) -> list[object]:
    """Every form of an item, good and bad."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    return [
        tmp_path / "page.html",
        str(tmp_path / "page.html"),
        ("text", TEXT),
        ("empty", ""),
        tmp_path / "missing.html",
        tmp_path,
        ("pdf", tmp_path / "scan.pdf"),
        ("bytes", PAGE.encode()),
        Article("told", TEXT, url="https://pier.example/a", content_type="text"),
        Article("odd", TEXT, content_type="pdf"),  # type: ignore[arg-type]
    ]


def shown(rows: Iterator[Row]) -> list[tuple[str, str | None, str | None]]:
    return [(row.id, row.audit.to_json() if row.audit else None, row.error) for row in rows]


def test_rows_come_in_order_and_a_bad_article_is_a_row(items: list[object]) -> None:
    rows = list(audit_many(items))  # type: ignore[arg-type]
    assert [bool(row.audit) for row in rows] == [True, True, True, False, False, False, False, True, True, False]
    assert [row.id for row in rows[2:4]] == ["text", "empty"]
    assert all((row.audit is None) == (row.error is not None) for row in rows)
    assert str(rows[3].error).startswith("ArticleError: ")
    assert "there is no file" in str(rows[4].error)
    told = rows[8].audit
    assert told
    assert told.document.url
    assert told.document.url.value == "https://pier.example/a"


def test_an_item_is_audited_as_audit_article_audits_it() -> None:
    row = next(audit_many([("page", PAGE)]))
    assert row.audit == source_audit.audit_article(PAGE)


def test_workers_change_nothing(items: list[object]) -> None:
    assert shown(audit_many(items, workers=2)) == shown(audit_many(items))  # type: ignore[arg-type]


def test_a_worker_that_dies_costs_one_row() -> None:
    deadly = Article("deadly", Deadly())  # type: ignore[arg-type]
    rows = list(audit_many([("first", TEXT), deadly, ("third", TEXT), ("fourth", PAGE), ("fifth", "")], workers=2))
    assert [row.id for row in rows] == ["first", "deadly", "third", "fourth", "fifth"]
    assert str(rows[1].error).startswith("WorkerDied: ")
    assert [bool(row.audit) for row in rows] == [True, False, True, True, False]
    assert str(rows[4].error).startswith("ArticleError: ")


def test_what_cannot_be_sent_to_a_worker_is_a_row() -> None:
    rows = list(audit_many([Article("unsendable", (lambda: 0)), ("text", TEXT)], workers=2))  # type: ignore[arg-type]
    assert rows[0].error
    assert rows[1].audit


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_taken_as_they_are_needed(workers: int) -> None:
    taken = 0

    def endless() -> Iterator[tuple[str, str]]:
        nonlocal taken
        while True:
            taken += 1
            yield f"article-{taken}", TEXT

    rows = audit_many(endless(), workers=workers)
    assert next(rows).id == "article-1"
    assert next(rows).id == "article-2"
    assert taken <= 2 * workers + 2
    rows.close()  # type: ignore[attr-defined]


def test_options_that_suit_no_article_are_an_error_at_once() -> None:
    with pytest.raises(OptionsError, match="no-such-check"):
        audit_many([("text", TEXT)], options=source_audit.Options(off=["no-such-check"]))


def test_options_reach_every_article() -> None:
    options = source_audit.Options(off=["link-mix"], genre="opinion")
    for row in audit_many([("a", TEXT), ("b", PAGE)], options=options):
        assert row.audit
        assert "link-mix" not in row.audit.answers
        assert row.audit.document.genre.value == "opinion"


def test_a_thing_that_is_no_item_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="int"):
        list(audit_many([3]))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="workers"):
        audit_many([], workers=0)


def test_no_items_give_no_rows() -> None:
    assert list(audit_many([])) == []
    assert list(audit_many([], workers=2)) == []
