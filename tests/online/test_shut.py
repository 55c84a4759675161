"""The network stays shut unless the caller asks for visits."""

import socket
import subprocess
import sys
from typing import NoReturn

import pytest

import source_audit
from source_audit.errors import OptionsError
from source_audit.supplied import Outcome, Visit

PAGE = (
    "<article><h1>Bus losses grow</h1><p>Mayor Peter Aldous said "
    '<a href="https://www.tarncounty.example/audit.pdf">in an audit</a> that the line lost a million crowns.</p>'
    '<p>Ana Ruiz said <a href="https://archive.ph/2020/https://www.tarncounty.example/audit.pdf">so</a> too.</p>'
    '<p>The <a href="https://www.tarncounty.example/">county</a> lies in the north.</p></article>'
)
URL = "https://courier.example/news/1"


def test_without_the_option_nothing_that_opens_a_socket_is_imported_or_called(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    audit = source_audit.audit_article(PAGE, url=URL)
    assert audit.answers["broken-links"].reason == "Nobody asked to visit the links."


def test_the_room_of_the_network_is_not_even_loaded() -> None:
    program = (
        "import sys, source_audit; a = source_audit.audit_article(sys.stdin.read(), content_type='html');"
        "source_audit.render_report(a, 'html'); print([n for n in sys.modules if n.startswith('source_audit.online')])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], input=PAGE, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_with_the_option_the_links_that_show_a_source_are_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def visit_all(addresses: list[str], *, allow_private: bool) -> tuple[Visit, ...]:
        asked.extend(addresses)
        assert not allow_private
        return tuple(Visit(address=address, outcome=Outcome.THERE, status=200, final=address) for address in addresses)

    monkeypatch.setattr("source_audit.online.visit_all", visit_all)
    audit = source_audit.audit_article(PAGE, url=URL, options=source_audit.Options(online=True))
    assert sorted(set(asked)) == [
        "https://archive.ph/2020/https://www.tarncounty.example/audit.pdf",
        "https://www.tarncounty.example/audit.pdf",
    ]
    assert audit.answers["broken-links"].reason.startswith("Links to sources that lead to a page: 2 of 2")


def test_a_check_that_is_off_asks_for_no_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("source_audit.online.visit_all", lambda *_, **__: pytest.fail("it went out"))
    options = source_audit.Options(online=True, off={"broken-links"})
    assert "broken-links" not in source_audit.audit_article(PAGE, url=URL, options=options).answers


def test_private_addresses_are_about_visits_only() -> None:
    with pytest.raises(OptionsError, match="it needs online"):
        source_audit.Options(allow_private=True)
