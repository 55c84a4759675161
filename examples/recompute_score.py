"""Work out the score of a JSON report or a card again, from it alone and by the steps of docs/explanation/score.md.

source-audit audit page.html -f json > report.json
python examples/recompute_score.py report.json
"""

import json
import sys
from fractions import Fraction
from itertools import combinations
from math import floor
from pathlib import Path
from typing import Any

Report = dict[str, Any]
USUAL: Report = {
    "lifecycle": "stable",
    "found": None,
    "measured": None,
    "confidence": None,
    "examined": None,
    "findings": [],
}
"""What the data of a card leave out of an answer."""
POINTS = {"pass": Fraction(1), "partial": Fraction(1, 2), "fail": Fraction(0)}


def opened(text: str) -> Report:
    """Return the report that a file holds: the file itself, or the data of a card with what they leave out."""
    data = text.partition('id="source-audit-result">')[2].partition("</script>")[0] or text
    return completed(json.loads(data))


def completed(report: Report) -> Report:
    """Return a report with every value that is asked for here."""
    audits = {name: {**USUAL, **check} for name, check in report["audits"].items()}
    return {"warnings": [], **report, "audits": audits}


def exact(number: float) -> Fraction:
    """Return a number as it is written, so that 0.7 is seven tenths."""
    return Fraction(str(number))


def rounded(number: Fraction) -> float:
    """Round half up to two decimals."""
    return floor(number * 100 + Fraction(1, 2)) / 100


def primary(check: Report) -> set[tuple[int, int]]:
    """Return the words that the findings of a check rest on first of all."""
    return {(f["evidence"][0]["start"], f["evidence"][0]["end"]) for f in check["findings"]}


def lost(check: Report) -> bool:
    """Tell whether something stands against a check; one of low confidence says so under "found"."""
    return (check["found"] or check["status"]) in ("partial", "fail")


def may_weigh(report: Report, name: str) -> bool:
    """Tell whether a check counts: it is no trial, has a weight, and no other check counts the same words."""
    check, weight = report["audits"][name], report["rubric"]["checks"].get(name, {"weight": 0})["weight"]
    rivals = [report["audits"][one] for one in report["rubric"]["yields"].get(name, ())]
    taken = lost(check) and any(lost(rival) and primary(rival) & primary(check) for rival in rivals)
    return check["lifecycle"] == "stable" and weight > 0 and not taken


def points(check: Report, status: str, end: int | None) -> Fraction:
    """Return a check's score; at an end of the range it moves that way as far as its measured precision leaves room."""
    score, figures = POINTS[status], check["measured"]
    if end is None or check["confidence"] is None:
        return score
    precision = Fraction(figures["right"], figures["n"])
    return 1 - (1 - score) * precision if end else score * precision


def category(report: Report, name: str, statuses: dict[str, str], end: int | None) -> Fraction | None:
    """Return the weighted mean of a category's checks; where each examined one case, it costs at most half."""
    own = [check for check in report["categories"][name]["auditRefs"] if statuses[check] in POINTS]
    weights = {check: exact(report["rubric"]["checks"][check]["weight"]) for check in own}
    if not own:
        return None
    scores = {check: points(report["audits"][check], statuses[check], end) for check in own}
    mean = Fraction(sum(weights[check] * scores[check] for check in own)) / sum(weights.values())
    single = all(report["audits"][check]["examined"] == 1 for check in own)
    return max(mean, exact(report["rubric"]["score"]["single_case_floor"])) if single else mean


def value(report: Report, statuses: dict[str, str], end: int | None = None) -> tuple[float | None, str | None]:
    """Return the value, or that of an end of the range, and the check whose cap holds it down."""
    rules = report["rubric"]["score"]
    weights = {name: exact(weight) for name, weight in report["rubric"]["categories"].items() if weight}
    scores = {name: score for name in weights if (score := category(report, name, statuses, end)) is not None}
    optional = [name for name in rules["only_lower"] if name in scores]
    choices = [set(scores) - set(out) for n in range(len(optional) + 1) for out in combinations(optional, n)]
    means = [
        Fraction(sum(weights[c] * scores[c] for c in kept)) / sum(weights[c] for c in kept) for kept in choices if kept
    ]
    if not means:
        return None, None
    number, cap = rounded(min(means)), next((n for n in rules["capped_by"] if statuses.get(n) == "fail"), None)
    return (rules["cap"], cap) if cap and number > rules["cap"] else (number, None)


def recompute(report: Report) -> Report:
    """Return value, low, high, bands, coverage and cap."""
    rules, checks = report["rubric"]["score"], report["audits"]
    told = {name: check["status"] for name, check in checks.items() if may_weigh(report, name)}
    every = {name: told.get(name, "not counted") for name in checks}
    weight = {
        name: exact(report["rubric"]["checks"][name]["weight"]) for name in told if told[name] != "not-applicable"
    }
    judged = [name for name in told if told[name] in POINTS]
    waiting = [name for name in told if told[name] in ("needs-review", "error")]
    known, open_ = (sum((weight[name] for name in names), Fraction(0)) for names in (judged, waiting))
    coverage = known / (known + open_) if known + open_ else Fraction(0)
    found = [name for name in told if checks[name]["found"]]
    enough = len(judged) + len(found) >= rules["minimum_checks"] and coverage >= exact(rules["minimum_coverage"])
    withheld = report["rubric"]["overall"] or any(warning["severe"] for warning in report["warnings"])
    number, cap = value(report, every)
    if withheld or not enough or number is None:
        return {"value": None, "low": None, "high": None, "bands": [], "coverage": rounded(coverage), "cap": None}
    ends = [
        value(report, {name: as_if if status == "needs-review" else status for name, status in every.items()}, end)[0]
        for end, as_if in enumerate(("fail", "pass"))
    ]
    low, high = min(number, ends[0] or 0), max(number, ends[1] or 0)
    names = [max((b, name) for name, b in rules["bands"].items() if end >= b)[1] for end in (low, high)]
    bands = list(dict.fromkeys(names))
    return {"value": number, "low": low, "high": high, "bands": bands, "coverage": rounded(coverage), "cap": cap}


if __name__ == "__main__":
    print(json.dumps(recompute(opened(Path(sys.argv[1]).read_text(encoding="utf-8"))), indent=2))
