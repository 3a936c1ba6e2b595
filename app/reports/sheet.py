"""The paper every report is printed on: head, contact block, footer, and what the file says about
itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from reportlab import rl_config
from reportlab.lib.units import mm

from app.domain.language import _, language
from app.domain.problem import PaperFailed
from app.domain.sender import Sender
from app.reports import ink
from app.reports.arrangement import Across, Cell, Stack
from app.reports.flow import Flow
from app.reports.metadata import PROGRAM, packet_of
from app.reports.piece import Piece, text
from app.reports.row import Row, across, in_a_row
from app.reports.tagging import TaggedCanvas, Unread
from app.reports.tags import PARTS, Role
from app.reports.typeface import REGULAR, printable

_LANGUAGES = {"da": "da-DK"}
rl_config.useA85 = 0  # pages as bytes, not as letters: smaller and sooner done
rl_config.trustedSchemes = []  # a second wall: text is escaped, so no picture is ever asked for
_AIR_OVER_FOOT = 6.0
_AIR_AROUND_CONTACT = 9.0
_HEAD_TO_RULE = 7.0
_CUT_MARK = 8 * mm
_AIRS = (0.8, 0.65, 0.55)  # of the usual air, while that saves a page
_SPARES = (0.06, 0.12, 0.18, 0.24, 0.3)  # of a page
_LEAST_FILLED = 0.2  # of the last page
_QUOTING = (ValueError, LookupError, AssertionError)  # what ReportLab raises over a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished paper. `body` is what is printed but for head, contact block and footer, and what
    has to be looked through before it leaves."""

    pdf: bytes
    body: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A page, its margins, and the air under its head, in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    air: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side


A4 = Format(width=210 * mm, height=297 * mm, side=19 * mm, top=14 * mm, bottom=12 * mm, air=14)
A6 = Format(width=105 * mm, height=148 * mm, side=9 * mm, top=8 * mm, bottom=7 * mm, air=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper before it is laid out; `contact` and `rows` get the width of the text.

    `kind` is its title, `beside` its date or version, `name` and `promise` stand in the footer:
    none of them names a person. A paper in a language the program does not speak says so in
    `spoken`, as a PDF names it, and brings its own words for its one `page`. One in `large` type is
    for those who see less well.
    """

    kind: str
    beside: str
    name: str
    promise: str
    contact: Callable[[float], Piece]
    rows: Callable[[float], Iterable[Row]]
    sender: Sender
    format: Format = A4
    spoken: str = ""
    page: str = ""
    large: bool = False


def print_paper(paper: Paper) -> Rendered:
    """Return the pages of `paper`; the same paper in the same language gives the same bytes.

    Raises `PaperFailed`: ReportLab's own errors quote the text they could not set.
    """
    try:
        with ink.in_large_type(large=paper.large):
            return _print(paper)
    except _QUOTING:
        sentence = _("The paper “{kind}” could not be made. Nothing was saved.")
        raise PaperFailed(sentence.format(kind=paper.kind)) from None


def print_cut_sheet(papers: Sequence[Paper]) -> Rendered:
    """Return small `papers`, four on a page of A4, with marks to cut along.

    Raises `PaperFailed`, also for a paper that is longer than its piece of the page.
    """
    try:
        return _print_cut_sheet(papers)
    except _QUOTING:
        sentence = _("The paper “{kind}” could not be made. Nothing was saved.")
        raise PaperFailed(sentence.format(kind=papers[0].kind)) from None


def longer_than_a_slip() -> PaperFailed:
    """Return the refusal of a paper that is longer than the one small page it has."""
    words = _("The words and your details are longer than a slip. Shorten them in Settings.")
    return PaperFailed(words)


def _print_cut_sheet(papers: Sequence[Paper]) -> Rendered:
    pieces = [_cut_piece(paper, place % 4) for place, paper in enumerate(papers)]
    pages = [pieces[first : first + 4] for first in range(0, len(pieces), 4)]
    file = BytesIO()
    canvas = _open(file, papers[0], A4)
    with canvas.group(Role.DOCUMENT):
        for page in pages:
            with canvas.unread():
                _draw_cut_marks(canvas)
            for frame, rows in page:
                _draw_page(canvas, frame, rows)
            canvas.showPage()
    canvas.save()
    said = [_said(rows) for _frame, rows in pieces]
    return Rendered(pdf=file.getvalue(), body="\n".join(said), pages=len(pages))


def _cut_piece(paper: Paper, place: int) -> tuple[_Frame, list[Row]]:
    """Return the paper laid out at its place of four: left before right, top before foot."""
    across_, down = place % 2, place // 2
    frame = _Frame(paper, (across_ * A4.width / 2, (1 - down) * A4.height / 2))
    pages = _laid_out(list(paper.rows(paper.format.text_width)), frame)
    if len(pages) > 1:
        raise longer_than_a_slip()
    return frame, pages[0]


def _draw_page(canvas: TaggedCanvas, frame: _Frame, rows: Sequence[Row]) -> None:
    with canvas.group(Role.SECTION):
        frame.draw_head(canvas, 1)
        _draw_rows(canvas, rows, frame.left, frame.start)
        frame.draw_contact(canvas)
        frame.draw_foot(canvas, 1, 1)


def _draw_cut_marks(canvas: TaggedCanvas) -> None:
    """Draw a mark in the middle of each edge and a cross in the middle of the page."""
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(ink.STRONG_RULE)
    across_, up = A4.width / 2, A4.height / 2
    for far in (0, A4.height - _CUT_MARK, up - _CUT_MARK / 2):
        canvas.line(across_, far, across_, far + _CUT_MARK)
    for far in (0, A4.width - _CUT_MARK, across_ - _CUT_MARK / 2):
        canvas.line(far, up, far + _CUT_MARK, up)


def _print(paper: Paper) -> Rendered:
    frame = _Frame(paper)
    rows = list(paper.rows(paper.format.text_width))
    pages = _laid_out(rows, frame)
    return Rendered(
        pdf=_draw(paper, frame, pages),
        body=_said(rows),
        pages=len(pages),
    )


def _said(rows: Sequence[Row]) -> str:
    return "\n".join(row.piece.said for row in rows)


def _laid_out(rows: Sequence[Row], frame: _Frame) -> list[list[Row]]:
    """Return the rows on pages: as few as less air makes them, and no less air than that. The last
    one gets its share: the others end a little sooner when it would be all but empty."""
    air, fewest = 1.0, _flow(rows, frame)
    for less in _AIRS:
        if len(fewest.pages) == 1:
            break
        tighter = _flow([row.aired(less) for row in rows], frame)
        if len(tighter.pages) < len(fewest.pages):
            air, fewest = less, tighter
    return _evened([row.aired(air) for row in rows], frame, fewest).pages


def _evened(rows: Sequence[Row], frame: _Frame, flow: Flow) -> Flow:
    for spare in _SPARES:
        if len(flow.pages) == 1 or flow.filled >= _LEAST_FILLED:
            break
        other = _flow(rows, frame, spare * frame.room)
        if len(other.pages) == len(flow.pages) and other.filled > flow.filled:
            flow = other
    return flow


def _flow(rows: Sequence[Row], frame: _Frame, spare: float = 0.0) -> Flow:
    flow = Flow(frame.room, spare)
    flow.fill(rows)
    flow.close(frame.contact_room)
    return flow


class _Frame:
    """What stands round the rows: head, contact block and footer. `origin` is where the foot of the
    paper's left edge lies, on a larger page."""

    def __init__(self, paper: Paper, origin: tuple[float, float] = (0.0, 0.0)) -> None:
        page = paper.format
        self._paper = paper
        self.left = origin[0] + page.side
        self._width = page.text_width
        self._head = _head(paper, self._width)
        self._contact = paper.contact(self._width)
        self._contact_height = self._contact.height(self._width)
        self._top = origin[1] + page.height - page.top
        self._head_rule = self._top - self._head.height(self._width) - _HEAD_TO_RULE
        foot = Across(_foot(paper, 10, 10, self._width)).height(self._width)
        self._foot_rule = origin[1] + page.bottom + foot + _AIR_OVER_FOOT
        self.start = self._head_rule - page.air
        self.room = self.start - self._foot_rule - _AIR_AROUND_CONTACT
        self.contact_room = self._contact_height + _AIR_AROUND_CONTACT

    def draw_head(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw the head, which is read on the first page only."""
        with canvas.unread(Unread.HEADER) if page > 1 else nullcontext():
            self._head.draw(canvas, self.left, self._top, self._width, 0)
            canvas.rule(self.left, self._head_rule, self._width, ink.stroke_of(ink.ACCENT), 1.5)

    def draw_foot(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw the footer, of which the promise is read, on the last page only."""
        canvas.rule(self.left, self._foot_rule, self._width, ink.stroke_of(ink.RULE))
        name, promise, number = _foot(self._paper, page, pages, self._width)
        for cell in (name, number, promise):
            read = cell is promise and page == pages
            with nullcontext() if read else canvas.unread(Unread.FOOTER):
                top = self._foot_rule - _AIR_OVER_FOOT
                cell.piece.draw(canvas, self.left + cell.x, top, cell.width, 0)

    def draw_contact(self, canvas: TaggedCanvas) -> None:
        """Draw the contact block at the foot of the page."""
        top = self._foot_rule + _AIR_AROUND_CONTACT + self._contact_height
        self._contact.draw(canvas, self.left, top, self._width, self._contact_height)


def _head(paper: Paper, width: float) -> Across:
    sender = paper.sender
    names = Stack((text(sender.municipality, ink.HEAD), text(sender.office, ink.HEAD_QUIET)))
    right = Stack((text(paper.kind, ink.HEAD_RIGHT), text(paper.beside, ink.HEAD_QUIET_RIGHT)))
    wide = min(right.natural, width / 2 - 6)
    return across((names, right), in_a_row((width - wide - 12, wide), 12))


def _foot(paper: Paper, page: int, pages: int, width: float) -> tuple[Cell, ...]:
    number = _("Page {page} of {pages}")  # i18n: Danish: »Side 1 af 1«
    number = paper.page or number.format(page=page, pages=pages)
    name = text(paper.name, ink.FOOT)
    place = text(number, ink.FOOT_RIGHT)
    side = min(name.natural, width / 3), min(place.natural, width / 3)
    widths = (side[0], width - sum(side) - 20, side[1])
    pieces = name, text(paper.promise, ink.FOOT_CENTRE), place
    return across(pieces, in_a_row(widths, 10)).cells


def _draw(paper: Paper, frame: _Frame, pages: Sequence[Sequence[Row]]) -> bytes:
    file = BytesIO()
    canvas = _open(file, paper, paper.format)
    with canvas.group(Role.DOCUMENT):
        for number, page in enumerate(pages, 1):
            frame.draw_head(canvas, number)
            _draw_rows(canvas, page, frame.left, frame.start)
            if number == len(pages):
                frame.draw_contact(canvas)
            frame.draw_foot(canvas, number, len(pages))
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_rows(canvas: TaggedCanvas, rows: Sequence[Row], left: float, top: float) -> None:
    for whole, together in groupby(rows, lambda row: row.part_of):
        with canvas.group(whole.role, of=whole) if whole else nullcontext():
            for row in together:
                top -= 0 if row is rows[0] else row.above
                _draw_row(canvas, row, left, top)
                top -= row.height


def _draw_row(canvas: TaggedCanvas, row: Row, left: float, top: float) -> None:
    if row.bookmark:
        key = f"{canvas.getPageNumber()}-{top:.2f}"
        canvas.bookmarkHorizontalAbsolute(key, top + 6)
        canvas.addOutlineEntry(printable(row.bookmark), key, level=0)
    with _read_as_part(canvas, row):
        row.draw(canvas, left, top)


def _read_as_part(canvas: TaggedCanvas, row: Row) -> AbstractContextManager[None]:
    if row.repeated:
        return canvas.unread(Unread.REPEATED)
    return canvas.group(PARTS[row.part_of.role], of=row.whole) if row.part_of else nullcontext()


def _open(file: BytesIO, paper: Paper, page: Format) -> TaggedCanvas:
    """Return a canvas whose first font is ours: otherwise Helvetica stays in the file, not
    embedded. What the file says about itself is fixed: nothing of machine, person or hour."""
    spoken = paper.spoken or _LANGUAGES.get(language(), "en-GB")
    title, author = printable(paper.kind), printable(paper.sender.municipality)
    canvas = TaggedCanvas(file, (page.width, page.height), spoken, REGULAR)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("")
    canvas.setKeywords("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.describe(packet_of(title, author, spoken))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
