import subprocess
import sys
import threading
from contextlib import closing

import pytest
import shiboken6
from PySide6.QtCore import QObject

from leaflet_app.domain.errors import LeafletError, NothingChosen, UnexpectedFault
from leaflet_app.gui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    with closing(Jobs()) as made:
        yield made


@pytest.fixture
def ended():
    """Collect what was handed over: results, errors, and the threads it was handed over on."""
    return []


@pytest.fixture
def gate():
    """Hold work back until the test lets it go on."""
    held = threading.Event()
    yield held
    held.set()


def test_work_is_done_elsewhere_and_its_result_handed_over_here(jobs, ended, qtbot):
    jobs.submit(
        threading.current_thread, lambda worker: ended.append((worker, threading.current_thread())), ended.append
    )
    qtbot.waitUntil(lambda: bool(ended))

    [(worker, receiver)] = ended
    assert receiver is threading.main_thread()
    assert worker is not receiver


def test_only_the_latest_of_many_is_done_and_handed_over(jobs, ended, gate, qtbot):
    begun = []

    def work(number):
        begun.append(number)
        gate.wait()
        return number

    for number in range(6):
        jobs.submit(lambda number=number: work(number), ended.append, ended.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))

    assert ended == [5]
    assert set(begun) <= {0, 5}


def test_an_error_for_the_user_is_handed_over_as_it_is(jobs, ended, qtbot):
    def work():
        raise NothingChosen

    jobs.submit(work, ended.append, ended.append)
    qtbot.waitUntil(lambda: bool(ended))

    assert isinstance(ended[0], NothingChosen)


def test_any_other_fault_becomes_a_calm_sentence_and_the_log_holds_no_words(jobs, ended, qtbot, caplog):
    def work():
        raise ValueError("Ada Lovelace")

    jobs.submit(work, ended.append, ended.append)
    qtbot.waitUntil(lambda: bool(ended))

    [error] = ended
    assert isinstance(error, UnexpectedFault)
    assert isinstance(error, LeafletError)
    assert "ValueError at leaflet_app.gui.jobs:" in error.details
    assert error.details in caplog.text
    assert "Ada" not in caplog.text + error.details + str(error)


def test_dropped_work_hands_nothing_over(jobs, ended, gate, qtbot):
    jobs.submit(gate.wait, ended.append, ended.append)
    jobs.drop()
    gate.set()
    jobs.submit(lambda: "after", ended.append, ended.append)
    qtbot.waitUntil(lambda: bool(ended))

    assert ended == ["after"]


def test_done_may_submit_more_work(jobs, ended, qtbot):
    jobs.submit(lambda: 1, lambda _: jobs.submit(lambda: 2, ended.append, ended.append), ended.append)
    qtbot.waitUntil(lambda: bool(ended))

    assert ended == [2]


def test_closing_waits_for_nothing(qapp, ended, gate, qtbot):
    begun = threading.Event()

    def work():
        begun.set()
        gate.wait()

    jobs = Jobs()
    jobs.submit(work, ended.append, ended.append)
    assert begun.wait(30)
    jobs.close()
    jobs.submit(lambda: "too late", ended.append, ended.append)
    gate.set()
    jobs._executor.shutdown(wait=True)
    qapp.processEvents()

    assert ended == []


def test_work_whose_page_is_gone_hands_nothing_over(qapp, ended, gate):
    page = QObject()
    jobs = Jobs(page)
    jobs.submit(gate.wait, ended.append, ended.append)
    shiboken6.delete(page)
    gate.set()
    jobs._executor.shutdown(wait=True)
    qapp.processEvents()

    assert ended == []


def test_pages_that_go_while_their_work_ends_do_not_end_the_program():
    raced = subprocess.run(
        [sys.executable, "-m", "tests.gui.jobs_race", "1500"], capture_output=True, text=True, check=False
    )

    assert raced.returncode == 0, raced.stderr
