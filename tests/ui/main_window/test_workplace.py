"""The frame knows whose file it is, how soon it locks, and where search leads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.visit import VisitDraft
from tests.builders import flag_draft, practice_draft
from tests.followups import flagged, started
from tests.front_door import FrontDoor
from tests.windows import find, opened, press
from ui.common.button import Button
from ui.flag.flag_page import FlagPage
from ui.flag.flag_tile import FlagTile
from ui.followup.followup_dialog import FirstTalkDialog
from ui.followup.followup_page import FollowupPage
from ui.main_window.navigation import PAGE_OF_DRAFT, navigation
from ui.main_window.workplace import Workplace
from ui.settings.choices import Choices


def hits(work: Workplace, words: str) -> dict[str, str]:
    return {hit.title: hit.group for hit in work._find(words)}


def test_the_frame_says_whose_file_it_is(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    assert "Kim Eksempelsen" in person.reads()
    assert "Eksempel Kommune" in person.reads()


def test_while_a_visit_runs_the_lock_waits_longer(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    visit, practice = work.services.visit, work.services.practice
    practice_id = practice.add_practice(practice_draft())
    visit_id = visit.plan_visit(
        VisitDraft(practice_id=str(practice_id), day="09.09.2026", at="12.30", minutes="30")
    )
    assert work.idle_minutes() == 5
    visit.start_visit(visit_id)
    assert work.idle_minutes() == 15


def test_search_finds_pages_practices_and_help(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    work.services.practice.add_practice(practice_draft(name="Skovbrynets Læger"))
    assert hits(work, "skovbry") == {"Skovbrynets Læger": "Practice"}
    assert hits(work, "settings")["Settings"] == "Pages"
    assert hits(work, "help") == {"Help": "Commands"}


def test_no_words_put_the_search_out(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    work.services.practice.add_practice(practice_draft(name="Skovbrynets Læger"))
    person.keys("Ctrl+K")
    search = work.shell.top_bar.search
    for words in (
        '" AND NEAR( b: -x *',
        "'); DROP TABLE practice; --",
        "%_\\",
        "[a-z]+(",
        "<b>",
        "Læge\x00hus\u202e",
    ):
        search.selectAll()
        search.insert(words)
        assert "Nothing found." in person.reads(), words
    search.selectAll()
    search.insert("sko\u200bvbrynets la\u0308ger".replace("a\u0308", "\u00e6"))
    assert [hit.title for hit in work.shell.palette_list.hits()] == ["Skovbrynets Læger"]


def test_colours_and_language_are_ordered_in_the_words_of_either_language(
    door: FrontDoor,
) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    ordered: list[str] = []
    work._choices.theme_chosen.connect(ordered.append)
    work._choices.language_chosen.disconnect()  # the window would be made anew
    work._choices.language_chosen.connect(ordered.append)
    for words in ("theme dark", "tema mørkt", "language Danish", "sprog engelsk"):
        [hit] = work._find(words)
        assert hit.group == "Commands"
        hit.open()
    assert ordered == ["dark", "dark", "da", "en"]
    assert "Dark" not in hits(work, "")


def test_the_last_copy_is_told_once_there_is_one(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    assert "No copy saved yet" in person.reads()
    work.services.settings.note_copied(door.clock.today())
    assert "Last copy 9 September 2026" in person.reads()


def test_every_unfinished_edit_has_a_page_that_is_there(door: FrontDoor) -> None:
    path, _made = door.make()
    window = door.another()
    pages = {item.name for item in navigation(Choices(path, window._acts, "light"))}
    assert set(PAGE_OF_DRAFT.values()) <= pages


def test_the_key_of_a_page_leads_from_one_thing_to_the_list(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    followup = started(work.services)
    work.shell.go("followups", followup)
    page = work.shell.page()
    assert isinstance(page, FollowupPage)
    assert page.one.isVisible()
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert page.list.isVisible()
    assert page.list.table.hasFocus()


def test_a_code_typed_in_the_search_offers_the_first_talk_at_once(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    flag = flagged(work.services)
    assert hits(work, flag.code.lower().replace("-", "")) == {
        flag.code: "Flag",
        "The citizen rings: begin the first talk": "Flag",
    }
    person.keys("Ctrl+K")
    QTest.keyClicks(work.shell.top_bar.search, flag.code.lower())
    person.keys("Return")
    page = work.shell.page()
    assert isinstance(page, FlagPage)
    assert find(page, Button, "citizen_rings").hasFocus()
    press(Qt.Key.Key_Space)
    assert opened(work, FirstTalkDialog)


def test_a_code_that_is_doubted_shows_its_flag_and_offers_no_talk(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    practice = work.services.practice.add_practice(practice_draft())
    work.services.flag.raise_flag(practice, None, flag_draft(), "K7-QX")
    person.keys("Ctrl+K")
    QTest.keyClicks(work.shell.top_bar.search, "k7-xq")
    person.keys("Return")
    page = work.shell.page()
    assert isinstance(page, FlagPage)
    assert find(page, FlagTile, "flag_K7-QX").hasFocus()


def test_a_code_no_flag_has_is_asked_for_again(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    person.keys("Ctrl+K")
    QTest.keyClicks(work.shell.top_bar.search, "k7-qy")
    assert "No flag has this code. Ask for it sign by sign." in person.reads()


def test_a_first_talk_that_is_given_up_leads_back_to_the_flag(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    flag = flagged(work.services)
    work.shell.go("flags", flag.id.hex)
    flags = work.shell.page()
    assert flags is not None
    work.shell.go("followups", f"flag:{flag.id.hex}")
    opened(person.window, FirstTalkDialog).reject()
    QTest.qWait(20)
    assert work.page_name() == "flags"
    here = person.window.focusWidget()
    assert here is not None
    assert flags.isAncestorOf(here)
