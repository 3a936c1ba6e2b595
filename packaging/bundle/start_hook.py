"""Runs in the packaged program before anything of Fasthold does."""

import os
import sys
from pathlib import Path

# Cryptography reads this file when it starts; the machine's own could name libraries to load.
os.environ["OPENSSL_CONF"] = str(Path(__file__).with_name("openssl.cnf"))
os.environ.pop("OPENSSL_MODULES", None)
os.environ.pop("OPENSSL_ENGINES", None)

# A windowed program on Windows has no place to write to: what it says there is dropped.
if sys.stdout is None:
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
if sys.stderr is None:
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
