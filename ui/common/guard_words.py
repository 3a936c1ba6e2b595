"""How a field says what the guard found in it: a title, why it is stopped, and whether doubts are
told too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.guard import RULE_TEXTS, About, Rule
from app.domain.language import N_, _


@dataclass(frozen=True, slots=True)
class GuardWords:
    """`titles` of known kinds of traces and the one of all `others`; `why` says more. `doubts` are
    told where a second look is wanted, and `clear` is offered where everything may go at once."""

    titles: Mapping[Rule, str]
    others: str
    why: Callable[[Rule], str]
    doubts: bool = False
    clear: str = ""

    def title(self, rule: Rule) -> str:
        """Return the title for what breaks this rule."""
        title = self.titles.get(rule, self.others)
        return _(title)


_TITLES: dict[Rule, str] = {
    # i18n: Danish: »Her står noget, der ligner et CPR-nummer«
    Rule.CPR: N_("This holds something that looks like a CPR number"),
    Rule.PHONE: N_("This holds something that looks like a phone number"),
    Rule.EMAIL: N_("This holds something that looks like an e-mail address"),
    Rule.ADDRESS: N_("This holds something that looks like an address"),
    Rule.FLAG_CODE: N_("This holds the code of a flag"),
    Rule.DATE: N_("This holds a date with a day"),
    Rule.NAME: N_("This holds something that looks like a name"),
}
_OTHERS = N_("This holds something that points to a person")


def words_about(about: About) -> GuardWords:
    """Return the words of a field whose text is about this."""
    why = _why_nobody if about is About.NOBODY else _why_citizen
    return GuardWords(_TITLES, _OTHERS, why)


def _why_nobody(rule: Rule) -> str:
    words = _("What is written here may lead to nobody. It can be saved once this is taken out.")
    return words if rule in _TITLES else f"{_(RULE_TEXTS[rule])} {words}"


def _why_citizen(rule: Rule) -> str:
    if rule in (Rule.CPR, Rule.ERROR):
        return _("Fasthold has no use for it. The text can be saved once it is taken out.")
    if rule is Rule.FLAG_CODE:
        return _(RULE_TEXTS[rule])
    # i18n: Danish: »Numre og adresser hører til i feltet for, hvordan man kan nås. …«
    words = _(
        "Numbers and addresses belong in the field for how to be reached. The text can be saved"
        " once this is taken out."
    )
    return words if rule in _TITLES else f"{_(RULE_TEXTS[rule])} {words}"
