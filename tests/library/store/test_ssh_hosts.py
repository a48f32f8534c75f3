"""Sharing over ssh: a real server, and programs that only look like one."""

import os

import pytest

from leaflet_app.domain.errors import NotReachable, SharingStopped
from leaflet_app.library.store import ssh_client
from leaflet_app.library.store.ways import remote_of
from tests.library.store.desks import INSULINOMA
from tests.library.store.git_hosts import GIT, SSH, SSHD, SshHost, is_sound

pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")
needs_sshd = pytest.mark.skipif(not SSH or not SSHD, reason="no OpenSSH server is installed")


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


@pytest.fixture
def ssh_like(tmp_path, monkeypatch):
    """Return what puts a script in the place of the system's ssh."""

    def put(script):
        (tmp_path / "bin").mkdir()
        program = tmp_path / "bin" / "ssh"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    return put


def test_an_ssh_that_hangs_is_ended(ssh_like, monkeypatch, begin):
    ssh_like("exec sleep 600")
    monkeypatch.setattr(ssh_client, "WHOLE_S", 0.2)

    with pytest.raises(NotReachable):
        begin("Ann", "ssh://clinic@server.example/library.git").sync()


def test_a_server_that_says_much_beside_the_conversation_stops_nothing(ssh_like, repository, begin):
    ssh_like('head -c 1000000 /dev/zero >&2\nfor last; do :; done\nexec sh -c "$last"')
    ann = begin("Ann", f"ssh://clinic@server.example{repository}")
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()

    assert is_sound(repository)


def test_what_a_flood_of_words_ends_with_is_its_reason(ssh_like, begin):
    ssh_like("head -c 1000000 /dev/zero >&2\necho Host key verification failed. >&2\nexit 255")

    with pytest.raises(SharingStopped, match="could not prove who it is"):
        begin("Ann", "ssh://clinic@server.example/library.git").sync()


def test_an_ssh_without_end_is_given_up(ssh_like, begin, monkeypatch):
    ssh_like("while :; do echo 003baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa refs/heads/a; done")
    monkeypatch.setattr(ssh_client, "LARGEST", 10_000)

    with pytest.raises(SharingStopped):
        begin("Ann", "ssh://clinic@server.example/library.git").sync()


@pytest.mark.parametrize("address", ["ssh://-oProxyCommand=touch@server/l.git", "ssh://-oProxyCommand=touch/l.git"])
def test_a_server_is_never_an_option(address):
    with pytest.raises(SharingStopped, match="names no server"):
        remote_of(address, None)


@pytest.mark.parametrize("folder", ["%00library.git", "a%0alibrary.git", "%1b[31m"])
def test_a_folder_that_no_server_has_is_told_before_anything_is_begun(folder):
    with pytest.raises(SharingStopped, match="no library at this address"):
        remote_of(f"ssh://clinic@server.example/{folder}", None)
