"""How much of the article comes from unnamed sources?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.anonymous_share import anonymous_share
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words


def test_sources_and_statements_are_counted() -> None:
    draft = Draft(
        "An aide said one. The aide said two. Two officials said three. Ana Ruiz said four. It was said five."
    )
    aide = draft.source("An aide", kind=SourceKind.UNNAMED_PERSON)
    draft.says(aide, "one")
    draft.says(aide, "two", by="The aide")
    draft.says(draft.source("Two officials", kind=SourceKind.UNNAMED_GROUP), "three")
    draft.says(draft.source("Ana Ruiz"), "four")
    draft.says(None, "five")
    (case,) = cases(anonymous_share, draft.reading())
    assert case.message == "Unnamed sources: 2. Statements given to them: 3 of 4."
    assert case.value == pytest.approx(0.75)
    assert case.verdict is Verdict.NOTE
    assert words(draft.text, [piece.span for piece in case.evidence]) == ["An aide", "Two officials"]


def test_nobody_unnamed() -> None:
    assert (
        not_applicable(anonymous_share, Draft("The river is calm.").reading())
        == "No statement rests on unnamed sources alone."
    )
