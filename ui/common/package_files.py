"""Where the files of an installed package lie, found without running the package.

Importing the font and icon packages (or `importlib.resources`) costs more than reading what we
want from them, and all of it falls before the first window.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def package_folder(package: str) -> Path:
    """Return the folder `package` is installed in."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])
