"""What may be handed in, how bytes become text, and what is refused."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from source_audit.errors import ArticleError, OptionsError
from source_audit.parse import parse_document

TEXT = "Café owners said on Monday that the bridge – the old one – is closed."
HTML = f"<html><body><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with BOM"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16 with BOM"),
        pytest.param(f'<meta charset="utf-8"><p>{TEXT}'.encode(), id="declared utf-8"),
        pytest.param(f"<meta charset=windows-1252><p>{TEXT}".encode("cp1252"), id="declared windows-1252"),
        pytest.param(
            f"<meta charset=iso-8859-1><p>{TEXT}".encode("cp1252"), id="declared latin-1, as browsers read it"
        ),
        pytest.param(f"<meta charset=windows-1252><p>{TEXT}".encode(), id="utf-8 in a copy that declares otherwise"),
        pytest.param(
            f'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><p>{TEXT}'.encode(), id="http-equiv"
        ),
        pytest.param(f"<meta charset=punycode><p>{TEXT}".encode(), id="an encoding that no page may ask for"),
    ],
)
def test_bytes_are_decoded(data: bytes) -> None:
    document = parse_document(data)

    assert document.text.endswith(TEXT)
    assert "encoding" not in [notice.code for notice in document.notices]


def test_a_guessed_encoding_is_said() -> None:
    document = parse_document(TEXT.encode("cp1252"))

    assert document.text == TEXT
    assert document.notices[0].code == "encoding"


def test_the_digest_is_that_of_the_input() -> None:
    data = TEXT.encode("cp1252")
    soup = BeautifulSoup(HTML, "html.parser")

    assert parse_document(data).sha256 == sha256(data).hexdigest()
    assert parse_document(TEXT).sha256 == sha256(TEXT.encode()).hexdigest()
    assert parse_document(soup).sha256 == sha256(str(soup).encode()).hexdigest()
    assert (
        parse_document(TEXT + "\ud800").sha256 == sha256((TEXT + "\ud800").encode("utf-8", "surrogatepass")).hexdigest()
    )


def test_a_soup_or_one_of_its_tags_is_a_page() -> None:
    soup = BeautifulSoup(HTML, "html.parser")

    assert parse_document(soup).text == TEXT
    assert soup.p is not None
    assert parse_document(soup.p).content_type == "html"


def test_a_path_is_read_and_a_string_never_is(tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(HTML, encoding="utf-8")

    assert parse_document(path).text == TEXT
    assert parse_document(str(path)).text == str(path)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (HTML, "html"),
        ("<p>One line.", "html"),
        ("\n\n<!DOCTYPE html><p>One line.", "html"),
        ("x " * 900 + "<b>bold</b> words", "html"),
        ("x " * 1100 + "<b>bold</b> words", "text"),
        ("Prices rose by <5 % and a<b holds.", "text"),
        ("He wrote <me@paper.example> a letter.", "text"),
    ],
)
def test_markup_is_told_from_text(markup: str, kind: str) -> None:
    assert parse_document(markup).content_type == kind


def test_the_caller_may_say_what_it_is() -> None:
    assert parse_document(HTML, content_type="text").text == HTML
    assert parse_document(TEXT, content_type="html").content_type == "html"
    with pytest.raises(OptionsError, match="'auto', 'html' or 'text'"):
        parse_document(TEXT, content_type="pdf")


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("", "empty"),
        (" \n\t\r\n ", "empty"),
        (b"", "empty"),
        ("\ufeff\u200b", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04", "a zip archive"),
        (b"a\0" * 500, "control characters"),
        ("a\0" * 500, "control characters"),
    ],
)
def test_what_is_no_article_is_refused(markup: str | bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        parse_document(markup)


def test_an_article_over_the_limit_is_refused_with_the_way_out() -> None:
    with pytest.raises(ArticleError, match="limit of 10; raise it with the option size_limit"):
        parse_document("more than ten bytes", size_limit=10)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text("more than ten bytes", encoding="utf-8")

    with pytest.raises(ArticleError, match="no file"):
        parse_document(tmp_path / "absent.html")
    with pytest.raises(ArticleError, match="is a folder"):
        parse_document(tmp_path)
    with pytest.raises(ArticleError, match="limit of 10"):
        parse_document(big, size_limit=10)


def test_another_type_is_refused() -> None:
    with pytest.raises(OptionsError, match="not int"):
        parse_document(5)


def test_slow_libraries_are_not_imported_with_the_room() -> None:
    code = "import sys, source_audit.parse as p; p.parse_document('A line of text.'); print(sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert not any(f"'{name}'" in modules for name in ("bs4", "tldextract", "lxml", "requests"))
