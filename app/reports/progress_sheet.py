"""How it goes, for the citizen: the same charts as in the window, and nothing added up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.graphics import renderPDF

from app.domain.chart import ChartLook
from app.domain.language import _
from app.domain.progress_sheet import ProgressSheet
from app.domain.words import long_day, long_span
from app.reports import ink
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.mark import Solid
from app.reports.measure_chart import pictures
from app.reports.piece import text
from app.reports.plot import Picture
from app.reports.row import Row, heading, line
from app.reports.sheet import Paper, Rendered, print_paper
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role
from app.reports.typeface import printable

SCALE = 0.85  # letters of 11 and 12 px are a little over 9 and 10 points
PAPER = ChartLook(
    ink="#12232b",
    quiet="#3e5058",
    rule="#d2dbda",
    edge="#74858a",
    accent="#0b5568",
    surface="#ffffff",
    family="",
)


@dataclass(frozen=True, slots=True)
class ChartPiece(Solid):
    """One chart as a piece of a paper."""

    picture: Picture

    @property
    def said(self) -> str:
        """The words written in the drawing."""
        return "\n".join(self.picture.sketch.words)

    def height(self, width: float) -> float:
        """Return the height of the drawing."""
        return self.picture.sketch.height * SCALE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the very shapes that a window shows."""
        box = (x, top - self.height(width), x + width, top)
        with canvas.read_as(Role.PICTURE, printable(self.picture.said), box=box):
            canvas.saveState()
            canvas.translate(x, top - self.height(width))
            canvas.scale(SCALE, SCALE)
            renderPDF.draw(self.picture.sketch.drawing, canvas, 0, 0)
            canvas.restoreState()


def render(sheet: ProgressSheet) -> Rendered:
    """Print `sheet`."""
    return print_paper(
        Paper(
            kind=_("How it goes"),
            beside=long_day(sheet.printed_on),
            name=_("How it goes"),
            # i18n: Danish: »Til dig selv. Uden diagnose, behandling og medicin.«
            promise=_("For yourself. Without diagnosis, treatment and medicine."),
            contact=lambda width: contact_block(_("How to reach us"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: ProgressSheet, width: float) -> Iterator[Row]:
    lead = _("In your own numbers and words. Nothing is added up, and nothing is judged.")
    days = [row.facts.day for row in sheet.measures.rows]
    facts = [fact(_("Name"), sheet.citizen)]
    if days:
        facts.append(fact(_("Measured"), long_span(days[0], days[-1])))
    yield from opening(_("How it goes"), lead, facts, width)
    for picture in pictures(sheet.measures, PAPER, width / SCALE):
        yield heading(picture.title, width)
        yield Row(piece=ChartPiece(picture), width=width, above=4)
    empty = _("What was not asked has no number: an empty place is not 0.")
    yield line(text(empty, ink.NOTE), width, above=8)
