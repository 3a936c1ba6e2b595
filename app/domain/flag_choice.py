"""The choices a flag is made of: bands and codes, so broad that each fits many."""

from __future__ import annotations

from enum import StrEnum

from app.domain.language import N_


class Theme(StrEnum):
    """What it is about, in eight broad words."""

    WORK_PRESSURE = "work_pressure"
    COOPERATION = "cooperation"
    PHYSICAL_STRAIN = "physical_strain"
    OVERVIEW = "overview"
    SLEEP_ENERGY = "sleep_energy"
    PAIN = "pain"
    HOME_MONEY = "home_money"
    OTHER = "other"


THEME_LABELS: dict[Theme, str] = {
    Theme.WORK_PRESSURE: N_("Work pressure"),
    Theme.COOPERATION: N_("Cooperation at work"),
    Theme.PHYSICAL_STRAIN: N_("Physical strain"),
    Theme.OVERVIEW: N_("Concentration and overview"),
    Theme.SLEEP_ENERGY: N_("Sleep and energy"),
    Theme.PAIN: N_("Pain"),
    Theme.HOME_MONEY: N_("Home and money"),
    Theme.OTHER: N_("Other"),
}


class Function(StrEnum):
    """A function that is affected; the fourteen groups of the adjustment catalogue."""

    CONCENTRATION = "concentration"
    MEMORY = "memory"
    STAMINA = "stamina"
    STRESS_TOLERANCE = "stress_tolerance"
    LIFTING = "lifting"
    SITTING = "sitting"
    STANDING = "standing"
    HANDS = "hands"
    NOISE = "noise"
    SIGHT = "sight"
    SHIFT_WORK = "shift_work"
    SOCIAL_CONTACT = "social_contact"
    VARYING_PAIN = "varying_pain"
    PLANNING = "planning"


FUNCTION_LABELS: dict[Function, str] = {
    Function.CONCENTRATION: N_("Concentration"),
    Function.MEMORY: N_("Memory"),
    Function.STAMINA: N_("Stamina"),
    Function.STRESS_TOLERANCE: N_("Stress tolerance"),
    Function.LIFTING: N_("Lifting"),
    Function.SITTING: N_("Sitting work"),
    Function.STANDING: N_("Standing and walking"),
    Function.HANDS: N_("Hands and fine motor"),
    Function.NOISE: N_("Noise"),
    Function.SIGHT: N_("Sight and screen"),
    Function.SHIFT_WORK: N_("Shift work"),
    Function.SOCIAL_CONTACT: N_("Social contact"),
    Function.VARYING_PAIN: N_("Varying pain"),
    Function.PLANNING: N_("Planning"),
}


class Employment(StrEnum):
    """The work situation, as the doctor put it."""

    NOT_STATED = "not_stated"
    IN_JOB = "in_job"
    PARTLY_SICK = "partly_sick"
    SICK = "sick"
    UNEMPLOYED = "unemployed"
    OTHER = "other"


EMPLOYMENT_LABELS: dict[Employment, str] = {
    Employment.NOT_STATED: N_("Not stated"),
    Employment.IN_JOB: N_("In work"),
    Employment.PARTLY_SICK: N_("Partly on sick leave"),
    Employment.SICK: N_("On sick leave"),
    Employment.UNEMPLOYED: N_("Without work"),
    Employment.OTHER: N_("Other"),
}


class Sector(StrEnum):
    """The line of work in bands so broad that they fit many."""

    NOT_STATED = "not_stated"
    OFFICE = "office"
    CARE = "care"
    TEACHING = "teaching"
    TRADE = "trade"
    PRODUCTION = "production"
    TRANSPORT = "transport"
    OTHER = "other"


SECTOR_LABELS: dict[Sector, str] = {
    Sector.NOT_STATED: N_("Not stated"),
    Sector.OFFICE: N_("Office"),
    Sector.CARE: N_("Health and care"),
    Sector.TEACHING: N_("Teaching and children"),
    Sector.TRADE: N_("Trade and service"),
    Sector.PRODUCTION: N_("Industry and crafts"),
    Sector.TRANSPORT: N_("Transport and storage"),
    Sector.OTHER: N_("Other"),
}


class AgeBand(StrEnum):
    """Age in bands of ten years."""

    NOT_STATED = "not_stated"
    FROM_18 = "18-29"
    FROM_30 = "30-39"
    FROM_40 = "40-49"
    FROM_50 = "50-59"
    FROM_60 = "60+"


AGE_LABELS: dict[AgeBand, str] = {
    AgeBand.NOT_STATED: N_("Not stated"),
    AgeBand.FROM_18: N_("18–29"),
    AgeBand.FROM_30: N_("30–39"),
    AgeBand.FROM_40: N_("40–49"),
    AgeBand.FROM_50: N_("50–59"),
    AgeBand.FROM_60: N_("60+"),
}


class Urgency(StrEnum):
    """How soon something must happen."""

    CAN_WAIT = "can_wait"
    WITHIN_14_DAYS = "within_14_days"
    THIS_WEEK = "this_week"


URGENCY_LABELS: dict[Urgency, str] = {
    Urgency.CAN_WAIT: N_("Can wait"),
    Urgency.WITHIN_14_DAYS: N_("Within 14 days"),
    Urgency.THIS_WEEK: N_("This week"),
}


class Mentioned(StrEnum):
    """How often the patient has brought it up."""

    ONCE = "1"
    TWICE = "2"
    THREE_TIMES = "3"
    MORE = "more"


MENTIONED_LABELS: dict[Mentioned, str] = {
    Mentioned.ONCE: N_("1st time"),
    Mentioned.TWICE: N_("2nd time"),
    Mentioned.THREE_TIMES: N_("3rd time"),
    Mentioned.MORE: N_("More"),
}

OFTEN = (Mentioned.THREE_TIMES, Mentioned.MORE)


class NextStep(StrEnum):
    """What doctor and consultant agreed."""

    NONE = "none"
    DOCTOR_TALKS = "doctor_talks"
    PATIENT_RINGS = "patient_rings"
    MEET_AT_PRACTICE = "meet_at_practice"
    ADVICE_ONLY = "advice_only"


STEP_LABELS: dict[NextStep, str] = {
    NextStep.NONE: N_("Not agreed yet"),
    NextStep.DOCTOR_TALKS: N_("Doctor talks to patient"),
    NextStep.PATIENT_RINGS: N_("Patient rings"),
    NextStep.MEET_AT_PRACTICE: N_("Meet at the practice"),
    NextStep.ADVICE_ONLY: N_("Advice only"),
}


class Actor(StrEnum):
    """Who acts next."""

    DOCTOR = "doctor"
    STAFF = "staff"
    CONSULTANT = "consultant"


ACTOR_LABELS: dict[Actor, str] = {
    Actor.DOCTOR: N_("The doctor"),
    Actor.STAFF: N_("The practice staff"),
    Actor.CONSULTANT: N_("Me"),
}


# What can be chosen of a flag: codes from these lists, which no hand has typed.
FLAG_CHOICES: tuple[type[StrEnum], ...] = (
    Theme,
    Function,
    Employment,
    Sector,
    AgeBand,
    Urgency,
    Mentioned,
    NextStep,
    Actor,
)


class FlagStatus(StrEnum):
    """Where a flag stands: who has the ball."""

    RAISED = "raised"
    DOCTOR_ASKS = "doctor_asks"
    AWAITING = "awaiting"
    CONSENTED = "consented"
    CLOSED = "closed"


# Where the citizen has not said yes or no: a slip may be out, and its code may be said any day.
MAY_RING = (FlagStatus.RAISED, FlagStatus.DOCTOR_ASKS, FlagStatus.AWAITING)

STATUS_LABELS: dict[FlagStatus, str] = {
    FlagStatus.RAISED: N_("Raised"),
    FlagStatus.DOCTOR_ASKS: N_("Doctor talks to patient"),
    FlagStatus.AWAITING: N_("Awaiting answer"),
    FlagStatus.CONSENTED: N_("Consent given"),
    FlagStatus.CLOSED: N_("Closed"),
}


class CloseReason(StrEnum):
    """Why a flag was closed."""

    ADVICE_ONLY = "advice_only"
    PATIENT_DECLINED = "patient_declined"
    CITIZEN_ADVISED = "citizen_advised"
    NO_LONGER_NEEDED = "no_longer_needed"


CLOSE_LABELS: dict[CloseReason, str] = {
    CloseReason.ADVICE_ONLY: N_("Advice only"),
    CloseReason.PATIENT_DECLINED: N_("Patient said no"),
    CloseReason.CITIZEN_ADVISED: N_("Citizen advised"),
    CloseReason.NO_LONGER_NEEDED: N_("No longer needed"),
}
