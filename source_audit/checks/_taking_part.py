"""Whether the words around a name tell of a part in the event: who was there, did something or comes in by a role."""

import re
from functools import cache

from source_audit.checks._introductions import roles, starts
from source_audit.resources import data
from source_audit.span import Span

_NEAR = 60
_BEHIND = 30
_LETTERS_BEHIND = re.compile(r"\s(?:[QK]C|MPs?|MSP|MEP|MS|TD|MLA|MD|PhD|OBE|MBE|CBE|FRS)\b")
_WITH_BODY = re.compile(
    r"\s(?P<tie>from|of|at|with|for)\s(?:the|a|an|her|his|its)\s(?P<words>(?:[a-z’'-]{2,20}\s?){1,4})"
)
_AS = re.compile(r"['’]s?\s[^.!?\n]{0,40}\bas\s")
_DOES = re.compile(
    r"\s(?P<aux>has|had|was|is|will|were|have)\s(?P<how>(?:(?:just|been|only|also|once|still|already|both|never|since|\w+ly)\s){0,2})(?P<verb>[a-z]{3,20})\b"
)
_SINCE = re.compile(r"[^.!?\n]{0,80}\b(?:since|for|his|her)\s")
"""What somebody has done, was doing or will do."""
_SHE = re.compile(
    r"[.!?][”\"’']?\s(?:He|She)\s(?:has|had|was|is|lives|lived|works|worked|runs|ran)\s(?:(?:just|been|also|once|still|already|never|\w+ly)\s){0,2}(?P<verb>[a-z]{2,20})\b"
)
_THE = re.compile(r"[.!?][”\"’']?\sThe\s(?P<words>(?:[\w-]{2,20}\s){1,4})")
_YEARS_OLD = re.compile(r"\d{1,3}-year-old\b")
_WAS = re.compile(
    r"(?:^|[.!?][”\"’']?\s)(?:Among|One|On|In|At|Near|Nearest|Nearby|Next|Beside|Behind|With|Watching|Opposite|Outside|Inside|The|Her|His|Its|Their|First|Last|Also|Waiting|Leading)\s"
    r"[^.!?“”\"]{3,80}\s(?:was|is|were|are|sat|stood|came|comes)\s$"
)
"""Who was there, or who holds a post, before the name ("Among those stranded was ...")."""
_BY = re.compile(r"\b(\w+)\sby\s$")
_OPENING = re.compile(r"(?:^|[.!?][”\"’']?\s|\n)(?P<words>[A-Z][^.!?,;\n“”\"]{2,60}),\s$")
"""A phrase that opens a sentence before a name."""
_HEARD = re.compile(
    r"\b(?:asked|asks|heard\sfrom|called|turned\sto|introduced|thanked|questioned|met|visited)\s(?:the|an?|its|his|her|their)\s(?:[a-z-]{2,20}\s){0,2}[a-z-]{2,20}(?<!s)\b"
)
_HAS = re.compile(r"\s(?:who|whose|was|is|has|had)\b")


def takes_part(text: str, place: Span, start: int, stop: int) -> bool:
    """Tell whether words before or behind a name, inside its paragraph, tell of a part in the event."""
    return _before(text[max(start, place.start - 2 * _NEAR) : place.start]) or _behind(text, place.end, stop)


def goes_on(text: str, end: int, stop: int) -> bool:
    """Tell whether the sentence behind the one with a name tells who that is ("The 45-year-old had ...")."""
    she = _SHE.match(text, end - 1, stop) or _SHE.match(text, end - 2, stop)
    if she and _is_doing(she["verb"]):
        return True
    found = _THE.match(text, end - 1, stop) or _THE.match(text, end - 2, stop)
    if not found:
        return False
    if _YEARS_OLD.match(found["words"]):
        return True
    job = roles().first(found["words"])
    behind = found["words"][job.end :].split() if job else []
    return job is not None and bool(behind) and found["words"][job.end - 1] != "s" and not _speaks(behind[0])


def _speaks(verb: str) -> bool:
    """Tell whether a verb is one of saying, so that "the mayor said" may be somebody else's."""
    return verb in data("credentials")["saying"] or verb in ("of", "and", "who")


def is_announced(text: str, before: Span) -> bool:
    """Tell whether the sentence before a quotation brings somebody in by a role ("Counsel asked the harpist.")."""
    if _HEARD.search(text, before.start, before.end):
        return True
    for job in roles().find(text, before):
        if text[job.end - 1] == "s" or text[job.end : job.end + 2].strip()[:1].isupper():
            continue
        opens = re.fullmatch(r"(?:The|A|An|His|Her|Its|Their)\s(?:[a-z-]+\s){0,3}", text[before.start : job.start])
        if opens and _HAS.match(text, job.end, before.end):
            return True
    return False


def _before(text: str) -> bool:
    if _WAS.search(text):
        return True
    if (agent := _BY.search(text)) and agent[1].lower() in data("credentials")["done_by"]:
        return True
    opening = _OPENING.search(text)
    if not opening:
        return False
    words = opening["words"].lower() + " "
    if words.startswith(starts("acts")):
        return True
    stands = words.startswith(starts("stands"))
    return stands and words.split()[2] not in data("credentials")["times"]


def _behind(text: str, end: int, stop: int) -> bool:
    if _LETTERS_BEHIND.match(text, end, stop):
        return True
    as_what = _AS.match(text, end, stop)
    if as_what and roles().first(text, Span(as_what.end(), min(stop, as_what.end() + _BEHIND))):
        return True
    body = _WITH_BODY.match(text, end, stop)
    if body and (body["tie"] in ("from", "of") or not set(body["words"].split()).isdisjoint(_bodies())):
        return body["words"].split()[0] not in data("credentials")["times"]
    does = _DOES.match(text, end, stop)
    if does is None or not _is_doing(does["verb"]):
        return False
    perfect = does["aux"] in ("has", "have", "had") and does["verb"].endswith("ed") and not does["how"]
    return not perfect or _SINCE.match(text, does.end(), stop) is not None


def _is_doing(verb: str) -> bool:
    """Tell whether a verb behind "has", "was" or "will" is one of doing, and not of saying, holding or feeling."""
    if verb in _no_doings():
        return False
    return (
        verb.endswith(("ed", "ing")) or verb in data("anonymity")["own_past"] or verb in data("credentials")["states"]
    )


@cache
def _no_doings() -> frozenset[str]:
    return frozenset((*data("anonymity")["no_doings"], *data("credentials")["saying"], *data("credentials")["no_part"]))


@cache
def _bodies() -> frozenset[str]:
    return frozenset((*data("roles")["bodies"], *data("credentials")["stands_for"]))
