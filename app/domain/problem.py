"""What can go wrong in a way the person at the keyboard can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field of a draft; `text` says what to do, `rule` which rule of the
    guard saw a trace of a person, if one did."""

    field: str
    text: str
    rule: StrEnum | None = None


class FastholdError(Exception):
    """Base of every error whose text is written to be read by a person."""


class Rejected(FastholdError):
    """A draft broke a rule; `problems` says which field and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.text for problem in problems))
        self.problems = tuple(problems)

    def rules(self) -> tuple[StrEnum, ...]:
        """Return the rules of the guard that saw a trace of a person, each once."""
        found = dict.fromkeys(problem.rule for problem in self.problems)
        return tuple(rule for rule in found if rule is not None)


class NotFound(FastholdError):
    """The thing asked for is no longer there."""


class Refused(FastholdError):
    """The act is not allowed as things stand; the text says why and what would change it."""


class WrongPassphrase(FastholdError):
    """The passphrase (or code) does not open this file."""


class NotOurFile(FastholdError):
    """The file is not a Fasthold workspace."""


class FileMissing(FastholdError):
    """There is no file at this place."""


class FileDamaged(FastholdError):
    """The file is a workspace, but parts of it cannot be read."""


class FileTooNew(FastholdError):
    """The file was written by a newer Fasthold."""


class FileInUse(FastholdError):
    """Another window has this file open."""


class FileNotWritable(FastholdError):
    """The folder or file cannot be written."""


class PaperFailed(FastholdError):
    """A paper could not be made; the text names only the paper, and quotes nothing typed."""


class DiskFull(FastholdError):
    """There is no room left to save."""
