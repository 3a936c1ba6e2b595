"""Language and colours of the windows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _, language
from ui.common.card import Card
from ui.common.segments import Segments
from ui.file.start_page import language_options
from ui.settings.act_row import ActRow
from ui.settings.choices import Choices


class LookCard(Card):
    """Both change at once."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(_("Look and language"), icon="sun-moon", parent=parent)
        languages = _switch("language", _("Language"), language_options(), language())
        languages.chosen.connect(choices.language_chosen)
        themes = _switch("theme", _("Colours"), _theme_options(), choices.theme)
        themes.chosen.connect(choices.theme_chosen)
        said = _("Of the windows. Each paper has a language of its own.")
        self.add(ActRow(_("Language"), said, languages), flush=True)
        self.add_rule()
        self.add(ActRow(_("Colours"), _("The papers are always white."), themes), flush=True)


def _switch(name: str, label: str, options: tuple[tuple[str, str], ...], chosen: str) -> Segments:
    switch = Segments(options, name=label)
    for part in switch.parts():
        part.setObjectName(f"{name}_{part.code}")
    switch.set_value(chosen)
    return switch


def _theme_options() -> tuple[tuple[str, str], ...]:
    return (("system", _("As the computer")), ("light", _("Light")), ("dark", _("Dark")))
