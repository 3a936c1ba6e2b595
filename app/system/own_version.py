"""Which Fasthold this is."""

from __future__ import annotations

from functools import cache


@cache
def own_version() -> str:
    """Return the version that is installed, or an empty text where nothing was installed."""
    # Reads mail headers, so all of that comes with it: not before the first window.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fasthold")
    except PackageNotFoundError:
        return ""
