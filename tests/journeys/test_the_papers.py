"""Every paper of the made-up year, as it is shown before it is saved."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from app.domain.audience import Reader
from app.domain.paper import PaperKind
from tests.journeys.explorer import Stage
from tests.laid_out import faults_in_layout
from tests.tagged import faults_of
from ui.demo.run import makers

DATA = {PaperKind.ACCESS_DATA}


def test_every_paper_there_is_keeps_what_is_promised(busy: Stage) -> None:
    papers = [make("da") for make in makers(busy.services)]
    table = busy.services.roundtable.list_roundtables()[0]
    papers.append(busy.services.export.prepare_sheet(table.id, Reader.OWN, "da"))
    for paper in papers:
        cut = paper.kind is PaperKind.SLIP_SHEET
        assert [*faults_of(paper.pdf), *faults_in_layout(paper.pdf, cut=cut)] == [], paper.kind
        with pikepdf.open(BytesIO(paper.pdf)) as pdf:
            assert str(pdf.docinfo["/Author"]) == "Eksempel Kommune"
    assert {paper.kind for paper in papers} == set(PaperKind) - DATA
