"""`fasthold --selftest`: whether this installation holds all that Fasthold needs.

Everything is tried for real, in a folder that is gone afterwards: nothing of the user's is read.
"""

from __future__ import annotations

from app.selftest.check import Check, Facts, Failed, Told, need
from app.selftest.run import CHECKS, run

__all__ = ["CHECKS", "Check", "Facts", "Failed", "Told", "need", "run"]
