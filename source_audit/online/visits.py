"""Visits to many addresses: a few hosts at a time, one address of a host after the other, never for long."""

import threading
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from urllib.parse import urldefrag, urljoin, urlsplit

from attrs import frozen

from source_audit.online.hosts import NoAnswerError, NoHostError, RefusedError, target_of
from source_audit.online.request import Reply, ask
from source_audit.supplied import Outcome, Visit

_WITHHELD = frozenset({401, 402, 403, 407, 429, 451, 999})
_GONE = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@frozen(kw_only=True)
class Limits:
    """How far a round of visits may go; times are seconds."""

    addresses: int = 60
    hosts_at_once: int = 4
    each: float = 10.0
    whole: float = 90.0
    pause: float = 0.5
    redirects: int = 5


def visit_all(addresses: Iterable[str], *, allow_private: bool, limits: Limits | None = None) -> tuple[Visit, ...]:
    """Ask each address once whether its page is there and return the answers in the order of the addresses.

    What lies beyond the limits is not tried.
    """
    limits = limits or Limits()
    wanted = list(dict.fromkeys(addresses))
    found: dict[str, Visit] = {}
    hosts: SimpleQueue[list[str]] = SimpleQueue()
    for group in _by_host(wanted[: limits.addresses]):
        hosts.put(group)
    end = monotonic() + limits.whole
    workers = [
        threading.Thread(target=_work, args=(hosts, found, allow_private, limits, end), daemon=True)
        for _ in range(min(limits.hosts_at_once, hosts.qsize()))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(end - monotonic(), 0) + 1)
    answers = dict(found)  # a look-up that still waits may not change what was returned
    return tuple(answers.get(address, Visit(address=address, outcome=Outcome.NOT_TRIED)) for address in wanted)


def _by_host(addresses: Iterable[str]) -> Iterable[list[str]]:
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(_host(address), []).append(address)
    return groups.values()


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _work(
    hosts: "SimpleQueue[list[str]]", found: dict[str, Visit], allow_private: bool, limits: Limits, end: float
) -> None:
    """Visit one host after the other until none is left or the time is over."""
    while True:
        try:
            group = hosts.get_nowait()
        except Empty:
            return
        for place, address in enumerate(group):
            if place:
                sleep(limits.pause)
            if monotonic() >= end:
                return
            found[address] = visit(address, allow_private=allow_private, limits=limits, end=end)


def visit(address: str, *, allow_private: bool, limits: Limits, end: float) -> Visit:
    """Ask one address, first for the head of its page only, and follow where it sends the visitor."""
    deadline = min(monotonic() + limits.each, end)
    here, seen = urldefrag(address).url, set[str]()
    try:
        while len(seen) <= limits.redirects and here not in seen:
            seen.add(here)
            reply = _asked(here, allow_private, deadline)
            if reply.status not in _REDIRECTS or not reply.location:
                return Visit(address=address, outcome=_outcome(reply.status), status=reply.status, final=here)
            here = urldefrag(urljoin(here, reply.location)).url
    except (RefusedError, ValueError):
        return Visit(address=address, outcome=Outcome.REFUSED, final=here)
    except NoHostError:
        return Visit(address=address, outcome=Outcome.NO_HOST, final=here)
    except NoAnswerError:
        pass
    return Visit(address=address, outcome=Outcome.NO_ANSWER, final=here)


def _asked(address: str, allow_private: bool, deadline: float) -> Reply:
    """Ask for the head; where that shows no page, ask as a browser does, since many sites answer only that."""
    target = target_of(address, allow_private=allow_private)
    try:
        reply = ask("HEAD", target, deadline)
    except NoAnswerError:
        return ask("GET", target, deadline)
    return reply if reply.status < 400 or reply.status == 429 else ask("GET", target, deadline)


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.THERE
    if status in _GONE:
        return Outcome.GONE
    return Outcome.WITHHELD if status in _WITHHELD else Outcome.NO_ANSWER
