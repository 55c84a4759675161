"""Posts that an editor set as a quotation and signed, and lines below a frame that say whose film it shows."""

import pytest

from source_audit.document import BlockKind, Document
from source_audit.parse import parse_document

WORDS = "The water came over the quay at four and nobody rang the bell."
AROUND = "<p>The council voted on Monday evening to close the old bridge over the river for good and all.</p>"
FRAME = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'


def page(*inside: str) -> Document:
    return parse_document(
        f"<article><h1>Bridge</h1>{AROUND * 5}{''.join(inside)}{AROUND * 5}</article>", content_type="html"
    )


@pytest.mark.parametrize(
    "frame",
    [
        "<blockquote><p>{words}</p><p>{line}</p></blockquote>",
        "<blockquote>{words}<br>{line}</blockquote>",
        "<blockquote><p>{words}</p><footer>{line}</footer></blockquote>",
        "<figure><blockquote><p>{words}</p></blockquote><figcaption>{line}</figcaption></figure>",
        "<blockquote><p>{words}</p></blockquote><p>{line}</p>",
    ],
)
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("— @harbour_watch, Telegram, 6 May", ("telegram", "harbour_watch", None, "6 May")),
        ("— Ann Roe (@annroe) May 6, 2024", ("x", "annroe", "Ann Roe", "May 6, 2024")),
        ("@annroe on Threads", ("threads", "annroe", None, None)),
        ("— Ann Roe, on Facebook, 6 May", ("facebook", None, "Ann Roe", "6 May")),
        ("Ann Roe, TikTok, 6 May 2024", ("tiktok", None, "Ann Roe", "6 May 2024")),
    ],
)
def test_a_signed_quotation_is_a_post(frame: str, line: str, told: tuple[str | None, ...]) -> None:
    document = page(frame.format(words=WORDS, line=line))
    (post,) = document.embeds

    assert (post.platform, post.handle, post.author, post.printed_date) == told
    assert (post.text, post.permalink) == (WORDS, None)
    assert post.signature is not None
    assert post.signature.of(document.text) == line
    assert list(document.blocks_of(BlockKind.BLOCKQUOTE)) == []


def test_all_the_paragraphs_of_the_quotation_are_the_post() -> None:
    one, other = "The water came at four.", "Nobody rang the bell, and nobody will say why not."
    quoted = f"<p>{one}</p><p>{other}</p>"

    assert [
        [post.text for post in page(markup).embeds]
        for markup in (
            f"<blockquote>{quoted}<p>— Ann Roe (@annroe) on X</p></blockquote>",
            f"<blockquote>{quoted}</blockquote><p>— Ann Roe (@annroe) on X</p>",
        )
    ] == 2 * [[f"{one}\n{other}"]]


def test_a_signature_behind_a_dash_ends_the_words() -> None:
    (post,) = page(f"<blockquote>{WORDS} — @harbour_watch, Telegram, 6 May</blockquote>").embeds

    assert (post.text, post.handle) == (WORDS, "harbour_watch")


@pytest.mark.parametrize(
    "frame", ["<blockquote><p>{words}</p><p>{line}</p></blockquote>", "<blockquote>{words}</blockquote><p>{line}</p>"]
)
def test_the_signature_may_link_to_the_post_or_the_account(frame: str) -> None:
    account = '— <a href="https://t.me/harbour_watch">Harbour Watch</a>, on Telegram, 6 May'
    linked = '— <a href="https://t.me/harbour_watch/412">Harbour Watch on Telegram</a>'

    (one,) = page(frame.format(words=WORDS, line=account)).embeds
    (other,) = page(frame.format(words=WORDS, line=linked)).embeds
    assert (one.handle, one.author, one.permalink) == ("harbour_watch", "Harbour Watch", None)
    assert (other.handle, other.permalink) == ("harbour_watch", "https://t.me/harbour_watch/412")


@pytest.mark.parametrize(
    "line",
    [
        "— Ann Roe, harbour master",
        "— Ann Roe on Radio Tarn",
        "— Ann Roe, in The Tarn Times, 6 May 2024",
        "Ann Roe (@annroe), harbour master",
        "— Ann Roe, TikTok",
        "Ann Roe wrote on Facebook that she had rung it.",
    ],
)
@pytest.mark.parametrize(
    "frame", ["<blockquote><p>{words}</p><p>{line}</p></blockquote>", "<blockquote>{words}</blockquote><p>{line}</p>"]
)
def test_a_quotation_of_somebody_who_spoke_stays_one(frame: str, line: str) -> None:
    document = page(frame.format(words=WORDS, line=line))

    assert document.embeds == ()
    assert document.blocks_of(BlockKind.BLOCKQUOTE)


def test_who_speaks_of_a_platform_did_not_write_there() -> None:
    said = "Facebook knew of it for years and told nobody."

    assert page(f"<blockquote><p>{said}</p><p>— Ann Roe on Facebook</p></blockquote>").embeds == ()


@pytest.mark.parametrize(
    "frame",
    [
        f"<figure>{FRAME}<figcaption>{{line}}</figcaption></figure>",
        f'<div class="film"><div>{FRAME}</div><p class="caption">{{line}}</p></div>',
    ],
)
@pytest.mark.parametrize(
    ("line", "handle", "author"),
    [
        ("Tarn Harbour (@tarnharbour) on YouTube", "tarnharbour", "Tarn Harbour"),
        ("— Tarn Harbour (@tarnharbour)", "tarnharbour", "Tarn Harbour"),
        ("Video: Tarn Harbour/YouTube", None, "Tarn Harbour"),
        ("The quay on Monday. Source: @tarnharbour on YouTube", "tarnharbour", None),
        ("The quay under water on Monday.", None, None),
    ],
)
def test_the_line_below_a_film_says_whose_it_is(frame: str, line: str, handle: str | None, author: str | None) -> None:
    document = page(frame.format(line=line))
    (film,) = document.embeds

    assert (film.platform, film.handle, film.author) == ("youtube", handle, author)
    assert film.permalink == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert [block.span.of(document.text) for block in document.blocks_of(BlockKind.CAPTION)] == [line]


def test_the_line_below_the_frame_of_a_post_adds_its_name_and_day() -> None:
    frame = '<iframe src="https://truthsocial.com/@annroe/113977646169606601/embed"></iframe>'
    (post,) = page(f"{frame}<p>Ann Roe (@annroe) on Truth Social, 10 February 2025</p>").embeds

    assert (post.platform, post.handle, post.author) == ("truthsocial", "annroe", "Ann Roe")
    assert (post.printed_date, post.days_apart) == ("10 February 2025", 0)


@pytest.mark.parametrize("line", ["Ann Roe (@annroe) on Bluesky", "Tarn Harbour (@tarn_other) on Truth Social"])
def test_a_line_about_another_account_is_not_taken_for_the_frames(line: str) -> None:
    frame = '<iframe src="https://truthsocial.com/@annroe/113977646169606601/embed"></iframe>'

    assert page(f"{frame}<p>{line}</p>").embeds[0].author is None


@pytest.mark.parametrize("line", ["Ann Roe (@annroe)", "Ann Roe (@annroe) May 6, 2024"])
def test_the_authors_own_line_below_a_film_is_not_the_films(line: str) -> None:
    assert [film.author for film in page(f"{FRAME}<p>{line}</p>").embeds if film.platform == "youtube"] == [None]


def test_the_authors_own_line_below_a_quotation_makes_it_no_post() -> None:
    document = parse_document(
        f"<article><h1>Bridge</h1>{AROUND}<blockquote>{WORDS}</blockquote><p>Ann Roe (@annroe)</p></article>",
        content_type="html",
    )

    assert document.embeds == ()
