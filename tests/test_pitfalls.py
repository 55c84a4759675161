"""Articles on which a naive score fails: each row of the table of pitfalls in the design, as a whole audit."""

import pytest

from source_audit import Audit, Options, audit_article
from source_audit.answer import SCORED, Status

SAID = (
    "Mayor Edda Quill said the pier of Skarn would stay shut until the engineers had looked at all of its old piles.",
    "“The steel is worn through in two places,” said Tom Reed, an engineer of the harbour office in the town of Skarn.",
    "Una Falk, who runs the shop on the island, said she had not had any fresh bread from the town since Monday night.",
    "Harbour master Ivo Brandt told the Courier that a smaller boat would carry people and mail until the end of June.",
    "Ana Ruiz of the islanders' union said nobody had asked the people who live there what they needed in the winter.",
    "Per Holm, a boatman, said he had seen the crack in spring and had told the office about it in a letter in April.",
    "The office said in a statement that it had the letter and that the piles were looked at twice in the same month.",
    "Lena Voss, a teacher, said that nine pupils now stay in the town during the week and go home on Friday evenings.",
    "Councillor Ola Berg said the money for a new pier was there, and that the council would vote on it in September.",
    "Mira Stahl, a nurse, said that two patients had waited for a boat on the quay for more than four hours on Sunday.",
    "Jan Olsen, who fishes off the island, said he had carried eleven people across in his own boat since Friday noon.",
    "The harbour office said in a second statement that such trips were allowed as long as nobody was asked for money.",
    "Dora Lind, a baker in the town, said she would send forty loaves with the mail each morning from next Tuesday on.",
    "Kurt Amsel of the building firm said his divers could start in the second week of May if the weather stayed calm.",
)
NEWS = [f"<p>{line}</p>" for line in SAID]
ONE = [f"<p>{said} the pier of Skarn had to be shut at once and that it would not open before the end of June.</p>" for said in
       ("Mayor Edda Quill said", "Quill said", "She said", "Quill added", "The mayor told the Courier") * 3]  # fmt: skip
NUMBERLESS = ("few-sources", "single-source-story")


def page(body: list[str], above: str = "<p>Local</p>", title: str = "Pier of Skarn Stays Shut") -> str:
    return f"<html><body><article>{above}<h1>{title}</h1><p>By Jonas Pell</p>{''.join(body)}</article></body></html>"


def audited(markup: str, genre: str | None = None, url: str = "https://courier.example/skarn/pier") -> Audit:
    return audit_article(markup, url=url, options=Options(genre=genre, count_untested=True))


def statuses(audit: Audit, *names: str) -> set[Status]:
    return {audit.answers[name].status for name in names}


def test_the_news_report_that_the_others_are_compared_with_gets_a_number() -> None:
    assert audited(page(NEWS)).score.value is not None


def test_good_work_without_a_link_loses_nothing_in_links() -> None:
    copied = audit_article("\n\n".join(SAID), content_type="text")
    assert copied.categories["links"].score is None  # type: ignore[index]
    answers = audited(page(NEWS)).answers
    assert {answers[n].status for n in ("primary-source-links", "homepage-links")} == {Status.NOT_APPLICABLE}


def test_an_investigation_with_protected_sources_is_judged_by_how_they_are_handled() -> None:
    unnamed = "<p>An official at the clinic, who asked not to be named for fear of losing her job, said the pier was unsafe.</p>"
    audit = audited(page([*NEWS, unnamed]), "investigation")
    assert statuses(audit, "anonymity-reason") == {Status.PASS}
    assert statuses(audit, "anonymous-share") == {Status.INFORMATIONAL}
    assert audit.score.value is not None


@pytest.mark.parametrize("title", ["Pier of Skarn: live updates", "Pier of Skarn, as it happened"])
def test_a_live_blog_gets_no_number_and_is_not_asked_for_many_sources(title: str) -> None:
    audit = audited(page(NEWS, title=title))
    assert audit.score.reason == "A live blog grows by entries, so it gets no number as a whole."
    assert statuses(audit, *NUMBERLESS) == {Status.NOT_APPLICABLE}
    counted = {answer.id for answer in audit.answers.values() if answer.weighs}
    assert counted <= {
        "unidentified-speakers",
        "vague-collective-sources",
        "agentless-attribution",
        "embed-author-unidentified",
        "embed-unverified",
        "embed-permalink",
    }


LIVE = [
    "<h3>14:40</h3><p>“The north span has moved by a hand,” said Tom Reed, an engineer of the harbour office.</p>",
    "<h3>14:10</h3><p>Experts say the pier will not last the week. Critics argue that nobody looked at it in time.</p>",
    "<h3>13:55</h3><p>The road to the quay has been swept and sanded.</p>",
    "<h3>13:30</h3><p>A clip is going round.</p>",
    '<blockquote class="twitter-tweet"><p>pier gone, I saw it fall</p>— kez (@kez_skarn)</blockquote>',
    "<h3>13:05</h3><p>Mayor Edda Quill said that the island would get its bread and its mail by another boat today.</p>",
]


def test_a_live_blog_is_judged_entry_by_entry() -> None:
    audit = audited(page([*LIVE, "<h3>12:40</h3>", *NEWS[2:8]], title="Pier of Skarn: live updates"))
    assert [entry.time.of(audit.document.text) for entry in audit.entries] == [
        "14:40", "14:10", "13:55", "13:30", "13:05", "12:40",
    ]  # fmt: skip
    spoken, crowd, silent, post, mayor, _ = ({k: v.value for k, v in e.statuses.items()} for e in audit.entries)
    assert spoken["unidentified-speakers"] == mayor["vague-collective-sources"] == "pass"
    assert crowd["vague-collective-sources"] == "fail"
    assert set(silent.values()) == {"not-applicable"}
    assert post["embed-author-unidentified"] == "partial"
    assert post["unidentified-speakers"] == "not-applicable"
    assert {tuple(entry.statuses) for entry in audit.entries} == {tuple(audit.entries[0].statuses)}
    assert len(audit.entries[0].statuses) == 6
    assert Audit.from_json(audit.to_json()) == audit


def test_other_kinds_of_text_have_no_entries() -> None:
    assert not audited(page([*LIVE, *NEWS]), "news-report").entries


def test_a_check_that_is_switched_off_is_asked_of_no_entry() -> None:
    markup = page([*LIVE, *NEWS], title="Pier of Skarn: live updates")
    audit = audit_article(markup, options=Options(off=frozenset({"embed-permalink"})))
    assert "embed-permalink" not in audit.entries[0].statuses


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("<p>Opinion</p>", "The Pier Must Open"),
        ("<p>Editorial</p>", "The Pier Must Open"),
        ("<p>Book review</p>", "The Pier"),
        ("", "Opinion: The Pier Must Open"),
    ],
)
def test_opinion_gets_no_number_and_is_only_informed_about(above: str, title: str) -> None:
    audit = audited(page(NEWS, above, title))
    assert audit.score.value is None
    assert not {answer.status for answer in audit.answers.values()} & set(SCORED)


def test_a_short_text_of_an_agency_is_not_enough_to_score_and_its_credit_is_shown() -> None:
    short = ["<p>SKARN (AP) — The pier of Skarn stays shut, Mayor Edda Quill said on Monday.</p>", *NEWS[1:8]]
    audit = audited(page(short))
    assert 150 <= audit.document.words < 200
    assert audit.score.reason == "A brief tells too little for a number."
    assert (audit.document.genre.value, audit.document.genre.words) == ("brief", "AP")


@pytest.mark.parametrize(
    ("above", "first", "reason"),
    [
        ("", "<p>FOR IMMEDIATE RELEASE</p>", "A press release is issued by its own source, so it gets no number."),
        ("<p>Press release</p>", "", "A press release is issued by its own source, so it gets no number."),
        ("<p>Sponsored content</p>", "", "Sponsored content is issued by its own source, so it gets no number."),
        (
            "",
            "<p>This is a sponsored post.</p>",
            "Sponsored content is issued by its own source, so it gets no number.",
        ),
    ],
)
def test_a_release_has_no_number_and_no_check_that_counts(above: str, first: str, reason: str) -> None:
    audit = audited(page([first, *NEWS], above))
    assert audit.score.reason == reason
    assert {a.status for a in audit.answers.values()} <= {Status.NOT_APPLICABLE, Status.INFORMATIONAL}


@pytest.mark.parametrize(
    ("above", "url"),
    [("<p>Satire</p>", "https://courier.example/x/1"), ("<p>News</p>", "https://www.theonion.com/pier-1")],
)
def test_satire_stops_at_its_label(above: str, url: str) -> None:
    audit = audited(page(NEWS, above), url=url)
    assert audit.score.reason == "Satire invents its quotations, so it gets no number."
    assert {answer.status for answer in audit.answers.values()} == {Status.NOT_APPLICABLE}


@pytest.mark.parametrize(
    "frames",
    [
        ["told the court", "the jury heard", "under cross-examination"],
        ["told the committee", "told the hearing", "testified"],
        ["told supporters", "in his speech", "the crowd"],
    ],
)
def test_a_report_of_an_event_may_rest_on_one_voice(frames: list[str]) -> None:
    told = [
        f"<p>On the first day he {words} that the pier was shut and the boat was gone by then.</p>" for words in frames
    ]
    audit = audited(page([*told, *ONE]))
    assert statuses(audit, *NUMBERLESS) == {Status.NOT_APPLICABLE}
    assert statuses(audited(page(ONE)), *NUMBERLESS) <= {Status.PARTIAL, Status.FAIL}


@pytest.mark.parametrize("genre", ["interview", "profile", "event-report"])
def test_a_genre_that_the_caller_states_switches_too(genre: str) -> None:
    audit = audited(page(ONE), genre)
    assert statuses(audit, *NUMBERLESS) == {Status.NOT_APPLICABLE}
    assert (audit.document.genre.by, audit.document.genre.value) == ("caller", genre)


def test_an_interview_by_its_layout_and_an_obituary_may_rest_on_one_voice() -> None:
    turns = [
        "<p>Q: When will the pier of Skarn open?</p>",
        "<p>A: It opens in June, I hope, and I will be there.</p>",
    ] * 18
    lives = "<p>Brandt was born in Skarn and is survived by a daughter.</p>"
    for audit in (audited(page(turns)), audited(page([*ONE, lives], title="Ivo Brandt, Boatman of Skarn, Dies at 91"))):
        assert statuses(audit, *NUMBERLESS) == {Status.NOT_APPLICABLE}


def test_one_study_is_usual_in_science() -> None:
    assert statuses(audited(page(ONE, "<p>Science</p>")), "single-source-story") == {Status.NOT_APPLICABLE}
    assert statuses(audited(page(ONE, "<p>Politics</p>")), "single-source-story") <= {Status.PARTIAL, Status.FAIL}


def test_another_language_gets_no_number() -> None:
    german = "<p>Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss nicht mehr offen ist.</p>"
    assert audited(page([german] * 15)).score.value is None


def test_quotation_marks_of_databases_are_read() -> None:
    text = "\n\n".join(SAID).replace("“", "''").replace("”", "''")
    assert any(
        attribution.kind.value == "direct" for attribution in audit_article(text, content_type="text").attributions
    )


@pytest.mark.parametrize("more", ["<p>Experts say that the pier is old.</p>", "<p>Critics said so.</p>"])
def test_a_crowd_without_names_earns_nothing(more: str) -> None:
    before, after = audited(page(NEWS)).score.value, audited(page([*NEWS, more])).score.value
    assert before is not None
    assert after is not None
    assert after <= before


def test_many_quotations_earn_nothing() -> None:
    before, after = audited(page(NEWS)).score.value, audited(page([*NEWS, NEWS[1], NEWS[1]])).score.value
    assert before is not None
    assert after is not None
    assert after <= before
