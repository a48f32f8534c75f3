"""How a desk works: its own settings, what an admin locked, and the safe side where a file has faults."""

import subprocess
import sys
from threading import Event, Thread

import pytest

from leaflet_app.delivery import settings_writing
from leaflet_app.delivery.turn import turn, turn_if_free
from leaflet_app.domain.errors import CannotSave, SettingRefused
from leaflet_app.domain.look import Format, Theme
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.settings import MailWay, Settings
from leaflet_app.services import settings
from leaflet_app.services.settings_standing import Origin
from tests.builders import a_selection
from tests.fakes import a_desk


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def write(desk):
    """Return a function that writes the settings of the desk, or with `policy` those of its admin."""

    def write(text, *, policy=False):
        file = desk.policy if policy else settings.settings_file(desk.home)
        file.write_text(text, encoding="utf-8")

    return write


def standing(desk, name):
    """Return how a setting stands: its value, origin, and whether it is locked."""
    (found,) = (each for each in settings.origins(desk) if each.name == name)
    return found.value, found.origin, found.is_locked


SMTP = '[mail]\nway = "smtp"\nsender = "clinic@example.org"\nserver = "smtp.example.org"\n'


def test_a_desk_with_no_file_has_the_defaults(desk):
    assert settings.load(desk) == Settings()
    assert {each.origin for each in settings.origins(desk)} == {Origin.DEFAULT}


def test_a_desk_with_no_file_reads_nothing(home):
    script = (
        "import sys; from leaflet_app.services.settings import load; from tests.fakes import a_desk;"
        f"from pathlib import Path; loaded = set(sys.modules); load(a_desk(home=Path({str(home)!r})));"
        "print(*set(sys.modules) - loaded)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)

    assert "leaflet_app.delivery.settings_file" not in loaded.stdout.split()


def test_a_setting_is_changed_by_what_a_person_types_and_set_back(desk):
    settings.change(desk, "printing.format", "Large")
    assert settings.load(desk).printing.format is Format.LARGE
    assert standing(desk, "printing.format") == (Format.LARGE, Origin.FILE, False)

    settings.set_back(desk, "printing.format")
    assert standing(desk, "printing.format") == (Format.STANDARD, Origin.DEFAULT, False)


def test_what_does_not_fit_changes_nothing_and_says_what_to_write(desk):
    with pytest.raises(SettingRefused) as refused:
        settings.change(desk, "mail.port", "none")

    assert refused.value.message == "The setting “mail.port” was not changed: it is not a whole number."
    assert refused.value.remedy == "Write a whole number from 1 to 65535."
    assert not settings.settings_file(desk.home).exists()


def test_an_admin_locks_a_setting(desk, write):
    write(SMTP)
    write('[mail]\nserver = "relay.example.org"\n', policy=True)

    assert settings.load(desk).mail.server == "relay.example.org"
    assert standing(desk, "mail.server") == ("relay.example.org", Origin.POLICY, True)
    assert standing(desk, "mail.way") == (MailWay.SMTP, Origin.FILE, False)
    for act in (lambda: settings.change(desk, "mail.server", "x.org"), lambda: settings.set_back(desk, "mail.server")):
        with pytest.raises(SettingRefused, match="your administrator set it"):
            act()


def test_a_fault_about_mail_lets_no_mail_go_by_itself(desk, write):
    write(SMTP + 'secure_prefx = "[secure]"\n')

    found = settings.survey(desk)
    assert found.settings.mail.way is MailWay.DRAFT
    assert found.settings.mail.server == "smtp.example.org"
    assert standing(desk, "mail.way") == (MailWay.DRAFT, Origin.SAFE, False)
    assert ["settings.toml:5: mail.secure_prefx" in str(each) for each in found.faults] == [True]


def test_a_fault_about_paper_leaves_mail_as_it_is(desk, write):
    write(SMTP + "[printing]\ncopies = 0\n")

    assert settings.load(desk).mail.way is MailWay.SMTP
    assert settings.load(desk).printing.copies == 1


def test_whether_to_protect_is_yes_where_nobody_can_know(desk, write):
    write("[mail]\nprotect = 1\n")

    assert settings.load(desk).mail.protect is True


def test_a_policy_that_cannot_be_read_lets_no_mail_go_by_itself(desk, write):
    write(SMTP + "[register]\nkeep_reference = true\n")
    write("[mail]\nway == 1\n", policy=True)

    found = settings.survey(desk)
    assert found.settings.mail.way is MailWay.DRAFT
    assert found.settings.mail.protect
    assert not found.settings.register.keep_reference
    assert found.settings.mail.server == "smtp.example.org"
    assert [fault.file for fault in found.faults] == [str(desk.policy)]
    with pytest.raises(SettingRefused, match="your administrator"):
        settings.change(desk, "mail.way", "smtp")


def test_what_an_admin_wrote_wrongly_stays_locked_at_its_default_and_the_rest_holds(desk, write):
    write(SMTP + 'user = "jo"\n[printing]\ncopies = 5\n')
    write('[mail]\nuser = 3\nprotect = true\n[printing]\ncopies = "many"\n', policy=True)

    assert standing(desk, "mail.user") == ("", Origin.POLICY, True)
    assert standing(desk, "printing.copies") == (1, Origin.POLICY, True)
    assert standing(desk, "mail.protect") == (True, Origin.POLICY, True)
    assert standing(desk, "mail.way") == (MailWay.DRAFT, Origin.SAFE, True)


def test_a_file_that_cannot_be_read_is_on_the_safe_side_and_stays_as_it_is(desk, write):
    write("[mail\n")

    assert settings.load(desk).mail.protect
    with pytest.raises(SettingRefused, match=r"settings\.toml, line 1"):
        settings.change(desk, "mail.user", "jo")


def test_the_first_fault_is_told_and_the_others_counted(desk, write):
    assert settings.unfit(desk) is None
    write("[mail]\nport = 0\nusr = 1\n[register]\ndesk = 1\n")

    told = settings.unfit(desk)
    assert "settings.toml, line 2: mail.port: it is too small or too large, and 2 more like it." in told.message
    assert told.remedy.startswith("Write a whole number from 1 to 65535. “leaflet-app settings”")


def test_what_cannot_work_together_is_told(desk, write):
    write('[mail]\nway = "smtp"\n')

    assert [each.name for each in settings.survey(desk).hints] == ["mail.sender", "mail.server", "mail.user"]


def test_the_paper_is_kept_and_no_word_or_language_of_a_leaflet(desk):
    look = {"format": Format.BOOKLET, "theme": Theme.LEGIBLE_CREAM}
    person = {"note": "Dear Ann", "recipient": Recipient("Ann Onymous"), "language": "ur", "is_summary": True}

    settings.keep_paper(desk, a_selection("vipoma", **look, **person))

    assert settings.paper(desk).look == a_selection(**look).look
    kept = settings.settings_file(desk.home).read_text(encoding="utf-8")
    assert not any(word in kept for word in ("vipoma", "Ann", '"ur"'))


def test_two_programs_that_change_settings_at_one_moment_lose_no_change(desk, write, monkeypatch):
    asks = Event()

    def asked_turn(file):
        asks.set()
        return turn(file)

    monkeypatch.setattr(settings_writing, "turn", asked_turn)
    ours = Thread(target=settings.change, args=(desk, "printing.copies", "3"))
    with turn(settings.settings_file(desk.home).with_suffix(".lock")):
        ours.start()
        assert asks.wait(10)
        write('[mail]\nuser = "jo"\n')
    ours.join()

    assert settings.load(desk).printing.copies == 3
    assert settings.load(desk).mail.user == "jo"


@pytest.mark.parametrize("step", ["text_of", "save_whole"])
def test_the_turn_is_held_while_settings_are_read_and_while_they_are_written(desk, monkeypatch, step):
    found_free, do = [], getattr(settings_writing, step)

    def look(file, *content):
        with turn_if_free(file.with_suffix(".lock")) as is_free:
            found_free.append(is_free)
        return do(file, *content)

    monkeypatch.setattr(settings_writing, step, look)
    settings.change(desk, "printing.copies", "3")
    settings.set_back(desk, "printing.copies")

    assert found_free == [False, False]


def test_a_turn_that_is_not_given_back_is_told_and_changes_nothing(desk, monkeypatch):
    monkeypatch.setattr("leaflet_app.delivery.turn.PATIENCE", 0)
    file = settings.settings_file(desk.home)

    with turn(file.with_suffix(".lock")), pytest.raises(CannotSave, match="it is open in another program"):
        settings.change(desk, "printing.copies", "3")

    assert not file.exists()


def test_the_same_paper_again_writes_nothing(desk):
    settings.keep_paper(desk, a_selection("vipoma"))

    assert not settings.settings_file(desk.home).exists()


def test_a_paper_that_an_admin_locked_is_not_kept_and_no_fault(desk, write):
    write('[printing]\nformat = "large"\n', policy=True)

    settings.keep_paper(desk, a_selection("vipoma", theme=Theme.CREAM))

    assert settings.paper(desk).look == a_selection(format=Format.LARGE, theme=Theme.CREAM).look
    assert 'format = "standard"' in settings.settings_file(desk.home).read_text(encoding="utf-8")
