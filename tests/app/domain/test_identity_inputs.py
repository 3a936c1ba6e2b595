"""Identity where it must not be: every row of the table of bad inputs, in every kind of field.

A row says what is typed and what each kind of field makes of it: a rule that refuses it, a rule
that asks for a second look, or nothing. What a row does not say of a kind, that kind lets pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest

from app.domain.absence import AbsenceDraft, settle_absence
from app.domain.agreement import ActionDraft, AgreementDraft, settle_action, settle_agreement
from app.domain.calendar_file import entry_title
from app.domain.consent import PartyId, RelayedDraft, settle_relayed
from app.domain.contact import settle_contact
from app.domain.cooperation import DutyDraft, settle_duty
from app.domain.flag import FlagDraft, settle_flag
from app.domain.flag_view import ViewDraft, settle_view_name
from app.domain.followup import settle_followup
from app.domain.grant import settle_grant
from app.domain.guard import RULE_TEXTS, About, Rule, Severity, find_traces
from app.domain.language import in_language
from app.domain.lesson import LessonDraft, settle_lesson
from app.domain.measure import settle_measure
from app.domain.party import PartyDraft, settle_party
from app.domain.practice import ClosedDraft, PracticeDraft, settle_closed, settle_practice
from app.domain.problem import Rejected
from app.domain.roundtable import RoundtableDraft, settle_roundtable
from app.domain.slip import SlipDraft, SlipLanguage, settle_slip
from app.domain.task import TaskDraft, settle_task
from app.domain.visit_note import PromiseDraft, QuestionDraft, settle_promise, settle_question
from app.system.files import tells_of_somebody
from tests.builders import TODAY, contact_draft, followup_draft, grant_draft, measure_draft

NAMES: frozenset[str] = frozenset()
PARTY = PartyId(UUID(int=1))

Typed = Callable[[str], object]
# Where a text speaks of nobody: the note of a flag, and all that is noted, taught and titled.
NOBODY: dict[str, Typed] = {
    "flag": lambda words: settle_flag(FlagDraft(theme="pain", note=words), TODAY, NAMES),
    "question": lambda words: settle_question(QuestionDraft(question=words), NAMES),
    "answer": lambda words: settle_question(QuestionDraft(question="Nok?", answer=words), NAMES),
    "promise": lambda words: settle_promise(PromiseDraft(what=words), TODAY, NAMES),
    "lesson": lambda words: settle_lesson(LessonDraft(topic="Attest", noted=words), TODAY, NAMES),
    "duty": lambda words: settle_duty(DutyDraft(what=words), NAMES),
    "task": lambda words: settle_task(TaskDraft(what=words, due_on="11/9/2026"), TODAY, NAMES),
    "view": lambda words: settle_view_name(ViewDraft(name=words), (), NAMES),
    "practice": lambda words: settle_practice(
        PracticeDraft(name="Lægehuset", at="12", quick_facts=words)
    ),
    "room": lambda words: settle_practice(PracticeDraft(name="Lægehuset", at="12", place=words)),
    "closed day": lambda words: settle_closed(ClosedDraft(first="14/10/2026", reason=words), TODAY),
    "day away": lambda words: settle_absence(AbsenceDraft(first="14/10/2026", reason=words), TODAY),
    "slip": lambda words: settle_slip(
        SlipDraft(title="Ring", lead=words, body="{days} dage"), SlipLanguage.DANISH, NAMES
    ),
}
# Where it speaks of a citizen, in their own file.
CITIZEN: dict[str, Typed] = {
    "contact": lambda words: settle_contact(contact_draft(words), TODAY),
    "what is hard": lambda words: settle_followup(followup_draft(functions=words), TODAY),
    "wishes": lambda words: settle_followup(followup_draft(wishes=words), TODAY),
    "safe time": lambda words: settle_followup(followup_draft(safe_when=words), TODAY),
    "aim of a party": lambda words: settle_party(PartyDraft(name="A", aim=words), TODAY),
    "purpose": lambda words: settle_grant(grant_draft(PARTY, purpose=words), TODAY),
    "disagreement": lambda words: settle_roundtable(
        RoundtableDraft(day="9/9/2026", disagreements=words), TODAY
    ),
    "measure": lambda words: settle_measure(measure_draft(sentence=words), date(2026, 9, 1), TODAY),
    "task": lambda words: settle_task(
        TaskDraft(what=words, due_on="11/9/2026", subject="followup", subject_id=PARTY.hex),
        TODAY,
        NAMES,
    ),
}
# Where an employer reads it.
EMPLOYER: dict[str, Typed] = {
    **{
        place: lambda words, place=place: settle_agreement(  # type: ignore[misc]  # a default argument
            AgreementDraft(
                **({"function": "Løft", "adjustment": "Hjælp", "owner": "Leder"} | {place: words}),
                first="9/9/2026",
                last="9/10/2026",
                review_on="9/10/2026",
            ),
            TODAY,
            TODAY,
        )
        for place in ("function", "task", "adjustment", "owner")
    },
    "who": lambda words: settle_action(ActionDraft(who=words, what="Ringer"), TODAY),
    "what": lambda words: settle_action(ActionDraft(who="Leder", what=words), TODAY),
    "colleagues": lambda words: settle_roundtable(
        RoundtableDraft(day="9/9/2026", colleagues_told=words), TODAY
    ),
    "duration": lambda words: settle_roundtable(
        RoundtableDraft(day="9/9/2026", duration=words), TODAY
    ),
}
# Where somebody is named, or is reached.
CONTACT: dict[str, Typed] = {
    "name": lambda words: settle_followup(followup_draft(words), TODAY),
    "reach": lambda words: settle_followup(followup_draft(reach=words), TODAY),
    "relayed": lambda words: settle_relayed(
        RelayedDraft(name="A", reach=words, relayed_by="B", given_on="9/9/2026"), TODAY
    ),
    "contact person": lambda words: settle_party(PartyDraft(name="A", person=words), TODAY),
    "place of meeting": lambda words: settle_roundtable(
        RoundtableDraft(day="9/9/2026", place=words), TODAY
    ),
}
KINDS = {
    About.NOBODY: NOBODY,
    About.CITIZEN: CITIZEN,
    About.EMPLOYER: EMPLOYER,
    About.CONTACT: CONTACT,
}
EVERYWHERE = tuple(About)
NOT_AS_CONTACT = (About.NOBODY, About.CITIZEN, About.EMPLOYER)
ONLY_NOBODY = (About.NOBODY,)


@dataclass(frozen=True)
class Row:
    """What is typed, the rule it breaks, where it is refused, and whether a flag warns of it."""

    rule: Rule | None
    refused: tuple[About, ...]
    spellings: tuple[str, ...]
    warned: bool = field(default=False)


TABLE = (
    Row(
        Rule.CPR,
        EVERYWHERE,
        (
            *("010190-1234", "0101901234", "010190 1234", "010190–1234", "010190/1234"),
            *("010190.1234", "610190-1234", "011007-4321", "010190-1235", "610190-12A4"),
            *("01 01 90 - 1234", "０１０１９０-１２３４", "٠١٠١٩٠-١٢٣٤"),
            *("0\u200b10190-1234", "010190\xad-1234", "o1o190-1234"),
            "nul et nul et ni nul et to tre fire",
        ),
    ),
    # Half a number, or one field of two: six digits are enough where nobody is spoken of.
    Row(
        Rule.DIGITS,
        ONLY_NOBODY,
        ("010190", "٠١٠١٩٠", "o1o190", "nul et nul et ni nul", "f. 010190"),
    ),
    Row(None, (), ("slut 1234",)),
    Row(Rule.PHONE, NOT_AS_CONTACT, ("20304050", "20 30 40 50", "+45 20 30 40 50")),
    Row(Rule.EMAIL, NOT_AS_CONTACT, ("nancy@post.example",)),
    Row(Rule.URL, NOT_AS_CONTACT, ("www.firma.example",)),
    Row(Rule.ADDRESS, NOT_AS_CONTACT, ("Søndergade 4",)),
    Row(Rule.POSTCODE, NOT_AS_CONTACT, ("5900 Rudkøbing",)),
    Row(Rule.CASE_NUMBER, NOT_AS_CONTACT, ("sag 26/1234",)),
    Row(Rule.PLATE, NOT_AS_CONTACT, ("AB 12 345",)),
    Row(
        Rule.FLAG_CODE,
        (About.CITIZEN, About.EMPLOYER, About.CONTACT),
        ("K7-QX", "k7-qx", "K7 QX", "koden K7–QX", "CQ-7C, sagde hun"),
    ),
    Row(None, (), ("K7-QA", "10kg", "uge 42 og 43", "3F er med", "LÆ 125")),
    Row(Rule.NAME, ONLY_NOBODY, ("Jens Hansen", "jens hansen", "Fatima Yilmaz")),
    Row(Rule.INITIALS, ONLY_NOBODY, ("Jens H.", "J.H.")),
    Row(Rule.KINSHIP, ONLY_NOBODY, ("søster til Mette på rådhuset",)),
    Row(Rule.CAPITAL, (), ("arbejder hos Qvarzum", "Storm måske senere"), warned=True),
    Row(
        None,
        (),
        (
            "Bo tæt på arbejdet",
            "Storm er der om vinteren",
            "Liv er ikke kun arbejde",
            "Dag for dag går det bedre",
        ),
    ),
    Row(
        Rule.SINGLED_OUT,
        (),
        ("eneste tandlæge i Rudkøbing", "40 år, tvillinger, 3 børn", "lægen selv er syg"),
        warned=True,
    ),
    Row(
        Rule.HEALTH,
        (About.EMPLOYER,),
        ("F43.1", "depression", "sertralin", "får Zoloft", "i behandling hos psykolog"),
        warned=True,
    ),
    Row(
        Rule.DATE,
        ONLY_NOBODY,
        ("født 1. januar 1990", "f. 01.01.1990", "sygemeldt siden 3. marts", "siden d. 12"),
    ),
)
CASES = [(row, words) for row in TABLE for words in row.spellings]
each = pytest.mark.parametrize(("row", "words"), CASES, ids=[words for _row, words in CASES])


def problem(typed: Typed, words: str) -> str:
    """Return what the field says of these words, or nothing."""
    try:
        typed(words)
    except Rejected as rejection:
        return rejection.problems[0].text
    return ""


@each
@pytest.mark.parametrize("about", KINDS)
def test_each_field_answers_what_is_typed_as_it_should(row: Row, words: str, about: About) -> None:
    said = {place: problem(typed, words) for place, typed in KINDS[about].items()}
    wanted = RULE_TEXTS[row.rule] if row.rule is not None and about in row.refused else ""
    assert {place: text for place, text in said.items() if text != wanted} == {}


@each
def test_a_flag_asks_for_a_second_look_where_it_does_not_refuse(row: Row, words: str) -> None:
    doubts = {found.rule for found in find_traces(words) if found.severity is Severity.WARN}
    assert (row.rule in doubts) is row.warned


@each
def test_no_file_is_called_what_a_flag_may_not_hold(row: Row, words: str) -> None:
    refused = About.NOBODY in row.refused
    assert tells_of_somebody(words) is refused


def test_the_title_of_every_visit_in_a_calendar_tells_nothing() -> None:
    for language in ("da", "en"):
        with in_language(language):
            assert find_traces(entry_title(), language=language) == ()


def test_a_theme_is_chosen_and_cannot_be_typed() -> None:
    with pytest.raises(Rejected):
        settle_flag(FlagDraft(theme="Fatima Yilmaz"), TODAY, NAMES)


@pytest.mark.parametrize("number", ["+46 8 123 456 78", "0049 30 12 34 56 78", "20 30 40 50"])
def test_a_number_that_is_dialled_abroad_is_no_cpr_number_where_one_is_asked_for(
    number: str,
) -> None:
    assert [place for place, typed in CONTACT.items() if problem(typed, number)] == []


def test_a_date_with_a_day_is_met_with_the_month_or_the_week() -> None:
    assert "Write the month or the week instead" in RULE_TEXTS[Rule.DATE]
