"""Consent as it is seen: the matrix of who may hear what, giving it, and taking it back."""
