"""The card of the parties: who takes part, what each does next, and who drives."""

from __future__ import annotations

from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyKind, PartyRow
from app.domain.words import short_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.tokens import Token, Tone

ICONS: dict[PartyKind, str] = {
    PartyKind.EMPLOYER: "briefcase",
    PartyKind.GP: "stethoscope",
    PartyKind.UNION_REP: "users",
    PartyKind.UNION: "handshake",
    PartyKind.SPECIALIST: "stethoscope",
    PartyKind.HOSPITAL: "hospital",
    PartyKind.TREATMENT: "heart-handshake",
    PartyKind.ASSESSMENT: "clipboard-list",
    PartyKind.FAMILY: "house",
}


class PartyCard(Card):
    """Lists the parties; `list.opened` asks to correct one, `new` for another."""

    def __init__(self) -> None:
        # i18n: Danish: »Hvem gør hvad«
        super().__init__(_("Who does what"))
        self.list = RowList()
        self.new = Button(_("Add a party"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("add_party")
        self.add_action(self.new)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show the parties of `sheet`."""
        self.list.set_rows([_row(party) for party in sheet.parties])
        empty = _("The citizen alone so far. Begin with the employer, if the citizen agrees.")
        self.set_empty(None if sheet.parties else empty)


def _row(party: PartyRow) -> Row:
    facts = party.facts
    kind = _(PARTY_LABELS[facts.kind])
    parts = [kind if kind != facts.name else "", facts.person, facts.next_step]
    if facts.next_on is not None:
        parts.append(short_day(facts.next_on))
    marks = [Badge(_("Drives it"), Tone.ACCENT, "arrow-up-right")] if facts.drives else []
    return Row(
        facts.name,
        " · ".join(part for part in parts if part),
        key=party.id,
        leading=IconLabel(ICONS[facts.kind], Token.INK2, 18),
        trailing=marks,
    )
