"""Checking a library before anyone relies on it."""

import pytest

from leaflet_app.domain.errors import LibraryUnreadable
from leaflet_app.domain.faults import Weight
from leaflet_app.library.changed_files import ChangedFiles
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library
from leaflet_app.services.check_library import check, check_one
from tests.builders import SHIPPED_FILES, SHIPPED_LIBRARY
from tests.library.folder import FILES, INSULINOMA, SURGERY, Folder
from tests.pdf.authors_pictures import a_drawing


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "library")


def faults(files):
    return [str(fault) for fault in check(files) if fault.weight is Weight.FAULT]


def warnings(files):
    return [str(fault) for fault in check(files) if fault.weight is Weight.WARNING]


def test_nothing_in_the_shipped_library_is_a_fault():
    assert faults(SHIPPED_FILES) == []


def test_one_text_of_the_shipped_library_is_checked_as_with_all_others():
    texts = [file for file in SHIPPED_FILES.ids() if file.endswith(".md")]
    spoilt = {
        file: SHIPPED_FILES.read(file, 200_000) + "\n\nDon't worry: the tumor is harmless — it is.\n".encode()
        for file in texts
    }
    files = ChangedFiles(SHIPPED_FILES, spoilt)
    library, whole = read_library(files), check(files)
    assert any(each.weight is Weight.FAULT for each in whole)

    for file in texts[::4]:
        assert check_one(files, library, file) == tuple(each for each in whole if each.file == file)


def test_a_library_without_fault_is_told_nothing(folder):
    assert check(folder.files) == ()


def test_faults_come_first_then_warnings_each_by_file_and_line(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")
    folder.change(INSULINOMA, "An operation.", "It is harmless.")
    folder.change(SURGERY, "A surgeon", "Don't worry: a surgeon")
    folder.write("topics/vipoma/en-GB.md", "half a file")

    assert [str(fault).partition(" ")[0] for fault in check(folder.files)] == [
        f"{SURGERY}:{folder.line(SURGERY, 'a surgeon')}:",
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'harmless')}:",
        "topics/vipoma/en-GB.md:1:",
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'The tumor')}:",
    ]


def test_wording_does_not_keep_a_draft_from_printing(folder):
    folder.change(INSULINOMA, "Blood tests.", "The tumor is found by blood tests.")

    assert check(folder.files)
    assert "insulinoma" in folder.read().topics


def test_the_front_matter_is_read_too(folder):
    folder.change(INSULINOMA, "the pancreas", "the center")

    assert [str(fault) for fault in check(folder.files)] == [
        f"{INSULINOMA}:{folder.line(INSULINOMA, 'the center')}: warning: “center” is American spelling, write “centre”"
    ]


def test_the_line_that_other_topics_borrow_is_read_too(folder):
    folder.change(INSULINOMA, "[facts]", 'recap = "A tumor of the pancreas."\n\n[facts]')

    assert [fault.wrong for fault in check(folder.files)] == ["“tumor” is American spelling"]


def test_two_topics_may_not_have_one_title(folder):
    folder.write("topics/vipoma/en-GB.md", FILES[INSULINOMA].replace('id = "insulinoma"', 'id = "vipoma"'))

    assert [fault.wrong for fault in check(folder.files)] == ["the topic “insulinoma” has the same title"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("## How it is found {#tests}\n\nBlood tests.\n", "", "needs a section {#tests}"),
        (', sources = ["cruk"]', "", "the figure 1 has no source"),
        ('{ text = "the pancreas" }', '{ text = "about half", low = 50, per = 100 }', "the figure 50 has no source"),
        ("Blood tests.", "Blood tests in 3 of them.", "the figure 3 has no source"),
        ("**Call 999 if:**\n\n- someone passes out {#collapse}\n- someone has a fit\n", "", "reason to call 999"),
        ('support = ["ncuk"]', 'support = ["nobody"]', "which does not exist"),
        ("Blood tests.", "<b>Blood</b> tests.", "HTML"),
    ],
)
def test_what_keeps_a_topic_from_printing_is_a_fault(folder, old, new, wrong):
    folder.change(INSULINOMA, old, new)

    assert any(wrong in fault for fault in faults(folder.files)), faults(folder.files)
    assert "insulinoma" in folder.read().faulty


def test_hard_prose_is_told_at_its_hardest_paragraph(folder):
    hard = "Considerable heterogeneity characterises neuroendocrine malignancies notwithstanding comparable histology."
    folder.change(INSULINOMA, "Blood tests.", hard)

    [told] = [each for each in warnings(folder.files) if "the prose reads at grade" in each]
    assert told.startswith(f"{INSULINOMA}:{folder.line(INSULINOMA, hard)}: warning: ")


def test_a_long_word_is_told_once_unless_the_glossary_has_it(folder):
    folder.change(INSULINOMA, "Blood tests.", "Blood tests for hypoglycaemia. Hypoglycaemia makes you shake.")
    line = folder.line(INSULINOMA, "hypoglycaemia")

    assert warnings(folder.files) == [
        f"{INSULINOMA}:{line}: warning: the long word “hypoglycaemia” is not explained, "
        "say it plainly, or add it to the glossary"
    ]
    folder.write("glossary/en-GB.toml", '[[term]]\nword = "Hypoglycaemia"\nmeaning = "blood sugar that is too low"\n')
    assert warnings(folder.files) == []


def test_a_name_that_leads_to_another_topic_needs_no_explaining(folder):
    other = FILES[INSULINOMA].replace("nsulinoma", "nother").replace("insulinoma", "another")
    folder.write("topics/another/en-GB.md", other)
    folder.change(INSULINOMA, "Blood tests.", "Read about [paraganglioma](topic:another).")

    assert warnings(folder.files) == []


def test_prose_in_which_nobody_does_anything_is_told(folder):
    folder.change(INSULINOMA, "Blood tests.", "Blood is taken. It is tested. " * 5)

    [told] = warnings(folder.files)
    assert told.startswith(f"{INSULINOMA}:{folder.line(INSULINOMA, 'Blood is')}: warning: ")
    assert "are passive, this one first" in told


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("glossary/en-GB.toml", "a message carried in the blood", "the color of a cell"),
        ("questions/en-GB.toml", "Has my tumour spread?", "Has my tumor spread?"),
        ("organisations.toml", "A charity for people", "A charity and counseling for people"),
    ],
)
def test_the_lists_are_read_too(folder, name, old, new):
    folder.change(name, old, new)

    [told] = warnings(folder.files)
    assert told.startswith(f"{name}:{folder.line(name, new)}: warning: ")


def test_a_folder_that_is_no_library_is_refused(tmp_path):
    with pytest.raises(LibraryUnreadable):
        check(FolderFiles(tmp_path))


@pytest.mark.parametrize("whole", [True, False])
def test_a_damaged_logo_is_found_before_anyone_prints(folder, whole):
    logo = (SHIPPED_LIBRARY / "practice" / "logo.png").read_bytes()
    folder.write("practice/logo.png", logo if whole else logo[:-40])
    practice = (folder.root / "practice" / "practice.toml").read_text(encoding="utf-8")
    folder.write("practice/practice.toml", f'{practice}[brand]\nlogo = "logo.png"\nlogo_alt = "Hill Clinic"\n')

    told = [fault for fault in faults(folder.files) if "logo" in fault]

    assert told == [] if whole else told[0].startswith("practice/practice.toml:4: the logo is damaged")


def test_a_damaged_picture_of_a_topic_is_told_of_with_its_line(folder):
    whole = bytearray(a_drawing())
    whole[len(whole) // 2] ^= 255
    folder.write("topics/insulinoma/lump.png", bytes(whole))
    folder.change(
        INSULINOMA, "[review]", '[[pictures]]\nfile = "lump.png"\nalt = "A lump."\nsection = "what"\n\n[review]'
    )
    line = folder.line(INSULINOMA, "lump.png")

    told = [str(fault) for fault in check(folder.files)]

    assert f"{INSULINOMA}:{line}: “lump.png” is damaged, add it again in the editor, or remove it" in told
