"""The words around a mention that say who it is: a role before a name, an apposition behind it, a label in brackets."""

import re

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table, words
from source_audit.extract.names import RUN, Named, names_in
from source_audit.extract.roles import head_of, is_role, looks_like_a_calling, trimmed
from source_audit.span import Span

_WORD = re.compile(r"[\w'’.\-]+")
_CUT = re.compile(r"[,;:()\[\]\"“”–—\n]|\s--?\s")
_JOINED = re.compile(r"\b([A-Z][\w'’\-]*) and\s")
_AGE = re.compile(r"\s*(?:\d{1,3}|aged \d{1,3}),\s*")
_AGE_ALONE = re.compile(r"\s*(?:\d{1,3}|aged \d{1,3})\s*$")
_RELATIVE = re.compile(r"\s*(?:who|which|whose|whom|that|and|but|or|then|now)\b", re.IGNORECASE)
_STANDING = re.compile(
    r"\s*who\s(?!was|has|says|thinks|knows|wants|hopes|believes|fears|insists|plans|supports|opposes)"
    r"(?:is|[a-z]+s|led|ran|chaired|headed|founded|served|worked)\b"
)
"""A clause that says what somebody is or does ("who chairs the council"), not what happened."""
_DETERMINER = re.compile(r"\s*(?:[Tt]he|[Aa]n?|his|her|their|its|my|our|one of|(?:the )?[A-Z][\w.\- ]{1,40}['’]s?)\s")
_GOES_ON = re.compile(r",\s(?:has|have|had|is|was|were|are|will|would|did|does)\s.*", re.DOTALL)
_CLAUSE = re.compile(r"\b(?:may|might|will|would|can|could|should|is|are|was|were|has|have|had|does|did)\b")
_RELATIVE_INSIDE = re.compile(r"\b(?:who|which|whose|that|when|where)\b")
_BEARER = re.compile(rf"({RUN.pattern})(?:\s\([^()\n]{{1,24}}\))?(?:,\s(?:aged )?\d{{1,3}})?,\s$")
_FOLLOWED_BY_NAME = re.compile(rf",\s({RUN.pattern})(?=\s*(?:[.,;:)\]\"”’\n]|$))")
_INDEFINITE = re.compile(r"(?:an?|the)\s(?=[\w\-])")
_BACK = 90
"""How many characters before a bare role its bearer's name is looked for."""
_LABEL = re.compile(r"\s?\(([A-Z][A-Za-z.]{0,11}(?:[\s\-–—/][A-Z][A-Za-z.]{0,11}){0,2})\)")
_ASIDE = re.compile(
    r",\s((?:an?|the|his|her|their|one of|who|whose|himself|herself)\s[^.;:\"“”\n]{2,200}),\s?$", re.IGNORECASE
)
_ENDING_ASIDE = re.compile(r",\s(?:an?|the|who|himself|herself)\s[^.,;:\"“”\n]{2,120}")


def role_before(text: str, span: Span, found: Named) -> Span | None:
    """Return the words between the start of a mention and the name, if they end in a word for what somebody is."""
    start, end = span.start, span.start + len(text[span.start : found.span.start].rstrip(" ,"))
    for cut in _CUT.finditer(text, start, end):
        start = cut.end()
    for joined in _JOINED.finditer(text, start, end):
        start = start if is_role(joined.group(1).lower()) else joined.end()
    role = trimmed(text, start, end)
    return role if role and _tells(role.of(text), found) else None


def _tells(role: str, found: Named) -> bool:
    """Tell whether the last of some words is a role or, before a person's full name, looks like a calling."""
    *_, last = _WORD.findall(role) or [""]
    low = last.lower().rstrip(".")
    if is_role(low):
        return True
    if found.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET):
        return low in table("roles")["bodies"]
    return looks_like_a_calling(last) and found.kind is SourceKind.PERSON and " " in found.name


def role_after(text: str, span: Span, length: int) -> Span | None:
    """Return the words after a name and its comma that say what its bearer is; no age, no clause, no remark."""
    start = span.start + length + 1
    if start >= span.end:
        return None
    age = _AGE.match(text, start, span.end)
    start = age.end() if age else start
    part = _GOES_ON.sub("", text[start : span.end])
    if _AGE_ALONE.match(part) or not _is_apposition(part):
        return None
    return trimmed(text, start, start + len(part), keep_article=True)


def _is_apposition(part: str) -> bool:
    """Tell whether words behind a name say what its bearer is: a standing clause, a role, a noun with an article."""
    if _RELATIVE.match(part):
        return bool(_STANDING.match(part))
    if _CLAUSE.search(_RELATIVE_INSIDE.split(part)[0]):
        return False
    head = head_of(part)
    if head in table("roles")["no_roles"] or head in words("days"):
        return False
    return is_role(head) or bool(_DETERMINER.match(part))


def label_after(text: str, end: int) -> Span | None:
    """Return the party, state or body in brackets right behind a name: "R-TX", "Lab", "Greens"."""
    label = _LABEL.match(text, end)
    return Span(label.start(1), label.end(1)) if label else None


def with_asides(text: str, span: Span, cue: Span | None) -> Span:
    """Return a source with its apposition, or a bare apposition with its bearer's name; short spans leave one out."""
    span = _with_bearer(text, span)
    if cue is None or not text.startswith(",", span.end):
        return span
    if (named := _with_name(text, span)) is not None:
        return named
    if cue.start > span.end:
        aside = _ASIDE.match(text, span.end, cue.start)
        return Span(span.start, aside.end(1)) if aside else span
    behind = _ENDING_ASIDE.match(text, span.end)
    told = behind and _is_role_phrase(behind.group().lstrip(", "))
    return Span(span.start, behind.end()) if behind and told else span


def _with_name(text: str, span: Span) -> Span | None:
    """Return "its chairwoman, Petra Nyland" for "its chairwoman", or None."""
    behind = _FOLLOWED_BY_NAME.match(text, span.end)
    if behind is None or "," in span.of(text) or not is_role(head_of(span.of(text))):
        return None
    names = names_in(behind.group(1), behind.start(1))
    whole = len(names) == 1 and names[0].kind is SourceKind.PERSON and " " in names[0].name
    return Span(span.start, behind.end(1)) if whole else None


def _is_role_phrase(part: str) -> bool:
    return bool(_STANDING.match(f" {part}")) or is_role(head_of(part))


def _with_bearer(text: str, span: Span) -> Span:
    """Return "Jo Ellis (Lab), member for Ambry" for "member for Ambry", and "Jo Ellis, a nurse" for "a nurse"."""
    words_, comma, _ = span.of(text).partition(",")
    described = _INDEFINITE.match(words_) is not None
    closed = text.startswith(",", span.end) and not comma
    if not (described or closed) or not is_role(head_of(words_)):
        return span
    before = _BEARER.search(text, max(0, span.start - _BACK), span.start)
    names = list(names_in(before.group(1), before.start(1))) if before else []
    return Span(before.start(1), span.end) if before and names and names[-1].kind is SourceKind.PERSON else span
