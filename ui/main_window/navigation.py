"""The pages, each under its final key, and what the search field finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.domain.draft import DraftKind
from app.domain.language import N_, _
from app.domain.search import HIT_LABELS, HitKind, has_words
from ui.flag.flag_page import FlagPage
from ui.followup.followup_page import FollowupPage
from ui.practice.practice_page import PracticePage
from ui.roundtable.roundtable_page import RoundtablePage
from ui.settings.choices import Choices
from ui.settings.settings_page import SettingsPage
from ui.shell.nav import NavItem
from ui.shell.palette import Hit
from ui.shell.shell import Enter
from ui.today.today_page import TodayPage
from ui.visit.visit_entry import enter_visit
from ui.visit.visit_page import VisitPage

if TYPE_CHECKING:
    from app.services.search import SearchService
    from ui.common.desk import Desk, Go


def navigation(choices: Choices) -> tuple[NavItem, ...]:
    """Return the pages there are; 6, 8 and 9 are kept for those to come."""

    def settings(desk: Desk) -> SettingsPage:
        return SettingsPage(desk, choices)

    return (
        # i18n: Danish: »I dag«, »Besøg«, »Flag«, »Forløb«, »Rundbord«, »Lægehuse«, »Indstillinger«
        NavItem("today", N_("Today"), "sunrise", "1", TodayPage),
        NavItem("visits", N_("Visits"), "calendar-days", "2", VisitPage),
        NavItem("flags", N_("Flags"), "flag", "3", FlagPage),
        NavItem("followups", N_("Follow-ups"), "route", "4", FollowupPage),
        NavItem("roundtables", N_("Roundtables"), "users", "5", RoundtablePage),
        NavItem("practices", N_("Practices"), "hospital", "7", PracticePage),
        NavItem("settings", N_("Settings"), "settings", ",", settings),
    )


ROOMS: Mapping[str, Enter] = {"visit_room": enter_visit}

PAGE_OF_DRAFT: dict[DraftKind, str] = {
    DraftKind.PRACTICE: "practices",
    DraftKind.DOCTOR: "practices",
    DraftKind.CLOSED: "practices",
    DraftKind.LESSON: "practices",
    DraftKind.COOPERATION: "practices",
    DraftKind.DUTY: "practices",
    DraftKind.VISIT: "visits",
    DraftKind.QUESTION: "visits",
    DraftKind.PROMISE: "visits",
    DraftKind.FLAG: "flags",
    DraftKind.RELAYED: "followups",
    DraftKind.CONFIRMED: "followups",
    DraftKind.GRANT: "followups",
    DraftKind.FOLLOWUP: "followups",
    DraftKind.PARTY: "followups",
    DraftKind.CONTACT: "followups",
    DraftKind.MEASURE: "followups",
    DraftKind.TASK: "today",
    DraftKind.ROUNDTABLE: "roundtables",
    DraftKind.PARTICIPANT: "roundtables",
    DraftKind.AGREEMENT: "roundtables",
    DraftKind.STEP: "roundtables",
    DraftKind.ACTION: "roundtables",
    DraftKind.SCHEME: "roundtables",
    DraftKind.POINT: "roundtables",
    DraftKind.REMARK: "roundtables",
    DraftKind.SENDER: "settings",
    DraftKind.SLIP: "settings",
    DraftKind.ABSENCE: "settings",
    DraftKind.SOFT_BLOCK: "settings",
    DraftKind.CLOCK_RULE: "settings",
    DraftKind.ADJUSTMENT: "settings",
    DraftKind.SCHEME_CHECK: "settings",
}

# The page, what stands before the id there, and the icon.
_PLACE_OF_HIT: dict[HitKind, tuple[str, str, str]] = {
    HitKind.PRACTICE: ("practices", "", "hospital"),
    HitKind.FLAG: ("flags", "code:", "flag"),
    HitKind.LIKE_FLAG: ("flags", "", "flag"),
    HitKind.FIRST_TALK: ("followups", "flag:", "handshake"),
    HitKind.FOLLOWUP: ("followups", "", "route"),
    HitKind.RELAYED: ("followups", "", "route"),
}


def find(words: str, pages: Sequence[NavItem], search: SearchService, go: Go) -> Sequence[Hit]:
    """Return the pages and the things that `words` name; without words, all pages."""
    return [*_pages(words, pages, go), *_things(words, search, go)]


def _pages(words: str, pages: Sequence[NavItem], go: Go) -> Iterator[Hit]:
    for page in pages:
        label = _(page.label)
        if has_words(label, words):
            yield Hit(_("Pages"), label, page.keys, page.icon, partial(go, page.name))


def _things(words: str, search: SearchService, go: Go) -> Iterator[Hit]:
    for found in search.find(words):
        page, before, icon = _PLACE_OF_HIT[found.kind]
        leads = partial(go, page, before + found.id.hex)
        yield Hit(_(HIT_LABELS[found.kind]), found.title, found.detail, icon, leads)
