"""Counts what is usual in the training articles of the gold data: ``make base-rates``.

Each text is read and measured as in an audit, so that a check compares like with like. Texts that get no number, by their
kind or because they are too short, are left out. Only numbers are written.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from pathlib import Path
from typing import Any

from source_audit.attribution import Kind
from source_audit.checks import catalogue
from source_audit.extract import extract_reading
from source_audit.finding import Case, Verdict
from source_audit.parse import parse_document
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.rubric import rubric

PERCENTS = (5, 10, 25, 50, 75, 90, 95)
HEAD = """\
# What is usual in US political news of 2015-16: figures over the training articles of PolNeAR 1.0.0, by length of the body.
# Origin: counted for this project by `make base-rates`, each text read as in an audit; numbers only, no text. The extraction
# learned from these articles, so it errs less on them than elsewhere. The texts hold no links and say no genre, so nothing
# here tells of links, and what looked like another genre than news was left out. Licence: CC0-1.0.
# p5 to p95 are the values that so many percent of the articles do not exceed (the smallest such value that occurs).
# Shares are of the statements of the body, unnamed_share of all; plain_share are verbs that only report among verbs of
# saying; agentless and vague are findings per 1,000 words.

[checks] # which figures a check rests on
few-sources = ["named_sources"]
single-source-story = ["largest_share", "origins"]
anonymous-share = ["unnamed_share"]
quote-form-mix = ["direct_share", "mixed_share", "indirect_share"]
reporting-verbs = ["plain_share"]
agentless-attribution = ["agentless"]
vague-collective-sources = ["vague"]

[limits] # which of the values are the lower and the higher limit in the rubric
few-sources = ["named_sources", "p10", "p25"]
single-source-story = ["largest_share", "p75", "p90"]
"""
_CHECKS = {check.id: check for check in catalogue()}
Figures = dict[str, float]


def cases(name: str, reading: Reading) -> list[Case]:
    """Return what a check examines in a text."""
    return [outcome for outcome in _CHECKS[name](reading) if isinstance(outcome, Case)]


def figures(reading: Reading) -> Figures:
    """Return the figures of a text; a share is left out where there is nothing to take it of."""
    said, words = reading.body_attributions, reading.document.words
    forms = Counter(statement.kind for statement in said)
    verbs = cases("reporting-verbs", reading)
    found = {
        "named_sources": _value(cases("few-sources", reading)),
        "origins": float(reading.origins.independent),
        "largest_share": _value(cases("single-source-story", reading)),
        "unnamed_share": _value(cases("anonymous-share", reading)) or 0.0,
        **{f"{kind.value}_share": forms[kind] / len(said) for kind in Kind if said},
        "plain_share": _plain_share(verbs),
        "agentless": _broken(cases("agentless-attribution", reading)) * 1000 / words,
        "vague": _broken(cases("vague-collective-sources", reading)) * 1000 / words,
    }
    return {name: value for name, value in found.items() if value is not None}


def _value(found: list[Case]) -> float | None:
    return found[0].value if found else None


def _broken(found: list[Case]) -> int:
    return sum(case.verdict is Verdict.BREAKS for case in found)


def _plain_share(found: list[Case]) -> float | None:
    """Return the share of plain verbs, which the message of the first case counts: "... 7 of 9."."""
    plain, _, every = found[0].message.rstrip(".").rpartition(": ")[2].partition(" of ") if found else ("", "", "")
    return int(plain) / int(every) if every.isdecimal() else None


def quantile(values: list[float], percent: int) -> float:
    """Return the smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(ceil(percent * len(ordered) / 100), 1) - 1]


def lengths() -> tuple[int, ...]:
    """Return the number of words from which each band of lengths begins."""
    return tuple(band[0] for band in data("rubric")["checks"]["few-sources"]["bands"])


def counted(texts: Iterable[str]) -> dict[int, list[Figures]]:
    """Return the figures of the texts that would get a number, by band."""
    begins = (data("rubric")["score"]["minimum_words"], *lengths()[1:])
    found: dict[int, list[Figures]] = {begin: [] for begin in begins}
    for text in texts:
        reading = extract_reading(parse_document(text, content_type="text"))
        document = reading.document
        if rubric().withheld({}, document, len(reading.body_attributions)) is None:
            found[max(begin for begin in begins if document.words >= begin)].append(figures(reading))
    return found


def written(found: Mapping[int, list[Figures]], day: str) -> str:
    """Return the figures as ``data/base_rates.toml`` holds them."""
    articles = sum(map(len, found.values()))
    return "\n".join([HEAD, "[set]", f"articles = {articles}", f'date = "{day}"', *_tables(found)]) + "\n"


def _tables(found: Mapping[int, list[Figures]]) -> Iterator[str]:
    for begin, rows in found.items():
        yield f"\n[[bands]]\nwords = {begin}\narticles = {len(rows)}"
        names = list(dict.fromkeys(name for row in rows for name in row))
        for name in names:
            values = [row[name] for row in rows if name in row]
            percents = ", ".join(f"p{each} = {round(quantile(values, each), 3):g}" for each in PERCENTS)
            yield f"{name} = {{ n = {len(values)}, {percents} }}"


def main(arguments: list[str]) -> None:
    """Write the figures to the file that is named first; the date of the count is named second."""
    gold = Path(os.environ.get("SOURCE_AUDIT_GOLD", "")) / "corpus" / "attribution" / "polnear_train.jsonl"
    if not gold.is_file() or len(arguments) != 2:
        sys.exit(
            "`make base-rates` needs the gold data: set SOURCE_AUDIT_GOLD to its folder. The table is left as it is."
        )
    records: list[dict[str, Any]] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    text = written(counted(record["text"] for record in records), arguments[1])
    Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
