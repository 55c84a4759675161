"""Is a quotation given in two versions, cut short, or changed in brackets?"""

import time

from source_audit.checks.quote_integrity import quote_integrity
from tests.marking import cases, not_applicable, read, read_html, words

FIRST = "The old bridge will never be safe for the ferry crews"
OTHER = "The old bridge will not be safe for the ferry crews"


def test_two_versions_in_the_text() -> None:
    reading = read(f'"{FIRST}," said Anna Keller.\n\nFerries go. "{OTHER}," Keller said.')
    (case,) = cases(quote_integrity, reading)
    assert words(reading.text, [piece.span for piece in case.evidence]) == [f'"{FIRST},"', f'"{OTHER},"']
    assert [piece.note for piece in case.evidence] == ["in the text", "in the text"]


def test_two_versions_in_the_headline_and_the_text() -> None:
    reading = read(f'Keller: "{FIRST}"\n\n"{OTHER}," said Anna Keller.\n\nFerries go every hour.')
    (case,) = cases(quote_integrity, reading)
    assert [piece.note for piece in case.evidence] == ["in the headline", "in the text"]


def test_two_versions_in_the_text_and_a_post() -> None:
    reading = read_html(
        f"""<article><h1>Bridge shut</h1><p>"{FIRST}," said Anna Keller, the harbour master, on Monday.</p>
        <blockquote class="twitter-tweet"><p>{OTHER}</p>&mdash; Anna Keller (@anna_k)
        <a href="https://twitter.com/anna_k/status/1234567890123">May 1, 2026</a></blockquote></article>"""
    )
    (case,) = cases(quote_integrity, reading)
    assert [piece.note for piece in case.evidence] == ["in the text", "in a post"]


def test_a_part_word_for_word_is_no_other_version() -> None:
    reading = read(
        f'"{FIRST}," said Anna Keller.\n\nFerries go. "will never be safe for the ferry crews," Keller said.'
    )
    assert not_applicable(quote_integrity, reading)


def test_dots_and_brackets_that_say_so_are_shown_as_such() -> None:
    cut = FIRST.replace("never", "[not]").replace("ferry ", "... ")
    reading = read(f'"{FIRST}," said Anna Keller.\n\nFerries go. "{cut}," Keller said.')
    dots, brackets = cases(quote_integrity, reading)
    assert dots.message == "Dots stand where a quotation may be cut, in one place."
    assert brackets.message == "Words in brackets were put into quotations, in one place."
    assert brackets.span.of(reading.text) == "[not]"


def test_a_slip_that_is_kept_is_no_change() -> None:
    reading = read('"The brigde [sic] will never be safe for us," said Anna Keller.')
    assert not_applicable(quote_integrity, reading)


def test_many_like_quotations_take_no_time() -> None:
    reading = read("\n\n".join(f'"{FIRST} on day {number}," said Anna Keller.' for number in range(400)))
    started = time.process_time()
    list(quote_integrity(reading))
    assert time.process_time() - started < 2
