"""The main job, from an empty laptop to the papers, through real windows and a real file."""

from __future__ import annotations

import re
from pathlib import Path

from pypdf import PdfReader

from tests.journeys.laptop import Laptop
from tests.journeys.person import Person
from ui.common.choose_file import answer_with

DETAILS = {
    "name": "Kim Eksempelsen",
    "title": "Fastholdelseskonsulent",
    "phone": "00 00 00 00",
    "email": "kim.eksempelsen@kommune.example",
    "reachable": "Hverdage kl. 8.30-14.30",
    "municipality": "Eksempel Kommune",
    "office": "Fastholdelse, Rådhusvej 0, 0000 Eksempel",
}
PRACTICE = {
    "name": "Lægehuset Søndergade",
    "address": "Søndergade 0, 0000 Eksempel",
    "phone": "00 00 00 01",
    "place": "Frokoststuen, 1. sal",
    "quick_facts": "Parkering i gården.",
}


DOCTORS = (("Anna Eksempel", "owner"), ("Bo Eksempel", "trainee"))
CITIZEN = {
    "name": "Nancy Ann Test Berggren",
    "reach": "00 00 00 11",
    "safe_when": "Efter kl. 15",
    "given_on": "09.09.2026",
    "job_title": "Ordrebehandler",
    "weekly_hours": "37",
    "sick_since": "01.08.2026",
    "functions": "Kan samle sig en time ad gangen.",
    "wishes": "Vil gerne beholde jobbet.",
}
FLAG = {
    "theme": "overview",
    "functions": ("concentration", "stamina"),
    "employment": "in_job",
    "sector": "office",
    "age_band": "40-49",
    "urgency": "within_14_days",
    "mentioned": "3",
    "may_quote": True,
    "next_step": "patient_rings",
    "who_acts": "doctor",
    "act_by": "23.09.2026",
}
NOTE = "Kniber med at nå opgaverne"
QUESTION = {
    "question": "Er LÆ 125 nok?",
    "answer": "Ja, hvis lægen har haft kontakt i forløbet.",
}
EMPLOYER = {
    "name": "Eksempel Tømmerhandel A/S",
    "person": "Nærmeste leder",
    "phone": "00 00 00 21",
    "email": "leder@eksempel.example",
    "aim": "Nancy tilbage",
    "next_step": "Flytter pladsen",
    "next_on": "14.09.2026",
}
AGREEMENT = {
    "function": "Kort koncentrationstid",
    "task": "Ordrebehandling",
    "adjustment": "Rolig plads og ro til at arbejde",
    "first": "14.09.2026",
    "last": "09.10.2026",
    "review_on": "09.10.2026",
    "owner": "Nærmeste leder",
}
WORDS = {
    "review_on": "09.10.2026",
    "review_at": "13:00",
    "colleagues_told": "Nancy er på nedsat tid i en periode.",
    "duration": "10-14 uger",
    "disagreements": "Uenige om mødetid.",
}
STEP = {"hours": "12,5", "first": "14.09.2026", "last": "27.09.2026"}
ACTION = {
    "who": "Nærmeste leder",
    "what": "Gør en rolig plads klar",
    "due_on": "14.09.2026",
}
MEASURE = {
    "work_ability": "5",
    "sentence": "En time ad gangen",
    "worked_hours": "7,5",
    "planned_hours": "10",
    "energy": "0",
}
FOR_THE_EMPLOYER = (
    CITIZEN["name"],
    EMPLOYER["name"],
    AGREEMENT["task"],
    AGREEMENT["adjustment"],
    AGREEMENT["owner"],
    ACTION["what"],
    WORDS["colleagues_told"],
    "12.5",
)
KEPT_BACK = (WORDS["duration"], WORDS["disagreements"], CITIZEN["functions"], CITIZEN["wishes"])


def words_of(paper: Path) -> str:
    pages = PdfReader(paper).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def register_the_practice(person: Person) -> None:
    person.keys("Ctrl+7")
    person.press("first_practice")
    person.fill(**PRACTICE, format="drop_in", weekdays=("2",), at="12.30", minutes="30")
    person.save()
    for doctor, role in DOCTORS:
        person.press("add_doctor")
        person.fill(name=doctor, role=role, introduced_on="01.09.2026")
        person.save()
    person.press("add_closed")
    person.fill(first="12.10.2026", last="16.10.2026", reason="Efterårsferie")
    person.save()


def see_the_practice(person: Person) -> None:
    person.keys("Ctrl+7")
    person.choose_row(PRACTICE["name"])
    told = person.reads()
    for typed in (*PRACTICE.values(), *dict(DOCTORS), "Efterårsferie", "Drop-in", "Wednesday"):
        assert typed in told
    person.press("correct_practice")
    for name, typed in PRACTICE.items():
        assert person.shown(name) == typed
    person.press("cancel")


def plan_a_visit(person: Person) -> None:
    person.keys("Ctrl+2")
    person.press("plan_visit_by_hand")
    person.fill(practice_id=None, day="09.09.2026", at="12.30", minutes="30")
    person.save()


def capture_a_flag(person: Person) -> None:
    person.keys("Ctrl+1")
    person.press("start_visit")
    person.wait_for("note")
    person.fill(**FLAG, note="ring 251248-9996")
    assert not person.can_press("raise_flag")
    person.press("remove_found")
    person.fill(note=NOTE)
    person.press("raise_flag")


def see_the_flag(person: Person, code: str) -> None:
    person.keys("Ctrl+3")
    person.press(f"flag_{code}")
    person.press("correct_flag")
    for name, chosen in FLAG.items():
        assert person.shown(name) == chosen, name
    assert person.shown("note") == NOTE
    person.press("cancel")


def ask_and_promise(person: Person) -> None:
    person.keys("Alt+3")
    person.fill(**QUESTION)
    person.press("add_question")
    person.press("add_promise")
    person.fill(who="consultant", what="Sender attestark", due_on="16.09.2026")
    person.save()


def end_the_visit(person: Person, folder: Path) -> str:
    person.keys("Ctrl+E")
    person.fill(doctors="4", trainees="1")
    person.press("save")
    return words_of(keep_the_paper(person, folder))


def keep_the_paper(person: Person, folder: Path) -> Path:
    """Save the paper that is shown, and return where it is."""
    before = set(folder.glob("*.pdf"))
    person.wait_for("save")
    answer_with(folder)
    person.press("save")
    person.wait(lambda: bool(set(folder.glob("*.pdf")) - before))
    [paper] = set(folder.glob("*.pdf")) - before
    return paper


def print_the_slip(person: Person, folder: Path, code: str) -> str:
    person.keys("Ctrl+3")
    person.press(f"flag_{code}")
    person.press("print_slip")
    return words_of(keep_the_paper(person, folder))


def begin_a_follow_up(person: Person, code: str) -> None:
    person.keys("Ctrl+4")
    person.press("ask_code")
    person.fill(code=code.lower().replace("-", " "))
    person.press("save")
    person.wait_for("wishes")
    person.fill(**CITIZEN, employment="partly_sick", told_voluntary=True)
    person.save()


def see_the_follow_up(person: Person) -> None:
    person.keys("Ctrl+4")
    person.choose_row(CITIZEN["name"])
    told = person.reads()
    for typed in ("Ordrebehandler", CITIZEN["functions"], CITIZEN["wishes"], CITIZEN["reach"]):
        assert typed in told


def add_the_employer(person: Person) -> None:
    person.press("add_party")
    person.fill(**EMPLOYER, kind="employer")
    person.save()


def record_what_was_said_yes_to(person: Person) -> None:
    person.press("grant")
    person.fill(
        party_id=None,
        direction="pass_on",
        information=("function", "considerations", "hours"),
        until="20.02.2027",
        purpose_code="roundtable",
        purpose="Rundbordssamtale om timer",
        given_on="09.09.2026",
        told_voluntary=True,
    )
    person.save()


def hold_the_roundtable(person: Person) -> None:
    person.press("plan_roundtable")
    person.fill(day="09.09.2026", at="13.00", place="Kantinen")
    person.save()
    person.keys("Ctrl+5")
    if not person.can_press("add_agreement"):
        person.choose_row(CITIZEN["name"])
    person.press("correct_roundtable")
    person.fill(**WORDS)
    person.save()
    person.press("add_agreement")
    person.fill(**AGREEMENT)
    person.save()
    person.press("add_step")
    person.fill(**STEP)
    person.save()
    person.press("add_action")
    person.fill(**ACTION)
    person.save()


def see_the_fields(person: Person, typed: dict[str, str]) -> None:
    """See what was typed in the form in front, and leave it."""
    for name, words in typed.items():
        assert person.shown(name) == words, name
    person.press("cancel")


def see_the_employer_and_the_plan(person: Person) -> None:
    see_the_follow_up(person)
    person.press("map_employer")
    see_the_fields(person, EMPLOYER)
    person.keys("Ctrl+5")
    person.choose_row(CITIZEN["name"])
    person.press("correct_roundtable")
    see_the_fields(person, WORDS)
    for row, typed in (
        ("Ordrebehandling", AGREEMENT),
        ("12.5", STEP),
        ("rolig plads klar", ACTION),
    ):
        person.choose_row(row)
        see_the_fields(person, typed)


def finalise_and_hand_over(person: Person, folder: Path) -> Path:
    person.press("finalise")
    person.press("confirm")
    person.wait_for("new_version")
    return keep_the_paper(person, folder)


def see_the_final_plan(person: Person) -> None:
    person.keys("Ctrl+5")
    person.choose_row(CITIZEN["name"])
    person.wait_for("new_version")
    assert not person.can_press("finalise")
    told = person.reads()
    for typed in (*FOR_THE_EMPLOYER, WORDS["duration"], WORDS["disagreements"]):
        assert typed in told, typed


def log_how_it_goes(person: Person) -> None:
    see_the_follow_up(person)
    person.press("log_measure")
    person.fill(**MEASURE)
    person.keys("Ctrl+Return")


def see_how_it_goes(person: Person) -> None:
    """See the measure in its charts and on the timeline, with everything else that happened."""
    see_the_follow_up(person)
    person.wait(lambda: "Work ability right now: 5 of 10" in person.reads())
    assert "Week 37: worked 7.5 hours, agreed 10 hours" in person.reads()
    person.press("view_timeline")
    told = person.reads()
    for happened in (
        MEASURE["sentence"],
        "Roundtable, version 1 agreed",
        "Consent given",
        "Paper handed over",
    ):
        assert happened in told, happened


def test_the_main_job(laptop: Laptop, tmp_path: Path) -> None:
    laptop.start()
    laptop.set_up(**DETAILS)
    person = laptop.start_again()
    person.keys("Ctrl+,")
    for name, typed in DETAILS.items():
        assert person.shown(name) == typed

    register_the_practice(person)
    person = laptop.start_again()
    see_the_practice(person)

    plan_a_visit(person)
    person = laptop.start_again()
    capture_a_flag(person)
    ask_and_promise(person)
    papers = tmp_path / "papers"
    papers.mkdir()
    summary = end_the_visit(person, papers)
    code = re.findall(r"[2-9A-Z]{2}-[2-9A-Z]{2}", summary)[0]
    for typed in (PRACTICE["name"], *QUESTION.values(), "Sender attestark", "4 doctors"):
        assert typed in summary
    for kept_back in (NOTE, "40–49", "In work"):
        assert kept_back not in summary

    person = laptop.start_again()
    see_the_flag(person, code)
    assert code in print_the_slip(person, papers, code)
    begin_a_follow_up(person, code)
    person = laptop.start_again()
    see_the_follow_up(person)
    add_the_employer(person)
    record_what_was_said_yes_to(person)
    hold_the_roundtable(person)
    person = laptop.start_again()
    see_the_employer_and_the_plan(person)
    sheet = finalise_and_hand_over(person, papers)
    person = laptop.start_again()
    see_the_final_plan(person)
    log_how_it_goes(person)
    person = laptop.start_again()
    see_how_it_goes(person)
    see_the_final_plan(person)
    again = keep_the_paper(person, papers)
    assert again.read_bytes() == sheet.read_bytes()
    for typed in (*FOR_THE_EMPLOYER, DETAILS["phone"]):
        assert typed in words_of(again)
    for kept_back in KEPT_BACK:
        assert kept_back not in words_of(again)
