"""One window at a desk: a second start hands over to the first what it was asked to open."""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from leaflet_app.domain.errors import AlreadyRunning, NoWindow
from leaflet_app.paths import make_private
from leaflet_app.services.open_link import LONGEST_LINK

LONGEST_ADDRESS = 100
"""Bytes that a socket's path may take on every system (sun_path in unix(7) holds 108, on macOS 104)."""

PATIENCE_MS = 3_000
PAUSE_MS = 20
MOST_BYTES = 4 * LONGEST_LINK
TAKEN = b"taken\n"


class OneWindow(QObject):
    """The claim of this process to be the window of its home. `link_came` brings what later starts were asked.

    Raises NoWindow where the home can hold no claim.
    """

    link_came = Signal(str)

    def __init__(self, home: Path) -> None:
        super().__init__()
        try:
            make_private(home)
            self._address = _address(home)
        except (OSError, RuntimeError) as fault:  # RuntimeError: what Python 3.11 makes of a link to itself
            raise NoWindow(f"the folder {home} cannot be made") from fault
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # only a dead process makes it stale, never a long day
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)

    def claim(self) -> bool:
        """Become the window of this home, and listen; False where another is. Raises NoWindow."""
        if not self._lock.tryLock(0) and not self._replaces_torn_lock():
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise NoWindow("its folder cannot be written to")
            return False
        QLocalServer.removeServer(self._address)  # left behind by a crash
        self._server.listen(self._address)
        return True

    def hand_over(self, link: str) -> None:
        """Give the other window what this start was asked; an empty link only brings it to the front.

        Raises AlreadyRunning where it does not answer.
        """
        socket = QLocalSocket()
        if not self._reaches(socket):
            raise AlreadyRunning
        socket.write(link.encode(errors="surrogatepass").replace(b"\n", b" ") + b"\n")
        answered = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
        taken = answered and bytes(socket.readAll().data()) == TAKEN
        socket.abort()
        if not taken:
            raise AlreadyRunning

    def close(self) -> None:
        """Let the next start be the window."""
        self._server.close()
        self._lock.unlock()

    def _replaces_torn_lock(self) -> bool:
        """Take over a lock that names no process, as a power cut leaves it; no living window lets go of its own."""
        process, *_ = self._lock.getLockInfo()
        return not process and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _reaches(self, socket: QLocalSocket) -> bool:
        """Connect to the other window, which may have begun in the same instant and not listen yet."""
        end = QDeadlineTimer(PATIENCE_MS)
        while not end.hasExpired():
            socket.connectToServer(self._address)
            if socket.waitForConnected(PATIENCE_MS):
                return True
            QThread.msleep(PAUSE_MS)
        return False

    def _meet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(partial(self._hear, socket))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(PATIENCE_MS, socket, socket.abort)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Take one line and answer; whoever says more than a link may hold is sent away."""
        if socket.canReadLine():
            untrusted = bytes(socket.readLine(MOST_BYTES).data())
            socket.write(TAKEN)
            socket.flush()
            self.link_came.emit(untrusted.decode(errors="replace").strip())
        elif socket.bytesAvailable() > MOST_BYTES:
            socket.abort()


def _address(home: Path) -> str:
    """Return where the window of a home is reached, in a folder that only this person may enter."""
    name = f"leaflet-app-{hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:16]}"
    if os.name == "nt":
        return name
    inside = str(home.resolve() / "window.socket")
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{own}/{name}" if own and len(os.fsencode(inside)) > LONGEST_ADDRESS else inside
