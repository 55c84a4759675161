"""Are there as many independent named sources as is usual for this length?"""

from source_audit.attribution import Kind, SourceKind
from source_audit.checks.few_sources import few_sources
from tests.drafts import Draft
from tests.marking import cases, words


def test_named_sources_of_every_kind_count_and_a_merged_body_counts_once() -> None:
    draft = Draft("Ana Ruiz said a. The Harbour Office said b. The audit found c. An aide said d. Tom Hill said e.")
    ruiz = draft.source("Ana Ruiz")
    office = draft.source("The Harbour Office", kind=SourceKind.ORGANISATION)
    audit = draft.source("The audit", kind=SourceKind.DOCUMENT)
    aide = draft.source("An aide", kind=SourceKind.UNNAMED_PERSON)
    hill = draft.source("Tom Hill")
    for source, said in zip((ruiz, office, audit, aide, hill), ("a.", "b.", "c.", "d.", "e."), strict=True):
        draft.says(source, said)
    draft.merge(ruiz, office)
    (case,) = cases(few_sources, draft.reading())
    assert case.value == 3
    assert case.message == "Named sources, each body counted once: 3."
    assert words(draft.text, [piece.span for piece in case.evidence]) == ["Ana Ruiz", "The audit", "Tom Hill"]
    assert [piece.note for piece in case.evidence] == ["Ana Ruiz", "The audit", "Tom Hill"]


def test_an_unnamed_voice_with_its_named_body_is_one_named_origin() -> None:
    draft = Draft("An aide said a. The Harbour Office said b.")
    aide, office = (
        draft.source("An aide", kind=SourceKind.UNNAMED_PERSON),
        draft.source("The Harbour Office", kind=SourceKind.ORGANISATION),
    )
    draft.says(aide, "a.")
    draft.says(office, "b.")
    draft.merge(aide, office)
    (case,) = cases(few_sources, draft.reading())
    assert (case.value, case.span.of(draft.text)) == (1, "The Harbour Office")


def test_an_account_that_only_appears_in_a_post_is_no_source_of_the_text() -> None:
    post = "It fell tonight, and nobody was hurt.\n— River Walker (@riverwalker_9) March 9, 2025"
    draft = Draft(f"Ana Ruiz said a.\n\n{post}")
    draft.says(draft.source("Ana Ruiz"), "a.")
    account = draft.source("@riverwalker_9", at="River Walker", kind=SourceKind.ACCOUNT)
    draft.says(account, "It fell tonight", kind=Kind.DIRECT)
    (case,) = cases(few_sources, draft.reading())
    assert case.value == 1


def test_without_any_named_source_the_article_itself_is_shown() -> None:
    draft = Draft("Council Puts Off Vote\n\nAn aide said the vote was off.")
    draft.says(draft.source("An aide", kind=SourceKind.UNNAMED_PERSON), "the vote was off")
    (case,) = cases(few_sources, draft.reading())
    assert (case.value, case.span.of(draft.text)) == (0, "Council Puts Off Vote")


def test_an_account_that_repeats_an_unnamed_voice_makes_it_no_named_source() -> None:
    draft = Draft("An aide said a. The account @riverwalker_9 said a. Ana Ruiz said b.")
    aide = draft.source("An aide", kind=SourceKind.UNNAMED_PERSON)
    account = draft.source("@riverwalker_9", kind=SourceKind.ACCOUNT)
    for voice in (aide, account):
        draft.says(voice, "a.")
    draft.says(draft.source("Ana Ruiz"), "b.")
    draft.merge(aide, account)
    (case,) = cases(few_sources, draft.reading())
    assert (case.value, case.span.of(draft.text)) == (1, "Ana Ruiz")


def test_a_body_that_is_only_described_has_no_name() -> None:
    draft = Draft("Ana Ruiz said a. Their union said b. The state said c.")
    for name, said in (("Ana Ruiz", "a."), ("Their union", "b."), ("The state", "c.")):
        kind = SourceKind.PERSON if " R" in name else SourceKind.ORGANISATION
        draft.says(draft.source(name, kind=kind), said)
    (case,) = cases(few_sources, draft.reading())
    assert case.value == 1
