"""Makes a Document of an article, whatever form it comes in."""

from datetime import date

from source_audit.document import Document, Stated
from source_audit.errors import ArticleError
from source_audit.parse.genre import settled_genre
from source_audit.parse.intake import Markup, take_in
from source_audit.parse.plain import read_plain

__all__ = ["parse_document"]

_SIZE_LIMIT = 10_000_000


def parse_document(  # noqa: PLR0913 - what a caller may know of an article
    markup: Markup,
    *,
    url: str | None = None,
    content_type: str = "auto",
    published: date | None = None,
    size_limit: int = _SIZE_LIMIT,
    settle_genre: bool = True,
) -> Document:
    """Return the article in *markup*: text or HTML as str (never a path), bytes, a path, or a BeautifulSoup object.

    ``url`` and ``published`` are what the caller knows of the article; ``content_type`` is "auto", "html" or "text".
    Without ``settle_genre`` the kind of text is told only where a label states it: else every sentence is looked at.
    Raises ArticleError where there is no article to read and OptionsError for a content type that does not exist.
    """
    intake = take_in(markup, content_type, size_limit)
    if intake.kind == "text":
        document = read_plain(intake)
    else:
        from source_audit.parse.page import read_page  # noqa: PLC0415 - lxml is slow to import, and text needs none

        document = read_page(intake, url)
    if not (document.body or document.embeds):
        raise ArticleError("no article text was found; give the page's whole HTML, or the article's text")
    if url:
        document = document.but(url=Stated(value=url, origin="caller"))
    if published:
        document = document.but(published=Stated(value=published.isoformat(), origin="caller"))
    genre = settled_genre(document) if settle_genre else document.genre
    return document if genre is document.genre else document.but(genre=genre)
