"""An article goes in, an audit comes out."""

from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from source_audit.audit import Audit, run_audit
from source_audit.document import Genre
from source_audit.extract import extract_reading, find_statements
from source_audit.labels import label_sources
from source_audit.labels.lists import read_list
from source_audit.labels.ratings import rate_outlets
from source_audit.labels.ratings_file import read_ratings
from source_audit.lexicon import adding
from source_audit.options import Options
from source_audit.parse import parse_document
from source_audit.parse.supplied import read_supplied
from source_audit.plugins import all_checks, plugins_of
from source_audit.reply import Reply, read_replies, reply_beside
from source_audit.rubric import rubric
from source_audit.tuning import added_words, tuned

if TYPE_CHECKING:
    import os

    from bs4 import Tag

    from source_audit.reading import Reading
    from source_audit.supplied import Visit

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
    ``published`` are used where the page does not say them itself. Nothing is fetched unless ``options.online`` asks
    that links are visited.

    Every span of the result is a half-open range of code points in ``audit.document.text``; for text that is the
    input, unchanged.

    Raises ArticleError if there is no article to read, OptionsError if an option does not exist or cannot be, or a file
    that it names cannot be read, and CatalogueError if an installed plug-in is wrong.
    """
    options = options or Options()
    checks = all_checks(plugins=options.plugins)
    rules = tuned(rubric(), checks, options)
    declared = [row for path in options.registers for row in read_list(Path(path))]
    ratings = tuple(read_ratings(Path(path), options.ratings_format) for path in options.ratings)
    replies = _replies(markup, options, [check.id for check in checks])
    document = parse_document(
        markup, url=url, content_type=content_type, published=published, size_limit=options.size_limit
    )
    if options.genre:
        document = document.but(genre=Genre(value=options.genre, by="caller", confidence=1.0))
    with adding(added_words(options)):
        reading = extract_reading(document)
        reading = reading.but(
            labelled=label_sources(reading, declared),
            against=read_supplied(options.against, options.size_limit),
            releases=read_supplied(options.release, options.size_limit),
        )
        if options.online and "broken-links" not in options.off:
            reading = reading.but(visits=_visits(reading, options))
        rated = rate_outlets(reading, ratings, options.ratings_date)
        audit = run_audit(
            reading, checks, rules, off=options.off, made_on=options.made_on, ratings=rated, replies=replies
        )
    return evolve(audit, plugins=plugins_of(checks))


def find_attributions(
    markup: "str | bytes | os.PathLike[str] | Tag", url: str | None = None, content_type: ContentType = "auto"
) -> "Reading":
    """Find who says what in an article, and no more: the quick way for programs that need no checks and no score.

    The result holds ``document``, ``attributions``, ``sources``, ``sentences`` and ``names``; its spans are half-open
    ranges of code points in ``document.text``. What only checks look at (origins, links, claims …) is left empty.
    ``markup``, ``url``, ``content_type`` and the errors are those of `audit_article`.
    """
    return find_statements(parse_document(markup, url=url, content_type=content_type, settle_genre=False))


def _visits(reading: "Reading", options: Options) -> "tuple[Visit, ...]":
    """Visit the links that stand with a statement or a document, and saved copies of theirs that the article links.

    Only this imports what can open a socket.
    """
    from source_audit.online import visit_all  # noqa: PLC0415 - the network stays shut unless it is asked for

    cited = {link.target for link in reading.cited_links}
    saved = [link for link in reading.document.links if link.via == "archive" and link.target in cited]
    return visit_all([link.href for link in (*reading.cited_links, *saved)], allow_private=options.allow_private)


def _replies(markup: object, options: Options, checks: list[str]) -> tuple[Reply, ...]:
    """Return the answers of the file that the caller names, or of the one beside the article."""
    beside = reply_beside(Path(markup)) if isinstance(markup, PathLike) else None
    path = Path(options.reply) if options.reply else beside
    return read_replies(path, checks) if path else ()
