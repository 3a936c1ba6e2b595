"""How long papers take beside a bare canvas, many in one job, and the same by LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from guard_bench import Figure
from paired import Ratio, in_turn
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.domain.employer_sheet import EmployerSheet
from app.reports import employer_sheet

BARE = "SourceSans-as-ReportLab-embeds-it"
SIZE, LEADING, MARGIN = 10, 14, 50
JOB, WARM = 500, 100  # papers; and after so many the memory is weighed first
MB = 2**20
ODT = "application/vnd.oasis.opendocument.text"
NAMES = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{NAMES}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
CONTENT = (
    f'<office:document-content xmlns:office="{NAMES}:office:1.0" xmlns:text="{NAMES}:text:1.0"'
    ' office:version="1.2"><office:body><office:text>{lines}</office:text></office:body>'
    "</office:document-content>"
)

Render = Callable[[], bytes]


def paper_figures(
    others: Sequence[Render], sheet: EmployerSheet, runs: int
) -> Iterator[Ratio | Figure]:
    """Time the employer sheet, and it together with the others; then a job of many."""
    render = lambda: employer_sheet.render(sheet).pdf  # noqa: E731 -- one of several alike
    yield _beside_bare("the employer sheet", [render], runs)
    yield _beside_bare("the four papers", [*others, render], runs)
    yield from _job(sheet)
    if soffice := shutil.which("soffice"):
        yield _beside_libreoffice(soffice, render, runs)


def _beside_bare(what: str, renders: Sequence[Render], runs: int) -> Ratio:
    words = [_lines(render()) for render in renders]
    fasthold, least = in_turn(
        lambda: [render() for render in renders],
        lambda: [_bare_paper(pages) for pages in words],
        runs * 3,
    )
    return Ratio(what, fasthold, least, "bare reportlab canvas, same text", most=2)


def _job(sheet: EmployerSheet) -> Iterator[Figure]:
    """Print the sheet for one person after the other."""
    began, weighed = time.perf_counter(), 0.0
    for number in range(JOB):
        if number == WARM:
            weighed = _resident()
        employer_sheet.render(replace(sheet, citizen=f"{sheet.citizen} {number}"))
    seconds = time.perf_counter() - began
    yield Figure(f"{JOB} papers in one job", seconds, "s", most=10)
    yield Figure(
        f"memory added by the last {JOB - WARM}", (_resident() - weighed) / MB, "MB", most=1
    )


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE"))


def _beside_libreoffice(soffice: str, render: Render, runs: int) -> Ratio:
    """Time what LibreOffice takes for the words alone, without table, chart or frame."""
    with tempfile.TemporaryDirectory() as place:
        lines = [line for page in _lines(render()) for line in page]
        text = _write_odt(Path(place) / "words.odt", lines)
        profile = f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}"
        turn = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", place, text]
        fasthold, office = in_turn(
            render, lambda: subprocess.run(turn, check=True, capture_output=True), max(1, runs // 5)
        )
    beside = "LibreOffice, its words as .odt"
    return Ratio("an employer sheet", fasthold, office, beside, most=1 / 20)


def _write_odt(path: Path, lines: Sequence[str]) -> str:
    told = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", ODT)
        file.writestr("META-INF/manifest.xml", MANIFEST)
        file.writestr("content.xml", CONTENT.format(lines=told))
    return str(path)


def _lines(pdf: bytes) -> list[list[str]]:
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(pdf)).pages]


def _bare_paper(pages: Sequence[Sequence[str]]) -> bytes:
    _load_bare_typeface()
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    for lines in pages:
        canvas.setFont(BARE, SIZE)
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, A4[1] - MARGIN - LEADING * number, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@cache
def _load_bare_typeface() -> None:
    """Make our typeface known once more, as ReportLab embeds one by itself."""
    file = resources.files("font_source_sans_pro") / "files" / "SourceSansPro-Regular.ttf"
    font = TTFont(BARE, BytesIO(file.read_bytes()))
    font.face.name = BARE.encode()  # else ReportLab takes the one it knows
    registerFont(font)
