"""The head of a page: its controls stand beside the title, or beneath it where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.common.button import Button
from ui.common.page_header import PageHeader


def beneath(header: PageHeader, control: QWidget) -> bool:
    words = header._words
    return control.mapTo(header, control.rect().topLeft()).y() >= words.geometry().bottom()


def test_controls_stand_beneath_the_title_only_while_they_do_not_fit(qtbot: QtBot) -> None:
    header = PageHeader("Roundtable", "Somebody, some day", back=lambda: None)
    goes, stays = Button("A control with very many words to it"), Button("Another")
    header.add_action(goes)
    header.add_action(stays)
    qtbot.addWidget(header)
    header.resize(goes.sizeHint().width() + stays.sizeHint().width() + 200, 200)
    header.show()
    qtbot.waitUntil(lambda: beneath(header, stays))
    goes.hide()
    qtbot.waitUntil(lambda: not beneath(header, stays))
    goes.show()
    qtbot.waitUntil(lambda: beneath(header, stays))
