"""Ask a print server what it knows, in its own language (RFC 8010): states are numbers there, not words to guess at."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator, Mapping, Sequence
from http.client import OK, HTTPConnection, HTTPException

from leaflet_app.domain.errors import CannotPrint

Value = str | int
Group = Mapping[str, tuple[Value, ...]]

GET_JOB, GET_PRINTER, GET_PRINTERS = 0x0009, 0x000B, 0x4002
_FIRST_FAULT = 0x0400
_OPERATION, _END, _LAST_DELIMITER = 0x01, 0x03, 0x0F
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x44, 0x45, 0x47, 0x48
_PATIENCE = 5.0


class Refused(Exception):
    """The server has no such thing, or does not give it."""


def silent() -> CannotPrint:
    """Return what to say of a print server that does not answer."""
    return CannotPrint(
        "the print service of this computer does not answer",
        "Try again in a minute, or save the leaflet and print it elsewhere.",
    )


def ask(server: str, operation: int, uri: tuple[str, str], wanted: Sequence[str]) -> tuple[Group, ...]:
    """Ask for attributes of what a uri names, as ("job-uri", "ipp://…"). Raises Refused, CannotPrint."""
    try:
        answer = _post(server, _request(operation, uri, wanted))
        status = struct.unpack(">H", answer[2:4])[0]
        groups = tuple(_groups(answer[8:]))
    except (OSError, HTTPException, struct.error, IndexError, ValueError) as fault:
        raise silent() from fault
    if status >= _FIRST_FAULT:
        raise Refused(status)
    return groups[1:]


class _Connection(HTTPConnection):
    """A connection to a server named as `lpstat -H` does: “localhost:631”, or the path of a socket."""

    def __init__(self, server: str) -> None:
        self._path = server if server.startswith("/") else ""
        super().__init__("localhost" if self._path else server, timeout=_PATIENCE)

    def connect(self) -> None:
        """Connect through the socket, if it is one."""
        if not self._path:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(_PATIENCE)
        self.sock.connect(self._path)


def _post(server: str, request: bytes) -> bytes:
    connection = _Connection(server)
    try:
        connection.request("POST", "/", request, {"Content-Type": "application/ipp"})
        answer = connection.getresponse()
        if answer.status != OK:
            raise HTTPException(answer.status)
        return answer.read()
    finally:
        connection.close()


def _request(operation: int, uri: tuple[str, str], wanted: Sequence[str]) -> bytes:
    first = struct.pack(">HHIB", 0x0200, operation, 1, _OPERATION)
    said = [
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
        _attribute(_URI, *uri),
        *(_attribute(_KEYWORD, "" if place else "requested-attributes", each) for place, each in enumerate(wanted)),
    ]
    return b"".join((first, *said, bytes([_END])))


def _attribute(tag: int, name: str, value: str) -> bytes:
    named, valued = name.encode(), value.encode()
    return struct.pack(">BH", tag, len(named)) + named + struct.pack(">H", len(valued)) + valued


def _groups(answer: bytes) -> Iterator[Group]:
    """Yield each group of attributes by their names; a value without a name belongs to the one before."""
    group: dict[str, tuple[Value, ...]] = {}
    name, place = "", 1
    while answer[place] != _END:
        if answer[place] <= _LAST_DELIMITER:
            yield group
            group, place = {}, place + 1
            continue
        tag = answer[place]
        given, place = _counted(answer, place + 1)
        value, place = _counted(answer, place)
        name = given.decode() or name
        group[name] = (*group.get(name, ()), _value(tag, value))
    yield group


def _counted(answer: bytes, place: int) -> tuple[bytes, int]:
    length = struct.unpack_from(">H", answer, place)[0]
    return answer[place + 2 : place + 2 + length], place + 2 + length


def _value(tag: int, value: bytes) -> Value:
    if tag in {_INTEGER, _ENUM, _BOOLEAN}:
        return int.from_bytes(value, "big", signed=tag != _BOOLEAN)
    return value.decode(errors="replace")
