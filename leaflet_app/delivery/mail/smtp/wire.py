"""The line to a mail server: bytes out, replies in, and never longer than the clock allows."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from leaflet_app.delivery.mail.smtp.patience import Clock, Patience
from leaflet_app.delivery.mail.smtp.stopped import Stopped, Trouble
from leaflet_app.domain.mail import Stage

PIECE = 16_384
LONGEST_LINE, LONGEST_REPLY = 4_096, 65_536
LINE = re.compile(rb"([2-5]\d\d)(?:([ -])(.*?))?\r?\n", re.DOTALL)

NOT_YET, RUN_OUT, OTHER_NAME, OTHER_NUMBER = 9, 10, 62, 64
CERTIFICATE = {
    NOT_YET: Trouble.OUT_OF_DATE,
    RUN_OUT: Trouble.OUT_OF_DATE,
    OTHER_NAME: Trouble.WRONG_NAME,
    OTHER_NUMBER: Trouble.WRONG_NAME,
}
"""What OpenSSL finds wrong with a certificate, by its X509_V_ERR numbers; anything else is distrust."""


class Wire:
    """A connection to one server. Whatever goes wrong is raised as Stopped, with the stage it went wrong at."""

    def __init__(self, host: str, port: int, patience: Patience) -> None:
        self.stage = Stage.CONNECT
        self._clock = Clock(patience)
        self._clock.begin(Stage.CONNECT)
        self._unread = b""
        self._host = host
        with self._watched():
            self._socket = _connected(host, port, self._clock)

    def begin(self, stage: Stage) -> None:
        """Begin the next stage. A server that said more than it was asked is not to be understood."""
        if self._unread:
            raise Stopped(self.stage, Trouble.UNREADABLE)
        self.stage = stage
        self._clock.begin(stage)

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Encrypt the line and check who answers. Bytes that came before their time may be an intruder's."""
        if self._unread:
            raise Stopped(self.stage, Trouble.TLS_FAILED)
        with self._watched():
            self._socket.getpeername()  # a line that is dead already would be dropped unclosed
            self._socket.settimeout(self._clock.left())
            self._socket = context.wrap_socket(self._socket, server_hostname=self._host)

    def send(self, text: bytes) -> None:
        """Send all of it."""
        rest = memoryview(text)
        with self._watched():
            while rest:
                self._socket.settimeout(self._clock.left())
                rest = rest[self._socket.send(rest[:PIECE]) :]

    def reply(self) -> tuple[int, bytes]:
        """Read one whole reply: its code, and its lines without it."""
        lines: list[bytes] = []
        codes: set[bytes] = set()
        size, is_whole = 0, False
        while not is_whole:
            line = self._line()
            size += len(line)
            found = LINE.fullmatch(line)
            if not found or size > LONGEST_REPLY:
                raise Stopped(self.stage, Trouble.UNREADABLE)
            code, mark, text = found.groups(b"")
            codes.add(code)
            lines.append(text)
            is_whole = mark != b"-"
        if len(codes) != 1:
            raise Stopped(self.stage, Trouble.UNREADABLE)
        return int(code), b"\n".join(lines)

    def close(self) -> None:
        """Let go of the line without a word."""
        self._socket.close()

    def _line(self) -> bytes:
        while b"\n" not in self._unread:
            if len(self._unread) > LONGEST_LINE:
                raise Stopped(self.stage, Trouble.UNREADABLE)
            with self._watched():
                self._socket.settimeout(self._clock.left())
                read = self._socket.recv(LONGEST_LINE)
            if not read:
                raise Stopped(self.stage, Trouble.CLOSED)
            self._unread += read
        line, _, self._unread = self._unread.partition(b"\n")
        return line + b"\n"

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Raise as Stopped what a network raises; the words of its errors may hold more than anyone should read."""
        try:
            yield
        except (OSError, UnicodeError) as fault:
            raise Stopped(self.stage, _trouble(fault, self.stage)) from None


def _trouble(fault: Exception, stage: Stage) -> Trouble:
    match fault:
        case ssl.SSLCertVerificationError():
            return CERTIFICATE.get(fault.verify_code, Trouble.UNTRUSTED)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return Trouble.CLOSED
        case ssl.SSLError():
            return Trouble.TLS_FAILED if stage is Stage.TLS else Trouble.CLOSED
        case socket.gaierror() | UnicodeError():
            return Trouble.NO_SUCH_SERVER
        case TimeoutError():
            return Trouble.TOO_SLOW
    return Trouble.UNREACHABLE if stage is Stage.CONNECT else Trouble.CLOSED


def _connected(host: str, port: int, clock: Clock) -> socket.socket:
    """Connect to the first of a server's addresses that answers, within the time for all of them."""
    fault: OSError = socket.gaierror()
    for family, kind, protocol, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            line = socket.socket(family, kind, protocol)
        except OSError as refused:  # a computer whose system knows no IPv6 is told IPv6 addresses all the same
            fault = refused
            continue
        try:
            line.settimeout(clock.left())
            line.connect(place)
        except OSError as refused:
            line.close()
            fault = refused
        else:
            return line
    raise fault
