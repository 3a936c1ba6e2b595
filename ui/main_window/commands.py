"""Commands the search field knows: other colours, another language, help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from app.domain.language import _
from app.domain.search import has_words
from ui.common.theme import ThemeName
from ui.settings.choices import Choices
from ui.shell.palette import Hit

_LEAST = 3  # signs typed: each of these is found by many words
# Each is found in both languages, whichever is spoken: one who looks for the other one's name
# may read no word of what the windows say.
_COLOURS = {
    ThemeName.LIGHT: "theme colours light tema farver lyst lyse",
    ThemeName.DARK: "theme colours dark tema farver mørkt mørke",
    ThemeName.SYSTEM: "theme colours system computer tema farver",
}
_LANGUAGES = {"da": ("Dansk", "danish dansk"), "en": ("English", "engelsk english")}


def commands(words: str, choices: Choices) -> Iterator[Hit]:
    """Yield what `words` order; without any, only help."""
    help_words = _("Help")
    if has_words(help_words, words):
        yield _hit(help_words, "", "book-open", choices.help_requested.emit)
    if len(words.strip()) >= _LEAST:
        yield from _looks(words, choices)


def _looks(words: str, choices: Choices) -> Iterator[Hit]:
    titles = {
        ThemeName.LIGHT: _("Light"),
        ThemeName.DARK: _("Dark"),
        ThemeName.SYSTEM: _("As the computer"),
    }
    for theme, title in titles.items():
        if has_words(f"{title} {_COLOURS[theme]}", words):
            choose = partial(choices.theme_chosen.emit, theme.value)
            yield _hit(title, _("Colours"), "sun-moon", choose)
    language = _("Language")
    for code, (title, found_by) in _LANGUAGES.items():
        if has_words(f"{language} language sprog {found_by}", words):
            choose = partial(choices.language_chosen.emit, code)
            yield _hit(title, language, "sun-moon", choose)


def _hit(title: str, detail: str, icon: str, act: Callable[[], object]) -> Hit:
    return Hit(_("Commands"), title, detail, icon, act)
