"""The person's own programs: the mail program with a letter in it, and the window of a folder.

Each is called with a list of arguments, never through a shell.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from leaflet_app.delivery.mail.draft import shown, write_private
from leaflet_app.delivery.mail.thunderbird import OPENS_DRAFTS, Launcher, compose, launcher, version_in

SECONDS_TO_FAIL = 3.0
"""A program that has not ended by then is open."""

SECONDS_TO_ANSWER = 5.0
TEXT = "letter.txt"


class OwnPrograms:
    """The programs that this system opens for mail and for folders."""

    def open_draft(self, draft: Path, address: str, subject: str, text: str, attachment: Path) -> bool:
        """Open a letter in the person's mail program, ready to send; tell whether there was one."""
        if sys.platform == "win32":
            return _started_on_windows(draft)
        if sys.platform == "darwin":
            return _starts(["open", os.fspath(draft)])
        program = launcher(_program_for("x-scheme-handler/mailto"))
        if program is not None:
            return _started_in_thunderbird(program, draft, address, subject, text, attachment)
        return _started_by_kind(_program_for("message/rfc822"), draft)

    def reveal(self, file: Path) -> None:
        """Show a file in its folder; where nothing can, nothing happens."""
        if sys.platform == "win32":
            _starts(["explorer", f"/select,{file}"])
        elif sys.platform == "darwin":
            _starts(["open", "-R", os.fspath(file)])
        else:
            _starts(["xdg-open", os.fspath(file.parent)])


def _started_on_windows(file: Path) -> bool:
    start = getattr(os, "startfile", None)
    try:
        if start is not None:
            start(file)
    except OSError:
        return False
    return start is not None


def _started_by_kind(desktop_file: str, draft: Path) -> bool:
    """Open a draft in the program for such files; a flatpak is let in to read it, and a snap is not."""
    try:
        return bool(desktop_file) and _starts(["xdg-open", os.fspath(shown(draft) if "_" in desktop_file else draft)])
    except OSError:
        return False


def _started_in_thunderbird(
    program: Launcher, draft: Path, address: str, subject: str, text: str, attachment: Path
) -> bool:
    opens_drafts = version_in(_said([*program.command, "--version"])) >= OPENS_DRAFTS
    try:
        if opens_drafts:
            return _starts([*program.command, os.fspath(_readable(program, draft))])
        said = draft.with_name(TEXT)
        write_private(said, text.encode())
        argument = compose(address, subject, _readable(program, said), _readable(program, attachment))
    except OSError:
        return False
    return _starts([*program.command, "-compose", argument])


def _readable(program: Launcher, file: Path) -> Path:
    return shown(file) if program.is_confined else file


def _program_for(kind: str) -> str:
    """Return the name of the desktop file that opens a kind of files or links, or nothing."""
    return _said(["xdg-mime", "query", "default", kind])


def _said(command: list[str]) -> str:
    """Return what a program says, or nothing where it cannot be asked."""
    try:
        answer = subprocess.run(  # noqa: S603 - our own list of arguments
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_TO_ANSWER, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode(errors="replace").strip()


def _starts(command: list[str]) -> bool:
    """Start a program that outlives this one; tell whether it did not fail at once."""
    try:
        started = subprocess.Popen(  # noqa: S603 - our own list of arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return started.wait(SECONDS_TO_FAIL) == 0
    except subprocess.TimeoutExpired:
        Thread(target=started.wait, daemon=True).start()
        return True
