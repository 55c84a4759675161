"""Memory beside a bare lxml parse: how much a process that has read pages before grows over the largest ones.

The high-water mark of a process never falls, so that each method has a process of its own.
"""

import gzip
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import lxml.html

from source_audit import ArticleError, audit_article, render_report
from tests.bench.speed import news

LARGEST = 8
_SMALL = 60_000
"""Pages of fewer bytes are read first, so that tables, patterns and caches are there."""
_STATUS = Path("/proc/self/status")
_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024

METHODS: Mapping[str, Callable[[bytes], object]] = {
    "lxml.html.fromstring": lxml.html.fromstring,
    "page to audit": audit_article,
    "page to audit and card": lambda page: render_report(audit_article(page)),
}


def measure(gold: Path) -> dict[str, float]:
    """Return by how many megabytes the peak of a process rises that reads the largest pages, by method."""
    found = {}
    for method in METHODS:
        command = [sys.executable, "-m", "tests.bench.memory", str(gold), method]
        found[method] = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _grown(gold: Path, method: str) -> float:
    pages = sorted((gzip.decompress(path.read_bytes()) for path in news(gold)), key=len)
    for page in pages:
        if len(page) < _SMALL:
            with suppress(ArticleError):
                render_report(audit_article(page))
    before = _peak()
    for page in pages[-LARGEST:]:
        with suppress(ArticleError):
            METHODS[method](page)
    return _peak() - before


def _peak() -> float:
    """Return the peak of this process in megabytes; on Linux the other figure begins with that of the parent."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


if __name__ == "__main__":
    print(_grown(Path(sys.argv[1]), sys.argv[2]))
