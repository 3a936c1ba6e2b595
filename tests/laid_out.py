"""Whether the pages of a paper look as they should, as far as places tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportlab.lib.units import mm

from tests.drawn import Drawn
from tests.papers import SENDER
from tests.tagged import Element, Paper, Spot

A4_MARGINS = (19 * mm, 12 * mm, 14 * mm)  # side, foot, top
A6_MARGINS = (9 * mm, 7 * mm, 8 * mm)
A4_WIDTH = 595
NEARLY = 1.0  # points that nobody sees
TOUCHING = 2.5  # so far may the boxes round the letters of two lines reach into each other
FEWEST = 2  # lines of a text, and of a last page


def faults_in_layout(pdf: bytes, *, cut: bool = False) -> list[str]:
    """Return everything that looks wrong; `cut` pages are to be cut in four."""
    paper = Paper(pdf)
    small = cut or float(paper.pdf.pages[0].MediaBox[2]) < A4_WIDTH
    faults = [*_outside(paper, A6_MARGINS if small else A4_MARGINS), *_overlapping(paper)]
    return faults if cut else [*faults, *_lonely_lines(paper), *_ends(paper)]


def _outside(paper: Paper, margins: tuple[float, float, float]) -> Iterator[str]:
    side, foot, top = margins
    for number, (page, things) in enumerate(zip(paper.pdf.pages, paper.pages, strict=True), 1):
        wide, tall = float(page.MediaBox[2]), float(page.MediaBox[3])
        for thing in things:
            left, low, right, high = thing.box
            across = side - NEARLY <= left and right <= wide - side + NEARLY
            if thing.words.strip() and not (across and low > foot - 3 and high < tall - top + 3):
                yield f"page {number}: {thing.words!r} stands outside the margins"


def _overlapping(paper: Paper) -> Iterator[str]:
    for number, things in enumerate(paper.pages, 1):
        for one, other in _near(things):
            across = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
            down = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
            if across > NEARLY and down > TOUCHING:
                yield f"page {number}: {one.words!r} stands on {other.words!r}"


def _near(things: Sequence[Drawn]) -> Iterator[tuple[Drawn, Drawn]]:
    """Yield the pairs of texts that are at about one height."""
    bands: dict[int, list[Drawn]] = {}
    for thing in things:
        if thing.words.strip():
            for band in {int(thing.box[1]) // 20, int(thing.box[3]) // 20}:
                bands.setdefault(band, []).append(thing)
    for together in bands.values():
        yield from combinations(together, 2)


def _lonely_lines(paper: Paper) -> Iterator[str]:
    for each in paper.elements:
        pages = {spot.page for spot in each.spots}
        for page in pages if len(pages) > 1 else ():
            if len(_lines_of(paper, [spot for spot in each.spots if spot.page == page])) < FEWEST:
                yield f"page {page + 1}: one line of a text is alone"


def _ends(paper: Paper) -> Iterator[str]:
    """How the pages end: not with a heading, and the last one has more than one line."""
    body = _body(paper)
    last = len(paper.pages) - 1
    for page in range(last + 1):
        here = [(each, spot) for each in body for spot in each.spots if spot.page == page]
        if not here or len(_lines_of(paper, [spot for _each, spot in here])) < FEWEST:
            yield f"page {page + 1} has {len(here)} lines"
        elif here[-1][0].tag in ("H1", "H2"):
            yield f"page {page + 1} ends with a heading"
        elif _is_head(here[-1][0]) or (page < last and _ends_in_heads(paper.pages[page])):
            yield f"page {page + 1} ends with the headings of a table"


def _body(paper: Paper) -> list[Element]:
    """Return what stands between the head and the contact block."""
    leaves = [each for each in paper.elements if each.spots]
    names = [n for n, each in enumerate(leaves) if paper.words_of(each).startswith(SENDER.name)]
    first = next(place for place, each in enumerate(leaves) if each.tag == "H1")
    return leaves[first : names[-1] - 1]


def _is_head(leaf: Element) -> bool:
    above = leaf.above
    return above is not None and above.tag == "TH" and above.attribute("/Scope") == "/Column"


def _ends_in_heads(things: Sequence[Drawn]) -> bool:
    words = [thing for thing in things if thing.words.strip()]
    body = [one for one in words if not one.marks[0].why.endswith(("/Header", "/Footer"))]
    return body[-1].marks[0].why == "/Artifact/Pagination"


def _lines_of(paper: Paper, spots: Sequence[Spot]) -> set[int]:
    """Return the heights at which something of these pieces stands."""
    things = (thing for spot in spots for thing in paper.by_spot[spot])
    return {round(thing.base) for thing in things if thing.words or thing.marks}
