"""Papers on screen: what is shown is what is saved."""
