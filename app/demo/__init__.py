"""A made-up workspace to look around in: the same for the same seed and day.

Practices, doctors and employers are plainly made up; the citizens are official test persons of the
Danish health sector. It is lived, not written: a year of days goes by, and each day does through
the services what a consultant would have done, so nothing in it could not have happened.
"""

from __future__ import annotations

from app.demo.make import PASSPHRASE, is_demo, make_demo

__all__ = ["PASSPHRASE", "is_demo", "make_demo"]
