"""What the doctors hear back, on the screen and on paper, as the citizens allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copyfile

import pytest
from pypdf import PdfReader

from app.bootstrap import Services, open_services
from app.changes import Topic
from app.data.consent import get_citizen
from app.domain.agreement import StepDraft
from app.domain.flag import FlagCard, FlagId
from app.domain.flag_choice import CloseReason, FlagStatus, NextStep
from app.domain.followup import FollowupDraft, FollowupId
from app.domain.party import PartyDraft
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableDraft
from app.domain.sender import SenderDraft
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_end import PointKind
from tests.builders import (
    doctor_draft,
    feedback_draft,
    flag_draft,
    practice_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.conftest import DEK

NOTHING = (FlagStatus.AWAITING, "Nothing to report.")
IN_CONTACT = (FlagStatus.CONSENTED, "We are in contact with the citizen.")
FIRST, SECOND, THIRD = date(2026, 9, 9), date(2026, 10, 21), date(2026, 12, 2)
SENDER = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage",
    municipality="Eksempel Kommune",
)
NEXT_STEPS = [step for step in NextStep if step is not NextStep.ADVICE_ONLY]


@pytest.fixture(autouse=True)
def _sender(services: Services) -> None:
    services.settings.save_sender(SENDER)


@pytest.fixture
def twin(empty_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """A second file, in which the same story is told with one difference."""
    path = tmp_path / "twin.fasthold"
    copyfile(empty_file, path)
    opened = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(opened.vault):
        yield opened


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def flag(services: Services, practice: PracticeId) -> FlagCard:
    return raised(services, practice)


def raised(
    services: Services, practice: PracticeId, step: NextStep = NextStep.DOCTOR_TALKS
) -> FlagCard:
    return services.flag.raise_flag(practice, None, flag_draft(next_step=step.value))


def rings(services: Services, flag_id: FlagId) -> FollowupId:
    """The citizen says the code, and a follow-up begins."""
    return services.followup.begin(
        FollowupDraft(
            name="Nancy Ann Test Berggren",
            given_on="9/9/2026",
            told_voluntary=True,
            flag_id=str(flag_id),
        )
    )


def told(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> tuple[FollowupId, VisitId]:
    """The citizen rings and allows feedback, and at the next visit the doctor hears it."""
    followup = rings(services, flag.id)
    allows_feedback(services, followup)
    visit = started(services, practice, clock, SECOND)
    services.visit.give_feedback(visit, flag.id)
    return followup, visit


def allows_feedback(services: Services, followup: FollowupId, kind: str = "gp") -> None:
    party = services.party.add_party(followup, PartyDraft(kind=kind, name="Lægehuset Søndergade"))
    feedback = feedback_draft(party, given_on="9/9/2026", until="1/3/2027")
    services.consent.grant(followup, feedback)


def started(services: Services, practice: PracticeId, clock: Clock, day: date) -> VisitId:
    clock.day = day
    visit = services.visit.plan_visit(visit_draft(practice, f"{day:%d.%m.%Y}"))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="4"))
    return visit


def paper(services: Services, visit: VisitId) -> list[tuple[FlagStatus, str]]:
    return [(line.status, line.text) for line in services.visit.summary(visit).feedback]


def screen(services: Services, visit: VisitId) -> list[tuple[FlagStatus, str]]:
    return [(line.status, line.text) for line in services.visit.visit(visit).feedback]


@pytest.mark.parametrize("step", NEXT_STEPS)
@pytest.mark.parametrize("happened", ["rung", "advised"])
def test_this_and_the_next_paper_are_the_same_whether_the_citizen_has_rung_or_not(
    services: Services, twin: Services, clock: Clock, step: NextStep, happened: str
) -> None:
    def rings_or_is_advised(flag_id: FlagId) -> None:
        if happened == "rung":
            rings(services, flag_id)
        else:
            services.flag.close_flag(flag_id, CloseReason.CITIZEN_ADVISED)

    quiet = papers_of_a_story(twin, clock, step, lambda _flag_id: None)
    assert papers_of_a_story(services, clock, step, rings_or_is_advised) == quiet
    assert all("othing to report" in text_of(pdf) for pdf in quiet)


def test_who_told_of_a_flag_stands_on_the_sheet_one_keeps_and_on_no_paper_handed_over(
    services: Services, clock: Clock
) -> None:
    sheet, *summaries = papers_of_a_story(
        services, clock, NextStep.DOCTOR_TALKS, lambda _flag_id: None
    )
    [flag] = services.flag.list_flags()
    assert "Læge Eksempel N7-K2" in " ".join(text_of(sheet).split())
    handed_over = (*summaries[:2], services.export.prepare_slip(flag.id, "en").pdf)
    assert not [pdf for pdf in handed_over if "Læge Eksempel" in text_of(pdf)]


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def papers_of_a_story(
    services: Services, clock: Clock, step: NextStep, happens: Callable[[FlagId], object]
) -> list[bytes]:
    """Two visits after a flag, each with the sheet printed before it, and its paper during the
    visit and after its end."""
    clock.day = FIRST
    services.settings.save_sender(SENDER)
    practice = services.practice.add_practice(practice_draft())
    doctor = services.practice.add_doctor(practice, doctor_draft(introduced_on="1/7/2026"))
    draft = flag_draft(next_step=step.value, told_by=doctor.hex)
    flag = services.flag.raise_flag(practice, None, draft, code="N7-K2")
    happens(flag.id)
    papers = []
    for day in (SECOND, THIRD):
        clock.day = day
        papers.append(services.export.prepare_preparation_sheet(practice, "en").pdf)
        visit = started(services, practice, clock, day)
        services.visit.give_feedback(visit, flag.id)
        papers.append(services.export.prepare_visit_summary(visit, "en").pdf)
        services.visit.end_visit(visit)
        services.flag.shrink_due()
        papers.append(services.export.prepare_visit_summary(visit, "en").pdf)
    return papers


def test_with_the_citizens_leave_the_doctor_hears_of_the_contact(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    allows_feedback(services, rings(services, flag.id))
    visit = started(services, practice, clock, SECOND)
    assert (screen(services, visit), paper(services, visit)) == ([IN_CONTACT], [NOTHING])
    services.visit.give_feedback(visit, flag.id)
    assert screen(services, visit) == paper(services, visit) == [IN_CONTACT]


@pytest.mark.parametrize("happened", ["rung", "advised"])
def test_dropping_a_code_tells_no_paper_whether_the_citizen_has_rung(
    services: Services, twin: Services, clock: Clock, happened: str
) -> None:
    def papers(told: Services, happens: Callable[[FlagId], object]) -> list[bytes]:
        clock.day = FIRST
        told.settings.save_sender(SENDER)
        practice = told.practice.add_practice(practice_draft())
        flag = told.flag.raise_flag(practice, None, flag_draft(), code="N7-K2")
        printed = []
        for day in (SECOND, THIRD):
            visit = started(told, practice, clock, day)
            if day == SECOND:
                told.visit_end.drop_point(visit, PointKind.FEEDBACK, flag.id)
                happens(flag.id)
            told.visit.end_visit(visit)
            printed.append(told.export.prepare_visit_summary(visit, "en").pdf)
        return printed

    def rings_or_is_advised(flag_id: FlagId) -> None:
        if happened == "rung":
            rings(services, flag_id)
        else:
            services.flag.close_flag(flag_id, CloseReason.CITIZEN_ADVISED)

    assert papers(services, rings_or_is_advised) == papers(twin, lambda _flag_id: None)


def test_a_code_that_was_dropped_comes_up_again_with_the_citizens_leave(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    visit = started(services, practice, clock, FIRST)
    services.visit_end.drop_point(visit, PointKind.FEEDBACK, flag.id)
    services.visit.end_visit(visit)
    followup = rings(services, flag.id)
    later = started(services, practice, clock, SECOND)
    assert screen(services, later) == []
    allows_feedback(services, followup)
    assert screen(services, later) == [IN_CONTACT]


def test_what_was_not_told_at_the_visit_is_not_told_by_its_paper_either(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    closed = raised(services, practice)
    services.flag.close_flag(closed.id, CloseReason.PATIENT_DECLINED)
    allows_feedback(services, rings(services, flag.id))
    visit = services.visit.end_visit(started(services, practice, clock, SECOND))
    assert paper(services, visit) == [NOTHING]


def test_a_final_roundtable_is_told_with_the_citizens_leave(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup = rings(services, flag.id)
    allows_feedback(services, followup)
    draft = RoundtableDraft(day="9/9/2026", review_on="9/10/2026")
    roundtable = services.roundtable.plan_roundtable(followup, draft)
    step = StepDraft(first="14/9/2026", last="9/10/2026", hours="20")
    services.agreement.add_step(roundtable, step)
    services.roundtable.finalise(roundtable)
    visit = started(services, practice, clock, SECOND)
    services.visit.give_feedback(visit, flag.id)
    ((_status, text),) = paper(services, visit)
    assert text.endswith("A roundtable has been held, and a plan has been made.")


def test_leave_to_tell_somebody_else_is_no_leave_to_tell_the_doctor(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    allows_feedback(services, rings(services, flag.id), kind="employer")
    assert paper(services, started(services, practice, clock, SECOND)) == [NOTHING]


def test_of_a_restricted_citizen_nothing_is_told(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup = rings(services, flag.id)
    allows_feedback(services, followup)
    with services.vault.write(Topic.CONSENT) as session:
        citizen_id = services.followup.followup(followup).citizen_id
        get_citizen(session, citizen_id).restricted_at = clock.now()
    assert paper(services, started(services, practice, clock, SECOND)) == [NOTHING]


def test_withdrawn_or_expired_leave_tells_nothing_any_more(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup, visit = told(services, clock, practice, flag)
    services.visit.end_visit(visit)
    clock.day = date(2027, 3, 2)
    assert paper(services, visit) == [NOTHING]
    clock.day = SECOND
    assert paper(services, visit) == [IN_CONTACT]
    services.consent.withdraw_all(followup)
    assert paper(services, visit) == [NOTHING]


def test_the_doctor_who_was_to_ask_is_asked_on_the_screen(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    visit = started(services, practice, clock, SECOND)
    ((shown, text),) = screen(services, visit)
    assert (shown, text[:4], text[-8:]) == (FlagStatus.DOCTOR_ASKS, "Ask:", "42 days.")
    services.flag.move_flag(flag.id, FlagStatus.AWAITING)
    assert screen(services, visit) == [NOTHING]


def test_a_flag_raised_at_the_visit_needs_no_feedback_yet(
    services: Services, clock: Clock, practice: PracticeId
) -> None:
    visit = started(services, practice, clock, SECOND)
    services.flag.raise_flag(practice, visit, flag_draft())
    assert screen(services, visit) == []
    assert len(services.visit.summary(visit).new_flags) == 1


def test_another_practices_flags_are_not_spoken_of(
    services: Services, clock: Clock, flag: FlagCard
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    visit = started(services, other, clock, SECOND)
    assert screen(services, visit) == []
    with pytest.raises(Refused, match="another practice"):
        services.visit.give_feedback(visit, flag.id)


def test_what_a_doctor_has_heard_does_not_come_up_again(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    services.flag.close_flag(flag.id, CloseReason.PATIENT_DECLINED)
    visit = started(services, practice, clock, SECOND)
    services.visit.give_feedback(visit, flag.id)
    assert [line.given for line in services.visit.visit(visit).feedback] == [True]
    services.visit.end_visit(visit)
    later = started(services, practice, clock, date(2026, 10, 28))
    assert screen(services, later) == []
    assert services.flag.flag(flag.id).shrinks_on == date(2026, 11, 4)


def test_what_a_doctor_has_not_heard_comes_up_again(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    services.flag.close_flag(flag.id, CloseReason.PATIENT_DECLINED)
    visit = started(services, practice, clock, SECOND)
    services.visit.give_feedback(visit, flag.id)
    services.visit.take_back_feedback(visit, flag.id)
    services.visit.end_visit(visit)
    assert len(screen(services, started(services, practice, clock, date(2026, 10, 28)))) == 1


def test_nothing_to_report_is_ticked_in_the_visit_but_never_counts_as_feedback(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    rings(services, flag.id)
    visit = started(services, practice, clock, SECOND)
    services.visit.give_feedback(visit, flag.id)
    assert services.visit.visit(visit).feedback[0].given
    services.visit.end_visit(visit)
    assert services.flag.flag(flag.id).fed_back_on is None
    with pytest.raises(Refused, match="nothing to report"):
        services.visit.give_feedback(visit, flag.id)


def test_feedback_is_given_at_a_visit_not_before_it(
    services: Services, practice: PracticeId, flag: FlagCard
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    with pytest.raises(Refused, match="Start it first"):
        services.visit.give_feedback(visit, flag.id)


def test_the_link_to_the_flag_is_cut_once_the_doctor_has_heard(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup, visit = told(services, clock, practice, flag)
    services.visit.end_visit(visit)
    assert services.visit.forget_told_links() == 0, "the summary is still to be printed today"
    clock.day = date(2026, 10, 22)
    assert services.visit.forget_told_links() == 1
    assert not services.followup.followup(followup).from_flag


def test_board_and_paper_tell_the_same_when_consent_falls(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup, visit = told(services, clock, practice, flag)
    services.consent.withdraw_all(followup)
    services.visit.end_visit(visit)
    assert screen(services, visit) == paper(services, visit) == [NOTHING]
    assert services.flag.flag(flag.id).status is FlagStatus.AWAITING


def test_a_flag_told_of_comes_up_no_more_though_consent_falls_the_same_day(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    followup, visit = told(services, clock, practice, flag)
    services.visit.end_visit(visit)
    services.consent.withdraw_all(followup)
    assert paper(services, started(services, practice, clock, THIRD)) == []


def test_no_line_on_screen_or_paper_holds_a_name(
    services: Services, clock: Clock, practice: PracticeId, flag: FlagCard
) -> None:
    allows_feedback(services, rings(services, flag.id))
    visit = started(services, practice, clock, SECOND)
    for shown in (services.visit.visit(visit), services.visit.summary(visit)):
        assert "Nancy" not in f"{shown}"


def test_a_card_says_that_a_flag_may_be_told_of_as_long_as_the_citizen_lets_the_doctor_hear(
    services: Services, practice: PracticeId, clock: Clock
) -> None:
    flag = services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    followup = rings(services, flag.id)
    assert not services.flag.flag(flag.id).may_be_told
    allows_feedback(services, followup)
    assert services.flag.flag(flag.id).may_be_told
    clock.day = date(2027, 3, 2)
    assert not services.flag.flag(flag.id).may_be_told
