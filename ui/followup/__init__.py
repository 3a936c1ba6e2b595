"""Follow-ups as they are seen: the list, and one person's road to keeping the job on one page."""
