#!/usr/bin/env python3
"""Set up what is missing, then start Clinic Leaflets. Needs Python 3.11 or newer and nothing else.

python3 start.py              open the window; with no screen, make an example leaflet instead
python3 start.py WORDS...     run "leaflet-app WORDS..."
python3 start.py test ...     run the whole test suite; further words go to pytest
python3 start.py bench ...    measure the program beside its peers
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 -- an older Python is to meet this sentence, not a traceback
    sys.exit(f"Clinic Leaflets needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up"
LOG = ROOT / "start.log"

LOCKS = ("app", "test", "bench")
"""The locks in requirements/, each holding all of the one before."""

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads from a Linux system, and the Debian package that brings it with all it needs in turn."""

PEER_LIBRARIES = {
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""What a peer of the benchmarks loads besides."""

REAL_PARTS = {
    "javac": "default-jdk-headless",
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
    "lp": "cups-client",
    "/usr/sbin/cupsd": "cups-daemon",
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
    "/usr/sbin/sendmail": "postfix",
}
"""The real parts that tests meet, by a command or file of each: veraPDF's Java, a printer, a database, a mail server.

Whoever has another mail server keeps it: a system holds one, and the test that needs this one skips.
"""

COMMAND = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m leaflet_app "$@"\n'


class SetUpStopped(Exception):
    """Set-up cannot go on; carries the sentences for the person and the exit code."""

    def __init__(self, sentences: str, code: int = 1) -> None:
        super().__init__(sentences)
        self.code = code


def main(words: Sequence[str]) -> NoReturn:
    """Set up what the words need, then become the program they ask for."""
    lock = words[0] if words and words[0] in LOCKS[1:] else "app"
    try:
        set_up(lock)
    except SetUpStopped as stopped:
        say(str(stopped))
        sys.exit(stopped.code)
    except OSError as error:
        say(f"Setting up stopped: {error}. Check that {ROOT} can be written to and has space, then start again.")
        sys.exit(1)
    except KeyboardInterrupt:
        say("Setting up was interrupted. Start again to finish it.")
        sys.exit(130)
    if lock != "app":
        os.chdir(ROOT)
    become(*arguments(lock, words))


def arguments(lock: str, words: Sequence[str]) -> tuple[str, ...]:
    """Tell what Python is to run; -P keeps the folder a person stands in off the import path."""
    if lock != "app":
        return ("-m", {"test": "pytest", "bench": "benchmarks"}[lock], *words[1:])
    if words or has_screen():
        return ("-P", "-m", "leaflet_app", *words)
    example = Path.cwd() / "example-leaflet.pdf"
    say(f"There is no screen here, so the window cannot open. Making an example leaflet instead: {example}")
    return ("-P", "-m", "leaflet_app", "export", "--topics", "insulinoma", "--output", str(example))


def has_screen() -> bool:
    """Tell whether a window can open."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def become(*words: str) -> NoReturn:
    """Hand this process over to the Python of the set-up; its exit code is ours."""
    command = [str(PYTHON), *words]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(PYTHON, command)


def set_up(lock: str) -> None:
    """Install the lock unless it is installed; the stamp goes first and comes back last."""
    done = installed()
    if digest(lock) in done:
        return
    say("Setting up Clinic Leaflets (first start only, about a minute) ...")
    LOG.write_text("", encoding="utf-8")
    STAMP.unlink(missing_ok=True)
    install_libraries(LIBRARIES | (PEER_LIBRARIES if lock == "bench" else {}))
    if lock != "app":
        install_real_parts()
    if not done:
        make_venv()
    say("  Python packages ...")
    failed = "The Python packages could not be installed: check the network and start again."
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary=:all:")
    packages = ("-r", str(ROOT / "requirements" / f"{lock}.txt"))
    run([str(PYTHON), "-m", "pip", "install", *options, *packages], failed)
    now_in = LOCKS[: LOCKS.index(lock) + 1]
    STAMP.write_text("\n".join([str(PYTHON.resolve()), *map(digest, now_in)]), encoding="utf-8")
    say("  Ready.")


def installed() -> set[str]:
    """Name the digests that are installed: none after an interrupted set-up, or when the venv's Python has gone."""
    lines = set(STAMP.read_text(encoding="utf-8").splitlines()) if STAMP.is_file() else set()
    return lines if PYTHON.exists() and str(PYTHON.resolve()) in lines else set()


def digest(lock: str) -> str:
    """Tell one state of a lock from another."""
    return hashlib.sha256((ROOT / "requirements" / f"{lock}.txt").read_bytes()).hexdigest()


def make_venv() -> None:
    """Make the venv from nothing, with the checkout itself on its path."""
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], f"The folder {VENV} could not be made.")
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    checkout = os.path.relpath(ROOT, packages)  # relative, so that the folder can be moved
    (packages / "leaflet_app.pth").write_text(f"{checkout}\n", encoding="utf-8")
    if os.name == "posix":
        command = VENV / "bin" / "leaflet-app"
        command.write_text(COMMAND, encoding="utf-8")
        command.chmod(0o755)


def install_libraries(libraries: Mapping[str, str]) -> None:
    """Install the system libraries that cannot be loaded, or say how to."""
    missing = tuple(name for name in libraries if sys.platform.startswith("linux") and not loads(name))
    packages = sorted(libraries[name] for name in missing)
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if packages and shutil.which("apt-get"):
        apt_install(packages)
    elif missing:
        say(f"  The window may not open: this system lacks {', '.join(missing)}.")


def install_real_parts() -> None:
    """Install the real parts of the tests, or say how to and go on: tests that lack theirs say so."""
    packages = [package for part, package in REAL_PARTS.items() if not stands(part)]
    if packages and shutil.which("apt-get"):
        try:
            apt_install(packages)
        except SetUpStopped as stopped:
            say(f"  Tests that need a real printer, database, mail server or validator will be skipped. {stopped}")


def stands(part: str) -> bool:
    """Tell whether a command, or a file of this name, is there."""
    return any(Path("/").glob(part[1:])) if part.startswith("/") else shutil.which(part) is not None


def loads(library: str) -> bool:
    """Tell whether the system has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: Iterable[str]) -> None:
    """Install Debian packages as root; stop with the line to run as anyone else."""
    install = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        raise SetUpStopped(f"Some system libraries are missing. Run this line, then start again:\n{line}", code=2)
    say("  system libraries ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"}
    for command in (("apt-get", "update"), install):
        run(command, "The system libraries could not be installed: check the network and start again.", quiet)


def run(command: Sequence[str], failed: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a step of the set-up with its words in the log."""
    with LOG.open("ab") as log:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, check=False)
    if ended.returncode:
        raise SetUpStopped(f"{failed} The details are in {LOG}")


def say(sentence: str) -> None:
    """Tell the person, beside whatever the program writes to its output."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
