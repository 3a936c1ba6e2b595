"""Tasks: something to do, by whom, by when. Made and corrected from Today and from a follow-up."""
