"""`make fuzz`: thousands of spoilt pages through the whole program; the first broken promise ends it with its seed."""

import argparse
import sys
import time
import traceback
from multiprocessing import Pool
from pathlib import Path

from tests.bench.pages import gold_folder
from tests.bench.pages import read as read_gold
from tests.fuzz.mutations import mutant
from tests.fuzz.promises import seconds_for

LONGEST = 20.0
_PAGES: list[tuple[str, str]] = []


def pages() -> list[tuple[str, str]]:
    """Return the pages to spoil: the gold data's, and our own examples."""
    examples = sorted((Path(__file__).parents[2] / "examples").glob("*.html"))
    gold = gold_folder()
    real = read_gold(gold)[1] if gold else {}
    own = [(path.name, path.read_text(encoding="utf-8")) for path in examples]
    return own + [(name, page.decode("utf-8", "replace")) for name, page in sorted(real.items())]


def case(seed: int) -> tuple[int, str, int, float, str]:
    """Return of one case its seed, page, size in bytes or characters, seconds, and what went wrong, if anything."""
    name, page = _PAGES[seed % len(_PAGES)]
    markup = mutant(page, seed)
    try:
        seconds = seconds_for(markup, card=seed % 4 == 0)
    except Exception:
        return seed, name, len(markup), 0.0, traceback.format_exc(limit=-3)
    return seed, name, len(markup), seconds, "" if seconds < LONGEST else f"took {seconds:.1f} s"


def main() -> int:
    """Run the cases and print how many failed and which took longest; 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    _PAGES[:] = pages()
    start = time.monotonic()
    worst = (0.0, 0, "", 0)
    failed = 0
    with Pool(options.workers) as pool:
        seeds = range(options.first, options.first + options.cases)
        for seed, name, size, seconds, error in pool.imap_unordered(case, seeds, chunksize=20):
            worst = max(worst, (seconds, seed, name, size))
            if error:
                failed += 1
                print(f"seed {seed}, {name}: {error}", flush=True)
    print(f"{options.cases:,} cases over {len(_PAGES)} pages in {time.monotonic() - start:.0f} s: {failed} failed.")
    print(f"The slowest took {worst[0]:.2f} s of CPU (seed {worst[1]}, {worst[2]}, {worst[3]:,} signs).")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
