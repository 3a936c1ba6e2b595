"""What the packaged Fasthold holds, and what stays out of it.

The spec reads this, and so do the tests. Nothing but the standard library is used here.
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from importlib.metadata import files
from pathlib import Path

IDENTIFIER = "dk.fasthold.Fasthold"  # of the macOS bundle; changing it loses the keychain's trust
LANGUAGES = ("da", "en")
# A windowed program has no place to write to, so commands have one of their own.
WINDOWS_PROGRAMS = ("fasthold.exe", "fasthold-console.exe")

# Imported by a name made at run time, so PyInstaller cannot see them.
HIDDEN = (
    "font_source_sans_pro",
    "holidays.countries.denmark",
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "lucide",
    "tzdata",
)

# No network, no second database, no tools of development. What talks to the net would not even
# be found by somebody who wrote the import.
LEFT_OUT = (
    "_ssl",
    "ssl",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineQuick",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PIL.AvifImagePlugin",
    "PIL.ImageCms",
    "PIL.ImageTk",
    "PIL.WebPImagePlugin",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "_curses",
    "_sqlite3",
    "_tkinter",
    "curses",
    "defusedxml",
    "ensurepip",
    "hypothesis",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "mypy",
    "pip",
    "pytest",
    "readline",
    "setuptools",
    "sqlite3",
    "tests",
    "tkinter",
    "turtledemo",
)

# PyInstaller's preparations for what Fasthold never does: a tenth of the time to the first window.
HOOKS_OUT = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil")

# Of each folder of Qt plug-ins, the ones that Fasthold has a use for; other folders stay out whole.
PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("qxdgdesktopportal",),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico"),
    "printsupport": ("cups",),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient", "adwaita"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "xcbglintegrations": (),
}

# Libraries of the Linux this was built on that come along: what Python itself is linked to, and
# small parts of the window system that a desktop does not always have. Everything else is asked of
# the system, which keeps it up to date (linux/needs.py names the packages).
CARRIED = (
    "libbz2.",
    "libcrypto.",
    "libexpat.",
    "libffi.",
    "liblzma.",
    "libpython3",
    "libuuid.",
    "libxcb-cursor.",
    "libxcb-icccm.",
    "libxcb-image.",
    "libxcb-keysyms.",
    "libxcb-render-util.",
    "libxcb-util.",
    "libxkbcommon-x11.",
    "libz.",
)
# The Debian packages they are from: their licences come along too.
CARRIED_FROM = (
    "libbz2-1.0",
    "libexpat1",
    "libffi8",
    "liblzma5",
    "libuuid1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-util1",
    "libxkbcommon-x11-0",
    "zlib1g",
)
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def is_kept(place: str, source: str) -> bool:
    """Whether the file that goes to `place` of the bundle belongs there."""
    parts = place.replace("\\", "/").split("/")
    if "PySide6" in parts:
        return _is_kept_qt(parts)
    if parts[0] == "babel" and "locale-data" in parts:
        return parts[-1].split(".")[0].split("_")[0] in (*LANGUAGES, "root", "LICENSE")
    if parts[0] == "reportlab" and "fonts" in parts:
        return False  # papers are set in Source Sans
    if parts[0] == "font_source_sans_pro":
        return parts[-1] in (*_FONTS, "LICENSE.txt")
    if sys.platform == "linux" and source.startswith(_SYSTEM):
        return parts[-1].startswith(CARRIED) or "lib-dynload" in parts
    return True


_FONTS = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
_QT_LIBRARIES_OUT = ("Quick", "Qml", "VirtualKeyboard", "Sql", "WebEngine", "Test", "Designer")


def _is_kept_qt(parts: list[str]) -> bool:
    name = parts[-1].removeprefix("lib")
    if "plugins" in parts:
        kind = parts[parts.index("plugins") + 1]
        return name.startswith(PLUGINS.get(kind, ())) if PLUGINS.get(kind) else False
    if "translations" in parts:
        return name in {f"qtbase_{spoken}.qm" for spoken in LANGUAGES}
    if "qml" in parts or "qml" in name.lower():
        return False
    return not any(name.startswith((f"Qt6{part}", f"Qt{part}")) for part in _QT_LIBRARIES_OUT)


def is_read_first(module: str) -> bool:
    """Whether the first window may wait for `module`: the bulk of the others is never asked for."""
    top = module.split(".")[0]
    return top in sys.stdlib_module_names or top in _READ_FIRST


_READ_FIRST = frozenset({"app", "ui", "PySide6", "shiboken6", "platformdirs", "typing_extensions"})


def data_files(root: Path, made: Path) -> list[tuple[str, str]]:
    """Return the files that are read at run time, each with the folder it goes to."""
    found = [
        (str(path), str(path.parent.relative_to(root)))
        for path in sorted((root / "resources").rglob("*"))
        if path.is_file() and path.suffix not in (".po", ".png")
    ]
    fonts = _folder("font_source_sans_pro") / "files"
    found += [
        (str(fonts / name), "font_source_sans_pro/files") for name in (*_FONTS, "LICENSE.txt")
    ]
    found.append((str(_folder("lucide") / "lucide.zip"), "lucide"))
    found += [
        (str(_folder("holidays") / place / "DK.mo"), f"holidays/{place}")
        for place in ("locale/da/LC_MESSAGES", "locale/en_US/LC_MESSAGES")
    ]
    found.append(_metadata("tzdata"))
    found.append((str(root / "packaging" / "bundle" / "openssl.cnf"), "."))
    found.append((str(made / "METADATA"), f"fasthold-{version(root)}.dist-info"))
    found.append((str(made / "licences"), "licences"))
    return found


def programs(platform: str) -> tuple[str, ...]:
    """Return the files a person starts; the last one can also carry out commands."""
    if platform == "win32":
        return WINDOWS_PROGRAMS
    return ("fasthold",)


def version(root: Path) -> str:
    """Return the version that `pyproject.toml` names."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def mac_info(number: str) -> dict[str, object]:
    """Return what macOS is told of the bundle."""
    return {
        "CFBundleDisplayName": "Fasthold",
        "CFBundleShortVersionString": number,
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDevelopmentRegion": "en",
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
        # The window's content is never written to disk to be shown again at the next login.
        "NSQuitAlwaysKeepsWindows": False,
    }


def _metadata(name: str) -> tuple[str, str]:
    """Return the file that tells which version of `name` this is."""
    told = next(path for path in files(name) or () if path.name == "METADATA")
    return str(told.locate()), str(told.parent)


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])
