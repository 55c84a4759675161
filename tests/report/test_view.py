"""The view: sentence, points, recount, band and sum, as the templates and the plain reports take them."""

from typing import Any

import pytest
from attrs import evolve

from source_audit import Options, audit_article
from source_audit.answer import Score, Status
from source_audit.attribution import Source, SourceKind
from source_audit.audit import Audit
from source_audit.finding import Verdict
from source_audit.report.cards import asked
from source_audit.report.links import web_address
from source_audit.report.points import points_of
from source_audit.report.sentence import advice, sentence
from source_audit.report.top import caution, rounded
from source_audit.report.view import view_of
from source_audit.report.wording import listed, named_words, printed_day
from source_audit.resources import data
from tests.report.sample import ANSWERS, crowd, empty, rich


def with_answers(*names: str, **changes: Any) -> Audit:
    audit = rich()
    return evolve(audit, answers={name: evolve(audit.answers[name], **changes) for name in names})


@pytest.mark.parametrize(
    ("counts", "start"),
    [
        ({"n": 4}, "Every statement has a named source."),
        ({"d": 2}, "Every statement comes from a document."),
        ({"n": 3, "d": 1}, "Every statement has a named source or a document."),
        ({"n": 3, "u": 2}, "Most statements have a named source."),
        ({"n": 2, "d": 2, "u": 2}, "Most statements have a named source or a document."),
        ({"u": 3, "n": 1}, "Most statements have an unnamed source."),
        ({"p": 3, "n": 1}, "Most statements come from posts."),
        ({"q": 3, "n": 1}, "For most statements, the text does not say who makes them."),
        ({"n": 1, "u": 1, "q": 1}, "Fewer than half of the statements have a named source."),
        ({}, "The text gives none of its statements a source."),
    ],
)  # fmt: skip
def test_the_first_half_of_the_sentence_says_what_most_statements_show(counts: dict[str, int], start: str) -> None:
    whole = {letter: counts.get(letter, 0) for letter in "ndupq"}
    assert sentence(whole, points_of(empty())).startswith(start)


def test_the_second_half_says_what_the_gravest_finding_shows() -> None:
    counts = {"n": 1, "d": 0, "u": 0, "p": 0, "q": 0}
    assert sentence(counts, points_of(rich())).endswith("One post only repeats what is already quoted.")
    asked = points_of(with_answers("right-of-reply"))
    assert sentence(counts, asked).endswith("One question is left for you.")
    assert advice(asked).startswith("Read question A")
    assert sentence(counts, points_of(empty())).endswith("The checks that count found nothing to point out.")
    nobody = dict.fromkeys(counts, 0)
    assert sentence(nobody, points_of(empty())).endswith("There is little here to audit.")


def test_the_two_halves_never_contradict_each_other() -> None:
    counts = {"n": 3, "d": 0, "u": 0, "p": 0, "q": 0}
    speakerless = sentence(counts, points_of(with_answers("unidentified-speakers")))
    assert speakerless == "Most statements have a named source. One quotation has no speaker."


def test_a_story_of_one_origin_leads_with_it() -> None:
    said = (f"Ana Ruiz said the old bridge over the river was unsafe in winter {number}." for number in range(30))
    view = view_of(audit_article("\n\n".join(said), content_type="text"))
    assert view.sentence.endswith("One origin stands behind more of the statements than is usual.")
    assert view.findings[0].title == (
        "Statements that come from Ana Ruiz: 30 of 30 (100%); usual for this length: 71% or less"
    )


def test_where_nothing_counts_the_sentence_does_not_speak_of_checks_that_count() -> None:
    view = view_of(audit_article("Ana Ruiz said the bridge was unsafe.", content_type="text", options=Options()))
    assert not view.judged
    assert "checks that count" not in view.sentence


def test_a_reader_is_asked_in_words_that_yes_and_no_can_answer() -> None:
    answers = {answer.id: answer for answer in ANSWERS}
    assert asked(evolve(answers["right-of-reply"])) == "An accused party can answer: do you agree?"
    assert all(question.endswith("?") for question in data("sentences")["asks"].values())
    copied = view_of(audit_article("For more on this, read the full article: The Last Boat", content_type="text"))
    assert [box.title for box in copied.questions] == ["Can you follow what the text points to?"]


def test_a_source_that_is_not_clear_withholds_no_name() -> None:
    unclear = Source(id="s1", name="The leaflet", kind=SourceKind.UNKNOWN, named=False)
    assert named_words(unclear) == "No"


def test_every_check_that_can_lead_has_words_for_one_and_for_many() -> None:
    for one, many in data("sentences")["gravest"].values():
        assert one.endswith(".")
        assert many.format(n=3).endswith(".")


def test_trial_checks_and_what_is_counted_elsewhere_never_lead() -> None:
    points = points_of(with_answers("unlabelled-advocates", "anonymous-description"))
    assert points.top == ()
    assert [point.label for point in points.smaller] == ["1", "2"]


def test_in_a_text_without_a_number_findings_still_lead() -> None:
    points = points_of(with_answers("dangling-reference", status=Status.INFORMATIONAL, score=None))
    assert [point.answer.id for point in points.top] == ["dangling-reference"]


def test_notes_are_no_points() -> None:
    audit = rich()
    noted = [f for answer in audit.answers.values() for f in answer.findings if f.verdict is Verdict.NOTE]
    assert noted
    assert not [f for point in points_of(audit).all for f in point.findings if f in noted]


def test_labels_count_on_from_the_findings_and_questions_have_letters() -> None:
    points = points_of(rich())
    assert [point.label for point in points.top] == ["1", "2", "3"]
    assert [point.label for point in points.questions] == ["A", "B"]
    assert [point.label for point in points.smaller] == [str(n) for n in range(4, 4 + len(points.smaller))]
    assert len({point.answer.id for point in points.all}) == len(points.all)


@pytest.mark.parametrize(
    ("low", "high", "cap", "shown"),
    [
        (0.62, 0.69, "circular-embed", (60, 69)),
        (0.62, 0.69, None, (60, 70)),
        (0.62, 0.78, None, (60, 80)),
        (0.7, 0.7, None, (70, 70)),
        (0.0, 1.0, None, (0, 100)),
        (0.41, 0.56, "circular-embed", (40, 60)),
    ],
)
def test_the_range_is_rounded_outward_but_never_past_a_cap(
    low: float, high: float, cap: str | None, shown: tuple[int, int]
) -> None:
    assert rounded(Score(value=low, low=low, high=high, cap=cap)) == shown


def test_bands_that_differ_are_both_named() -> None:
    view = view_of(rich())
    assert view.band.word == "Thin to mixed"
    assert [step.word for step in view.band.steps if step.on] == ["Thin", "Mixed"]


def test_the_sum_gives_the_number() -> None:
    audit = rich()
    rows = view_of(audit).sums
    kept = [row for row in rows if row.adds is not None]
    value = sum(row.adds or 0 for row in kept) / sum(row.score.weight for row in kept)
    assert audit.score.value == pytest.approx(value, abs=0.006)


def test_a_bar_is_as_wide_as_all_its_slices() -> None:
    slices = view_of(crowd()).bar
    assert sum(part.width for part in slices) == pytest.approx(100)
    assert [part.letter for part in slices] == ["n", "d", "u", "p"]


def test_an_origin_of_one_unnamed_voice_is_told_as_such() -> None:
    told = {stream.voices[0].tag.label: (stream.label, stream.note) for stream in view_of(rich()).recount.streams}
    assert told["U2"] == ("Someone unnamed", "a reader cannot check")
    assert told["N1"] == ("Harbour board", "one body")
    assert told["D1"][0] == "County water office"


def test_every_answer_that_found_something_can_be_seen_in_the_text() -> None:
    view = view_of(rich())
    shown = {row.answer.id: row.places for category in view.categories for row in category.checks}
    assert [name for name, places in shown.items() if not places] == [
        answer.id for answer in ANSWERS if not [f for f in answer.findings if f.verdict is not Verdict.NOTE]
    ]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.example/b?c=d#e", True),
        ("http://a.example", True),
        ("HTTPS://a.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("/a", False),
        ("https:///a", False),
        ("https://a.example/\nb", False),
        ("java\tscript:x", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, kept: bool) -> None:
    assert (web_address(address) == address) is kept or address is None


def test_dates_and_lists_in_words() -> None:
    assert printed_day("2026-05-04T10:00:00+02:00") == "4 May 2026"
    assert printed_day("2026-99-99") == "2026-99-99"
    assert printed_day("Monday") == "Monday"
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]


def test_two_findings_on_the_same_words_share_one_chip() -> None:
    audit = rich()
    answer = audit.answers["anonymity-reason"]
    twice = evolve(audit, answers={**audit.answers, answer.id: evolve(answer, findings=answer.findings * 2)})
    (box,) = [box for box in view_of(twice).findings if box.answer.id == answer.id]
    assert len(box.places) == 1


def test_a_quotation_of_several_paragraphs_is_one_statement_ruled_in_each() -> None:
    story = view_of(rich()).story
    ruled = [passage.rule for kind, group in story.groups if kind == "blockquote" for passage in group]
    assert ruled == ["n", "n"]
    tags = [
        tag.label
        for kind, group in story.groups
        if kind == "blockquote"
        for passage in group
        for run in passage.runs
        for statement, _ in run.statements
        for tag in statement.tags
    ]
    assert tags == ["N2"]


def test_what_is_inside_another_mark_keeps_its_own_place() -> None:
    story = view_of(rich()).story
    ids = [
        own
        for _, group in story.groups
        for p in group
        for run in (*p.runs, *p.signature)
        for own in (run.opens, run.lands, *(i for _, i in run.hits), *(i for _, i in run.statements))
        if own
    ]
    assert len(ids) == len(set(ids))
    assert {own for places in story.places.values() for own in places} <= set(ids)
    assert {statement.id for statement in story.statements} <= set(ids)


@pytest.mark.parametrize(
    ("low", "counts", "said"),
    [
        (0.85, {"n": 1, "d": 0, "u": 8, "p": 0, "q": 1}, "Statements with a named source or a document: 1 of 10."),
        (0.70, {"n": 0, "d": 0, "u": 3, "p": 0, "q": 0}, "Statements with a named source or a document: 0 of 3."),
        (0.85, {"n": 5, "d": 0, "u": 5, "p": 0, "q": 0}, ""),
        (0.69, {"n": 1, "d": 0, "u": 8, "p": 0, "q": 1}, ""),
        (None, {"n": 1, "d": 0, "u": 8, "p": 0, "q": 1}, ""),
    ],
)
def test_a_high_number_over_few_names_comes_with_a_word_of_caution(
    low: float | None, counts: dict[str, int], said: str
) -> None:
    printed = caution(Score(value=low, low=low, high=low), counts)
    assert printed.endswith(said)
    assert bool(printed) is bool(said)
