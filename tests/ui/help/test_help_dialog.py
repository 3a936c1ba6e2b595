"""The help speaks the language of the windows, and leads nowhere outside."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.language import in_language
from tests.windows import click, find
from ui.common.theme import Theme
from ui.help.help_dialog import HelpDialog
from ui.help.pages import PAGES, text_of


@pytest.mark.parametrize("page", [page.name for page in PAGES])
@pytest.mark.parametrize("spoken", ["da", "en", "xx"])
def test_every_page_is_there_in_every_language(page: str, spoken: str) -> None:
    with in_language(spoken):
        assert text_of(page).startswith("# ")


def test_what_is_new_is_told_in_one_language_only() -> None:
    with in_language("da"):
        assert text_of("changes").startswith("# Nyt i Fasthold")
        assert "New in Fasthold" not in text_of("changes")
    with in_language("en"):
        assert text_of("changes").startswith("# New in Fasthold")
        assert "Nyt i Fasthold" not in text_of("changes")


def test_about_names_the_version_and_qts_licence() -> None:
    about = text_of("about")
    assert "Version 0." in about
    assert "GNU Lesser General Public License" in about


def test_one_page_follows_the_other(qtbot: QtBot, theme: Theme) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog._text.toPlainText().startswith("Getting started")
    click(dialog, "help_about")
    assert dialog._text.toPlainText().startswith("About Fasthold")
    dialog.reject()


def test_no_link_is_followed(qtbot: QtBot, theme: Theme) -> None:
    dialog = HelpDialog(page="about")
    qtbot.addWidget(dialog)
    text = find(dialog, type(dialog._text), "help_text")
    assert not text.openLinks()
    assert not text.openExternalLinks()
