"""The short form of the JSON report, which every card carries: what whoever reads it can work out is left out.

It has the keys of the JSON report and no others. A value that is not there is the usual one of the tables below, or
what this version of the program has for the check; the words of the evidence are cut out of the text of the article
by their places, as are the words of links. Only what weighed in the attribution model is lost.
"""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from attrs import frozen

from source_audit.answer import SCORED, Answer, Status
from source_audit.check import Lifecycle
from source_audit.checks import catalogue
from source_audit.errors import ReportError
from source_audit.finding import Finding
from source_audit.measured import Measured
from source_audit.record import MEASURED, STATED, Data, answer_row, finding_row, to_dict
from source_audit.resources import data
from source_audit.rubric import SCORES, Rubric
from source_audit.version import SHORT, VERSION

if TYPE_CHECKING:
    from source_audit.audit import Audit


@frozen
class _Shape:
    """The usual values of an object, and the shapes of those objects in it that have usual values of their own."""

    usual: Data
    parts: Mapping[str, "_Shape"]

    def thin(self, row: Data) -> Data:
        """Return an object without its usual values."""
        usual = self.usual
        row = {name: value for name, value in row.items() if name not in usual or usual[name] != value}
        for name, part in self.parts.items():
            if (value := row.get(name)) is not None:
                row[name] = [part.thin(each) for each in value] if type(value) is list else part.thin(value)
        return row

    def full(self, row: Data) -> Data:
        """Return an object with its usual values."""
        row = {**self.usual, **row}
        for name, part in self.parts.items():
            if (value := row.get(name)) is not None:
                row[name] = [part.full(each) for each in value] if type(value) is list else part.full(value)
        return row


def _shape(null: str = "", empty: str = "", usual: Data | None = None, **parts: _Shape) -> _Shape:
    """Return a shape: what is usually null, what is an empty list, and what is something else."""
    return _Shape({**dict.fromkeys(null.split()), **{name: [] for name in empty.split()}, **(usual or {})}, parts)


_WHERE = _shape("start end")
_ORIGINS = _Shape({**dict.fromkeys(STATED), "authors": []}, dict.fromkeys(("authors", *STATED), _WHERE))
_ANSWER = _shape(
    "found examined counted_elsewhere if_holds if_breaks",
    "findings",
    {"lifecycle": "stable"},
    findings=_shape("", "aligned", evidence=_shape(usual={"note": ""})),
)
_REPORT = _shape(
    "made_on rubric",
    "attributions sources links references embeds labelled ratings entries annotations warnings",
    article=_shape(" ".join(STATED), "authors conflicts", origins=_ORIGINS),
    origins=_shape("", "joins agencies", groups=_shape("reason")),
    attributions=_shape("source_id relay", "contents cue sources joint_ids reasons"),
    sources=_shape(
        "role affiliation anonymity reason_unnamed role_span affiliation_span speaks_for",
        "mentions relays candidates",
        {"named": True, "collective": False, "first_hand": True},
    ),
    links=_shape("via sentence", "supports", {"owner": "unknown", "site": ""}),
    references=_shape("embed how", "links", {"access": "published"}),
    embeds=_shape(
        "handle author post_id permalink printed_date computed_date days_apart quoted_post replied_to "
        "start end words signature anchor",
        usual={"text": "", "truncated": False, "media_only": False, "screenshot": False},
    ),
    labelled=_shape("source_id embed link", labels=_shape("date span", usual={"note": ""})),
)
_BLOCK = "paragraph"
_OPEN = ("examined", "counted_elsewhere", "if_holds", "if_breaks")
_open = attrgetter(*_OPEN)
_NOTHING = (None,) * len(_OPEN)
_fixed = attrgetter("category", "title", "question", "standards", "why", "do", "fix", "effort")
_COUNTED = (*SCORED, Status.NEEDS_REVIEW)


def shortened(audit: "Audit") -> Data:
    """Return an audit in the short form."""
    report = _REPORT.thin(to_dict(audit, whole=False))
    del report["origins"]["merges"]
    _cut(report)
    usual, texts = _usual(audit.version), _usual_texts()
    audits = {name: _answer(answer, usual.get(name), texts) for name, answer in audit.answers.items()}
    return {**report, "schema": SHORT, "audits": audits}


def _cut(report: Data) -> None:
    """Take out of a report the usual kind of block, and what stands in it twice: `_mended` puts it back."""
    text, said = report["article"]["text"], _said(report)
    for block in report["article"]["blocks"]:
        if block["kind"] == _BLOCK:
            del block["kind"]
    for link in report.get("links", ()):
        if link["text"] == text[link["start"] : link["end"]]:
            del link["text"]
        if link["target"] == link["href"]:
            del link["target"]
    for source in report.get("sources", ()):
        if source["attribution_ids"] == said.get(source["id"], []):
            del source["attribution_ids"]


def _mended(report: Data) -> Data:
    """Return a report with what `_cut` took out."""
    text, said = report["article"]["text"], _said(report)
    blocks = [{"kind": _BLOCK, **block} for block in report["article"]["blocks"]]
    links = [
        {"text": text[link["start"] : link["end"]], "target": link["href"], **link} for link in report.get("links", ())
    ]
    sources = [{"attribution_ids": said.get(source["id"], []), **source} for source in report.get("sources", ())]
    return {**report, "article": {**report["article"], "blocks": blocks}, "links": links, "sources": sources}


def _said(report: Data) -> dict[str, list[str]]:
    """Return the ids of the statements of each source, by its own id."""
    said: dict[str, list[str]] = {}
    for row in report.get("attributions", ()):
        for source in (row.get("source_id"), *row.get("joint_ids", ())):
            said.setdefault(source, []).append(row["id"])
    return said


def _answer(answer: Answer, usual: Answer | None, texts: Mapping[str, tuple[Any, ...]]) -> Data:
    """Return an answer without what this version says of the check anyway; there are too many to build them twice."""
    row: Data = {"status": str(answer.status), "reason": answer.reason}
    if answer.lifecycle is not Lifecycle.STABLE:
        row["lifecycle"] = answer.lifecycle.value
    if answer.score != (SCORES[answer.status] if answer.status in SCORED else None):
        row["score"] = answer.score
    if usual is None or _differs(answer, usual) or (answer.status in _COUNTED and _rests_on_figures(answer)):
        row |= {"weight": answer.weight, "confidence": answer.confidence, "measured": _figures(answer.measured)}
    if usual is None or texts[answer.id] != _fixed(answer):
        row |= _texts(answer)
    if (told := _open(answer)) != _NOTHING:
        row |= {name: value for name, value in zip(_OPEN, told, strict=True) if value is not None}
    if answer.found:
        row["found"] = answer.found.value
    if answer.findings:
        row["findings"] = [_finding(finding) for finding in answer.findings]
    return row


def _differs(answer: Answer, usual: Answer) -> bool:
    """Tell whether weight or figures are not what this version has for the check."""
    own, other = answer.measured, usual.measured
    return answer.weight != usual.weight or answer.confidence != usual.confidence or (own is not other and own != other)


def _rests_on_figures(answer: Answer) -> bool:
    """Tell whether the figures enter the number, which a card must let anybody work out without the program."""
    return answer.confidence is not None and answer.may_weigh


def _figures(figures: Measured | None) -> Data | None:
    return {name: getattr(figures, name) for name in MEASURED} if figures else None


def _finding(finding: Finding) -> Data:
    evidence: list[Data] = [{"start": piece.span.start, "end": piece.span.end} for piece in finding.evidence]
    for row, piece in zip(evidence, finding.evidence, strict=True):
        if piece.note:
            row["note"] = piece.note
    row = {"message": finding.message, "verdict": str(finding.verdict), "evidence": evidence}
    return {**row, "aligned": finding_row(finding, None)["aligned"]} if finding.aligned else row


def _texts(answer: Answer) -> Data:
    row = answer_row(answer, None)
    return {name: row[name] for name in ("category", "title", "question", "standards", "reader", "writer")}


def _usual(version: str) -> Mapping[str, Answer]:
    """Return a blank answer of every check of this version; of another one nothing is known."""
    return _blank() if version == VERSION else {}


@cache
def _blank() -> Mapping[str, Answer]:
    rubric = Rubric(table=data("rubric"))
    return {check.id: rubric.unasked(check, Status.NOT_APPLICABLE, "") for check in catalogue()}


@cache
def _usual_texts() -> Mapping[str, tuple[Any, ...]]:
    """Return what this version says of each of its checks; made once, as every card compares with it."""
    return {name: _fixed(answer) for name, answer in _blank().items()}


def completed(short: Data) -> Data:
    """Return the report that a short form was made of; raises ReportError where only another version can do that."""
    usual = _usual(short["tool"]["version"])
    if not all("title" in row or name in usual for name, row in short["audits"].items()):
        raise ReportError(f"this is the short form of a report; source_audit {short['tool']['version']} can read it")
    audits = {name: _completed(row, usual.get(name)) for name, row in short["audits"].items()}
    return {**_REPORT.full(_mended(short)), "audits": audits}


def _completed(row: Data, usual: Answer | None) -> Data:
    row = {"score": SCORES.get(row["status"]), **row}
    if usual is None:
        return _ANSWER.full(row)
    known = {"weight": usual.weight, "confidence": usual.confidence, "measured": _figures(usual.measured)}
    return _ANSWER.full({**_texts(usual), **known, **row})
