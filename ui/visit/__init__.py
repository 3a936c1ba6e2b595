"""Visits: the half-year plan and the list, and the room in which one is held."""
