"""The words of slips as they are shipped: bundled as data in every language."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from typing import Any

from app.domain.slip import SlipLabels, SlipLanguage, SlipTexts
from app.system.paths import resource


def shipped_labels(language: SlipLanguage) -> SlipLabels:
    """Return the words of a slip that cannot be changed."""
    entry = _entries()[language]
    return SlipLabels(**{field.name: entry[field.name] for field in fields(SlipLabels)})


def shipped_texts(language: SlipLanguage) -> SlipTexts:
    """Return the words of a slip as long as nobody has changed them."""
    entry = _entries()[language]
    return SlipTexts(**{field.name: entry[field.name].strip() for field in fields(SlipTexts)})


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resource("reference", "slip.toml").read_text(encoding="utf-8"))
