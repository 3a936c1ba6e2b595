"""The tree a screen reader follows: what each piece of a page is read as, beside the pages.

A leaf of it points to a numbered piece of a page's drawing, and each page points back from its
numbers to the leaves. ReportLab writes no such tree; this is written as ISO 32000-1, 14.7 and 14.8
have it, and as PDF/UA-1 asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString
from typing_extensions import override


class Role(StrEnum):
    """What something drawn is read as; the words are those of the PDF format."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    TEXT = "P"
    TABLE = "Table"
    ROW = "TR"
    COLUMN_HEAD = "TH Column"
    ROW_HEAD = "TH Row"
    CELL = "TD"
    LIST = "L"
    ITEM = "LI"
    BODY = "LBody"
    PICTURE = "Figure"


PARTS = {Role.TABLE: Role.ROW, Role.LIST: Role.ITEM}

Box = tuple[float, float, float, float]  # left, foot, right, top


class Mark(NamedTuple):
    """A piece of a page's drawing: the page, counted from 1, and its number on it."""

    page: int
    number: int


class Element(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A part of the tree; it stands in the file under its `number`."""

    def __init__(self, document: Any, role: Role, parent: Element | None, said: str = "") -> None:
        self._role, self._parent, self._said = role, parent, said
        self.kids: list[Element | Mark] = []
        self.span = 1  # columns, if it is a cell
        self.box: Box | None = None
        reference = document.Reference(self)
        self.number: int = document.idToObjectNumberAndVersion[reference.name][0]

    def format(self, document: Any) -> bytes:
        """Return the element as it stands in the file."""
        tag, _, scope = self._role.value.partition(" ")
        above = self._parent.number if self._parent else 0
        told = f"<< /Type /StructElem /S /{tag} /P {above} 0 R"
        if self.kids:
            told += _kids(self.kids, document)
        if scope or self.span > 1 or self.box:
            told += f" /A << {self._attributes(scope)} >>"
        if self._said:
            told += f" /Alt {PDFString(self._said).format(document).decode('latin-1')}"
        return f"{told} >>".encode("latin-1")

    def _attributes(self, scope: str) -> str:
        if self.box:
            places = " ".join(f"{place:.2f}" for place in self.box)
            return f"/O /Layout /Placement /Block /BBox [{places}]"
        told = "/O /Table"
        told += f" /Scope /{scope}" if scope else ""
        return f"{told} /ColSpan {self.span}" if self.span > 1 else told


class Tree(Element):
    """The root of the tree, and the way back from each page's numbers."""

    def __init__(self, document: Any) -> None:
        super().__init__(document, Role.DOCUMENT, None)
        self.pages: list[list[Element]] = []  # the leaf of each number, page by page

    @override
    def format(self, document: Any) -> bytes:
        """Return the root as it stands in the file."""
        back = " ".join(
            f"{page} [{' '.join(f'{leaf.number} 0 R' for leaf in leaves)}]"
            for page, leaves in enumerate(self.pages)
        )
        told = f"<< /Type /StructTreeRoot{_kids(self.kids, document)}"
        told += f" /ParentTree << /Nums [{back}] >> /ParentTreeNextKey {len(self.pages)} >>"
        return told.encode("latin-1")


def _kids(kids: Sequence[Element | Mark], document: Any) -> str:
    pages = {kid.page for kid in kids if isinstance(kid, Mark)}
    if len(pages) == 1:
        told = " ".join(_number(kid) for kid in kids)
        return f" /Pg {_page(pages.pop(), document)} 0 R /K [{told}]"
    told = " ".join(
        f"<< /Type /MCR /Pg {_page(kid.page, document)} 0 R /MCID {kid.number} >>"
        if isinstance(kid, Mark)
        else _number(kid)
        for kid in kids
    )
    return f" /K [{told}]"


def _number(kid: Element | Mark) -> str:
    return str(kid.number) if isinstance(kid, Mark) else f"{kid.number} 0 R"


def _page(page: int, document: Any) -> int:
    return int(document.idToObjectNumberAndVersion[f"Page{page}"][0])
