"""Pictures of posts are told by their description or caption, and only by a clear one."""

import pytest

from source_audit.document import BlockKind, Document, Embed
from source_audit.parse import parse_document

WORDS = "The council voted on Monday evening to close the old bridge over the river for good and all."


def shown(figure: str) -> tuple[Embed, ...]:
    return parse_document(f"<article><p>{WORDS}</p>{figure}<p>{WORDS}</p></article>").embeds


@pytest.mark.parametrize(
    ("description", "platform", "handle", "author", "text"),
    [
        ("Screenshot of a Truth Social post by Peter Aldous", "truthsocial", None, "Peter Aldous", ""),
        ("A tweet by Jane Doe (@jane) that reads “The bridge is closed for good”", "x", "jane", "Jane Doe", "The bridge is closed for good"),
        ("Screen grab of a post on X: The bridge is closed.", "x", None, None, "The bridge is closed."),
        ("Deleted tweet by Jane Doe", "x", None, "Jane Doe", ""),
        ("Post by @city.bsky.social on Bluesky", "bluesky", "city.bsky.social", None, ""),
        ("Bildschirmfoto eines Beitrags von @stadt@tarn.example auf Mastodon", "mastodon", "stadt@tarn.example", None, ""),
        ("Capture d’écran d’une publication Facebook de Jeanne Roy", "facebook", None, "Jeanne Roy", ""),
    ],
)  # fmt: skip
def test_a_picture_that_says_so_is_a_post(
    description: str, platform: str, handle: str | None, author: str | None, text: str
) -> None:
    (embed,) = shown(f'<figure><img src="/1.png" alt="{description}"></figure>')

    assert (embed.platform, embed.handle, embed.author, embed.text) == (platform, handle, author, text)
    assert (embed.screenshot, embed.permalink, embed.span) == (True, None, None)
    assert embed.anchor is not None


@pytest.mark.parametrize(
    "figure",
    [
        '<img src="/1.png" alt="A screenshot of the Facebook page of the town">',
        '<img src="/1.png" alt="Jane Doe, who wrote a post on Facebook about the bridge">',
        '<img src="/1.png" alt="Tweet"><img src="/2.png" alt="Share this post on X">',
        '<figure><img src="/1.png" alt=""><figcaption>The mayor said in a tweet that the bridge was closed.</figcaption></figure>',
        '<figure><img src="/1.png" alt=""><figcaption>Photo: @jane.doe/Instagram</figcaption></figure>',
        '<figure><img src="/1.png" alt=""><figcaption>A screengrab from a film on YouTube</figcaption></figure>',
    ],
)
def test_other_pictures_are_none(figure: str) -> None:
    assert shown(figure) == ()


def test_a_caption_alone_is_enough_and_stays_in_the_text() -> None:
    caption = "Screenshot of a post by @city on X"
    document = parse_document(
        f'<article><p>{WORDS}</p><figure><img src="/1.png"><figcaption>{caption}</figcaption></figure><p>{WORDS}</p></article>'
    )

    assert [(embed.handle, embed.screenshot) for embed in document.embeds] == [("city", True)]
    assert caption in document.text


def test_a_picture_beside_the_post_itself_is_not_counted_again() -> None:
    post = '<iframe src="https://truthsocial.com/@city/113977646169606601/embed"></iframe>'
    picture = '<noscript><img src="/1.png" alt="Screenshot of a Truth Social post by @city"></noscript>'

    assert [embed.screenshot for embed in shown(post + picture)] == [False]


def copied(*lines: str) -> Document:
    return parse_document("\n\n".join(["Council closes bridge", WORDS, *lines, WORDS]), content_type="text")


LINES = [
    ("[Image: screenshot of a post by @name on X]", "x", "name", None, ""),
    ("[Image: A tweet by Jane Doe (@jane) that reads “The bridge is closed for good”]", "x", "jane", "Jane Doe", "The bridge is closed for good"),
    ("Screenshot: @name/X", "x", "name", None, ""),
    ("(Screenshot via Truth Social/@mayor)", "truthsocial", "mayor", None, ""),
    ("Screenshot from @mayor's Truth Social account", "truthsocial", "mayor", None, ""),
    ("A screenshot of a Truth Social post by Peter Aldous", "truthsocial", None, "Peter Aldous", ""),
    ("A screenshot of a now-deleted Facebook post by Peter Aldous, posted on 4 May 2026.", "facebook", None, "Peter Aldous", ""),
    ("Screen grab of a post on Telegram by the mayor (Photo: Ann Roe)", "telegram", None, None, ""),
    ("Photo: Screenshot of Facebook post by Peter Aldous: The bridge is closed.", "facebook", None, "Peter Aldous", "The bridge is closed."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "platform", "handle", "author", "text"), LINES)
def test_a_line_of_a_copied_text_stands_for_the_picture(
    line: str, platform: str, handle: str | None, author: str | None, text: str
) -> None:
    document = copied(line)
    (embed,) = document.embeds

    assert (embed.platform, embed.handle, embed.author, embed.text) == (platform, handle, author, text)
    assert (embed.screenshot, embed.permalink, embed.span) == (True, None, None)
    assert embed.anchor is not None
    assert embed.anchor.of(document.text) == WORDS
    assert [block.span.of(document.text) for block in document.blocks_of(BlockKind.CAPTION)] == [line]


@pytest.mark.parametrize("line", [line for line, *_ in LINES])
def test_a_page_may_print_such_a_line_as_a_paragraph(line: str) -> None:
    assert [embed.screenshot for embed in shown(f"<p>{line}</p>")] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "A screenshot of the spreadsheet",
        "[Image: a screenshot of the spreadsheet that the council keeps]",
        "A screenshot of the spreadsheet that was in a post on X by Jane Doe",
        "A screenshot of a Facebook post by the mayor was shared thousands of times.",
        "A screenshot of a Facebook post by the mayor, shared by thousands, led to an inquiry.",
        "Screenshots of a post by Jane Doe on X spread.",
        "Screenshot: Reuters",
        "Photo: @jane.doe/Instagram",
        "Image: Jane Doe, who wrote a post on Facebook about the bridge",
    ],
)
def test_a_line_about_something_else_is_text(line: str) -> None:
    document = copied(line)

    assert document.embeds == ()
    assert list(document.blocks_of(BlockKind.CAPTION)) == []
    assert shown(f"<p>{line}</p>") == ()


def test_lines_below_each_other_tell_of_one_picture_unless_they_name_two_accounts() -> None:
    described, credit = "[Image: screenshot of a post on X by Jane Doe]", "Screenshot: @jane/X"

    assert [(embed.author, embed.handle) for embed in copied(described, credit).embeds] == [("Jane Doe", "jane")]
    assert [embed.handle for embed in copied(credit, "Screenshot: @name/X").embeds] == ["jane", "name"]


def test_a_credit_below_the_words_of_a_post_adds_no_other() -> None:
    document = copied("The bridge is closed.\n— Jane Doe (@jane) May 4, 2026", "Screenshot: @jane/X")

    assert [(embed.handle, embed.screenshot) for embed in document.embeds] == [("jane", False)]


CREDITS = [
    ("Screenshot: Truth Social", "truthsocial"),
    ("(Screenshot via Facebook)", "facebook"),
    ("Photo: Screengrab/X", "x"),
    ("Screenshot from Telegram", "telegram"),
]


@pytest.mark.parametrize(("credit", "platform"), CREDITS)
def test_a_credit_that_names_only_the_platform_is_enough(credit: str, platform: str) -> None:
    under = f'<figure><img src="/1.png" alt=""><figcaption>{credit}</figcaption></figure>'

    for document in (shown(under), shown(f"<p>{credit}</p>"), copied(credit).embeds):
        assert [(embed.platform, embed.handle, embed.screenshot) for embed in document] == [(platform, None, True)]


@pytest.mark.parametrize(
    "caption",
    [
        "Her words on Monday evening. Screenshot: Truth Social",
        "Her words on Monday evening (Screenshot/Truth Social)",
        'Her words on Monday evening <span class="credit">Screenshot: Truth Social</span>',
        '</figcaption><div class="photo-credit">Screenshot via Truth Social</div><figcaption>',
    ],
)
def test_the_credit_may_stand_behind_the_caption(caption: str) -> None:
    figure = f'<figure><img src="/1.png" alt=""><figcaption>{caption}</figcaption></figure>'

    assert [(embed.platform, embed.author, embed.screenshot) for embed in shown(figure)] == [
        ("truthsocial", None, True)
    ]


def test_a_credit_adds_no_other_post_to_a_picture_that_is_described() -> None:
    figure = (
        '<figure><img src="/1.png" alt="Screenshot of Jane Doe’s Truth Social post"><figcaption>Her words</figcaption>'
        '<span class="credit">Screenshot: @jane/Truth Social</span></figure>'
    )

    assert [(embed.author, embed.handle) for embed in shown(figure)] == [("Jane Doe", "jane")]


@pytest.mark.parametrize(
    "caption",
    [
        "Screenshot of the Truth Social app",
        "Screenshot: the Truth Social app",
        "A screenshot of Truth Social’s homepage",
        "The Truth Social logo. Screenshot: Reuters",
        "The town’s page on Monday. Screenshot: Facebook",
        "A new button in the app (Screenshot: Instagram)",
        "Screenshot: YouTube",
        'The bridge <span class="credit">Photo: Jane Doe/Facebook</span>',
    ],
)
def test_pictures_of_what_is_no_post_are_none(caption: str) -> None:
    assert shown(f'<figure><img src="/1.png" alt=""><figcaption>{caption}</figcaption></figure>') == ()
