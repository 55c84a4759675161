"""Does somebody who had no part in the study speak?"""

from typing import Any

import pytest

from source_audit.answer import Status
from source_audit.api import audit_article
from source_audit.attribution import Kind
from source_audit.checks.outside_expert import outside_expert
from source_audit.finding import Case, Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, read, words

LEAD = (
    "Ferry riders are calmer, a new study published in the journal Harbour Science says.\n\n"
    "The researchers asked forty people. The study took a year.\n\n"
)


def story(rest: str, *people: tuple[str, str], lead: str = LEAD, **facts: Any) -> Draft:
    draft = Draft(lead + rest)
    for name, said in people:
        draft.says(draft.source(name, **facts), said, kind=Kind.DIRECT)
    return draft


def verdict(draft: Draft) -> Verdict:
    return sole(draft).verdict


def sole(draft: Draft) -> Case:
    (case,) = cases(outside_expert, draft.reading())
    return case


AUTHOR = '"Water calms," said Ana Ruiz, who led the study. '


def test_only_the_author_speaks() -> None:
    draft = story(AUTHOR, ("Ana Ruiz", '"Water calms,"'))
    case = sole(draft)
    assert case.verdict is Verdict.BREAKS
    assert words(draft.text, [piece.span for piece in case.evidence]) == ["a new study", "Ana Ruiz"]


def test_nobody_is_quoted_at_all() -> None:
    assert verdict(story("The bay is calm.")) is Verdict.BREAKS


@pytest.mark.parametrize("said", ['"We found that water calms,"', '"Our results are clear,"'])
def test_who_speaks_of_the_study_as_their_own_is_no_outsider(said: str) -> None:
    assert verdict(story(f"{said} said Ana Ruiz.", ("Ana Ruiz", said))) is Verdict.BREAKS


@pytest.mark.parametrize(
    "who",
    [
        "Tom Hill, who was not involved in the study",
        "Tom Hill, who wasn't involved in the work",
        "Tom Hill, who did not take part in the research",
    ],
)
def test_somebody_from_outside_speaks(who: str) -> None:
    draft = story(
        f'{AUTHOR}"Forty are few," said {who}.', ("Ana Ruiz", '"Water calms,"'), ("Tom Hill", '"Forty are few,"')
    )
    assert verdict(draft) is Verdict.HOLDS


def test_somebody_whose_office_makes_no_studies_is_from_outside() -> None:
    draft = story('"We will act," said Tom Hill.', ("Tom Hill", '"We will act,"'), role="mayor of Norhaven")
    assert verdict(draft) is Verdict.HOLDS


def test_the_words_alone_are_enough_where_the_speaker_is_not_read() -> None:
    draft = story(f"{AUTHOR}An outside expert called it thin.", ("Ana Ruiz", '"Water calms,"'))
    assert verdict(draft) is Verdict.HOLDS


@pytest.mark.parametrize(
    "limit", ["The study is small and observational.", "More research is needed.", "It has limitations."]
)
def test_limits_that_are_told_weigh_in(limit: str) -> None:
    assert verdict(story(AUTHOR + limit, ("Ana Ruiz", '"Water calms,"'))) is Verdict.MILD


def test_a_part_that_is_not_told_is_left_to_the_reader() -> None:
    draft = story('"Water calms," said Tom Hill.', ("Tom Hill", '"Water calms,"'), role="a psychologist")
    assert verdict(draft) is Verdict.UNSURE


@pytest.mark.parametrize(
    "lead",
    [
        "The council has published a white paper. The paper is long. Researchers read the paper. The study rooms are open.\n\n",
        "The bay is calm and wide and lies behind the hill.\n\nIt is wide and deep and nobody knows how old.\n\nIt is deep enough for all of the boats there.\n\nIt is as old as the hill that stands there.\n\nA study says so. The researchers and scientists agree.\n\n",
        "A new study says ferries are good.\n\nThe mayor will open a bridge.\n\n",
        "One study says yes. Another study says no. An earlier study says maybe. A third study is out. Two studies came later.\n\n",
    ],
)
def test_an_article_that_is_not_about_one_study(lead: str) -> None:
    assert not_applicable(outside_expert, story("", lead=lead).reading()) == "The article is not about one study."


@pytest.mark.parametrize(("filling", "status"), [(5, Status.INFORMATIONAL), (60, Status.FAIL)])
def test_a_brief_on_a_study_is_shown_only(filling: int, status: Status) -> None:
    body = "The ferry crosses the bay each hour. " * filling
    said = "".join(
        f'"We found it {word}," said Ana Ruiz, lead author of the study.\n\n' for word in ("calm", "fine", "good")
    )
    text = f"{LEAD}{said}{body}"
    assert audit_article(text, content_type="text").answers["outside-expert"].status is status


@pytest.mark.parametrize("who", ["Tom Hill, a mother of three", "Tom Hill", "Its director, Tom Hill"])
def test_who_could_not_judge_a_study_or_is_of_its_house_is_no_outsider(who: str) -> None:
    draft = story(
        f'{AUTHOR}"I sleep well," said {who}.', ("Ana Ruiz", '"Water calms,"'), ("Tom Hill", '"I sleep well,"')
    )
    assert verdict(draft) is Verdict.BREAKS


AUTHOR_SPEAKS = '"Water calms," said Ana Ruiz, who led the work.'


@pytest.mark.parametrize(
    "text",
    [
        "Ferry riders are calmer than drivers, according to a survey by Fair Ferries.\n\nThe survey was done in May.",
        "A report from Fair Ferries says that riders sleep better.\n\nThe report has ninety pages.",
        "Riders sleep better.\n\nThe survey by Fair Ferries asked forty of them. The respondents slept well.",
        "Researchers at Norhaven University have shown that riders sleep better.\n\nThe paper is long.",
        "In a trial of a new pill nine in ten riders slept.\n\nThe trial followed ninety patients for a year.",
        "Riders sleep better.\n\nThey eat more.\n\nThey read.\n\nThey sing.\n\nThe figures come from a poll by Fair Ferries.",
        "Riders sleep better.\n\nThey eat more.\n\nThey read.\n\nThey sing.\n\nThe findings are those of a team at Norhaven.",
        "Riders sleep better.\n\nThose results were presented on Sunday by Calm Waters, which sells the pill.",
        "Riders sleep better.\n\nThe change was studied for two years by Calm Waters.",
        "Riders sleep better.\n\nThe claims are made in a dossier of the ferry firm.",
    ],
)
def test_a_study_survey_or_report_that_is_brought_in_or_named_as_the_origin(text: str) -> None:
    (case,) = cases(outside_expert, read(f"{text}\n\n{AUTHOR_SPEAKS}"))
    assert case.verdict is Verdict.BREAKS


@pytest.mark.parametrize(
    "text",
    [
        "The council hid a report, Tom Hill said.\n\nThe report is long.",
        "The mayor spoke after a report by the Courier.\n\nTom Hill contributed to this report.",
        "The man is on trial.\n\nIn a trial of nine days the jury saw the drug. The trial goes on.",
        "Poe leads Cole among voters, according to a survey.\n\nThe survey was done in May.",
        "The ferry is late, according to the council's report.\n\nThe council will buy a new one.",
        "The first figure comes from the charity's annual report, the second from the ministry.",
        "A white paper says that the ferry will stop.\n\nThe paper is long.",
    ],
)
def test_other_papers_trials_and_surveys_of_voters_make_no_story_on_a_study(text: str) -> None:
    reading = read(f"{text}\n\n{AUTHOR_SPEAKS}")
    assert not_applicable(outside_expert, reading) == "The article is not about one study."


@pytest.mark.parametrize(
    "role",
    ["union's general secretary", "its president", "chief medical officer", "auditor", "ambassador for the company"],
)
def test_officers_of_private_bodies_and_authors_of_reports_are_no_outsiders(role: str) -> None:
    draft = story(
        f'{AUTHOR}"We sleep," said Tom Hill.', ("Ana Ruiz", '"Water calms,"'), ("Tom Hill", '"We sleep,"'), role=role
    )
    assert verdict(draft) is Verdict.BREAKS
