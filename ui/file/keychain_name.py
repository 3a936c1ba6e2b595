"""What people call the keychain of their computer, and what is said where there is none."""

from __future__ import annotations

import sys

from app.domain.language import _


def keychain_name() -> str:
    """Return the name of this system's keychain, as it begins a sentence."""
    if sys.platform == "win32":
        # i18n: Danish: »Windows-login«
        return _("Windows sign-in")
    if sys.platform == "darwin":
        return _("macOS Keychain")
    return _("Computer's keychain")


def no_keychain() -> str:
    """Return the sentence for a computer that has none."""
    # i18n: Danish: »Denne pc har ingen nøglering.«
    return _("This computer has no keychain.")
