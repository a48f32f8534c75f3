"""The person's own programs, played by scripts that write down how they were called."""

import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app import paths
from leaflet_app.delivery.mail.draft import SEEN_FOLDER, write_draft
from leaflet_app.delivery.mail.programs import OwnPrograms
from leaflet_app.delivery.mail.thunderbird import compose, launcher
from tests.fakes import FakePrograms
from tests.records.letters import ADDRESS, a_letter

CALLED = """#!/bin/sh
case "$*" in *--version) echo "Mozilla Thunderbird {version}esr"; exit ;; esac
for each in "$0" "$@"; do printf "%s\\0" "$each"; done >> "{log}"
exit {ends}
"""
ANSWERS = '#!/bin/sh\ncase "$3" in x-scheme-handler/mailto) echo "{mail}" ;; message/rfc822) echo "{eml}" ;; esac\n'
GREETING = "Dear Ann Onymous,"

needs_scripts = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the programs of Linux are tried here")


@pytest.fixture
def computer(tmp_path, monkeypatch):
    """Return a function that sets up a computer: its programs, and which of them opens mail."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def set_up(*programs, mail="", eml="", ends=0, version="140.1.0"):
        script(folder / "xdg-mime", ANSWERS.format(mail=mail, eml=eml))
        for each in programs:
            script(folder / each, CALLED.format(log=tmp_path / f"{each}.log", ends=ends, version=version))
        return lambda program: calls(tmp_path / f"{program}.log")

    return set_up


def script(file, text):
    """Write a program."""
    file.write_text(text)
    file.chmod(0o755)


def calls(log):
    """Return the arguments that a program was called with, without its own name."""
    return log.read_text().rstrip("\0").split("\0")[1:] if log.exists() else None


def opened(home, programs=None, letter=None):
    """Open a letter in the person's mail program; return what came of it and the draft's files."""
    letter = letter or a_letter(text=GREETING)
    files = write_draft(home, letter)
    is_open = (programs or OwnPrograms()).open_draft(
        files.draft, letter.address, letter.subject, letter.text, files.attachment
    )
    return is_open, files


def read_like_thunderbird(argument):
    """Take an argument apart as GetArgs of Thunderbird's MsgComposeCommands.js does."""
    parts, quote = [""], ""
    for at, sign in enumerate(argument):
        after = argument[at + 1 : at + 2]
        if sign == quote and after in {",", ""}:
            quote = ""
        elif sign in "'\"" and argument[at - 1 : at] == "=":
            quote = quote or sign
        elif sign == "," and not quote:
            parts.append("")
            continue
        parts[-1] += sign
    pairs = (part.partition("=") for part in parts)
    return {
        name: value[1:-1] if value[:1] in {"'", '"'} and value[-1:] == value[:1] else value for name, _, value in pairs
    }


class TestEitherPrograms:
    """What holds for any person's programs."""

    @pytest.fixture(params=["fake", "own"])
    def programs(self, request, computer):
        if request.param == "own" and sys.platform in {"win32", "darwin"}:
            pytest.skip("the programs of Linux are tried here")
        computer("thunderbird", "xdg-open", mail="thunderbird.desktop")
        return FakePrograms() if request.param == "fake" else OwnPrograms()

    def test_a_letter_is_opened_where_there_is_a_mail_program(self, home, programs):
        is_open, files = opened(home, programs)

        assert is_open
        assert files.attachment.read_bytes() == a_letter().pdf

    def test_a_file_is_shown(self, home, programs):
        programs.reveal(home / "leaflet.pdf")


@needs_scripts
def test_an_older_thunderbird_is_handed_the_letter_as_one_argument(home, computer):
    called = computer("thunderbird", mail="thunderbird.desktop")

    is_open, files = opened(home)

    [asked, argument] = called("thunderbird")
    letter = read_like_thunderbird(argument)
    assert is_open
    assert asked == "-compose"
    assert letter["to"] == ADDRESS
    assert letter["subject"] == a_letter().subject
    assert Path(letter["message"]).read_text() == GREETING
    assert letter["attachment"] == files.attachment.as_uri()


@needs_scripts
@pytest.mark.parametrize(
    ("program", "mail"),
    [("thunderbird", "thunderbird.desktop"), ("flatpak", "org.mozilla.Thunderbird.desktop")],
)
def test_a_newer_thunderbird_opens_the_draft_itself_and_no_argument_tells_the_address(home, computer, program, mail):
    called = computer(program, mail=mail, version="153.7.0")

    is_open, files = opened(home)

    draft = Path(called(program)[-1])
    assert is_open
    assert draft.name == files.draft.name
    assert draft.read_bytes() == files.draft.read_bytes()
    assert draft.is_relative_to(paths.downloads()) is (program == "flatpak")
    assert ADDRESS not in " ".join(called(program))


@needs_scripts
def test_no_argument_holds_the_text_of_the_letter(home, computer):
    called = computer("thunderbird", mail="thunderbird.desktop")

    opened(home)

    assert "Onymous" not in " ".join(called("thunderbird"))


@needs_scripts
@pytest.mark.parametrize("mail", ["thunderbird_thunderbird.desktop", "org.mozilla.Thunderbird.desktop"])
def test_a_program_that_may_not_read_hidden_folders_gets_copies_where_it_may(home, computer, mail):
    program = "flatpak" if mail.startswith("org") else "thunderbird"
    called = computer(program, mail=mail)

    is_open, files = opened(home)

    argument = read_like_thunderbird(called(program)[-1])
    copy = Path(unquote(argument["attachment"].removeprefix("file://")))
    assert is_open
    assert copy.parent.parent == paths.downloads() / SEEN_FOLDER
    assert Path(argument["message"]).parent.parent == paths.downloads() / SEEN_FOLDER
    assert copy.read_bytes() == files.attachment.read_bytes()


@needs_scripts
def test_a_flatpak_is_run_by_its_name(home, computer):
    called = computer("flatpak", mail="org.mozilla.Thunderbird.desktop")

    opened(home)

    assert called("flatpak")[:3] == ["run", "org.mozilla.Thunderbird", "-compose"]


@needs_scripts
def test_another_mail_program_gets_the_draft_as_a_file(home, computer):
    called = computer("xdg-open", mail="org.gnome.Evolution.desktop", eml="org.gnome.Evolution.desktop")

    is_open, files = opened(home)

    assert is_open
    assert called("xdg-open") == [str(files.draft)]


@needs_scripts
def test_a_mail_program_in_a_snap_gets_a_draft_that_it_may_read(home, computer):
    called = computer("xdg-open", eml="mailspring_mailspring.desktop")

    is_open, _ = opened(home)

    assert is_open
    assert Path(called("xdg-open")[0]).parent.parent == paths.downloads() / SEEN_FOLDER


@needs_scripts
@pytest.mark.parametrize(
    ("programs", "mail", "eml", "ends"),
    [
        ((), "", "", 0),
        (("xdg-open",), "", "", 0),
        (("xdg-open",), "firefox.desktop", "", 0),
        (("xdg-open",), "", "evolution.desktop", 3),
        ((), "thunderbird.desktop", "", 0),
        (("thunderbird",), "thunderbird.desktop", "", 1),
        ((), "$(touch pwned).Thunderbird.desktop", "", 0),
    ],
)
def test_where_no_program_takes_the_letter_that_is_told(home, computer, programs, mail, eml, ends):
    computer(*programs, mail=mail, eml=eml, ends=ends)

    is_open, _ = opened(home)

    assert not is_open


def test_a_computer_without_any_of_it_has_no_mail_program(home, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not opened(home)[0]


@needs_scripts
def test_a_file_is_shown_in_its_folder(home, computer):
    called = computer("xdg-open")

    OwnPrograms().reveal(home / "leaflet.pdf")

    assert called("xdg-open") == [str(home)]


def test_only_thunderbird_and_its_sister_are_told_apart(computer):
    computer("thunderbird", "betterbird", "flatpak")

    assert launcher("org.gnome.Evolution.desktop") is None
    assert launcher("") is None
    assert launcher("betterbird.desktop").command[0].endswith("betterbird")
    assert not launcher("thunderbird.desktop").is_confined
    assert launcher("thunderbird_thunderbird.desktop").is_confined


@given(
    st.from_regex(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,20}@example\.org", fullmatch=True),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60),
)
def test_no_subject_or_address_can_begin_another_field(address, subject):
    argument = compose(address, subject, Path("/a',to='b/letter.txt"), Path("/a',to='b/leaflet.pdf"))

    read = read_like_thunderbird(argument)

    assert list(read) == ["to", "subject", "format", "message", "attachment"]
    assert read["to"] == address
    assert read["subject"] == subject.replace("'", "’")
    assert read["message"] == "/a',to='b/letter.txt"
