"""Texts on the window: always plain, in one of the roles of the design."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.fonts import Role, font
from ui.common.inks import ink_of
from ui.common.override import override
from ui.common.shown import as_shown, as_tip
from ui.common.tokens import Token, Tone

_NARROWEST = 72
_INK_OF_ROLE: Mapping[Role, Token] = {
    Role.QUIET: Token.INK2,
    Role.SECONDARY: Token.INK2,
    Role.LABEL: Token.INK2,
    Role.CAPTION: Token.INK2,
    Role.CAPTION_STRONG: Token.INK2,
}


def ink_token(role: Role) -> Token:
    """Return the colour texts of `role` have of their own."""
    return _INK_OF_ROLE.get(role, Token.INK)


class Text(QLabel):
    """One text. It wraps if asked to, and never reads markup in what people wrote."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        parent: QWidget | None = None,
        *,
        tone: Tone | Token | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__(as_shown(text), parent)
        self._said, self._role, self._tone = text, role, tone
        self._tall: dict[tuple[int, int], int] = {}  # for each width asked for
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setForegroundRole(ink_of(tone or ink_token(role)))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    @override
    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        # Qt answers with the height at some narrow width, and a scroll area believes it.
        edges, line = self.contentsMargins(), self.fontMetrics()
        width = min(line.horizontalAdvance(self.text()), _NARROWEST)
        return QSize(width, line.height()).grownBy(edges)

    @override
    def heightForWidth(self, width: int) -> int:
        # Asked many times for the same, and each time Qt would lay out the words anew.
        edges = self.contentsMargins()
        room = width - edges.left() - edges.right(), edges.top() + edges.bottom()
        if room not in self._tall:
            self._tall[room] = super().heightForWidth(width)
        return self._tall[room]

    @override
    def setText(self, text: str) -> None:
        self._said = text
        self._tall.clear()
        super().setText(as_shown(text))

    @override
    def text(self) -> str:
        return self._said

    def role(self) -> Role:
        """Return what the text is for."""
        return self._role

    def tone(self) -> Tone | Token | None:
        """Return the colour it has been given, if it is not the role's own."""
        return self._tone

    def set_tone(self, tone: Tone | Token | None) -> None:
        """Change the colour; None gives back the role's own."""
        self._tone = tone
        self.setForegroundRole(ink_of(tone or ink_token(self._role)))

    def set_role(self, role: Role) -> None:
        """Change size and weight."""
        self._role = role
        self._tall.clear()
        self.setFont(font(role))
        self.set_tone(self._tone)


class ShortText(Text):
    """One line that gives way: what does not fit ends in … and is read in full as a tool tip."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        parent: QWidget | None = None,
        *,
        tone: Tone | Token | None = None,
    ) -> None:
        super().__init__(text, role, parent, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, super().sizeHint().width()), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(as_tip(self.text() if cut else ""))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            as_shown(self.text()), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
