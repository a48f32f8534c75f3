"""Sharing over real Git servers, good ones and bad ones."""

import contextlib
import errno
import logging
from threading import Event

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, NotReachable, SharingStopped, StoreUnusable
from leaflet_app.library.store import host_remote, https_client, objects
from tests.library.store.desks import INSULINOMA, VIPOMA
from tests.library.store.git_hosts import GIT, PASSWORD, USER, HttpsHost, is_sound

pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")


def share_between(ann, ben):
    """Let two desks change a text each, and send them."""
    ann.sync()
    ben.sync()
    ann.save(INSULINOMA, b"Ann's words.\n")
    ben.save(VIPOMA, b"Ben's words.\n")
    for desk in (ann, ben, ann):
        desk.sync()


def test_desks_share_over_https(host, repository, begin):
    ann, ben = (begin(name, host.address("library.git")) for name in ("Ann", "Ben"))
    share_between(ann, ben)

    assert ann.store.head == ben.store.head
    assert (ben.read(INSULINOMA), ann.read(VIPOMA)) == (b"Ann's words.\n", b"Ben's words.\n")
    assert is_sound(repository)


def test_one_text_changed_twice_is_told_over_https_too(host, begin):
    ann, ben = (begin(name, host.address("library.git")) for name in ("Ann", "Ben"))
    ann.sync()
    ben.sync()
    for desk in (ann, ben):
        desk.save(INSULINOMA, f"{desk.name}'s words.\n".encode())
    ann.sync()

    with pytest.raises(EditedMeanwhile):
        ben.sync()


@pytest.mark.parametrize("password", [PASSWORD, "wrong", None])
def test_a_password_opens_and_is_told_nobody(repository, certificates, trusted, begin, caplog, password):
    caplog.set_level(logging.DEBUG)
    with HttpsHost(repository.parent, certificates.good.for_server(), PASSWORD) as server:
        desk = begin("Ann", server.address("library.git", USER), password)
        if password == PASSWORD:
            desk.sync()
        else:
            with pytest.raises(SharingStopped, match="the name or the password"):
                desk.sync()

    assert not any(PASSWORD in each for each in (caplog.text, *server.seen))
    assert not [path for path in desk.folder.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()]


@pytest.mark.parametrize("which", ["wrong_name", "self_signed", "expired"])
def test_a_server_that_cannot_prove_its_name_is_refused(repository, certificates, trusted, begin, which):
    with HttpsHost(repository.parent, getattr(certificates, which).for_server(), PASSWORD) as server:
        desk = begin("Ann", server.address("library.git", USER), PASSWORD)
        with pytest.raises(SharingStopped, match="could not prove who it is"):
            desk.sync()

    assert server.seen == []


def no_git(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.wfile.write(b"<html>Sign in to the wireless network</html>")


def elsewhere(handler):
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:9/library.git/info/refs?service=git-upload-pack")
    handler.end_headers()


def forbidden(handler):
    handler.send_response(403)
    handler.end_headers()


def broken(handler):
    handler.send_response(500)
    handler.end_headers()


def torn(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
    handler.end_headers()
    handler.wfile.write(b"001e# service=git-upload-pack\n0000000eversi")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (no_git, "as it should"),
        (elsewhere, "no library at this address"),
        (forbidden, "does not allow it"),
        (broken, "fault of its own"),
        (torn, "does not answer"),
    ],
)
def test_what_a_server_answers_is_told_in_words(host, begin, answer, told):
    desk = begin("Ann", host.address("library.git"))
    host.answer = answer

    with pytest.raises(SharingStopped, match=told):
        desk.sync()


def silent(handler):
    handler.rfile.read(1)


def silent_midway(handler):
    torn(handler)
    handler.wfile.flush()
    silent(handler)


@pytest.mark.parametrize("answer", [silent, silent_midway])
def test_a_server_that_falls_silent_is_given_up(host, begin, monkeypatch, answer):
    monkeypatch.setattr(https_client, "SILENCE_S", 0.2)
    desk = begin("Ann", host.address("library.git"))
    host.answer = answer

    with pytest.raises(NotReachable):
        desk.sync()


@pytest.mark.parametrize("bound", ["LARGEST", "LARGEST_LIST"])
def test_a_server_without_end_is_given_up(host, begin, monkeypatch, bound):
    ann = begin("Ann", host.address("library.git"))
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    monkeypatch.setattr(https_client, bound, 20)
    ben = begin("Ben", host.address("library.git"))

    with pytest.raises(NotReachable):
        ben.sync()


def drops(handler):
    with contextlib.suppress(OSError):
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        while handler.wfile.write(b"a") and not handler.server.is_over.wait(0.05):
            pass


def drops_later(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
    handler.end_headers()
    handler.wfile.write(b"ffff")
    drops(handler)


@pytest.mark.parametrize("answer", [drops, drops_later])
def test_a_server_that_answers_drop_by_drop_is_given_up(host, begin, monkeypatch, answer):
    monkeypatch.setattr(https_client, "WHOLE_S", 0.5)
    host.is_over = Event()
    desk = begin("Ann", host.address("library.git"))
    host.answer = answer

    with pytest.raises(NotReachable):
        desk.sync()
    host.is_over.set()


def test_an_answer_packed_in_a_way_that_cannot_be_unpacked_is_told(host, begin):
    def badly_packed(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        handler.wfile.write(b"no gzip at all")

    desk = begin("Ann", host.address("library.git"))
    host.answer = badly_packed

    with pytest.raises(NotReachable, match="as it should"):
        desk.sync()


def test_no_library_at_the_address_is_told(host, begin):
    with pytest.raises(SharingStopped, match="no library at this address"):
        begin("Ann", host.address("other.git")).sync()


def test_a_server_that_is_away_is_told_as_such(host, begin):
    address = host.address("library.git").replace(str(host.server_port), "9")

    with pytest.raises(NotReachable):
        begin("Ann", address).sync()


def test_what_the_host_refuses_is_told_in_its_words(host, repository, begin):
    hook = repository / "hooks" / "update"
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n")
    hook.chmod(0o755)

    with pytest.raises(SharingStopped, match=r"the server refuses it .*hook declined"):
        begin("Ann", host.address("library.git")).sync()


def test_a_repository_of_something_else_is_left_alone(host, repository, begin, tmp_path):
    ann = begin("Ann", host.address("library.git"))
    ann.sync()
    (repository / "refs/heads/main").rename(repository / "refs/heads/trunk")

    with pytest.raises(SharingStopped, match="something else"):
        begin("Ben", host.address("library.git")).sync()


def test_patience_has_an_end():
    assert host_remote.SILENCE_S < host_remote.WHOLE_S <= 600


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # dulwich leaves its spool to the end
def test_a_full_disk_of_this_desk_is_not_blamed_on_the_server(host, begin, monkeypatch):
    ann = begin("Ann", host.address("library.git"))
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()

    def full(*_arguments, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    ben = begin("Ben", host.address("library.git"))
    monkeypatch.setattr(objects, "sync_folder", full)

    with pytest.raises(StoreUnusable, match="the disk is full"):
        ben.sync()
