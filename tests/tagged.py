"""Reading a finished paper as a screen reader does, and telling everything that is wrong with it.

What is asked is what a program can see of PDF/UA-1, and what the papers promise besides: nothing
that acts, and of itself the file says what it is, from whom, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf

from tests.drawn import Drawn, drawn_on

LEAVES = {"H1", "H2", "P", "Figure"}
# What each may stand in, besides itself being known.
WITHIN = {
    "Document": {""},
    "Sect": {"Document"},
    "Table": {"Document", "Sect"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "L": {"Document", "Sect", "TD"},
    "LI": {"L"},
    "LBody": {"LI"},
    "H1": {"Document", "Sect"},
    "H2": {"Document", "Sect"},
    "P": {"Document", "Sect", "TH", "TD", "LBody"},
    "Figure": {"Document", "Sect", "TD", "LBody"},
}
UNREAD = {"/Artifact/Layout", "/Artifact/Pagination/Header", "/Artifact/Pagination/Footer"}
UNREAD |= {"/Artifact/Pagination"}
IN_THE_CATALOGUE = {
    *("/Type", "/Pages", "/Lang", "/MarkInfo", "/Metadata", "/Outlines", "/PageMode"),
    *("/StructTreeRoot", "/ViewerPreferences"),
}
ACTING = {
    *("/JS", "/JavaScript", "/AA", "/OpenAction", "/URI", "/Launch", "/EF", "/AF", "/Annots"),
    *("/AcroForm", "/Names", "/EmbeddedFiles", "/Encrypt", "/XFA", "/GoToR", "/SubmitForm"),
}
ALWAYS = {
    "/Creator": "Fasthold",
    "/Producer": "Fasthold",
    "/CreationDate": "D:20000101000000+00'00'",
    "/ModDate": "D:20000101000000+00'00'",
    "/Trapped": "/False",
}
XMP_ALWAYS = {
    "pdfuaid:part": "1",
    "pdf:Producer": "Fasthold",
    "xmp:CreatorTool": "Fasthold",
    "xmp:CreateDate": "2000-01-01T00:00:00Z",
    "xmp:ModifyDate": "2000-01-01T00:00:00Z",
    "dc:format": "application/pdf",
}


class Spot(NamedTuple):
    """A numbered piece of a page's drawing."""

    page: int
    number: int


@dataclass
class Element:
    """A part of the tree, and what stands under it in reading order."""

    tag: str
    entry: Any
    above: Element | None
    kids: list[Element | Spot] = field(default_factory=list)

    @property
    def spots(self) -> list[Spot]:
        """The pieces it points to itself."""
        return [kid for kid in self.kids if isinstance(kid, Spot)]

    @property
    def parts(self) -> list[Element]:
        """The elements right under it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """Yield it and all under it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def attribute(self, name: str) -> Any:
        """Return what the element says about itself under `name`, or None."""
        told = self.entry.get("/A", {})
        return told.get(name) if told else None


class Paper:
    """A PDF, opened: its pages as drawn, and its tree."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(pdf))
        self._numbers = {page.obj.objgen: place for place, page in enumerate(self.pdf.pages)}
        self.pages: list[list[Drawn]] = [drawn_on(page) for page in self.pdf.pages]

    @cached_property
    def root(self) -> Element:
        """The root of the tree."""
        return self._element(self.pdf.Root.StructTreeRoot, None)

    @property
    def elements(self) -> list[Element]:
        """Everything in the tree in reading order, but the root."""
        return list(self.root.walk())[1:]

    @cached_property
    def by_spot(self) -> dict[Spot, list[Drawn]]:
        """What each numbered piece shows."""
        found: dict[Spot, list[Drawn]] = {}
        for page, things in enumerate(self.pages):
            for thing in things:
                for mark in thing.marks:
                    if mark.number is not None:
                        found.setdefault(Spot(page, mark.number), []).append(thing)
        return found

    def words_of(self, element: Element) -> str:
        """Return what is drawn for the element and all under it, in reading order."""
        spots = (spot for each in element.walk() for spot in each.spots)
        return "".join(thing.words for spot in spots for thing in self.by_spot.get(spot, ()))

    def lines(self) -> list[str]:
        """Return what is read, element by element: its tag and its words, or what it stands for."""
        told = []
        for each in self.elements:
            if each.spots:
                said = each.entry.get("/Alt")
                told.append(f"{each.tag}: {said if said is not None else self.words_of(each)}")
        return told

    def _element(self, entry: Any, above: Element | None, page: int | None = None) -> Element:
        element = Element(str(entry.get("/S", "/"))[1:], entry, above)
        if "/Pg" in entry:
            page = self._numbers[entry["/Pg"].objgen]
        kids = entry.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            element.kids.append(self._kid(kid, element, page))
        return element

    def _kid(self, kid: Any, above: Element, page: int | None) -> Element | Spot:
        if not isinstance(kid, pikepdf.Dictionary):
            assert page is not None
            return Spot(page, int(kid))
        if kid.get("/Type") == "/MCR":
            return Spot(self._numbers[kid["/Pg"].objgen], int(kid["/MCID"]))
        return self._element(kid, above, page)


def faults_of(pdf: bytes) -> list[str]:
    """Return everything that is wrong with the paper, in words; nothing, if it is as promised."""
    paper = Paper(pdf)
    return [fault for check in CHECKS for fault in check(paper)]


def _syntax(paper: Paper) -> Iterator[str]:
    yield from paper.pdf.check_pdf_syntax()
    if paper.pdf.pdf_version != "1.7":
        yield f"it is PDF {paper.pdf.pdf_version}"


def _itself(paper: Paper) -> Iterator[str]:
    """What the file says about itself: what it is, who sent it, its language, and no more."""
    root, info = paper.pdf.Root, dict(paper.pdf.docinfo.items())
    told = {key: str(value) for key, value in info.items() if str(value)}
    title, author = told.pop("/Title", ""), told.pop("/Author", "")
    if told != ALWAYS:
        yield f"it says of itself {told}"
    if not title:
        yield "it has no title"
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False) as packet:
        said = {key: packet.get(key) for key in XMP_ALWAYS}
        if said != XMP_ALWAYS:
            yield f"it says of itself in XMP {said}"
        if (packet.get("dc:title"), packet.get("dc:creator")) != (title, [author]):
            yield "title or author is another in XMP"
        if packet.get("dc:language") != {str(root.Lang)}:
            yield "its language is another in XMP"
    if root.Metadata.get("/Filter") is not None:
        yield "its XMP is packed"
    if not (root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle):
        yield "it is not marked as read aloud, or does not show its title"


def _nothing_acts(paper: Paper) -> Iterator[str]:
    if more := set(paper.pdf.Root.keys()) - IN_THE_CATALOGUE:
        yield f"in its catalogue stands {more}"
    for thing in paper.pdf.objects:
        keys = thing.keys() if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else ()
        if found := ACTING & set(keys):
            yield f"it can act: {found}"


def _fonts(paper: Paper) -> Iterator[str]:
    for page in paper.pdf.pages:
        for font in page.Resources.Font.values():
            if "/FontFile2" not in font.get("/FontDescriptor", {}) or "/ToUnicode" not in font:
                yield f"the font {font.BaseFont} does not travel with it"


def _marks(paper: Paper) -> Iterator[str]:
    """Everything drawn is in one piece that is read, or in one that is not, and never in two."""
    for page, things in enumerate(paper.pages):
        for thing in things:
            if len(thing.marks) != 1:
                yield f"page {page}: {thing.words!r} has {len(thing.marks)} marks"
            elif thing.marks[0].number is None and thing.marks[0].why not in UNREAD:
                yield f"page {page}: {thing.words!r} is not read as {thing.marks[0].why}"


def _way_back(paper: Paper) -> Iterator[str]:
    """Each page points from its numbers to the elements that point to them."""
    owners = {spot: each for each in paper.elements for spot in each.spots}
    pointed = [spot for each in paper.elements for spot in each.spots]
    if len(pointed) != len(owners):
        yield "a piece is read twice"
    if set(pointed) != set(paper.by_spot):
        yield f"drawn and read are not the same: {set(pointed) ^ set(paper.by_spot)}"
    numbers = paper.pdf.Root.StructTreeRoot.ParentTree.Nums
    back = {int(numbers[n]): list(numbers[n + 1]) for n in range(0, len(numbers), 2)}
    for number, page in enumerate(paper.pdf.pages):
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number} has another order for the keyboard"
        there = {
            Spot(number, place): leaf.objgen
            for place, leaf in enumerate(back.pop(int(page.obj["/StructParents"]), []))
        }
        here = {spot: one.entry.objgen for spot, one in owners.items() if spot.page == number}
        if there != here:
            yield f"page {number} points back to others"
    if back:
        yield f"numbers of no page: {set(back)}"


def _tree(paper: Paper) -> Iterator[str]:
    """Every element is known, stands where it may, and knows what it stands in."""
    for each in paper.elements:
        above = each.above
        assert above is not None
        if above.tag not in WITHIN.get(each.tag, ()):
            yield f"{each.tag} stands in {above.tag or 'the root'}"
        if each.entry.P.objgen != above.entry.objgen:
            yield f"{each.tag} thinks it stands elsewhere"
        if each.spots and each.tag not in LEAVES:
            yield f"{each.tag} points to a page itself"
        if each.tag in LEAVES and not each.spots:
            yield f"{each.tag} is empty"
        if each.spots and each.tag != "Figure" and not paper.words_of(each).strip():
            yield f"{each.tag} says nothing"


def _order(paper: Paper) -> Iterator[str]:
    """What is read comes in the order it is drawn, but for a line of a table on two pages."""
    read = [spot for each in paper.elements for spot in each.spots]
    divided = {
        spot
        for row in paper.elements
        if row.tag == "TR" and len({spot.page for one in row.walk() for spot in one.spots}) > 1
        for one in row.walk()
        for spot in one.spots
    }
    for one, other in pairwise(read):
        if other < one and not {one, other} <= divided:
            yield f"page {other.page}, piece {other.number} is read after piece {one.number}"


def _headings(paper: Paper) -> Iterator[str]:
    levels = [int(each.tag[1]) for each in paper.elements if each.tag in ("H1", "H2")]
    if not levels or levels[0] != 1:
        yield f"it begins with a heading of level {levels[:1]}"
    if any(other > one + 1 for one, other in pairwise(levels)):
        yield "a level of headings is left out"
    with paper.pdf.open_outline() as outline:
        if len(outline.root) != len(levels):
            yield f"{len(levels)} headings, but {len(outline.root)} bookmarks"


def _tables(paper: Paper) -> Iterator[str]:
    for table in (each for each in paper.elements if each.tag == "Table"):
        rows = [row.parts for row in table.parts]
        widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row) for row in rows}
        if len(widths) != 1 or len(rows) < 2:
            yield f"a table of {len(rows)} rows with {widths} cells"
        if any(cell.tag != "TH" for cell in rows[0]):
            yield "a table without headings"
        for cell in (cell for row in rows for cell in row):
            scope = str(cell.attribute("/Scope"))
            if cell.tag == "TH" and scope not in ("/Column", "/Row"):
                yield f"a heading of {scope}"


def _pictures(paper: Paper) -> Iterator[str]:
    for each in (each for each in paper.elements if each.tag == "Figure"):
        if not str(each.entry.get("/Alt", "")).strip() or not each.spots:
            yield "a picture that says nothing"
            continue
        left, foot, right, top = (float(edge) for edge in each.attribute("/BBox") or (0, 0, 0, 0))
        wide, tall = paper.pdf.pages[each.spots[0].page].MediaBox[2:4]
        if not (0 <= left < right <= float(wide) and 0 <= foot < top <= float(tall)):
            yield f"a picture stands at {left, foot, right, top}"
        for thing in (thing for spot in each.spots for thing in paper.by_spot.get(spot, ())):
            x, y = thing.box[0], thing.base
            if thing.words and not (left - 1 <= x <= right and foot - 1 <= y <= top):
                yield f"{thing.words!r} stands outside its picture"


CHECKS = (
    *(_syntax, _itself, _nothing_acts, _fonts),
    *(_marks, _way_back, _tree, _order, _headings, _tables, _pictures),
)


def read_aloud(pdf: bytes) -> list[str]:
    """Return what a screen reader says, element by element."""
    return Paper(pdf).lines()


def words_in_order(pdf: bytes, *, pictures_speak: bool) -> str:
    """Return the words that are printed, in the order a screen reader comes to them: for a picture
    with words in it what it says, or else the words."""
    paper = Paper(pdf)
    told = []
    for each in paper.elements:
        words = "".join(thing.words for spot in each.spots for thing in paper.by_spot[spot])
        speaks = pictures_speak and words and each.tag == "Figure"
        told.append(str(each.entry.Alt) if speaks else words)
    return " ".join(told)


def squeezed(words: Sequence[str] | str) -> str:
    """Return words without their blanks."""
    return "".join("".join(words).split())
