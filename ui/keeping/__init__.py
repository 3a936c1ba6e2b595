"""What is kept and how long: restrictions, holds, and who is soon erased by the rules."""
