"""Quotation marks paired paragraph by paragraph, then across; an unclosed mark never shifts later pairs."""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from source_audit.document import BODY_KINDS, Block
from source_audit.span import Span

_MARK = re.compile(r"[“”„«»\"‘’'`](?:(?<=[“”„«»\"‘’])|(?<=`)`|(?<=')(?:(?<=\S')(?=''(?!'))|'?))")
"""It begins with a set of characters, so that the search leaps from one to the next."""
_OPENERS = frozenset("“„«")
_CLOSERS = frozenset("”»")
_STYLES = {"“": "curly", "”": "curly", "„": "low", "«": "guillemets", "»": "guillemets", '"': "straight"}
_STYLES |= {"''": "doubled", "``": "tex"}
_ELISIONS = re.compile(r"['‘’](?:em|tis|twas|cause|til|n|bout|round|\d\ds?)\b", re.IGNORECASE)
_REACH = 8
"""How many paragraphs a quotation may run on before its closing mark is looked for no more."""


@frozen(kw_only=True)
class Pair:
    """A stretch in quotation marks: its span, marks included, and the style of the opening mark.

    ``continues`` tells that the next paragraph goes on with the same quotation by opening it again.
    """

    span: Span
    style: str
    continues: bool = False


@define
class _Scan:
    """What one paragraph's marks amount to."""

    pairs: list[Pair] = field(factory=list)
    open: tuple[int, str] | None = None
    single: int | None = None
    stray: int | None = None
    opens: bool = False


def pair_quotations(text: str, blocks: Sequence[Block]) -> tuple[Pair, ...]:
    """Return every quotation of the blocks, in order."""
    scans = [_scan(text, block.span) for block in blocks]
    _leave_open(text, blocks, scans)
    pairs = [pair for scan in scans for pair in scan.pairs]
    taken: set[int] = set()
    for place, scan in enumerate(scans):
        if scan.open is not None and place not in taken:
            pairs.append(_carry(blocks, scans, place, taken))
    return tuple(sorted(pairs, key=lambda pair: pair.span.start))


def _leave_open(text: str, blocks: Sequence[Block], scans: list[_Scan]) -> None:
    """Leave a single mark open that its paragraph does not close, if the next paragraph begins with one again."""
    for place, (scan, after) in enumerate(zip(scans, blocks[1:], strict=False)):
        start = after.span.start
        if scan.single is None or scan.open is not None or blocks[place].kind not in BODY_KINDS:
            continue
        if text[start] == text[scan.single] and not _ELISIONS.match(text, start):
            scan.open, scan.opens = (scan.single, "single"), True


def _carry(blocks: Sequence[Block], scans: list[_Scan], place: int, taken: set[int]) -> Pair:
    """Close a quotation that its paragraph left open."""
    start, style = scans[place].open or (0, "")
    own_end = blocks[place].span.end
    if blocks[place].kind not in BODY_KINDS:
        return Pair(span=Span(start, own_end), style=style)
    for ahead in range(place + 1, min(place + 1 + _REACH, len(blocks))):
        scan = scans[ahead]
        if blocks[ahead].kind not in BODY_KINDS or scan.opens:
            goes_on = ahead == place + 1 and scan.opens and _opens_at_once(blocks[ahead], scan)
            return Pair(span=Span(start, own_end), style=style, continues=goes_on)
        if scan.stray is not None:
            taken.update(range(place, ahead))
            return Pair(span=Span(start, scan.stray), style=style)
    return Pair(span=Span(start, own_end), style=style)


def _opens_at_once(block: Block, scan: _Scan) -> bool:
    first = min([pair.span.start for pair in scan.pairs] + ([scan.open[0]] if scan.open else []))
    return first == block.span.start


def _scan(text: str, block: Span) -> _Scan:
    """Pair the marks of one paragraph from left to right."""
    scan = _Scan()
    singles: list[int] = []
    pointed = text.rfind("»", block.start, block.end)
    for match in _MARK.finditer(text, block.start, block.end):
        mark = match.group()
        if mark in "‘’'":
            singles.append(match.start())
        elif mark in "«»" or scan.open is None or scan.open[1] != "guillemets" or match.start() > pointed:
            _double(text, block, match, scan)
    scan.opens = bool(scan.pairs or scan.open)
    if singles:
        inside = [pair.span for pair in scan.pairs]
        own = list(
            _singles(text, block, [s for s in _outside(singles, inside) if not scan.open or s < scan.open[0]], scan)
        )
        scan.pairs = sorted(scan.pairs + own, key=lambda pair: pair.span.start)
        scan.opens = bool(scan.pairs or scan.open)
    return scan


def _double(text: str, block: Span, match: re.Match[str], scan: _Scan) -> None:
    """Take one double mark into account."""
    start, end, mark = match.start(), match.end(), match.group()
    role = _role(text, block, start, end, mark, scan.open is not None)
    if role == "open":
        if scan.open is not None:  # the earlier one was never closed: it ends before this one
            begun, style = scan.open
            scan.pairs.append(Pair(span=_trimmed(text, begun, start), style=style))
        scan.open = (start, _STYLES[mark])
    elif role == "close" and scan.open is not None:
        if start > scan.open[0] + 1:  # marks with nothing between them are no quotation
            scan.pairs.append(Pair(span=Span(scan.open[0], end), style=scan.open[1]))
        scan.open = None
    elif role == "close" and not scan.pairs and block.end - end < 8 and not text[end : block.end].strip(" .,;!?)"):
        scan.stray = end


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, max(start + 1, start + len(text[start : min(end, start + 100_000)].rstrip())))


def _role(text: str, block: Span, start: int, end: int, mark: str, is_open: bool) -> str:  # noqa: PLR0913, PLR0917
    """Tell whether a mark opens, closes, or is none at all."""
    if mark in _OPENERS or mark == "``":
        return "close" if mark == "“" and is_open and _ends_word(text, block, start, end) else "open"
    if mark in _CLOSERS:
        return "open" if mark == "»" and not is_open and _starts_word(text, block, start, end) else "close"
    before = text[start - 1] if start > block.start else " "
    if before.isdigit() and (not is_open or _is_height(text, start)):
        return "none"
    if _starts_word(text, block, start, end):
        return "open"
    if _ends_word(text, block, start, end):
        return "close"
    return "close" if is_open else "open"


def _is_height(text: str, start: int) -> bool:
    return re.search(r"\d['’]\d{1,2}$", text[max(0, start - 5) : start]) is not None


def _starts_word(text: str, block: Span, start: int, end: int) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return (before.isspace() or before in "([—–-“‘") and not after.isspace()


def _ends_word(text: str, block: Span, start: int, end: int) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return not before.isspace() and (after.isspace() or after in ".,;:!?)]—–-”’")


def _outside(places: list[int], spans: list[Span]) -> Iterator[int]:
    """Yield the places that lie in none of the spans; both are in order."""
    index = 0
    for place in places:
        while index < len(spans) and spans[index].end <= place:
            index += 1
        if index == len(spans) or place < spans[index].start:
            yield place


def _singles(text: str, block: Span, places: list[int], scan: _Scan) -> Iterator[Pair]:
    """Pair single marks in the British manner, telling them from apostrophes; the scan keeps what stays open."""
    opener: int | None = None
    closer: int | None = None
    for place in places:
        opens = text[place] != "’" and _starts_word(text, block, place, place + 1)
        if opens and not _ELISIONS.match(text, place):
            if opener is not None and closer is not None:
                yield Pair(span=Span(opener, closer + 1), style="single")
            opener, closer = place, None
        elif opener is not None and _ends_word(text, block, place, place + 1):
            closer = _better(text, block, closer, place)
            if _after_stop(text, closer):
                yield Pair(span=Span(opener, closer + 1), style="single")
                opener, closer = None, None
    if opener is not None and closer is not None:
        yield Pair(span=Span(opener, closer + 1), style="single")
    elif opener is not None and text[block.end - 1] in ".!?…":
        scan.single = opener


def _after_stop(text: str, place: int) -> bool:
    return text[place - 1] in ".,!?…"


def _better(text: str, block: Span, closer: int | None, place: int) -> int:
    """Return the better of two closing marks: a plural's apostrophe ("miners' ") gives way."""
    if closer is None or _after_stop(text, place):
        return place
    return place if text[closer - 1] == "s" and text[closer + 1 : closer + 2].isspace() else closer
