"""The Debian package, the tarball, and what both ask of the system."""
