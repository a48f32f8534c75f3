"""A mail server that fails exactly when and how it is told to, and remembers what it saw.

It keeps a message before it answers the final dot, as a real one does: a lost answer leaves the message there.
"""

import base64
import socket
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from ssl import SSLContext
from threading import Event, Lock, Thread

LONGEST_WAIT_S = 30
RESET_ON_CLOSE = struct.pack("ii", 1, 0)

USER, PASSWORD, TOKEN = "front-desk", "sesame-opens", "ya29.a-token"


class At(Enum):
    """Where in the conversation a fault may happen; BODY once it may be sent, DOT once all of it has arrived."""

    CONNECT = "connect"
    HANDSHAKE = "handshake"
    GREETING = "greeting"
    HELLO = "hello"
    STARTTLS = "starttls"
    SIGN_IN = "sign-in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    BODY = "body"
    DOT = "dot"
    QUIT = "quit"


class Act(Enum):
    """What happens in place of the right answer: DRIP never ends its reply, DEAF reads nothing more."""

    CLOSE = "close"
    RESET = "reset"
    HANG = "hang"
    DRIP = "drip"
    DEAF = "deaf"


Fault = Act | bytes
"""An act, or the very bytes to answer."""

Plan = Callable[[At], Fault | None]
"""What goes wrong at a place of the conversation; asked once each time a conversation comes there."""


def faultless(at: At) -> Fault | None:
    """Plan no fault."""
    return None


def once(where: At, fault: Fault) -> Plan:
    """Plan one fault, each time a conversation comes there."""
    return lambda at: fault if at is where else None


@dataclass
class Seen:
    """What a server saw: commands as they came, those that sign in, bodies begun, messages it is responsible for."""

    connections: int = 0
    commands: list[bytes] = field(default_factory=list)
    secrets: list[bytes] = field(default_factory=list)
    bodies: int = 0
    accepted: list[bytes] = field(default_factory=list)


class _Gone(Exception):
    """The conversation is over."""


class FaultServer:
    """Listens on a free port of this computer. `tls` shows a certificate: from the first byte, or after STARTTLS.

    `announced` are the lines of its hello; without `tls` it offers no encryption. Use it in a with statement.
    """

    def __init__(
        self,
        plan: Plan = faultless,
        *,
        tls: SSLContext | None = None,
        implicit: bool = True,
        announced: Iterable[str] = ("8BITMIME", "SIZE 36700160", "AUTH PLAIN LOGIN XOAUTH2"),
    ) -> None:
        self.plan = plan
        self.tls, self.implicit = tls, implicit and tls is not None
        self.announced = tuple(announced)
        self.seen = Seen()
        self.stopping = Event()
        self.lock = Lock()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = self._listening.getsockname()[1]
        self._talks: list[tuple[Thread, Talk]] = []
        self._thread = Thread(target=self._listen, name="mail server", daemon=True)

    def __enter__(self) -> "FaultServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join(LONGEST_WAIT_S)
        self._listening.close()
        for thread, talk in self._talks:
            _shut(talk.line)
            thread.join(LONGEST_WAIT_S)
            assert not thread.is_alive()

    def _listen(self) -> None:
        while True:
            line, _ = self._listening.accept()
            if self.stopping.is_set():
                line.close()
                return
            self.seen.connections += 1
            talk = Talk(self, line)
            thread = Thread(target=talk.run, name="mail conversation", daemon=True)
            self._talks = [each for each in self._talks if each[0].is_alive()]
            self._talks.append((thread, talk))
            thread.start()


def _shut(line: socket.socket) -> None:
    """End a connection that another thread may be waiting at."""
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # under its encryption, which another thread is using
    except OSError:
        return


class Talk:
    """One conversation with a client."""

    def __init__(self, server: FaultServer, line: socket.socket) -> None:
        self.server, self.line = server, line
        self.is_encrypted = False
        self._read = b""
        line.settimeout(LONGEST_WAIT_S)

    def run(self) -> None:
        """Talk until either side has had enough."""
        try:
            self._start()
            while True:
                self._answer(self._next_line())
        except (_Gone, OSError):
            return
        finally:
            self.line.close()

    def _start(self) -> None:
        self._meet(At.CONNECT)
        if self.server.implicit:
            self._encrypt()
        self._say(At.GREETING, b"220 mail.clinic.example ESMTP\r\n")

    def _encrypt(self) -> None:
        self._meet(At.HANDSHAKE)
        assert self.server.tls
        line = self.server.tls.wrap_socket(self.line, server_side=True, do_handshake_on_connect=False)
        self.line = line
        line.do_handshake()
        self.is_encrypted = True

    def _answer(self, line: bytes) -> None:
        seen = self.server.seen
        seen.commands.append(line)
        verb = line.split(maxsplit=1)[0].upper() if line.strip() else b""
        if verb in {b"EHLO", b"HELO"}:
            self._say(At.HELLO, self._hello())
        elif verb == b"STARTTLS" and self._offers_tls():
            if self._say(At.STARTTLS, b"220 go ahead\r\n", b"2"):
                self._encrypt()
        elif verb == b"AUTH":
            self._sign_in(line)
        elif verb == b"MAIL":
            self._say(At.SENDER, b"250 2.1.0 ok\r\n")
        elif verb == b"RCPT":
            self._say(At.RECIPIENT, b"250 2.1.5 ok\r\n")
        elif verb == b"DATA":
            if self._say(At.DATA, b"354 go ahead\r\n", b"3"):
                self._take()
        elif verb == b"QUIT":
            self._say(At.QUIT, b"221 bye\r\n")
            raise _Gone
        else:
            self.line.sendall(b"500 what was that\r\n")

    def _offers_tls(self) -> bool:
        return self.server.tls is not None and not self.is_encrypted

    def _hello(self) -> bytes:
        names = (*self.server.announced, *(["STARTTLS"] if self._offers_tls() else []), "HELP")
        return b"250-mail.clinic.example\r\n" + b"".join(
            f"250{' ' if name == 'HELP' else '-'}{name}\r\n".encode() for name in names
        )

    def _sign_in(self, line: bytes) -> None:
        """Let in who knows the password or has the token; a wrong token is told why first, as XOAUTH2 wants."""
        self.server.seen.secrets.append(line)
        _, mechanism, *first = line.split()
        if mechanism == b"LOGIN":
            given = [self._asked(b"334 VXNlcm5hbWU6\r\n"), self._asked(b"334 UGFzc3dvcmQ6\r\n")]
            is_right = given == [USER.encode(), PASSWORD.encode()]
        else:
            wanted = (
                f"\0{USER}\0{PASSWORD}" if mechanism == b"PLAIN" else f"user={USER}\1auth=Bearer {TOKEN}\1\1"
            ).encode()
            is_right = base64.b64decode(first[0]) == wanted
            if not is_right and mechanism == b"XOAUTH2":
                self._asked(b"334 eyJzdGF0dXMiOiI0MDAifQ==\r\n")
        self._say(At.SIGN_IN, b"235 2.7.0 welcome\r\n" if is_right else b"535 5.7.8 wrong\r\n")

    def _asked(self, challenge: bytes) -> bytes:
        self.line.sendall(challenge)
        answer = self._next_line()
        self.server.seen.secrets.append(answer)
        return base64.b64decode(answer)

    def _take(self) -> None:
        """Read a message to its final dot, keep it, and only then answer."""
        lines: list[bytes] = []
        self.server.seen.bodies += 1
        self._meet(At.BODY)
        while (line := self._next_line()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b".") else line)
        with self.server.lock:
            fault = self.server.plan(At.DOT)
            is_refused = isinstance(fault, bytes) and fault[:1] in {b"4", b"5"}
            if not is_refused:
                self.server.seen.accepted.append(b"".join(lines))
        self._do(fault, b"250 2.0.0 queued\r\n")

    def _say(self, at: At, answer: bytes, good: bytes = b"2") -> bool:
        """Answer, or do what is planned here; tell whether the client may go on."""
        return self._do(self._planned(at), answer).startswith(good)

    def _planned(self, at: At) -> Fault | None:
        with self.server.lock:
            return self.server.plan(at)

    def _meet(self, at: At) -> None:
        fault = self._planned(at)
        if fault is Act.RESET and at is At.HANDSHAKE:
            self.line.recv(1)
        if fault is not None:
            self._do(fault, b"")

    def _do(self, fault: Fault | None, answer: bytes) -> bytes:
        if isinstance(fault, Act):
            self._misbehave(fault)
            raise _Gone
        said = answer if fault is None else fault
        self.line.sendall(said)
        return said

    def _misbehave(self, act: Act) -> None:
        acts = {
            Act.CLOSE: self._close,
            Act.RESET: self._reset,
            Act.HANG: self._hang,
            Act.DRIP: self._drip,
            Act.DEAF: self._deaf,
        }
        acts[act]()

    def _close(self) -> None:
        _shut(self.line)

    def _reset(self) -> None:
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)

    def _hang(self) -> None:
        """Answer nothing until the client has given up or the server stops."""
        while self.line.recv(65536):
            continue

    def _deaf(self) -> None:
        """Neither read nor answer until the server stops."""
        self.server.stopping.wait(LONGEST_WAIT_S)

    def _drip(self) -> None:
        """Go on sending without ever ending a reply."""
        while not self.server.stopping.wait(0.01):
            self.line.sendall(b"250-\r\n")

    def _next_line(self) -> bytes:
        while b"\n" not in self._read:
            more = self.line.recv(65536)
            if not more:
                raise _Gone
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line + b"\n"
