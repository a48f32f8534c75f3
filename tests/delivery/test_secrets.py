"""Secrets are kept in the keyring of the system, or not at all."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoneThere
from keyring.backends.null import Keyring as Forgetful
from keyring.errors import KeyringLocked, PasswordSetError

from leaflet_app.delivery.secrets import SystemKeyring
from leaflet_app.domain.errors import NoKeyring
from tests.fakes import FakeSecrets, NoSecrets

SECRET = "sesame-canary"  # noqa: S105


class InMemory(KeyringBackend):
    """A keyring that can be trusted, for as long as a test lasts."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


class Refusing(InMemory):
    """A keyring that fails whatever it is asked, and repeats the secret."""

    def __init__(self, fault):
        super().__init__()
        self.fault = fault

    def get_password(self, service, username):
        raise self.fault

    def set_password(self, service, username, password):
        raise self.fault


class PlainText(InMemory):
    """A keyring that writes plain text, as those of keyrings.alt do."""


PlainText.__module__ = "keyrings.alt.file"


@pytest.fixture
def system():
    """Return a function that chooses the keyring of the system."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


class SecretsTest:
    """What everything that keeps secrets must do."""

    def test_a_secret_is_read_as_it_was_kept(self, secrets):
        secrets.keep("mail", SECRET)

        assert secrets.read("mail") == SECRET

    def test_a_secret_that_was_never_kept_is_none(self, secrets):
        assert secrets.read("mail") is None

    def test_a_secret_kept_again_takes_the_place_of_the_first(self, secrets):
        secrets.keep("mail", "first")
        secrets.keep("mail", SECRET)

        assert secrets.read("mail") == SECRET

    def test_one_secret_is_not_another(self, secrets):
        secrets.keep("mail", SECRET)

        assert secrets.read("records") is None

    def test_a_forgotten_secret_is_gone_and_can_be_forgotten_again(self, secrets):
        secrets.keep("mail", SECRET)
        secrets.forget("mail")
        secrets.forget("mail")

        assert secrets.read("mail") is None


class TestFakeSecrets(SecretsTest):
    @pytest.fixture
    def secrets(self):
        return FakeSecrets()


class TestSystemKeyring(SecretsTest):
    @pytest.fixture
    def secrets(self, system):
        system(InMemory())
        return SystemKeyring()


class NoKeyringTest:
    """What everything does that has nowhere to keep secrets."""

    def test_every_question_is_answered_in_words(self, secrets):
        for ask in (
            lambda: secrets.read("mail"),
            lambda: secrets.keep("mail", SECRET),
            lambda: secrets.forget("mail"),
        ):
            with pytest.raises(NoKeyring) as fault:
                ask()
            assert SECRET not in str(fault.value)
            assert fault.value.__cause__ is None


class TestNoSecrets(NoKeyringTest):
    @pytest.fixture
    def secrets(self):
        return NoSecrets()


class TestUntrustedKeyring(NoKeyringTest):
    @pytest.fixture(params=[NoneThere, Forgetful, PlainText], ids=["none", "forgetful", "plain text"])
    def secrets(self, system, request):
        system(request.param())
        return SystemKeyring()


class TestFailingKeyring(NoKeyringTest):
    @pytest.fixture(params=[KeyringLocked(SECRET), PasswordSetError(SECRET), OSError(SECRET)], ids=repr)
    def secrets(self, system, request):
        system(Refusing(request.param))
        return SystemKeyring()


def test_of_a_chain_the_first_that_can_be_trusted_is_used(system, monkeypatch):
    plain, good = PlainText(), InMemory()
    monkeypatch.setattr(ChainerBackend, "backends", (plain, good))
    system(ChainerBackend())

    SystemKeyring().keep("mail", SECRET)

    assert not plain.kept
    assert good.kept == {("leaflet-app", "mail"): SECRET}
