"""Sharing over real Git servers, good ones and bad ones."""

import logging
import os
import subprocess

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, NotReachable, SharingStopped
from leaflet_app.library.store import host_remote, https_client, ssh_client
from leaflet_app.library.store.ways import remote_of
from tests.faults.certificates import make_certificates
from tests.library.store.desks import INSULINOMA, VIPOMA, SharingDesk
from tests.library.store.git_hosts import GIT, PASSWORD, SSH, SSHD, USER, HttpsHost, SshHost, bare

pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")
needs_sshd = pytest.mark.skipif(not SSH or not SSHD, reason="no OpenSSH server is installed")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def trusted(certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "git").mkdir()
    return bare(tmp_path / "git" / "library.git")


@pytest.fixture
def host(repository, certificates, trusted):
    with HttpsHost(repository.parent, certificates.good.for_server()) as server:
        yield server


@pytest.fixture
def begin(tmp_path):
    """Return what sets up a desk; each is closed in the end."""
    begun = []

    def at(name, address, password=None):
        begun.append(SharingDesk(tmp_path / name, address, password=password))
        return begun[-1]

    yield at
    for desk in begun:
        desk.close()


def share_between(ann, ben):
    """Let two desks change a text each, and send them."""
    ann.sync()
    ben.sync()
    ann.save(INSULINOMA, b"Ann's words.\n")
    ben.save(VIPOMA, b"Ben's words.\n")
    for desk in (ann, ben, ann):
        desk.sync()


def is_sound(repository) -> bool:
    checked = subprocess.run([GIT, "-C", repository, "fsck", "--strict"], capture_output=True, check=False)
    return checked.returncode == 0


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


def test_a_server_that_falls_silent_is_given_up(host, begin, monkeypatch):
    monkeypatch.setattr(https_client, "SILENCE_S", 0.2)
    desk = begin("Ann", host.address("library.git"))
    host.answer = lambda handler: handler.rfile.read(1)

    with pytest.raises(NotReachable):
        desk.sync()


def test_a_server_without_end_is_given_up(host, begin, monkeypatch):
    begin("Ann", host.address("library.git")).sync()
    monkeypatch.setattr(https_client, "LARGEST", 100)
    ben = begin("Ben", host.address("library.git"))

    with pytest.raises(NotReachable):
        ben.sync()


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


@pytest.fixture
def ssh(tmp_path, monkeypatch):
    (tmp_path / "ssh").mkdir()
    with SshHost(tmp_path / "ssh") as server:
        monkeypatch.setenv("PATH", server.path)
        yield server


@needs_sshd
def test_desks_share_over_ssh(ssh, repository, begin):
    ann, ben = (begin(name, ssh.address(repository)) for name in ("Ann", "Ben"))
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    ben.sync()

    assert ben.read(INSULINOMA) == b"Ann's words.\n"
    assert is_sound(repository)


@needs_sshd
def test_a_server_nobody_knows_is_refused(ssh, repository, begin):
    ssh.forget()

    with pytest.raises(SharingStopped, match="could not prove who it is"):
        begin("Ann", ssh.address(repository)).sync()


@needs_sshd
def test_a_key_nobody_knows_is_refused(ssh, repository, begin):
    ssh.lock_out()

    with pytest.raises(SharingStopped, match="this person's key"):
        begin("Ann", ssh.address(repository)).sync()


@needs_sshd
def test_no_library_behind_ssh_is_told(ssh, tmp_path, begin):
    with pytest.raises(SharingStopped, match="no library at this address"):
        begin("Ann", ssh.address(tmp_path / "nothing")).sync()


def test_an_ssh_that_hangs_is_ended(tmp_path, monkeypatch, begin):
    (tmp_path / "bin").mkdir()
    hanging = tmp_path / "bin" / "ssh"
    hanging.write_text("#!/bin/sh\nexec sleep 600\n")
    hanging.chmod(0o700)
    monkeypatch.setenv("PATH", f"{hanging.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(ssh_client, "WHOLE_S", 0.2)

    with pytest.raises(NotReachable):
        begin("Ann", "ssh://clinic@server.example/library.git").sync()


@pytest.mark.parametrize("address", ["ssh://-oProxyCommand=touch@server/l.git", "ssh://-oProxyCommand=touch/l.git"])
def test_a_server_is_never_an_option(address):
    with pytest.raises(SharingStopped, match="names no server"):
        remote_of(address, None)


def test_patience_has_an_end():
    assert host_remote.SILENCE_S < host_remote.WHOLE_S <= 600
