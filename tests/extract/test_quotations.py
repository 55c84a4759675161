"""Quotation marks: pairs, unclosed marks, and quotations over several paragraphs."""

import pytest

from source_audit.attribution import Use
from source_audit.extract.quotations import pair_quotations
from source_audit.parse import parse_document
from tests.extract.reading import read


def pairs(text: str) -> list[str]:
    document = parse_document(text, content_type="text")
    return [pair.span.of(text) for pair in pair_quotations(text, document.blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “one” and “two”.", ["“one”", "“two”"], id="curly"),
        pytest.param('He said "one" and "two".', ['"one"', '"two"'], id="straight"),
        pytest.param('A 6\'2" man said "no" twice.', ['"no"'], id="height"),
        pytest.param("The miners' boats and the owners' boats.", [], id="apostrophes"),
        pytest.param(
            "‘It’s the miners’ fight,’ he said.", ["‘It’s the miners’ fight,’"], id="British, with apostrophes"
        ),
        pytest.param("Songs of the ’90s, rock ’n’ roll.", [], id="elisions"),
        pytest.param("First “one.\n\nThen “two” came.", ["“one.", "“two”"], id="unclosed mark shifts nothing"),
        pytest.param('He said "one.\n\nThen "two" came.', ['"one.', '"two"'], id="unclosed straight mark"),
        pytest.param("He said „low“ and «angled».", ["„low“", "«angled»"], id="other styles"),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_a_quotation_runs_on_to_the_closing_mark_of_a_later_paragraph() -> None:
    text = "Ruiz said:\n\n“We waited.\n\nNobody came to us.\n\nThen we left.”\n\nThe rain fell."
    assert pairs(text) == ["“We waited.\n\nNobody came to us.\n\nThen we left.”"]


def test_it_ends_with_its_paragraph_if_another_one_opens_first() -> None:
    assert pairs("“We waited.\n\nHe said “no” to it.\n\nThe end.”") == ["“We waited.", "“no”"]


def test_uses_of_marks() -> None:
    reading = read(
        "Headline of the day\n\nThe “reform” cost millions. She reviewed “The Long Winter”.\n\n“We are ready to open,” Ana Ruiz said."
    )
    uses = {quotation.span.of(reading.text): quotation.use for quotation in reading.quotations}
    assert uses["“We are ready to open,”"] is Use.SPEECH
    assert uses["“The Long Winter”"] is Use.TITLE
