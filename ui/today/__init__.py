"""Today: in ten seconds, where one is going, what one brings back, and what is late.

Codes and names are read by two calls and shown in two kinds of card; no row holds both.
"""
