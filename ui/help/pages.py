"""The texts of the help, in the language of the windows."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import LANGUAGES, N_, language
from app.system.own_version import own_version
from app.system.paths import resource


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its name in code and its label (a msgid)."""

    name: str
    label: str


PAGES = (
    HelpPage("getting-started", N_("Getting started")),
    HelpPage("flags", N_("Flags")),
    HelpPage("consent", N_("Consent")),
    HelpPage("roundtables", N_("Roundtables")),
    HelpPage("audit", N_("Audit trail")),
    HelpPage("changes", N_("What is new")),
    HelpPage("about", N_("About")),
)


def text_of(name: str) -> str:
    """Return the page called `name` as Markdown."""
    if name == "changes":
        return _in_one_language(_read("changes.md"))
    return _read(f"{name}.{_spoken()}.md").replace("{version}", own_version())


def _in_one_language(text: str) -> str:
    """Return the part of `text` in the language spoken; each part begins with a title."""
    parts = [f"# {part}" for part in f"\n{text}".split("\n# ")[1:]]
    return parts[LANGUAGES.index(_spoken())]


def _read(name: str) -> str:
    return resource("help", name).read_text(encoding="utf-8")


def _spoken() -> str:
    return language() if language() in LANGUAGES else "en"
