"""Which addresses may be visited: web addresses on the usual ports whose host leads into the public internet."""

import ipaddress
import socket
from urllib.parse import SplitResult, quote, urlsplit

from attrs import frozen

PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000
_UNKNOWN = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
"""What a look-up says of a name that nobody has; any other trouble with it may pass."""
_KEPT = "/%:@!$&'()*+,;=~-._?"


class RefusedError(Exception):
    """The address leads where no visit may go."""


class NoHostError(Exception):
    """There is no host of this name."""


class NoAnswerError(Exception):
    """The host did not answer in time, or not in HTTP."""


@frozen(kw_only=True)
class Target:
    """A web address that may be asked for: ``ip`` is what was checked and what is connected to."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def authority(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str, *, allow_private: bool) -> Target:
    """Look up the host of an address once and return where to go; raises one of this module's errors."""
    parts, host, port = _split(address)
    if not allow_private and port != PORTS[parts.scheme]:
        raise RefusedError(f"port {port}")
    found = _look_up(host, port)
    if not allow_private and not all(map(is_public, found)):
        raise RefusedError(host)
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_KEPT)
    return Target(scheme=parts.scheme, host=host, port=port, path=path, ip=found[0])


def is_public(ip: str) -> bool:
    """Tell whether an IP address belongs to the public internet, also if it wraps another one."""
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(one is not None and not _is_global(one) for one in inner):
            return False
        if address.ipv4_mapped is not None:
            return True
    return _is_global(address)


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    barred = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    return address.is_global and not barred and not address.is_link_local


def _split(address: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError(str(error)) from error
    if parts.scheme not in PORTS or not host or "@" in parts.netloc or "%" in host or len(address) > _LONGEST:
        raise RefusedError("no plain web address")
    return parts, _ascii(host), port or PORTS[parts.scheme]


def _ascii(host: str) -> str:
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise RefusedError("no name of a host") from error
    if not all(char.isalnum() or char in ".-_:" for char in name):
        raise RefusedError("no name of a host")
    return name


def _look_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise (NoHostError if error.errno in _UNKNOWN else NoAnswerError)(host) from error
    except (OSError, UnicodeError) as error:
        raise NoAnswerError(host) from error
    return [str(entry[4][0]).partition("%")[0] for entry in sorted(found, key=lambda entry: entry[0])]
