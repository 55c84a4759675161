"""Section labels, and the kind of article that a page's data, its labels, its address or its site state."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from attrs import evolve

from source_audit.document import Block, BlockKind, Document, Genre, Stated
from source_audit.parse.form import genre_by_form
from source_audit.parse.manner import genre_by_manner
from source_audit.resources import data
from source_audit.span import Span
from source_audit.web.addresses import path_of
from source_audit.web.hosts import site_of

_LONGEST_LABEL = 30
_SURE_OF_JSON_LD = 0.95
_SURE_OF_ADDRESS = 0.7
_SURE_OF_SITE = 0.9
_LEAST_OF_HEADLINE = 0.8
_MOST_OF_LABEL = 4
_MOST_PARTS = 6
_PARTS = re.compile(r"[:.]\s|\s[·|•–—-]\s")
_HEAD = re.compile(r"[\[(]?[^:|\[\]()–—]{3,30}(?:[\])](?=:?\s)|(?=:\s|\s?\||\s[–—-]\s))")
_TAIL = re.compile(
    r"(?<=\|)[^:|]{3,30}$|[\[(][^\[\]()]{3,30}[\])]$|(?<=\s[–—-]\s)[^:|–—]{3,30}$|(?<=:\s)[^:|–—]{3,30}$"
)
_ARTICLE = re.compile(r"^(?:an?|the)\s")
_PAIR = re.compile(
    r"([A-Z][A-Za-z-]{2,14}(?:\s[A-Za-z-]{2,14})?)\s?(?:&|\band\b|/)\s?([A-Za-z-]{2,14}(?:\s[A-Za-z-]{2,14})?)"
)
_DIGIT = re.compile(r"\d")
_MOST_SHOUTED = 1
_MOST_OF_FORM = 2
_SET_OFF = "|[("
_OWN = frozenset({"caller", "json-ld"})
_NEWSY = frozenset({"news", "live", "people", "interviews", "views", "briefs", "profile", "comment"})
_NO_MORE_THAN_NEWS = frozenset({"news-report", "opinion"})


def is_label(line: str) -> bool:
    """Tell whether a line is a section's name or a label such as "Opinion"."""
    key = _key(line)
    if key in data("credits")["desk_lines"]:
        return False
    known = key in _sections() or key.removesuffix(" news") in _sections() or key in data("labels")["genres"]
    return len(line) <= _LONGEST_LABEL and (known or _is_composed(key) or _is_pair(line))


def is_late_label(line: str) -> bool:
    """Tell whether a line below a headline is a label: there a word that pages print on buttons is none."""
    return is_label(line) and _key(line) not in _words("buttons")


def is_shouted_label(line: str) -> bool:
    """Tell whether a line over a headline is a word in capitals, and not the name of a paper: "WATERFRONT"."""
    words = line.strip(" :|·").split()
    if not (1 <= len(words) <= _MOST_SHOUTED and line.isupper() and len(line) <= _LONGEST_LABEL) or _DIGIT.search(line):
        return False
    papers = _words("paper_words")
    return words[0] != "THE" and line[-1] not in ".!?," and not any(word.lower() in papers for word in words)


def reads_like_label(line: str) -> bool:
    """Tell whether a line above a headline is a label by its last word: "Highland news", "SCIENCE DESK"."""
    *names, last = line.lower().split() or [""]
    named = 1 <= len(names) <= _MOST_OF_FORM and names[0] != "the" and line[0].isupper()
    return named and last in _words("label_ends") and len(line) <= _LONGEST_LABEL and not _DIGIT.search(line)


def may_be_label(line: str) -> bool:
    """Tell whether a line right above a headline could be a label: a word or two with a capital, no name of a paper."""
    words = line.split()
    if not 1 <= len(words) <= _MOST_OF_FORM or len(line) > _LONGEST_LABEL or _DIGIT.search(line):
        return False
    apart = line[0].isupper() and line[-1] not in ".,:;?!" and words[0].lower() != "the"
    return apart and words[-1].lower() not in _words("paper_words")


def label_in_headline(headline: str) -> Span | None:
    """Return the label with which a headline begins or ends ("Court report: …", "[Opinion] …", "… | Sport"), or None.

    The name of a section counts only where it is set off by more than a colon, which may as well follow a topic.
    """
    for match in filter(None, (_HEAD.match(headline), _TAIL.search(headline))):
        words = match[0].strip()
        key = _key(words)
        beside = headline[max(match.start() - 1, 0) : match.start() + 1] + headline[match.end() - 1 : match.end() + 2]
        apart = any(sign in beside for sign in _SET_OFF) or (words.isupper() and len(words) > _MOST_OF_LABEL)
        sure = key in data("labels")["genres"] or (_is_composed(key) and key.split()[-1] in _words("label_kinds"))
        if is_label(words) and (apart or sure):
            start = match.start() + match[0].index(words)
            return Span(start, start + len(words))
    return None


def _is_composed(key: str) -> bool:
    """Tell whether words make a label: the last is one for a kind of text or a section, the others go before such."""
    words = key.replace("&", " & ").replace("q & a", "q&a").split()
    heads, before = _words("label_heads"), _words("label_words")
    if (
        not 2 <= len(words) <= _MOST_OF_LABEL
        or words[-1] not in heads
        or not all(word in before for word in words[:-1])
    ):
        return False
    is_menu = words[0] == "home" or (len(words) > 2 and all(word == "news" or word in _sections() for word in words))
    return not is_menu


def _is_pair(line: str) -> bool:
    """Tell whether a line joins a section's name with another name: "Politics & council", "Ports and Shipping"."""
    parts = _PAIR.fullmatch(line.strip())
    return parts is not None and not _sections().isdisjoint(part.lower() for part in parts.groups())


def is_section(line: str) -> bool:
    """Tell whether a line is the name of a section that says no more than "news"."""
    stated = data("labels")["genres"].get(_key(line))
    return is_label(line) and (not stated or stated[0] == "news-report")


def states_genre(line: str) -> bool:
    """Tell whether a short line begins with a label that states a genre: "Sponsored content · Paid for by Acme"."""
    entry = data("labels")["genres"].get(_key(_first_part(line)))
    return bool(entry) and entry[1] >= _LEAST_OF_HEADLINE


def _first_part(label: str) -> str:
    parts = _PARTS.split(label, maxsplit=1)
    return parts[0] if len(parts) > 1 else ""


def genre_of_label(label: str, by: str, span: Span | None = None) -> Genre | None:
    """Return the genre that a label states, or None; *span* is where it stands."""
    table = data("labels")["genres"]
    key = _key(label)
    entry = (
        table.get(key)
        or table.get(_key(_first_part(label)))
        or table.get(_ARTICLE.sub("", key))
        or (_of_composed(key) if _is_composed(key) else None)
    )
    if not entry:
        return None
    return Genre(value=entry[0], by=by, confidence=entry[1], words=label, spans=(span,) if span else ())


def _of_composed(key: str) -> Sequence[Any] | None:
    """Return what the last or the first word of a label says of the genre ("theatre review", "letters page")."""
    table, words = data("labels")["genres"], key.split()
    found = (table.get(word) for word in (words[-1], words[0], " ".join(words[-2:])) if word not in _NEWSY)
    return next(filter(None, found), None)


def genre_of_section(section: Stated, blocks: Sequence[Block]) -> Genre | None:
    """Return the genre that a visible section states; one at the end of a headline must be sure."""
    if section.span is None:
        return None
    found = genre_of_label(section.value, "label", section.span)
    heads = (block.span for block in blocks if block.kind is BlockKind.HEADLINE)
    inside = any(section.span.overlaps(head) for head in heads)
    if found is None or not inside:
        return found
    return evolve(found, by="headline") if found.confidence >= _LEAST_OF_HEADLINE else None


def genre_of_types(types: Iterable[str]) -> Genre | None:
    """Return the genre that schema.org types state, or None; the plain NewsArticle states none."""
    table = data("labels")["json_ld"]
    found = next((name for name in types if name in table), None)
    return Genre(value=table[found], by="json-ld", confidence=_SURE_OF_JSON_LD, words=found) if found else None


def settled_genre(document: Document) -> Genre:
    """Return the genre of a document: what is stated, and where that is no more than news, what else shows it."""
    stated = document.genre
    if stated.by in _OWN and stated.value != "news-report":
        return stated
    site = _of_site(document)
    if site or stated.value not in ("news-report", "unknown"):
        return site or stated
    return _of_headline(document) or _of_address(document) or genre_by_form(document) or _by_manner(document)


def _by_manner(document: Document) -> Genre:
    """Return the genre that the telling shows; a label of news is taken back only by a surer kind than a column."""
    shown = genre_by_manner(document)
    if shown is None or (document.genre.value == "news-report" and shown.value in _NO_MORE_THAN_NEWS):
        return document.genre
    return shown


def _of_site(document: Document) -> Genre | None:
    site = site_of(document.url.value) if document.url else None
    value = data("genres")["sites"].get(site.kind) if site else None
    return Genre(value=value, by="site", confidence=_SURE_OF_SITE, words=site.name) if site and value else None


def _of_address(document: Document) -> Genre | None:
    """Return the genre that a part of the address before its last one names."""
    if document.url is None:
        return None
    parts = path_of(document.url.value).lower().split("/")[1 : _MOST_PARTS + 1]
    table = data("genres")["address"]
    found = next((part for part in parts[:-1] if part in table), None)
    return Genre(value=table[found], by="address", confidence=_SURE_OF_ADDRESS, words=found) if found else None


def _of_headline(document: Document) -> Genre | None:
    """Return the genre that a label at the start or the end of the headline states ("Opinion: …")."""
    head = next(document.blocks_of(BlockKind.HEADLINE), None)
    if head is None:
        return None
    text = head.span.of(document.text)[:400]
    label = label_in_headline(text)
    place = Span(label.start + head.span.start, label.end + head.span.start) if label else None
    found = genre_of_label(place.of(document.text), "headline", place) if place else None
    return found if found and found.confidence >= _LEAST_OF_HEADLINE else None


def _key(label: str) -> str:
    return " ".join(label.lower().strip(" \t:|/»›[]()").split())


@cache
def _sections() -> frozenset[str]:
    return frozenset(data("labels")["sections"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("labels")[name])
