"""The user's help, the list of what is new, and about Fasthold."""
