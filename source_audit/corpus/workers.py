"""Audits by several processes: a bounded window of articles in flight, and a dead worker costs one row."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from attrs import define, field

from source_audit.api import audit_article
from source_audit.corpus.article import Article
from source_audit.corpus.row import Row
from source_audit.options import Options

_IN_FLIGHT = 2
"""How many articles per worker are handed out before the first of them has to be ready."""

_LONGEST = 400
_DIED = "WorkerDied: the process that read this article ended without an answer"


def audit_one(article: Article, options: Options) -> Row:
    """Return the row of one article, whatever is wrong with it."""
    try:
        audit = audit_article(
            article.markup,
            url=article.url,
            content_type=article.content_type,
            published=article.published,
            options=options,
        )
    except Exception as error:
        return _failed(article, error)
    return Row(id=article.id, audit=audit)


def audit_in_parallel(articles: Iterable[Article], workers: int, options: Options) -> Iterator[Row]:
    """Yield the rows of *articles*, in their order, made by *workers* processes."""
    crew = _Crew(workers=workers, options=options)
    try:
        for article in articles:
            crew.take(article)
            if crew.is_full:
                yield crew.next_row()
        while crew.window:
            yield crew.next_row()
    finally:
        crew.pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Return a pool of fresh processes: a fork would inherit the caller's threads and locks."""
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


@define(kw_only=True)
class _Crew:
    """A pool of workers with the articles that they have in hand, in order; a broken pool is replaced."""

    workers: int
    options: Options
    pool: ProcessPoolExecutor = field(init=False)
    window: deque[tuple[Article, Future[Row]]] = field(init=False, factory=deque)

    def __attrs_post_init__(self) -> None:
        self.pool = _pool(self.workers)

    @property
    def is_full(self) -> bool:
        return len(self.window) >= _IN_FLIGHT * self.workers

    def take(self, article: Article) -> None:
        """Hand an article to the pool."""
        try:
            future = self.pool.submit(audit_one, article, self.options)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self.window.append((article, future))

    def next_row(self) -> Row:
        """Return the row of the article that was taken first."""
        article, future = self.window[0]
        if _is_lost(future):
            self._recover()
            article, future = self.window[0]
        self.window.popleft()
        try:
            return future.result()
        except Exception as error:  # what cannot be sent to a worker or back
            return _failed(article, error)

    def _recover(self) -> None:
        """Audit what was lost with a broken pool again, one by one, so that the article at fault shows."""
        self.pool.shutdown(cancel_futures=True)
        alone = _pool(1)
        recovered: deque[tuple[Article, Future[Row]]] = deque()
        for article, future in self.window:
            if not _is_lost(future):
                recovered.append((article, future))
                continue
            again = alone.submit(audit_one, article, self.options)
            if _is_lost(again):
                alone.shutdown()
                alone = _pool(1)
                again = Future()
                again.set_result(Row(id=article.id, error=_DIED))
            recovered.append((article, again))
        alone.shutdown()
        self.window = recovered
        self.pool = _pool(self.workers)


def _is_lost(future: "Future[Row]") -> bool:
    """Wait for a future and tell whether its process died under it."""
    return isinstance(future.exception(), BrokenProcessPool)


def _failed(article: Article, error: Exception) -> Row:
    message = " ".join(str(error).split())[:_LONGEST]
    return Row(id=article.id, error=f"{type(error).__name__}: {message}" if message else type(error).__name__)
