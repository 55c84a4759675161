"""Audits made by hand from an invented article that is rich in everything a report has to show."""

from datetime import date
from typing import Any

from attrs import evolve

from source_audit.answer import Answer, Status
from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.audit import Audit
from source_audit.check import Category, Lifecycle
from source_audit.document import Block, BlockKind, Document, Embed, Genre, Link, Notice, Stated
from source_audit.finding import Evidence, Finding, Verdict
from source_audit.origin import Origin, Origins
from source_audit.rubric import rubric
from source_audit.span import Span

TITLE = "Harbour Board <script>alert('x')</script> Splits Over \"Salt Tax\" & Night Work"
HOSTILE = "<img src=x onerror=alert(1)> </script><style>*{}</style> {{ 7*7 }} {% x %} &amp; javascript:alert(2)"
POST = "“We read it on a wall, like a lost cat.” Share this!"
SIGNATURE = "Velde Dockers (@veldedockers) 4 May 2026"
B = BlockKind

BLOCKS = [
    (B.SECTION, "News"),
    (B.HEADLINE, TITLE),
    (B.BYLINE, "By Courier Staff · 4 May 2026"),
    (
        B.PARAGRAPH,
        "Ships will pay to have salt cleared from the basin of Velde, board chair Ines Okafor said on Monday.",
    ),
    (B.PARAGRAPH, "“We have dredged on credit for nine years,” Okafor told Radio Velde. “That ends in June.”"),
    (B.PARAGRAPH, "Her deputy, Tomas Lind, put it in a few sentences:"),
    (B.BLOCKQUOTE, "“The basin fills every winter, and the ships that use it pay nothing towards the work."),
    (B.BLOCKQUOTE, "“Somebody has to pay. It should not be the school, and it should not be the hospital.”"),
    (B.PARAGRAPH, "A report by the county water office found that salt rose by 40 percent in six years."),
    (B.HEADING, "Anger on the quay"),
    (
        B.PARAGRAPH,
        "Critics say the plan is a gift. Two dock workers said Brack Shipping had bribed a clerk to see the figures early.",
    ),
    (B.PARAGRAPH, "It is the most hated plan in the town’s history. About 3,100 people work in the port."),
    (
        B.PARAGRAPH,
        "Yusuf Adeyemi, who speaks for the union, said: “Nobody asked us. We read it on a wall, like a lost cat.”",
    ),
    (B.PARAGRAPH, "The union confirmed his words online:"),
    (B.EMBED, f"{POST}\n{SIGNATURE}"),
    (B.PARAGRAPH, "“הנמל שייך לכולנו”, אמרה דנה לוי."),
    (B.LIST_ITEM, "a fee of 12 crowns a tonne"),
    (B.LIST_ITEM, "no work between ten and five"),
    (B.PARAGRAPH, "A notice on the gate reads: " + HOSTILE),
    (B.PARAGRAPH, "“It cannot go on like this at all,” somebody called in the hall."),
    (B.PARAGRAPH, "For more on this story, read the full article: Salt and Silence"),
    (B.CAPTION, "The basin in March. Photo: Courier"),
]
TEXT = "\n\n".join(words for _, words in BLOCKS)

WHY = "The reason tells you what the source risks or wants."
DO = "Ask who gains if this is believed."


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Return where these words stand, for the nth time."""
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return Span(place, place + len(words))


def blocks(rows: list[tuple[BlockKind, str]]) -> tuple[Block, ...]:
    """Return the blocks of a text that is joined by empty lines."""
    made, place = [], 0
    for kind, words in rows:
        made.append(Block(kind=kind, span=Span(place, place + len(words))))
        place += len(words) + 2
    return tuple(made)


DOCUMENT = Document(
    text=TEXT,
    blocks=blocks(BLOCKS),
    content_type="html",
    sha256="be53b2d7f6ac3968a5de919e50b9c65cc9bfc3646a2633d7067aca952621477f",
    title=Stated(value=TITLE, origin="h1", span=at(TITLE)),
    authors=(Stated(value="Courier Staff", origin="byline", span=at("Courier Staff")),),
    published=Stated(value="2026-05-04", origin="time"),
    site=Stated(value="The Velde <b>Courier</b>", origin="meta"),
    language=Stated(value="en", origin="meta"),
    genre=Genre(value="news-report", by="section", confidence=0.8),
    links=(
        Link(
            span=at("report by the county water office"),
            href="https://water.example/salt?a=1&b=\"><script>",
            text="report by the county water office",
            domain="water.example",
            serves="document",
        ),
        Link(span=at("the figures"), href="javascript:alert(3)", text="the figures", domain="", serves="other"),
        Link(span=at("the gate"), href="data:text/html,x", text="the gate", domain="", serves="other"),
    ),
    embeds=(
        Embed(
            platform="x",
            handle="veldedockers",
            author="Velde Dockers",
            text=POST,
            printed_date="4 May 2026",
            span=at(f"{POST}\n{SIGNATURE}"),
            words=at(POST),
            signature=at("Velde Dockers (@veldedockers)"),
            anchor=at("The union confirmed his words online:"),
        ),
        Embed(platform="instagram", permalink="https://instagram.example/p/1", anchor=at("The union confirmed his words online:")),
    ),
)  # fmt: skip

SOURCES = {
    "okafor": Source(id="s1", name="Ines Okafor", kind=SourceKind.PERSON, named=True, role="board chair"),
    "lind": Source(id="s2", name="Tomas Lind", kind=SourceKind.PERSON, named=True, role="her deputy"),
    "report": Source(id="s3", name="Salt report", kind=SourceKind.DOCUMENT, named=True, affiliation="county water office"),
    "critics": Source(id="s4", name="Critics", kind=SourceKind.UNNAMED_GROUP, named=False, collective=True),
    "workers": Source(id="s5", name="two dock workers", kind=SourceKind.UNNAMED_GROUP, named=False, anonymity=1),
    "adeyemi": Source(id="s6", name="Yusuf Adeyemi", kind=SourceKind.PERSON, named=True, role="speaks for the union"),
    "dockers": Source(id="s7", name="@veldedockers", kind=SourceKind.ACCOUNT, named=True),
    "levi": Source(id="s8", name="דנה לוי", kind=SourceKind.PERSON, named=True),
}  # fmt: skip
D, M, R = Kind.DIRECT, Kind.MIXED, Kind.INDIRECT
STATEMENTS: list[tuple[Kind, tuple[str, ...], str, str, str | None]] = [
    (M, ('Splits Over "Salt Tax"',), "", "", None),
    (R, ("Ships will pay to have salt cleared from the basin of Velde",), "said", "board chair Ines Okafor", "okafor"),
    (D, ("“We have dredged on credit for nine years,”", "“That ends in June.”"), "told", "Okafor", "okafor"),
    (D, (TEXT[at("“The basin fills").start : at("the hospital.”").end],), "put it", "Her deputy, Tomas Lind", "lind"),
    (R, ("that salt rose by 40 percent in six years",), "found", "A report by the county water office", "report"),
    (R, ("the plan is a gift",), "Critics say", "Critics", "critics"),
    (
        R,
        ("Brack Shipping had bribed a clerk to see the figures early",),
        "workers said",
        "Two dock workers",
        "workers",
    ),
    (D, ("“Nobody asked us. We read it on a wall, like a lost cat.”",), "", "Yusuf Adeyemi", "adeyemi"),
    (D, (POST,), "", "", "dockers"),
    (D, ("“הנמל שייך לכולנו”",), "אמרה", "דנה לוי", "levi"),
    (D, ("“It cannot go on like this at all,”",), "somebody called", "", None),
]


def _attribution(place: int, row: tuple[Kind, tuple[str, ...], str, str, str | None]) -> Attribution:
    kind, contents, cue, said_by, source = row
    words = tuple(at(part) for part in contents)

    def close(part: str) -> tuple[Span, ...]:
        places = [at(part, nth) for nth in range(TEXT.count(part))]
        return (min(places, key=lambda span: min(abs(span.end - words[0].start), abs(span.start - words[0].end))),)

    return Attribution(
        id=f"a{place}",
        kind=kind,
        contents=words,
        cue=close(cue) if cue else (),
        sources=close(said_by) if said_by else (),
        source=SOURCES[source] if source else None,
    )


def _answer(
    own: str, category: Category, status: Status, title: str, *findings: Finding, weight: float = 5, **facts: Any
) -> Answer:
    facts = {"lifecycle": Lifecycle.STABLE, "question": f"Is it so? {title}", "reason": "1 of 2.", **facts}
    score = {Status.PASS: 1.0, Status.PARTIAL: 0.5, Status.FAIL: 0.0}.get(status)
    return Answer(
        id=own,
        title=title,
        category=category,
        status=status,
        score=score,
        weight=weight,
        findings=findings,
        why=WHY,
        do=DO,
        fix="Say why.",
        standards=(("SPJ", "Explain why anonymity was granted."),),
        examined=max(len(findings), 2),
        **facts,
    )


def _finding(message: str, *words: str | Span, verdict: Verdict = Verdict.BREAKS, note: str = "") -> Finding:
    spans = [at(part) if isinstance(part, str) else part for part in words]
    return Finding(message=message, evidence=tuple(Evidence(span=span, note=note) for span in spans), verdict=verdict)


C, S = Category, Status
_TRIAL = Lifecycle.EXPERIMENTAL
ANSWERS = [
    _answer(
        "unidentified-speakers",
        C.ATTRIBUTION,
        S.PARTIAL,
        "Every quotation has a speaker.",
        _finding(
            "Who says these words is not in the text.", "“It cannot go on like this at all,”", note="the quotation"
        ),
        weight=10,
    ),
    _answer("speaker-credentials", C.ATTRIBUTION, S.PASS, "Named people come with their role.", weight=7.5),
    _answer(
        "unattributed-claims",
        C.ATTRIBUTION,
        S.NEEDS_REVIEW,
        "Key claims have a source.",
        _finding("This claim has no source.", "the most hated plan", verdict=Verdict.UNSURE),
        weight=10,
        lifecycle=_TRIAL,
    ),
    _answer(
        "unsourced-statistics",
        C.ATTRIBUTION,
        S.PARTIAL,
        "Figures say who counted.",
        _finding("Who counted is not in the text.", "About 3,100 people"),
        weight=7.5,
    ),
    _answer(
        "vague-collective-sources",
        C.ATTRIBUTION,
        S.FAIL,
        "No statement rests on a nameless crowd.",
        _finding("A crowd without a named example.", "Critics say", note="the crowd"),
    ),
    _answer(
        "quote-form-mix",
        C.ATTRIBUTION,
        S.INFORMATIONAL,
        "The forms of quotation are counted.",
        _finding("In the source's own words: 6 of 10.", "“That ends in June.”", verdict=Verdict.NOTE),
        weight=0,
    ),
    _answer("attribution-placement", C.ATTRIBUTION, S.ERROR, "The source stands near the claim."),
    _answer(
        "anonymity-reason",
        C.ANONYMITY,
        S.FAIL,
        "The text says why a source is unnamed.",
        _finding("Why this source is not named is not in the text.", "Two dock workers", note="the unnamed source"),
        weight=7.5,
        confidence="high",
    ),
    _answer(
        "anonymous-description",
        C.ANONYMITY,
        S.PARTIAL,
        "Unnamed sources are described.",
        _finding("How they know is not in the text.", "Two dock workers"),
        weight=7.5,
        counted_elsewhere="anonymity-reason",
    ),
    _answer(
        "unlabelled-advocates",
        C.INDEPENDENCE,
        S.FAIL,
        "Groups are introduced with their side.",
        _finding("Whose side this is on is not in the text.", "Brack Shipping"),
        lifecycle=_TRIAL,
    ),
    _answer("primary-source-links", C.LINKS, S.PASS, "Documents that are cited are linked.", weight=7.5),
    _answer(
        "dangling-reference",
        C.LINKS,
        S.PARTIAL,
        "What the text points to is there.",
        _finding(
            "A full article is promised here and is not in the text.", "read the full article:", note="the promise"
        ),
    ),
    _answer(
        "circular-embed",
        C.EMBEDS,
        S.FAIL,
        "Posts add something new.",
        _finding(
            "The post repeats this statement and is offered as support for it.",
            at("We read it on a wall, like a lost cat."),
            at("We read it on a wall, like a lost cat.", 1),
            at("confirmed"),
        ),
        weight=7.5,
    ),
    _answer("unexplained-embed", C.EMBEDS, S.PASS, "Posts are introduced."),
    _answer(
        "few-sources", C.CORROBORATION, S.PASS, "As many named sources speak as is usual for this length.", weight=7.5
    ),
    _answer(
        "right-of-reply",
        C.CORROBORATION,
        S.NEEDS_REVIEW,
        "An accused party can answer.",
        _finding("An answer is not in the text.", "bribed a clerk", verdict=Verdict.UNSURE),
        _finding("An answer is not in the text.", at("Critics say the plan is a gift"), verdict=Verdict.UNSURE),
        weight=10,
    ),
    _answer("release-overlap", C.CORROBORATION, S.NOT_APPLICABLE, "Words taken from a release.", weight=0),
    _answer(
        "byline-and-date",
        C.TRANSPARENCY,
        S.PARTIAL,
        "The article has a byline and a date.",
        _finding("A desk is named, and no person.", "By Courier Staff"),
        weight=2.5,
    ),
]
GROUPS = (
    Origin(label="Harbour board", source_ids=("s1", "s2"), reason="one body"),
    Origin(label="Yusuf Adeyemi", source_ids=("s6", "s7"), reason="the post repeats his words"),
    Origin(label="Salt report", source_ids=("s3",)),
    Origin(label="two dock workers", source_ids=("s5",)),
    Origin(label="דנה לוי", source_ids=("s8",)),
)


def build(
    document: Document,
    attributions: tuple[Attribution, ...],
    groups: tuple[Origin, ...],
    answers: list[Answer],
) -> Audit:
    """Return the audit that these answers give, graded by the shipped rubric."""
    sources: dict[str, Source] = {}
    for attribution in attributions:
        if attribution.source:
            known = sources.get(attribution.source.id, attribution.source)
            sources[known.id] = evolve(known, attribution_ids=(*known.attribution_ids, attribution.id))
    told = tuple(evolve(a, source=sources[a.source.id] if a.source else None) for a in attributions)
    table = {answer.id: answer for answer in answers}
    return Audit(
        document=document,
        attributions=told,
        sources=tuple(sources.values()),
        origins=Origins(groups=groups),
        answers=rubric().with_outcomes(table),
        categories=rubric().categories(table),
        score=rubric().grade(table),
        lexicons={"en": "2026.1"},
    )


def rich(**changes: Any) -> Audit:
    """Return the audit of the invented article."""
    attributions = tuple(_attribution(place, row) for place, row in enumerate(STATEMENTS))
    notices = (Notice(code="lost", message="One post could not be read."),)
    audit = build(evolve(DOCUMENT, notices=notices), attributions, GROUPS, ANSWERS)
    return evolve(audit, **{"warnings": notices, **changes})


def dated() -> Audit:
    """Return the same audit with a date on it."""
    return rich(made_on=date(2026, 11, 24))


def empty() -> Audit:
    """Return the audit of a short text in which nobody speaks and nothing was found."""
    text = "The river rose."
    document = Document(
        text=text,
        blocks=(Block(kind=B.PARAGRAPH, span=Span(0, len(text))),),
        content_type="text",
        sha256="0" * 64,
    )
    answers = [
        _answer(
            "few-sources", C.CORROBORATION, S.NOT_APPLICABLE, "As many named sources speak as is usual for this length."
        )
    ]
    return build(document, (), (), answers)


def crowd(voices: int = 20) -> Audit:
    """Return the audit of an article with many voices of several kinds, each an origin of its own."""
    kinds = [SourceKind.PERSON, SourceKind.DOCUMENT, SourceKind.UNNAMED_PERSON, SourceKind.ACCOUNT]
    names = [f"Speaker Number {place} of the Very Long-Named Association for Long Names" for place in range(voices)]
    rows = [(B.PARAGRAPH, f"The ferry is late, {name} said.") for name in names]
    text = "\n\n".join(words for _, words in rows)
    attributions = tuple(
        Attribution(
            id=f"a{place}",
            kind=Kind.INDIRECT,
            contents=(at("The ferry is late", place, text),),
            cue=(at("said.", place, text),),
            sources=(at(f"{name} said", 0, text),),
            source=Source(
                id=f"s{place}",
                name=name,
                kind=kinds[place % 4],
                named=kinds[place % 4] is not SourceKind.UNNAMED_PERSON,
            ),
        )
        for place, name in enumerate(names)
    )
    document = Document(text=text, blocks=blocks(rows), content_type="text", sha256="1" * 64)
    groups = tuple(Origin(label=name, source_ids=(f"s{place}",)) for place, name in enumerate(names))
    return build(document, attributions, groups, ANSWERS[1:2])
