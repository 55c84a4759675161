"""The short lines with which a text says who made it and when: "Words: Jane Roe | 4 May", "Crime desk, Monday 4 May".

A line is such a credit if each of its parts is one: a name, a job or desk, a day or time, a label, a place beside it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import define, field, frozen

from source_audit.moments import moments
from source_audit.resources import data
from source_audit.span import Span

_LONGEST, _MOST_WORDS, _MOST_SMALL, _SENTENCE = 160, 22, 6, 8
_MOST_OF_NAME, _MOST_OF_JOB, _MOST_OF_PLACE = 4, 7, 3
_BORDER = re.compile(
    r"\s(?:[-–—/]|by\sway\sof)\s|\s?[|•·∙●;,\n\t…]\s?|[()\[\]]|\s(?:and|with|&|at|on|\+)\s(?=[A-Z0-9(@])|[–—]\s?|\s/|/\s|(?<=[a-z\d])\.\s(?=[A-Z\d])|\s?/\s?"
)
_GOES_ON = re.compile(r"(?<=[a-z\d])\.\s(?=[A-Z])|\s?\|\s")
_MOST_PARTS = 5
_EDGES = " \t\u200b\xa0:|,;/·•–—-."
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w|\.(?![\w]))?\.?")
_TAIL = re.compile(r"\s(?:in|at|for|from|of|on)\s(?:the\s)?[A-Z@][^.!?]{1,50}$")
_LEADS_ON = re.compile(r"\s(?:on|at|in|from|for|and)$")
_ADDRESS = re.compile(r"[\w.+-]{1,40}@[\w.-]{3,60}|@\w{2,30}|(?:https?://|www\.)\S{3,80}")
_ARTICLE = re.compile(r"^(?:an?|the)\s")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,3}|(?:[—–-]\s?)[A-Z]{2,3}")
_AT_FOOT = re.compile(r"\s?(?:[—–―]|--?)\s?")


@frozen(kw_only=True)
class Credit:
    """What a line says: the names in it, else the desk that answers for the text, and the day as printed.

    ``is_sure`` tells that a word such as "by", a job, a day or a desk stands with the name, so that it is no heading.
    """

    names: tuple[Span, ...] = ()
    desk: Span | None = None
    day: Span | None = None
    is_sure: bool = False
    label: Span | None = None

    @property
    def who(self) -> tuple[Span, ...]:
        """Who made the text: persons, or else the desk."""
        return self.names or ((self.desk,) if self.desk else ())


@define
class _Found:
    names: list[Span] = field(factory=list)
    desk: Span | None = None
    day: Span | None = None
    label: Span | None = None
    opened: bool = False
    job: bool = False
    place: bool = False


@lru_cache(maxsize=512)
def credit_in(line: str) -> Credit | None:
    """Return what a line says of who made a text and when, or None where it says anything else."""
    if not 2 < len(line) <= _LONGEST or _is_prose(line):
        return None
    if line.lower().strip(_EDGES) in _set("desk_lines"):
        return Credit(desk=Span(0, len(line)), is_sure=True)
    found = _Found()
    at = 0
    for match in moments().finditer(line):
        if not _read_gap(line, at, match.start(), found):
            return None
        found.day = found.day or (Span(*match.span("day")) if match["day"] else None)
        at = match.end()
    if not _read_gap(line, at, len(line), found) or not (found.names or found.desk or found.day):
        return None
    if found.place and not (found.day or found.names):
        return None
    desk = None if found.names else found.desk
    sure = bool(found.opened or found.job or found.day or desk)
    return Credit(names=tuple(found.names), desk=desk, day=found.day, is_sure=sure, label=found.label)


def leading_credit(line: str) -> Credit | None:
    """Return the sure credit with which a line begins that goes on ("Ann Roe. 7 July 2025. This was cut."), or None."""
    ends = [border.start() for border in _GOES_ON.finditer(line[:_LONGEST])][:_MOST_PARTS]
    found = (credit_in(line[:end]) for end in reversed(ends))
    return next((credit for credit in found if credit and credit.is_sure and credit.who), None)


def _is_prose(line: str) -> bool:
    """Tell whether a line is a sentence: it has many words or many small ones, or is longer and ends like one."""
    words = line.split(None, _MOST_WORDS)
    small = sum(word[0].islower() for word in words)
    ends = line[-1] in '.?!”"' and not (line[-1] == "." and _openers().match(line))
    longer = len(words) >= _SENTENCE and (ends or 2 * small > len(words) + 2)
    return len(words) > _MOST_WORDS or small > _MOST_SMALL or longer


def initials_in(line: str) -> Span | None:
    """Return the initials that a line consists of ("— J.R."), or None."""
    dash = _AT_FOOT.match(line)
    start = dash.end() if dash else 0
    if _INITIALS.fullmatch(line, start if "." in line else 0):
        return Span(start, len(line))
    return None


def is_name(words: str) -> bool:
    """Tell whether words may be a person's name: two to four with capital letters, none of them a common one."""
    parts = words.split()
    if parts and parts[0].lower().strip(".") in _set("titles"):
        parts = parts[1:]
    own = [part for part in parts if part.lower() not in _set("particles")]
    if not 2 <= len(own) <= _MOST_OF_NAME or len(parts) > _MOST_OF_NAME + 2:
        return False
    return all(_WORD.fullmatch(part) and part[0].isupper() for part in own) and not any(
        part.lower().strip(".’'") in _set("no_names") or part.lower() in _set("jobs") for part in own
    )


def _read_gap(line: str, start: int, end: int, found: _Found) -> bool:
    """Read what stands between two moments; tell whether each part of it belongs to a credit."""
    at = start
    for border in _BORDER.finditer(line, start, end):
        if not _read_part(line, at, border.start(), found):
            return False
        at = border.end()
    return _read_part(line, at, end, found)


def _read_part(line: str, start: int, end: int, found: _Found) -> bool:
    part = line[start:end]
    start += len(part) - len(part.lstrip(_EDGES))
    part = _LEADS_ON.sub("", part.strip(_EDGES))
    if _ADDRESS.fullmatch(part):
        return True
    if not part or part.lower() in ("at", "on", "and", "in", "in print", "by", "&"):
        found.opened = found.opened or part.lower() == "by"
        return True
    if opener := _openers().match(part):
        if opener["picture"]:
            return True
        kind = opener["told"]
        if kind and kind.lower() in _set("only_names") and not is_name(_TAIL.sub("", part[opener.end() :])):
            return False
        found.opened = True
        if (kind := opener["own"] or opener["told"]) and kind.lower() in data("labels")["genres"]:
            found.label = found.label or Span(start, start + len(kind))
        start += opener.end()
        part = part[opener.end() :]
    if found.opened and not part:
        return True
    return _read_who(part, start, found)


def _read_who(part: str, start: int, found: _Found) -> bool:
    """Read a part that may be a name, a job with or without a name, a place or a section."""
    tail = _TAIL.search(part)
    bare = part[: tail.start()] if tail else part
    if is_name(bare) or (found.opened and not found.names and _is_single(bare)):
        found.names.append(Span(start, start + len(bare)))
        return True
    words = bare.split()
    jobs = [number for number, word in enumerate(words) if word.lower().strip(".,:’'") in _set("jobs")]
    if jobs and len(words) <= _MOST_OF_JOB:
        return _read_job(bare, start, words, jobs, found)
    key = _ARTICLE.sub("", part.lower())
    if key in _sections() or key in data("labels")["genres"]:
        found.label = found.label or Span(start, start + len(part))
        return True
    return _read_rest(words, Span(start, start + len(bare)), found)


def _read_rest(words: list[str], place: Span, found: _Found) -> bool:
    """Read what is no name, job or label: whom "by" names, an outlet, or a place beside a name or a day."""
    told = found.names or found.desk or found.day
    if len(words) > 1 and _is_outlet(words):
        found.desk = found.desk or place
        return True
    if found.opened and not told:
        found.desk = place
        return len(words) <= _MOST_OF_JOB and words[0][0].isupper()
    found.place = found.place or not told
    return len(words) <= _MOST_OF_PLACE and all(word[0].isupper() or word[0] in "@#" for word in words)


def _read_job(bare: str, start: int, words: list[str], jobs: list[int], found: _Found) -> bool:
    """Read a job beside or without a name: "Court reporter Ann Roe", "Ann Roe Staff Writer", "Our political staff"."""
    behind, before = " ".join(words[jobs[-1] + 1 :]), " ".join(words[: jobs[0]])
    whole = words[-1].lower().strip(".") in _set("bodies")
    own = None if whole else next((name for name in (behind, *_ends(before)) if is_name(name)), None)
    if own:
        found.job = True
        at = start + (bare.rfind(own) if own == behind else bare.find(own))
        found.names.append(Span(at, at + len(own)))
        return True
    if found.names:
        found.job = True
        return True
    if not _is_desk(words, found):
        return False
    found.desk = found.desk or Span(start, start + len(bare))
    return True


def _ends(words: str) -> Iterator[str]:
    """Yield the beginnings of a stretch that may be the name before a job: "Ann Roe Staff", "Ann Roe"."""
    parts = words.split()
    for number in range(len(parts), 1, -1):
        yield " ".join(parts[:number])


def _is_desk(words: list[str], found: _Found) -> bool:
    """Tell whether words are the name of a desk: a word for one, and beside it capital letters or known words."""
    low = [word.lower().strip(".,:’'") for word in words]
    if (
        low[0] == "with"
        or not any(word in _set("desks") for word in low)
        or not (words[0][0].isupper() or found.opened)
    ):
        return False
    known = _set("beside_desks") | _set("jobs") | _set("particles")
    others = [word for word, key in zip(words, low, strict=True) if key not in known]
    return all(word[0].isupper() for word in others) and (found.opened or low[-1] in _set("jobs") or len(others) == 0)


def _is_outlet(words: list[str]) -> bool:
    """Tell whether words are an outlet's own name ("Tarn Radio News", "Courier Sport"), which no label begins with."""
    fits = len(words) <= _MOST_OF_PLACE and all(word[0].isupper() for word in words[:-1])
    return fits and words[-1].lower() in _set("outlet_ends") and words[0].lower() not in _label_words()


def _is_single(word: str) -> bool:
    """Tell whether a part is one name of one word, or initials."""
    return " " not in word and word[0].isupper() and word.lower() not in _set("no_names") and word.isascii()


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data("credits")[name])


@cache
def _sections() -> frozenset[str]:
    return frozenset(data("labels")["sections"])


@cache
def _label_words() -> frozenset[str]:
    return _sections() | frozenset(data("labels")["label_words"])


@cache
def _openers() -> re.Pattern[str]:
    def listed(name: str) -> str:
        return "|".join(sorted(map(re.escape, data("credits")[name]), key=len, reverse=True))

    own, pictures = listed("openers"), listed("pictures")
    return re.compile(
        rf"(?P<picture>(?:{pictures})(?:\s(?:and|&)\s\w{{3,14}})?(?:\s?:|\s(?:by|from|courtesy)\b:?|$))"
        rf"|(?:(?P<own>{own})\s(?:by|from)\b:?\s{{0,3}}|(?P<told>{own}):\s{{0,3}}|by\b:?\s{{0,3}}|from\s(?=our\b|the\b|a\b))",
        re.IGNORECASE,
    )
