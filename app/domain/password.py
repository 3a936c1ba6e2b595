"""The password of a paper: typed twice, or proposed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordDraft:
    """What has been typed so far. Kept nowhere."""

    password: str = ""
    again: str = ""
