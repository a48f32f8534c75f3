"""Reading a folder of content."""

from datetime import date

import pytest

from leaflet_app.domain.blocks import Bullets, Paragraph, Run, plain, words
from leaflet_app.domain.errors import LibraryUnreadable, TopicHasFaults, UnknownTopic
from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import Kind, SectionKey, Site, Urgency
from tests.library.folder import INSULINOMA, SURGERY

NEEDED = ["library.toml", "practice/practice.toml", "practice/disclaimer/en-GB.md", "wording/en-GB.toml"]


def test_a_sound_library_has_no_faults(folder):
    library = folder.read()

    assert library.faults == ()
    assert library.faulty == {}
    assert list(library.topics) == ["insulinoma"]


def test_a_topic_keeps_all_that_its_file_says(folder):
    topic = folder.read().topic("insulinoma")

    assert (topic.kind, topic.site, topic.review.status) == (Kind.TUMOUR, Site.PANCREAS, Status.DRAFT)
    assert [section.key for section in topic.sections] == [
        SectionKey.WHAT,
        SectionKey.SYMPTOMS,
        SectionKey.TESTS,
        SectionKey.TREATMENT,
        SectionKey.URGENT,
        SectionKey.QUESTIONS,
    ]
    assert topic.facts["how_common"].sources[0].accessed == date(2026, 11, 22)
    assert [key for key, _ in topic.glance] == ["site", "how_common"]
    assert [plain(question) for question in topic.questions] == ["Is it safe to drive?"]
    assert (topic.shared, topic.support, topic.bank) == (("treat-surgery",), ("ncuk",), ("spread",))


def test_prose_becomes_runs_with_its_facts_filled_in(folder):
    section = folder.read().topic("insulinoma").section(SectionKey.WHAT)

    assert section.heading == "What is it?"
    assert section.blocks == (
        Paragraph(
            (
                Run("An insulinoma is a "),
                Run("small", bold=True),
                Run(" lump. It affects "),
                Run("about 1 to 3 people in a million", fact="how_common"),
                Run(" each year. MEN1 and type 1 are names."),
            )
        ),
    )


def test_bullets_keep_their_links(folder):
    section = folder.read().topic("insulinoma").section(SectionKey.SYMPTOMS)

    see = (Run("you see "), Run("more here", link="https://example.org/signs"))
    assert section.blocks == (Bullets((words("you feel shaky"), see)),)


def test_urgent_lines_know_how_fast_and_which_reason(folder):
    urgent = folder.read().topic("insulinoma").urgent

    assert [(line.urgency, line.id, plain(line.text)) for line in urgent] == [
        (Urgency.EMERGENCY, "collapse", "someone passes out"),
        (Urgency.EMERGENCY, "", "someone has a fit"),
        (Urgency.SAME_DAY, "cannot-keep-down", "you cannot keep food down"),
        (Urgency.ADVICE, "", "have a sugary drink"),
    ]


def said(library):
    return library.disclaimer.said_by(library.practice, library.wording)


def test_the_disclaimer_names_who_publishes(folder):
    assert plain(said(folder.read())[0]).startswith("About this leaflet. Dr Mark Vanderpump does not promise")
    folder.write(
        "practice/practice.toml", 'name = "Hill Clinic"\nconsultant_name = "Dr Ada Hill"\nphone = "020 7946 0000"'
    )

    assert "Hill Clinic and Dr Ada Hill do not promise" in plain(said(folder.read())[0])


def test_letters_typed_apart_are_put_together(folder):
    folder.change(INSULINOMA, "islet cell tumour", "Me\u0301nie\u0300re")

    assert folder.read().topic("insulinoma").aliases == ("Ménière",)


def test_windows_line_ends_and_marks_are_read_like_any_other(folder):
    text = (folder.root / INSULINOMA).read_bytes()
    plainly = folder.read()
    folder.write(INSULINOMA, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))

    assert folder.read() == plainly


def test_a_faulty_topic_leaves_the_others_usable(folder):
    folder.write("topics/vipoma/en-GB.md", "half a file")
    library = folder.read()

    assert list(library.topics) == ["insulinoma"]
    assert list(library.faulty) == ["vipoma"]
    with pytest.raises(TopicHasFaults, match="does not begin with"):
        library.topic("vipoma")


def test_a_topic_may_relate_to_one_that_has_faults(folder):
    folder.write("topics/vipoma/en-GB.md", "half a file")
    folder.change(INSULINOMA, "aliases", 'related = ["vipoma"]\nneeds = ["vipoma"]\naliases')

    assert "insulinoma" in folder.read().topics


def test_a_topic_cannot_stand_on_a_shared_text_that_has_faults(folder):
    folder.change(SURGERY, "0.1.0", "one")

    assert folder.faults() == [
        f"{SURGERY}:7: “one” is not a version, write three numbers with dots, like 0.1.0",
        f"{INSULINOMA}:10: the shared text “treat-surgery” has faults, mend shared/treat-surgery first",
    ]


@pytest.mark.parametrize("name", NEEDED)
def test_without_its_first_files_there_is_no_library(folder, name):
    (folder.root / name).unlink()

    with pytest.raises(LibraryUnreadable, match=f"{name}:1: the file is missing"):
        folder.read()


@pytest.mark.parametrize("name", NEEDED)
def test_with_its_first_files_broken_there_is_no_library(folder, name):
    folder.write(name, "+++\n= 1\n+++\n")

    with pytest.raises(LibraryUnreadable, match="is not valid TOML"):
        folder.read()


def test_a_folder_that_is_not_there_is_no_library(tmp_path, folder):
    folder.root = tmp_path / "nowhere"

    with pytest.raises(LibraryUnreadable, match="nowhere cannot be read"):
        folder.read()


def test_a_library_of_a_later_program_is_not_guessed_at(folder):
    folder.change("library.toml", "schema = 1", "schema = 2")

    with pytest.raises(LibraryUnreadable, match="install the newest"):
        folder.read()


def test_a_list_entry_with_a_fault_is_left_out_alone(folder):
    entry = '\n[[organisation]]\nid = "mac"\nname = "Macmillan"\nwhat = "Help."\nurl = "http://example.org"\n'
    text = (folder.root / "organisations.toml").read_text(encoding="utf-8")
    folder.write("organisations.toml", text + entry)
    library = folder.read()

    assert list(library.organisations) == ["ncuk"]
    assert [fault.line for fault in library.faults] == [7]
    assert "insulinoma" in library.topics


def test_a_stray_file_among_the_topics_is_reported(folder):
    folder.write("topics/vipoma.md", "text")
    folder.write("topics/Con/en-GB.md", "text")

    assert [fault.partition(":")[0] for fault in folder.faults()] == ["topics/Con", "topics/vipoma.md"]


def test_a_link_to_another_place_is_refused(folder, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (folder.root / "topics" / "secret").mkdir()
    (folder.root / "topics" / "secret" / "en-GB.md").symlink_to(secret)
    (folder.root / "topics" / "room").symlink_to(tmp_path)

    assert [fault.wrong for faults in folder.read().faulty.values() for fault in faults] == [
        "this is a link to another place",
        "this is a link to another place",
    ]


def test_the_shipped_library_has_no_faults(library):
    assert [str(fault) for fault in library.faults] == []
    assert len(library.topics) == 28


def test_a_slip_of_the_finger_gets_a_suggestion(library):
    with pytest.raises(UnknownTopic, match="Did you mean insulinoma"):
        library.topic("insulimona")
