"""What the audit trail is held against, in words."""

from __future__ import annotations

from app.domain.audit_anchor import AnchorKind, AnchorRow, Holding
from app.domain.language import N_, _, ngettext
from app.domain.words import long_day, number

KIND_LABELS: dict[AnchorKind, str] = {
    AnchorKind.STATE: N_("Noted beside the file"),
    AnchorKind.KEYCHAIN: N_("Noted in this computer's keychain"),
    AnchorKind.COPY: N_("Saved copy"),
    AnchorKind.PRINTED: N_("Printed or written down"),
}


def anchor_title(row: AnchorRow) -> str:
    """Return where a seal was noted; of a copy, of which day it is."""
    label = _(KIND_LABELS[row.kind])
    if row.kind is AnchorKind.COPY and row.on:
        return _("{what} of {day}").format(what=label, day=long_day(row.on))
    return label


def anchor_words(row: AnchorRow) -> str:
    """Return in a sentence how the trail stands to what was noted there."""
    if row.holding is Holding.MISSING:
        return ngettext(
            "The last entry that was noted there is missing in the file.",
            "The last {n} entries that were noted there are missing in the file.",
            row.missing,
        ).format(n=number(row.missing))
    return _sentence(row).format(seq=number(row.seq))


def _sentence(row: AnchorRow) -> str:
    return {
        Holding.AGREES: _("Entry {seq} stands in the file as it was noted."),
        Holding.OTHER: _other(row.kind),
        Holding.OLDER: _(
            "The file is an older copy that was put back: it had been saved further when entry"
            " {seq} was noted. That is no sign of tampering if you or your IT department did it."
        ),
        Holding.BEFORE: _(
            "Entry {seq} is more than five years old and is no longer kept, so it cannot be"
            " compared."
        ),
        Holding.SILENT: _silence(row.kind),
        Holding.NOTHING: _nothing(row.kind),
    }.get(row.holding, "")


def _other(kind: AnchorKind) -> str:
    if kind is AnchorKind.COPY:
        return _(
            "Entry {seq} in the file is another than in this copy. So it is too when an older copy"
            " was put back after this one was saved."
        )
    return _("Entry {seq} in the file is another than was noted.")


def _silence(kind: AnchorKind) -> str:
    if kind is AnchorKind.COPY:
        return _("The copy cannot be looked into now: its drive is away, or it is being used.")
    return _(
        "The keychain does not answer. Fasthold works on without it; the other places still show"
        " whether the end was cut off."
    )


def _nothing(kind: AnchorKind) -> str:
    if kind is AnchorKind.STATE:
        return _("Nothing was noted here before: the file was opened as a copy, or was moved.")
    return _("Nothing is noted here yet. Fasthold does it once a day.")
