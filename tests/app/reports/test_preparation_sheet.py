from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.flag_choice import Theme
from app.domain.flag_doctor import FlagDoctor
from app.domain.practice import DoctorId
from app.domain.preparation import PreparedFlag
from app.reports.preparation_sheet import render
from tests.papers import PREPARATION, PREPARED, read, read_pages


def words(**changes: object) -> str:
    return read(render(replace(PREPARATION, sheet=replace(PREPARED, **changes))))  # type: ignore[arg-type]


def flag(number: int, doctor: FlagDoctor | None = None) -> PreparedFlag:
    code = f"A{number}-B{number}"
    return PreparedFlag(code=code, theme=Theme.PAIN, told="", told_by=doctor)


def test_it_tells_what_to_bring_in_the_order_of_the_visit() -> None:
    told = words()
    parts = (
        "Before the visit on Wednesday 9 September 2026, 12:30–13:00.",
        "5 doctors and 1 trainee",
        "K7-QX Pain We are in contact with the citizen.",
        "N7-KB Home and money",
        "Asked 29 July 2026: Er LÆ 125 nok?",
        "Me Sender vejledning 29 July 2026 9 September 2026",
        "Ny Eksempel Trainee Not met yet",
        "Term of the day: Skånebehov and skånehensyn",
        "Delvis raskmelding Tag ark med",
        "Wished: Wednesday at 12:30",
        "Closed: 9 October 2026 (Kursus)",
        "Cooperation agreement: to be gone through together by 9 October 2026",
        "Good to know: Parkering i gården.",
    )
    places = [told.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_with_nothing_open_every_part_says_so() -> None:
    told = words(
        owed=(), waiting=(), questions=(), promises=(), newcomers=(), topics=(), term=None,
        start=None, last_held_on=None, closed=(), review_on=None,
    )  # fmt: skip
    assert told.count("None.") == 4
    for said in ("No visit is planned yet.", "Nothing to tell this time.", "met everyone"):
        assert said in told


def test_of_a_flag_without_feedback_nothing_stands_but_code_and_theme() -> None:
    told = words(waiting=tuple(flag(n) for n in range(3)))
    table = told[told.index("what became of it?") : told.index("Certificate questions")]
    assert "A0-B0 Pain A1-B1 Pain A2-B2 Pain" in table


def test_codes_stand_under_the_doctor_they_are_owed_to() -> None:
    bo = FlagDoctor(id=DoctorId(UUID(int=4)), name="Bo Eksempel")
    told = words(waiting=(flag(0), flag(1, bo), flag(2), flag(3)))
    assert "What we may say Anna Eksempel K7-QX Pain" in told
    table = told[told.index("what became of it?") : told.index("Certificate questions")]
    codes = "Bo Eksempel A1-B1 Pain The practice A0-B0 Pain A2-B2 Pain A3-B3 Pain"
    assert codes in table
    assert "The practice K7-QX" not in told


def test_the_doctor_is_named_again_where_the_codes_go_on_over_the_page() -> None:
    anna = FlagDoctor(id=DoctorId(UUID(int=4)), name="Anna Eksempel")
    many = tuple(replace(flag(2, anna), told="We are in contact.") for _number in range(40))
    sheet = replace(PREPARED, owed=many)
    pages = read_pages(render(replace(PREPARATION, sheet=sheet)))
    assert len(pages) > 1
    for page in pages[:2]:
        assert "Code Theme What we may say Anna Eksempel A2-B2 Pain We are in contact." in page


def test_where_no_doctor_is_named_no_heading_stands_above_the_codes() -> None:
    assert "what became of it? Code Theme A0-B0 Pain" in words(waiting=(flag(0),))


def test_days_of_another_year_are_told_with_their_year() -> None:
    old = replace(PREPARED.promises[0], made_on=date(2025, 9, 10))
    assert "10 September 2025" in words(promises=(old,))


def test_nobody_is_met_where_nobody_is_written_down() -> None:
    told = words(newcomers=(), doctors=0, trainees=0)
    assert "No doctors are written down yet." in told
    assert "met everyone" not in told


def test_a_visit_that_has_to_be_moved_says_so_before_anything_else() -> None:
    told = words(clash="This is Christmas Day. Choose another day.")
    warned = told.index("This visit has to be moved. This is Christmas Day. Choose another day.")
    assert warned < told.index("Feedback to the doctors")
    assert "has to be moved" not in words(clash="")
