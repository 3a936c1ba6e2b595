"""What slips say, and gathering them: one flag's, or those of a practice to cut out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, fields
from datetime import date

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import known_names
from app.data.flag import FlagRecord, find_flags, get_flag
from app.data.setting import drop_settings, find_settings, put_setting
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.flag import FlagId
from app.domain.flag_choice import MAY_RING
from app.domain.language import _
from app.domain.problem import Problem, Refused, Rejected
from app.domain.retention import Kept
from app.domain.sender import Sender
from app.domain.slip import (
    FlagSlip,
    SlipDraft,
    SlipLanguage,
    SlipSheet,
    SlipTexts,
    settle_slip,
)
from app.reports import flag_slip
from app.services.retention import kept_for
from app.services.slip_words import shipped_labels, shipped_texts
from app.system.clock import Today

_READ = "read"
_NAMES = (*(field.name for field in fields(SlipTexts)), _READ)
_SAMPLE = "W9-WW"  # as wide as a code gets; no flag's


class SlipService:
    """Keep the words of slips, and gather slips."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def sheets(self) -> tuple[SlipSheet, ...]:
        """Return the words of every language as they are in force."""
        with self._vault.read() as session:
            saved = find_settings(session)
        return tuple(_sheet(language, saved) for language in SlipLanguage)

    def sheet(self, language: SlipLanguage) -> SlipSheet:
        """Return the words of one language as they are in force."""
        with self._vault.read() as session:
            return _sheet(language, find_settings(session))

    def slip_draft(self, language: SlipLanguage) -> SlipDraft:
        """Return the words of one language to change."""
        sheet = self.sheet(language)
        return SlipDraft(**asdict(sheet.texts), read=sheet.read_on is not None)

    def save_texts(self, language: SlipLanguage, draft: SlipDraft) -> None:
        """Save the words, and whether a speaker has read them; raise `Rejected` for what points to
        a person or fits on no slip."""
        with self._vault.write(Topic.SETTINGS) as session:
            before = _sheet(language, find_settings(session))
            texts = settle_slip(draft, language, known_names(session))
            self._refuse_too_long(language, texts)
            note_act(session, Action.SETTINGS_CHANGED, Word.SLIP)
            drop_settings(session, _places(language))
            if texts != shipped_texts(language):
                for name, words in asdict(texts).items():
                    put_setting(session, _place(language, name), words)
            if draft.read:
                known = before.read_on if before.texts == texts else None
                day = (known or self._today()).isoformat()
                read = f"{day} {texts.fingerprint()}"
                put_setting(session, _place(language, _READ), read)

    def use_shipped_texts(self, language: SlipLanguage) -> None:
        """Let go of what was changed."""
        with self._vault.write(Topic.SETTINGS) as session:
            note_act(session, Action.SETTINGS_CHANGED, Word.SLIP)
            drop_settings(session, _places(language))

    def slip(self, flag_id: FlagId, language: SlipLanguage) -> FlagSlip:
        """Gather what the slip of a flag prints; `Refused` without my details."""
        sender = self._sender()
        with self._vault.read() as session:
            (slip,) = self._slips(session, [get_flag(session, flag_id)], sender, language)
        return slip

    def slips_of_practice(self, flag_id: FlagId, language: SlipLanguage) -> tuple[FlagSlip, ...]:
        """Gather the slips of all flags of a flag's practice whose citizens have not said yes or
        no, oldest first; `Refused` if there is none."""
        sender = self._sender()
        with self._vault.read() as session:
            practice_id = get_flag(session, flag_id).practice_id
            waiting = [
                flag
                for flag in find_flags(session)
                if flag.practice_id == practice_id and flag.status in MAY_RING
            ]
            if not waiting:
                raise Refused(_("No flag of this practice waits for a citizen to ring."))
            return self._slips(session, waiting, sender, language)

    def _slips(
        self,
        session: Session,
        flags: Iterable[FlagRecord],
        sender: Sender,
        language: SlipLanguage,
    ) -> tuple[FlagSlip, ...]:
        sheet, today = _sheet(language, find_settings(session)), self._today()
        days = kept_for(session).amount(Kept.FLAG)
        return tuple(
            FlagSlip(code=flag.code, sender=sender, printed_on=today, sheet=sheet, kept_days=days)
            for flag in flags
        )

    def _refuse_too_long(self, language: SlipLanguage, texts: SlipTexts) -> None:
        sheet = _in_force(language, texts, None)
        sample = FlagSlip(
            code=_SAMPLE, sender=self._sender(), printed_on=self._today(), sheet=sheet
        )
        if not flag_slip.fits(sample):
            raise Rejected([Problem("body", _("This does not fit on a slip. Shorten it."))])


def _sheet(language: SlipLanguage, saved: dict[str, str]) -> SlipSheet:
    shipped = asdict(shipped_texts(language))
    texts = SlipTexts(
        **{name: saved.get(_place(language, name), words) for name, words in shipped.items()}
    )
    day, _blank, fingerprint = saved.get(_place(language, _READ), "").partition(" ")
    read = day if fingerprint == texts.fingerprint() else ""
    return _in_force(language, texts, date.fromisoformat(read) if read else None)


def _in_force(language: SlipLanguage, texts: SlipTexts, read_on: date | None) -> SlipSheet:
    return SlipSheet(
        language=language,
        labels=shipped_labels(language),
        texts=texts,
        changed=texts != shipped_texts(language),
        read_on=read_on,
    )


def _place(language: SlipLanguage, name: str) -> str:
    return f"slip.{language}.{name}"


def _places(language: SlipLanguage) -> list[str]:
    return [_place(language, name) for name in _NAMES]
