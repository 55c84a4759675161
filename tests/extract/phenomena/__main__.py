"""``python -m tests.extract.phenomena [--shorten | --enter REASON] [KEY ...]``: what fails now, and what no longer does.

Prints each text that fails with what was wanted and what was found, sums by phenomenon, and how that differs from
``not_yet.toml``. ``--shorten`` takes out of that file what no longer fails, ``--enter`` puts new failures into it with
a reason; each is a regression, so look at it first.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from json import dumps

from tests.extract.phenomena.cases import NOT_YET, Case, cases, found, not_yet, phenomena, wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each text that fails, then the sums; 1 if the table of known failures does not agree."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.extract.phenomena", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--shorten", action="store_true", help="take out of not_yet.toml what no longer fails")
    parser.add_argument("--enter", metavar="REASON", help="put the new failures into not_yet.toml with this reason")
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
        _write({key: reason for key, reason in not_yet().items() if key in now or key not in known})
    if options.enter:
        _write(not_yet() | dict.fromkeys(sorted(set(now) - known, key=_order), options.enter))
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


def _write(table: Mapping[str, str]) -> None:
    """Write the table by reason; a reason that nothing needs any more goes."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key, reason in table.items():
        keys[reason].append(key)
    opening = NOT_YET.read_text(encoding="utf-8").partition("\n\n")[0]
    lines = [f"{dumps(reason, ensure_ascii=False)} = {dumps(own)}\n" for reason, own in keys.items()]
    NOT_YET.write_text(opening + "\n\n" + "".join(lines), encoding="utf-8")


def _order(key: str) -> tuple[int, ...]:
    return tuple(map(int, key.split(maxsplit=1)[0].split(".")))


if __name__ == "__main__":
    sys.exit(main())
