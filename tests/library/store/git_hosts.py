"""Real Git servers on this computer: git http-backend behind TLS, and the system's sshd."""

import base64
import contextlib
import getpass
import os
import shutil
import socket
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

USER, PASSWORD = "clinic", "not-for-any-log"
GIT = shutil.which("git")
SSH, SSHD, KEYGEN = (
    shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin") for name in ("ssh", "sshd", "ssh-keygen")
)

_HEADERS = {
    "Content-Type": "CONTENT_TYPE",
    "Git-Protocol": "HTTP_GIT_PROTOCOL",
    "Content-Encoding": "HTTP_CONTENT_ENCODING",
}


def bare(folder: Path) -> Path:
    """Make an empty repository that takes pushes."""
    subprocess.run([GIT, "init", "-q", "--bare", "-b", "main", folder], check=True)
    subprocess.run([GIT, "-C", folder, "config", "http.receivepack", "true"], check=True)
    return folder


def is_sound(repository: Path) -> bool:
    """Ask git whether a repository is whole."""
    checked = subprocess.run([GIT, "-C", repository, "fsck", "--strict"], capture_output=True, check=False)
    return checked.returncode == 0


class HttpsHost(ThreadingHTTPServer):
    """git http-backend for all repositories of a folder, behind TLS; with a password where one is given."""

    daemon_threads = True

    def __init__(self, root: Path, context, password: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Backend)
        self.root, self.password = root, password
        self.seen: list[str] = []
        self.answer = None
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = Thread(target=self.serve_forever, args=(0.01,))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self._thread.join()
        self.server_close()

    def handle_error(self, request, client_address):
        """Say nothing of a client that went away."""

    def address(self, repository: str, user: str = "", host: str = "localhost") -> str:
        return f"https://{f'{user}@' if user else ''}{host}:{self.server_port}/{repository}"


class Backend(BaseHTTPRequestHandler):
    """Hands each request to git http-backend."""

    protocol_version = "HTTP/1.0"
    timeout = 20

    def do_GET(self):
        self.server.seen.append(self.path)
        if self.server.answer is not None:
            self.server.answer(self)
        elif self.server.password and self.headers.get("Authorization") != _basic(self.server.password):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="library"')
            self.end_headers()
        else:
            self._run()

    do_POST = do_GET  # noqa: N815  (http.server's name)

    def log_message(self, *_):
        """Keep the test's output clean."""

    def _run(self):
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length") or 0)
        environment = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME")},
            **{name: self.headers[header] for header, name in _HEADERS.items() if self.headers[header]},
            "GIT_PROJECT_ROOT": str(self.server.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_LENGTH": str(length),
            "REMOTE_USER": USER,
        }
        done = subprocess.run(
            [GIT, "http-backend"], input=self.rfile.read(length), env=environment, capture_output=True, check=False
        )
        head, _, body = done.stdout.partition(b"\r\n\r\n")
        lines = [line.partition(b": ")[::2] for line in head.split(b"\r\n")]
        status = next((value for name, value in lines if name == b"Status"), b"200")
        self.send_response(int(status.split()[0]))
        for name, value in lines:
            if name != b"Status":
                self.send_header(name.decode(), value.decode())
        self.end_headers()
        self.wfile.write(body)


def _basic(password: str) -> str:
    return f"Basic {base64.b64encode(f'{USER}:{password}'.encode()).decode()}"


class SshHost:
    """The system's sshd on loopback with keys that live for one test, and an `ssh` that finds them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = _free_port()
        for name in ("host", "own"):
            subprocess.run([KEYGEN, "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        (folder / "authorized").write_text((folder / "own.pub").read_text())
        self.trust()
        (folder / "sshd.conf").write_text(
            f"ListenAddress 127.0.0.1:{self.port}\nHostKey {folder / 'host'}\nPidFile {folder / 'pid'}\n"
            f"AuthorizedKeysFile {folder / 'authorized'}\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
            "PermitRootLogin yes\n"
        )
        (folder / "ssh.conf").write_text(
            f"IdentityFile {folder / 'own'}\nIdentitiesOnly yes\nUserKnownHostsFile {folder / 'known'}\n"
        )
        (folder / "bin").mkdir()
        program = folder / "bin" / "ssh"
        program.write_text(f'#!/bin/sh\nexec {SSH} -F {folder / "ssh.conf"} "$@"\n')
        program.chmod(0o700)
        self.path = f"{program.parent}:{os.environ['PATH']}"

    def __enter__(self):
        Path("/run/sshd").mkdir(exist_ok=True)
        self._sshd = subprocess.Popen([SSHD, "-D", "-e", "-f", self._folder / "sshd.conf"], stderr=subprocess.PIPE)
        for line in self._sshd.stderr:
            if b"listening" in line:
                return self
        raise RuntimeError("sshd did not start")

    def __exit__(self, *_):
        self._sshd.terminate()
        self._sshd.communicate()

    def trust(self) -> None:
        """Let the client know the server."""
        key = (self._folder / "host.pub").read_text().split()[:2]
        (self._folder / "known").write_text(f"[127.0.0.1]:{self.port} {' '.join(key)}\n")

    def forget(self) -> None:
        """Let the client know no server."""
        (self._folder / "known").write_text("")

    def lock_out(self) -> None:
        """Let the server know no client."""
        (self._folder / "authorized").write_text("")

    def address(self, repository: Path) -> str:
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{repository}"


def _free_port() -> int:
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
