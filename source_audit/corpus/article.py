"""One of many articles, and the forms in which a caller may hand it in."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from source_audit.api import ContentType

if TYPE_CHECKING:
    from bs4 import Tag


@frozen
class Article:
    """An article with the name under which it stands in a table; the rest is as `audit_article` takes it."""

    id: str
    markup: "str | bytes | os.PathLike[str] | Tag"
    url: str | None = field(default=None, kw_only=True)
    content_type: ContentType = field(default="auto", kw_only=True)
    published: date | None = field(default=None, kw_only=True)


Item: TypeAlias = "Article | str | os.PathLike[str] | tuple[str, str | bytes | os.PathLike[str] | Tag]"
"""A string alone is the path of a file; in a pair it is the article itself."""


def as_article(item: Item) -> Article:
    """Return the article that an item stands for; raises TypeError for a thing that is none."""
    match item:
        case Article():
            return item
        case str() | os.PathLike():
            return Article(os.fspath(item), Path(item))
        case (str(name), markup):
            return Article(name, markup)
    raise TypeError(f"an item is a path, a pair (id, markup) or an Article, not {type(item).__name__}")
