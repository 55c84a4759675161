"""The stretches of the annotated article as markup: made here and not in a template, as a card has hundreds.

Stretches never overlap, so no tag of one can cross another.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from source_audit.report.annotations import Hit, Statement
from source_audit.report.pages import escaped, joined, markup
from source_audit.report.points import Point
from source_audit.report.story import Passage, Run, Story
from source_audit.report.tables import CheckRow

_STORY = "macros/story.jinja"
_ELEMENTS = {"list-item": "li", "heading": "h3"}


def told(story: Story) -> Markup:
    """Return the annotated article, passage by passage."""
    made: list[str] = []
    for kind, group in story.groups:
        passages = [_passage(kind, passage) for passage in group]
        made += ["<ul>", *passages, "</ul>\n"] if kind == "list-item" else passages
    return joined(made)


def _passage(kind: str, passage: Passage) -> str:
    if kind == "unseen":
        return markup(_STORY, "unseen", passage)
    if kind == "embed":
        return f"{markup(_STORY, 'post', passage, marked)}\n"
    words, long = marked(passage.runs), f' class="long {passage.rule}"' if passage.rule else ""
    if kind == "paragraph":
        return f'<p dir="auto"{long}>{words}</p>\n'
    if kind == "blockquote":
        return f'<blockquote dir="auto"{long}><p>{words}</p></blockquote>\n'
    if name := _ELEMENTS.get(kind):
        return f'<{name} dir="auto">{words}</{name}>\n'
    return f'<p dir="auto" class="{kind}">{words}</p>\n'


def marked(runs: Iterable[Run]) -> Markup:
    """Return stretches of the article with their marks, everything that the article says escaped."""
    return joined([escaped(run.text) if run.bare else _stretch(run) for run in runs])


def _stretch(run: Run) -> str:
    made = escaped(run.text)
    if run.href:
        made = f'<a href="{escaped(run.href)}" rel="noreferrer noopener">{made}</a>'
    if run.hit:
        made = f'<span class="hit{_asked(run.hit)}"{_id(run.lands)}>{made}</span>'
    if run.letter:
        made = f'<span class="src {run.letter}"{_id(run.opens)}>{made}</span>'
    for hit, own in run.hits:
        made += _chip(hit, own)
    for statement, own in run.statements:
        made += _sign(statement, own)
    return made


def _id(own: str | None) -> str:
    return f' id="{own}"' if own else ""


def _asked(hit: Hit) -> str:
    return " q" if hit.point.kind == "question" else ""


def _chip(hit: Hit, own: str | None) -> str:
    """Return the label of a finding, with what it says beside the first of its places."""
    label, text = hit.point.label, escaped(hit.text)
    note = f'<span class="note" aria-hidden="true"><b>{label}</b> {text}</span>' if hit.noted else ""
    target = escaped(hit.point.target)
    chip = f'<a class="chip{_asked(hit)}"{_id(own)} href="#{target}" aria-label="{label}: {text}">{label}</a>'
    return chip + note


def _sign(statement: Statement, own: str | None) -> str:
    """Return the tags of all who make a statement, and the form of the statement."""
    tags = [(tag.letter, tag.label, tag.label, escaped(tag.spoken)) for tag in statement.tags]
    made = [
        f'<a class="tag {letter}"{_id(None if n else own)} href="#r-{row}" aria-label="{spoken}">{label}</a>'
        for n, (letter, row, label, spoken) in enumerate(tags or [("q", "0", "?", "?, who says this is not told")])
    ]
    return f'{"".join(made)}<span class="form">{statement.form}</span>'


def linked(places: Iterable[tuple[int, str]], label: str) -> Markup:
    """Return the numbers of a source's statements, each as a link to its place."""
    return joined(
        [f'<a href="#{own}" aria-label="{number}, statement of {label}">{number}</a> ' for number, own in places]
    )


def led(row: CheckRow) -> Markup:
    """Return what follows the reason of a check: its notes, and the way to its words in the article."""
    made = [f" {escaped(note)}" for note in row.notes]
    if row.point:
        made.append(_way(row.point, row.places))
    if row.more:
        made.append(f" and {row.more} more")
    return joined(made)


def _way(point: Point, places: Sequence[str]) -> str:
    label, boxed, way = point.label, point.kind != "point", ""
    if boxed:
        way = f' See {point.kind} <a href="#{escaped(point.target)}">{label}</a>.'
    elif places:
        way = f' <a class="chip" href="#{places[0]}" aria-label="{label}: see it in the text">{label}</a>'
    if len(places) < 2 - boxed:
        return way
    links = [
        f' <a href="#{own}" aria-label="{label}: place {number} in the text">{number}</a>'
        for number, own in enumerate(places, 1)
    ]
    return f'{way} <span class="at">In the text:{"".join(links)}</span>'
