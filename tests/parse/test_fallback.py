"""Pages on which hardly any text is found: what the extra does, and what is said without it."""

from importlib.util import find_spec

import lxml.html
import pytest

from source_audit.parse import fallback, parse_document

LINES = [
    f"Line {n}: the council voted on Monday to close bridge {n} over the river, the mayor said." for n in range(12)
]
SHORT = (
    "<html lang='en'><body><article><p>The council voted on Monday to close the old bridge.</p></article></body></html>"
)
LONG = f"<html><body><article>{''.join(f'<p>{line}</p>' for line in LINES)}</article></body></html>"


def no_library(name: str) -> None:
    assert name == "trafilatura"


def test_without_the_extra_a_notice_says_what_could_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "find_spec", no_library)

    notices = {notice.code: notice for notice in parse_document(SHORT).notices}

    assert "source_audit[fallback]" in notices["little-text"].message
    assert not notices["little-text"].severe
    assert parse_document(LONG).notices == ()


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_page_with_enough_text_never_asks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> str:
        raise AssertionError("the library was asked")

    monkeypatch.setattr(fallback, "find_spec", asked)
    monkeypatch.setattr(fallback, "_extracted", asked)

    assert parse_document(LONG if name == "html" else "A line.").words


def test_its_choice_is_taken_with_our_own_links_and_places(monkeypatch: pytest.MonkeyPatch) -> None:
    page = SHORT.replace(
        "</body>",
        "".join(f"<div class='related'><p>{line} <a href='https://a.example/x'>Source</a></p></div>" for line in LINES)
        + "</body>",
    )
    monkeypatch.setattr(fallback, "find_spec", lambda _: object())
    monkeypatch.setattr(fallback, "_extracted", lambda _: "\n".join(f"{line} Source" for line in LINES))

    document = parse_document(page)

    assert [block.span.of(document.text) for block in document.body] == [f"{line} Source" for line in LINES]
    assert [link.span.of(document.text) for link in document.links] == ["Source"] * len(LINES)
    assert document.notices == ()


@pytest.mark.parametrize(
    "extracted", ["", "The council voted on Monday to close the old bridge.", "Words that stand nowhere."]
)
def test_a_choice_that_is_not_clearly_more_is_left(extracted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "find_spec", lambda _: object())
    monkeypatch.setattr(fallback, "_extracted", lambda _: extracted)

    assert parse_document(SHORT).text == "The council voted on Monday to close the old bridge."


@pytest.mark.skipif(find_spec("trafilatura") is None, reason="the extra source_audit[fallback] is not installed")
def test_the_library_itself_is_asked_and_whatever_it_raises_is_nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    asked: list[str] = []

    def fails(markup: str, **_: object) -> None:
        asked.append(markup)
        raise RuntimeError("no")

    assert fallback._extracted(lxml.html.document_fromstring(LONG)).count("the council voted") == len(LINES)
    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert parse_document(SHORT).text == "The council voted on Monday to close the old bridge."
    assert len(asked) == 1
