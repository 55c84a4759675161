"""The short form of the JSON report, which every card carries: what whoever reads it can work out is left out.

It has the keys of the JSON report and no others. A value that is not there is the usual one of the tables below, or
what this version of the program has for the check; the words of the evidence are cut out of the text of the article
by their places. Only what weighed in the attribution model is lost.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from source_audit.answer import Status
from source_audit.checks import catalogue
from source_audit.errors import ReportError
from source_audit.record import Data, answer_row, to_dict
from source_audit.resources import data
from source_audit.rubric import Rubric
from source_audit.version import SHORT, VERSION

if TYPE_CHECKING:
    from source_audit.audit import Audit


def _table(null: str = "", empty: str = "", **others: Any) -> Data:
    """Return usual values: which are null, which an empty list, and the others."""
    return {**dict.fromkeys(null.split()), **{name: [] for name in empty.split()}, **others}


_REPORT = _table(
    "made_on rubric",
    "attributions sources links references embeds labelled ratings annotations warnings",
)
_ARTICLE = _table("title published modified site url language section", "authors conflicts")
_ORIGINS = _table(empty="joins agencies merges")
_ROWS: Mapping[str, Data] = {
    "attributions": _table("source_id relay", "contents cue sources reasons"),
    "sources": _table(
        "role affiliation anonymity reason_unnamed role_span affiliation_span speaks_for",
        "mentions attribution_ids relays candidates",
        collective=False,
        first_hand=True,
    ),
    "links": _table("via sentence", "supports", target="", owner="unknown", site=""),
    "references": _table("embed how", "links", access="published"),
    "embeds": _table(
        "handle author post_id permalink printed_date computed_date days_apart quoted_post replied_to "
        "start end words signature anchor",
        text="",
        truncated=False,
        media_only=False,
        screenshot=False,
    ),
    "labelled": _table("source_id embed link"),
}
_ANSWER = _table("score confidence found measured examined counted_elsewhere if_holds if_breaks", "findings")
_FINDING = _table(empty="aligned")
_EVIDENCE = _table(note="")
_OF_THE_CHECK = ("category", "title", "question", "standards", "reader", "writer")


def shortened(audit: "Audit") -> Data:
    """Return an audit in the short form."""
    whole = to_dict(audit, whole=False)
    whole |= {name: [_without(usual, row) for row in whole[name]] for name, usual in _ROWS.items()}
    article, origins = whole["article"], whole["origins"]
    whole["article"] = {**_without(_ARTICLE, article), "origins": _without(_ARTICLE, article["origins"])}
    whole["origins"] = _without({**_ORIGINS, "merges": origins["merges"]}, origins)
    whole["audits"] = {name: _answer(name, row) for name, row in whole["audits"].items()}
    return {**_without(_REPORT, whole), "schema": SHORT}


def _without(usual: Data, row: Data) -> Data:
    return {name: value for name, value in row.items() if name not in usual or usual[name] != value}


def _answer(name: str, row: Data) -> Data:
    usual = _usual(name)
    kept = _without({**_ANSWER, "measured": usual.get("measured") if row["confidence"] is None else ...}, row)
    for key in _OF_THE_CHECK:
        if usual.get(key) == kept[key]:
            del kept[key]
    for finding in row["findings"]:
        finding["evidence"] = [_without(_EVIDENCE, piece) for piece in finding["evidence"]]
    if row["findings"]:
        kept["findings"] = [_without(_FINDING, finding) for finding in row["findings"]]
    return kept


@cache
def _usual(name: str) -> Data:
    """Return what this version says of a check in every report, nothing of a check that it does not have."""
    found = next((check for check in catalogue() if check.id == name), None)
    if found is None:
        return {}
    row = answer_row(Rubric(table=data("rubric")).unasked(found, Status.NOT_APPLICABLE, ""), None)
    return {key: row[key] for key in (*_OF_THE_CHECK, "measured")}


def completed(short: Data) -> Data:
    """Return the report that a short form was made of; raises ReportError where another version has to do that."""
    if short["tool"]["version"] != VERSION:
        raise ReportError(f"this is the short form of a report; source_audit {short['tool']['version']} can read it")
    article = {**_ARTICLE, **short["article"]}
    return {
        **_REPORT,
        **short,
        **{name: [{**usual, **row} for row in short.get(name, ())] for name, usual in _ROWS.items()},
        "article": {**article, "origins": {**_ARTICLE, **article["origins"]}},
        "origins": {**_ORIGINS, **short["origins"]},
        "audits": {name: _whole_answer(name, row) for name, row in short["audits"].items()},
    }


def _whole_answer(name: str, row: Data) -> Data:
    findings: list[dict[str, Any]] = [
        {**_FINDING, **finding, "evidence": [{**_EVIDENCE, **piece} for piece in finding["evidence"]]}
        for finding in row.get("findings", ())
    ]
    return {**_ANSWER, **_usual(name), **row, "findings": findings}
