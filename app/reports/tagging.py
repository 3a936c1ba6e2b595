"""A canvas that notes what each thing drawn is read as; the rest is marked as decoration."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFName
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from app.reports.tags import Box, Element, Mark, Role, Tree

_VERSION = (1, 7)  # of the format: what PDF/UA-1 rests on
_ESCAPED = {code: f"\\{code:03o}" for code in range(256) if not 32 <= code < 127}
_ESCAPED |= {ord(sign): f"\\{sign}" for sign in "\\()"}


class Unread(StrEnum):
    """Why something drawn is not read; the words are those of the PDF format."""

    DECORATION = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"
    REPEATED = "/Type /Pagination"


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Pages, and the tree of what stands on them. What is drawn in parts, as on two pages, is read
    as one: it is known by its `of`."""

    def __init__(self, file: Any, size: tuple[float, float], spoken: str, font: str) -> None:
        super().__init__(
            file,
            size,
            invariant=1,
            lang=spoken,
            initialFontName=font,
            pageCompression=1,
            pdfVersion=_VERSION,
        )
        self._in_mark = False
        self._tree = Tree(self._doc)
        self._groups: list[Element] = [self._tree]
        self._known: dict[object, Element] = {}
        self._leaves: list[Element] = []  # of this page, by their numbers

    @contextmanager
    def group(self, role: Role, of: object = None, *, span: int = 1) -> Iterator[None]:
        """Read what is drawn inside the block as parts of one `role`, such as a table."""
        if self._in_mark:
            yield
            return
        element = self._element(role, of)
        element.span = span
        depth = len(self._groups)
        self._groups.append(element)
        if role is Role.ITEM:  # what it says stands in a body of its own: the format wants it so
            self._groups.append(self._element(Role.BODY, element))
        yield
        del self._groups[depth:]

    @contextmanager
    def read_as(
        self, role: Role, said: str = "", *, of: object = None, box: Box | None = None
    ) -> Iterator[None]:
        """Read what is drawn inside the block as one `role`; `said` is what a picture says, and
        `box` where it stands."""
        if self._in_mark:
            yield
            return
        leaf = self._element(role, of, said)
        leaf.box = box
        number = len(self._leaves)
        leaf.kids.append(Mark(self._pageNumber, number))
        self._leaves.append(leaf)
        with self._mark(f"/{role.value} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def unread(self, why: Unread = Unread.DECORATION) -> Iterator[None]:
        """Do not read what is drawn inside the block."""
        if self._in_mark:
            yield
            return
        with self._mark(f"/Artifact <<{why.value}>> BDC"):
            yield

    @contextmanager
    def writing(self, colour: str, spread: float = 0.0) -> Iterator[None]:
        """Write inside the block in `colour`, as the format names it, letters `spread` apart."""
        self._code.append(f"BT {colour} {spread:g} Tc" if spread else f"BT {colour}")
        yield
        self._code.append("0 Tc ET" if spread else "ET")

    def write(self, words: str, font: str, size: float, x: float, foot: float) -> None:
        """Write `words` on one line, whose letters stand on `foot`."""
        letters, document = getFont(font), self._doc
        self._code.append(f"1 0 0 1 {x:.2f} {foot:.2f} Tm")
        for subset, codes in letters.splitString(words, document):
            name = letters.getSubsetInternalName(subset, document)
            shown = codes.decode("latin-1").translate(_ESCAPED)
            self._code.append(f"{name} {size:g} Tf ({shown}) Tj")

    def rule(self, x: float, y: float, width: float, colour: str, thick: float = 0.75) -> None:
        """Draw a level line that is not read, in `colour` as the format names it."""
        with self.unread():
            self._code.append(f"{colour} {thick:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def stamp(self, x: float, y: float, drawing: str) -> None:
        """Draw `drawing`, told in the format's own words, with its origin at `x`, `y`."""
        self._code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {drawing} Q")

    def describe(self, packet: bytes) -> None:
        """Let `packet` be what the file says about itself to those that read XMP."""
        self._doc.Catalog.Metadata = XMP(creator=lambda _document: packet)

    @override
    def showPage(self) -> None:
        super().showPage()
        page = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._tree.pages)
        page.Tabs = PDFName("S")
        self._tree.pages.append(self._leaves)
        self._leaves = []

    @override
    def save(self) -> None:
        self._doc.Catalog.StructTreeRoot = self._tree
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()

    @contextmanager
    def _mark(self, opening: str) -> Iterator[None]:
        self._in_mark = True
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._in_mark = False

    def _element(self, role: Role, of: object, said: str = "") -> Element:
        known = self._known.get(of) if of is not None else None
        if known is not None:
            return known
        element = Element(self._doc, role, self._groups[-1], said)
        self._groups[-1].kids.append(element)
        if of is not None:
            self._known[of] = element
        return element
