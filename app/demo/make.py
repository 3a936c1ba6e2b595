"""Making the made-up workspace."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from app.bootstrap import Services, open_services
from app.demo.cooperation import agree, teach, welcome
from app.demo.days import MadeUpClock, weeks_before
from app.demo.erased import come_and_go
from app.demo.people import People
from app.demo.practices import PRACTICES, add_absence, add_closed_week, add_practices
from app.demo.visits import YearOfVisits, visit_days
from app.domain.problem import FastholdError
from app.domain.sender import SenderDraft
from app.services.file import FileService

PASSPHRASE = "havre-kaffe-vindue-bro-lygte"  # noqa: S105 -- made-up data has no secret

SENDER = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage kl. 8.30–14.30",
    municipality="Eksempel Kommune",
    office="Fastholdelse · Rådhusvej 0, 0000 Eksempel",
)

Progress = Callable[[int, int], None]


def make_demo(
    path: Path, today: date, seed: int = 1, *, files: FileService, progress: Progress | None = None
) -> bytes:
    """Make the workspace at `path`, live a year up to `today`, close it; return its key."""
    made = files.make(path, PASSPHRASE, keychain=False)
    clock = MadeUpClock(weeks_before(today, 52))
    services = open_services(path, made.dek, today=clock.today, now=clock.now)
    with closing(services.vault):
        services.settings.mark_made_up()
        services.settings.save_sender(SENDER)
        _live(services, clock, today, seed, progress or _silent)
    return made.dek


def is_demo(path: Path, files: FileService) -> bool:
    """Return whether the file at `path` is a made-up workspace, and not somebody's own."""
    try:
        dek = files.open_by_passphrase(path, PASSPHRASE)
    except FastholdError:
        return False
    services = open_services(path, dek)
    with closing(services.vault):
        return services.settings.made_up()


def _live(
    services: Services, clock: MadeUpClock, today: date, seed: int, progress: Progress
) -> None:
    # The dice only make stories; nothing secret is drawn from them.
    random = Random(seed)  # noqa: S311
    practice_ids = add_practices(services, clock.today())
    # A year ago for the first one: it is time to go through it again.
    agree(services, practice_ids[0], clock.today(), PRACTICES[0].doctors[0][0])
    year = YearOfVisits(services, clock, random, practice_ids)
    plans = visit_days(today)
    for number, plan in enumerate(plans):
        progress(number, len(plans) + 1)
        year.live(plan)
        services.tidy.tidy_on_this_day()
    clock.go_to(today)
    services.tidy.tidy_on_this_day()
    come_and_go(services, clock, today)
    People(services, clock, today).live()
    clock.go_to(today)
    year.plan_today(today)
    year.hear_by_phone(1)
    year.accept_next(1)
    # It may run into the closed week that is reported afterwards: then it needs a decision.
    year.plan_after_six_weeks(2, max(plan.day for plan in plans if plan.practice == 2))
    add_closed_week(services, practice_ids[2], today)
    add_absence(services, today)
    teach(services, practice_ids[0], today)
    welcome(services, practice_ids[0])
    agree(services, practice_ids[1], weeks_before(today, 20), PRACTICES[1].doctors[0][0])
    services.tidy.tidy_on_this_day()
    progress(len(plans) + 1, len(plans) + 1)


def _silent(_done: int, _of: int) -> None:
    """Say nothing of the progress."""
