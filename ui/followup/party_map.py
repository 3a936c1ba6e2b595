"""The map of the parties: fixed places, the citizen in the middle, a line to each.

One Tab stop: arrows move from box to box, Enter opens one. What a box and its line show is also
said in words, to a screen reader and under the pointer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLine, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.party import PartyKind
from app.domain.party_map import Bond, MapBox, PartyMap
from app.domain.words import short_day
from ui.common.discard import discard
from ui.common.drawn_surface import DrawnSurface
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import draw_box, draw_text
from ui.common.roving import GroupButton
from ui.common.shown import as_tip
from ui.common.tokens import Token, colour

ICONS: dict[PartyKind | None, str] = {
    None: "scan-face",
    PartyKind.EMPLOYER: "briefcase",
    PartyKind.GP: "stethoscope",
    PartyKind.UNION_REP: "users",
    PartyKind.UNION: "handshake",
    PartyKind.SPECIALIST: "stethoscope",
    PartyKind.HOSPITAL: "hospital",
    PartyKind.TREATMENT: "heart-handshake",
    PartyKind.ASSESSMENT: "clipboard-list",
    PartyKind.FAMILY: "house",
}
LINE = 18
PAD = 9
BOX = 2 * PAD + 4 * LINE
GAP = 16
GUTTER = 28
CITIZEN = (148, 58)
MIDDLE = CITIZEN[1] + 2 * GAP  # between the first row and the second
RING = 4  # the focus ring reaches outside a box


class MapButton(GroupButton):
    """One box of the map."""

    def __init__(self, box: MapBox, parent: QWidget) -> None:
        super().__init__("", box.title, parent)
        self.setCheckable(False)
        set_ring(self, Ring.SELF)
        self.show_box(box)

    def show_box(self, box: MapBox) -> None:
        """Show another box."""
        self.box = box
        self.setText(box.title)
        self.setAccessibleName(box.said)
        self.setToolTip(as_tip(box.said))
        self.setObjectName(f"map_{box.kind.value if box.kind else 'me'}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = Token.CANVAS if self.underMouse() else Token.SURFACE
        if self.box.drives:
            draw_box(painter, self.rect(), fill, Token.ACCENT, width=2)
        else:
            draw_box(painter, self.rect(), fill, Token.LINE2)
        for place, (icon, words, role, ink) in enumerate(_lines(self.box)):
            self._draw_line(painter, place, icon, words, role, ink)
        painter.end()

    def _draw_line(
        self, painter: QPainter, place: int, icon: str, words: str, role: Role, ink: Token
    ) -> None:
        top, left = PAD + place * LINE, PAD
        if icon:
            draw_icon(painter, icon, QRect(left, top + 2, 14, 14), ink)
            left += 20
        painter.setFont(font(role))
        room = QRect(left, top, self.width() - left - PAD, LINE)
        right = Qt.TextElideMode.ElideRight
        draw_text(painter, room, painter.fontMetrics().elidedText(words, right, room.width()), ink)


class CitizenButton(GroupButton):
    """The citizen, in the middle."""

    def __init__(self, parent: QWidget) -> None:
        # i18n: Danish: »Borgeren«
        super().__init__("", _("The citizen"), parent)
        self._doing = ""
        self.setCheckable(False)
        self.setObjectName("map_citizen")
        set_ring(self, Ring.SELF)

    def show_doing(self, doing: str) -> None:
        """Show what they do now."""
        self._doing = doing
        said = f"{self.text()}: {doing}" if doing else self.text()
        self.setAccessibleName(said)
        self.setToolTip(as_tip(said))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.ACCENT_SOFT, Token.ACCENT_LINE)
        painter.setFont(font(Role.SECONDARY_STRONG))
        centre = Qt.AlignmentFlag.AlignCenter
        lines = self._wrapped()
        tall = 18
        top = (self.height() - tall * (1 + len(lines))) // 2
        room = QRect(4, top, self.width() - 8, tall)
        draw_text(painter, room, self.text(), Token.ACCENT, centre)
        painter.setFont(font(Role.CAPTION))
        for place, words in enumerate(lines, start=1):
            draw_text(painter, room.translated(0, place * tall - 2), words, Token.INK2, centre)
        painter.end()

    def _wrapped(self) -> Sequence[str]:
        """Return what they do now in at most two lines, parted at its comma."""
        measure = QFontMetrics(font(Role.CAPTION))
        room, right = self.width() - 12, Qt.TextElideMode.ElideRight
        if not self._doing:
            return ()
        if measure.horizontalAdvance(self._doing) <= room:
            return (self._doing,)
        first, _comma, rest = self._doing.partition(", ")
        return tuple(measure.elidedText(part, right, room) for part in (first, rest) if part)


class PartyMapView(DrawnSurface):
    """Draws the map; it says what was opened and changes nothing itself."""

    party_opened = Signal(object)  # PartyId
    own_opened = Signal()
    citizen_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: list[MapButton] = []
        self._right: list[MapButton] = []
        self._citizen: CitizenButton | None = None
        self.setAccessibleName(_("Who does what"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_map(self, drawn: PartyMap) -> None:
        """Show `drawn`; the keyboard stays at its place."""
        place, focused = self.standing(self._in_order())
        self.roving.set_items(())
        self._fill(self._left, drawn.left)
        self._fill(self._right, drawn.right)
        if self._citizen is None:
            self._citizen = CitizenButton(self)
            self._citizen.clicked.connect(self.citizen_opened)
        self._citizen.show_doing(drawn.citizen)
        for button in (*self._left, *self._right, self._citizen):
            button.raise_()  # whoever goes from child to child meets new ones at their place
        self.roving.set_items(self._in_order(), place)
        self._place()
        for shown in self._in_order():
            shown.show()
        if focused:
            self.roving.focus(min(place, len(self._in_order()) - 1))

    def boxes(self) -> Sequence[MapButton]:
        """Return the boxes, the consultant's own first."""
        return (*self._left, *self._right)

    @override
    def sizeHint(self) -> QSize:
        rows = max(len(self._left), len(self._right), 1)
        height = BOX + MIDDLE + (rows - 1) * (BOX + GAP) - (GAP if rows > 1 else 0)
        return QSize(2 * 160 + GUTTER, height + 2 * RING)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * 110 + GUTTER, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for bond, lines in self._lines():
            pen = QPen(colour(Token.LINE2), 1.5)
            if bond is not Bond.OUTLASTS:
                pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.drawLines(lines)
        painter.end()

    def _fill(self, side: list[MapButton], boxes: Sequence[MapBox]) -> None:
        """Let this side show `boxes`; its buttons stay, as far as they are needed."""
        for button in side[len(boxes) :]:
            discard(button)
        del side[len(boxes) :]
        for button, box in zip(side, boxes, strict=False):
            button.show_box(box)
        side += [self._button(box) for box in boxes[len(side) :]]

    def _button(self, box: MapBox) -> MapButton:
        button = MapButton(box, self)
        button.clicked.connect(lambda: self._open(button.box))
        return button

    def _open(self, box: MapBox) -> None:
        if box.party_id is None:
            self.own_opened.emit()
        else:
            self.party_opened.emit(box.party_id)

    def _in_order(self) -> list[QWidget]:
        """Return what can be opened, row by row, the citizen after the first row."""
        rows = max(len(self._left), len(self._right))
        found: list[QWidget] = []
        for row in range(rows):
            found += [side[row] for side in (self._left, self._right) if row < len(side)]
            if row == 0 and self._citizen is not None:
                found.append(self._citizen)
        return found

    def _place(self) -> None:
        wide = (self.width() - GUTTER - 2 * RING) // 2
        for side, left in ((self._left, RING), (self._right, RING + wide + GUTTER)):
            for row, button in enumerate(side):
                button.setGeometry(left, self._top(row), wide, BOX)
        if self._citizen is not None:
            top = RING + BOX + GAP
            self._citizen.setGeometry((self.width() - CITIZEN[0]) // 2, top, *CITIZEN)
        self.updateGeometry()
        self.update()

    def _top(self, row: int) -> int:
        return RING + (row and MIDDLE - GAP) + row * (BOX + GAP)

    def _lines(self) -> Iterator[tuple[Bond, list[QLine]]]:
        """Yield the line of each box to the citizen: straight in the first two rows, by the
        gutter in those below."""
        if self._citizen is None:
            return
        hub = self._citizen.geometry()
        for side, edge in ((self._left, hub.left()), (self._right, hub.right())):
            for row, button in enumerate(side):
                at = button.geometry()
                if row < 2:
                    foot = at.bottom() if row == 0 else at.top()
                    bend = QPoint(at.center().x(), hub.center().y())
                    run = [QLine(at.center().x(), foot, bend.x(), bend.y())]
                    run.append(QLine(bend, QPoint(edge, bend.y())))
                else:
                    inner = at.right() if side is self._left else at.left()
                    bend = QPoint(hub.center().x(), at.center().y())
                    run = [QLine(QPoint(inner, bend.y()), bend)]
                    run.append(QLine(bend, QPoint(bend.x(), hub.bottom())))
                yield button.box.bond, run


def _lines(box: MapBox) -> Iterator[tuple[str, str, Role, Token]]:
    """Yield icon, words and look of what stands in the box."""
    # i18n: Danish: »Jeg (tovholder)«
    title = _("{who} (drives)").format(who=box.title) if box.drives else box.title
    yield ICONS[box.kind], title, Role.SECONDARY_STRONG, Token.INK
    step, ink = (box.next_step, Token.INK2) if box.next_step else (_("No next step"), Token.INK3)
    yield "", step, Role.SECONDARY, ink
    day = short_day(box.next_on) if box.next_on else _("No day")
    if box.bond is Bond.NONE:
        yield "ban", _("{day} · no consent").format(day=day), Role.CAPTION, Token.INK2
    elif box.bond is Bond.ENDS_BEFORE:
        yield (
            "hourglass",
            _("{day} · ends before").format(day=day),
            Role.CAPTION,
            Token.WARN,
        )
    else:
        yield "calendar", day, Role.CAPTION, Token.INK2
    if box.aim:
        yield "target", box.aim, Role.CAPTION, Token.INK2
