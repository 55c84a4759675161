"""Which words does the article share with the release?"""

from attrs import evolve

from source_audit.checks.release_overlap import release_overlap
from source_audit.finding import Verdict
from source_audit.supplied import SuppliedText
from tests.marking import cases, marked, not_applicable, read

RELEASE = SuppliedText(
    name="release.txt",
    text="Tarn County today opens the new night bus line from the depot to the harbour. “It will change how people "
    "get home after late shifts,” said Mayor Ana Ruiz.",
)


def test_shared_runs_are_marked_with_the_words_of_the_release() -> None:
    plain, spans = marked(
        "Tarn County has a bus again. It comes late, say riders: [[the new night bus line from the depot to the harbour]] "
        "begins years after the plan.\n\n"
        "“[[It will change how people get home after late shifts]],” Mayor Ana Ruiz wrote."
    )
    reading = evolve(read(plain), releases=(RELEASE,))
    (case,) = cases(release_overlap, reading)
    assert [piece.span for piece in case.evidence] == spans
    assert [piece.note for piece in case.evidence] == ["the article's own words", "a quotation"]
    assert [passage.words for passage in case.aligned] == [span.of(plain) for span in spans]
    assert case.verdict is Verdict.NOTE
    assert case.value == round(21 / 41, 4)
    assert case.message == "51% of the words also stand in release.txt, in runs of eight and more."


def test_words_that_follow_each_other_in_the_article_only_are_put_beside_their_own_places() -> None:
    text = "The bus will run from Marlow to the old harbour every night and it will cost two crowns for each rider."
    parts = (
        "it will cost two crowns for each rider, and bus will run from Marlow to the old harbour every night and it will "
        "stop."
    )
    release = SuppliedText(name="release.txt", text=parts)
    reading = evolve(read(text), releases=(release,))
    (case,) = cases(release_overlap, reading)
    assert [piece.span.of(text) for piece in case.evidence] == [passage.words for passage in case.aligned]


def test_a_run_that_leaves_a_quotation_says_so() -> None:
    text = "“It will change how people get home after late shifts,” said Mayor Ana Ruiz."
    (case,) = cases(release_overlap, evolve(read(text), releases=(RELEASE,)))
    assert [piece.note for piece in case.evidence] == ["partly a quotation"]


def test_seven_words_in_a_row_are_no_run() -> None:
    reading = evolve(read("It is the new night bus line from town, and nobody waits."), releases=(RELEASE,))
    assert not_applicable(release_overlap, reading).startswith("The article shares no run of eight words")


def test_each_release_has_its_own_note_the_largest_first() -> None:
    other = SuppliedText(name="other.txt", text="People get home after late shifts by the new night bus line.")
    text = "People get home after late shifts by the new night bus line from the depot to the harbour."
    found = cases(release_overlap, evolve(read(text), releases=(RELEASE, other)))
    assert [case.message.split(",")[0] for case in found] == [
        "67% of the words also stand in other.txt",
        "61% of the words also stand in release.txt",
    ]


def test_it_is_not_asked_without_a_release() -> None:
    assert (
        not_applicable(release_overlap, read("The bus comes late."))
        == "No press release was given to compare the article with."
    )
