"""Overlapping marks become segments that never overlap, whatever they are."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from source_audit.report.marks import LAYERS, Mark, bridged, segments
from source_audit.span import Span

WHOLE = Span(10, 40)
SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
MARKS = st.lists(st.tuples(SPANS, st.sampled_from(LAYERS), st.integers(0, 5)), max_size=12).map(
    lambda rows: [Mark(span=span, layer=layer, index=index) for span, layer, index in rows]
)


@given(MARKS, st.lists(st.integers(0, 50), max_size=4))
def test_segments_hold_the_whole_text_once_and_in_order(marks: list[Mark], cuts: list[int]) -> None:
    found = list(segments(WHOLE, marks, cuts))
    assert found[0].start == WHOLE.start
    assert found[-1].end == WHOLE.end
    assert all(first.end == second.start for first, second in pairwise(found))
    assert all(segment.start < segment.end for segment in found)


@given(MARKS)
def test_a_place_is_marked_exactly_where_a_mark_covers_it(marks: list[Mark]) -> None:
    for segment in segments(WHOLE, marks):
        for layer in LAYERS:
            covering = [
                mark for mark in marks if mark.layer == layer and mark.span.overlaps(Span(segment.start, segment.end))
            ]
            owner = getattr(segment, layer)
            assert (owner is not None) == bool(covering)
            if covering:
                last = max(mark.span.start for mark in covering)
                assert owner in {mark.index for mark in covering if mark.span.start == last}


@given(MARKS)
def test_every_edge_of_a_mark_is_an_edge_of_a_segment(marks: list[Mark]) -> None:
    edges = {place for segment in segments(WHOLE, marks) for place in (segment.start, segment.end)}
    for mark in marks:
        if mark.span.overlaps(WHOLE):
            assert max(mark.span.start, WHOLE.start) in edges
            assert min(mark.span.end, WHOLE.end) in edges


def test_parts_of_a_statement_are_joined_within_a_sentence_only() -> None:
    text = "“We,” she said, “are ready.” It rained. “Come.” Then"
    parts = [Span(text.index(part), text.index(part) + len(part)) for part in ("“We,”", "“are ready.”", "“Come.”")]
    joined = bridged(text, parts, Span(0, len(text)))
    assert [span.of(text) for span in joined] == ["“We,” she said, “are ready.”", "“Come.”"]


def test_a_part_takes_in_the_marks_that_close_it() -> None:
    text = "He said it would rain.” More"
    assert [span.of(text) for span in bridged(text, [Span(8, 21)], Span(0, len(text)))] == ["it would rain.”"]
