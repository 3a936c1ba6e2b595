"""Every paper with a hundred times as much in it as usual: the same promises hold."""

from __future__ import annotations

from app.domain.language import in_language
from tests.amounts import papers_of
from tests.laid_out import faults_in_layout
from tests.tagged import faults_of


def test_a_hundred_times_as_much_is_laid_out_and_read_as_well() -> None:
    with in_language("da"):
        for name, paper in papers_of("hundred-times"):
            assert faults_in_layout(paper.pdf, cut=name == "slip_sheet") == [], name
            assert faults_of(paper.pdf) == [], name
