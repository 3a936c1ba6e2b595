"""What Windows shows of a program under Properties, Details."""

from __future__ import annotations

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
    fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Fasthold maintainers"),
      StringStruct("FileDescription", "Fasthold"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "fasthold"),
      StringStruct("ProductName", "Fasthold"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x409, 1200])])
  ]
)
"""


def version_resource(version: str) -> str:
    """Return the resource in the form PyInstaller reads."""
    return _TEXT.format(numbers=four_numbers(version), version=version)


def four_numbers(version: str) -> tuple[int, ...]:
    """Return `version` as the four numbers Windows asks for."""
    numbers = [int(part) for part in version.split(".") if part.isdigit()]
    return tuple([*numbers, 0, 0, 0, 0][:4])
