"""One module per schema version, m0001 first. A released migration is never edited.

version  release  what changed
1        0.1.0    the first schema, one function per noun
"""
