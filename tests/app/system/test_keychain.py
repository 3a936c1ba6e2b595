from __future__ import annotations

import threading
from collections.abc import Callable

import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as NullKeyring

from app.system import keychain
from app.system.keychain import ACCOUNT, Keychain, KeychainSilent


def test_what_is_kept_is_given_and_forgotten() -> None:
    chain = Keychain()
    assert chain.is_there()
    chain.keep("Fasthold:1", "secret")
    assert chain.give("Fasthold:1") == "secret"
    chain.forget("Fasthold:1")
    with pytest.raises(KeychainSilent):
        chain.give("Fasthold:1")


def test_the_account_tells_nothing(keychain: KeyringBackend) -> None:
    Keychain().keep("Fasthold:1", "secret")
    assert keychain.get_password("Fasthold:1", ACCOUNT) == "secret"
    assert ACCOUNT == "Fasthold"


def test_a_keychain_that_swallows_what_it_is_given_is_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keychain, "backend", NullKeyring)
    with pytest.raises(KeychainSilent):
        Keychain().keep("Fasthold:1", "secret")


def test_no_keychain_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keychain, "backend", lambda: None)
    chain = Keychain()
    assert not chain.is_there()
    chain.forget("Fasthold:1")


@pytest.mark.parametrize(
    "error",
    [
        keyring.errors.NoKeyringError(),
        keyring.errors.KeyringLocked(),
        keyring.errors.InitError(),
        OSError(1783, "The stub received bad data"),
        RuntimeError("raw system error"),
    ],
)
def test_whatever_a_keychain_raises_means_silent(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(keychain, "backend", _raising(error))
    with pytest.raises(KeychainSilent):
        Keychain().give("Fasthold:1")


def test_a_keychain_that_hangs_is_left_and_not_asked_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    let_go = threading.Event()

    def hang() -> None:
        asked.append(1)
        let_go.wait(5)

    monkeypatch.setattr(keychain, "backend", hang)
    chain = Keychain(patience=0.05)
    for _ in range(2):
        with pytest.raises(KeychainSilent):
            chain.give("Fasthold:1")
    let_go.set()
    assert asked == [1]


def test_the_environment_cannot_choose_the_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not isinstance(keychain.backend(), NullKeyring)


def _raising(error: Exception) -> Callable[[], KeyringBackend]:
    def raise_it() -> KeyringBackend:
        raise error

    return raise_it
