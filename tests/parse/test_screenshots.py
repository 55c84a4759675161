"""Pictures of posts are told by their description or caption, and only by a clear one."""

import pytest

from source_audit.document import Embed
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
