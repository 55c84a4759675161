"""Which words name an outlet or a programme, and whether it is the one that the article stands on."""

import re
from functools import cache
from itertools import islice

from source_audit.checks._near import lexicon, once
from source_audit.reading import Reading
from source_audit.resources import data, rows
from source_audit.web.addresses import host_of

_REACH = 40
_MOST = 10
_CALLED = re.compile(r"(?:The\s(?:[A-Z][\w&’'-]*\s?){1,4}|[KW][A-Z]{3}(?:-(?:TV|FM|AM))?\b|[A-Z]{2,5}-(?:TV|FM)\b)")
"""So only an outlet is named: with a capital "The" inside a sentence, or by call letters."""
_AIRED = re.compile(
    r"(?:(?:the|a)\s)?(?:(?:state|public|national|local|regional|commercial|[A-Z][a-z]{3,12})\s){1,2}"
    r"(?:(?:television|radio|TV)(?:\s(?:channel|station))?(?!\s[a-z]+s?\s(?:that|to)\b)|media|"
    r"broadcaster(?:\s[A-Z][\w’'-]*){0,3})\b"
)
"""An outlet that is told by its kind alone ("state television", "public broadcaster VR")."""
_GOES_ON = re.compile(
    r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\b)[A-Z]"
)
_KIND_BEHIND = re.compile(
    r"\s(?:programme|program|podcast|show|newspaper|magazine|website|news\ssite|channel|newsletter|blog)\b(?!['’])"
)
_OF_SOMEBODY = re.compile(
    r"(?:the|a)\s(?!(?:paper|newspaper|site|station|outlet|agency|company|firm|publication)['’]s\b)(?:[a-z]{3,15}['’]s|club|league|team|union|party|university|school|church|local|rival|community|student|trade|business|comedy|football|sports|history|science)\s"
    r"(?:official\s|weekly\s|in-house\s|own\s){0,2}(?:website|podcast|newsletter|magazine|programme|channel|radio|newspaper)\b(?!\s(?:editor|reporter|host|staff|team|listeners|readers)\b)"
)
"""An outlet that is told by whose it is ("the club website", "the journal's podcast")."""
_OURS = re.compile(
    r"\b(?:(?:seen|obtained|reviewed|examined|verified|checked|asked|approached|contacted|commissioned)\sby|"
    r"(?:emails?|letter|note|message|shown|leaked)\sto)\s(?:the\s|The\s)"
    r"([A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3})"
)
"""By these words a text names the paper it stands in ("emails seen by the Ledger")."""
_NAME = re.compile(
    r"(?:the\s|The\s)?((?:[A-Z][\w.&’'-]*|of|and|&)(?:\s(?:[A-Z][\w.&’'-]*|of|and|&|the|radio|television|\d{1,3})){0,4})"
)
_KIND = re.compile(r"(?:the|a)\s((?:[a-z][\w-]{1,15}\s){1,3})[A-Z][\w’'-]{0,20}(?:\s[A-Z][\w’'-]{0,20}){0,3}")
_ADDED = re.compile(r"\s*\([^)]*\)$")
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w{2,}")
_TAIL = re.compile(r"(?:['’]s?|[.,])$")


def end_of_outlet(text: str, start: int, known: frozenset[str]) -> int | None:
    """Return where the name of an outlet ends that begins at *start*, the longest that is known."""
    if aired := _AIRED.match(text, start, start + _REACH):
        return aired.end()
    if known is outlets():
        kind = _KIND.match(text, start, start + _REACH)
        if kind and lexicon("secondhand", "outlet_kinds").first(kind[1]):
            return kind.end()
        if whose := _OF_SOMEBODY.match(text, start, start + _REACH):
            return whose.end()
        called = _CALLED.match(text, start, start + _REACH)
        if called and called[0].split()[-1].lower() not in _bodies():
            return start + len(called[0].rstrip())
    return _end_of_name(text, start, known)


def _end_of_name(text: str, start: int, known: frozenset[str]) -> int | None:
    """Return where a name in capitals ends that is an outlet's: a known one, or one that sounds like it."""
    match = _NAME.match(text, start, start + _REACH)
    words = list(_WORD.finditer(text, match.start(1), match.end())) if match else []
    the = text[start : start + 4].lower() == "the "
    for last in reversed(words):
        tail = _TAIL.search(last[0])
        end = last.end() - len(tail[0] if tail else "")
        name = text[words[0].start() : end].lower().split()
        goes_on = _GOES_ON.match(text, end) is not None
        if " ".join(name) in known and not (
            len(name) == 1 and goes_on and name[0] in data("secondhand")["outlet_words"]
        ):
            return end
        if name[-1] in _bodies():
            return None
        if _KIND_BEHIND.match(text, end) or (_sounds_like_outlet(name, the=the) and not (tail or goes_on)):
            return end
    return None


def _sounds_like_outlet(name: list[str], *, the: bool) -> bool:
    """Tell whether a name begins or ends as those of outlets do ("Radio Ambry", "Ambry Times", "the Ledger")."""
    table = data("secondhand")
    several = len(name) > 1 and not {name[0], name[-1]}.isdisjoint(table["outlet_words"])
    return several or (the and name[-1] in table["paper_words"])


@cache
def _bodies() -> frozenset[str]:
    """Return the last words of names of bodies that are no outlets."""
    return frozenset(
        {*data("roles")["bodies"], *data("secondhand")["no_outlets"]}
        - {*data("secondhand")["outlet_words"], "paper", "newspaper"}
    )


@once
def site_of(reading: Reading) -> str:
    """Return the names of the site that the article stands on; if it tells none, that by which the text calls it."""
    document = reading.document
    name = document.site.value if document.site else ""
    if not name and not document.url:
        name = " ".join(found[1] for found in islice(_OURS.finditer(reading.text), _MOST))
    return f"{name} {host_of(document.url.value) if document.url else ''}".lower()


def is_own(site: str, name: str) -> bool:
    """Tell whether an outlet's name shares a word of its own with the site."""
    words = set(_LETTERS.findall(name.lower()))
    other = [word for word in words.intersection(data("secondhand")["media"]) if word not in site]
    return not other and any(word in site for word in words.difference(data("secondhand")["wide"]))


@cache
def outlets() -> frozenset[str]:
    """Return the names of outlets and agencies, without "the"."""
    media = (row["name"] for row in rows("hosts") if row["serves"] in ("outlet", "wire"))
    return frozenset(_bare(name) for name in (*media, *data("secondhand")["outlets"]))


@cache
def broadcasters() -> frozenset[str]:
    """Return the names of those on which somebody can speak."""
    media = (row["name"] for row in rows("hosts") if row["kind"] == "broadcaster")
    return frozenset(_bare(name) for name in (*media, *data("secondhand")["aired"]))


def _bare(name: str) -> str:
    return _ADDED.sub("", name).lower().removeprefix("the ")
