"""Whoever makes the copies, they are the same."""

import builtins
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from leaflet_app.delivery.copy_files import CopyFolder
from leaflet_app.domain.errors import NoCluster
from leaflet_app.domain.look import Look
from leaflet_app.pdf.copies.master import SlotMaster
from leaflet_app.services.crews import FEW_LINES, crew_for
from leaflet_app.services.make_copies import Copying, leaflet_for_anyone, open_list
from tests.builders import a_library, a_selection, a_wording

MAKES_COPIES = """
from leaflet_app.services.crews import crew_for

with crew_for(1, workers=2) as crew:
    crew.executor.submit(abs, 1).result()
    print("made", flush=True)
    input()
"""
PEOPLE = "Name,Ref\n" + "".join(f"Łukasz Nowak,A-{number}\n" for number in range(200)) + "عربى,A-200\n漢字,A-201\n"


@pytest.fixture(scope="module")
def master():
    return SlotMaster(leaflet_for_anyone(a_library(), a_selection("insulinoma")), Look())


@pytest.fixture
def copies(tmp_path, master, monkeypatch):
    """Return the copies that a crew makes of 202 people."""
    monkeypatch.setattr("leaflet_app.delivery.copy_files._settle", lambda: None)
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE, encoding="utf-8")

    def copies(crew):
        folder = CopyFolder(tmp_path / f"copies of {crew.workers} {type(crew.executor).__name__}", "CL-1A2B3C")
        tally = Copying(open_list(file), a_wording(), folder, lambda _tally: None).make(master, crew)
        assert (tally.made, tally.refused) == (201, 1)
        return {path.name: path.read_bytes() for path in folder.folder.iterdir()}

    return copies


@pytest.fixture
def alone(copies):
    """Return the copies that one thread makes."""
    with crew_for(1) as crew:
        return copies(crew)


def test_few_copies_are_made_here_and_many_by_processes():
    with crew_for(FEW_LINES) as few, crew_for(FEW_LINES + 1, workers=2) as many:
        assert isinstance(few.executor, ThreadPoolExecutor)
        assert isinstance(many.executor, ProcessPoolExecutor)
        assert (few.workers, many.workers) == (1, 2)


def test_processes_make_the_same_copies(copies, alone):
    with crew_for(1, workers=2) as crew:
        assert copies(crew) == alone


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_cluster_makes_the_same_copies(copies, alone):
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=":0", host="127.0.0.1", protocol="tcp"
        ) as cluster,
        crew_for(1, cluster=cluster.scheduler_address) as crew,
    ):
        assert not crew.has_our_disk
        assert copies(crew) == alone


def test_a_cluster_that_does_not_answer_is_told(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("leaflet_app.services.crews.SECONDS_TO_ANSWER", 0.2)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"

        with pytest.raises(NoCluster) as told, crew_for(1, cluster=address):
            pass

    assert str(told.value) == (
        f"The cluster cannot be used: nobody answers at {address}. Start its scheduler, or leave out --cluster."
    )


def test_nor_does_one_that_takes_the_call_and_never_speaks_hold_the_copies(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("leaflet_app.services.crews.SECONDS_TO_ANSWER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"

        with pytest.raises(NoCluster, match="nobody answers"), crew_for(1, cluster=address):
            pass


@pytest.mark.parametrize("address", ["nowhere", "tcp://", "http://x", "tls://127.0.0.1:9", ""])
def test_an_address_that_is_none_is_told(address):
    pytest.importorskip("distributed")
    if address:
        with pytest.raises(NoCluster, match="nobody answers"), crew_for(1, cluster=address):
            pass


def test_without_the_package_the_extra_is_named(monkeypatch):
    real = builtins.__import__

    def without(name, *arguments):
        if name == "distributed":
            raise ImportError(name)
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(NoCluster, match=r"not installed. Install leaflet-app\[cluster\]"), crew_for(1, cluster="x:1"):
        pass


def test_processes_leave_ctrl_c_to_their_parent():
    before = signal.getsignal(signal.SIGINT)

    with crew_for(1, workers=2) as crew:
        assert signal.getsignal(signal.SIGINT) is before
        assert crew.executor.submit(signal.getsignal, signal.SIGINT).result() is signal.SIG_IGN


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system stops processes in another way.")
def test_processes_end_with_a_parent_that_is_killed():
    running = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", MAKES_COPIES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=running
    ) as parent:
        assert parent.stdout.readline() == b"made\n"

        parent.kill()

        assert parent.stdout.read() == b""  # to the end: the last of them has let go of it
