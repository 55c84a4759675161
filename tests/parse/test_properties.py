"""What holds for any text and any page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from source_audit.document import Document
from source_audit.errors import ArticleError
from source_audit.parse import parse_document

_WORDS = st.sampled_from(
    ["The council", "said:", "“Yes,”", "— A (@a)", "May 5, 2020", "WATCH:", "\u26a1", "By Jane Doe", "\n", "\n\n", "\r\n", "•",
     "\u200b", "\0", "\ufeff", "…", "https://x.com/a/status/1050118621198921728", "pic.twitter.com/AbCd", "News", ".", "x" * 90]
)  # fmt: skip
_TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<a href='/x'>", "<a href='https://b.example/y'>", "</a>", "<br>", "<li>", "<ul>",
     "<blockquote>", "</blockquote>", "<blockquote class='twitter-tweet'>", "<h1>", "</h1>", "<h2>", "<b>", "</b>", "<figure>",
     "<figcaption>", "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'>", "</iframe>", "<div class='related'>",
     "<script>", "</script>", "<table><tr><td>", "&shy;", "&nbsp;", "&#0;", "<span class=dropcap>", "</span>", "<article>",
     "<a href='https://twitter.com/a/status/1050118621198921728'>", " "]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS, max_size=25).map("\n".join)
)
PAGES = st.lists(st.one_of(_TAGS, _WORDS, st.text(max_size=20)), max_size=50).map("".join)


def parsed(markup: str, content_type: str) -> Document | None:
    try:
        return parse_document(markup, content_type=content_type, url="https://paper.example/a")
    except ArticleError:
        return None


def check_spans(document: Document) -> None:
    """Blocks stand in order, apart and trimmed; every span slices; posts and links stand inside blocks."""
    for earlier, later in pairwise(document.blocks):
        assert earlier.span.end <= later.span.start
    for block in document.blocks:
        text = block.span.of(document.text)
        assert len(text) == len(block.span) > 0
        assert text == text.strip()
    spans = [block.span for block in document.blocks]
    for link in document.links:
        assert link.span.of(document.text) == link.text != ""
        assert link.href.startswith(("https://", "http://"))
        assert any(span.contains(link.span) for span in spans)
    for embed in document.embeds:
        assert embed.span is None or embed.span in spans
        for part in filter(None, (embed.words, embed.signature)):
            assert embed.span is not None
            assert embed.span.contains(part)
        assert embed.words is None or embed.words.of(document.text) == embed.text
        assert embed.anchor is None or embed.anchor in spans
    for stated in filter(None, (document.title, document.published, document.section, *document.authors)):
        assert stated.span is None or len(stated.span.of(document.text)) > 0


@given(TEXTS)
def test_any_text_is_read_and_kept(text: str) -> None:
    document = parsed(text, "text")

    if document is not None:
        assert document.text == text
        check_spans(document)
        inside = [block.span for block in document.blocks]
        outside = [char for at, char in enumerate(text) if not any(span.start <= at < span.end for span in inside)]
        assert all(char.isspace() or char in "\0\ufeff\u200b\u200c\u200d\u200e\u200f\u2060" for char in outside)


@given(PAGES)
def test_any_page_is_read(page: str) -> None:
    document = parsed(page, "html")

    if document is not None:
        check_spans(document)
        assert not set(document.text) & set("\0\u200b\u00ad\ufeff")


@given(st.one_of(TEXTS, PAGES))
def test_the_same_input_gives_the_same_document(markup: str) -> None:
    assert parsed(markup, "auto") == parsed(markup, "auto")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = parse_document(data)
    except ArticleError:
        return
    check_spans(document)
