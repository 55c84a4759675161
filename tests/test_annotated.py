"""Marks in a text become spans of it, and what is found is paired with what was marked."""

import pytest

from tests.annotated import annotated, overlap, pair_up, read, words_in


def test_marks_become_spans_of_the_text_without_them() -> None:
    found = annotated("{i:The fund}, {s=Ana Ruiz:she} {c:said}, {i:was empty}.")
    assert found.text == "The fund, she said, was empty."
    (only,) = found.attributions
    assert [span.of(found.text) for span in only.contents] == ["The fund", "was empty"]
    assert [span.of(found.text) for span in only.sources + only.cues] == ["she", "said"]
    assert (only.kind, only.name) == ("indirect", "Ana Ruiz")


def test_labels_share_a_part_and_hold_within_their_paragraph_unless_they_have_a_capital() -> None:
    found = annotated(
        "{s1,2:Ruiz} {c1:said} {i1:one} and {c2:added} {i2:two}. ¶ {dA:“Three.”} ¶ {d1:“Four.”} {sA:Hill}"
    )
    told = [[span.of(found.text) for span in each.sources + each.contents] for each in found.attributions]
    assert told == [["Ruiz", "one"], ["Ruiz", "two"], ["Hill", "“Three.”"], ["“Four.”"]]


def test_marks_may_stand_inside_each_other() -> None:
    found = annotated("{s:Ruiz} {c:said} {i:that {s2:Hill} {c2:denied} {i2:it all}}.")
    told = [[span.of(found.text) for span in each.contents] for each in found.attributions]
    assert told == [["that Hill denied it all"], ["it all"]]


@pytest.mark.parametrize("notation", ["{s:Ruiz} {c:said}.", "{s:Ruiz} {c:said} {i:that it rained."])
def test_marks_that_make_no_attribution_are_refused(notation: str) -> None:
    with pytest.raises(ValueError, match=r"no content|not closed"):
        annotated(notation)


def test_half_of_the_words_make_a_pair() -> None:
    text = annotated("{s:Ruiz} {c:said} {i:that the pier was lost}, and everybody went home.")
    reading = read(text.text)
    assert [rate for *_, rate in pair_up(text.text, text.attributions, reading.attributions)] != []
    assert list(pair_up(text.text, text.attributions, ())) == []
    (marked,) = text.attributions
    assert overlap(text.text, marked.contents, marked.contents) == 1
    assert overlap(text.text, marked.contents, marked.cues) == 0
    assert len(words_in(text.text, marked.contents)) == 5
