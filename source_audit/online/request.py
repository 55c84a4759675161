"""One request: its head is read and nothing of the page, within a time and a size."""

import socket
import ssl
from time import monotonic

from attrs import frozen

from source_audit.online.hosts import NoAnswerError, Target
from source_audit.version import VERSION

AGENT = f"source-audit/{VERSION} (asks once whether a page linked in a news article is still there; keeps nothing)"
_LARGEST_HEAD = 65_536
_INTERIM = range(100, 200)


@frozen
class Reply:
    """The status of an answer, and where it sends the visitor, if it does."""

    status: int
    location: str


def ask(method: str, target: Target, deadline: float) -> Reply:
    """Send one request to the IP address of a target and return the head of the answer; raises NoAnswerError."""
    try:
        with _connected(target, deadline) as connection:
            connection.settimeout(_left(deadline))
            connection.sendall(_written(method, target))
            return _reply(connection, deadline)
    except (OSError, ValueError) as error:
        raise NoAnswerError(str(error)) from error


def _connected(target: Target, deadline: float) -> socket.socket:
    plain = socket.create_connection((target.ip, target.port), timeout=_left(deadline))
    if target.scheme == "http":
        return plain
    try:
        plain.settimeout(_left(deadline))
        return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
    except BaseException:
        plain.close()
        raise


def _written(method: str, target: Target) -> bytes:
    lines = (
        f"{method} {target.path} HTTP/1.1",
        f"Host: {target.authority}",
        f"User-Agent: {AGENT}",
        "Accept: */*",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _reply(connection: socket.socket, deadline: float) -> Reply:
    """Read heads until one is no interim answer."""
    read = b""
    while True:
        head, mark, rest = read.partition(b"\r\n\r\n")
        if mark:
            reply = _parsed(head)
            if reply.status not in _INTERIM:
                return reply
            read = rest
            continue
        if len(read) > _LARGEST_HEAD:
            raise ValueError("the head is too large")
        connection.settimeout(_left(deadline))
        piece = connection.recv(8_192)
        if not piece:
            raise ValueError("the answer ends in its head")
        read += piece


def _parsed(head: bytes) -> Reply:
    first, *lines = head.decode("latin-1").split("\r\n")
    version, _, rest = first.partition(" ")
    if not version.startswith("HTTP/") or not rest[:3].isdigit():
        raise ValueError("this is no HTTP")
    fields = (line.partition(":") for line in lines)
    location = next((value.strip() for name, _, value in fields if name.strip().lower() == "location"), "")
    return Reply(int(rest[:3]), _as_utf8(location))


def _as_utf8(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


def _left(deadline: float) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError("there is no time left")
    return left
