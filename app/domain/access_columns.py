"""What the access report says of each column about a citizen. A column that stands in none of the
chapters, neither told nor left out for a reason, is refused by a test."""

from __future__ import annotations

from app.domain.access_person import CONSENTS, FOLLOWUP, PARTIES, PERSON
from app.domain.access_told import Chapter, Told
from app.domain.access_work import HANDED_OVER, MEASURES, ROUNDTABLES, TALKS

CHAPTERS: dict[str, Chapter] = {
    "person": PERSON,
    "consents": CONSENTS,
    "followup": FOLLOWUP,
    "parties": PARTIES,
    "talks": TALKS,
    "measures": MEASURES,
    "roundtables": ROUNDTABLES,
    "handed_over": HANDED_OVER,
}
TABLES: dict[str, Told] = {
    name: told for chapter in CHAPTERS.values() for name, told in chapter.tables.items()
}
# Columns that say no or yes by 0 and 1.
YES_NO = frozenset(
    {
        *(("citizen", "no_ring"), ("consent_fall", "everything"), ("party", "drives")),
        *(("followup", "drives"), ("participant", "attended")),
        ("remark", "held"),
    }
)
