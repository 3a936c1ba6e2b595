"""What the person at the keyboard has chosen: own details, look, lock, and the keys of the file."""
