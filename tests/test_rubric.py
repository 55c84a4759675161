"""Cases become answers: thresholds, genre profiles, short texts, and that one span costs once."""

from collections.abc import Iterator, Mapping

import pytest
from attrs import evolve

from source_audit.answer import Answer, Status
from source_audit.check import Category, Check, Need, Page
from source_audit.checks import catalogue
from source_audit.document import Block, BlockKind, Document, Embed, Genre, Notice, Stated
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.options import GENRES
from source_audit.reading import Reading
from source_audit.rubric import rubric
from source_audit.span import Span

RUBRIC = rubric()
CHECKS = {check.id: check for check in catalogue()}
TABLE = RUBRIC.table


def document(
    words: int = 400,
    genre: str = "unknown",
    content_type: str = "html",
    embeds: int = 0,
    notices: tuple[Notice, ...] = (),
) -> Document:
    text = "word " * words
    return Document(
        text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
        content_type=content_type,
        sha256="",
        genre=Genre(value=genre),
        embeds=tuple(Embed(platform="x") for _ in range(embeds)),
        notices=notices,
    )


def case(verdict: Verdict, start: int = 0, value: float | None = None) -> Case:
    return Case(message=verdict.value, evidence=(Evidence(span=Span(start, start + 4)),), verdict=verdict, value=value)


def answer(name: str, *cases: Case, page: Document | None = None) -> Answer:
    return RUBRIC.judge(CHECKS[name], cases, page or document())


def test_an_answer_carries_the_texts_of_its_check() -> None:
    given = answer("anonymity-reason", case(Verdict.BREAKS))
    assert given.title == "The text says why a source is unnamed."
    assert given.why == "The reason tells you what the source risks or wants."
    assert ("SPJ", "Explain why anonymity was granted.") in given.standards
    assert given.reason == "Unnamed sources with a reason that says what is at risk: 0 of 1."
    assert (given.status, given.score, given.weight, given.examined) == (Status.FAIL, 0.0, 7.5, 1)


def test_findings_leave_out_what_holds_and_begin_with_the_gravest() -> None:
    given = answer(
        "embed-permalink",
        case(Verdict.MILD, 9),
        case(Verdict.HOLDS, 1),
        case(Verdict.BREAKS, 20),
        case(Verdict.UNSURE, 3),
    )
    assert [finding.verdict for finding in given.findings] == [Verdict.BREAKS, Verdict.MILD, Verdict.UNSURE]
    assert given.examined == 4


@pytest.mark.parametrize(
    ("name", "value", "verdict", "message"),
    [
        ("few-sources", 3.0, Verdict.NOTE, "note"),
        ("few-sources", 2.0, Verdict.MILD, "note; usual for this length: 3 or more."),
        ("few-sources", 0.0, Verdict.BREAKS, "note; usual for this length: 3 or more."),
        ("single-source-story", 0.67, Verdict.NOTE, "note"),
        ("single-source-story", 0.75, Verdict.MILD, "note; usual for this length: 71% or less."),
        ("single-source-story", 0.9, Verdict.BREAKS, "note; usual for this length: 71% or less."),
    ],
)
def test_a_measure_of_the_whole_text_is_as_grave_as_its_status_and_says_what_is_usual(
    name: str, value: float, verdict: Verdict, message: str
) -> None:
    given = answer(name, case(Verdict.NOTE, value=value))
    assert [(finding.verdict, finding.message) for finding in given.findings] == [(verdict, message)]
    assert "Usual for this length: " in given.reason


def test_nothing_to_examine_is_not_applicable_with_its_reason() -> None:
    given = RUBRIC.judge(CHECKS["circular-embed"], [NotApplicable(reason="No post.")], document())
    assert (given.status, given.score, given.weighs, given.reason) == (Status.NOT_APPLICABLE, None, 0.0, "No post.")
    assert RUBRIC.judge(CHECKS["circular-embed"], [], document()).reason == "There is nothing to examine."


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        pytest.param("hu", Status.NEEDS_REVIEW, id="the unsure case could turn it"),
        pytest.param("hhhhhhhhhhhhhhhhhhhhhu", Status.NEEDS_REVIEW, id="pass or partial"),
        pytest.param("bbbu", Status.FAIL, id="a fail either way"),
        pytest.param("u", Status.NEEDS_REVIEW, id="nothing but unsure"),
    ],
)
def test_a_reader_is_asked_only_where_it_matters(verdicts: str, expected: Status) -> None:
    kinds = {"h": Verdict.HOLDS, "u": Verdict.UNSURE, "b": Verdict.BREAKS}
    assert answer("unidentified-speakers", *(case(kinds[letter]) for letter in verdicts)).status is expected


def test_the_share_of_one_source_is_not_asked_of_short_texts() -> None:
    check = CHECKS["single-source-story"]
    assert RUBRIC.excused(check, document(words=299)) == "The text has 299 words; this check needs 300."
    assert RUBRIC.excused(check, document(words=300)) is None


def test_checks_of_links_are_excused_from_copied_text_and_checks_of_posts_from_texts_without_any() -> None:
    copied = document(content_type="text", embeds=1)
    excused = {name for name, check in CHECKS.items() if RUBRIC.excused(check, copied)}
    assert excused == {"primary-source-links", "homepage-links", "link-mix", "broken-links", "embed-permalink"}
    page = document(content_type="html")
    excused = {name for name, check in CHECKS.items() if RUBRIC.excused(check, page)}
    assert excused == {
        "embed-author-unidentified",
        "embed-unverified",
        "unexplained-embed",
        "circular-embed",
        "post-only-claim",
    }
    assert RUBRIC.excused(CHECKS["circular-embed"], page) == "The article shows no post."


ASKED_FOR = {"quote-mismatch", "release-overlap", "broken-links"}
"""What a caller supplies the text or the visits for; it runs in any genre (ruling 16)."""


def settled(genre: str, *names: str, words: int = 400, said: int = 5) -> Mapping[str, Answer]:
    page = document(words, genre)
    given = {name: RUBRIC.judge(CHECKS[name], [case(Verdict.BREAKS)], page) for name in names}
    return RUBRIC.settle(given, page, said)


@pytest.mark.parametrize("genre", ["opinion", "review"])
def test_opinion_runs_its_own_checks_for_information_only(genre: str) -> None:
    run = {name for name, check in CHECKS.items() if not RUBRIC.excused(check, document(genre=genre, embeds=1))}
    assert run == {
        *(
            "unidentified-speakers",
            "anonymity-reason",
            "anonymous-description",
            "anonymous-lead",
            "anonymous-opinion",
            "primary-source-links",
            "homepage-links",
        ),
        *("dangling-reference", "embed-author-unidentified", "unexplained-embed", "circular-embed", "embed-permalink"),
        *("embed-unverified", "post-only-claim"),
        *ASKED_FOR,
        "genre-and-method",
        *("byline-and-date", "unattributed-claims", "unsourced-statistics"),
    }
    given = settled(genre, "unidentified-speakers")["unidentified-speakers"]
    assert (given.status, given.score) == (Status.INFORMATIONAL, None)
    assert given.reason.endswith("(shown for this genre)")


@pytest.mark.parametrize("genre", ["satire", "press-release", "sponsored"])
def test_satire_and_releases_are_never_judged(genre: str) -> None:
    run = {name for name, check in CHECKS.items() if not RUBRIC.excused(check, document(genre=genre, embeds=1))}
    assert run <= {"quote-form-mix", "partisan-sources", "link-mix", *ASKED_FOR}
    assert settled(genre, "quote-mismatch")["quote-mismatch"].status is Status.INFORMATIONAL
    assert RUBRIC.withheld({}, document(genre=genre), 9)


@pytest.mark.parametrize("genre", ["interview", "event-report", "profile", "brief", "live-blog"])
def test_genres_with_one_voice_are_not_asked_for_many(genre: str) -> None:
    for name in ("few-sources", "single-source-story"):
        assert (
            RUBRIC.excused(CHECKS[name], document(genre=genre))
            == f"This check is not asked of {'an' if genre[0] in 'aeiou' else 'a'} {genre.replace('-', ' ')}."
        )


def test_one_study_is_usual_in_the_section_of_science() -> None:
    page = evolve(document(), section=Stated(value="Science", origin="meta"))
    name = "single-source-story"
    expected = "This check is not asked of articles in this section, which often tell of a single study."
    assert RUBRIC.excused(CHECKS[name], page) == expected
    assert RUBRIC.excused(CHECKS["few-sources"], page) is None
    assert RUBRIC.excused(CHECKS[name], evolve(page, section=Stated(value="Politics", origin="meta"))) is None


def test_a_live_blog_scores_only_what_holds_for_each_entry() -> None:
    names = set(CHECKS) - {"few-sources", "single-source-story", "unexplained-embed"}
    given = settled("live-blog", *(name for name in names if TABLE["checks"][name]["weight"]))
    scored = {
        name
        for name, one in given.items()
        if one.status is not Status.INFORMATIONAL and one.status is not Status.NOT_APPLICABLE
    }
    assert scored == {
        "unidentified-speakers",
        "vague-collective-sources",
        "agentless-attribution",
        "embed-author-unidentified",
        "embed-permalink",
        "embed-unverified",
    }


@pytest.mark.parametrize(("words", "said"), [(149, 3), (150, 2)])
def test_a_short_text_keeps_its_findings_and_gets_no_number(words: int, said: int) -> None:
    given = settled("unknown", "agentless-attribution", "dangling-reference", words=words, said=said)
    assert {one.status for one in given.values()} == {Status.INFORMATIONAL}
    assert all(one.reason.endswith("(too short to score)") and one.findings for one in given.values())
    assert RUBRIC.withheld(given, document(words), said)
    assert RUBRIC.withheld(given, document(150), 3) is None


def test_a_severe_notice_withholds_the_number() -> None:
    notices = (Notice(code="a", message="Fine."), Notice(code="b", message="No English.", severe=True))
    assert RUBRIC.withheld({}, document(notices=notices), 9) == "No English."


def test_one_span_costs_once() -> None:
    same = case(Verdict.BREAKS, 7)
    given = {
        "anonymity-reason": answer("anonymity-reason", same),
        "anonymous-description": answer("anonymous-description", evolve(same, value=0)),
    }
    yielding = RUBRIC.settle(given, document(), 5)["anonymous-description"]
    assert (yielding.status, yielding.counted_elsewhere, yielding.weighs) == (Status.FAIL, "anonymity-reason", 0.0)


@pytest.mark.parametrize(
    ("first", "second", "start"),
    [
        pytest.param(Verdict.BREAKS, Verdict.BREAKS, 50, id="other words"),
        pytest.param(Verdict.HOLDS, Verdict.BREAKS, 7, id="the first is in order"),
        pytest.param(Verdict.BREAKS, Verdict.HOLDS, 7, id="the second is in order"),
    ],
)
def test_a_check_does_not_give_way_otherwise(first: Verdict, second: Verdict, start: int) -> None:
    rung = 3.0 if second is Verdict.HOLDS else 0.0
    given = {
        "anonymity-reason": answer("anonymity-reason", case(first, 7)),
        "anonymous-description": answer("anonymous-description", case(second, start, rung)),
    }
    assert RUBRIC.settle(given, document(), 5)["anonymous-description"].counted_elsewhere is None


def test_an_open_question_says_what_each_answer_would_make_of_the_value() -> None:
    given = {
        "unidentified-speakers": answer("unidentified-speakers", case(Verdict.UNSURE)),
        "agentless-attribution": answer("agentless-attribution", case(Verdict.HOLDS)),
    }
    open_question = RUBRIC.with_outcomes(given)["unidentified-speakers"]
    assert (open_question.if_holds, open_question.if_breaks) == (1.0, 0.33)


def test_the_rubric_names_only_checks_and_genres_that_can_exist() -> None:
    assert set(TABLE["genres"]) <= set(GENRES)
    assert set(TABLE["categories"]) == {category.value for category in Category}
    assert sum(TABLE["categories"].values()) == 100
    assert {row.get("like", "opinion") for row in TABLE["genres"].values()} <= set(TABLE["genres"])


def test_an_answer_to_a_check_that_needs_a_thing_says_what_is_missing() -> None:
    def run(_: Reading) -> Iterator[Case | NotApplicable]:
        yield NotApplicable(reason="")

    shape = evolve(CHECKS["link-mix"], needs=Need.HTML, run=run)
    assert isinstance(shape.page, Page)
    assert isinstance(shape, Check)
    assert (
        RUBRIC.excused(shape, document(content_type="text"))
        == "The article came as copied text, which keeps no links and no markup."
    )


@pytest.mark.parametrize(("words", "status"), [(199, Status.INFORMATIONAL), (200, Status.FAIL)])
def test_a_check_may_ask_for_a_longer_text_before_it_weighs(words: int, status: Status) -> None:
    given = settled("unknown", "outside-expert", words=words)["outside-expert"]
    assert given.status is status
    assert given.reason.endswith("(shown only: the text has fewer than 200 words)") is (words < 200)
