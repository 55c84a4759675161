"""An article as plain text: its lines become blocks, its offsets stay the caller's."""

import pytest

from source_audit.document import BlockKind, Document
from source_audit.parse import parse_document


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


ARTICLE = """Opinion
Council votes to close the old bridge
By Jane Doe and John Roe, staff writer
May 13, 2026

The council voted on Monday to close the bridge. It will be shut in June.
• The footpath stays open.
Engineers said the steel was worn."""


def test_the_head_is_told_from_the_body() -> None:
    document = parse_document(ARTICLE)

    assert document.text == ARTICLE
    assert shape(document) == [
        ("section", "Opinion"),
        ("headline", "Council votes to close the old bridge"),
        ("byline", "By Jane Doe and John Roe, staff writer"),
        ("byline", "May 13, 2026"),
        ("paragraph", "The council voted on Monday to close the bridge. It will be shut in June."),
        ("list-item", "• The footpath stays open."),
        ("paragraph", "Engineers said the steel was worn."),
    ]
    assert document.title is not None
    assert document.title.value == "Council votes to close the old bridge"
    assert [(author.value, author.origin) for author in document.authors] == [
        ("Jane Doe", "text"),
        ("John Roe", "text"),
    ]
    assert [author.span.of(document.text) for author in document.authors if author.span] == ["Jane Doe", "John Roe"]
    assert document.published is not None
    assert document.published.value == "2026-05-13"
    assert (document.genre.value, document.genre.by) == ("opinion", "label")
    assert [notice.code for notice in document.notices] == ["copied-text"]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("The minister resigned on Friday.", id="a sentence with its full stop"),
        pytest.param("The mayor said:", id="a lead-in"),
        pytest.param("“We are closed,” he said. “Go home”", id="a quotation"),
        pytest.param("• The footpath stays open", id="a bullet"),
        pytest.param(" ".join(["word"] * 21), id="more than twenty words"),
        pytest.param("The minister resigned “at once.”", id="a full stop inside the marks"),
    ],
)
def test_a_first_line_that_is_no_headline(first: str) -> None:
    document = parse_document(f"{first}\nThe rest of the article follows here, in a sentence of its own.")

    assert document.title is None
    assert document.blocks[0].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def test_an_only_line_is_a_paragraph() -> None:
    assert shape(parse_document("Council votes to close the bridge")) == [
        ("paragraph", "Council votes to close the bridge")
    ]


@pytest.mark.parametrize("line", ["By Friday, the troops had left.", "By Friday", "By then the bridge was gone"])
def test_a_line_that_begins_with_by_is_not_always_a_byline(line: str) -> None:
    document = parse_document(f"Bridge closes\n{line}\nThe council voted on Monday to close the bridge.")

    assert document.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "13 May 2026",
        "2026-05-13",
        "Published: May 13, 2026",
        "Updated May 13, 2026 at 4:05 p.m. ET",
        "Wed, 13 May 2026",
    ],
)
def test_a_date_line_near_the_top_is_the_day_of_publication(line: str) -> None:
    document = parse_document(f"Bridge closes\n{line}\nThe council voted on Monday to close the bridge.")

    assert document.published is not None
    assert (document.published.value, document.published.origin) == ("2026-05-13", "text")
    assert document.published.span is not None
    assert document.published.span.of(document.text) == line


def test_hard_wrapped_lines_are_joined_where_blank_lines_part_the_paragraphs() -> None:
    text = (
        "The council voted on Monday evening to close the old bridge over\n"
        "the river, which engineers had called unsafe since the spring of\n"
        "last year.\n"
        "\n"
        "It will be shut in June, and a ferry is to carry people across it\n"
        "until a new bridge has been built.\n"
    )
    document = parse_document(text)

    assert [block.span.of(text).split()[0] for block in document.blocks] == ["The", "It"]
    assert document.blocks[0].span.of(text).endswith("last year.")


def test_lines_that_end_their_sentences_are_paragraphs_of_their_own() -> None:
    text = "Bridge closes\n\nThe council voted on Monday evening to close the old bridge.\nIt will be shut in June."

    assert [words for _, words in shape(parse_document(text))] == text.replace("\n\n", "\n").split("\n")


def test_every_line_is_a_paragraph_without_blank_lines() -> None:
    text = "One line that ends here.\r\nAnother line, which ends there.\r\nThe last."

    assert [words for _, words in shape(parse_document(text))] == text.split("\r\n")


def test_odd_characters_stay_where_they_are() -> None:
    text = "\ufeffThe council\u200b voted on Monday.\r\n\r\nIt was\0 late.\u2028The end."
    document = parse_document(text)

    assert document.text == text
    assert [words for _, words in shape(document)] == [
        "The council\u200b voted on Monday.",
        "It was\0 late.",
        "The end.",
    ]


def test_what_the_caller_knows_goes_before_what_the_text_says() -> None:
    from datetime import date

    document = parse_document(ARTICLE, url="https://paper.example/bridge", published=date(2026, 5, 14))

    assert document.published is not None
    assert (document.published.value, document.published.origin) == ("2026-05-14", "caller")
    assert document.url is not None
    assert document.url.origin == "caller"


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss im Juni nicht mehr offen ist.", "de"),
        ("Le conseil a décidé lundi que le vieux pont sur la rivière ne sera plus ouvert pour les voitures.", "fr"),
        ("Рада вирішила закрити старий міст через річку, бо інженери вважають його небезпечним для людей.", "und"),
    ],
)
def test_an_article_in_another_language_gets_a_severe_notice(text: str, tongue: str) -> None:
    document = parse_document(text)

    assert document.language is not None
    assert document.language.value == tongue
    assert [notice.code for notice in document.notices if notice.severe] == ["language"]


def test_english_is_told_by_its_function_words() -> None:
    document = parse_document("The council said on Monday that it would close the bridge, which is not safe for cars.")

    assert document.language is not None
    assert document.language.value == "en"
