"""Recording a yes: for one party, one way, these kinds of information, until a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.consent import (
    DIRECTION_LABELS,
    FORM_LABELS,
    INFORMATION_LABELS,
    LONGEST_DAYS,
    GrantDraft,
    has_original,
)
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyRow
from app.domain.typed import write_day
from ui.common.check import CheckField
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.segments import Options, SegmentField
from ui.common.text_field import TextField


def party_options(parties: Sequence[PartyRow]) -> Options:
    """Return the parties to choose from, with what each is."""
    return tuple((party.id.hex, party_name(party)) for party in parties)


def party_name(party: PartyRow) -> str:
    """Return who a party is: its name, and what it is if the name does not say so."""
    kind = _(PARTY_LABELS[party.facts.kind])
    name = party.facts.name
    return name if name.casefold() == kind.casefold() else f"{name} · {kind}"


def fresh_grant(draft: GrantDraft, parties: Sequence[PartyRow], today: date) -> GrantDraft:
    """Return a new yes given today for the longest time the law allows, about the only party if
    there is one; nothing is ticked."""
    only = parties[0].id.hex if len(parties) == 1 else ""
    return GrantDraft(
        party_id=draft.party_id or only,
        direction=draft.direction,
        information=draft.information,
        purpose=draft.purpose,
        given_on=write_day(today),
        until=write_day(today + timedelta(days=LONGEST_DAYS)),
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
        memory: DraftMemory | None = None,
    ) -> None:
        self._parties = parties
        super().__init__(
            _("Record a consent"),
            draft,
            submit,
            today,
            parent,
            memory=memory,
            save_text=_("Save consent"),
        )

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
        form.add("until", _("Until"), DayField(self._today), _("At most twelve months."))
        form.add(
            "purpose",
            _("What for"),
            TextField(placeholder=_("For example: to plan hours and adjustments")),
        )
        form.add("given_on", _("Given on"), DayField(self._today))
        add_form_of_yes(form)


def add_form_of_yes(form: Form) -> None:
    """Add how a yes was given, where the original lies if there is one, and that the citizen was
    told."""
    forms = tuple((code.value, _(label)) for code, label in FORM_LABELS.items())
    form.add("form", _("How it was given"), SegmentField(forms))
    form.add(
        "original_at",
        _("Where the original lies"),
        TextField(placeholder=_("For example: the case file, or the cabinet")),
    )
    form.ask_if("original_at", "form", has_original)
    form.add(
        "told_voluntary",
        "",
        CheckField(_("I have said that it is voluntary and can be withdrawn at any time")),
    )
