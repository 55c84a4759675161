"""`find_attributions` gives what the audit gives, and leaves out what only checks look at."""

from pathlib import Path

import pytest

from source_audit import ArticleError, audit_article, find_attributions

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "examples").iterdir() if path.suffix in (".html", ".txt")
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_attributions_are_those_of_the_audit(path: Path) -> None:
    found, audit = find_attributions(path), audit_article(path)
    assert found.attributions == audit.attributions
    assert found.sources == audit.sources
    assert found.document.text == audit.document.text


def test_what_only_checks_look_at_is_left_empty() -> None:
    found = find_attributions(EXAMPLES[0])
    assert (found.references, found.claims, found.labelled, found.origins.groups) == ((), (), (), ())


def test_what_is_no_article_is_an_error() -> None:
    with pytest.raises(ArticleError):
        find_attributions("")
