from __future__ import annotations

import subprocess
import sys

from tests.source import ROOT

DAY = """
from ui.common.kept import keep_what_qt_drops
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal()

keep_what_qt_drops()
bell = Bell()
for _ in range(200_000):
    bell.setObjectName("bell")
    bell.rang.emit()
print("still here")
"""


def test_the_program_outlives_a_long_day_of_calls_to_qt() -> None:
    done = subprocess.run([sys.executable, "-c", DAY], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "still here\n"), done.stderr[:300]
