"""What must never raise the value, on articles of the open sentinel half."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve

from source_audit import Audit, audit_article
from source_audit.attribution import Source
from source_audit.rubric import rubric
from tests.sentinel.labels import Labelled, load

OPEN = [labelled for labelled in load("open") if labelled.genre in {"news-report", "investigation"}]
REASON = re.compile(r", (?:who|because|as)\b[^.;,“”<>]*\b(?:fear|contract|dismiss|safety|authori[sz]ed)[^.;,“”<>]*,?")
QUOTED = re.compile(r"(?:<p>)?“[^”<]{20,}”[^<\n]*(?:</p>)?")


def audited(labelled: Labelled, markup: str | None = None) -> Audit:
    return audit_article(markup or labelled.markup, content_type="html" if labelled.is_page else "text")


def without_names(labelled: Labelled) -> Iterator[str]:
    """Yield the article without the name of one source whose role is given, for each such source.

    Who is only described ("spokeswoman for the firm") has no name that could go.
    """
    for source in audited(labelled).sources:
        if bare := _without_name(labelled.markup, source):
            yield bare


def _without_name(markup: str, source: Source) -> str | None:
    role, name = source.role or "who", source.name
    if not (source.named and name[0].isupper() and " " in name and name in markup) or role.startswith(("who", "which")):
        return None
    bare = re.sub(r"^(?:the|an?) ", "", role)
    for apposition in (f"{role}, {name},", f"{name}, {role},"):
        markup = markup.replace(apposition, f"{role},")
    markup = markup.replace(f"{role} {name}", role)
    return re.sub(rf"(?<!@)\b(?:{re.escape(name)}|{re.escape(name.split()[-1])})\b", f"the {bare}", markup)


def without_reasons(labelled: Labelled) -> Iterator[str]:
    """Yield the article without one reason why a name is kept back, for each reason."""
    for found in REASON.finditer(labelled.markup):
        yield labelled.markup[: found.start()] + labelled.markup[found.end() :]


def without_links(labelled: Labelled) -> Iterator[str]:
    """Yield the article without the link of one mention that stays, for each link to a page; a front door cites nothing."""
    for found in re.finditer(r'<a href="[^"]*[^/"]/[^/"][^"]*">([^<]*)</a>(?=[^<]*</p>)', labelled.markup):
        yield labelled.markup[: found.start()] + found[1] + labelled.markup[found.end() :]


def with_a_repeated_quotation(labelled: Labelled) -> Iterator[str]:
    """Yield the article with its first quoted paragraph a second time, at its end."""
    if found := QUOTED.search(labelled.markup):
        yield _ending_with(labelled, re.sub("</?p>", "", found[0]))


def with_experts(labelled: Labelled) -> Iterator[str]:
    """Yield the article with a crowd at its end."""
    yield _ending_with(labelled, "Experts say that the matter is more serious than it looks.")


def _ending_with(labelled: Labelled, words: str) -> str:
    if not labelled.is_page:
        return f"{labelled.markup.rstrip()}\n\n{words}\n"
    head, end, tail = labelled.markup.rpartition("</article>")
    return f"{head}<p>{words}</p>{end}{tail}"


Change = Callable[[Labelled], Iterator[str]]


CHANGES = (
    without_names,
    without_reasons,
    without_links,
    with_a_repeated_quotation,
    with_experts,
)


@pytest.fixture(params=["shipped", "unmeasured"])
def rules(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits by the shipped rubric, then by one that takes every check at its word."""
    if request.param == "unmeasured":
        trusting = evolve(rubric(), figures=lambda _: None, count_untested=True)
        monkeypatch.setattr("source_audit.api.rubric", lambda: trusting)


SPLIT = "without a name, the words of one source are given to several"
DOUBT = "a judgement becomes a question to the reader, and a check with an open question leaves the number"
CLEARER = "without a name, what it is that somebody made or said is told by other words nearby"
MOVED = "without a name, the words are given to somebody else, or to nobody"
NOBODYS = "without a name, a post is by nobody of whom the text tells, so that it repeats nobody's words"
TWICE = "whoever speaks in a paragraph is taken for another source where the paragraph stands again"
PAIR = "with one link to a source less, a single case is left, which costs half, or no check is asked at all"
KNOWN = {
    without_names: {
        "bailiff-audit-report": SPLIT,
        "coffee-gout-study": SPLIT,
        "crumb-co-administrator": MOVED,
        "drone-patrol-pilot": SPLIT,
        "farrow-mills-dust": CLEARER,
        "governor-walkout-school": NOBODYS,
        "gp-merger-ashby": MOVED,
        "grand-cru-cellar-files": CLEARER,
        "jail-body-cameras": SPLIT,
        "landlord-exodus-report": MOVED,
        "lecturer-complaint-minutes": MOVED,
        "lisnagreine-school-dinners": MOVED,
        "lowland-alliance-poll": SPLIT,
        "mendel-robot-funding": CLEARER,
        "novelist-prize-row": SPLIT,
        "oyster-farm-theft": MOVED,
        "porto-calmo-skippers": NOBODYS,
        "quad-bike-deaths-report": SPLIT,
        "quarry-extension": MOVED,
        "sleep-app-trial": MOVED,
        "steel-scrap-duty": DOUBT,
        "tower-lift-breakdown": DOUBT,
        "umpire-dressing-down": DOUBT,
        "varsk-depot": DOUBT,
    },
    without_links: dict.fromkeys(
        [
            "borehole-tax-plan",
            "ink-plant-lagoon-files",
            "irrigation-kickback-row",
            "kapurganj-metro-fares",
            "ransom-clinic-hack",
            "steel-scrap-duty",
            "strona-fare-cap",
            "tulip-auction-hack",
            "zeppelin-hangar-deal",
        ],
        PAIR,
    ),
    with_a_repeated_quotation: dict.fromkeys(["bailiff-audit-report", "lowland-alliance-poll"], TWICE),
}
"""Rises that stay, told in docs/explanation/calibration.md; some show by one of the two rubrics only."""


def cases() -> Iterator[Any]:
    for labelled in OPEN:
        for change in CHANGES:
            reason = KNOWN.get(change, {}).get(labelled.path.stem)
            marks = [pytest.mark.xfail(reason=reason, strict=False)] if reason else []
            yield pytest.param(labelled, change, marks=marks, id=f"{labelled.path.stem}-{change.__name__}")


@pytest.mark.usefixtures("rules")
@pytest.mark.parametrize(("labelled", "change"), list(cases()))
def test_less_to_check_never_raises_the_value(labelled: Labelled, change: Change) -> None:
    changed = list(change(labelled))
    before = audited(labelled).score.value if changed else None
    if before is None:
        return
    for markup in changed:
        after = audited(labelled, markup).score.value
        assert after is None or after <= before


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_made_somewhere(change: Change) -> None:
    assert any(True for labelled in OPEN for _ in change(labelled))
