"""Places in a document and a reading are found by bisection, and as a plain search would find them."""

from hypothesis import given
from hypothesis import strategies as st

from source_audit.checks._near import Cover
from source_audit.document import Block, BlockKind, Document
from source_audit.reading import Reading
from source_audit.span import Span

TEXT = "x" * 60


def in_order(numbers: list[int]) -> list[Span]:
    """Spans that stand in order and never overlap, made of sorted numbers."""
    points = sorted(set(numbers))
    return [Span(start, end) for start, end in zip(points[::2], points[1::2], strict=False)]


SPANS = st.lists(st.integers(0, 59), max_size=16).map(in_order)
PLACE = st.tuples(st.integers(0, 59), st.integers(0, 59)).map(lambda two: Span(min(two), max(two)))


def reading(sentences: list[Span]) -> Reading:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in sentences)
    return Reading(
        document=Document(text=TEXT, blocks=blocks, content_type="text", sha256=""), sentences=tuple(sentences)
    )


@given(SPANS, st.integers(0, 59))
def test_a_block_and_a_sentence_at_a_place(spans: list[Span], offset: int) -> None:
    there = next((span for span in spans if span.start <= offset < span.end), None)
    block = reading(spans).document.block_at(offset)
    assert reading(spans).sentence_at(offset) == there
    assert (block.span if block else None) == there


@given(SPANS, PLACE)
def test_the_sentences_that_share_words_with_a_span(spans: list[Span], place: Span) -> None:
    assert list(reading(spans).sentences_in(place)) == [span for span in spans if span.overlaps(place)]


@given(SPANS, PLACE, st.integers(0, 3))
def test_the_stretch_around_a_span_holds_it_and_grows_with_its_reach(
    spans: list[Span], place: Span, reach: int
) -> None:
    near, nearer = reading(spans).around(place, reach + 1), reading(spans).around(place, reach)
    assert nearer.contains(place)
    assert near.contains(nearer)


def test_two_sentences_before_and_after() -> None:
    sentences = [Span(start, start + 9) for start in range(0, 60, 10)]
    assert reading(sentences).around(Span(23, 26), 2) == Span(0, 49)
    assert reading(sentences).around(Span(3, 6), 1) == Span(0, 19)
    assert reading(sentences).around(Span(53, 56), 1) == Span(40, 59)
    assert reading([]).around(Span(3, 6), 2) == Span(3, 6)


@given(st.lists(PLACE, max_size=8), PLACE)
def test_a_cover_touches_what_one_of_its_spans_touches(spans: list[Span], place: Span) -> None:
    assert Cover(spans).touches(place) == any(span.overlaps(place) for span in spans)
