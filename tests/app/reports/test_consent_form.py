from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import ConsentForm, Direction, Information
from app.domain.consent_form import ConsentFormRow, ConsentFormSheet, ConsentTerms, blank_form
from app.domain.language import in_language
from app.reports.consent_form import render
from app.reports.sheet import Rendered
from app.services.consent_wording import wording_on
from tests.papers import CONSENT, SENDER, TERMS, TODAY, read, reader

ROW = ConsentFormRow(
    party="Arbejdsgiver",
    direction=Direction.TAKE_PART,
    information=frozenset(Information),
    terms=TERMS,
)


def test_it_tells_who_which_way_and_what() -> None:
    words = read(render(CONSENT))
    for told in ("Einer Test Lauridsen", "9 March 2027", "Arbejdsgiver give information to"):
        assert told in words
    assert all(
        kind in words
        for kind in ("Function", "Considerations", "Hours", "Attendance", "Duration", "Schemes")
    )


def test_a_party_with_nothing_ticked_is_printed_too() -> None:
    assert "A-kasse give information to" in read(render(CONSENT))


def test_ticks_are_drawn_one_for_each_yes() -> None:
    nothing = replace(CONSENT, rows=(replace(ROW, information=frozenset()),))
    everything = replace(nothing, rows=(ROW,))
    assert _drawn_ticks(everything) - _drawn_ticks(nothing) == len(Information)
    assert "✓" not in read(render(everything))


def test_the_employer_never_gets_a_diagnosis() -> None:
    assert (
        "The employer never gets diagnosis, treatment, medicine or statements from the doctor, "
        "whatever is ticked." in read(render(CONSENT))
    )


def test_a_blank_form_leaves_room_and_ticks_nothing() -> None:
    blank = blank_form(SENDER, TODAY, wording_on(TODAY))
    paper = render(blank)
    assert _drawn_ticks(blank) == 0
    assert "CPR number, by hand" in read(paper)
    assert "Follow-up" not in read(paper)


@pytest.mark.parametrize("code", ["da", "en"])
def test_it_fits_on_one_page_blank_and_filled_with_seven_rows(code: str) -> None:
    with in_language(code):
        assert render(blank_form(SENDER, TODAY, wording_on(TODAY))).pages == 1
        assert render(replace(CONSENT, rows=(ROW,) * 7)).pages == 1


def _fullest() -> ConsentFormSheet:
    """Return seven rows of four purposes and two last days, with long names and a word held back:
    as full as the fullest person of the made-up workspace."""
    plan = "En plan for timer, opgaver og skånehensyn."
    held = replace(TERMS, purpose=plan, hold_back="At hun har søgt andet arbejde")
    employer = replace(ROW, party="Eksempel Tømmerhandel A/S", terms=held)
    purposes = (
        "En rundbordssamtale og det, der aftales der.",
        "At vide, hvad der kan lade sig gøre på arbejdet.",
        "At fortælle lægen, hvordan det er gået.",
    )
    meet, ask, tell = (replace(TERMS, purpose=purpose) for purpose in purposes)
    union = replace(ROW, party="Tillidsrepræsentanten")
    nothing = frozenset[Information]()
    rows = (
        replace(employer, direction=Direction.PASS_ON),
        replace(employer, terms=meet),
        replace(ROW, party="Egen læge", direction=Direction.OBTAIN, terms=ask),
        replace(ROW, party="Egen læge", terms=None, information=nothing),
        replace(ROW, party="Egen læge", direction=Direction.FEEDBACK, terms=tell),
        replace(union, direction=Direction.PASS_ON, terms=None, information=nothing),
        replace(union, terms=replace(meet, until=date(2026, 9, 30))),
    )
    return replace(CONSENT, rows=rows)


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_fullest_form_is_one_page_and_what_is_read_on_it_is_not_smaller_than_10(
    code: str,
) -> None:
    with in_language(code):
        paper = render(_fullest())
    assert paper.pages == 1
    told = ("voluntary", "frivilligt", "lawfully", "lovligt", "rundbordssamtale og")
    assert min(size for size, said in sizes(paper) if any(one in said for one in told)) >= 10


@pytest.mark.parametrize("code", ["da", "en"])
def test_large_type_takes_two_pages_at_most_and_sets_nothing_that_is_read_smaller_than_12(
    code: str,
) -> None:
    later = replace(TERMS, until=date(2026, 12, 1), hold_back="At han søger andet arbejde")
    rows = (*(ROW,) * 6, replace(ROW, terms=later))
    with in_language(code):
        blank = blank_form(SENDER, TODAY, wording_on(TODAY))
        papers = [
            render(sheet, large=True) for sheet in (blank, CONSENT, replace(CONSENT, rows=rows))
        ]
    assert max(paper.pages for paper in papers) == 2
    told = ("voluntary", "frivilligt", "employer", "Arbejdsgiver", "lawfully", "lovligt")
    set_in = [
        size for paper in papers for size, said in sizes(paper) if any(one in said for one in told)
    ]
    assert min(set_in) >= 12


def test_what_is_held_back_is_printed_and_the_reason_is_not() -> None:
    row = replace(ROW, terms=replace(TERMS, hold_back="At han søger andet arbejde"))
    words = read(render(replace(CONSENT, rows=(row,))))
    assert "Held back from Arbejdsgiver: At han søger andet arbejde" in words


def test_who_received_it_and_where_is_under_the_line() -> None:
    row = replace(ROW, terms=replace(TERMS, received_by="Bo Eksempel", received_place="Lægehuset"))
    assert "Received by Bo Eksempel · Lægehuset" in read(render(replace(CONSENT, rows=(row,))))


OTHER = replace(TERMS, purpose="Aftale timer", until=date(2026, 9, 30))


def test_one_purpose_and_one_end_are_said_once() -> None:
    words = read(render(replace(CONSENT, rows=(ROW, ROW))))
    assert words.count(TERMS.purpose) == 1
    assert words.count("The consent covers only the purpose that stands here.") == 1
    assert words.count("Holds until") == 1


def test_each_yes_keeps_its_own_purpose_and_end() -> None:
    both = replace(CONSENT, rows=(ROW, replace(ROW, party="Fagforening", terms=OTHER)))
    words = read(render(both))
    assert f"{TERMS.purpose} Arbejdsgiver, meet together with" in words
    assert "Aftale timer. Fagforening, meet together with" in words
    assert "09/03/27" in words
    assert "30/09/26" in words


@pytest.mark.parametrize("code", ["da", "en"])
def test_no_party_is_broken_in_the_middle_of_its_name(code: str) -> None:
    later = replace(TERMS, until=date(2026, 12, 1))
    rows = (ROW, replace(ROW, party="Tillidsrepræsentanten", terms=later))
    with in_language(code):
        assert "Tillidsrepræsentanten" in read(render(replace(CONSENT, rows=rows)))


def test_yeses_given_differently_each_say_how() -> None:
    spoken = replace(TERMS, form=ConsentForm.SPOKEN, given_on=date(2026, 9, 1))
    words = read(render(replace(CONSENT, rows=(ROW, replace(ROW, terms=spoken)))))
    assert "Given on 9 September 2026. Written." in words
    assert "Given on 1 September 2026. Spoken." in words
    assert "Form:" not in words


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (replace(TERMS, form=ConsentForm.SPOKEN), False),
        (TERMS, True),
        (replace(TERMS, original_at="Fagsystemet"), True),
    ],
)
def test_the_place_of_the_original_is_what_was_recorded(terms: ConsentTerms, said: bool) -> None:
    words = read(render(replace(CONSENT, rows=(replace(ROW, terms=terms),))))
    assert ("The original lies here:" in words) is said
    assert terms.original_at in words


def sizes(paper: Rendered) -> list[tuple[float, str]]:
    """Return each run of text with the size it is set in."""
    found: list[tuple[float, str]] = []
    for page in reader(paper).pages:
        page.extract_text(
            visitor_text=lambda said, _cm, _tm, _font, size: found.append((float(size), said))
        )
    return found


def _drawn_ticks(sheet: ConsentFormSheet) -> int:
    """Count the white strokes: only ticks are white."""
    pages: Any = reader(render(sheet)).pages
    return sum(int(page.get_contents().get_data().count(b"1 1 1 RG")) for page in pages)
