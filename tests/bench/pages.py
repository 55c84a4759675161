"""How well and how fast pages are read, on the gold data's news pages: ``python tests/bench/pages.py``."""

import gzip
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from lxml import html

from source_audit.document import BODY_KINDS, BlockKind, Document
from source_audit.errors import ArticleError
from source_audit.parse import parse_document
from tests.bench import links, metadata

TUNED_ON = "01234567"
SHINGLE = 4
ROUNDS = 3
_TOKEN = re.compile(r"\w+")
Counts = tuple[float, float, float]


def gold_folder() -> Path | None:
    """Return where the gold data is, if it is there."""
    place = os.environ.get("SOURCE_AUDIT_GOLD")
    return Path(place) if place and (Path(place) / "pages" / "news_truth.json").is_file() else None


def measure(gold: Path) -> dict[str, Any]:
    """Return accuracy and speed over all the news pages."""
    truth, pages = read(gold)
    return {**_accuracy(truth, pages), "speed": _speed(pages, truth)}


def measure_accuracy(gold: Path) -> dict[str, Any]:
    """Return accuracy over all the news pages, that of the body also for the pages tuned on and for the others."""
    return _accuracy(*read(gold))


def read(gold: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what is true of the news pages, and the pages, by their ids."""
    truth = json.loads((gold / "pages" / "news_truth.json").read_text(encoding="utf-8"))
    return truth, {name: gzip.decompress((gold / "pages" / "news" / f"{name}.html.gz").read_bytes()) for name in truth}


def _accuracy(truth: dict[str, Any], pages: dict[str, bytes]) -> dict[str, Any]:
    documents = {name: _parsed(page, truth[name]["url"]) for name, page in pages.items()}
    tuned = {name for name in truth if name[0] in TUNED_ON}
    return {
        "pages": len(truth),
        "body": _body(documents, truth, truth.keys()),
        "body 0-7": _body(documents, truth, tuned),
        "body 8-f": _body(documents, truth, truth.keys() - tuned),
        **_links(documents, truth, pages, tuned),
        "embeds": _embeds(documents, truth),
        "blockquotes": _blockquotes(documents, truth),
        "metadata": metadata.measure(documents, truth.keys()),
        "metadata 8-f": metadata.measure(documents, truth.keys() - tuned),
    }


def _links(
    documents: dict[str, Document | None], truth: dict[str, Any], pages: dict[str, bytes], tuned: set[str]
) -> dict[str, Any]:
    whole, boxed = links.accuracy(documents, truth, truth), links.in_boxes(documents, truth, pages)
    return {
        "links": whole,
        "links 0-7": links.accuracy(documents, truth, tuned),
        "links 8-f": links.accuracy(documents, truth, truth.keys() - tuned),
        "links outside boxes": links.without(whole, boxed),
        "links in boxes": [f"{name[:8]}: {count} in a {kind}" for name, kind, count in boxed],
    }


def page_counts(document: Document | None, body: str) -> Counts:
    """Return true positive, false positive and false negative shares of one page's shingles."""
    found, wanted = _shingles(body_text(document)), _shingles(body)
    right = sum((found & wanted).values())
    wrong, missed = sum(found.values()) - right, sum(wanted.values()) - right
    total = (right + wrong + missed) or 1
    return right / total, wrong / total, missed / total


def body_text(document: Document | None) -> str:
    """Return the article's text with its posts, which the gold data counts as body."""
    if document is None:
        return ""
    kinds = BODY_KINDS | {BlockKind.EMBED}
    return "\n".join(block.span.of(document.text) for block in document.blocks if block.kind in kinds)


def _parsed(page: bytes, url: str) -> Document | None:
    try:
        return parse_document(page, url=url, content_type="html")
    except ArticleError:
        return None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in range(max(1, len(tokens) - SHINGLE + 1)))


def _body(documents: dict[str, Document | None], truth: dict[str, Any], names: Iterable[str]) -> dict[str, float]:
    counts = [page_counts(documents[name], truth[name]["body"]) for name in names]
    precision = mean(right / (right + wrong) for right, wrong, _ in counts if right + wrong)
    recall = mean(right / (right + missed) for right, _, missed in counts if right + missed)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _embeds(documents: dict[str, Document | None], truth: dict[str, Any]) -> dict[str, int]:
    wanted = {(name, post["platform"], post["id"]) for name in truth for post in truth[name]["embeds"]}
    found = [
        (name, embed.platform, embed.post_id)
        for name, document in documents.items()
        for embed in (document.embeds if document else ())
    ]
    extra = len(found) - len(set(found) & wanted)
    return {"found": len(set(found) & wanted), "wanted": len(wanted), "extra": extra}


def _blockquotes(documents: dict[str, Document | None], truth: dict[str, Any]) -> dict[str, int]:
    found = wanted = 0
    for name, document in documents.items():
        quoted = "".join(_quoted(document))
        wanted += len(truth[name]["blockquotes"])
        found += sum("".join(_TOKEN.findall(quote))[:60] in quoted for quote in truth[name]["blockquotes"])
    return {"found": found, "wanted": wanted}


def _quoted(document: Document | None) -> Sequence[str]:
    blocks = document.blocks_of(BlockKind.BLOCKQUOTE) if document else ()
    return [token for block in blocks for token in _TOKEN.findall(block.span.of(document.text if document else ""))]


def _speed(pages: dict[str, bytes], truth: dict[str, Any]) -> dict[str, float]:
    """Return the cost of a parse in bare lxml parses: least CPU time of each page over the rounds, summed."""
    bare: dict[str, float] = {}
    whole: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, page in pages.items():
            start = time.process_time()
            html.fromstring(page)
            middle = time.process_time()
            _parsed(page, truth[name]["url"])
            end = time.process_time()
            bare[name] = min(bare.get(name, 9e9), middle - start)
            whole[name] = min(whole.get(name, 9e9), end - middle)
    total, base = sum(whole.values()), sum(bare.values())
    return {
        "times lxml": round(total / base, 2),
        "ms a page": round(1000 * total / len(pages), 2),
        "lxml ms a page": round(1000 * base / len(pages), 2),
    }


def main() -> int:
    """Print the figures as JSON, or say that the gold data is absent."""
    gold = gold_folder()
    if gold is None:
        print("The gold data is not here: set SOURCE_AUDIT_GOLD to its folder.")
        return 1
    print(json.dumps(measure(gold), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
