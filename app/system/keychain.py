"""The computer's keychain: one random secret per workspace, in a back end that we chose by class.

`keyring.get_keyring()` is never asked: an environment variable or a file can make it answer with a
back end that swallows what it is given, or load code from a folder of its choice.
Whatever goes wrong means "the keychain is silent", never "there is no key": the passphrase and the
printed code open the file without it.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from app.system import log

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

ACCOUNT = "Fasthold"  # shown in the system's own list of secrets, so it tells nothing
PATIENCE = 10.0

Answer = TypeVar("Answer")


class KeychainSilent(Exception):
    """The keychain is absent, locked, refused, or did not answer in time."""


def backend() -> KeyringBackend | None:
    """Return the system's own keychain, or None if there is none to be had."""
    return _windows() if sys.platform == "win32" else _mac_or_linux()


class Keychain:
    """Keeps, gives and forgets secrets, each call off this thread and within `patience`."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._hung = False

    def is_there(self) -> bool:
        """Whether this computer has a keychain that answers."""
        with suppress(KeychainSilent):
            return self._ask(lambda _: True)
        return False

    def keep(self, service: str, secret: str) -> None:
        """Keep `secret` and read it back; raise `KeychainSilent` unless it is really there."""
        self._ask(lambda chain: chain.set_password(service, ACCOUNT, secret))
        if self.give(service) != secret:
            raise KeychainSilent

    def give(self, service: str) -> str:
        """Return what is kept under `service`, or raise `KeychainSilent`."""
        kept = self._ask(lambda chain: chain.get_password(service, ACCOUNT))
        if kept is None:
            raise KeychainSilent
        return kept

    def forget(self, service: str) -> None:
        """Drop what is kept under `service`; a silent keychain is left as it is."""
        with suppress(KeychainSilent):
            self._ask(lambda chain: chain.delete_password(service, ACCOUNT))

    def _ask(self, question: Callable[[KeyringBackend], Answer]) -> Answer:
        if self._hung:
            raise KeychainSilent
        answers: queue.SimpleQueue[Answer | KeychainSilent] = queue.SimpleQueue()
        worker = threading.Thread(target=_answer, args=(question, answers), daemon=True)
        worker.start()
        try:
            answer = answers.get(timeout=self._patience)
        except queue.Empty:
            self._hung = True  # the worker is left behind; this run does not ask again
            log.event("keychain.silent", logging.INFO)
            raise KeychainSilent from None
        if isinstance(answer, KeychainSilent):
            raise answer
        return answer


def _answer(
    question: Callable[[KeyringBackend], Answer],
    answers: queue.SimpleQueue[Answer | KeychainSilent],
) -> None:
    try:
        chain = backend()
        answers.put(KeychainSilent() if chain is None else question(chain))
    except Exception as error:  # back ends raise the raw errors of each system
        silent = KeychainSilent()
        silent.__cause__ = error
        answers.put(silent)


def _windows() -> KeyringBackend | None:
    from keyring.backends.Windows import WinVaultKeyring

    if not WinVaultKeyring.viable:
        return None
    chain = WinVaultKeyring()  # type: ignore[no-untyped-call]
    chain.persist = "local machine"  # the default roams to other machines of the domain
    return chain


def _mac_or_linux() -> KeyringBackend | None:
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeyring

        return MacKeyring() if MacKeyring.viable else None
    from keyring.backends.kwallet import DBusKeyring
    from keyring.backends.SecretService import Keyring as SecretService

    for kind in (SecretService, DBusKeyring):
        if kind.viable:
            return kind()
    return None
