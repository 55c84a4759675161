"""What each pair of quotation marks is used for, once it is known who says what."""

from bisect import bisect_right
from collections.abc import Sequence

from source_audit.attribution import Attribution, Quotation, Use
from source_audit.extract.line import LONG_QUOTE
from source_audit.extract.quotations import Pair
from source_audit.span import Span


def quotations(text: str, pairs: Sequence[Pair], attributions: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """Return the quotations with their use and, if they belong to one, their attribution."""
    owners = sorted(((span, a.id) for a in attributions for span in a.contents), key=_place)
    return tuple(_quotation(text, pair, owners) for pair in pairs)


def _place(owner: tuple[Span, str]) -> tuple[int, int]:
    return owner[0].start, owner[0].end


def _quotation(text: str, pair: Pair, owners: Sequence[tuple[Span, str]]) -> Quotation:
    place = bisect_right(owners, pair.span.start, key=lambda owner: owner[0].start) - 1
    owner = owners[place][1] if place >= 0 and owners[place][0].overlaps(pair.span) else None
    return Quotation(span=pair.span, marks=pair.style, use=_use(text, pair.span, owner), attribution_id=owner)


def _use(text: str, span: Span, owner: str | None) -> Use:
    if owner is not None:
        return Use.SPEECH
    words = [word.strip("“”\"'‘’.,!?;:«»") for word in text[span.start : min(span.end, span.start + 2_000)].split()]
    main = [word for word in words if len(word) > 3]
    titled = len(words) > 1 and bool(main) and all(word[:1].isupper() for word in main)
    if titled:
        return Use.TITLE
    if len(words) == 1 and words[0][:1].isupper():
        return Use.NAME
    return Use.SPEECH if len(words) >= LONG_QUOTE else Use.SCARE
