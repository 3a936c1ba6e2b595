"""Recording a yes: for one party, one way, these kinds of information, until a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.consent import DIRECTION_LABELS, INFORMATION_LABELS
from app.domain.days import a_year_after
from app.domain.grant import GrantDraft
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyRow
from app.domain.purpose import PARTY_PURPOSES, PURPOSE_LABELS
from app.domain.typed import write_day
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.segments import Options
from ui.common.text_field import TextField
from ui.consent.form_of_yes import Said, add_form_of_yes, show_said


def party_options(parties: Sequence[PartyRow]) -> Options:
    """Return the parties to choose from, with what each is."""
    return tuple((party.id.hex, party_name(party)) for party in parties)


def party_name(party: PartyRow) -> str:
    """Return who a party is: its name, and what it is if the name does not say so."""
    kind = _(PARTY_LABELS[party.facts.kind])
    name = party.facts.name
    return name if name.casefold() == kind.casefold() else f"{name} · {kind}"


def fresh_grant(
    draft: GrantDraft, parties: Sequence[PartyRow], today: date, receiver: str
) -> GrantDraft:
    """Return a new yes given today to `receiver` for the longest time the law allows, about the
    only party if there is one; nothing is ticked."""
    only = parties[0].id.hex if len(parties) == 1 else ""
    return replace(
        draft,
        party_id=draft.party_id or only,
        given_on=write_day(today),
        until=write_day(a_year_after(today)),
        received_by=receiver,
    )


class GrantDialog(DatedDialog[GrantDraft]):
    """A yes as the citizen says it; nothing is chosen beforehand but what can only be so."""

    def __init__(
        self,
        parties: Sequence[PartyRow],
        draft: GrantDraft,
        submit: Callable[[GrantDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        said: Said,
        memory: DraftMemory | None = None,
    ) -> None:
        self._parties, self._said = parties, said
        super().__init__(
            _("Record a consent"),
            draft,
            submit,
            today,
            parent,
            memory=memory,
            save_text=_("Save consent"),
        )
        show_said(self.form)

    @override
    def build(self, form: Form) -> None:
        who = ChoiceField(party_options(self._parties), placeholder=_("Choose who it is about"))
        form.add("party_id", _("Who"), who)
        form.add(
            "direction",
            _("Which way"),
            ChipsField(tuple((code.value, _(label)) for code, label in DIRECTION_LABELS.items())),
        )
        kinds = tuple((code.value, _(label)) for code, label in INFORMATION_LABELS.items())
        form.add(
            "information",
            _("What about"),
            ChipsField(kinds, many=True),
            _("Diagnosis, treatment and medicine cannot be chosen: they are never passed on."),
        )
        self._add_purpose(form)
        form.add("until", _("Until"), DayField(self._today), _("At most twelve months."))
        form.add(
            "reached_on",
            _("The purpose is reached by, if that is known"),
            DayField(self._today),
            _("The consent ends on the earliest of the two days."),
        )
        form.add_section(_("What is held back"))
        form.add("hold_back", _("What the citizen wants kept from them, if anything"), TextField())
        form.add("hold_back_why", _("Why"), TextField())
        form.add_section(_("The yes"))
        add_form_of_yes(form, self._today, self._said)

    def _add_purpose(self, form: Form) -> None:
        purposes = tuple((code.value, _(PURPOSE_LABELS[code])) for code in PARTY_PURPOSES)
        form.add(
            "purpose_code",
            _("What for"),
            ChoiceField(purposes, placeholder=_("Choose what it is for")),
        )
        form.add(
            "purpose",
            _("In the citizen's own words"),
            TextField(placeholder=_("For example: the roundtable on 3 December")),
        )
