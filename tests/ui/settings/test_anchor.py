"""Settings name each place where the end of the trail is noted, and which of them differs."""

from __future__ import annotations

from app.bootstrap import Services
from tests.conftest import PaperKeyring
from tests.journeys.person import Person

JUDGED = "Nothing was cut off, as far as the places that answer can tell."


def test_each_place_is_named_and_agrees(person: Person) -> None:
    person.press("compare_audit")
    person.wait(lambda: JUDGED in person.reads())
    assert "Noted beside the file" in person.reads()
    assert "Noted in this computer's keychain" in person.reads()
    assert not person.can_press("go_on_from_here")


def test_the_place_that_differs_is_named_until_somebody_goes_on_from_here(
    person: Person, services: Services, keychain: PaperKeyring
) -> None:
    services.anchor.follow()
    (noted,) = (name for name in keychain._kept if "anchor" in name[0])
    known = keychain._kept[noted].split('"mac":"')
    keychain._kept[noted] = f'{known[0]}"mac":"{"0" * 64}{known[1][64:]}'
    person.press("compare_audit")
    person.wait(lambda: "The audit trail does not agree with every place." in person.reads())
    assert "Differs" in person.reads()
    person.press("go_on_from_here")
    person.wait(lambda: JUDGED in person.reads())


def test_a_seal_from_paper_is_compared_as_it_is_typed(person: Person, services: Services) -> None:
    last = services.audit.standing().last
    assert last is not None
    person.press("compare_audit")
    person.wait(lambda: JUDGED in person.reads())
    person.press("compare_printed")
    assert "Write the number that stands before the seal." in person.reads()
    person.fill(number=str(last.seq), seal=last.seal)
    person.press("compare_printed")
    assert f"Entry {last.seq} stands in the file as it was noted." in person.reads()
    person.fill(number=str(last.seq), seal="0" * 16)
    person.press("compare_printed")
    assert f"Entry {last.seq} in the file is another than was noted." in person.reads()
