"""Many articles: audited one after the other or by several processes, one row each, whatever is wrong with one."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from source_audit.api import audit_article
from source_audit.corpus.article import Article, Item, as_article
from source_audit.corpus.row import Row
from source_audit.corpus.table import write_csv
from source_audit.corpus.workers import audit_in_parallel, audit_one
from source_audit.options import Options
from source_audit.plugins import all_checks

__all__ = ["Article", "Row", "audit_many", "write_csv"]


def audit_many(items: Iterable[Item], *, workers: int = 1, options: Options | None = None) -> Iterator[Row]:
    """Yield one row per article, in the order of *items*.

    An item is a path, a pair (id, markup) as `audit_article` takes it, or an Article. Items are taken one by one as
    they are needed, so that a generator over millions is no burden. An article that cannot be audited becomes a row
    with its error. Several *workers* are processes that import the caller's main module, which therefore needs its
    ``if __name__ == "__main__":``; their number never changes a row.

    Raises OptionsError for options that no article could be audited with.
    """
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    options = options or Options()
    audit_article("Nothing.", content_type="text", options=options)  # raises if the options are at fault
    added = tuple(check.id for check in all_checks(plugins=options.plugins) if check.package)
    articles = (as_article(item) for item in items)
    one_by_one = workers == 1
    rows = (audit_one(a, options) for a in articles) if one_by_one else audit_in_parallel(articles, workers, options)
    return (evolve(row, added=added) for row in rows) if added else rows
