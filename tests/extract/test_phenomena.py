"""The ways in which news texts attribute, one invented example each; what is not found yet is a strict xfail."""

from typing import Any

import pytest

from tests.extract.reading import told

D, M, I = "direct", "mixed", "indirect"  # noqa: E741 - the three kinds at a glance

CASES: dict[str, tuple[str, list[tuple[str, str | None, str]]]] = {
    "that clause": (
        "The mayor said that the pier would reopen in May.",
        [(I, "The mayor", "that the pier would reopen in May")],
    ),
    "elided that": ("Officials said the pier would reopen in May.", [(I, "Officials", "the pier would reopen in May")]),
    "inverted": (
        "“We are ready to open,” said Ana Ruiz, the harbour master.",
        [(D, "Ana Ruiz, the harbour master", "“We are ready to open,”")],
    ),
    "trailing": ("The pier will reopen in May, the mayor said.", [(I, "the mayor", "The pier will reopen in May")]),
    "quotation in two sentences": (
        "“We are ready,” Ruiz said. “We have been for weeks.”",
        [(D, "Ruiz", "“We are ready,” ... “We have been for weeks.”")],
    ),
    "quotation cut in two": ("“We,” she said, “are ready to open.”", [(D, "she", "“We,” ... “are ready to open.”")]),
    "according to, in front": ("According to the audit, costs doubled.", [(I, "the audit", "costs doubled")]),
    "according to, at the end": ("Costs doubled, according to the audit.", [(I, "the audit", "Costs doubled")]),
    "told with addressee": (
        "Ruiz told reporters on Monday that costs had doubled.",
        [(I, "Ruiz", "that costs had doubled")],
    ),
    "colon lead-in": ("Ruiz put it bluntly: “No money is left.”", [(D, "Ruiz", "“No money is left.”")]),
    "mixed": (
        "Ruiz called the plan “a costly mistake” that would fail.",
        [(M, "Ruiz", "the plan “a costly mistake” that would fail")],
    ),
    "fragments": ("He said it was “late,” “badly run” and dear.", [(M, "He", "it was “late,” “badly run” and dear")]),
    "two cues": (
        "The firm admitted delays and said it would pay.",
        [(I, "The firm", "delays"), (I, "The firm", "it would pay")],
    ),
    "participle": (
        "“It failed in the first week,” he said, adding that nobody was told.",
        [(D, "he", "“It failed in the first week,”"), (I, "he", "that nobody was told")],
    ),
    "paragraphs that each open": (
        "Headline of the day\n\n“We waited for an hour in the rain.\n\n“Then we left without a word,” Ruiz said.",
        [(D, "Ruiz", "“We waited for an hour in the rain. ... “Then we left without a word,”")],
    ),
    "quotation after its lead-in paragraph": (
        "Headline of the day\n\nRuiz declared:\n\n“Nobody asked any of us about it.”",
        [(D, "Ruiz", "“Nobody asked any of us about it.”")],
    ),
    "pronoun": ("Ana Ruiz left. She added that the fund was empty.", [(I, "She", "that the fund was empty")]),
    "relative pronoun": ("Ruiz, who said she was tired, left early.", [(I, "who", "she was tired")]),
    "role only": ("A spokeswoman declined to comment.", [(I, "A spokeswoman", "to comment")]),
    "unnamed person": (
        "A person familiar with the matter said that talks had stopped.",
        [(I, "A person familiar with the matter", "that talks had stopped")],
    ),
    "unnamed people": (
        "Two officials briefed on the talks said they had stopped.",
        [(I, "Two officials briefed on the talks", "they had stopped")],
    ),
    "crowd": ("Critics say the plan is dear.", [(I, "Critics", "the plan is dear")]),
    "organisation": (
        "The ministry said in a statement that it would appeal.",
        [(I, "The ministry", "that it would appeal")],
    ),
    "document": ("The lawsuit alleges the firm hid the leak.", [(I, "The lawsuit", "the firm hid the leak")]),
    "medium between": ("“There will be no deal,” Ruiz wrote on X.", [(D, "Ruiz", "“There will be no deal,”")]),
    "second-hand": (
        "The Daily Post reported that Ruiz had resigned.",
        [(I, "The Daily Post", "that Ruiz had resigned")],
    ),
    "passive without a source": ("It was reported that the fund was empty.", [(I, None, "that the fund was empty")]),
    "passive with a source": (
        "The plan was criticised by teachers as rushed.",
        [(I, "teachers", "The plan ... as rushed")],
    ),
    "noun cue": ("Her claim that costs doubled was wrong.", [(I, "Her", "that costs doubled")]),
    "apposition": (
        "Hill, 52, a doctor who treats miners, said: “Wait for us.”",
        [(D, "Hill, 52, a doctor who treats miners", "“Wait for us.”")],
    ),
    "joint sources": ("Ruiz and Hill said they would appeal.", [(I, "Ruiz and Hill", "they would appeal")]),
    "nested quotation": (
        "“He told me ‘never again’ and left,” she said.",
        [(D, "she", "“He told me ‘never again’ and left,”")],
    ),
    "reported in reported speech": (
        "Ruiz said Hill had told her the fund was empty.",
        [(I, "Ruiz", "Hill had told her the fund was empty")],
    ),
    "scare quotes": ("The “reform” cost millions.", []),
    "quoted term": ("They used a process called “netting” all year.", []),
    "titles": ("He reviewed “The Long Winter” on “Morning Desk.”", []),
    "nickname": ("Everybody knows Joe “Shorty” Brandt.", []),
    "British single marks": (
        "‘It’s the miners’ fight,’ he said, ‘isn’t it?’",
        [(D, "he", "‘It’s the miners’ fight,’ ... ‘isn’t it?’")],
    ),
    "doubled apostrophes": ("''We are ready to open,'' Ruiz said.", [(D, "Ruiz", "''We are ready to open,''")]),
    "odd mark": ("He is 6'2\" and said “no to all of it.”", [(D, "He", "“no to all of it.”")]),
    "brackets and ellipsis": (
        "“They [the owners] ... knew all along,” she said.",
        [(D, "she", "“They [the owners] ... knew all along,”")],
    ),
    "transcript": ("RUIZ: We are ready to open the pier.", [(D, "RUIZ", "We are ready to open the pier")]),
    "dash signature": (
        "“Wait for the tide.” — Ana Ruiz, harbour master",
        [(D, "Ana Ruiz, harbour master", "“Wait for the tide.”")],
    ),
    "post in the text": ("Ruiz tweeted, “There is no deal at all.”", [(D, "Ruiz", "“There is no deal at all.”")]),
    "headline": (
        "Mayor: bridge ‘unsafe’ for lorries\n\nThe bridge is old. It was built in 1911.",
        [(M, "Mayor", "bridge ‘unsafe’ for lorries")],
    ),
    "look-alikes": ("The state report on the tweet filled the said document.", []),
    "sentences inside a quotation": (
        "“No. Never! Mr. Hill knows,” she said.",
        [(D, "she", "“No. Never! Mr. Hill knows,”")],
    ),
    "cue in the middle": ("The fund, Ruiz said, was empty.", [(I, "Ruiz", "The fund ... was empty")]),
    "as clause": ("As Ruiz noted, the fund was empty.", [(I, "Ruiz", "the fund was empty")]),
    "call and complement": ("Ruiz called Hill a liar.", [(I, "Ruiz", "Hill a liar")]),
    "would-be speech": ("Would he say “no” to that?", []),
}

NOT_YET = {
    "noun cue": "where a clause after a noun ends is not known without a parser",
    "nickname": "a name in marks between two parts of a name is taken for a fragment of speech",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            *case, id=name, marks=pytest.mark.xfail(reason=NOT_YET[name], strict=True) if name in NOT_YET else ()
        )
        for name, case in CASES.items()
    ],
)
def test_statement_is_found(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


MARKS: list[Any] = [
    pytest.param("“", "”", id="curly"),
    pytest.param('"', '"', id="straight"),
    pytest.param("''", "''", id="doubled"),
    pytest.param("``", "''", id="TeX"),
    pytest.param("«", "»", id="guillemets"),
    pytest.param("„", "“", id="low and high"),
    pytest.param("‘", "’", id="British single"),
    pytest.param("“", '"', id="curly and straight"),
]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
@pytest.mark.parametrize(
    "frame",
    ["{q} Ruiz said.", "Ruiz said: {q}", "Ruiz told reporters, {q}", "{q} said Ana Ruiz.", "According to Ruiz, {q}"],
)
def test_every_style_of_marks_is_read_alike(frame: str, opening: str, closing: str) -> None:
    quotation = f"{opening}We cannot open the pier,{closing}"
    kinds = {(kind, content) for kind, _, content in told(frame.format(q=quotation))}
    assert kinds == {(D, quotation)}
