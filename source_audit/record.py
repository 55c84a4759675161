"""The audit written down as plain data and JSON; `restore` reads it back without loss."""

import json
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from source_audit.answer import Answer, CategoryScore, Entry
from source_audit.attribution import Attribution, Source
from source_audit.document import Document, Embed, Link, Stated
from source_audit.finding import Finding
from source_audit.label import Label, Labelled, Rating
from source_audit.measured import Measured
from source_audit.origin import Join, Origins
from source_audit.reference import Reference, Support
from source_audit.reply import Reply
from source_audit.resources import data
from source_audit.span import Span
from source_audit.version import SCHEMA

if TYPE_CHECKING:
    from source_audit.audit import Audit

Data = dict[str, Any]
"""What JSON calls an object."""

_AROUND = 32
"""How many code points of prefix and suffix stand with a quotation (W3C TextQuoteSelector)."""
_PLACES = 4
_SCORE = ("value", "low", "high", "bands", "coverage", "cap", "reason", "counted", "disclaimer")
ALIGNED = ("name", "start", "end", "words")
LINKED = ("href", "text", "domain", "serves", "target", "via", "owner", "place", "site")
REFERRED = ("kind", "access", "embed", "how")
MEASURED = ("right", "n", "cases", "date")
REPLIED = ("audit", "by", "reason", "quote", "note")
STATED = ("title", "published", "modified", "site", "url", "language", "section")


def dumps(data: Data, *, indent: int | None = None) -> str:
    """Return *data* as JSON; lone surrogates, which UTF-8 cannot hold, are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, ensure_ascii=True, indent=indent)
    return text


def to_dict(audit: "Audit", *, whole: bool = True) -> Data:
    """Return an audit as the JSON report has it.

    If not *whole*, the answers and what weighed in the attribution model stay out, for `short`.
    """
    document = audit.document
    supports = {support.link: support for support in audit.supports}
    return {
        "schema": SCHEMA,
        "tool": {
            "name": "source_audit",
            "version": audit.version,
            "lexicons": dict(audit.lexicons),
            "plugins": [_plain(plugin, "name", "version", "checks") for plugin in audit.plugins],
        },
        "input": {"sha256": document.sha256, "content_type": document.content_type},
        "made_on": audit.made_on.isoformat() if audit.made_on else None,
        "article": _article(document),
        "score": _plain(audit.score, *_SCORE),
        "rubric": (deepcopy(dict(audit.rubric)) if whole else audit.rubric) or None,
        "categories": {category.value: _category(score) for category, score in audit.categories.items()},
        "origins": _origins(audit.origins),
        "attributions": [_attribution(attribution, whole=whole) for attribution in audit.attributions],
        "sources": [_source(source) for source in audit.sources],
        "links": [_link(link, supports.get(n)) for n, link in enumerate(audit.links)],
        "references": [_reference(reference) for reference in audit.references],
        "embeds": [_embed(embed) for embed in audit.embeds],
        "labelled": [_labelled(one) for one in audit.labelled],
        "ratings": [_rating(rating) for rating in audit.ratings],
        "audits": {name: answer_row(one, document.text) for name, one in audit.answers.items()} if whole else {},
        "entries": [_entry(entry, document.text) for entry in audit.entries],
        "annotations": [_reply(reply) for reply in audit.replies],
        "warnings": [_plain(notice, "code", "message", "severe") for notice in audit.warnings],
    }


def _plain(thing: object, *names: str) -> Data:
    """Return these attributes of a thing; tuples become lists."""
    return {
        name: list(value) if type(value) is tuple else value
        for name, value in zip(names, _values(names)(thing), strict=True)
    }


@cache
def _values(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*names)


def _place(span: Span | None) -> Data:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _places(spans: Iterable[Span]) -> list[Data]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _maybe(span: Span | None) -> Data | None:
    return {"start": span.start, "end": span.end} if span else None


def _article(document: Document) -> Data:
    stated = {name: getattr(document, name) for name in STATED}
    return {
        **{name: value.value if value else None for name, value in stated.items()},
        "authors": [author.value for author in document.authors],
        "origins": {
            **{name: _where(value) for name, value in stated.items()},
            "authors": [_where(author) for author in document.authors],
        },
        "conflicts": [
            {"what": conflict.what, "values": [{"value": one.value, **(_where(one) or {})} for one in conflict.values]}
            for conflict in document.conflicts
        ],
        "words": document.words,
        "genre": {
            **_plain(document.genre, "value", "by", "confidence", "words"),
            "spans": _places(document.genre.spans),
        },
        "text": document.text,
        "blocks": [
            {"kind": str(block.kind), "start": block.span.start, "end": block.span.end} for block in document.blocks
        ],
    }


def _where(value: Stated | None) -> Data | None:
    return {"by": value.origin, **_place(value.span)} if value else None


def _link(link: Link, support: Support | None) -> Data:
    return {
        **_place(link.span),
        **_plain(link, *LINKED),
        "sentence": _maybe(support.sentence) if support else None,
        "supports": list(support.attribution_ids) if support else [],
    }


def _reference(reference: Reference) -> Data:
    return {**_plain(reference, *REFERRED), **_place(reference.span), "links": list(reference.links)}


def _embed(embed: Embed) -> Data:
    return {
        **_plain(embed, "platform", "handle", "author", "post_id", "permalink", "text", "printed_date"),
        "computed_date": embed.computed_date.isoformat() if embed.computed_date else None,
        **_plain(embed, "days_apart", "truncated", "quoted_post", "replied_to", "media_only", "screenshot"),
        **_place(embed.span),
        "words": _maybe(embed.words),
        "signature": _maybe(embed.signature),
        "anchor": _maybe(embed.anchor),
    }


def _attribution(attribution: Attribution, *, whole: bool) -> Data:
    row: Data = {
        "id": attribution.id,
        "kind": str(attribution.kind),
        "contents": _places(attribution.contents),
        "cue": _places(attribution.cue),
        "sources": _places(attribution.sources),
        "source_id": attribution.source.id if attribution.source else None,
        "joint_ids": [source.id for source in attribution.joint],
        "confidence": attribution.confidence,
        "rule": attribution.rule,
        "relay": _maybe(attribution.relay),
    }
    if whole:
        row["reasons"] = [_plain(reason, "feature", "value", "weight") for reason in attribution.reasons]
    return row


def _source(source: Source) -> Data:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        **_plain(source, "named", "role", "affiliation", "anonymity", "collective"),
        "reason_unnamed": _maybe(source.reason_unnamed),
        "mentions": _places(source.mentions),
        "attribution_ids": list(source.attribution_ids),
        "role_span": _maybe(source.role_span),
        "affiliation_span": _maybe(source.affiliation_span),
        "relays": _places(source.relays),
        **_plain(source, "speaks_for", "first_hand", "candidates"),
    }


def _labelled(one: Labelled) -> Data:
    return {
        **_plain(one, "name", "source_id", "embed", "link"),
        **_place(one.span),
        "labels": [_label(label) for label in one.labels],
    }


def _label(label: Label) -> Data:
    said = _plain(label, "value", "origin", "date", "note")
    return {"what": label.what.value, "how": label.how.value, **said, "span": _maybe(label.span)}


def _rating(rating: Rating) -> Data:
    said = _plain(rating, "outlet", "measure", "value", "rater", "date", "scope", "origin", "link", "source_id")
    return {**said, **_place(rating.span)}


def _entry(entry: Entry, text: str) -> Data:
    """Return an entry of a live blog, with the words of its time."""
    statuses = {name: status.value for name, status in entry.statuses.items()}
    return {**_place(entry.span), "time": {**_place(entry.time), "exact": entry.time.of(text)}, "audits": statuses}


def _reply(reply: Reply) -> Data:
    return {**_plain(reply, *REPLIED), "says": data("replies")["reasons"].get(reply.reason, "")}


def _origins(origins: Origins) -> Data:
    groups = [{"label": g.label, "sources": list(g.source_ids), "reason": g.reason} for g in origins.groups]
    return {
        "voices": origins.voices,
        "independent": origins.independent,
        "merges": [group for group in groups if len(group["sources"] or ()) > 1],
        "groups": groups,
        "joins": [_join(join) for join in origins.joins],
        "agencies": [{**_plain(credit, "agency", "how"), "span": _maybe(credit.span)} for credit in origins.agencies],
    }


def _join(join: Join) -> Data:
    return {
        "kind": join.kind.value,
        "sources": list(join.source_ids),
        **_plain(join, "names", "reason"),
        "evidence": _places(join.evidence),
    }


def _category(score: CategoryScore) -> Data:
    return {
        **_plain(score, "score", "status", "weight", "points", "possible"),
        "auditRefs": list(score.check_ids),
    }


def answer_row(answer: Answer, text: str | None) -> Data:
    """Return an answer; without the *text* of the article, the words of its evidence stay out."""
    return {
        "status": answer.status.value,
        "category": answer.category.value,
        "lifecycle": answer.lifecycle.value,
        **_plain(answer, "score", "weight", "confidence", "title", "question", "reason"),
        "found": answer.found.value if answer.found else None,
        "measured": dict(_measured(answer.measured)) if answer.measured else None,
        "standards": [{"name": name, "clause": clause} for name, clause in answer.standards],
        "reader": {"why": answer.why, "do": answer.do},
        "writer": {"fix": answer.fix, "effort": answer.effort},
        **_plain(answer, "examined", "counted_elsewhere", "if_holds", "if_breaks"),
        "findings": [finding_row(finding, text) for finding in answer.findings],
    }


@cache
def _measured(figures: Measured) -> Data:
    return {
        "precision": round(float(figures.precision), _PLACES),
        "lower": round(figures.lower, _PLACES),
        "recall": None if figures.recall is None else round(float(figures.recall), _PLACES),
        **_plain(figures, *MEASURED),
    }


def finding_row(finding: Finding, text: str | None) -> Data:
    """Return a finding; without the *text* of the article, its evidence is places alone."""
    return {
        "message": finding.message,
        "verdict": finding.verdict.value,
        "evidence": [{**_quote(piece.span, text), "note": piece.note} for piece in finding.evidence],
        "aligned": [_plain(passage, *ALIGNED) for passage in finding.aligned],
    }


def _quote(span: Span, text: str | None) -> Data:
    """Return a place with its words and those around it; without the *text*, the place alone."""
    if text is None:
        return _place(span)
    return {
        **_place(span),
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
