"""What a screen reader follows: the headings, paragraphs and tables of a paper, in their order.

ReportLab writes no such structure. It is a tree of elements beside the pages: a leaf points to a
numbered piece of a page's drawing, and each page points back from its numbers to the leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override


class Role(StrEnum):
    """What something drawn is read as; the words are those of the PDF format."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    TEXT = "P"
    TABLE = "Table"
    ROW = "TR"
    COLUMN_HEAD = "TH"
    CELL = "TD"
    PICTURE = "Figure"


@dataclass(frozen=True, slots=True)
class _Element:
    entry: Any
    reference: Any
    kids: list[Any] = field(default_factory=list)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that notes what each thing drawn is read as; the rest is marked as decoration."""

    def __init__(self, file: Any, size: tuple[float, float], spoken: str, font: str) -> None:
        super().__init__(
            file, size, invariant=1, lang=spoken, initialFontName=font, pageCompression=1
        )
        self._in_mark = False
        self._leaves: list[list[Any]] = [[]]
        self._root = self._new_element({"Type": PDFName("StructTreeRoot")})
        self._groups = [self._root]

    @contextmanager
    def group(self, role: Role) -> Iterator[None]:
        """Read what is drawn inside the block as parts of one `role`, such as a table."""
        element = self._under_group(role)
        self._groups.append(element)
        yield
        self._groups.pop()
        element.entry["K"] = PDFArray(element.kids)

    @contextmanager
    def read_as(self, role: Role, said: str = "") -> Iterator[None]:
        """Read what is drawn inside the block as one `role`; `said` is what a picture says."""
        if self._in_mark:
            yield
            return
        leaf = self._under_group(role)
        leaf.entry["K"] = len(self._leaves[-1])
        leaf.entry["Pg"] = self._doc.thisPageRef()
        if said:
            leaf.entry["Alt"] = PDFString(said)
        with self._mark(f"/{role.value} <</MCID {len(self._leaves[-1])}>> BDC"):
            yield
        self._leaves[-1].append(leaf.reference)

    @contextmanager
    def unread(self) -> Iterator[None]:
        """Do not read what is drawn inside the block."""
        if self._in_mark:
            yield
            return
        with self._mark("/Artifact BMC"):
            yield

    @override
    def showPage(self) -> None:
        super().showPage()
        page = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = len(self._leaves) - 1
        self._leaves.append([])

    @override
    def save(self) -> None:
        pages = [each for n, leaves in enumerate(self._leaves) for each in (n, PDFArray(leaves))]
        self._root.entry["K"] = PDFArray(self._root.kids)
        self._root.entry["ParentTree"] = PDFDictionary({"Nums": PDFArray(pages)})
        self._doc.Catalog.StructTreeRoot = self._root.reference
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()

    @contextmanager
    def _mark(self, opening: str) -> Iterator[None]:
        self._in_mark = True
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._in_mark = False

    def _under_group(self, role: Role) -> _Element:
        parent = self._groups[-1]
        element = self._new_element({"S": PDFName(role.value), "P": parent.reference})
        parent.kids.append(element.reference)
        return element

    def _new_element(self, entry: dict[str, Any]) -> _Element:
        dictionary = PDFDictionary(entry)
        return _Element(dictionary, self._doc.Reference(dictionary))
