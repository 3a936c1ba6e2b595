"""Ten years of a busy office in one file, to see whether everything stays fast.

Not lived but written, a table at a time, for ten years of days would take hours; yet lawful: every
rule of the schema is on, every citizen has a consent, and nothing is due when it is made. Two
things are harder than life. An office of 200 practices has many consultants. And because a
follow-up is erased six months after it ended, 2,000 citizens can be in a file only if most of them
are still followed up, some of them for ten years, on consents renewed every year.

A flag lives 90 days, so 9,000 live flags would be against the rules. One in nine is live – 1,000,
some five for each practice, which is what a board must bear – and the others are what the rules
leave of them: month, practice and theme, for counting.
"""

from __future__ import annotations

from app.demo.decade.make import Tell, make_decade
from app.demo.decade.scale import DECADE, Scale

__all__ = ["DECADE", "Scale", "Tell", "make_decade"]
