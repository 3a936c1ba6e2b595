"""The door reads every text of a paper as its field was read, but for what stands by right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

import pytest

from app.domain.consent_form import blank_form
from app.domain.guard import About, Rule
from app.domain.language import in_language
from app.domain.slip import SlipLanguage
from app.reports import (
    consent_form,
    cooperation_agreement,
    employer_sheet,
    flag_slip,
    preparation_sheet,
    visit_summary,
)
from app.reports.sheet import Rendered
from app.services.consent_wording import wording_on
from app.services.door import trace_in
from tests.papers import (
    CONSENT,
    COOPERATION,
    EMPLOYER,
    PREPARATION,
    SENDER,
    SLIP,
    SUMMARY,
    TODAY,
    slip_sheet,
)

NAME = "Fatima Yilmaz"
CPR = "010190-1234"


@dataclass(frozen=True)
class Kind:
    """One kind of paper of nobody: a view of it, how it is printed, and what names by right."""

    view: object
    render: Callable[..., Rendered]
    by_right: frozenset[str] = frozenset()


def of_sender() -> frozenset[str]:
    return frozenset(f"sender.{field.name}" for field in fields(SENDER))


POLISH = replace(SLIP, sheet=slip_sheet(SlipLanguage.POLISH))
LABELS = frozenset(
    f"sheet.labels.{field.name}" for field in fields(SLIP.sheet.labels) if field.name != "spoken"
)
HOUSE = frozenset(f"habits.{field}" for field in ("name", "address", "phone"))
NOBODY = {
    "visit summary": Kind(SUMMARY, visit_summary.render, frozenset({"practice"}) | of_sender()),
    "preparation sheet": Kind(
        PREPARATION,
        preparation_sheet.render,
        frozenset(f"sheet.{place}" for place in HOUSE)
        | {"sheet.owed.0.told_by.name", "sheet.newcomers.0.facts.name"}
        | {"sheet.professionals.0", "sheet.professionals.1"}
        | of_sender(),
    ),
    "cooperation agreement": Kind(
        COOPERATION,
        cooperation_agreement.render,
        frozenset(f"facts.{field.name}" for field in fields(COOPERATION.facts))
        | HOUSE
        | {"practice", "professionals.0"}
        | of_sender(),
    ),
    "slip": Kind(SLIP, flag_slip.render, of_sender() | LABELS),
    "slip in Polish": Kind(POLISH, flag_slip.render, of_sender() | LABELS),
    "blank consent form": Kind(
        blank_form(SENDER, TODAY, wording_on(TODAY)), consent_form.render, of_sender()
    ),
}
LANGUAGES = {"slip": "en", "slip in Polish": "pl"}
every_kind = pytest.mark.parametrize("name", NOBODY)


def trace(kind: Kind, view: object, language: str, *known: str) -> Rule | None:
    return trace_in(view, kind.render(view).body, frozenset(known), About.NOBODY, language)


def texts(view: object, place: str = "") -> Iterator[str]:
    """Yield where in `view` a text stands."""
    if isinstance(view, str) and not isinstance(view, Enum):
        yield place
    elif is_dataclass(view):
        for field in fields(view):
            yield from texts(getattr(view, field.name), f"{place}.{field.name}".lstrip("."))
    elif isinstance(view, tuple):
        for number, part in enumerate(view):
            yield from texts(part, f"{place}.{number}".lstrip("."))


def written(view: object, place: str, words: str) -> object:
    """Return `view` with these words in that place."""
    first, _dot, rest = place.partition(".")
    if not first:
        return words
    if isinstance(view, tuple):
        at = int(first)
        return (*view[:at], written(view[at], rest, words), *view[at + 1 :])
    assert is_dataclass(view)
    assert not isinstance(view, type)
    return replace(view, **{first: written(getattr(view, first), rest, words)})


@every_kind
def test_a_paper_of_nobody_leaves_in_each_of_its_languages(name: str) -> None:
    kind = NOBODY[name]
    for language in (LANGUAGES[name],) if name in LANGUAGES else ("da", "en"):
        with in_language(language):
            assert trace(kind, kind.view, language) is None


@every_kind
def test_a_name_in_any_of_its_texts_stops_it_unless_it_stands_there_by_right(name: str) -> None:
    kind, passed = NOBODY[name], set()
    for place in texts(kind.view):
        view = written(kind.view, place, NAME)
        if trace_in(view, "", frozenset(), About.NOBODY, LANGUAGES.get(name, "da")) is None:
            passed.add(place)
    assert passed == kind.by_right & set(texts(kind.view))


@every_kind
def test_a_cpr_number_stops_it_wherever_it_stands(name: str) -> None:
    kind = NOBODY[name]
    for place in texts(kind.view):
        view = written(kind.view, place, CPR)
        language = LANGUAGES.get(name, "da")
        assert trace_in(view, "", frozenset(), About.NOBODY, language) is Rule.CPR, place


def test_a_doctor_may_be_named_in_what_is_good_to_know_and_nobody_else() -> None:
    kind = NOBODY["preparation sheet"]
    place = "sheet.habits.quick_facts"
    assert trace(kind, written(PREPARATION, place, "Anna Eksempels kontor"), "da") is None
    assert trace(kind, written(PREPARATION, place, f"{NAME}s kontor"), "da") is Rule.NAME


def test_a_citizen_of_the_file_is_seen_where_no_list_holds_the_name() -> None:
    view = written(SUMMARY, "promises.0.what", "Spørger efter Schwendlund")
    assert trace(NOBODY["visit summary"], view, "da") is None
    citizen = "Schwendlund Test Mosebryggersen"
    assert trace(NOBODY["visit summary"], view, "da", citizen) is Rule.NAME


def test_a_number_parted_over_two_cells_is_seen_on_the_paper() -> None:
    view = written(written(COOPERATION, "duties.0.what", "nr. 0101"), "duties.0.timing", "901234")
    assert trace(NOBODY["cooperation agreement"], view, "da") is not None


def test_the_papers_of_a_citizen_name_the_citizen_and_hold_no_number() -> None:
    for view, body, about in (
        (CONSENT, consent_form.render(CONSENT).body, About.CONTACT),
        (EMPLOYER, employer_sheet.render(EMPLOYER).body, About.EMPLOYER),
    ):
        assert trace_in(view, body, frozenset(), about, "da") is None
        told = written(view, "citizen", CPR)
        assert trace_in(told, body, frozenset(), about, "da") is Rule.CPR


@pytest.mark.parametrize("words", ["Depression", "F43.1", "sertralin"])
def test_an_illness_stops_the_employers_plan_in_its_texts_and_as_it_is_printed(words: str) -> None:
    for place in ("agreements.0.function", "actions.0.what", "colleagues_told", "duration"):
        view = written(EMPLOYER, place, f"På grund af {words}")
        rendered = employer_sheet.render(view)  # type: ignore[arg-type]  # a sheet as before
        for told, body in ((view, ""), (EMPLOYER, rendered.body)):
            assert trace_in(told, body, frozenset(), About.EMPLOYER, "da") is Rule.HEALTH
