"""The least that a packed PySide6 program can be: an empty window."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(sys.argv)
window = QWidget(windowTitle="empty")
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
