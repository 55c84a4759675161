"""An article goes in, an audit comes out."""

from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from source_audit.audit import Audit, run_audit
from source_audit.checks import catalogue
from source_audit.document import Genre
from source_audit.errors import OptionsError, nearest
from source_audit.extract import extract_reading
from source_audit.labels import label_sources
from source_audit.labels.lists import read_list
from source_audit.labels.ratings import rate_outlets
from source_audit.labels.ratings_file import read_ratings
from source_audit.options import Options
from source_audit.parse import parse_document
from source_audit.reply import Reply, read_replies, reply_beside
from source_audit.rubric import rubric

if TYPE_CHECKING:
    import os

    from bs4 import Tag

ContentType = Literal["auto", "html", "text"]


def audit_article(
    markup: "str | bytes | os.PathLike[str] | Tag",
    url: str | None = None,
    content_type: ContentType = "auto",
    published: date | None = None,
    options: Options | None = None,
) -> Audit:
    """Audit how an article shows where its information comes from.

    ``markup`` is the article itself as a string, its bytes, the path of a file, or a BeautifulSoup object.
    ``content_type`` "auto" takes it as HTML when a tag of HTML opens within the first 2,000 characters. ``url`` and
    ``published`` are used where the page does not say them itself. Nothing is ever fetched.

    Every span of the result is a half-open range of code points in ``audit.document.text``; for text that is the
    input, unchanged.

    Raises ArticleError if there is no article to read, OptionsError if an option does not exist.
    """
    options = options or Options()
    checks = catalogue()
    ids = [check.id for check in checks]
    if unknown := sorted(options.off.difference(ids)):
        raise OptionsError(
            f"there is no check {unknown[0]!r}{nearest(unknown[0], ids)}; `source-audit checks` lists them"
        )
    declared = [row for path in options.registers for row in read_list(Path(path))]
    ratings = tuple(read_ratings(Path(path), options.ratings_format) for path in options.ratings)
    replies = _replies(markup, options, ids)
    document = parse_document(
        markup, url=url, content_type=content_type, published=published, size_limit=options.size_limit
    )
    if options.genre:
        document = evolve(document, genre=Genre(value=options.genre, by="caller", confidence=1.0))
    reading = extract_reading(document)
    reading = evolve(reading, labelled=label_sources(reading, declared))
    rated = rate_outlets(reading, ratings, options.ratings_date)
    return run_audit(
        reading, checks, rubric(), off=options.off, made_on=options.made_on, ratings=rated, replies=replies
    )


def _replies(markup: object, options: Options, checks: list[str]) -> tuple[Reply, ...]:
    """Return the answers of the file that the caller names, or of the one beside the article."""
    beside = reply_beside(Path(markup)) if isinstance(markup, PathLike) else None
    path = Path(options.reply) if options.reply else beside
    return read_replies(path, checks) if path else ()
