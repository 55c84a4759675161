"""Whose words a quotation without a speaker may be: what the text says below it, further on or in another place."""

import re

from source_audit.checks._near import QUOTATION_MARKS, blocks_after, blocks_before
from source_audit.reading import Reading
from source_audit.span import Span

_BEHIND = re.compile(
    r"(?!The\s)(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:said|says|told|added)\b"
    r"|(?:The|That|Those|These)\s(?:complaint|words?|remarks?|line|quote|comments?|warning|voice|speaker|verdict|message|statement|letter|apology|note)\b"
    r"|(?:[—–-]\s?)?(?:[A-Z][\w.’'-]{1,20}\s){1,3}[A-Z][\w’'-]{1,20},\s[^.!?:]{1,60}$"
)
"""The next paragraph tells whose words these were, or is a line with a name."""
_LATER = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]hose|[Tt]hese)\s(?:complaint|words?|remarks?|line|quotes?|quotation|comments?|warning|verdict)\s"
    r"(?:[\w’'-]{1,20}\s){0,4}(?:(?:was|were)\s(?:made|spoken|said|given|written)\sby|(?:was|were|is|are|came|comes|come)\sfrom"
    r"|belong(?:s|ed)?\sto)\s"
)
"""Further on the text says whose words something was."""
_INSIDE = re.compile(r",\s(?:said|says|added)\s[A-Z]|,\s(?:[A-Z][\w’'-]{1,20}\s){1,2}(?:said|says|added)[,.]")
"""A mark was lost: the speaker stands between the marks."""
_SIGNED = re.compile(r"(?:[Pp]osted|[Ww]ritten|[Ss]hared)\s(?:on|to|in|at)\s[^\n]{1,40}?\sby\s\S")
"""A line below a post that says who posted it."""
_REACH = 3000
_OWN_PAGE = re.compile(r"\s*(?:Read|See|Check\sout)\s(?:our|the|more|full)\b")
_PICTURE = re.compile(
    r"\((?:Image|Picture|Photo|Pic|Credit)s?:|\b(?:Getty|GETTY|Reuters/|AFP/|AP\sPhoto|Shutterstock)\b"
)
"""A caption that the page prints as a paragraph: the speaker may stand before it."""
_ASIDE_WORDS, _SCENE = 3, 2
_KEY = 40


def may_be_told(reading: Reading, span: Span) -> bool:
    """Tell whether the next paragraph may say whose words these are, or whether they are set out of the text again."""
    text, block = reading.text, reading.document.block_at(span.start)
    if _is_said_elsewhere(reading, span) or _INSIDE.search(text, span.start, span.end):
        return True
    if block is None or _OWN_PAGE.match(text, span.end) or _LATER.search(text, span.end, span.end + _REACH):
        return True
    before = blocks_before(reading.document, block.span.start, _SCENE)
    behind = blocks_after(reading.document, block.span.end, 1)
    if before and _is_unclosed(before[0].span.of(text)):
        return True
    if before and _PICTURE.search(text, before[0].span.start, before[0].span.end):
        return True
    few = len(before) == _SCENE and len(before[0].span.of(text).split()) <= _ASIDE_WORDS
    scene = few and text[before[1].span.end - 1] in QUOTATION_MARKS
    closed = text[span.end - 1] in QUOTATION_MARKS
    marks = (behind[0].span.start, behind[0].span.end - 1) if closed and behind else ()
    listed = bool(marks) and all(text[place] in QUOTATION_MARKS for place in marks)
    return (
        scene or listed or (bool(behind) and _BEHIND.match(text, behind[0].span.start, behind[0].span.end) is not None)
    )


def _is_unclosed(paragraph: str) -> bool:
    """Tell whether a quotation that a paragraph opens is left open at its end: pictures may stand inside it."""
    return paragraph.rfind("“") > paragraph.rfind("”") or paragraph.count('"') % 2 == 1


def is_signed(reading: Reading, span: Span) -> bool:
    """Tell whether the next line says who posted the words."""
    following = blocks_after(reading.document, span.end, 1)
    return bool(following) and _SIGNED.match(reading.text, following[0].span.start, following[0].span.end) is not None


def _is_said_elsewhere(reading: Reading, span: Span) -> bool:
    """Tell whether the article's own text gives the same words to somebody elsewhere; a post of them does not."""
    key = reading.text[span.start + 1 : min(span.start + _KEY, span.end - 1)]
    places = {reading.text.find(key, 0, span.start), reading.text.find(key, span.end)} - {-1}
    given = (part for one in reading.body_attributions if one.source and one.cue for part in one.contents)
    return bool(places) and any(part.start <= place < part.end for part in given for place in places)
