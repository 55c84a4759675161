"""What looks like an attribution and is none: names and titles in marks, questions, calls that are no words."""

import re
from functools import cache

from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View
from source_audit.resources import data

_WITHHOLDING = re.compile(r"(?:that )?(?:(?:not )?(?:to )?be (?:named|identified|quoted)|for anonymity|anonymity)")
"""What comes after "asked" in these words is how a source is treated, nothing that it says."""
_REQUEST = re.compile(r"(?:a |an )?(?:\w{1,20} )?requests? for (?:further |additional )?comment")
_UNANSWERED = frozenset(["respond", "responded", "reply", "replied", "return", "returned", "answer", "answered"])
_LONGEST_NAME = 7
_FEW = 2
_LIKELY = 0.32
_NOT = ("n't", "n’t")
_CALLING = frozenset(["call", "calls", "called", "calling"])
_CALLS = ("calls", "call", "phone", "messages", "emails", "monday", "on")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(data("lookalikes")[name])


def misleads(view: View, proposal: Proposal) -> bool:
    """Tell whether what a sentence proposes is only like an attribution."""
    line = view.line
    if not proposal.contents:
        return False
    if view.quotes and (_names(line, proposal) or _is_work(line, proposal)):
        return True
    return (
        _is_treatment(line, proposal)
        or _asks(line, proposal)
        or _is_would_be(line, proposal)
        or _only_calls(line, proposal)
        or _is_measure(line, proposal)
    )


def _is_treatment(line: Line, proposal: Proposal) -> bool:
    """Tell how a source is treated, or that it was asked in vain."""
    start = line.starts[proposal.contents[0][0]]
    if _WITHHOLDING.match(line.text, start):
        return True
    cue = line.low[proposal.cue[0][0] : proposal.cue[0][1]]
    if cue[-1] not in _UNANSWERED or not any(word == "not" or word.endswith(_NOT) for word in cue):
        return False
    return bool(_REQUEST.match(line.text, start)) or (
        cue[-1] == "return" and line.at(proposal.contents[0][0]) in _CALLS
    )


def _names(line: Line, proposal: Proposal) -> bool:
    """Tell whether a content is nothing but a name in marks: `known as “Shorty”`, `a process called “netting”`."""
    quotes = [i for first, stop in proposal.contents for i in range(first, stop) if line.quote[i] >= 0]
    if len(quotes) != 1 or not is_name(line, quotes[0]):
        return False
    size = sum(stop - first for first, stop in proposal.contents)
    cue = line.low[proposal.cue[0][1] - 1]
    return cue in ("known", "called", "nicknamed") or size < 3 or (size == 3 and is_nickname(line, quotes[0]))


def is_name(line: Line, i: int) -> bool:
    """Tell whether a quotation is a name by the words around it."""
    if len(line.text[line.starts[i] : min(line.ends[i], line.starts[i] + 80)].split()) > _LONGEST_NAME:
        return False
    at = i - 1
    while line.at(at) in ("a", "an", "the"):
        at -= 1
    if line.at(at) == "as" and "known" in line.low[max(0, at - 4) : at]:
        return True
    return line.at(at) == "nicknamed" or (line.at(at) == "called" and _names_thing(line, at, i)) or is_nickname(line, i)


def named_source(line: Line, proposal: Proposal) -> None:
    """Give the name of a source back to it: `said a man known as “Shorty.”`."""
    source = proposal.source
    if source is None or len(proposal.contents) < 2:
        return
    own = [part for part in proposal.contents if part[1] == part[0] + 1 and is_name(line, part[0])]
    if len(own) != 1 or not 0 < own[0][0] - source[1] < 3:
        return
    proposal.contents = [part for part in proposal.contents if part is not own[0]]
    proposal.source = source[0], own[0][1]


def _names_thing(line: Line, called: int, i: int) -> bool:
    """Tell whether "called" follows what has the name, not who calls: `a process called`, `the driver, called`."""
    if line.at(called - 1) == ",":
        return line.at(i + 1) == "by" and not line.cap(called - 2)
    return line.word(called - 1) and not line.cap(called - 1) and line.at(called - 2) in ("a", "an", "something")


def is_nickname(line: Line, i: int) -> bool:
    """Tell whether a short quotation stands between a first name and a surname."""
    inner = line.text[line.starts[i] : min(line.ends[i], line.starts[i] + 30)].strip("“”‘’`'\"«»")
    around = 0 < i < len(line) - 1 and line.word(i - 1) and line.word(i + 1) and line.cap(i - 1) and line.cap(i + 1)
    return around and 0 < len(inner.split()) < 3 and inner[:1].isupper() and inner[-1:].isalpha()


def _asks(line: Line, proposal: Proposal) -> bool:
    """Tell questions of the kind `Would he say “no” to that?`, `What would the board say if …?`."""
    would = line.low[0] == "would" or (line.low[0] in ("what", "how", "who") and line.at(1) == "would")
    return would and line.low[-1] == "?" and line.low[proposal.cue[0][1] - 1] in ("say", "answer", "reply")


def _is_would_be(line: Line, proposal: Proposal) -> bool:
    """Tell whether speech is only thought of: `If Ruiz says no, …`, `Nobody can say what …`."""
    source = proposal.source
    if source is None:
        return False
    if line.low[source[0]] in _list("nobody") or (line.low[source[0]] == "no" and line.at(source[0] + 1) == "one"):
        return any(word in words("modals") or word == "cannot" for word in line.low[source[1] : proposal.cue[0][1]])
    short = sum(stop - first for first, stop in proposal.contents) < _FEW
    return short and line.at(source[0] - 1) in ("if", "unless") and source[1] <= proposal.cue[0][0]


def _only_calls(line: Line, proposal: Proposal) -> bool:
    """Tell what is no speech: `The ferry calls at Port Ellan`, `called off the match`, `called Hill on Monday`."""
    first, stop = proposal.cue[0]
    if _CALLING.isdisjoint(line.low[first:stop]):
        return False
    if line.low[stop - 1] in _list("not_calling") or line.at(stop) in _list("not_calling"):
        return True
    a, b = proposal.contents[-1]
    named = all(line.word(i) and line.cap(i) and line.low[i] != "to" for i in range(a, b))
    return a == stop and named and line.at(b) in ("on", ".") and (line.at(b) == "." or line.at(b + 1) in words("days"))


def _is_measure(line: Line, proposal: Proposal) -> bool:
    """Tell whether a measure stands behind the cue: `according to age`."""
    source = proposal.source
    return (
        proposal.rule == "according-to"
        and source is not None
        and source[1] - source[0] == 1
        and line.low[source[0]] in _list("measures")
    )


def is_title(line: Line, i: int) -> bool:
    """Tell whether a quotation is set like a title, with capitals throughout."""
    spoken = line.text[line.starts[i] : min(line.ends[i], line.starts[i] + 200)].split()
    main = [word.strip("“”\"'‘’`«»(") for word in spoken if len(word) > 4]
    if not main or not all(word[:1].isupper() or word[:1].isdigit() for word in main):
        return False
    last = spoken[-1].rstrip("”\"'’»")
    if last.endswith(("?", "!")):
        return False
    return not last.endswith((".", ",")) or (len(main) > 1 and last[-2:-1].isalnum() and _of_work(line, i))


def _of_work(line: Line, i: int) -> bool:
    """Tell whether the words before a quotation lead one to expect a title: `the author of`, `his book`."""
    before = line.low[max(0, i - 2) : i]
    return bool(before) and (before[-1] in _list("before_titles") or before[-1].endswith(("'s", "’s")))


def _is_work(line: Line, proposal: Proposal) -> bool:
    """Tell whether a content is a title, only taken because somebody must own so long a quotation."""
    if proposal.chance >= _LIKELY or len(proposal.contents) != 1:
        return False
    first, stop = proposal.contents[0]
    return stop - first < _FEW + 1 and any(line.quote[i] >= 0 and is_title(line, i) for i in range(first, stop))
