"""Is an unnamed source described closely enough to tell how it knows?"""

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.anonymity_reason import anonymity_reason
from source_audit.checks.anonymous_description import anonymous_description
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable

UNNAMED = SourceKind.UNNAMED_PERSON


@pytest.mark.parametrize(
    ("mention", "rung", "expected"),
    [
        ("A source", 0, Verdict.BREAKS),
        ("Officials", 1, Verdict.BREAKS),
        ("A Treasury official", 2, Verdict.MILD),
        ("A person who read the memo", 3, Verdict.HOLDS),
        ("A Treasury official who read the memo and opposes it", 4, Verdict.HOLDS),
        ("Somebody", None, Verdict.BREAKS),
    ],
)
def test_the_rung_decides(mention: str, rung: int | None, expected: Verdict) -> None:
    draft = Draft(f"{mention} said the bridge was unsafe.")
    draft.says(draft.source(mention, kind=UNNAMED, anonymity=rung), "the bridge was unsafe")
    (case,) = cases(anonymous_description, draft.reading())
    assert (case.verdict, case.value, case.span.of(draft.text)) == (expected, float(rung or 0), mention)


@pytest.mark.parametrize(("rung", "expected"), [(2, 3.0), (1, 1.0), (0, 0.0)])
def test_an_institution_is_enough_where_more_would_give_the_source_away(rung: int, expected: float) -> None:
    draft = Draft("A city official, whom more detail would identify, said the bridge was unsafe.")
    draft.says(draft.source("A city official", kind=UNNAMED, anonymity=rung), "the bridge was unsafe")
    (case,) = cases(anonymous_description, draft.reading())
    assert case.value == expected


def test_both_checks_of_a_source_point_at_the_same_words() -> None:
    """So that the same words cost once."""
    draft = Draft("It was late, a source said. A source said it again.")
    own = draft.source("a source", kind=UNNAMED, anonymity=0, mentions=(draft.at("A source"), draft.at("a source")))
    draft.says(own, "It was late")
    (reason,), (rung,) = cases(anonymity_reason, draft.reading()), cases(anonymous_description, draft.reading())
    assert reason.span == rung.span == draft.at("a source")


def test_nobody_unnamed() -> None:
    assert not_applicable(anonymous_description, Draft("The river is calm.").reading()) == "Every source is named."
