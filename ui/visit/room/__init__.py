"""The parts of the visit room: clock, agenda, what is done at each point, and what came of it."""
