"""Posts that were pasted into a text along with the article around them."""

import pytest

from source_audit.document import BlockKind, Document, Embed
from source_audit.parse import parse_document

LEAD = (
    "The ministry said on Monday that the bridge would be closed, and that a ferry would run until a new one is built."
)


def only(document: Document) -> Embed:
    assert len(document.embeds) == 1
    return document.embeds[0]


def words(document: Document) -> str | None:
    span = only(document).words
    return span.of(document.text) if span else None


POST = "\u26a0\ufe0f BREAKING: The minister spoke about the bridge over the river today:"
QUOTE = "“We have inspected the bridge, and our engineers have found that it can no longer…"


def test_a_post_reaches_from_its_start_to_its_date() -> None:
    text = f"{LEAD}\nLISTEN:\n{POST}\n{QUOTE}\n— Bridge News (@bridge_news)\nApril 2025"
    document = parse_document(text)
    embed = only(document)

    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.EMBED]
    assert document.blocks[1].span.of(text) == "LISTEN:"
    assert words(document) == f"{POST}\n{QUOTE}" == embed.text
    assert (embed.platform, embed.handle, embed.author) == ("x", "bridge_news", "Bridge News")
    assert (embed.truncated, embed.printed_date) == (True, "April 2025")
    assert embed.span is not None
    assert embed.span.of(text).endswith("April 2025")
    assert embed.signature is not None
    assert embed.signature.of(text) == "— Bridge News (@bridge_news)"
    assert embed.anchor is not None
    assert embed.anchor.of(text) == "LISTEN:"
    assert document.published is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(
            ["The post reads:", "The bridge is closed.", "Take the ferry.", "— Mayor (@mayor) May 3, 2025"],
            "The bridge is closed.\nTake the ferry.",
            id="after a lead-in",
        ),
        pytest.param(["The bridge is closed.", "– Mayor (@mayor) May 3, 2025"], "The bridge is closed.", id="one line"),
        pytest.param(
            ["The bridge is closed. pic.twitter.com/AbCd12— Mayor (@mayor) May 3, 2025"],
            "The bridge is closed. pic.twitter.com/AbCd12",
            id="signature glued to the post",
        ),
        pytest.param(
            [".@CityNews the bridge is closed", "again", "― Mayor (@mayor)", "May 3, 2025"],
            ".@CityNews the bridge is closed\nagain",
            id="starts with an account",
        ),
        pytest.param(
            ["WATCH:", "The mayor speaks about the bridge:", "“It is closed for…", "— Mayor (@mayor) May 3, 2025"],
            "The mayor speaks about the bridge:\n“It is closed for…",
            id="a lead-in of its own after the article's",
        ),
        pytest.param(
            [
                "Ann said:",
                "“It is closed.”",
                "A post was shared widely.",
                "Closed for good!",
                "— Mayor (@mayor) May 3, 2025",
            ],
            "Closed for good!",
            id="a quotation of the article above",
        ),
        pytest.param(["WATCH:", "— Mayor (@mayor) May 3, 2025"], None, id="no words"),
        pytest.param(
            ["The bridge is closed.", "-- Mayor (of it all) (@mayor) 3. Mai 2025"],
            "The bridge is closed.",
            id="brackets",
        ),
        pytest.param(
            ["The bridge is closed.", "â€” Mayor (@mayor) May 3, 2025"], "The bridge is closed.", id="mojibake"
        ),
    ],
)
def test_how_far_up_a_post_reaches(lines: list[str], said: str | None) -> None:
    document = parse_document("\n".join([LEAD, *lines]))

    assert words(document) == said
    assert only(document).handle == "mayor"
    assert only(document).printed_date in ("May 3, 2025", "3. Mai 2025")
    assert document.blocks[0].span.of(document.text) == LEAD


def test_two_posts_in_a_row_stay_two() -> None:
    document = parse_document(
        f"{LEAD}\nThe bridge is closed.\n— Mayor (@mayor) May 3, 2025\nIt is open again.\n— Clerk (@clerk) May 4, 2025"
    )

    assert [(embed.handle, embed.text) for embed in document.embeds] == [
        ("mayor", "The bridge is closed."),
        ("clerk", "It is open again."),
    ]


def test_lines_that_no_blank_line_parts_belong_to_one_post() -> None:
    document = parse_document(f"{LEAD}\n\nThe bridge is closed.\nTake the ferry.\n— Mayor (@mayor)\n\n{LEAD}")

    assert words(document) == "The bridge is closed.\nTake the ferry."


@pytest.mark.parametrize(
    ("lines", "platform", "handle", "author"),
    [
        (["View this post on Instagram", "A post shared by Jane Doe (@jane.doe)"], "instagram", "jane.doe", "Jane Doe"),
        (["The bridge is closed.", "Mayor (@mayor) on Truth Social"], "truthsocial", "mayor", "Mayor"),
        (["The bridge is closed.", "Posted by City Council on Friday, May 3, 2025"], "facebook", None, "City Council"),
        (["Die Brücke ist zu.", "Gepostet von Stadt Tarn am 3. Mai 2025"], "facebook", None, "Stadt Tarn"),
        (["Twitter post by @mayor: The bridge is closed."], "x", "mayor", None),
        (["The bridge is closed pic.twitter.com/AbCd12"], "x", None, None),
        (
            ["The bridge is closed.", "— Mayor (@mayor.bsky.social) May 3, 2025"],
            "bluesky",
            "mayor.bsky.social",
            "Mayor",
        ),
    ],
)
def test_what_other_platforms_leave(lines: list[str], platform: str, handle: str | None, author: str | None) -> None:
    document = parse_document("\n".join([LEAD, LEAD, *lines, LEAD]))
    embed = only(document)

    assert (embed.platform, embed.handle, embed.author) == (platform, handle, author)
    assert embed.span is not None
    assert embed.span.of(document.text) == "\n".join(lines)


def test_a_bare_address_of_a_post_is_one() -> None:
    document = parse_document(f"{LEAD}\nhttps://twitter.com/mayor/status/1050118621198921728?s=20\n{LEAD}")
    embed = only(document)

    assert (embed.permalink, embed.handle) == ("https://x.com/mayor/status/1050118621198921728", "mayor")
    assert embed.computed_date is not None
    assert embed.computed_date.isoformat() == "2018-10-10"


@pytest.mark.parametrize(
    "line",
    [
        "[embed]https://twitter.com/mayor/status/1050118621198921728[/embed]",
        "[tweet https://twitter.com/mayor/status/1050118621198921728]",
        '[embed url="https://twitter.com/mayor/status/1050118621198921728" width=500]',
    ],
)
def test_a_shortcode_that_was_left_in_the_text_is_a_post(line: str) -> None:
    embed = only(parse_document(f"{LEAD}\n{line}\n{LEAD}"))

    assert (embed.handle, embed.post_id) == ("mayor", "1050118621198921728")


@pytest.mark.parametrize("above", [True, False])
def test_an_address_and_the_words_beside_it_are_one_post(above: bool) -> None:
    address = "https://twitter.com/mayor/status/1050118621198921728"
    words = "The bridge is closed.\n— Mayor (@mayor) October 10, 2018"
    document = parse_document(
        "\n".join([LEAD, "The post reads:", *((address, words) if above else (words, address)), LEAD])
    )
    embed = only(document)

    assert (embed.post_id, embed.handle, embed.text, embed.days_apart) == (
        "1050118621198921728",
        "mayor",
        "The bridge is closed.",
        0,
    )
    assert embed.span is not None
    assert address in embed.span.of(document.text)


def test_another_accounts_address_stays_a_post_of_its_own() -> None:
    address = "https://twitter.com/clerk/status/1050118621198921728"
    document = parse_document(f"{LEAD}\n{address}\nThe bridge is closed.\n— Mayor (@mayor) October 10, 2018\n{LEAD}")

    assert [embed.handle for embed in document.embeds] == ["clerk", "mayor"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[1] https://twitter.com/mayor/status/1050118621198921728", id="a footnote"),
        pytest.param("Posted by Staff on May 3, 2025", id="a byline"),
        pytest.param("Senator Jane Doe (@janedoe) said on Thursday that she would vote.", id="a handle in a sentence"),
        pytest.param("The group — led by Jane Doe (@janedoe) — said it would vote.", id="a handle between dashes"),
        pytest.param("“The bridge is closed.” — Jane Doe, mayor", id="a quotation with its author"),
    ],
)
def test_what_is_no_post(text: str) -> None:
    assert parse_document(f"Bridge closes\n{text}\n{LEAD}").embeds == ()


def test_a_post_that_an_editor_pasted_into_a_page_is_found_too() -> None:
    lines = "".join(
        f"<p>{line}</p>" for line in (LEAD, "LISTEN:", POST, QUOTE, "— Bridge News (@bridge_news)", "April 2025")
    )
    document = parse_document(f"<html><body><article>{lines}</article></body></html>")

    assert words(document) == f"{POST}\n{QUOTE}"
    assert only(document).printed_date == "April 2025"
    assert document.blocks[-1].kind is BlockKind.EMBED


CARD = """The gate stood open, a driver wrote on Truth Social:

Rhys Colby
@colbymilk
Just gone past the mill and the gate is open.
1:04 AM · Jul 12, 2026

The dam is run by Valley Water."""


def test_a_card_has_the_name_the_account_the_words_and_the_time() -> None:
    document = parse_document(CARD, content_type="text")
    (post,) = document.embeds
    assert (post.platform, post.author, post.handle) == ("truthsocial", "Rhys Colby", "colbymilk")
    assert (post.text, post.printed_date) == (
        "Just gone past the mill and the gate is open.",
        "1:04 AM · Jul 12, 2026",
    )
    assert [block.span.of(document.text)[:10] for block in document.body] == ["The gate s", "The dam is"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("He wrote this.\n@colbymilk\nThe gate is open.", id="a sentence before the account"),
        pytest.param("Rhys Colby\n\n@colbymilk\n\nThe gate is open.", id="blank lines between"),
        pytest.param("Rhys Colby\n@colbymilk", id="no words"),
    ],
)
def test_what_is_no_card(lines: str) -> None:
    assert not parse_document(f"The gate stood open for an hour.\n\n{lines}", content_type="text").embeds


BODY = (
    "The bus line ends in May, the council said on Friday, and nobody on the hill was asked about it before the vote."
)


@pytest.mark.parametrize(
    ("signed", "handle", "author", "platform", "day"),
    [
        ("@rider_9 on X, 30 July", "rider_9", None, "x", "30 July"),
        ("Posted on Facebook by Bay Walker, 5 June", None, "Bay Walker", "facebook", "5 June"),
        ("Posted on Instagram by @wild.and.salty", "wild.and.salty", None, "instagram", None),
        ("— Anna Bell, via Facebook", None, "Anna Bell", "facebook", None),
        ("Tita (@tita_b) on Threads, yesterday", "tita_b", "Tita", "threads", "yesterday"),
    ],
)
def test_a_post_signed_by_an_editor(signed: str, handle: str, author: str, platform: str, day: str) -> None:
    (post,) = parse_document(f"{BODY}\n\n“Twelve empty seats?”\n{signed}\n\n{BODY}", content_type="text").embeds
    assert (post.handle, post.author, post.platform, post.printed_date) == (handle, author, platform, day)
    assert post.text == "“Twelve empty seats?”"


@pytest.mark.parametrize("head", ["Sharon B @shazb_9 · 14 Jan", "@shazb_9"])
def test_a_post_below_its_account(head: str) -> None:
    text = f"{BODY}\n\n{head}\na roll. one roll\n\n{BODY}"
    (post,) = parse_document(text, content_type="text").embeds
    assert (post.handle, post.text) == ("shazb_9", "a roll. one roll")


@pytest.mark.parametrize(
    "line",
    ["Photo: @rider_9 on X", "Jane Doe is on X at @janedoe", "The mayor said on X", "Follow @rider_9 on X", "@janedoe"],
)
def test_other_lines_with_an_account_sign_no_post(line: str) -> None:
    assert parse_document(f"{BODY}\n\n{BODY}\n\n{line}", content_type="text").embeds == ()


def test_a_sentence_that_ends_with_an_account_signs_nothing() -> None:
    said = '"The pier can reopen," Roe said. "But I doubt it."'
    assert parse_document(f"{BODY}\n\n{said}\n\n@portellan.\n\n{BODY}", content_type="text").embeds == ()


@pytest.mark.parametrize(
    "lines",
    [
        "“The bridge will be shut until a new one has been built there.”\nAnn Roe, TikTok",
        "“The bridge will be shut until a new one has been built there.” — Ann Roe, TikTok",
        "Who sat on the panel:\nBea Low, Tarn Council\nAnn Roe, Facebook",
    ],
)
def test_somebody_with_a_firm_signs_no_post(lines: str) -> None:
    assert parse_document(f"Bridge shut\n\n{LEAD}\n\n{lines}\n\n{LEAD}", content_type="text").embeds == ()
