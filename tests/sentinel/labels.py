"""Read the articles of the sentinel set with their labels: what every check should say of them, case by case."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import lxml.html
from attrs import frozen
from lxml import etree

from source_audit.answer import Status
from source_audit.document import Document
from source_audit.finding import Verdict
from source_audit.options import GENRES
from source_audit.parse import parse_document
from source_audit.span import Span

FOLDER = Path(__file__).parent
HALVES = ("open", "blind")
KNOWN = (
    "unidentified-speakers", "speaker-credentials", "attribution-placement", "unattributed-claims",
    "unsourced-statistics", "vague-collective-sources", "agentless-attribution", "secondhand-quotes",
    "headline-attribution", "quote-form-mix", "reporting-verbs", "anonymous-share", "anonymity-reason",
    "anonymous-description", "anonymous-opinion", "anonymous-lead", "anonymous-corroboration", "withheld-names",
    "unlabelled-advocates", "interested-sources-only", "outside-expert", "source-roles", "partisan-sources",
    "primary-source-links", "homepage-links", "link-mix", "broken-links", "quote-mismatch",
    "embed-author-unidentified", "unexplained-embed", "post-only-claim", "circular-embed", "embed-unverified",
    "embed-permalink", "few-sources", "single-source-story", "uncorroborated-claims", "echo-cluster",
    "right-of-reply", "release-overlap", "byline-and-date", "genre-and-method", "quote-integrity", "absent-voices",
    "dangling-reference",
)  # fmt: skip
"""Every check of the catalogue, whether it is built or not."""

_TOP = {"genre", "note", "status", "case"}
_CASE = {"check", "exact", "verdict", "why"}
_STATUSES = {status.value for status in Status if status is not Status.ERROR}
_GENRES = set(GENRES) - {"unknown"}


class LabelError(ValueError):
    """A label file cannot be used; the message names the file and everything that is wrong with it."""


@frozen(kw_only=True)
class LabelledCase:
    """One thing in an article and what a check should say of it."""

    check: str
    span: Span
    verdict: Verdict
    why: str


@frozen(kw_only=True)
class Labelled:
    """An article of the set, its genre, and what every check should answer; a check left out does not apply."""

    path: Path
    markup: str
    document: Document
    genre: str
    status: Mapping[str, Status]
    cases: tuple[LabelledCase, ...]

    @property
    def is_page(self) -> bool:
        """Whether the article is a page of HTML, not copied text."""
        return self.path.suffix == ".html"

    def expected(self, check: str) -> Status:
        """Return the status that a check should come to."""
        return self.status.get(check, Status.NOT_APPLICABLE)


def articles(half: str) -> list[Path]:
    """Return the articles of a half, in order of their names."""
    return sorted(path for path in (FOLDER / half).iterdir() if path.suffix in {".html", ".txt"})


def load(half: str) -> list[Labelled]:
    """Return the labelled articles of a half; raises LabelError for the first that cannot be used."""
    return [read_labels(path) for path in articles(half)]


def read_labels(path: Path) -> Labelled:
    """Return an article with the labels that lie beside it; raises LabelError if they cannot be used."""
    labels = path.with_suffix(".toml")
    try:
        table = tomllib.loads(labels.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LabelError(f"{labels.name}: {error}") from error
    markup = path.read_text(encoding="utf-8")
    document = parse_document(markup, content_type="html" if path.suffix == ".html" else "text")
    visible = _visible(markup) if path.suffix == ".html" else markup
    if wrong := list(_wrong(table, document.text, visible)):
        raise LabelError("\n  ".join([f"{labels.name}:", *wrong]))
    return Labelled(
        path=path,
        markup=markup,
        document=document,
        genre=table["genre"],
        status={check: Status(value) for check, value in table["status"].items()},
        cases=tuple(_case(row, document.text) for row in table.get("case", ())),
    )


def _case(row: Mapping[str, str], text: str) -> LabelledCase:
    """Return a labelled case; words of the page that the reader of pages leaves out stand behind the end of the text."""
    span = next(iter(places(row["exact"], text)), Span(len(text), len(text)))
    return LabelledCase(check=row["check"], span=span, verdict=Verdict(row["verdict"]), why=row.get("why", ""))


def places(words: str, text: str) -> list[Span]:
    """Return where these words stand; a run of white space is as good as any other."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [Span(*match.span()) for match in re.finditer(pattern, text)] if pattern else []


def _visible(markup: str) -> str:
    """Return the words that a page shows, whether they belong to the article or not."""
    root = lxml.html.document_fromstring(markup)
    etree.strip_elements(root, "head", "script", "style", with_tail=False)
    return " ".join(map(str, root.itertext()))


def _wrong(table: Mapping[str, Any], text: str, visible: str) -> Iterator[str]:
    yield from (f"unknown key {key!r}" for key in sorted(table.keys() - _TOP))
    if table.get("genre") not in _GENRES:
        yield f"genre {table.get('genre')!r} is none of {', '.join(sorted(_GENRES))}"
    if not isinstance(table.get("status"), dict):
        yield "there is no table [status]"
        return
    for check, status in table["status"].items():
        if check not in KNOWN:
            yield f"status: there is no check {check!r}"
        if status not in _STATUSES:
            yield f"status of {check}: {status!r} is none of {', '.join(sorted(_STATUSES))}"
    for number, row in enumerate(table.get("case", ()), start=1):
        yield from (f"case {number}: {fault}" for fault in _wrong_case(row, text, visible))


def _wrong_case(row: Mapping[str, str], text: str, visible: str) -> Iterator[str]:
    yield from (f"unknown key {key!r}" for key in sorted(row.keys() - _CASE))
    if row.get("check") not in KNOWN:
        yield f"there is no check {row.get('check')!r}"
    if row.get("verdict") not in set(Verdict):
        yield f"verdict {row.get('verdict')!r} is none of {', '.join(Verdict)}"
    words = row.get("exact", "")
    found = len(places(words, text)) or len(places(words, visible))
    if found != 1:
        yield f"the words {words!r} stand {found} times in the article's text, not once"
