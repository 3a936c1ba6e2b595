"""Roundtables as they are seen: the list, and one plan beside what the employer will read."""
