"""Somebody in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Services
from tests.front_door import FrontDoor
from tests.journeys.person import Person


@pytest.fixture
def path(door: FrontDoor) -> Path:
    return door.make()[0]


@pytest.fixture
def person(door: FrontDoor, path: Path) -> Person:
    someone = door.open(path)
    door.unlock(someone)
    someone.keys("Ctrl+,")
    return someone


@pytest.fixture
def services(door: FrontDoor, person: Person) -> Services:
    """The services of the open window."""
    return door.work(person).services
