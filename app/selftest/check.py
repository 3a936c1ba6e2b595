"""What one check is, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Fact = str | int | list[str]
Facts = Mapping[str, Fact]


class Failed(Exception):
    """Something this installation needs is missing; the text is for whoever repairs it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is tried: it gets a folder that goes away, and returns facts or raises."""

    name: str
    attempt: Callable[[Path], Facts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a check ended."""

    name: str
    passed: bool
    facts: Facts = field(default_factory=dict)
    trouble: str = ""

    def as_dict(self) -> dict[str, object]:
        """Return it as it is written for programs."""
        told: dict[str, object] = {"check": self.name, "passed": self.passed, **self.facts}
        return told | ({"trouble": self.trouble} if self.trouble else {})

    def as_line(self) -> str:
        """Return it as one line for whoever reads the screen."""
        facts = ", ".join(f"{name} {_short(value)}" for name, value in self.facts.items())
        return f"{'ok' if self.passed else 'FAILED':6} {self.name}: {self.trouble or facts}"


def need(holds: bool, trouble: str) -> None:  # noqa: FBT001 -- reads as a sentence
    """Raise `Failed` with `trouble` unless it `holds`."""
    if not holds:
        raise Failed(trouble)


def attempt(check: Check, folder: Path) -> Told:
    """Return how `check` ended; whatever goes wrong in it is an answer too."""
    try:
        return Told(name=check.name, passed=True, facts=check.attempt(folder))
    except Failed as trouble:
        return Told(name=check.name, passed=False, trouble=str(trouble))
    except Exception as error:  # a missing part can show itself as anything
        return Told(name=check.name, passed=False, trouble=f"{type(error).__name__}: {error}")


def _short(value: Fact) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
