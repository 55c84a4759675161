"""Audit an article, look at what was found, and write the card.

Run it from anywhere: `python examples/quickstart.py [article]`.
"""

import sys
from pathlib import Path

import source_audit


def main() -> None:
    """Audit the article that is named, or the example beside this file."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("night-bus.html")
    audit = source_audit.audit_article(article)

    print(f"{audit.origins.voices} voices, {audit.origins.independent} independent origins")
    for attribution in audit.attributions:
        speaker = attribution.source.name if attribution.source else "nobody named"
        words = attribution.contents[0].of(audit.document.text)
        print(f"{attribution.kind.value:8} {speaker}: {words[:60]}")
    for answer in audit.answers.values():
        if answer.status in ("fail", "partial"):
            print(f"{answer.status.value}: {answer.title} {answer.reason}")
    score = audit.score
    print(f"{score.low} to {score.high}" if score.value is not None else f"No number: {score.reason}")
    print(f"The card is in {audit.save('quickstart-card.html')}")


if __name__ == "__main__":
    main()
