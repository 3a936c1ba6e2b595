"""What is said when a paper has been saved."""

from __future__ import annotations

from pathlib import Path

from app.domain.language import _


def saved_words(place: Path) -> str:
    """Return the file's name and where it is."""
    return _("Saved as {file} in {folder}.").format(file=place.name, folder=place.parent)
