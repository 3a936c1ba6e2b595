"""The charts of the measures: drawn once, each mark with its words, blank never drawn as 0."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.domain.agreement import StepFacts
from app.domain.chart import Chart, ChartLook
from app.domain.measure import MeasureId, MeasureRow, settle_measure
from app.domain.measure_chart import MeasureView
from app.reports.measure_chart import charts
from app.reports.week_chart import weeks_of
from tests.builders import measure_draft

TODAY = date(2026, 9, 9)
START = date(2026, 1, 1)
LOOK = ChartLook(
    ink="#12232b",
    quiet="#3e5058",
    rule="#d2dbda",
    edge="#74858a",
    accent="#0b5568",
    surface="#ffffff",
    soft="#d9ebef",
    family="Source Sans Pro",
)
WIDTH = 388.0


def measured(day: date, **typed: Any) -> MeasureRow:
    draft = measure_draft(**({"work_ability": "", "day": f"{day:%d.%m.%Y}"} | typed))
    return MeasureRow(
        id=MeasureId(UUID(int=day.toordinal())), facts=settle_measure(draft, START, TODAY)
    )


def view(*rows: MeasureRow, steps: tuple[StepFacts, ...] = ()) -> MeasureView:
    return MeasureView(rows=rows, steps=steps, today=TODAY)


def drawn(*rows: MeasureRow, steps: tuple[StepFacts, ...] = ()) -> dict[str, Chart]:
    return {chart.title: chart for chart in charts(view(*rows, steps=steps), LOOK, WIDTH)}


def said(chart: Chart) -> list[str]:
    return [mark.said for mark in chart.marks]


def test_every_number_is_printed_and_has_its_words() -> None:
    one = measured(date(2026, 9, 2), work_ability="4")
    other = measured(TODAY, work_ability="5", sentence="En time ad gangen")
    chart = drawn(one, other)["Work ability right now, 0–10"]
    assert said(chart) == [
        "Work ability right now: 4 of 10, 2 September 2026",
        "Work ability right now: 5 of 10, 9 September 2026. “En time ad gangen”",
    ]
    printed = [text.text for text in ElementTree.fromstring(chart.svg).iter() if text.text]  # noqa: S314
    assert {"4", "5", "2 Sep", "9 Sep", "9 Sep: “En time ad gangen”"} <= set(printed)


def test_what_was_not_asked_has_no_mark() -> None:
    rows = (measured(date(2026, 9, 2), energy="0"), measured(TODAY, confidence="7"))
    chart = drawn(*rows)["Own numbers, 0–10"]
    assert said(chart) == [
        "Energy: 0 of 10, 2 September 2026",
        "Confidence in returning: 7 of 10, 9 September 2026",
    ]


def test_nothing_measured_draws_nothing() -> None:
    assert drawn() == {}


def test_hours_say_what_was_worked_of_what_was_agreed() -> None:
    row = measured(TODAY, worked_hours="4,5", planned_hours="10")
    ladder = StepFacts(first=date(2026, 9, 14), last=date(2026, 9, 27), hours=15)
    chart = drawn(row, steps=(ladder,))["Hours per week"]
    assert said(chart) == [
        "Week 37: worked 4.5 hours, agreed 10 hours",
        "Week 38: agreed 15 hours",
        "Week 39: agreed 15 hours",
    ]
    assert chart.marks[0].about == row.id
    assert chart.marks[1].about is None


def test_no_hours_worked_are_0_and_not_blank() -> None:
    chart = drawn(measured(TODAY, worked_hours="0", planned_hours="10"))["Hours per week"]
    assert said(chart) == ["Week 37: worked 0 hours, agreed 10 hours"]
    assert b">0/10<" in chart.svg


def test_weeks_without_hours_stand_between_the_others() -> None:
    rows = (measured(date(2026, 8, 19), worked_hours="6"), measured(TODAY, worked_hours="8"))
    weeks = weeks_of(view(*rows), 8)
    assert [one.monday.isocalendar().week for one in weeks] == [34, 35, 36, 37]
    assert [one.worked for one in weeks] == [6, None, None, 8]


def test_only_the_last_weeks_are_shown_and_of_those_ahead_two() -> None:
    rows = [measured(TODAY - timedelta(weeks=n), worked_hours="8") for n in range(12, -1, -1)]
    ladder = StepFacts(first=TODAY, last=TODAY + timedelta(weeks=20), hours=15)
    weeks = weeks_of(view(*rows, steps=(ladder,)), 8)
    assert [one.monday.isocalendar().week for one in weeks] == list(range(32, 40))


def test_adjustments_are_told_by_shape_and_word() -> None:
    row = measured(TODAY, adjustments=("yes:Rolig plads", "partly:Pauser", "no:Liste"))
    chart = drawn(row)["Adjustments in place"]
    assert said(chart) == [
        "Rolig plads: in place, 9 September 2026",
        "Pauser: partly in place, 9 September 2026",
        "Liste: not in place, 9 September 2026",
    ]


def test_marks_lie_within_the_drawing() -> None:
    row = measured(TODAY, work_ability="10", energy="0", worked_hours="60", adjustments=("no:x",))
    for chart in drawn(row).values():
        for mark in chart.marks:
            assert 0 <= mark.x <= mark.x + mark.width <= chart.width
            assert 0 <= mark.y <= mark.y + mark.height <= chart.height


@pytest.mark.parametrize("words", ["<b>&\x00</b>", "\u202eabc", "Ж漢"])
def test_whatever_was_typed_is_drawn_as_text(words: str) -> None:
    chart = drawn(measured(TODAY, work_ability="5", sentence=words))["Work ability right now, 0–10"]
    root = ElementTree.fromstring(chart.svg)  # noqa: S314
    assert not list(root.iter("{http://www.w3.org/2000/svg}b"))


def test_qt_paints_the_drawing_in_the_colours_of_the_theme(qapp: object) -> None:
    chart = drawn(measured(TODAY, work_ability="5"))["Work ability right now, 0–10"]
    assert b"clip" not in chart.svg
    image = QImage(round(chart.width), round(chart.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(chart.svg))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert {LOOK.accent, LOOK.surface} <= seen
    assert "#000000" not in seen, "a clip path would be a black box"
