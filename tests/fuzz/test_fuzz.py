"""A short run of fuzzing over the examples; `make fuzz` is the long one, over real pages where they are present."""

from pathlib import Path

import pytest

from source_audit import ArticleError, audit_article
from tests.fuzz.mutations import ADDRESSES, MUTATIONS, mutant
from tests.fuzz.promises import seconds_for

PAGES = sorted((Path(__file__).parents[2] / "examples").glob("*.html"))
SEEDS = 40
LONGEST = 5.0


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_spoilt_page_keeps_every_promise(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for seed in range(SEEDS):
        assert seconds_for(mutant(page, seed), card=seed % 4 == 0) < LONGEST, seed


def test_mutants_are_the_same_for_the_same_seed_and_differ_between_seeds() -> None:
    page = PAGES[0].read_text(encoding="utf-8")
    assert mutant(page, 3) == mutant(page, 3)
    assert len({mutant(page, seed) for seed in range(20)}) > 15
    assert len(MUTATIONS) == len(set(MUTATIONS))


def test_most_mutants_are_still_read() -> None:
    page = PAGES[0].read_text(encoding="utf-8")

    def is_read(seed: int) -> bool:
        try:
            return bool(audit_article(mutant(page, seed)).document.words)
        except ArticleError:
            return False

    assert sum(map(is_read, range(20))) >= 14


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_but_http_lives_on(address: str) -> None:
    paragraph = f'<p>Mayor Ana Ruiz said <a href="{address}">the bridge</a> was shut, “for good,” on Tuesday.</p>'
    assert seconds_for(f"<article><h1>Bridge Shut</h1>{paragraph * 4}</article>", card=True) < LONGEST
