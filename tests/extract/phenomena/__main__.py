"""``python -m tests.extract.phenomena [--shorten] [KEY ...]``: what fails now, and what no longer does.

Prints each text that fails with what was wanted and what was found, sums by phenomenon, and how that differs from
``not_yet.toml``. ``--shorten`` takes out of that file what no longer fails; a new failure is entered by hand, with a
reason.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from json import dumps

from tests.extract.phenomena.cases import NOT_YET, Case, cases, found, not_yet, phenomena, wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each text that fails, then the sums; 1 if the table of known failures does not agree."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.extract.phenomena", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--shorten", action="store_true", help="take out of not_yet.toml what no longer fails")
    parser.add_argument("keys", nargs="*", metavar="KEY", help="12 or 12.1: only these phenomena or texts")
    options = parser.parse_args(arguments)
    chosen = [case for case in cases() if not options.keys or {case.key, case.key.split(".")[0]} & set(options.keys)]
    failing = [case for case in chosen if wanted(case.expected) != found(case.expected)]
    now = collapsed(chosen, failing)
    for key, case in now.items():
        print(key, "", case.notation.replace("\n", " "))
        print("    wanted", *wanted(case.expected) or ["nothing"], sep="\n      ")
        print("    found ", *found(case.expected) or ["nothing"], sep="\n      ")
    _sums(chosen, failing)
    known = {key for key in not_yet() if not options.keys or key.split()[0] in {case.key for case in chosen}}
    print("new failures:", *sorted(set(now) - known, key=_order) or ["none"])
    print("no longer failing:", *sorted(known - set(now), key=_order) or ["none"])
    if options.shorten:
        _shorten(known - set(now))
    return int(known != set(now))


def collapsed(chosen: Iterable[Case], failing: Iterable[Case]) -> dict[str, Case]:
    """Return a failing case for each entry of the table: a whole text, or single spellings of it."""
    all_of, bad_of = defaultdict[str, list[Case]](list), defaultdict[str, list[Case]](list)
    for case in chosen:
        all_of[case.key].append(case)
    for case in failing:
        bad_of[case.key].append(case)
    table: dict[str, Case] = {}
    for key, bad in bad_of.items():
        table |= {key: bad[0]} if len(bad) == len(all_of[key]) else {case.id: case for case in bad}
    return table


def _sums(chosen: Sequence[Case], failing: Sequence[Case]) -> None:
    print(f"\n{'':4}{'phenomenon':44}{'texts':>6}{'fail':>6}{'spelt':>7}{'fail':>6}")
    for row in phenomena():
        own = [case for case in chosen if case.key.split(".")[0] == str(row["number"])]
        bad = [case for case in own if case in failing]
        if own:
            counts = (len({case.key for case in own}), len({case.key for case in bad}), len(own), len(bad))
            print("{:<4}{:44}{:6}{:6}{:7}{:6}".format(row["number"], row["name"], *counts))
    counts = (
        len({case.key for case in chosen}),
        len({case.key for case in failing}),
        len(chosen),
        len(failing),
    )
    print("{:<48}{:6}{:6}{:7}{:6}".format("all", *counts))


def _shorten(gone: set[str]) -> None:
    """Take entries out of the table; a reason that nothing needs any more goes with them."""
    kept: dict[str, list[str]] = defaultdict(list)
    for key, reason in not_yet().items():
        if key not in gone:
            kept[reason].append(key)
    opening = NOT_YET.read_text(encoding="utf-8").split("\n\n")[0]
    lines = [f"{dumps(reason, ensure_ascii=False)} = {dumps(keys)}\n" for reason, keys in kept.items()]
    NOT_YET.write_text(opening + "\n\n" + "".join(lines), encoding="utf-8")


def _order(key: str) -> tuple[int, ...]:
    return tuple(map(int, key.split(maxsplit=1)[0].split(".")))


if __name__ == "__main__":
    sys.exit(main())
