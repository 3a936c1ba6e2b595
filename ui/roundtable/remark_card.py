"""The card of what is said during the talk: remarks, what is held of them, and one more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.domain.audience import AUDIENCE_LABELS, Audience
from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.language import _
from app.domain.remark import RemarkRow, said_as
from app.domain.roundtable import RoundtableSheet
from app.domain.words import quoted
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.roundtable.line_table import DOWN, UP, Line, LineTable, Share
from ui.roundtable.plan_card import inset
from ui.roundtable.remark_capture import RemarkCapture

TURN = "a"
_DIGITS = {str(place): audience for place, audience in enumerate(Audience, start=1)}
_SHOWN = 60  # signs of a held line that are quoted


class RemarkCard(Card):
    """Shows remarks; A turns one into an agreement, 1 to 5 choose who reads it."""

    opened = Signal(object)  # the remark's id
    given = Signal(object, object)  # its id, Audience
    moved = Signal(object, int)  # its id, by how many places
    turned = Signal(object)  # its id
    rewritten = Signal(object, str)  # its id, its text

    def __init__(self) -> None:
        # i18n: Danish: »Under samtalen«
        super().__init__(_("During the talk"))
        self.capture = RemarkCapture()
        self._table = LineTable(
            _("During the talk"),
            (Share(_("Remark"), 40), Share(_("Read by"), 22)),
            keys=(TURN, UP, DOWN, *_DIGITS),
        )
        self._held = Notice(Tone.WARN, "", icon="eye-off")
        self._how = Text(
            # i18n: Danish: »På en linje: A gør den til en aftale, 1–5 vælger, hvem der læser den,
            # i18n: Alt+↑/↓ flytter den.«
            _("On a line: A makes it an agreement, 1–5 choose who reads it, Alt+↑/↓ moves it."),
            Role.CAPTION,
            tone=Token.INK2,
            wrap=True,
        )
        self._editable = True
        self.add(self._table, flush=True)
        self._keys = inset(self._how, below=0)
        self._stopped, self._typing = inset(self._held, below=4), inset(self.capture)
        for part in (self._keys, self._stopped, self._typing):
            self.add(part, flush=True)
        self._table.opened.connect(self.opened)
        self._table.keyed.connect(self._on_keyed)

    def show_sheet(self, sheet: RoundtableSheet, *, editable: bool) -> None:
        """Show the remarks of `sheet`."""
        self._editable = editable
        rows = sheet.remarks
        self.set_count(len(rows) or None)
        self._table.set_lines([_line(row, opens=editable) for row in rows])
        self._table.setVisible(bool(rows))
        self._keys.setVisible(editable and bool(rows))
        self._typing.setVisible(editable)
        held = next((row for row in rows if row.facts.held), None)
        self._stopped.setVisible(held is not None)
        self.set_tone(Tone.WARN if held else None)
        if held is not None:
            self._say_held(held)
        self.set_empty(None if rows or editable else _("Nothing was noted during the talk."))

    def _say_held(self, row: RemarkRow) -> None:
        """Say why the first held line is on nobody's paper, and offer better words."""
        text = row.facts.text
        short = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
        # i18n: Danish: »»…« holdes tilbage«
        what = _("{line} is held").format(line=quoted(short))
        functions = said_as(text) if self._editable else ()
        why = _("It tells of what no employer may read. It is kept here, and is on nobody's paper.")
        # i18n: Danish: »Sig det som funktion?«
        asked = _("Say it as a function?") if functions else ""
        self._held.set_words(what, f"{why} {asked}".strip())
        acts = []
        if self._editable:
            for function in functions:
                label = _(FUNCTION_LABELS[function])
                say = partial(self.rewritten.emit, row.id, label)
                acts.append(_act(label, f"say_{function.value}", say))
            own = _("Only for me")
            acts.append(_act(own, "keep_own", partial(self.given.emit, row.id, Audience.OWN)))
        self._held.set_acts(acts)

    def _on_keyed(self, key: object, name: str) -> None:
        if not self._editable:
            return
        if name == TURN:
            self.turned.emit(key)
        elif name in _DIGITS:
            self.given.emit(key, _DIGITS[name])
        else:
            self.moved.emit(key, -1 if name == UP else 1)


def reader_badge(audience: Audience, *, held: bool = False) -> Badge:
    """Return who reads a line, as a badge."""
    if held:
        # i18n: Danish: »Holdt tilbage«
        return Badge(_("Held back"), Tone.DANGER, "eye-off")
    tone = Tone.NEUTRAL if audience is Audience.OWN else Tone.ACCENT
    icon = "user-round" if audience is Audience.OWN else "eye"
    return Badge(_(AUDIENCE_LABELS[audience]), tone, icon)


def _line(row: RemarkRow, *, opens: bool) -> Line:
    badge = reader_badge(row.facts.audience, held=row.facts.held)
    return Line(row.id, (row.facts.text, badge), opens=opens)


def _act(label: str, name: str, pressed: partial[None]) -> Button:
    button = Button(label, size=Size.COMPACT, pressed=pressed)
    button.setObjectName(name)
    return button
