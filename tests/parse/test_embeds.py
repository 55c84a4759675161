"""Posts of other platforms as markup: every form, and what only looks like one."""

import pytest

from source_audit.document import BlockKind, Embed
from source_audit.parse import parse_document

BEFORE = "The council voted on Monday evening to close the old bridge over the river for good."
AFTER = "A ferry is to carry people across the river until a new bridge has been built there."
X_ID = "1050118621198921728"
TWEET = f"""<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">The bridge is closed.<br>Take the
ferry: <a href="https://t.co/abc">pic.twitter.com/AbC123</a></p>&mdash; City (North) (@city)
<a href="https://twitter.com/city/status/{X_ID}?ref_src=twsrc%5Etfw">October 10, 2018</a></blockquote>"""


def page(*inside: str) -> str:
    return f"<html><body><article><p>{BEFORE}</p>{''.join(inside)}<p>{AFTER}</p></article></body></html>"


def only(markup: str) -> Embed:
    (embed,) = parse_document(page(markup)).embeds
    return embed


def test_a_quoted_post_is_one_block_with_its_words_and_signature() -> None:
    document = parse_document(page(TWEET))
    (embed,) = document.embeds
    said = "The bridge is closed.\nTake the ferry: pic.twitter.com/AbC123"

    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.EMBED, BlockKind.PARAGRAPH]
    assert (embed.platform, embed.handle, embed.author) == ("x", "city", "City (North)")
    assert (embed.post_id, embed.permalink) == (X_ID, f"https://x.com/city/status/{X_ID}")
    assert (embed.printed_date, str(embed.computed_date)) == ("October 10, 2018", "2018-10-10")
    assert embed.span is not None
    assert embed.words is not None
    assert embed.signature is not None
    assert embed.anchor is not None
    assert embed.words.of(document.text) == said == embed.text
    assert embed.signature.of(document.text) == "— City (North) (@city) October 10, 2018"
    assert embed.span.of(document.text) == f"{said}\n— City (North) (@city) October 10, 2018"
    assert embed.anchor.of(document.text) == BEFORE
    assert document.links == ()


FORMS = [
    ("x", X_ID, f'<blockquote class="twitter-tweet"><a href="https://twitter.com/city/status/{X_ID}"></a></blockquote>'),
    ("x", X_ID, f'<blockquote class="twitter-tweet"><p>Gone.</p><a href="https://x.com/city/status/{X_ID}">x</a></blockquote>'),
    ("x", X_ID, f'<div class="twitter-tweet"><iframe src="https://platform.twitter.com/embed/Tweet.html?id={X_ID}"></iframe></div>'),
    ("x", X_ID, f'<amp-twitter data-tweetid="{X_ID}"></amp-twitter>'),
    ("x", X_ID, f'<div data-url="https://twitter.com/city/status/{X_ID}" data-mod="tweet"></div>'),
    ("x", X_ID, f'<div class="embedInner" data-provider="Twitter" data-resourceurl="https://twitter.com/i/web/status/{X_ID}"></div>'),
    ("x", X_ID, f'<div class="social-embed"><div data-src="https://img.example/socialembed/https://twitter.com/city/status/{X_ID}?s=20~/n"></div></div>'),
    ("x", X_ID, f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://twitter.com/city/status/{X_ID}</div></figure>'),
    ("x", X_ID, f'<oembed url="https://mobile.twitter.com/city/status/{X_ID}"></oembed>'),
    ("instagram", "V8UMy0LjpX", '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/V8UMy0LjpX/?utm_source=x"><p>View this post on Instagram</p><p>A post shared by Jane (@jane)</p></blockquote>'),
    ("instagram", "V8UMy0LjpX", '<amp-instagram data-shortcode="V8UMy0LjpX"></amp-instagram>'),
    ("instagram", "V8UMy0LjpX", '<script type="text/plain" data-content="&lt;blockquote class=&quot;instagram-media&quot; data-instgrm-permalink=&quot;https://www.instagram.com/p/V8UMy0LjpX/&quot;&gt;&lt;/blockquote&gt;"></script>'),
    ("instagram", "V8UMy0LjpX", '<iframe data-src="https://www.instagram.com/p/V8UMy0LjpX/embed/captioned/" src="about:blank"></iframe>'),
    ("facebook", "1234567890", '<div class="fb-post" data-href="https://www.facebook.com/city/posts/1234567890"></div>'),
    ("facebook", "1234567890", '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fcity%2Fposts%2F1234567890&width=500"></iframe>'),
    ("youtube", "dQw4w9WgXcQ", '<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"></iframe>'),
    ("youtube", "dQw4w9WgXcQ", '<iframe src="about:blank" data-lazy-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'),
    ("youtube", "dQw4w9WgXcQ", '<lite-youtube videoid="dQw4w9WgXcQ"></lite-youtube>'),
    ("youtube", "dQw4w9WgXcQ", '<div class="rll-youtube-player" data-src="https://www.youtube.com/embed/dQw4w9WgXcQ" data-id="dQw4w9WgXcQ"></div>'),
    ("youtube", "dQw4w9WgXcQ", '<object><param name="movie" value="x"><embed src="https://www.youtube.com/v/dQw4w9WgXcQ"></object>'),
    ("truthsocial", "113977646169606601", '<iframe class="truthsocial-embed" src="https://truthsocial.com/@city/113977646169606601/embed"></iframe>'),
    ("tiktok", "6718335390845095173", '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@city/video/6718335390845095173" data-video-id="6718335390845095173"><section><p>Bridge closed</p><a>♬ sound - City</a></section></blockquote>'),
    ("telegram", "123", '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="citynews/123"></script>'),
    ("bluesky", "3jzn6g7ixgq2y", '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3jzn6g7ixgq2y"><p>Closed.<br><a>[image or embed]</a></p>&mdash; City (<a href="https://bsky.app/profile/did:plc:abc">@city.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:abc/post/3jzn6g7ixgq2y">July 5, 2023 at 4:05 PM</a></blockquote>'),
    ("threads", "CuVdfsNtmvh", '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@city/post/CuVdfsNtmvh"><a href="#">View on Threads</a></blockquote>'),
    ("mastodon", "109876543210987654", '<iframe class="mastodon-embed" src="https://social.example/@city/109876543210987654/embed"></iframe>'),
    ("reddit", "4lwccv", '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/bridges/comments/4lwccv/x/">Closed</a><br>by <a href="https://www.reddit.com/user/city">u/city</a></blockquote>'),
    ("linkedin", "7123456789012345678", '<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:7123456789012345678?collapsed=1"></iframe>'),
    ("mastodon", "109876543210987654", '<blockquote><p>The bridge is closed.</p><p>— City (@city) <a href="https://social.example/users/city/statuses/109876543210987654">May 6, 2024</a></p></blockquote>'),
    ("mastodon", "109876543210987654", '<iframe src="https://social.example/web/@city/109876543210987654"></iframe>'),
    ("vk", "-12345_678", '<div id="vk_post_-12345_678"></div>'),
    ("vk", "-12345_678", '<iframe src="//vk.com/video_ext.php?oid=-12345&amp;id=678&amp;hash=0a1b"></iframe>'),
    ("vk", "-12345_678", '<blockquote><p>The bridge is closed.</p><p>— <a href="https://vk.com/city?w=wall-12345_678">City Hall, VK, 6 May</a></p></blockquote>'),
    ("weibo", "NhZaBcDeF", '<blockquote class="weibo-embed"><p>The bridge is closed.</p>— <a href="https://weibo.com/1234567890/NhZaBcDeF">@city, Weibo, 6 May</a></blockquote>'),
    ("weibo", "4890123456789012", '<div class="weibo-card"><b>City</b><p>The bridge is closed.</p><a href="https://m.weibo.cn/status/4890123456789012">6 May 2024</a></div>'),
    ("rumble", "v30jzs", '<iframe class="rumble" src="https://rumble.com/embed/v30jzs/?pub=4"></iframe>'),
]  # fmt: skip


@pytest.mark.parametrize(("platform", "post_id", "markup"), FORMS)
def test_every_form_is_found_once(platform: str, post_id: str, markup: str) -> None:
    embed = only(markup + markup)

    assert (embed.platform, embed.post_id) == (platform, post_id)
    assert embed.permalink is not None
    assert embed.permalink.startswith("https://")


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="fb-page" data-href="https://www.facebook.com/city"><blockquote class="fb-xfbml-parse-ignore" cite="https://www.facebook.com/city"><a href="https://www.facebook.com/city">City</a></blockquote></div>',
        '<div class="fb-like" data-href="https://www.facebook.com/city"></div>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fpaper.example%2Fbridge"></iframe>',
        '<a class="twitter-timeline" href="https://twitter.com/city">Posts by city</a>',
        '<a class="twitter-share-button" href="https://twitter.com/intent/tweet?url=x">Post</a>',
        '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>',
        '<iframe src="https://www.youtube.com/embed/live_stream?channel=UC1"></iframe>',
        '<iframe src="https://maps.example/embed"></iframe>',
        '<blockquote><p>The bridge, <a href="https://twitter.com/city/status/20">she wrote</a>, is closed to cars.</p></blockquote>',
        '<script data-telegram-discussion="citynews/123"></script>',
    ],
)  # fmt: skip
def test_buttons_timelines_and_quotations_are_no_posts(markup: str) -> None:
    assert parse_document(page(markup)).embeds == ()


def test_a_post_without_words_has_no_span() -> None:
    embed = only('<iframe src="https://truthsocial.com/@city/113977646169606601/embed"></iframe>')

    assert (embed.span, embed.words, embed.text) == (None, None, "")
    assert embed.anchor is not None


def test_the_markup_with_the_words_wins_over_the_empty_one() -> None:
    embed = only(f'<amp-twitter data-tweetid="{X_ID}"></amp-twitter>' + TWEET)

    assert embed.handle == "city"
    assert embed.text.startswith("The bridge is closed.")


def test_a_post_in_a_box_counts_only_inside_the_body() -> None:
    boxed = f'<div class="widget">{TWEET}</div>'

    assert len(parse_document(page(boxed)).embeds) == 1
    assert parse_document(page().replace("</article>", f"{boxed}</article>")).embeds == ()


def test_an_article_that_names_a_video_in_an_attribute_is_no_post() -> None:
    inside = f"<p>{BEFORE * 20}</p><p>{AFTER * 20}</p>"
    document = parse_document(f'<body><div data-src="https://www.youtube.com/embed/dQw4w9WgXcQ">{inside}</div></body>')

    assert len(document.body) == 2


@pytest.mark.parametrize(
    ("markup", "text", "handle"),
    [
        ('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@city/video/6718335390845095173"><section><p>Bridge closed</p><a>♬ sound - City</a></section></blockquote>', "Bridge closed", "city"),
        ('<div class="fb-post" data-href="https://www.facebook.com/city/posts/1234567890"><blockquote cite="https://www.facebook.com/city/posts/1234567890" class="fb-xfbml-parse-ignore"><p>Bridge closed...</p>Posted by <a href="#">City</a> on <a href="#">Friday, May 3, 2019</a></blockquote></div>', "Bridge closed...", "city"),
    ],
)  # fmt: skip
def test_what_a_platform_adds_is_no_part_of_the_words(markup: str, text: str, handle: str) -> None:
    embed = only(markup)

    assert (embed.text, embed.handle) == (text, handle)


def test_posts_of_vk_and_weibo_keep_their_own_addresses() -> None:
    vk = only("<p>https://m.vk.com/city?w=wall-12345_678%2Fall</p>")
    weibo = only(
        '<blockquote><p>The bridge is closed.</p><p>City <a href="https://weibo.com/1234567890/NhZaBcDeF?from=page">on Weibo</a>, 6 May</p></blockquote>'
    )

    assert vk.permalink == "https://vk.com/wall-12345_678"
    assert (weibo.permalink, weibo.author) == ("https://weibo.com/1234567890/NhZaBcDeF", "City")
    assert (weibo.text, weibo.printed_date) == ("The bridge is closed.", "6 May")
