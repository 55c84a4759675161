"""Visits to linked pages: what comes of them, and where they never go."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from source_audit.online import hosts, visits
from source_audit.online.hosts import is_public
from source_audit.online.visits import Limits, visit_all
from source_audit.supplied import Outcome, Visit

QUICK = Limits(each=1.0, whole=5.0, pause=0.0)


class Pages(BaseHTTPRequestHandler):
    """A site whose paths tell what it answers."""

    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        name = self.path.split("?")[0].strip("/")
        if name == "no-head" and self.command == "HEAD":
            return self._told(405)
        if name in ("loop", "away", "inside", "file"):
            targets = {
                "loop": "/loop",
                "away": "/moved",
                "inside": f"http://127.0.0.2:{self.server.server_port}/page",  # type: ignore[attr-defined]
                "file": "file:///etc/hosts",
            }
            return self._told(302, targets[name])
        if name == "slow":
            time.sleep(3)
        if name == "long-head":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: " + b"y" * 200_000)
            return None
        if name == "no-http":
            self.wfile.write(b"SSH-2.0-server\r\n\r\n")
            return None
        return self._told(int(name) if name.isdigit() else 200)

    do_GET = do_HEAD  # noqa: N815

    def _told(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.path == "/huge" and self.command == "GET":
            self.wfile.write(b"y" * 5_000_000)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Pages.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def asked(address: str, **changes: bool) -> Visit:
    (found,) = visit_all([address], **{"allow_private": True, **changes}, limits=QUICK)
    return found


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/page", Outcome.THERE, 200),
        ("/no-head", Outcome.THERE, 200),
        ("/huge", Outcome.THERE, 200),
        ("/404", Outcome.GONE, 404),
        ("/410", Outcome.GONE, 410),
        ("/401", Outcome.WITHHELD, 401),
        ("/402", Outcome.WITHHELD, 402),
        ("/403", Outcome.WITHHELD, 403),
        ("/429", Outcome.WITHHELD, 429),
        ("/500", Outcome.NO_ANSWER, 500),
        ("/loop", Outcome.NO_ANSWER, None),
        ("/slow", Outcome.NO_ANSWER, None),
        ("/long-head", Outcome.NO_ANSWER, None),
        ("/no-http", Outcome.NO_ANSWER, None),
        ("/file", Outcome.REFUSED, None),
    ],
)
def test_what_comes_of_a_visit(site: str, path: str, outcome: Outcome, status: int | None) -> None:
    begun = time.monotonic()
    found = asked(site + path)
    assert (found.outcome, found.status) == (outcome, status)
    assert time.monotonic() - begun < 2.5


def test_a_redirect_is_followed_and_its_end_told(site: str) -> None:
    assert asked(f"{site}/away#part") == Visit(
        address=f"{site}/away#part", outcome=Outcome.THERE, status=200, final=f"{site}/moved"
    )


def test_the_head_is_asked_for_first_and_the_visitor_names_itself(site: str) -> None:
    asked(f"{site}/page")
    asked(f"{site}/no-head")
    assert [(method, path) for method, path, _ in Pages.asked] == [
        ("HEAD", "/page"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]
    assert {agent.split("/")[0] for _, _, agent in Pages.asked} == {"source-audit"}
    assert "asks once whether a page" in Pages.asked[0][2]


def test_too_many_requests_are_not_answered_with_another(site: str) -> None:
    asked(f"{site}/429")
    assert len(Pages.asked) == 1


def test_an_own_network_is_refused_unless_it_is_allowed(site: str) -> None:
    assert asked(f"{site}/page", allow_private=False).outcome is Outcome.REFUSED
    assert Pages.asked == []


def test_a_redirect_into_the_own_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public; where it sends the visitor is looked at again."""
    port = int(site.rpartition(":")[2])
    monkeypatch.setattr(hosts, "PORTS", {"http": port, "https": 443})
    monkeypatch.setattr(hosts, "is_public", lambda ip: ip == "127.0.0.1")
    found = asked(f"{site}/inside", allow_private=False)
    assert (found.outcome, found.final) == (Outcome.REFUSED, f"http://127.0.0.2:{port}/page")
    assert {path for _, path, _ in Pages.asked} == {"/inside"}


def test_a_name_that_leads_into_the_own_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, 0, 0, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.5")]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("it connected"))
    assert asked("http://rebinding.example/", allow_private=False).outcome is Outcome.REFUSED


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    connected: list[object] = []

    def look_up(host: str, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        return [(socket.AF_INET, 0, 0, "", ("93.184.216.34", 80))]

    def connect(where: object, **_: object) -> object:
        connected.append(where)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert asked("http://court.example/ruling", allow_private=False).outcome is Outcome.NO_ANSWER
    assert looked_up == ["court.example"]
    assert set(connected) == {("93.184.216.34", 80)}


@pytest.mark.parametrize(
    ("trouble", "outcome"), [(socket.EAI_NONAME, Outcome.NO_HOST), (socket.EAI_AGAIN, Outcome.NO_ANSWER)]
)
def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch, trouble: int, outcome: Outcome) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(trouble, "no")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert asked("https://gone.example/1").outcome is outcome


@pytest.mark.parametrize(
    "address",
    [
        "ftp://files.example/1",
        "http://user:word@court.example/",
        "http://court.example:8080/",
        "http://[::1]/",
        "http://[fe80::1%25eth0]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://court .example/",
        "http://court.example:99999/",
        "http:///nowhere",
        "http://[/",
        "https://court.example/" + "a" * 3_000,
    ],
)
def test_addresses_that_are_no_plain_web_address_are_refused(address: str) -> None:
    assert asked(address, allow_private=False).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_what_is_public(ip: str, public: bool) -> None:
    assert is_public(ip) is public


def test_nothing_in_an_address_becomes_a_line_of_the_request(site: str) -> None:
    asked(f"{site}/page?a=1\r\nX-Own: 1 \N{BRIDGE AT NIGHT}")
    assert all("\n" not in path and " " not in path for _, path, _ in Pages.asked)


def test_each_address_is_asked_once_and_no_more_than_the_limit(site: str) -> None:
    addresses = [f"{site}/{n}00" for n in (2, 2, 4)] + [f"{site}/page"]
    found = visit_all(addresses, allow_private=True, limits=Limits(addresses=2, pause=0.0))
    assert [one.outcome for one in found] == [Outcome.THERE, Outcome.NO_ANSWER, Outcome.NOT_TRIED]


def test_a_round_of_visits_ends_in_time(site: str) -> None:
    begun = time.monotonic()
    found = visit_all([f"{site}/slow?{n}" for n in range(9)], allow_private=True, limits=Limits(each=5, whole=0.5))
    assert time.monotonic() - begun < 3
    assert Outcome.NOT_TRIED in {one.outcome for one in found}


def test_between_two_pages_of_a_host_there_is_a_pause(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(visits, "sleep", pauses.append)
    visit_all([f"{site}/page?{n}" for n in range(3)], allow_private=True)
    assert pauses == [0.5, 0.5]
