"""Who may sign in to Postfix: asked over the line that Dovecot's own password server speaks (its protocol 1.1)."""

import base64
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer
from threading import Thread

from tests.faults.server import PASSWORD, TOKEN, USER

GREETING = b"VERSION\t1\t1\nMECH\tPLAIN\nMECH\tXOAUTH2\nSPID\t1\nCUID\t1\nCOOKIE\t00\nDONE\n"

RIGHT = {
    "PLAIN": f"\0{USER}\0{PASSWORD}",
    "XOAUTH2": f"user={USER}\1auth=Bearer {TOKEN}\1\1",
}


class _Answering(StreamRequestHandler):
    def handle(self) -> None:
        """Answer every question of one client."""
        self.wfile.write(GREETING)
        for line in self.rfile:
            verb, *words = line.decode().rstrip("\n").split("\t")
            if verb == "AUTH":
                self.wfile.write(_answer(*words))


def _answer(number: str, mechanism: str, *words: str) -> bytes:
    given = next((word.removeprefix("resp=") for word in words if word.startswith("resp=")), "")
    is_right = base64.b64decode(given).decode() == RIGHT[mechanism]
    return f"OK\t{number}\tuser={USER}\n".encode() if is_right else f"FAIL\t{number}\n".encode()


class PasswordServer(ThreadingUnixStreamServer):
    """Answers at a file, to anybody, until its with statement ends."""

    daemon_threads = True

    def __init__(self, place: Path) -> None:
        super().__init__(str(place), _Answering)
        place.chmod(0o666)
        self._thread = Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> "PasswordServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()
