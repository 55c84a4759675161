"""The kind of article that its manner of telling shows: explainer, investigation, column, brief, news report.

Layout and wordings that state the kind go first (`parse.form`). Here several signs must come together, so that the
genre is never surer than `_LIKELY`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from source_audit.document import Block, BlockKind, Document, Genre
from source_audit.parse.wordings import first_of, genre_shown_by, phrases
from source_audit.span import Span

_LIKELY, _MAYBE = 0.7, 0.6
_ASKS = re.compile(
    r"(?:what|who|which|where|when|how|why)(?: (?:much|many|long|often|big|far)\b(?: \w{2,12})?)?"
    r"(?: (?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|should|counts|happens|pays)\b|['’]s\b)",
    re.IGNORECASE,
)
_LEAST_QUESTIONS = 2
_LONGEST_QUESTION = 120
_QUOTED = re.compile(r"“[^”“]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^’‘]*(?:’(?!\w)|$)")
_TELLER = re.compile(r"\bI\b")
_LEAST_TELLER = 3
_LEAST_VIEWS, _LEAST_TOLD = 2, 2
_LONGEST_BRIEF = 150
_LONGEST_BULLETIN = 250
_LEAST_SIGNS = 3


def genre_by_manner(document: Document) -> Genre | None:
    """Return the genre that the manner of telling shows, or None."""
    if not document.body:
        return None
    return next(filter(None, (shows(document) for shows in _MANNERS)), None)


def _explainer(document: Document) -> Genre | None:
    """Return the genre of a text that answers questions: its title says so, or asks, and so do its headings."""
    titles = [*document.blocks_of(BlockKind.HEADLINE)] or list(document.blocks[:1])
    if named := first_of("explainer_headlines", document, titles):
        return genre_shown_by("explainer", _LIKELY, document, named)
    asked = [block.span for block in titles if _ASKS.match(document.text, block.span.start)]
    asked += [block.span for block in document.body if _is_question(document.text, block)]
    return genre_shown_by("explainer", _LIKELY, document, asked) if len(asked) > _LEAST_QUESTIONS else None


def _is_question(text: str, block: Block) -> bool:
    start, end = block.span.start, block.span.end
    return end - start <= _LONGEST_QUESTION and text[end - 1] == "?" and bool(_ASKS.match(text, start))


def _investigation(document: Document) -> Genre | None:
    """Return the genre of a text that tells of its own inquiry: that there was one, and what it rests on."""
    told = first_of("inquiries", document, document.body)
    rests = first_of("inquiry_rests_on", document, document.body) if told else []
    return genre_shown_by("investigation", _LIKELY, document, [told[0], *rests]) if rests else None


def _column(document: Document) -> Genre | None:
    """Return the genre of a text whose author speaks for themselves and says what should be."""
    if not _tells_of_self(document):
        return None
    parts = (part for block in document.body for part in _outside_quotations(document.text, block))
    views = [view for part in parts for view in phrases("views").find(document.text, part)]
    return genre_shown_by("opinion", _MAYBE, document, views) if len(views) >= _LEAST_VIEWS else None


def _bulletin(document: Document) -> Genre | None:
    """Return the genre of a short text of results, prices or weather."""
    if document.words >= _LONGEST_BULLETIN:
        return None
    for name in ("results", "markets", "weather"):
        signs = {span.of(document.text).lower(): span for span in _all_of(name, document)}
        if len(signs) >= _LEAST_SIGNS and first_of(name, document, document.body[:1]):
            return genre_shown_by("brief", _MAYBE, document, list(signs.values()))
    return None


def _report(document: Document) -> Genre | None:
    """Return the genre of a text that tells in the third person what others said, by its length."""
    short = document.words < _LONGEST_BRIEF
    told = list(islice(_all_of("telling", document), _LEAST_TOLD))
    if len(told) < (1 if short else _LEAST_TOLD) or _tells_of_self(document):
        return None
    value = "brief" if short else "news-report"
    return Genre(value=value, by="manner", confidence=_MAYBE, spans=tuple(told))


def _tells_of_self(document: Document) -> bool:
    """Tell whether the author stands in several paragraphs as "I"."""
    if document.text.count("I") < _LEAST_TELLER or not document.text.count(" I "):
        return False
    blocks = [block for block in document.body if _TELLER.search(document.text, block.span.start, block.span.end)]
    return len(blocks) >= _LEAST_TELLER and sum(map(partial(_told_by_self, document), blocks)) >= _LEAST_TELLER


def _told_by_self(document: Document, block: Block) -> bool:
    parts = _outside_quotations(document.text, block)
    return any(_TELLER.search(document.text, part.start, part.end) for part in parts)


def _all_of(name: str, document: Document) -> Iterator[Span]:
    for block in document.body:
        yield from phrases(name).find(document.text, block.span)


def _outside_quotations(text: str, block: Block) -> Iterator[Span]:
    """Yield the stretches of a block that stand outside quotation marks."""
    place = block.span.start
    for quoted in _QUOTED.finditer(text, place, block.span.end):
        yield Span(place, quoted.start())
        place = quoted.end()
    yield Span(place, block.span.end)


_MANNERS: Sequence[Callable[[Document], Genre | None]] = (_explainer, _investigation, _column, _bulletin, _report)
