"""The list of all parts in the package, as CycloneDX: what a municipality's IT reads by machine."""

from __future__ import annotations

import platform
import re
from importlib.metadata import Distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import sqlcipher3.dbapi2 as sqlcipher
from cryptography.hazmat.backends.openssl import backend
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from PySide6.QtCore import qVersion

from bundle.parts import bundled_parts, licence_of


def write_sbom(root: Path, version: str, path: Path) -> int:
    """Write the list to `path`; return how many parts it names."""
    parts = [_component(part, root) for part in bundled_parts(root)] + _inner_parts()
    bom = Bom(components=parts, serial_number=uuid5(NAMESPACE_URL, f"fasthold {version}"))
    own = Component(type=ComponentType.APPLICATION, name="fasthold", version=version)
    own.bom_ref.value = f"fasthold=={version}"
    bom.metadata.component = own
    bom.dependencies.add(Dependency(own.bom_ref, [Dependency(part.bom_ref) for part in parts]))
    written = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    path.write_text(written.output_as_string(indent=1) + "\n", encoding="utf-8")
    return len(parts)


def _component(part: Distribution, root: Path) -> Component:
    name = re.sub(r"[-_.]+", "-", str(part.name)).lower()
    component = Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=part.version,
        purl=PackageURL("py" + "pi", None, name, part.version),
        licenses=[DisjunctiveLicense(name=licence_of(part))],
        hashes=_hashes(root, name),
    )
    component.bom_ref.value = f"{name}=={part.version}"
    return component


def _inner_parts() -> list[Component]:
    """Return what has no package of its own: Python, and what lies inside the parts."""
    connection = sqlcipher.connect(":memory:")
    connection.execute("PRAGMA key = 'made up'")  # it names its parts only once it has work
    cipher = connection.execute("PRAGMA cipher_version").fetchone()[0].split()[0]
    its_openssl = connection.execute("PRAGMA cipher_provider_version").fetchone()[0].split()[1]
    connection.close()
    found = (
        ("python", platform.python_version(), "PSF-2.0"),
        ("qt", qVersion(), "LGPL-3.0-only"),
        ("sqlcipher", cipher, "BSD-3-Clause"),
        ("sqlite", sqlcipher.sqlite_version, "public domain"),
        ("openssl in sqlcipher3", its_openssl, "Apache-2.0"),
        ("openssl in cryptography", backend.openssl_version_text().split()[1], "Apache-2.0"),
    )
    return [_inner_part(*each) for each in found]


def _inner_part(name: str, version: str, licence: str) -> Component:
    component = Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        licenses=[DisjunctiveLicense(name=licence)],
    )
    component.bom_ref.value = f"{name}=={version}"
    return component


def _hashes(root: Path, name: str) -> list[HashType]:
    """Return what the lock says the part's files hash to: one of them was installed."""
    lock = (root / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    entry = re.search(rf"^{name}==(.*\n(?:    .*\n)*)", lock, re.MULTILINE)
    found = re.findall(r"sha256:([0-9a-f]{64})", entry[1]) if entry else []
    return [HashType(alg=HashAlgorithm.SHA_256, content=one) for one in found]
