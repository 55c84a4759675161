"""What the card says below a post, beyond its words."""

import re

import pytest

import source_audit

WORDS = "The council voted on Monday evening to close the old bridge over the river for good and all."
TWEET = (
    '<blockquote class="twitter-tweet"><p>{text}</p>&mdash; Leona Marsh (@leonamarsh_tarn) '
    '<a href="https://twitter.com/leonamarsh_tarn/status/2046668288947126272">{day}</a></blockquote>'
)


def below_post(markup: str) -> str:
    """Return the visible words below the only post of a card."""
    audit = source_audit.audit_article(f"<article><h1>Bridge</h1><p>{WORDS}</p>{markup}<p>{WORDS}</p></article>")
    card = source_audit.render_report(audit, "html")
    (caption,) = re.findall(r'<figure class="post">.*?<figcaption>(.*?)</figcaption>', card, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", caption).split())


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<iframe src="https://truthsocial.com/@city/113977646169606601/embed"></iframe>',
            "The page does not hold its words. Its number dates it to 10 February 2025.",
        ),
        (
            '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
            "Post on YouTube · its address. It is a picture or film.",
        ),
        (
            '<figure><img src="/1.png" alt="Screenshot of a tweet by Jane Doe"></figure>',
            "Post on X by Jane Doe. The page shows only a picture of it.",
        ),
        (
            TWEET.format(text="@city Twelve empty seats?", day="March 3, 2026"),
            "It answers another post. Its number dates it to 21 April 2026, 49 days from the printed date.",
        ),
    ],
)
def test_the_line_below_a_post(markup: str, expected: str) -> None:
    assert below_post(markup).endswith(expected)


def test_a_post_that_says_it_all_gets_no_more() -> None:
    line = below_post(TWEET.format(text="Twelve empty seats?", day="April 21, 2026"))

    assert line.endswith("Post on X · its address")
