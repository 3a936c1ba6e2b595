"""What to ask about function, so that a note says what a workplace or a jobcentre can act on."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import N_


@dataclass(frozen=True, slots=True)
class Question:
    """A name for the button, and the question it puts into the note."""

    label: str
    text: str


QUESTIONS = (
    # i18n: five questions to a doctor or citizen; each short name is on a button under a note
    Question(N_("Present job"), N_("Which functions does the present job ask for?")),
    Question(N_("Later on"), N_("Which functions are realistic later on?")),
    Question(N_("Considerations"), N_("What is to be considered in the present job?")),
    Question(N_("Other work"), N_("Is other work to be thought of?")),
    Question(
        N_("Coming back"),
        N_("Is coming back to work realistic, in other duties or another job too?"),
    ),
)
