"""The computer around us: folders, files, keychain, keys, clock, log."""
