"""People of the made-up year who are gone: a yes that came to nothing, and one who asked."""

from __future__ import annotations

from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import MadeUpClock, typed
from app.demo.people import EINER, SCHWENDLUND
from app.domain.consent import RELAYED_DAYS, RelayedDraft
from app.domain.contact import ContactDraft
from app.domain.erasure import ErasureDraft
from app.domain.followup import FollowupDraft

_RELAYED, _BEGAN = 120, 100  # days before today


def come_and_go(services: Services, clock: MadeUpClock, today: date) -> None:
    """Let one lapse whom nobody reached, and erase one who asked for it."""
    _lapse(services, clock, today - timedelta(days=_RELAYED))
    _ask(services, clock, today - timedelta(days=_BEGAN))
    clock.go_to(today)


def _lapse(services: Services, clock: MadeUpClock, day: date) -> None:
    clock.go_to(day)
    services.consent.record_relayed(
        RelayedDraft(
            name=SCHWENDLUND,
            reach="00 00 00 13",
            relayed_by="Anna Eksempel",
            given_on=typed(day),
        )
    )
    clock.go_to(day + timedelta(days=RELAYED_DAYS + 1))
    services.consent.lapse_due()


def _ask(services: Services, clock: MadeUpClock, day: date) -> None:
    clock.go_to(day)
    followup = services.followup.begin(
        FollowupDraft(
            name=EINER,
            reach="00 00 00 12",
            given_on=typed(day),
            told_voluntary=True,
            origin="citizen",
            employment="in_job",
        )
    )
    for after in (1, 8):
        clock.go_to(day + timedelta(days=after))
        services.party.log_contact(
            followup,
            ContactDraft(day=typed(clock.today()), channel="phone", way="out", note="Talt sammen."),
        )
    initials = services.erasure.preview(followup).initials
    services.erasure.erase_person(followup, ErasureDraft(initials=initials))
