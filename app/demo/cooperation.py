"""What the made-up practices and the municipality agreed on, and what was taught there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import typed
from app.domain.language import in_language
from app.domain.lesson import LessonDraft
from app.domain.practice import DoctorDraft, PracticeId

TAUGHT = (
    ("Hvad et flag må indeholde", 40, "Koder og temaer; aldrig navne eller numre."),
    ("Delvis raskmelding", 20, "Lægerne spørger især til de første uger."),
)
PLANNED = (
    ("Mulighedserklæring: hvem skriver hvad", "Tag et udfyldt eksempel med."),
    ("LÆ 165 før sygemelding", ""),
)


def agree(services: Services, practice_id: PracticeId, agreed_on: date, contact: str) -> None:
    """Make the cooperation agreement of a practice."""
    draft = replace(
        services.cooperation.new_draft(),
        agreed_on=typed(agreed_on),
        practice_contact=contact,
        practice_phone="00 00 00 01",
        practice_email="kontakt@laegehus.example",
    )
    with in_language("da"):  # the lines it begins with are typed text, like all of the story
        services.cooperation.add_cooperation(practice_id, draft)


def teach(services: Services, practice_id: PracticeId, today: date) -> None:
    """Note what was taught at a practice, and what is to be."""
    for topic, weeks, noted in TAUGHT:
        taught_on = typed(today - timedelta(weeks=weeks))
        services.lesson.add_lesson(
            practice_id, LessonDraft(topic=topic, taught_on=taught_on, noted=noted)
        )
    for topic, noted in PLANNED:
        services.lesson.add_lesson(practice_id, LessonDraft(topic=topic, noted=noted))


def welcome(services: Services, practice_id: PracticeId) -> None:
    """Let a trainee begin whom one has not met yet."""
    services.practice.add_doctor(practice_id, DoctorDraft(name="Grete Eksempel", role="trainee"))
