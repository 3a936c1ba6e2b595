"""Practices: the register, and one practice with its doctors, closed days and visits."""
