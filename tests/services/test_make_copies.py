"""A copy for each person of a list."""

from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor

import pytest

from leaflet_app.delivery.copy_files import CopyFolder
from leaflet_app.domain.errors import CannotSave, CopiesStopped
from leaflet_app.domain.look import Look
from leaflet_app.services.copy_batch import Batch
from leaflet_app.services.crews import Crew
from leaflet_app.services.make_copies import A_BATCH, BATCHES_A_WORKER, Copying, leaflet_for_anyone, open_list
from tests.builders import a_leaflet, a_library, a_practice, a_selection, a_wording
from tests.fakes import FakeMaster

PEOPLE = "Name,Ref\nAnn Lee,A-1\nBob Ray,A-2\nCleo Day,A-3\n"


class Losing(Executor):
    """Loses every worker."""

    def submit(self, *_arguments):
        future = Future()
        future.set_exception(BrokenExecutor("killed"))
        return future


@pytest.fixture
def crew():
    with ThreadPoolExecutor(1) as executor:
        yield Crew(executor, 1)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("leaflet_app.delivery.copy_files._settle", lambda: None)
    return CopyFolder(tmp_path / "copies", a_leaflet().code)


@pytest.fixture
def copying(tmp_path, folder):
    """Return a list on its way to copies."""

    def copying(text=PEOPLE, told=lambda _tally: None):
        file = tmp_path / "people.csv"
        file.write_text(text, encoding="utf-8")
        return Copying(open_list(file), a_wording(), folder, told)

    return copying


@pytest.fixture
def master():
    return FakeMaster(a_leaflet(), Look())


def made(folder):
    """Return each file's line and what its copy says."""
    return {int(path.stem[-6:]): path.read_bytes().split(b" /ID")[0] for path in folder.folder.glob("*.pdf")}


def test_each_row_gets_a_file_that_is_named_by_its_line(copying, master, crew, folder):
    tally = copying().make(master, crew)

    assert (tally.made, tally.kept, tally.refused, tally.strays) == (3, 0, 0, 0)
    assert made(folder) == {
        2: b"%PDF-fake For: Ann Lee \xc2\xb7 A-1",
        3: b"%PDF-fake For: Bob Ray \xc2\xb7 A-2",
        4: b"%PDF-fake For: Cleo Day \xc2\xb7 A-3",
    }


def test_the_day_a_copy_is_for_stands_in_its_line(copying, master, crew, folder):
    copying("Name,Date\nAnn,22/11/2026\n").make(master, crew)

    assert made(folder) == {2: "%PDF-fake For: Ann · 22 November 2026".encode()}


def test_no_name_is_in_a_file_name(copying, master, crew, folder):
    copying().make(master, crew)

    names = " ".join(path.name for path in folder.folder.iterdir())
    assert not any(word in names for word in ("Ann", "Lee", "A-1"))


def test_a_second_run_makes_only_what_is_new_or_changed(copying, master, crew, folder):
    copying().make(master, crew)
    old = folder.path(2).stat().st_mtime_ns

    tally = copying(PEOPLE.replace("Bob Ray", "Rob Ray") + "Dan Fox,A-4\n").make(master, crew)

    assert (tally.made, tally.kept) == (2, 2)
    assert b"Rob" in made(folder)[3]
    assert folder.path(2).stat().st_mtime_ns == old


def test_another_leaflet_is_never_taken_for_a_finished_copy(copying, master, crew, folder):
    copying().make(master, crew)

    other = FakeMaster(leaflet_for_anyone(a_library(), a_selection("insulinoma", note="New words.")), Look())
    object.__setattr__(other.leaflet, "title", "Another")

    assert copying().make(other, crew).made == 3


@pytest.mark.parametrize("refused", ["\a", "漢字"])
def test_copies_that_belong_to_no_row_are_counted(copying, master, crew, refused):
    copying(PEOPLE + "Dan Fox,A-4\nEve May,A-5\n").make(master, crew)

    assert copying(PEOPLE.replace("Bob Ray", refused)).make(master, crew).strays == 3


def test_a_bad_row_is_told_by_file_and_line_and_the_rest_goes_on(copying, master, crew, folder):
    tally = copying("Name,Ref\nAnn Lee,A-1\nBob\a,A-2\n漢字,A-3\nDan Fox,A-4\n").make(master, crew)

    assert (tally.made, tally.refused) == (2, 2)
    assert [str(fault) for fault in tally.faults] == [
        "people.csv:3: the name holds a letter that cannot be read (U+0007), type it again",
        "people.csv:4: “漢” (U+6F22) cannot be printed, write it in other letters",
    ]
    assert sorted(made(folder)) == [2, 5]


def test_ctrl_c_leaves_whole_files_only_and_counts_them(copying, master, crew, folder):
    def stop(_tally):
        raise KeyboardInterrupt

    many = "Name\n" + "".join(f"Person {number}\n" for number in range(1_000))

    tally = copying(many, told=stop).make(master, crew)

    assert tally.is_stopped
    assert 0 < tally.made < 1_000
    assert len(made(folder)) == tally.made
    assert all(folder.path(line).read_bytes().endswith(b"%%EOF\n") for line in made(folder))
    assert not list(folder.folder.glob(".*"))
    assert copying(many).make(master, crew).kept == tally.made


def test_a_long_list_is_handed_out_a_few_batches_at_a_time(copying, master, folder):
    class Counting(ThreadPoolExecutor):
        open = most = 0

        def submit(self, *arguments):
            self.open += 1
            self.most = max(self.most, self.open)
            return super().submit(*arguments)

    def close_one(_tally):
        executor.open -= 1

    with Counting(2) as executor:
        copying("Name\n" + "Ann\n" * A_BATCH * 20, told=close_one).make(master, Crew(executor, 2))

    assert executor.most == 2 * BATCHES_A_WORKER


def test_workers_with_another_disk_hand_their_copies_back(copying, master, folder):
    with ThreadPoolExecutor(2) as executor:
        crew = Crew(executor, 2, has_our_disk=False)
        first = copying().make(master, crew)
        second = copying().make(master, crew)

    assert (first.made, second.made, second.kept) == (3, 0, 3)
    assert sorted(made(folder)) == [2, 3, 4]


def test_a_lost_worker_is_told_and_what_is_made_stays(copying, master):
    with pytest.raises(CopiesStopped, match="a worker was lost") as stopped:
        copying().make(master, Crew(Losing(), 1))

    assert stopped.value.remedy == "Run the same command again: it goes on where it stopped."


def test_a_full_disk_ends_the_run_with_its_sentences(copying, master, crew, monkeypatch):
    def full(*_arguments):
        raise CannotSave("a.pdf", "the disk is full", "Free some space.")

    monkeypatch.setattr(CopyFolder, "put", full)

    with pytest.raises(CannotSave, match="the disk is full"):
        copying().make(master, crew)


def test_a_fault_of_the_program_is_told_without_a_word_of_the_person(copying, crew, caplog, master, monkeypatch):
    def fail(_self, line):
        raise ValueError(line)

    monkeypatch.setattr(FakeMaster, "copy", fail)

    with pytest.raises(CopiesStopped) as stopped:
        copying().make(master, crew)
    assert "Ann" not in str(stopped.value) + caplog.text
    assert "ValueError" in caplog.text
    assert stopped.value.__cause__ is None


def test_a_batch_says_no_word_of_a_person_in_a_log():
    assert "Ann" not in repr(Batch(((2, "For: Ann"),)))


def test_the_leaflet_of_the_copies_says_how_their_data_are_kept():
    library = a_library(practice=a_practice(privacy="We keep no names."))

    leaflet = leaflet_for_anyone(library, a_selection("insulinoma"))

    assert "We keep no names." in str(leaflet.blocks)
