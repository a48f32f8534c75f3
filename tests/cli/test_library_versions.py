"""Reading, comparing and changing the versions of a library from the command line."""

import json
import shutil

import pytest

from leaflet_app import paths
from leaflet_app.services import library_store
from leaflet_app.services.settings import change
from tests.builders import SHIPPED_LIBRARY
from tests.fakes import a_desk

INSULINOMA = "topics/insulinoma/en-GB.md"


@pytest.fixture
def desk(library):
    desk = a_desk(library)
    change(desk, "library.editor", "Pat Admin")
    return desk


@pytest.fixture
def library_command(run, desk):
    """Return `leaflet-app library …` on one desk; it must succeed."""

    def command(*arguments):
        result = run("library", *map(str, arguments), desk=desk)
        assert result.exit_code == 0, result.output
        return result.stdout

    return command


def edit(desk, old, new, file=INSULINOMA):
    newest = library_store.newest(desk)
    text = newest.files.read(file, 2**20).decode()
    assert old in text
    return library_store.change(desk, {file: text.replace(old, new, 1).encode()}, "Reword", base=newest.commit)


def test_a_library_that_is_exported_is_taken_in_again_without_a_difference(library_command, tmp_path):
    folder = tmp_path / "export"

    assert "files written into" in library_command("export", folder)
    assert (folder / INSULINOMA).read_bytes() == (SHIPPED_LIBRARY / INSULINOMA).read_bytes()
    assert library_command("import", folder) == "Nothing differs: the library stays as it is.\n"


def test_a_folder_that_is_not_empty_is_not_written_into(run, desk, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    result = run("library", "export", str(tmp_path), desk=desk)

    assert result.exit_code == 2
    assert "the folder is not empty" in result.stderr


def test_an_edited_folder_becomes_one_version_and_what_it_lacks_stays(library_command, desk, tmp_path):
    folder = tmp_path / "edited"
    (folder / INSULINOMA).parent.mkdir(parents=True)
    text = (SHIPPED_LIBRARY / INSULINOMA).read_text("utf-8")
    (folder / INSULINOMA).write_text(text.replace('title = "Insulinoma"', 'title = "Insulin tumour"'), "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("not of the library")

    assert library_command("import", folder).startswith("1 file taken in, as version ")
    assert desk.library.topics["insulinoma"].title == "Insulin tumour"
    assert "vipoma" in desk.library.topics


def test_replacing_takes_away_what_the_folder_does_not_have(library_command, desk, tmp_path):
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    (folder / "sets.toml").unlink()

    library_command("import", "--replace", folder)

    assert not library_store.newest(desk).files.holds("sets.toml")


def test_faults_of_a_folder_are_told_by_file_and_line(run, desk, tmp_path):
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    (folder / INSULINOMA).write_text("no front matter\n")

    result = run("library", "import", str(folder), desk=desk)

    assert result.exit_code == 0
    assert result.stderr.startswith(f"{INSULINOMA}:1: ")
    assert "insulinoma" not in desk.library.topics


@pytest.mark.parametrize("file", ["library.toml", "practice/practice.toml"])
def test_a_folder_that_would_leave_no_library_is_refused(run, desk, tmp_path, file):
    before = library_store.newest(desk)
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    (folder / file).write_text("nonsense")

    result = run("library", "import", str(folder), desk=desk)

    assert result.exit_code == 2
    assert f"{file}:1" in result.stderr
    assert library_store.newest(desk) is before


def test_a_folder_without_a_library_is_refused(run, desk, tmp_path):
    result = run("library", "import", str(tmp_path / "nowhere"), desk=desk)

    assert result.exit_code == 2
    assert "there is no library in" in result.stderr


@pytest.mark.parametrize("named", ["insulinoma", INSULINOMA])
def test_the_versions_of_a_text_are_listed_newest_first(library_command, desk, named):
    commit = edit(desk, 'title = "Insulinoma"', 'title = "Insulin tumour"')

    lines = library_command("history", named).splitlines()

    assert lines[0].startswith(f"{commit[:10]}  22 Nov 2026 ")
    assert lines[0].endswith("Pat Admin  Reword")
    assert lines[-1] == "2 versions of Insulin tumour"
    assert json.loads(library_command("history", named, "--json"))[0]["version"] == commit


def test_a_shared_text_is_named_by_its_id(library_command):
    assert "1 version of Surgery" in library_command("history", "shared/treat-surgery")


@pytest.mark.parametrize(
    ("mistyped", "meant"), [("insulinnoma", "insulinoma"), ("shared/surgery", "shared/treat-surgery")]
)
def test_a_mistyped_name_is_answered_with_the_nearest(run, desk, mistyped, meant):
    result = run("library", "history", mistyped, desk=desk)

    assert result.exit_code == 2
    assert f"Did you mean “{meant}”?" in result.stderr


def test_the_last_change_is_shown_word_by_word(library_command, desk):
    edit(desk, 'title = "Insulinoma"', 'title = "Insulin tumour"')

    shown = library_command("diff", "insulinoma")

    assert 'title = "[-Insulinoma-]{+Insulin tumour+}"' in shown
    assert len(shown.splitlines()) == 4


def test_two_versions_are_compared_whichever_they_are(library_command, desk):
    first = library_store.newest(desk).commit
    second = edit(desk, 'title = "Insulinoma"', 'title = "Insulin tumour"')
    third = edit(desk, 'title = "Insulin tumour"', 'title = "Insulinoma"')

    assert "Insulinoma is the same in both." in library_command("diff", "insulinoma", first[:8])
    assert '"[-Insulin tumour-]{+Insulinoma+}"' in library_command("diff", "insulinoma", second[:8], third[:8])


@pytest.mark.parametrize("named", ["zzzz", "", "ab"])
def test_a_version_that_is_none_is_told(run, desk, named):
    result = run("library", "restore", "insulinoma", named, desk=desk)

    assert result.exit_code == 2
    assert "names no version of" in result.stderr


def test_a_text_brought_back_is_a_new_version(library_command, run, desk):
    first = library_store.newest(desk).commit
    edit(desk, 'title = "Insulinoma"', 'title = "Insulin tumour"')

    assert "stands again as in" in library_command("restore", "insulinoma", first[:10])

    assert desk.library.topics["insulinoma"].title == "Insulinoma"
    assert [each.message[:10] for each in library_store.history(desk, INSULINOMA)] == [
        "Brought ba",
        "Reword",
        "The librar",
    ]
    again = run("library", "restore", "insulinoma", first[:10], desk=desk)
    assert "stands as in that version already" in again.stderr


def test_a_text_in_review_is_a_draft_again_when_another_version_is_brought_back(library_command, desk):
    first = library_store.newest(desk).commit
    library_command("submit", "insulinoma")

    told = library_command("restore", "insulinoma", first[:10])
    assert "This text is a draft again, because it was changed." in told


def test_a_text_that_is_gone_is_found_by_its_file_and_brought_back(library_command, desk):
    file, first = "shared/test-genetic/en-GB.md", library_store.newest(desk).commit
    library_store.change(desk, {file: None}, "Remove", base=first)

    library_command("restore", file, first[:10])

    assert library_store.newest(desk).files.holds(file)


def test_the_newest_version_is_checked_where_there_is_one(run, desk):
    edit(desk, "+++\n", "")

    result = run("library", "check", desk=desk)

    assert result.exit_code == 2
    assert result.stdout.startswith(f"{INSULINOMA}:1: ")


@pytest.fixture
def newer_program(monkeypatch, tmp_path):
    """Return a function that makes the program come with another text; all else it came with stays."""

    resources = shutil.copytree(SHIPPED_LIBRARY.parent, tmp_path / "resources")

    def come_with(file, old, new):
        path = resources / "library" / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        monkeypatch.setattr(paths, "resources", lambda: resources)

    return come_with


def test_what_a_newer_program_has_is_proposed_and_taken_text_by_text(library_command, desk, newer_program):
    library_store.newest(desk)
    assert library_command("proposed") == "Nothing is proposed.\n"
    newer_program(INSULINOMA, 'title = "Insulinoma"', 'title = "Insulin tumour"')
    newer_program("topics/vipoma/en-GB.md", 'title = "VIPoma"', 'title = "VIP tumour"')

    assert library_command("proposed").splitlines() == [
        f"  changed  {INSULINOMA}",
        "  changed  topics/vipoma/en-GB.md",
        "2 files proposed.",
    ]
    assert desk.library.topics["insulinoma"].title == "Insulinoma"

    library_command("proposed", "take", INSULINOMA)
    assert desk.library.topics["insulinoma"].title == "Insulin tumour"
    assert library_command("proposed").splitlines()[-1] == "1 file proposed."

    library_command("proposed", "dismiss")
    assert library_command("proposed") == "Nothing is proposed.\n"
    assert desk.library.topics["vipoma"].title == "VIPoma"


def test_a_text_that_was_edited_here_is_never_replaced_unasked(library_command, desk, newer_program):
    edit(desk, 'title = "Insulinoma"', 'title = "Our words"')
    newer_program(INSULINOMA, 'title = "Insulinoma"', 'title = "Insulin tumour"')

    assert f"{INSULINOMA}  also edited here: your words would go" in library_command("proposed")
    assert library_store.newest(desk).library.topics["insulinoma"].title == "Our words"


def test_a_file_that_is_not_proposed_is_not_taken(run, desk, newer_program):
    library_store.newest(desk)
    newer_program(INSULINOMA, 'title = "Insulinoma"', 'title = "Insulin tumour"')

    result = run("library", "proposed", "take", "sets.toml", desk=desk)

    assert result.exit_code == 2
    assert "sets.toml is not proposed" in result.stderr


@pytest.fixture
def broken(desk):
    """Break the library, and return its last good version."""
    good = library_store.newest(desk).commit
    library_store.change(desk, {"practice/practice.toml": b"nonsense"}, "Break", base=good)
    return good


def test_a_library_that_cannot_be_read_is_mended_by_bringing_a_file_back(library_command, desk, broken):
    library_command("restore", "practice/practice.toml", broken[:10])

    assert library_store.newest(desk).library.practice.publisher


def test_a_library_that_cannot_be_read_is_mended_by_a_folder(library_command, run, desk, broken, tmp_path):
    folder = shutil.copytree(SHIPPED_LIBRARY, tmp_path / "whole")
    assert "practice/practice.toml:1" in run("library", "check", desk=desk).stderr

    assert library_command("import", folder).startswith("1 file taken in")

    assert library_store.newest(desk).library.practice.publisher
