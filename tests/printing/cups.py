"""A private print server: the real cupsd with a cups-pdf printer, and an office printer that keeps what reaches it."""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

PROGRAMS = ("cupsd", "lp", "lpstat", "lpadmin", "cancel", "cupsdisable", "cupsenable", "cupsreject", "unshare")
CUPS_PROGRAMS = Path("/usr/lib/cups")
CUPS_PDF = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
DEADLINE = 30.0
PDF_PRINTER, OFFICE = "Paper", "Office"

SERVER = """
Listen localhost:{port}
LogLevel warn
MaxLogSize 0
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

FILES = """
ServerRoot {folder}/etc
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
SystemGroup root lpadmin
"""

PDF_WRITER = """
Out {folder}/printed
AnonDirName {folder}/printed
Spool {folder}/writing
Log {folder}
Grp root
"""

KEEPING = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
cat > '{folder}/kept/'"$1.part"
printf '%s' "$3" > '{folder}/kept/'"$1.title"
printf '%s' "$5" > '{folder}/kept/'"$1.options"
mv '{folder}/kept/'"$1.part" '{folder}/kept/'"$1.pdf"
"""


class PrintServer:
    """Runs as long as the tests do. What its cups-pdf writes is in `printed`."""

    own_ppd = Path(__file__).with_name("office.ppd")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = folder / "printed"
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.address = f"localhost:{free.getsockname()[1]}"
        self._server: subprocess.Popen | None = None

    def start(self) -> None:
        for name in ("etc", "bin/backend", "cache", "state", "spool/tmp", "printed", "writing", "kept"):
            (self.folder / name).mkdir(parents=True)
        self._write("etc/cupsd.conf", SERVER.format(port=self.address.rpartition(":")[2]))
        self._write("etc/cups-files.conf", FILES.format(folder=self.folder))
        self._write("etc/cups-pdf.conf", PDF_WRITER.format(folder=self.folder))
        for part in CUPS_PROGRAMS.iterdir():
            if part.name != "backend":
                (self.folder / "bin" / part.name).symlink_to(part)
        (self.folder / "bin/backend/cups-pdf").symlink_to(CUPS_PROGRAMS / "backend/cups-pdf")
        self._write("bin/backend/keeping", KEEPING.format(folder=self.folder)).chmod(0o700)
        self.run()
        pdf_printer = ("-p", PDF_PRINTER, "-E", "-v", "cups-pdf:/", "-P", str(CUPS_PDF), "-D", "Front desk")
        self.admin("lpadmin", *pdf_printer, "-o", "pdftops-renderer-default=pdftocairo", "-o", "PDFVer=1.5")
        self.admin("lpadmin", "-p", OFFICE, "-E", "-v", "keeping:/", "-P", str(self.own_ppd), "-D", "Büro im 2. Stock")
        self.admin("lpadmin", "-d", OFFICE)

    def run(self) -> None:
        """Run the server; cups-pdf reads one place only, so that place is ours while this server lives."""
        unshare = shutil.which("unshare")
        mounted = 'mount --bind "$0" /etc/cups && exec cupsd -f -c "$0/cupsd.conf" -s "$0/cups-files.conf"'
        self._server = subprocess.Popen(
            [unshare, "-m", "sh", "-c", mounted, str(self.folder / "etc")], stderr=subprocess.DEVNULL
        )
        wait_for(self._answers, "the print server to answer")

    def stop(self) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(DEADLINE)
            self._server = None

    def admin(self, *command: str) -> None:
        """Do what an admin of the printers does."""
        subprocess.run(command, env={**os.environ, "CUPS_SERVER": self.address}, check=True, capture_output=True)

    def kept(self, number: str) -> Path:
        """Return the PDF that reached the office printer as this job, once it is there."""
        path = self.folder / "kept" / f"{number}.pdf"
        wait_for(path.exists, f"job {number} to reach the printer")
        return path

    def said_of(self, number: str) -> tuple[str, str]:
        """Return title and options that reached the office printer with a job."""
        kept = self.kept(number)
        return kept.with_suffix(".title").read_text(), kept.with_suffix(".options").read_text()

    def _answers(self) -> bool:
        assert self._server is not None
        if self._server.poll() is not None:
            pytest.skip("cupsd cannot run here: it needs root and a mount of its own")
        host, _, port = self.address.rpartition(":")
        with socket.socket() as caller:
            return caller.connect_ex((host, int(port))) == 0

    def _write(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_text(words)
        return path


def wait_for(claim, what: str) -> None:
    """Wait until a claim is true, and fail in words where it never is."""
    pause, end = threading.Event(), time.monotonic() + DEADLINE
    while not claim():
        assert time.monotonic() < end, f"waited in vain for {what}"
        pause.wait(0.02)


@pytest.fixture(scope="session")
def one_print_server():
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing or not CUPS_PDF.exists():
        pytest.skip(f"no print server to test against: {', '.join(missing) or 'cups-pdf'} is not installed")
    with tempfile.TemporaryDirectory(prefix="leaflet-cups-") as kept:  # pytest's own folders are closed to filters
        folder = Path(kept)
        folder.chmod(0o755)
        server = PrintServer(folder)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture
def print_server(one_print_server, monkeypatch):
    """Return the private print server; every program of CUPS talks to it."""
    monkeypatch.setenv("CUPS_SERVER", one_print_server.address)
    return one_print_server
