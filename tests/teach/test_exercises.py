"""Exercises are made of what the text shows: sure items are graded, the rest is for discussion."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import source_audit
from source_audit.audit import Audit
from source_audit.teach import Band, Exercise, Item, Ruling, compose_exercises, compose_lesson, read_key, write_key

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = """The pier will close in May, Mayor Ana Ruiz said on Tuesday.

“We looked at every plank of it,” Ruiz told reporters at the harbour.

Tom Hill, who runs the ferry company, said the winter had been hard on the wood.

“Nobody asked the people who work there,” said Dora Lind, a lifeguard.

The pier was built in 1931. It is four hundred metres long and stands on oak.

A senior official said the money had been spent twice.

Jonas Berg walked along the pier with his dog and looked at the sea.

Lind said the swimmers would go elsewhere. “They will go to the lake instead,” she said."""


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>Pier</title></head><body><article><h1>Pier to close</h1>{body}</article></body></html>"


@pytest.fixture(scope="module")
def audit() -> Audit:
    return source_audit.audit_article(page(*ARTICLE.split("\n\n")))


def by_id(audit: Audit) -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in compose_exercises(audit)}


def answers(exercise: Exercise) -> dict[str, str | None]:
    return {item.spans[0].exact: item.key.answer for item in exercise.graded}


def items(audit: Audit) -> Iterator[Item]:
    for exercise in compose_exercises(audit):
        yield from exercise.items


def test_whose_words_tells_quotation_paraphrase_and_reporter_apart(audit: Audit) -> None:
    found = answers(by_id(audit)["whose-words"])
    assert found["“Nobody asked the people who work there,” said Dora Lind, a lifeguard."] == "Quotation"
    assert found["Lind said the swimmers would go elsewhere."] == "Paraphrase"
    assert "Reporter's voice" in found.values()
    assert not {"Quotation", "Paraphrase"} & {found.get("The pier was built in 1931.")}
    assert 6 <= len(found) <= 10


def test_a_paraphrase_with_quoted_words_accepts_either_name() -> None:
    audit = source_audit.audit_article(
        page(*ARTICLE.split("\n\n"), "Hill said the harbour was “a sponge with planks on it” and should be shut.")
    )
    item = next(item for item in by_id(audit)["whose-words"].items if "sponge" in item.spans[0].exact)
    assert item.key.answer == "Both"
    assert set(item.key.accept) == {"Quotation", "Paraphrase"}
    assert item.key.band is Band.LIKELY


def test_a_sentence_with_a_word_that_reports_is_never_the_reporters_own(audit: Audit) -> None:
    """A statement that was overlooked must not become a mistaken key."""
    silent = evolve(audit, attributions=(), sources=())
    exercise = by_id(silent).get("whose-words")
    for item in exercise.items if exercise else ():
        assert " said" not in item.spans[0].exact


def test_who_speaks_matches_words_with_speakers(audit: Audit) -> None:
    exercise = by_id(audit)["who-speaks"]
    found = answers(exercise)
    assert found["“Nobody asked the people who work there,”"] == "Dora Lind"
    assert found["“We looked at every plank of it,”"] == "Ana Ruiz"
    assert all(speaker not in excerpt for excerpt, speaker in found.items() if speaker)


def test_a_long_quotation_is_cut_at_a_pause() -> None:
    long = "“We looked at every plank, " + "and at the next one after it " * 12 + "and then we went home.”"
    text = ARTICLE.split("\n\n")
    audit = source_audit.audit_article(page(*text, f"Ida Moss, a carpenter, said: {long}"))
    found = answers(by_id(audit)["who-speaks"])
    assert found.get("“We looked at every plank,") == "Ida Moss"


def test_who_speaks_has_one_name_too_many_in_the_order_of_the_alphabet(audit: Audit) -> None:
    exercise = by_id(audit)["who-speaks"]
    options = exercise.items[0].options
    assert list(options) == sorted(options, key=str.casefold)
    spare = set(options) - {item.key.answer for item in exercise.graded}
    assert len(spare) == 1
    assert any(spare.copy().pop() in note for note in exercise.notes)
    assert all(item.options == options for item in exercise.items)


def test_an_item_rests_on_words_that_stand_in_the_text(audit: Audit) -> None:
    text = audit.document.text
    for item in items(audit):
        for quote in (*item.spans, *item.key.words):
            assert text[quote.start : quote.end] == quote.exact
            assert text[: quote.start].endswith(quote.prefix)
            assert text[quote.end :].startswith(quote.suffix)
            assert quote.exact in audit.document.body[quote.paragraph - 1].span.of(text)


def test_missing_link_shows_what_can_and_what_cannot_be_checked() -> None:
    audit = source_audit.audit_article(
        page(
            *ARTICLE.split("\n\n"),
            '<a href="https://www.harbour.example/reports/pier.pdf">The engineers’ report</a> says the oak is rotten below.',
            "According to a study by the coast university, one pier in five is cracked.",
            "Watch the video of the swimmers below:",
        )
    )
    found = {item.spans[0].exact: item.key.answer for item in by_id(audit)["missing-link"].items}
    assert found["The engineers’ report says the oak is rotten below."] == "Link"
    assert "No way shown" in found.values()
    assert "Look up" in found.values()


def test_where_nothing_is_missing_there_is_no_such_exercise_and_the_teacher_is_told() -> None:
    audit = source_audit.audit_article(
        page(
            "“We looked at every plank of it,” Mayor Ana Ruiz told reporters.",
            "“Nobody asked the people who work there,” said Dora Lind, a lifeguard.",
            "Lind said the swimmers would go to the lake instead.",
        )
    )
    assert "missing-link" not in by_id(audit)
    assert any(note.startswith("Left out: Could a reader check it?") for note in compose_lesson(audit).notes)


def test_copied_text_blames_no_link_that_copying_lost() -> None:
    text = ARTICLE + "\n\nFor more on this story, read the full article: Pier Closed After Storm"
    audit = source_audit.audit_article(text, content_type="text")
    lesson = compose_lesson(audit)
    assert lesson.is_copied
    assert any("copied text" in note for note in lesson.notes)
    promises = [item for item in items(audit) if "read the full article" in item.spans[0].exact]
    assert all(item.is_open and item.points == 0 for item in promises)
    assert not any(item.key.answer == "Link" for item in items(audit))


def test_what_the_audit_is_unsure_of_is_never_graded(audit: Audit) -> None:
    unsure = evolve(audit, attributions=tuple(evolve(a, confidence=0.5) for a in audit.attributions))
    for item in items(unsure):
        if item.type != "missing-link":
            assert item.is_open or item.key.rule_id == "no-attribution"
    lesson = compose_lesson(unsure)
    assert "who-speaks" not in {exercise.id for exercise in lesson.exercises}


def test_an_unknown_speaker_is_a_question_for_the_class(audit: Audit) -> None:
    first = next(a for a in audit.attributions if "every plank" in a.contents[0].of(audit.document.text))
    lost = evolve(audit, attributions=tuple(evolve(a, source=None) if a is first else a for a in audit.attributions))
    item = next(i for i in by_id(lost)["who-speaks"].items if "every plank" in i.spans[0].exact)
    assert (item.key.answer, item.key.band, item.points) == (None, Band.OPEN, 0)


def test_a_teachers_rulings_change_the_key(audit: Audit) -> None:
    exercise = by_id(audit)["whose-words"]
    first, second = exercise.graded[:2]
    other = next(option for option in first.options if option != first.key.answer)
    key = {first.id: Ruling(answer=other, note="My reading."), second.id: Ruling(drop=True)}
    ruled = next(e for e in compose_exercises(audit, key) if e.id == "whose-words")
    assert [item.id for item in ruled.items] == [item.id for item in exercise.items if item is not second]
    assert (ruled.items[0].key.answer, ruled.items[0].key.why) == (other, "My reading.")
    assert (ruled.points, ruled.minutes) == (exercise.points - 1, exercise.minutes - 1)
    assert compose_lesson(audit, key).is_checked
    assert not compose_lesson(audit).is_checked


def test_a_teacher_can_settle_what_was_open(audit: Audit) -> None:
    unsure = evolve(
        audit,
        attributions=tuple(evolve(a, confidence=0.5 if a is audit.attributions[0] else 1) for a in audit.attributions),
    )
    item = next(item for item in items(unsure) if item.is_open and item.type == "whose-words")
    settled = next(
        i for e in compose_exercises(unsure, {item.id: Ruling(answer="Paraphrase")}) for i in e.items if i.id == item.id
    )
    assert (settled.key.answer, settled.points, settled.is_open) == ("Paraphrase", 1, False)


def test_the_key_as_a_table_reads_back(audit: Audit) -> None:
    exercises = compose_exercises(audit)
    rulings = read_key(write_key(exercises))
    assert list(rulings) == [item.id for exercise in exercises for item in exercise.items]
    assert compose_exercises(audit, rulings) == exercises


def test_points_minutes_and_ids(audit: Audit) -> None:
    lesson = compose_lesson(audit)
    every = [item for exercise in lesson.exercises for item in exercise.items]
    assert len({item.id for item in every}) == len(every)
    assert lesson.points == sum(not item.is_open for item in every)
    for exercise in lesson.exercises:
        assert exercise.minutes > len(exercise.items)
        assert len(exercise.discussed) <= 3


def test_excerpts_print_only_the_paragraphs_that_items_need(audit: Audit) -> None:
    lesson, whole = compose_lesson(audit), compose_lesson(audit, full_text=True)
    items_of = [item for exercise in lesson.exercises for item in exercise.items]
    needed = {quote.paragraph for item in items_of for quote in (*item.spans, *item.key.words)}
    assert {paragraph.number for paragraph in lesson.paragraphs} == needed
    assert len(whole.paragraphs) == len(audit.document.body)
    assert not any(paragraph.gap for paragraph in whole.paragraphs)
    printed = sum(len("".join(words for words, _ in p.pieces).split()) for p in lesson.paragraphs)
    assert any(f"prints {printed} of the {audit.document.words} words" in note for note in lesson.notes)
    assert any("licence" in note for note in whole.notes)


def test_the_words_that_show_a_speaker_are_printed_and_given_as_they_stand() -> None:
    rain = "It rained on the harbour for most of the week, and the boats stayed in."
    audit = source_audit.audit_article(
        page(
            "Mayor Ana Ruiz voiced her worry in a letter to her critics:",
            "“The pier is older than anybody here. It has to be mended before the winter storms arrive.”",
            *[rain] * 3,
            "Tom Hill, who owns a boat, said the winter had been hard on the wood.",
            rain,
            "“Nobody asked the people who work there every day,” he said. “We would have told them why.”",
        )
    )
    lesson = compose_lesson(audit)
    shown = "\n".join("".join(words for words, _ in paragraph.pieces) for paragraph in lesson.paragraphs)
    speakers = next(exercise for exercise in lesson.exercises if exercise.id == "who-speaks")
    ruiz, *_, hill = sorted(speakers.graded, key=lambda item: item.spans[0].start)
    assert (ruiz.key.answer, hill.key.answer) == ("Ana Ruiz", "Tom Hill")
    assert "voiced her worry in a letter to her critics:" in shown
    assert "Tom Hill, who owns a boat" in shown
    assert " :" not in ruiz.key.why
    assert [quote.exact for quote in hill.key.words] == ["Tom Hill, who owns a boat", "he", "said"]


def test_only_a_sheet_with_an_address_speaks_of_it() -> None:
    with_address = source_audit.audit_article(page(*ARTICLE.split("\n\n")), url="https://pier.example/close")
    notes = [compose_lesson(audit).notes for audit in (with_address, source_audit.audit_article(ARTICLE))]
    assert [any("address" in note for note in own) for own in notes] == [True, False]


def test_gaps_are_shown_where_text_is_left_out() -> None:
    filler = [
        f"Nothing much happened on day {number}, and it rained, and people went home early." for number in range(9)
    ]
    audit = source_audit.audit_article(page(*filler, *ARTICLE.split("\n\n"), *filler))
    lesson = compose_lesson(audit)
    assert len(lesson.paragraphs) < len(audit.document.body)
    numbers = [paragraph.number or 0 for paragraph in lesson.paragraphs]
    expected = [number != before + 1 for before, number in zip([0, *numbers], numbers, strict=False)]
    assert [paragraph.gap for paragraph in lesson.paragraphs] == expected
    assert lesson.ends_early == (numbers[-1] != len(audit.document.body))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.html")), ids=lambda path: path.name)
def test_the_same_article_gives_the_same_lesson(path: Path) -> None:
    audit = source_audit.audit_article(path)
    assert compose_lesson(audit) == compose_lesson(Audit.from_json(audit.to_json()))
    assert compose_lesson(audit).exercises == compose_exercises(audit)


def test_no_side_changes_an_exercise() -> None:
    """Exchanging the parties of an article exchanges them in its exercises, and nothing else."""
    text = "“We will vote for the pier on Monday,” said Ana Ruiz, a {0}.\n\n“We will vote against the pier on Monday,” said Tom Hill, a {1}.\n\nA {0} official said the money was gone.\n\nThe council has met in the town hall since 1931."
    one, other = (
        source_audit.audit_article(page(*text.format(*sides).split("\n\n")))
        for sides in (("Democrat", "Republican"), ("Republican", "Democrat"))
    )

    def shape(audit: Audit) -> list[tuple[str, str | None, str, int]]:
        return [
            (i.id, i.key.answer if i.type != "who-speaks" else None, i.key.band, i.spans[0].paragraph)
            for i in items(audit)
        ]

    assert shape(one) == shape(other)


FRAGMENTS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        " said Ana Ruiz. ",
        "Hill said ",
        "it was late",
        ". ",
        "\n\n",
        "A source told us ",
        "@ana: ",
        "(",
        "😀",
        "…",
        "Watch the video below: ",
    ]
)


@settings(max_examples=40)
@given(st.lists(FRAGMENTS, min_size=1, max_size=60).map("".join).filter(str.strip))
def test_any_text_gives_a_lesson_with_sound_items(text: str) -> None:
    audit = source_audit.audit_article("Pier. " + text, content_type="text")
    for exercise in compose_exercises(audit):
        assert exercise.graded
        for item in exercise.items:
            assert item.spans[0].exact == audit.document.text[item.spans[0].start : item.spans[0].end]
            assert item.is_open == (item.key.answer is None) == (item.points == 0)
            assert item.is_open or item.key.answer in item.options
            assert set(item.key.accept).isdisjoint({item.key.answer})


def test_a_very_long_article_is_no_burden() -> None:
    text = "\n\n".join(
        f"“Plank number {n} is loose again,” said Ana Ruiz. It rained all day long in the town." for n in range(3000)
    )
    lesson = compose_lesson(source_audit.audit_article(text, content_type="text"))
    assert sum(len(exercise.items) for exercise in lesson.exercises) < 40
