"""What the guard can find, how serious it is, and the sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.language import N_


class Severity(StrEnum):
    """Whether a finding stops the text or only asks for a second look."""

    REFUSE = "refuse"
    WARN = "warn"


class Rule(StrEnum):
    """Kinds of traces, the most telling first: where two meet, the first one names the place."""

    ERROR = "error"
    CPR = "cpr"
    EMAIL = "email"
    URL = "url"
    DATE = "date"
    PHONE = "phone"
    CASE_NUMBER = "case_number"
    PLATE = "plate"
    ADDRESS = "address"
    POSTCODE = "postcode"
    DIGITS = "digits"
    FLAG_CODE = "flag_code"
    KINSHIP = "kinship"
    INITIALS = "initials"
    NAME = "name"
    HEALTH = "health"
    PRIVATE = "private"
    SINGLED_OUT = "singled_out"
    OCCUPATION = "occupation"
    EMPLOYER = "employer"
    PLACE = "place"
    CAPITAL = "capital"


RULE_TEXTS: dict[Rule, str] = {
    Rule.ERROR: N_("The text could not be checked, so it cannot be kept. Write it in other words."),
    Rule.CPR: N_("This looks like a CPR number. Remove it."),
    Rule.EMAIL: N_("This looks like an e-mail address. Remove it."),
    Rule.URL: N_("This looks like a web address. Remove it."),
    Rule.DATE: N_("This looks like a date with a day. Write the month or the week instead."),
    Rule.PHONE: N_("This looks like a phone number. Remove it."),
    Rule.CASE_NUMBER: N_("This looks like a case number. Remove it."),
    Rule.PLATE: N_("This looks like a number plate. Remove it."),
    Rule.ADDRESS: N_("This looks like an address. Remove the street and the number."),
    Rule.POSTCODE: N_("This looks like a postcode and a town. Remove them."),
    Rule.DIGITS: N_("Six or more digits can point to a person. Remove some of them."),
    # i18n: Danish: »Et flags kode og et navn må ikke stå sammen. Slet koden.«
    Rule.FLAG_CODE: N_("A flag's code and a name must not stand together. Remove the code."),
    Rule.NAME: N_("This looks like a person's name. Remove it."),
    Rule.KINSHIP: N_("This looks like the name of a relative or colleague. Write the role only."),
    Rule.INITIALS: N_("This looks like initials. Remove them."),
    Rule.HEALTH: N_(
        "An illness or a medicine does not belong here. Write what is hard at work instead."
    ),
    # i18n: Danish: »Familie, bolig, penge og lægens ord hører ikke hjemme i planen. …«
    Rule.PRIVATE: N_(
        "Family, housing, money and the doctor's words do not belong in the employer's plan. Write"
        " what is hard at work instead."
    ),
    Rule.SINGLED_OUT: N_("This may fit only one person. Write something more general."),
    Rule.OCCUPATION: N_("Few people have this work. Write the field of work instead."),
    Rule.EMPLOYER: N_("This names an employer. Write the kind of workplace instead."),
    Rule.PLACE: N_("This names a place. Leave it out, or write the part of the country."),
    Rule.CAPITAL: N_(
        "Could someone be recognised by this word? Then write something more general."
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text as it was typed, from `start` up to `end`, and the rule it breaks."""

    start: int
    end: int
    rule: Rule
    severity: Severity


Place = tuple[int, int, Rule]  # from, up to, in plain text


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())
