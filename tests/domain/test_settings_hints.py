"""Settings that are right one by one and cannot work together."""

import pytest

from leaflet_app.domain.settings import MailSettings, MailWay, Security, Settings, SignIn
from leaflet_app.domain.settings_hints import hints

SENDING = {"way": MailWay.SMTP, "sender": "clinic@example.org", "server": "smtp.example.org"}


def named(**mail) -> list[str]:
    """Return the settings that the hints on these mail settings point to."""
    return [each.name for each in hints(Settings(mail=MailSettings(**mail)))]


def test_nothing_set_needs_no_hint():
    assert hints(Settings()) == ()
    assert named(**SENDING) == []


@pytest.mark.parametrize(
    ("mail", "name"),
    [
        (SENDING | {"sender": "", "user": "clinic"}, "mail.sender"),
        (SENDING | {"server": ""}, "mail.server"),
        (SENDING | {"sender": "", "sign_in": SignIn.NONE}, "mail.sender"),
        ({"secure_except": ("nhs.net",)}, "mail.secure_except"),
        ({"port": 587}, "mail.security"),
        ({"port": 465, "security": Security.STARTTLS}, "mail.security"),
        ({"port": 25}, "mail.port"),
    ],
)
def test_what_cannot_work_together_is_pointed_out(mail, name):
    assert named(**mail) == [name]


def test_a_way_without_a_name_to_sign_in_with_is_pointed_out():
    assert named(way=MailWay.SMTP, server="smtp.example.org") == ["mail.sender", "mail.user"]


def test_a_hint_is_a_line_for_a_person():
    (hint,) = hints(Settings(mail=MailSettings(port=587)))

    said = "mail.security: port 587 is encrypted by STARTTLS as a rule. Choose starttls, or port 465."
    assert str(hint) == said
