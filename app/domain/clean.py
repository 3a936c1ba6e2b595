"""Text as it may be kept: whole signs in one way of writing them, and none that nobody sees.

Every rule reads what was typed through here, and so does every field what is pasted into it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_EMOJI = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_JOINING = "\u0600-\u109f\u1780-\u17ff\u1a20-\u1aaf\ufb50-\ufdff\ufe70-\ufefc"  # scripts
# What joins emoji, or letters of scripts in which that changes a word (Farsi, Hindi), is seen.
_SEEN = (
    f"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])",
    f"(?<=[{_EMOJI}])\ufe0f|(?<=[#*0-9])\ufe0f(?=\u20e3)",
    f"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])",
    "\U0001f3f4[\U000e0030-\U000e007a]{2,8}\U000e007f",  # the flag of a part of a country
)
_HARMLESS = "\u00ad\ufeff\ufffc\ufe00-\ufe0f"  # soft hyphens, and what office programs leave
_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_SPACES = re.compile(r"\s+")
_HALVES = re.compile("[\ud800-\udfff]")
# What an office program makes of a plain quotation mark, a hyphen or two letters.
_PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("\u2010\u2011", "-")
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)


def clean(text: str) -> str:
    """Return `text` of several lines without hidden signs, NFC, outer space removed."""
    return _readable(text).strip()


def clean_line(text: str) -> str:
    """Return `text` as `clean` does, on one line with single spaces."""
    return _SPACES.sub(" ", _readable(text)).strip()


def pasted(text: str, *, lines: bool) -> str:
    """Return what to put in for a pasted `text`: quotation marks plain, outer space kept; on one
    line unless it may have several `lines`."""
    plain = _readable(text).translate(_PLAIN)
    return plain if lines else re.sub(r"[\n\t]+", " ", plain.strip("\n"))


def hides_something(text: str) -> bool:
    """Return whether `text` has signs that nobody sees and that somebody may have put there."""
    return any(found["hidden"] for found in _unseen().finditer(text))


def whole_signs(text: str) -> str:
    """Return `text` with a mark for each half of a sign, which no file can hold."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@cache
def _unseen() -> re.Pattern[str]:
    """Return the pattern of signs nobody sees; slow to compile, so the first window waits not."""
    return re.compile(f"(?P<seen>{'|'.join(_SEEN)})|(?P<hidden>[{_HIDDEN}])|[{_HARMLESS}]")


def _readable(text: str) -> str:
    whole = _LINE_END.sub("\n", whole_signs(text))
    seen = _unseen().sub(lambda found: found["seen"] or "", whole)
    return unicodedata.normalize("NFC", _BLANK.sub(" ", seen))
