"""Can the reader tell who says each direct quotation?"""

import pytest

from source_audit.attribution import Kind, SourceKind, Use
from source_audit.checks.unidentified_speakers import unidentified_speakers
from source_audit.finding import Verdict
from source_audit.span import Span
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read

QUOTE = '"Nobody warned us about the flood."'


def test_a_quotation_that_is_given_to_nobody() -> None:
    draft = Draft(f"The harbour was shut. {QUOTE} The market opened.")
    draft.quotes(QUOTE)
    (case,) = cases(unidentified_speakers, draft.reading())
    assert (case.verdict, case.span.of(draft.text)) == (Verdict.BREAKS, QUOTE)
    assert case.message == "Who says these words is not in the text."


def test_a_quotation_behind_a_document_is_nobodys() -> None:
    draft = Draft(f"The boats lay on the sand, the audit found.\n\n{QUOTE}\n\nThe market opened.")
    audit = draft.source("the audit", kind=SourceKind.DOCUMENT)
    draft.says(audit, QUOTE, kind=Kind.DIRECT, by="the audit")
    assert flagged(unidentified_speakers, draft.reading(), Verdict.BREAKS) == [QUOTE]


@pytest.mark.parametrize(
    ("words", "owned"), [('"We are sorry for the wait."', True), ('"You could smell it before you saw it."', False)]
)
def test_a_body_speaks_for_itself_as_we(words: str, *, owned: bool) -> None:
    draft = Draft(f"The boats lay on the sand, the harbour board said.\n\n{words}\n\nThe market opened.")
    draft.says(draft.source("the harbour board", kind=SourceKind.ORGANISATION), words, kind=Kind.DIRECT)
    (case,) = cases(unidentified_speakers, draft.reading())
    assert (case.verdict is Verdict.HOLDS) == owned


def test_words_inside_a_sentence_of_which_no_speaker_was_found_are_left_to_the_reader() -> None:
    draft = Draft('The harbour was shut with the cry "nobody has told us of the flood" on every wall.')
    draft.quotes('"nobody has told us of the flood"')
    assert [case.verdict for case in cases(unidentified_speakers, draft.reading())] == [Verdict.UNSURE]


def test_the_labels_of_questions_and_answers_tell_who_speaks() -> None:
    reading = read(
        "Interview\n\nQ: What do you miss?\n\nA: The fog and the bell.\n\nQ: And the sea?\n\nA: Every single day."
    )
    assert {case.verdict for case in cases(unidentified_speakers, reading)} == {Verdict.HOLDS}


@pytest.mark.parametrize(("who", "verdict"), [("I", Verdict.HOLDS), ("you", Verdict.UNSURE)])
def test_who_writes_is_told_and_who_reads_is_not_known_to_have_said_it(who: str, verdict: Verdict) -> None:
    draft = Draft(f"The harbour was shut. {who} said {QUOTE} The market opened.")
    draft.says(None, QUOTE, kind=Kind.DIRECT, by=who)
    assert [case.verdict for case in cases(unidentified_speakers, draft.reading())] == [verdict]


def test_a_speaker_by_name_by_role_or_unnamed() -> None:
    draft = Draft(f"{QUOTE} said Ana Ruiz. {QUOTE} said the harbour master. {QUOTE} said one of the researchers.")
    spans = [draft.at(QUOTE, nth) for nth in range(3)]
    for span, name, kind in zip(
        spans,
        ("Ana Ruiz", "the harbour master", "one of the researchers"),
        (SourceKind.PERSON, SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_PERSON),
        strict=True,
    ):
        draft.says(draft.source(name, kind=kind), QUOTE, kind=Kind.DIRECT, contents=(span,))
    assert [case.verdict for case in cases(unidentified_speakers, draft.reading())] == [Verdict.HOLDS] * 3


@pytest.mark.parametrize(
    ("by", "kind", "confidence", "expected"),
    [
        pytest.param("she", SourceKind.PERSON, 0.9, Verdict.HOLDS, id="a sure pronoun"),
        pytest.param("she", SourceKind.PERSON, 0.5, Verdict.UNSURE, id="a pronoun that could mean two"),
        pytest.param("Ana Ruiz", SourceKind.PERSON, 0.5, Verdict.HOLDS, id="a name is no pronoun"),
        pytest.param("she", SourceKind.UNKNOWN, 0.9, Verdict.UNSURE, id="a pronoun without a person"),
        pytest.param("she", None, 0.9, Verdict.UNSURE, id="nobody behind the pronoun"),
    ],
)
def test_an_unclear_pronoun_is_never_a_fail(
    by: str, kind: SourceKind | None, confidence: float, expected: Verdict
) -> None:
    draft = Draft(f"Ana Ruiz met Lea Holm. {QUOTE} she said.")
    source = draft.source("Ana Ruiz", kind=kind) if kind else None
    draft.says(source, QUOTE, by=by, kind=Kind.DIRECT, confidence=confidence)
    assert [case.verdict for case in cases(unidentified_speakers, draft.reading())] == [expected]


def test_an_unclear_case_shows_the_words_for_the_speaker() -> None:
    draft = Draft(f"Ana Ruiz met Lea Holm. {QUOTE} she said.")
    draft.says(None, QUOTE, by="she", kind=Kind.DIRECT)
    (case,) = cases(unidentified_speakers, draft.reading())
    assert [(piece.span.of(draft.text), piece.note) for piece in case.evidence] == [
        (QUOTE, "the quotation"),
        ("she", "the speaker, as the text puts it"),
    ]


def test_a_quotation_of_many_paragraphs_is_one_case() -> None:
    first, second = '"We waited for the boat for hours.', '"Then we left it and swam."'
    draft = Draft(f"It rained.\n\n{first}\n\n{second}\n\nThat was all.")
    draft.says(None, first, kind=Kind.DIRECT, contents=(draft.at(first), draft.at(second)))
    assert flagged(unidentified_speakers, draft.reading(), Verdict.BREAKS) == [first]


def test_a_quotation_that_nobody_owns_is_one_case_however_often_it_opens() -> None:
    first, second, third = '"We waited for the boat for hours.', '"Then we left it there.', '"And then we swam."'
    draft = Draft(f"It rained.\n\n{first}\n\n{second}\n\n{third}\n\nIt rained. {QUOTE} It rained.")
    for words in (first, second, third, QUOTE):
        draft.quotes(words)
    assert flagged(unidentified_speakers, draft.reading(), Verdict.BREAKS) == [first, QUOTE]


def test_fragments_titles_and_words_of_doubt_are_left_out() -> None:
    draft = Draft('The "reform" and "The Long Dry Winter" were "too late." It was "a very bad mistake" for some.')
    draft.quotes('"reform"', Use.SCARE)
    draft.quotes('"The Long Dry Winter"', Use.TITLE)
    draft.quotes('"too late."')
    draft.quotes('"a very bad mistake"', Use.UNSURE)
    assert not_applicable(unidentified_speakers, draft.reading()) == "The text quotes nobody directly."


def test_a_dialogue_without_marks_counts() -> None:
    draft = Draft("RUIZ: We are ready for it.\n\nHILL: Nobody ever is.")
    ruiz = draft.source("Ana Ruiz", at="RUIZ")
    draft.says(ruiz, "We are ready for it.", kind=Kind.DIRECT)
    reading = draft.reading(quotations=())
    assert [case.verdict for case in cases(unidentified_speakers, reading)] == [Verdict.HOLDS]


def test_the_headline_and_posts_are_not_asked_about() -> None:
    page = f"""<article><h1>{QUOTE}</h1><p>The harbour was shut on Monday, and the market opened later than usual.</p>
    <blockquote class="twitter-tweet"><p>{QUOTE}</p>&mdash; Ana (@ana_r) <a href="https://twitter.com/ana_r/status/1234567890123">May 1, 2026</a>
    </blockquote></article>"""
    draft = Draft(page, html=True)
    draft.quotes(QUOTE)
    reading = draft.reading()
    in_post = draft.at(QUOTE, 1)
    assert reading.document.block_at(in_post.start) is not None
    draft._quotations.append(
        draft._quotations[0].__class__(span=Span(in_post.start, in_post.end), marks='""', use=Use.SPEECH)
    )
    assert not_applicable(unidentified_speakers, draft.reading())


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param("Boats lay on the sand.", "Posted on Brine by Una Marl, 5 June", id="a line says who posted it"),
        pytest.param(
            "Boats lay on the sand.",
            "The market opened.\n\nThe remark about the flood was made by Una Marl, a diver.",
            id="told further on",
        ),
        pytest.param('Una Marl said: "We lost two boats.', "The market opened.", id="the mark before is left open"),
        pytest.param("Boats lay on the sand.", "The statement was signed by Una Marl.", id="a signed statement"),
    ],
)
def test_words_whose_speaker_stands_elsewhere_are_not_flagged(before: str, behind: str) -> None:
    quote = '"Nobody in the whole town warned us about the flood."'
    assert not flagged(unidentified_speakers, read(f"{before}\n\n{quote}\n\n{behind}"), Verdict.BREAKS)
