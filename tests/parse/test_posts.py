"""Posts of every platform in every form: whole pages of our own, every field of every post."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from source_audit.parse import parse_document
from tests.bench.posts import PAGES, annotated, found

_PLATFORMS = {
    "x", "truthsocial", "facebook", "instagram", "threads", "tiktok", "youtube", "telegram", "bluesky", "mastodon",
    "reddit", "linkedin", "rumble", "gab",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_field_of_every_post(page: Path) -> None:
    assert found(page.read_text(encoding="utf-8")) == annotated(page)


def test_there_are_two_pages_of_each_platform() -> None:
    assert sorted(page.stem for page in PAGES) == sorted(f"{name}_{number}" for name in _PLATFORMS for number in (1, 2))
    for page in PAGES:
        assert {post["platform"] for post in annotated(page)} == {page.stem.partition("_")[0]}


def mutated(markup: str, seed: int) -> str:
    """Return a page that a reader sees unchanged: attributes in other orders, other case of names, wrappers, spaces."""
    chance = random.Random(seed)
    root = html.document_fromstring(markup)
    (article,) = root.iter("article")
    for element in list(article.iter(etree.Element)):
        attributes = list(element.attrib.items())
        chance.shuffle(attributes)
        element.attrib.clear()
        element.attrib.update(attributes)
    for element in list(article):
        if element.tag in ("blockquote", "iframe", "figure", "div") and chance.random() < 0.5:
            wrapper = html.Element("div", {"class": chance.choice(["embed-wrapper", "content", "oembed-asset"])})
            element.addprevious(wrapper)
            wrapper.tail, element.tail = element.tail, None
            wrapper.append(element)
    text = str(html.tostring(root, encoding="unicode"))
    if chance.random() < 0.5:
        for tag in ("blockquote", "iframe", "article", "figure"):
            text = text.replace(f"<{tag} ", f"<{tag.upper()}\n  ").replace(f"</{tag}>", f"</{tag.upper()} >")
    return text.replace("<p>", "<p>\n   ") if chance.random() < 0.5 else text


@settings(max_examples=40, deadline=None)
@given(page=st.sampled_from(PAGES), seed=st.integers(0, 10_000))
def test_other_markup_of_the_same_page_gives_the_same_posts(page: Path, seed: int) -> None:
    assert found(mutated(page.read_text(encoding="utf-8"), seed)) == annotated(page)


AROUND = "<p>The bus line ends in May, the council said on Friday, and nobody on the hill was asked about it.</p>"


@pytest.mark.parametrize(
    ("card", "platform", "handle", "author"),
    [
        ('<div class="tweet-card"><p>Twelve empty seats? Come with me.</p></div>', "x", None, None),
        (
            '<div class="tg-card"><p><b>bus_uncle</b></p><p>no bus no bus no bus</p></div>',
            "telegram",
            None,
            "bus_uncle",
        ),
        ('<div class="card"><p><b>@bus_uncle</b></p><p>no bus no bus no bus</p></div>', "x", "bus_uncle", None),
        ('<div class="post"><p>Twelve empty seats?</p><span>@bus_uncle</span></div>', "x", "bus_uncle", None),
        (
            '<div class="fb-post"><blockquote><p>Vote for the bus.</p>Yes to the Bus</blockquote></div>',
            "facebook",
            None,
            "Yes to the Bus",
        ),
    ],
)
def test_a_card_without_a_link_is_a_post(card: str, platform: str, handle: str | None, author: str | None) -> None:
    (post,) = parse_document(f"<article><h1>Bus</h1>{AROUND}{card}{AROUND}</article>", content_type="html").embeds
    assert (post.platform, post.handle, post.author) == (platform, handle, author)


@pytest.mark.parametrize(
    "card",
    [
        '<div class="card"><h3>The bridge</h3><p>Read how it fell down last year.</p></div>',
        '<div class="tweet">Follow the desk on X for more news.</div>',
        '<div class="post-card"><a href="/b">The bridge fell down</a><p>Read how it fell.</p></div>',
        '<blockquote class="fb-xfbml-parse-ignore"><a href="https://www.facebook.com/tarn">The Tarn Times daily</a></blockquote>',
    ],
)
def test_other_cards_are_no_posts(card: str) -> None:
    page = parse_document(f"<article><h1>Bus</h1>{AROUND}{card}{AROUND}</article>", content_type="html")
    assert page.embeds == ()
