"""An audit restored from its JSON report."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from source_audit.answer import Answer, CategoryScore, Entry, Plugin, Score, Status
from source_audit.attribution import Attribution, Kind, Reason, Source, SourceKind
from source_audit.check import Category, Lifecycle
from source_audit.document import Block, BlockKind, Conflict, Document, Embed, Genre, Link, Notice, Stated
from source_audit.errors import ReportError
from source_audit.finding import Evidence, Finding, Passage, Verdict
from source_audit.label import How, Label, Labelled, Rating, What
from source_audit.measured import Measured
from source_audit.origin import AgencyCredit, Join, JoinKind, Origin, Origins
from source_audit.record import ALIGNED, LINKED, MEASURED, REFERRED, REPLIED, STATED, Data
from source_audit.reference import Reference, Support
from source_audit.reply import Reply
from source_audit.span import Span
from source_audit.version import SCHEMA, SHORT

if TYPE_CHECKING:
    from source_audit.audit import Audit


_OF_THE_AUDIT = ("check-error", "reply-unplaced")
"""The codes of warnings that no document carries."""


def loads(text: str | bytes) -> Data:
    """Return the data of a JSON report; raises ReportError if it is none."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ReportError(f"this is no JSON report: {error}") from error
    if not isinstance(data, dict) or data.get("schema") not in (SCHEMA, SHORT):
        raise ReportError(f"this is no report of the format {SCHEMA}")
    return data


def from_dict(kind: "type[Audit]", data: Data, complete: Callable[[Data], Data]) -> "Audit":
    """Restore the audit that *data* was made from; raises ReportError if something in it is missing.

    *complete* is asked for the whole of a short form.
    """
    try:
        return _restored(kind, complete(data) if data["schema"] == SHORT else data)
    except (KeyError, TypeError, ValueError) as error:
        raise ReportError(f"this report cannot be read: {type(error).__name__} at {error}") from error


def _restored(kind: "type[Audit]", data: Data) -> "Audit":
    sources = {row["id"]: _source_from(row) for row in data["sources"]}
    return kind(
        document=_document_from(data),
        attributions=tuple(_attribution_from(row, sources) for row in data["attributions"]),
        sources=tuple(sources.values()),
        origins=_origins_from(data["origins"]),
        answers={name: _answer_from(name, row) for name, row in data["audits"].items()},
        categories={Category(name): _category_from(name, row) for name, row in data["categories"].items()},
        score=Score(**{**data["score"], "bands": tuple(data["score"]["bands"])}),
        warnings=tuple(Notice(**row) for row in data["warnings"]),
        labelled=tuple(_labelled_from(row) for row in data.get("labelled", ())),
        ratings=tuple(_rating_from(row) for row in data.get("ratings", ())),
        made_on=_date(data["made_on"]),
        version=data["tool"]["version"],
        lexicons=data["tool"]["lexicons"],
        references=tuple(_reference_from(row) for row in data.get("references", ())),
        supports=tuple(_supports_from(data["links"])),
        rubric=_rubric_from(data.get("rubric") or {}),
        plugins=tuple(Plugin(**{**row, "checks": tuple(row["checks"])}) for row in data["tool"].get("plugins", ())),
        replies=tuple(Reply(**_some(row, *REPLIED)) for row in data["annotations"]),
        entries=tuple(map(_entry_from, data.get("entries", ()))),
    )


def _entry_from(row: Data) -> Entry:
    (entry,), (time,) = _spans([row]), _spans([row["time"]])
    return Entry(span=entry, time=time, statuses={name: Status(value) for name, value in row["audits"].items()})


def _rubric_from(row: Data) -> Data:
    if not row:
        return {}
    changes = [_some(change, "what", "was", "now") for change in row["changes"]]
    kept = _some(row, "overall", "score", "categories", "yields", "checks")
    return {"version": row["version"], "changes": changes, **kept}


def _span(row: Mapping[str, Any] | None) -> Span | None:
    return None if row is None or row["start"] is None else Span(row["start"], row["end"])


def _spans(rows: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(row["start"], row["end"]) for row in rows)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _some(row: Data, *names: str) -> Data:
    return {name: row[name] for name in names}


def _document_from(data: Data) -> Document:
    article = data["article"]
    where = article["origins"]
    stated: dict[str, Any] = {name: _stated(article[name], where[name]) for name in STATED}
    authors = (_stated(*pair) for pair in zip(article["authors"], where["authors"], strict=True))
    return Document(
        text=article["text"],
        blocks=tuple(
            Block(kind=BlockKind(row["kind"]), span=Span(row["start"], row["end"])) for row in article["blocks"]
        ),
        content_type=data["input"]["content_type"],
        sha256=data["input"]["sha256"],
        links=tuple(
            Link(span=Span(row["start"], row["end"]), **{name: row[name] for name in LINKED if name in row})
            for row in data["links"]
        ),
        embeds=tuple(_embed_from(row) for row in data["embeds"]),
        authors=tuple(author for author in authors if author),
        genre=Genre(**{**article["genre"], "spans": _spans(article["genre"].get("spans", ()))}),
        conflicts=tuple(map(_conflict_from, article.get("conflicts", ()))),
        notices=tuple(Notice(**row) for row in data["warnings"] if row["code"] not in _OF_THE_AUDIT),
        **stated,
    )


def _conflict_from(row: Data) -> Conflict:
    values = (Stated(value=one["value"], origin=one["by"], span=_span(one)) for one in row["values"])
    return Conflict(what=row["what"], values=tuple(values))


def _stated(value: str | None, where: Data | None) -> Stated | None:
    return None if value is None or where is None else Stated(value=value, origin=where["by"], span=_span(where))


def _embed_from(row: Data) -> Embed:
    return Embed(
        **_some(row, "platform", "handle", "author", "post_id", "permalink", "text", "printed_date"),
        **_some(row, "days_apart", "truncated", "quoted_post", "replied_to", "media_only", "screenshot"),
        computed_date=_date(row["computed_date"]),
        span=_span(row),
        words=_span(row["words"]),
        signature=_span(row["signature"]),
        anchor=_span(row["anchor"]),
    )


def _source_from(row: Data) -> Source:
    return Source(
        **_some(row, "id", "name", "named", "role", "affiliation", "anonymity", "collective"),
        kind=SourceKind(row["kind"]),
        reason_unnamed=_span(row["reason_unnamed"]),
        mentions=_spans(row["mentions"]),
        attribution_ids=tuple(row["attribution_ids"]),
        role_span=_span(row.get("role_span")),
        affiliation_span=_span(row.get("affiliation_span")),
        speaks_for=row.get("speaks_for"),
        relays=_spans(row.get("relays", ())),
        first_hand=row.get("first_hand", True),
        candidates=tuple(row.get("candidates", ())),
    )


def _reference_from(row: Data) -> Reference:
    return Reference(**_some(row, *REFERRED), span=Span(row["start"], row["end"]), links=tuple(row["links"]))


def _supports_from(links: Iterable[Data]) -> Iterator[Support]:
    for number, row in enumerate(links):
        if sentence := _span(row.get("sentence")):
            yield Support(link=number, sentence=sentence, attribution_ids=tuple(row["supports"]))


def _attribution_from(row: Data, sources: Mapping[str, Source]) -> Attribution:
    return Attribution(
        **_some(row, "id", "confidence", "rule"),
        kind=Kind(row["kind"]),
        contents=_spans(row["contents"]),
        cue=_spans(row["cue"]),
        sources=_spans(row["sources"]),
        source=None if row["source_id"] is None else sources[row["source_id"]],
        joint=tuple(sources[own] for own in row.get("joint_ids", ())),
        relay=_span(row["relay"]),
        reasons=tuple(Reason(**each) for each in row.get("reasons", ())),
    )


def _labelled_from(row: Data) -> Labelled:
    return Labelled(
        **_some(row, "name", "source_id", "embed", "link"),
        span=Span(row["start"], row["end"]),
        labels=tuple(_label_from(label) for label in row["labels"]),
    )


def _label_from(row: Data) -> Label:
    said = _some(row, "value", "origin", "date", "note")
    return Label(what=What(row["what"]), how=How(row["how"]), span=_span(row["span"]), **said)


def _rating_from(row: Data) -> Rating:
    said = _some(row, "outlet", "measure", "value", "rater", "date", "scope", "origin", "link", "source_id")
    return Rating(span=Span(row["start"], row["end"]), **said)


def _origins_from(row: Data) -> Origins:
    return Origins(
        groups=tuple(_origin_from(group) for group in row["groups"]),
        joins=tuple(_join_from(join) for join in row.get("joins", ())),
        agencies=tuple(
            AgencyCredit(agency=each["agency"], how=each["how"], span=_span(each["span"]))
            for each in row.get("agencies", ())
        ),
    )


def _join_from(row: Data) -> Join:
    one, other = row["sources"]
    name, other_name = row["names"]
    return Join(
        kind=JoinKind(row["kind"]),
        source_ids=(one, other),
        names=(name, other_name),
        reason=row["reason"],
        evidence=_spans(row["evidence"]),
    )


def _origin_from(row: Data) -> Origin:
    return Origin(label=row["label"], source_ids=tuple(row["sources"]), reason=row["reason"])


def _category_from(name: str, row: Data) -> CategoryScore:
    return CategoryScore(
        category=Category(name),
        check_ids=tuple(row["auditRefs"]),
        **_some(row, "score", "status", "weight", "points", "possible"),
    )


def _answer_from(name: str, row: Data) -> Answer:
    return Answer(
        id=name,
        category=Category(row["category"]),
        lifecycle=Lifecycle(row["lifecycle"]),
        status=Status(row["status"]),
        findings=tuple(_finding_from(finding) for finding in row["findings"]),
        standards=tuple((standard["name"], standard["clause"]) for standard in row["standards"]),
        **_some(row["reader"], "why", "do"),
        **_some(row["writer"], "fix", "effort"),
        **_some(row, "title", "question", "weight", "score", "confidence", "reason", "examined"),
        **_some(row, "counted_elsewhere", "if_holds", "if_breaks"),
        found=Status(row["found"]) if row.get("found") else None,
        measured=Measured(**_some(row["measured"], *MEASURED)) if row.get("measured") else None,
    )


def _finding_from(row: Data) -> Finding:
    return Finding(
        message=row["message"],
        verdict=Verdict(row["verdict"]),
        evidence=tuple(Evidence(span=Span(e["start"], e["end"]), note=e["note"]) for e in row["evidence"]),
        aligned=tuple(Passage(**_some(e, *ALIGNED)) for e in row.get("aligned", ())),
    )
