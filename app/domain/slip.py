"""The slip for the patient: what it prints, in which languages, and which words can be changed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.flag import KEPT_DAYS
from app.domain.language import _
from app.domain.sender import Sender
from app.domain.settling import Settling
from app.domain.typed import read_line, read_note, read_required

TITLE_LIMIT = 60
LEAD_LIMIT = 120
BODY_LIMIT = 900
_BRACED = re.compile(r"\{[^{}]*\}|[{}]")
FILLED_IN = frozenset({"{number}", "{hours}", "{code}", "{days}"})
_PROMISE = "{days}"


class SlipLanguage(StrEnum):
    """The languages a slip is printed in."""

    DANISH = "da"
    ENGLISH = "en"
    POLISH = "pl"
    ROMANIAN = "ro"
    TURKISH = "tr"
    UKRAINIAN = "uk"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDraft:
    """The words of a slip as typed; `read` says that a speaker of the language has read them."""

    title: str = ""
    lead: str = ""
    body: str = ""
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTexts:
    """The words of a slip that can be changed; what is in braces is filled in when it is printed.

    Number, hours and code stand in a box of their own too: no change of words can lose them.
    """

    title: str
    lead: str
    body: str

    def fingerprint(self) -> str:
        """Return what tells these words from any others."""
        words = "\0".join((self.title, self.lead, self.body))
        return hashlib.sha256(words.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLabels:
    """The words of a slip that stand as they are shipped. `name` is the language's own name, and
    `spoken` the one a PDF gives it; `translated` is by a machine."""

    name: str
    spoken: str
    translated: bool
    kind: str
    promise: str
    page: str
    ring: str
    say: str
    contact: str

    @property
    def by_right(self) -> tuple[str, ...]:
        """Everything: these words are Fasthold's own, in a language it may not read."""
        return (
            self.name,
            self.kind,
            self.promise,
            self.page,
            self.ring,
            self.say,
            self.contact,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipSheet:
    """The words of one language as they are in force. `unread`: translated by a machine, and nobody
    who speaks the language has read these very words yet."""

    language: SlipLanguage
    labels: SlipLabels
    texts: SlipTexts
    changed: bool
    read_on: date | None

    @property
    def unread(self) -> bool:
        """Whether a speaker of the language has to read it before it is used."""
        return self.labels.translated and self.read_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagSlip:
    """All that the slip for the patient prints: a number to ring and a code to say."""

    code: str
    sender: Sender
    printed_on: date
    sheet: SlipSheet
    kept_days: int = KEPT_DAYS

    def filled_in(self, words: str) -> str:
        """Return `words` with number, hours, code and days in their places."""
        known = {
            "{number}": self.sender.phone,
            "{hours}": self.sender.reachable,
            "{code}": self.code,
            _PROMISE: str(self.kept_days),
        }
        return _BRACED.sub(lambda found: known.get(found[0], found[0]), words)


def without_braces(words: str) -> str:
    """Return `words` with what is filled in overwritten, sign for sign: it tells of nobody."""
    return _BRACED.sub(lambda found: " " * len(found[0]), words)


def settle_slip(draft: SlipDraft, language: SlipLanguage, known_names: frozenset[str]) -> SlipTexts:
    """Return the words, or raise `Rejected`: a slip speaks of nobody, and says how long what was
    noted is kept."""
    form = Settling()
    texts = SlipTexts(
        title=form.read("title", lambda: read_required(draft.title, TITLE_LIMIT), ""),
        lead=form.read("lead", lambda: read_line(draft.lead, LEAD_LIMIT), ""),
        body=form.read("body", lambda: read_note(draft.body, BODY_LIMIT), ""),
    )
    for field, words in (("title", draft.title), ("lead", draft.lead), ("body", draft.body)):
        if set(_BRACED.findall(words)) - FILLED_IN:
            form.refuse(field, _("Only {number}, {hours}, {code} and {days} may stand in braces."))
        form.guard(field, without_braces(words), known_names, language=language)
    if _PROMISE not in draft.body:
        said = _("Say after how many days the note goes: write {days} where the number stands.")
        form.refuse("body", said)
    form.finish()
    return texts
