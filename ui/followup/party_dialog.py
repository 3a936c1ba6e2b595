"""Adding and correcting a party of a follow-up."""

from __future__ import annotations

from typing_extensions import override

from app.domain.followup import OUTCOME_LABELS
from app.domain.guard import About
from app.domain.language import _
from app.domain.party import PARTY_LABELS, PartyDraft
from ui.common.check import CheckField
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.guarded import GuardedLine
from ui.common.text import Text
from ui.common.text_field import TextField


class PartyDialog(DatedDialog[PartyDraft]):
    """Who takes part, and what they do next. No consent comes with it."""

    @override
    def build(self, form: Form) -> None:
        words = _("Being listed opens nothing: what a party may hear is recorded as a consent.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        kinds = tuple((code.value, _(label)) for code, label in PARTY_LABELS.items())
        form.add("kind", _("Who"), ChoiceField(kinds))
        form.add("name", _("Name"), TextField(placeholder=_("The workplace, practice or union")))
        form.add("person", _("Contact person there"), TextField())
        form.add("phone", _("Phone"), TextField())
        form.add("email", _("E-mail"), TextField())
        rungs = (
            ("", _("Not known")),
            *((code.value, _(label)) for code, label in OUTCOME_LABELS.items()),
        )
        form.add("aim_rung", _("What they aim at"), ChoiceField(rungs))
        form.add("aim", _("In their own words"), GuardedLine(About.CITIZEN))
        form.add("next_step", _("Next step"), GuardedLine(About.CITIZEN))
        form.add("next_on", _("By"), DayField(self._today, by=True))
        # i18n: Danish: »De er tovholder«
        form.add("drives", "", CheckField(_("They drive what happens next")))
        form.add_widget(
            Text(_("Only one drives: whoever did before no longer does."), Role.CAPTION)
        )
