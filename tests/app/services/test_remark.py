"""Remarks: typed while people talk, given to readers, turned into agreements and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import Services
from app.domain.audience import Audience
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.remark import RemarkDraft, RemarkRow
from app.domain.roundtable import RoundtableId
from tests.builders import agreement_draft, roundtable_draft
from tests.followups import started

WORDS = "Mandag er den tunge dag"


@pytest.fixture
def table(services: Services) -> RoundtableId:
    return services.roundtable.plan_roundtable(started(services), roundtable_draft())


def remarks(services: Services, table: RoundtableId) -> tuple[RemarkRow, ...]:
    return services.roundtable.roundtable(table).remarks


def texts(services: Services, table: RoundtableId) -> list[str]:
    return [row.facts.text for row in remarks(services, table)]


def test_remarks_stand_in_the_order_they_were_typed(
    services: Services, table: RoundtableId
) -> None:
    for words in (WORDS, "Vil gerne møde senere"):
        services.remark.add_remark(table, RemarkDraft(text=words))
    assert texts(services, table) == [WORDS, "Vil gerne møde senere"]


def test_a_remark_is_corrected_moved_and_removed(services: Services, table: RoundtableId) -> None:
    first = services.remark.add_remark(table, RemarkDraft(text=WORDS))
    second = services.remark.add_remark(table, RemarkDraft(text="Møde senere"))
    services.remark.move_remark(first, 1)
    draft = services.remark.remark_draft(second)
    services.remark.correct_remark(second, replace(draft, text="Møde kl. 10"))
    assert texts(services, table) == ["Møde kl. 10", WORDS]
    services.remark.remove_remark(second)
    assert texts(services, table) == [WORDS]
    with pytest.raises(NotFound):
        services.remark.remark_draft(second)


def test_giving_a_remark_to_the_employer_holds_what_it_may_not_read(
    services: Services, table: RoundtableId
) -> None:
    remark = services.remark.add_remark(table, RemarkDraft(text="Depression siden maj"))
    assert not remarks(services, table)[0].facts.held
    services.remark.give_remark(remark, Audience.EMPLOYER)
    assert remarks(services, table)[0].facts.held
    services.remark.correct_remark(
        remark, RemarkDraft(text="Nedsat udholdenhed siden maj", audience="employer")
    )
    assert not remarks(services, table)[0].facts.held


def test_a_remark_becomes_an_agreement_with_its_words_as_the_adjustment(
    services: Services, table: RoundtableId
) -> None:
    remark = services.remark.add_remark(table, RemarkDraft(text="Møde kl. 10"))
    draft = services.remark.agreement_of(remark)
    assert (draft.adjustment, draft.first, draft.last) == (
        "Møde kl. 10",
        "27.08.2026",
        "09.10.2026",
    )
    services.remark.agree(remark, replace(draft, function="Udholdenhed", owner="Leder"))
    sheet = services.roundtable.roundtable(table)
    assert sheet.remarks == ()
    agreed = sheet.agreements[0].facts
    assert (agreed.function, agreed.adjustment) == ("Udholdenhed", "Møde kl. 10")


def test_an_agreement_that_lacks_something_leaves_the_remark_as_it_is(
    services: Services, table: RoundtableId
) -> None:
    remark = services.remark.add_remark(table, RemarkDraft(text=WORDS))
    with pytest.raises(Rejected):
        services.remark.agree(remark, services.remark.agreement_of(remark))
    assert texts(services, table) == [WORDS]


def test_a_held_remark_does_not_become_an_agreement_an_employer_reads(
    services: Services, table: RoundtableId
) -> None:
    remark = services.remark.add_remark(
        table, RemarkDraft(text="Hviler efter kemoterapi", audience="all")
    )
    draft = replace(services.remark.agreement_of(remark), function="Udholdenhed", owner="Leder")
    with pytest.raises(Rejected) as refusal:
        services.remark.agree(remark, draft)
    assert [problem.field for problem in refusal.value.problems] == ["adjustment"]


def test_there_and_back_nothing_that_was_typed_is_lost(
    services: Services, table: RoundtableId
) -> None:
    agreement = services.agreement.add_agreement(table, agreement_draft(audience="all"))
    before = services.agreement.agreement_draft(agreement)
    services.remark.make_remark(agreement)
    row = remarks(services, table)[0]
    assert (row.facts.text, row.facts.audience) == (before.adjustment, Audience.OWN)
    assert services.remark.agreement_of(agreement) == replace(before, audience="employer")
    services.remark.agree(agreement, services.remark.agreement_of(agreement))
    assert remarks(services, table) == ()
    assert len(services.roundtable.roundtable(table).agreements) == 1


def test_remarks_of_a_final_version_are_locked(services: Services, table: RoundtableId) -> None:
    remark = services.remark.add_remark(table, RemarkDraft(text=WORDS))
    agreement = services.agreement.add_agreement(table, agreement_draft())
    services.roundtable.finalise(table)
    for act in (
        lambda: services.remark.add_remark(table, RemarkDraft(text=WORDS)),
        lambda: services.remark.correct_remark(remark, RemarkDraft(text="Andet")),
        lambda: services.remark.give_remark(remark, Audience.ALL),
        lambda: services.remark.move_remark(remark, 1),
        lambda: services.remark.remove_remark(remark),
        lambda: services.remark.agreement_of(remark),
        lambda: services.remark.agree(remark, agreement_draft()),
        lambda: services.remark.make_remark(agreement),
    ):
        with pytest.raises(Refused):
            act()
