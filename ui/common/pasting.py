"""What is pasted or dropped into a field: words only, cut and cleaned before they are laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.clean import hides_something, pasted
from app.domain.language import _

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_WORDS = "text/plain"
_SLACK = 2  # times the room: of what is read, some may be left out
_MARKUP = 200_000  # signs; a whole page of the web takes seconds to read


@dataclass(frozen=True, slots=True)
class Pasted:
    """What goes into the field, and what is to be said about the rest of it."""

    text: str
    told: str = ""


def can_read(source: QMimeData) -> bool:
    """Return whether there are words in it, not only a picture or files."""
    return source.hasFormat(_WORDS) or source.hasHtml()


def read_pasted(source: QMimeData, room: int, *, lines: bool = False) -> Pasted:
    """Return what `source` brings into a field with `room` for so many signs."""
    if not can_read(source):
        # i18n: Danish: »Her kan kun sættes tekst ind.«
        return Pasted("", _("Only text can be pasted here."))
    brought, whole = _words_in(source)
    read = brought[: max(room, 0) * _SLACK]
    text = pasted(read, lines=lines)
    told = []
    if len(text) > room or len(read) < len(brought) or not whole:
        told.append(_too_much(room))
    if hides_something(read):
        # i18n: Danish: »Tegn, som ingen kan se, er ikke taget med.«
        told.append(_("Signs that nobody can see were left out."))
    return Pasted(text[: max(room, 0)], " ".join(told))


def _too_much(room: int) -> str:
    if room <= 0:
        # i18n: Danish: »Her er ikke plads til mere. Teksten ligger stadig i udklipsholderen.«
        return _("There is no room for more here. The text is still in the clipboard.")
    words = _("Only the first {limit} signs were taken. The rest is still in the clipboard.")
    return words.format(limit=room)


def words_of(source: QMimeData) -> str:
    """Return the words alone, without how they looked."""
    return _words_in(source)[0]


def _words_in(source: QMimeData) -> tuple[str, bool]:
    """Return the words, and whether these are all of them."""
    if source.hasFormat(_WORDS):
        return source.text(), True
    from PySide6.QtGui import QTextDocumentFragment

    html = source.html()
    words = QTextDocumentFragment.fromHtml(html[:_MARKUP]).toPlainText()
    return words, len(html) <= _MARKUP
