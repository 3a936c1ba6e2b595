"""What is kept about a citizen leaves as data by the same door as papers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from app.bootstrap import Services
from app.data.disclosure import Basis, find_disclosures
from app.services.access_data import VERSION
from tests.followups import NANCY, SENDER, citizen_of, started


def test_it_is_noted_with_its_hash_as_it_leaves(services: Services, tmp_path: Path) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    place = services.access_data.save(followup, "da", tmp_path)
    assert place.name == "access-data-2026-09-001.json"
    citizen = citizen_of(services, followup)
    with services.vault.read() as session:
        (noted,) = find_disclosures(session, citizen)
        told = noted.basis, noted.paper, noted.sha256
    assert told == (Basis.SELF, "access-data", hashlib.sha256(place.read_bytes()).hexdigest())


def test_it_has_the_form_that_is_promised(services: Services, tmp_path: Path) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    told = json.loads(services.access_data.save(followup, "en", tmp_path).read_text("utf-8"))
    assert list(told) == [
        *("document", "version", "language", "printed_on", "controller", "citizen", "followup"),
        *("chapters", "kept", "rights", "left_out"),
    ]
    assert (told["version"], told["citizen"], told["printed_on"]) == (VERSION, NANCY, "2026-09-09")
    for chapter in told["chapters"]:
        assert set(chapter) == {"name", "title", "purpose", "source", "entries"}
        for entry in chapter["entries"]:
            assert set(entry) == {"table", "label", "fields", "parts"}
            for field in entry["fields"]:
                assert set(field) == {"name", "label", "words", "value"}


def test_it_tells_the_same_as_the_paper(services: Services, tmp_path: Path) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    view = services.export.prepare_access_report(followup, "da").reading.view
    told = json.loads(services.access_data.save(followup, "da", tmp_path).read_text("utf-8"))
    assert [one.title for one in view.chapters] == [one["title"] for one in told["chapters"]]  # type: ignore[attr-defined]
