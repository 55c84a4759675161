"""Speed beside a bare lxml parse of the same pages, in one run, and what it costs to import the package.

Methods take turns on each page, so that a machine that speeds up or slows down does so for all of them. Figures are
CPU time: for each page the least of the rounds, summed over the pages.
"""

import gzip
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib.resources import files
from pathlib import Path
from statistics import median
from unittest.mock import patch

import lxml.html

from source_audit import ArticleError, Audit, Options, audit_article, find_attributions, render_report
from source_audit.audit import run_audit
from source_audit.check import Check
from source_audit.extract import extract_reading
from source_audit.extract.model import loads
from source_audit.labels import label_sources
from source_audit.parse import parse_document
from source_audit.plugins import all_checks
from source_audit.reading import Reading
from source_audit.rubric import rubric

ROUNDS = 3
STAGE_ROUNDS = 6
"""More rounds for the stages, whose goals are in milliseconds: a machine that others use is seldom quiet."""
MOST_PEERS = 2
PARAGRAPH = (
    "The bridge over the Oster will be closed from May, Mayor Ana Ruiz said on Tuesday. “We looked at every pier, and two of "
    "them cannot wait for another winter,” she told reporters. Engineers at the county office had warned that the ice would "
    "come early, according to a report that was published in March. Two people who were at the talks said the money was there.\n\n"
)
PLAIN = PARAGRAPH * 8
BRIEF = 3_200
PAGE = 1.03
"""Milliseconds that lxml took for a page on the machine where the goals in milliseconds were set."""
IMPORTS = ["pass", "import attrs", "import attrs, lxml.html", "import source_audit", "import source_audit.api"]


def document(page: bytes) -> object:
    """HTML in to Document out."""
    return parse_document(page)


def audit(page: bytes) -> object:
    """HTML in to Audit out, no card."""
    return audit_article(page)


def card(page: bytes) -> object:
    """HTML in to card out."""
    return render_report(audit_article(page), "html")


METHODS: Mapping[str, Callable[[bytes], object]] = {
    "lxml.html.fromstring": lxml.html.fromstring,
    "page to document": document,
    "page to audit": audit,
    "page to audit and card": card,
}


def peers() -> dict[str, Callable[[bytes], object]]:
    """Other extractors, where they are installed."""
    found: dict[str, Callable[[bytes], object]] = {}
    with suppress(ImportError):
        import trafilatura  # type: ignore[import-not-found, unused-ignore]

        found["trafilatura.bare_extraction"] = lambda page: trafilatura.bare_extraction(page.decode("utf-8", "replace"))
    with suppress(ImportError):
        from newspaper import Article  # type: ignore[import-not-found, unused-ignore]

        def parsed(page: bytes) -> object:
            article = Article("https://paper.example/article", language="en", fetch_images=False)
            article.download(input_html=page.decode("utf-8", "replace"))
            return article.parse()

        found["newspaper4k, parse alone"] = parsed
    return found


def news(gold: Path) -> list[Path]:
    """Return the news pages of the gold data."""
    return sorted((gold / "pages" / "news").glob("*.html.gz"))


def measure(gold: Path) -> dict[str, float]:
    """Return the seconds of CPU time that each method takes for all pages of the gold data.

    Ours are those of the core alone, which asks trafilatura nothing where it is installed to be measured.
    """
    pages = [gzip.decompress(path.read_bytes()) for path in news(gold)]
    methods = {**METHODS, **peers()}
    totals = dict.fromkeys(methods, 0.0)
    with patch("source_audit.parse.fallback.find_spec", return_value=None):
        for page in pages:
            for name, seconds in _best(methods, page).items():
                totals[name] += seconds
    return totals


def _best(methods: Mapping[str, Callable[[bytes], object]], page: bytes) -> dict[str, float]:
    best = dict.fromkeys(methods, float("inf"))
    for _ in range(ROUNDS):
        for name, method in methods.items():
            begun = time.process_time()
            with suppress(ArticleError):
                method(page)
            best[name] = min(best[name], time.process_time() - begun)
    return best


def plain_text() -> list[tuple[int, float, float]]:
    """Return (characters, milliseconds, milliseconds with the card) for texts of about 10, 100 and 1,000 KB."""
    return [_both(PLAIN * factor) for factor in (4, 35, 345)]


def stages(texts: Sequence[str]) -> tuple[float, float, float, float]:
    """Return what stages take in milliseconds, each text the least of the rounds.

    Finding the attributions of 800 words, all checks of 800 words, the same with the grading, and the audit of the
    first `BRIEF` characters.
    """
    checks, rules, found, checked, asked = all_checks(), rubric(), 0.0, 0.0, 0.0
    for text in texts:
        found += min(_timed(partial(find_attributions, text, content_type="text")) for _ in range(STAGE_ROUNDS))
        readings = [_read(text) for _ in range(2 * STAGE_ROUNDS)]
        checked += min(_timed(partial(_checked, reading, checks)) for reading in readings[::2])
        asked += min(_timed(partial(run_audit, reading, checks, rules)) for reading in readings[1::2])
    share = 1000 * 800 / sum(len(text.split()) for text in texts)
    brief = [text[:BRIEF] for text in texts if len(text) >= BRIEF]
    audited = sum(
        min(_timed(partial(audit_article, text, content_type="text")) for _ in range(STAGE_ROUNDS)) for text in brief
    )
    return found * share, checked * share, asked * share, 1000 * audited / len(brief)


def _checked(reading: Reading, checks: Sequence[Check]) -> None:
    """Ask each check that is to be asked of such a text, to its last case."""
    for check in checks:
        if not rubric().excused(check, reading.document):
            tuple(check(reading))


def _read(text: str) -> Reading:
    """Return a reading of which nothing has been asked yet."""
    reading = extract_reading(parse_document(text, content_type="text"))
    return reading.but(labelled=label_sources(reading, []))


def _both(text: str) -> tuple[int, float, float]:
    options = Options(size_limit=2 * len(text.encode()) + 1)

    def audited() -> Audit:
        return audit_article(text, content_type="text", options=options)

    plain = median(_timed(audited) for _ in range(5))
    carded = median(_timed(lambda: render_report(audited())) for _ in range(3))
    return len(text), plain * 1000, carded * 1000


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def imports() -> dict[str, float]:
    """Return the median wall milliseconds of a fresh process for each import, interleaved."""
    seconds: dict[str, list[float]] = {statement: [] for statement in IMPORTS}
    for _ in range(7):
        for statement in IMPORTS:
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", statement], check=True)
            seconds[statement].append(time.perf_counter() - begun)
    return {statement: median(values) * 1000 for statement, values in seconds.items()}


def model_load() -> float:
    """Return the median milliseconds that reading the attribution model takes."""
    text = (files("source_audit") / "data" / "attribution_model.json").read_text(encoding="utf-8")
    return 1000 * median(_timed(lambda: loads(text)) for _ in range(7))
