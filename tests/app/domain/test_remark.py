"""A remark is for its writer alone, and what an employer may not read is held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agreement import AgreementDraft
from app.domain.audience import Audience, Reader, may_read
from app.domain.flag_choice import Function
from app.domain.problem import Rejected
from app.domain.remark import RemarkDraft, closed_place, said_as, settle_remark


def test_by_default_only_its_writer_reads_a_remark() -> None:
    facts = settle_remark(RemarkDraft(text="Virker træt af møderne"))
    assert (facts.audience, facts.held) == (Audience.OWN, False)


def test_by_default_employer_and_citizen_read_an_agreement_and_the_doctor_does_not() -> None:
    audience = Audience(AgreementDraft().audience)
    readers = [reader for reader in Reader if may_read(reader, audience)]
    assert readers == [Reader.EMPLOYER, Reader.CITIZEN, Reader.OWN]


@pytest.mark.parametrize("audience", Audience)
def test_the_citizen_reads_whatever_another_reader_is_given(audience: Audience) -> None:
    given_to = [r for r in (Reader.EMPLOYER, Reader.DOCTOR) if may_read(r, audience)]
    assert may_read(Reader.CITIZEN, audience) or not given_to


@given(st.sampled_from(Audience), st.sampled_from(Reader))
def test_what_is_held_only_its_writer_reads(audience: Audience, reader: Reader) -> None:
    assert may_read(reader, audience, held=True) is (reader is Reader.OWN)


@pytest.mark.parametrize("words", ["Depression siden maj", "Får sertralin", "Går hos psykolog"])
@pytest.mark.parametrize(
    ("audience", "held"),
    [("own", False), ("citizen", False), ("doctor", False), ("employer", True), ("all", True)],
)
def test_health_is_held_where_an_employer_would_read_it(
    words: str, audience: str, held: bool
) -> None:
    assert settle_remark(RemarkDraft(text=words, audience=audience)).held is held


def test_what_is_nobodys_business_at_work_is_held_too() -> None:
    assert settle_remark(RemarkDraft(text="Der er gæld i hjemmet", audience="employer")).held


def test_a_number_that_has_no_use_is_refused_whoever_reads_it() -> None:
    with pytest.raises(Rejected):
        settle_remark(RemarkDraft(text="Ring 251248-9996"))


def test_an_empty_remark_is_none() -> None:
    with pytest.raises(Rejected):
        settle_remark(RemarkDraft(text="  "))


def test_words_about_health_have_functions_that_say_more_of_work() -> None:
    assert said_as("Har svær migræne") == (
        Function.MEMORY,
        Function.CONCENTRATION,
        Function.STAMINA,
    )
    assert Function.STAMINA in said_as("Kronisk træthed"), "fatigue is stamina"
    assert len(said_as("F43.1 siden maj")) == 3, "a code has the widest ones"


def test_clean_words_and_private_ones_have_none() -> None:
    assert said_as("Rolig plads") == ()
    assert closed_place("Der er gæld i hjemmet") is not None
    assert said_as("Der er gæld i hjemmet") == ()
