"""Making the file, one part after the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from app.bootstrap import Services, open_services
from app.changes import Topic
from app.demo.days import MadeUpClock
from app.demo.decade.flags import add_flags
from app.demo.decade.grants import add_grants
from app.demo.decade.people import add_people, begun_lately
from app.demo.decade.practices import add_offices
from app.demo.decade.scale import DECADE, Scale
from app.demo.decade.story import Story
from app.demo.decade.visits import add_visits
from app.demo.decade.work import add_work
from app.demo.make import PASSPHRASE, SENDER
from app.domain.language import _
from app.services.file import FileService

_WRITTEN = (Topic.PRACTICE, Topic.VISIT, Topic.FLAG, Topic.FOLLOWUP, Topic.CONSENT, Topic.TASK)

Tell = Callable[[str], None]


def make_decade(
    path: Path,
    today: date,
    seed: int = 1,
    *,
    files: FileService,
    scale: Scale = DECADE,
    tell: Tell | None = None,
) -> bytes:
    """Make the workspace at `path`, close it, and return its key; `tell` hears how far it is."""
    # The dice only make stories; nothing secret is drawn from them.
    story = Story(today, scale, Random(seed))  # noqa: S311
    made = files.make(path, PASSPHRASE, keychain=False)
    clock = MadeUpClock(today)
    services = open_services(path, made.dek, today=clock.today, now=clock.now)
    with closing(services.vault):
        services.settings.mark_made_up()
        services.settings.save_sender(SENDER)
        _fill(services, story, tell or _silent)
        services.tidy.tidy_on_this_day()  # finds nothing: what is due was never made
    return made.dek


def _fill(services: Services, story: Story, tell: Tell) -> None:
    with services.vault.write(*_WRITTEN) as session:
        tell(_("Practices and their visits …"))
        offices = add_offices(services, session, story)
        held = add_visits(session, story, offices)
        tell(_("Citizens and their consents …"))
        everybody = add_people(session, story)
        add_grants(session, story, everybody)
        tell(_("Flags …"))
        add_flags(session, story, offices, held, begun_lately(story, everybody))
        tell(_("Contacts, tasks and papers …"))
        add_work(session, story, everybody)
        tell(_("Saving …"))


def _silent(_said: str) -> None:
    """Say nothing of how far it is."""
