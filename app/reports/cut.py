"""The letters of a typeface that a paper takes with it.

ReportLab cuts them out of the typeface anew for each paper, which takes as long as all the rest of
a paper. Here the letters that nearly every paper has are taken together, always in one order, so
that they are cut out once.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, makeToUnicodeCMap
from typing_extensions import override

_USUAL = "".join(map(chr, range(33, 127))) + "ÆØÅæøåÄÖÜäöüÉé–—…·•»«“”’☐½§°×"
_SYMBOLIC, _NONSYMBOLIC = 4, 32  # flags: the letters have numbers of their own
_KEPT = 16  # sets of letters


class _Cut(NamedTuple):
    """A set of letters as it stands in a file: two streams, and how wide each letter is."""

    letters: bytes
    meaning: bytes
    widths: str


class _Told(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Something in a file that is told in the format's own words."""

    __RefOnly__ = 1

    def __init__(self, told: bytes) -> None:
        self._told = told

    def format(self, document: Any) -> bytes:
        """Return it as it is."""
        return self._told


class Cuts(TTFont):  # type: ignore[misc]
    """A font of which every paper takes the usual letters, and whatever else it uses."""

    def __init__(self, name: str, file: Any) -> None:
        super().__init__(name, file, asciiReadable=False)
        self._made = lru_cache(maxsize=_KEPT)(self._cut)

    @override
    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        if doc not in self.state:
            super().splitString(_USUAL, doc)  # gives each of them its number
        numbered: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return numbered

    @override
    def addObjects(self, doc: Any) -> None:
        state = self.state[doc]
        state.frozen = 1
        for number, letters in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            cut = self._made(tuple(letters), base)
            file = _enter(doc, cut.letters, f"fontFile:{base}")
            meaning = _enter(doc, cut.meaning, f"toUnicodeCMap:{base}")
            described = self._described(base, file).encode()
            description = _enter(doc, described, f"fontDescriptor:{base}")
            font = f"<< /Type /Font /Subtype /TrueType /Name /{name} /BaseFont /{base} /FirstChar 0"
            font += f" /LastChar {len(letters) - 1} /Widths [{cut.widths}]"
            font += f" /FontDescriptor {description} 0 R /ToUnicode {meaning} 0 R >>"
            _enter(doc, font.encode(), name)
            doc.idToObject["BasicFonts"].dict[name] = doc.idToObject[name]
        del self.state[doc]

    def _cut(self, letters: tuple[int, ...], base: str) -> _Cut:
        drawn = self.face.makeSubset(list(letters))
        return _Cut(
            letters=_stream(drawn, f" /Length1 {len(drawn)}"),
            meaning=_stream(makeToUnicodeCMap(base, letters).encode()),
            widths=" ".join(f"{self.face.getCharWidth(letter):g}" for letter in letters),
        )

    def _described(self, base: str, file: int) -> str:
        face = self.face
        box = " ".join(f"{edge:g}" for edge in face.bbox)
        told = f"<< /Type /FontDescriptor /FontName /{base} /FontFile2 {file} 0 R"
        told += f" /Flags {face.flags & ~_NONSYMBOLIC | _SYMBOLIC} /FontBBox [{box}]"
        told += f" /Ascent {face.ascent:g} /Descent {face.descent:g} /CapHeight {face.capHeight:g}"
        told += f" /ItalicAngle {face.italicAngle:g} /StemV {face.stemV:g}"
        return f"{told} /MissingWidth {face.defaultWidth:g} >>"


def _stream(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content)
    told = f"<< /Filter /FlateDecode /Length {len(packed)}{more} >>\nstream\n"
    return told.encode() + packed + b"\nendstream\n"


def _enter(document: Any, told: bytes, name: str) -> int:
    """Give something a place in the file, and return its number there."""
    document.Reference(_Told(told), name)
    return int(document.idToObjectNumberAndVersion[name][0])
