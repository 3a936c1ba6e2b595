from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.consent import Information
from app.reports import consent_form, employer_sheet, visit_summary
from app.reports.sheet import Rendered
from tests.papers import CONSENT, EMPLOYER, SUMMARY, catalogue, reader


def _elements(paper: Rendered) -> Iterator[Any]:
    """Yield every element in the order it is read."""
    waiting = [catalogue(paper)["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        kids = element.get("/K", [])
        if "/S" in element:
            yield element
        if isinstance(kids, list):
            waiting[:0] = kids


def _roles(paper: Rendered) -> list[str]:
    return [element["/S"] for element in _elements(paper)]


def test_a_paper_is_read_as_headings_paragraphs_and_tables() -> None:
    paper = visit_summary.render(SUMMARY)
    assert catalogue(paper)["/MarkInfo"]["/Marked"].value is True
    roles = _roles(paper)
    assert roles[:3] == ["/Document", "/H1", "/P"]
    assert roles.count("/H2") == 5
    assert roles.count("/Table") == 3
    assert roles.count("/TH") == 5 + 3 + 3


def test_a_tick_and_its_absence_are_read_aloud() -> None:
    said = [each["/Alt"] for each in _elements(consent_form.render(CONSENT)) if "/Alt" in each]
    matrix = said[: 2 * len(Information)]
    assert (matrix.count("ticked"), matrix.count("not ticked")) == (2, 10)


def test_a_chart_is_read_aloud() -> None:
    figures = [each for each in _elements(employer_sheet.render(EMPLOYER)) if "/Alt" in each]
    assert len(figures) == 1
    assert "Week 36 10 hours" in figures[0]["/Alt"]


def test_every_page_points_back_to_what_is_read_on_it() -> None:
    paper = visit_summary.render(SUMMARY)
    numbers: Any = catalogue(paper)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    pages: Any = reader(paper).pages
    for page in pages:
        leaves = numbers[numbers.index(page["/StructParents"]) + 1]
        marks = page.get_contents().get_data().count(b"/MCID")
        assert len(leaves) == marks
