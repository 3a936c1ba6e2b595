from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from app.domain.consent import Information
from app.reports import (
    consent_form,
    employer_sheet,
    flag_slip,
    preparation_sheet,
    visit_summary,
)
from tests.papers import CONSENT, EMPLOYER, FLAG, PREPARATION, PREPARED, SLIP, SUMMARY
from tests.tagged import Paper, faults_of, read_aloud

LONG = " ".join(["Et ord til lægen,"] * 600)


def _tags(pdf: bytes) -> list[str]:
    return [each.tag for each in Paper(pdf).elements]


def test_a_paper_is_read_as_headings_paragraphs_and_tables() -> None:
    tags = _tags(visit_summary.render(SUMMARY).pdf)
    assert [tag for tag in tags if tag in ("Document", "H1")] == ["Document", "H1"]
    assert tags.count("H2") == 5
    assert tags.count("Table") == 3
    assert tags.count("TH") == 5 + 3 + 3


def test_what_is_printed_once_in_the_head_is_read_once() -> None:
    summary = replace(SUMMARY, new_flags=(FLAG,) * 60)
    told = read_aloud(visit_summary.render(summary).pdf)
    assert told[:4] == [
        "P: Eksempel Kommune",
        "P: Fastholdelse · Rådhusvej 0, 0000 Eksempel",
        "P: Visit summary",
        "P: 9 September 2026",
    ]
    assert told.count("P: Eksempel Kommune") == 1
    assert told[-1] == "P: Contains no personal data about patients."


def test_a_table_on_two_pages_is_one_table_whose_headings_are_read_once() -> None:
    pdf = visit_summary.render(replace(SUMMARY, new_flags=(FLAG,) * 60)).pdf
    table = next(each for each in Paper(pdf).elements if each.tag == "Table")
    assert len(table.parts) == 1 + 60
    assert faults_of(pdf) == []
    again = [
        thing.words
        for thing in Paper(pdf).pages[1]
        if thing.words and thing.marks[0].why == "/Artifact/Pagination"
    ]
    assert [words.strip() for words in again] == [
        "Code",
        "Theme and function",
        "Next step",
        "Who",
        "By",
    ]


def test_what_is_divided_between_two_pages_is_read_as_one() -> None:
    agreement = replace(EMPLOYER.agreements[0], adjustment=LONG)
    pdf = employer_sheet.render(
        replace(EMPLOYER, agreements=(agreement,), colleagues_told=LONG)
    ).pdf
    assert faults_of(pdf) == []
    assert f"P: {LONG}" in read_aloud(pdf)
    assert f"P: “{LONG}”" in read_aloud(pdf)


def test_a_heading_over_a_part_of_a_table_spans_its_columns() -> None:
    nameless = replace(PREPARED.owed[0], told_by=None)
    sheet = replace(PREPARED, owed=(*PREPARED.owed, nameless))
    pdf = preparation_sheet.render(replace(PREPARATION, sheet=sheet)).pdf
    paper = Paper(pdf)
    table = next(each for each in paper.elements if each.tag == "Table")
    spans = [[int(cell.attribute("/ColSpan") or 1) for cell in row.parts] for row in table.parts]
    assert spans == [[1, 1, 1], [3], [1, 1, 1], [3], [1, 1, 1]]
    assert faults_of(pdf) == []


def test_a_tick_and_its_absence_are_read_aloud_with_what_they_are_about() -> None:
    paper = Paper(consent_form.render(CONSENT).pdf)
    said = [str(each.entry.Alt) for each in paper.elements if each.tag == "Figure"]
    matrix = said[: 2 * len(Information)]
    assert (matrix.count("ticked"), matrix.count("not ticked")) == (2, 10)
    row = next(each for each in paper.elements if each.tag == "Table").parts[1]
    heads = [cell for cell in row.parts if cell.attribute("/Scope") == "/Row"]
    assert [paper.words_of(cell) for cell in heads] == ["Arbejdsgiver", "give information to"]


def test_a_chart_is_read_aloud() -> None:
    told = [line for line in read_aloud(employer_sheet.render(EMPLOYER).pdf) if "Figure" in line]
    assert len(told) == 1
    assert "Week 36: worked 8 hours, agreed 10 hours" in told[0]
    assert "From week 42: To be agreed 9 October" in told[0]


def test_slips_to_cut_apart_are_read_one_by_one() -> None:
    pdf = flag_slip.render_sheet([SLIP] * 4).pdf
    assert faults_of(pdf) == []
    assert _tags(pdf).count("Sect") == _tags(pdf).count("H1") == 4


def test_large_type_is_read_as_well() -> None:
    assert faults_of(consent_form.render(CONSENT, large=True).pdf) == []


def _picture(pdf: Any) -> Any:
    return next(one for one in pdf.objects if _has(one, "/S", "/Figure"))


def _has(thing: Any, key: str, value: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get(key) == value


def _mute(pdf: Any) -> None:
    del _picture(pdf).Alt


def _send_astray(pdf: Any) -> None:
    _picture(pdf).P = pdf.Root.StructTreeRoot


def _lose_a_piece(pdf: Any) -> None:
    _picture(pdf).K = pikepdf.Array()


def _point_elsewhere(pdf: Any) -> None:
    leaves = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    leaves[0], leaves[1] = leaves[1], leaves[0]


def _read_backwards(pdf: Any) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = pikepdf.Array(list(reversed(list(document.K))))


def _draw_unmarked(pdf: Any) -> None:
    pdf.pages[0].contents_add(b"0 0 m 9 9 l S")


def _drop_a_cell(pdf: Any) -> None:
    row = [one for one in pdf.objects if _has(one, "/S", "/TR")][-1]
    del row.K[-1]


def _unscope(pdf: Any) -> None:
    for one in pdf.objects:
        if _has(one, "/S", "/TH"):
            del one.A


def _skip_a_level(pdf: Any) -> None:
    next(one for one in pdf.objects if _has(one, "/S", "/H1")).S = pikepdf.Name.P


def _open_by_itself(pdf: Any) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _sign(pdf: Any) -> None:
    pdf.docinfo["/Subject"] = "Nancy"


BREAKS: tuple[Callable[[Any], None], ...] = (
    *(_mute, _send_astray, _lose_a_piece, _point_elsewhere, _read_backwards, _draw_unmarked),
    *(_drop_a_cell, _unscope, _skip_a_level, _open_by_itself, _sign),
)


@pytest.mark.parametrize("break_it", BREAKS)
def test_a_paper_that_breaks_the_promise_is_found(break_it: Callable[[Any], None]) -> None:
    with pikepdf.open(BytesIO(employer_sheet.render(EMPLOYER).pdf)) as pdf:
        break_it(pdf)
        broken = BytesIO()
        pdf.save(broken)
    assert faults_of(broken.getvalue())
