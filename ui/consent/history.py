"""Every yes and no there ever was of one person, and each time one fell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.consent import (
    DIRECTION_LABELS,
    FORM_LABELS,
    INFORMATION_LABELS,
    ConsentKind,
    ConsentStatus,
    Information,
)
from app.domain.consent_fall import FALL_LABELS, ROUTE_LABELS, Fall
from app.domain.followup_sheet import ConsentRow, FollowupSheet
from app.domain.language import N_, _
from app.domain.words import joined, long_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Token, Tone

STATUS_WORDS: dict[ConsentStatus, str] = {
    ConsentStatus.LIVE: N_("Holds"),
    ConsentStatus.REFUSED: N_("Said no"),
    ConsentStatus.WITHDRAWN: N_("Withdrawn"),
    ConsentStatus.EXPIRED: N_("Run out"),
    ConsentStatus.INVALID: N_("Recorded by mistake"),
    ConsentStatus.FULFILLED: N_("Replaced or reached"),
}
_LOOKS: dict[ConsentStatus, tuple[Tone, str]] = {
    ConsentStatus.LIVE: (Tone.OK, "check"),
    ConsentStatus.REFUSED: (Tone.NEUTRAL, "hand"),
    ConsentStatus.WITHDRAWN: (Tone.DANGER, "circle-x"),
    ConsentStatus.EXPIRED: (Tone.NEUTRAL, "timer-off"),
    ConsentStatus.INVALID: (Tone.DANGER, "triangle-alert"),
    ConsentStatus.FULFILLED: (Tone.NEUTRAL, "check-check"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryActs:
    """What the list can ask for."""

    open_fall: Callable[[Fall], object]
    open_consent: Callable[[ConsentRow], object]


def open_history(parent: QWidget, sheet: FollowupSheet, acts: HistoryActs) -> Dialog:
    """Show the list, the newest first."""
    dialog = Dialog(_("Every consent"), parent, width=720)
    if sheet.falls:
        dialog.body.addWidget(Text(_("What fell"), Role.CARD_TITLE))
        fell = RowList([_fall_row(fall) for fall in sheet.falls])
        fell.setObjectName("falls")
        fell.opened.connect(lambda _key: dialog.accept())
        fell.opened.connect(acts.open_fall)
        dialog.body.addWidget(fell)
        dialog.body.addWidget(Text(_("Every yes and no"), Role.CARD_TITLE))
    said = RowList([_consent_row(one, sheet) for one in reversed(sheet.consents)])
    said.setObjectName("consents")
    said.opened.connect(lambda _key: dialog.accept())
    said.opened.connect(acts.open_consent)
    dialog.body.addWidget(said)
    dialog.body.addStretch(1)
    close = dialog.add_button(Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=dialog.reject))
    close.setObjectName("close")
    close.setFocus()
    dialog.open()
    return dialog


def fall_words(fall: Fall) -> str:
    """Return how it came about and who was told, in one line."""
    parts = [_(ROUTE_LABELS[fall.route])] if fall.route else []
    told = [one.name for one in fall.tell if one.told_on]
    if told:
        parts.append(_("told: {names}").format(names=joined(told)))
    if fall.untold:
        names = joined([one.name for one in fall.untold])
        parts.append(_("not told yet: {names}").format(names=names))
    return " · ".join(parts)


def _fall_row(fall: Fall) -> Row:
    title = _("{what}, {day}").format(what=_(FALL_LABELS[fall.kind]), day=long_day(fall.day))
    return Row(
        title,
        fall_words(fall),
        key=fall,
        leading=IconLabel("circle-x", Token.INK2, 18),
        trailing=[Badge(_("To be noted"), Tone.WARN, "circle-alert")] if fall.open else [],
        wrap=True,
    )


def _about(consent: ConsentRow, sheet: FollowupSheet) -> str:
    """Return which party a yes or no is about, which way, and what."""
    cells = [cell for cell in sheet.cells if cell.consent_id == consent.id]
    names = {party.id: party.facts.name for party in sheet.parties}
    if not cells:
        return ""
    kinds = {cell.information for cell in cells}
    said = [_(INFORMATION_LABELS[kind]).lower() for kind in Information if kind in kinds]
    return _("{party}, {direction}: {information}").format(
        party=names[cells[0].party_id],
        direction=_(DIRECTION_LABELS[cells[0].direction]).lower(),
        information=joined(said),
    )


def _consent_row(consent: ConsentRow, sheet: FollowupSheet) -> Row:
    title = _about(consent, sheet) or consent.purpose
    if consent.kind is ConsentKind.RELAYED:
        title = _("The doctor passed on a yes")
    given = _("{day}, {form}, until {until}").format(
        day=long_day(consent.given_on),
        form=_(FORM_LABELS[consent.form]).lower(),
        until=long_day(consent.expires_on),
    )
    if consent.status is ConsentStatus.REFUSED:
        given = long_day(consent.given_on)
    tone, icon = _LOOKS[consent.status]
    return Row(
        title,
        given,
        key=consent,
        leading=IconLabel("handshake", Token.INK2, 18),
        trailing=[Badge(_(STATUS_WORDS[consent.status]), tone, icon)],
        wrap=True,
    )
