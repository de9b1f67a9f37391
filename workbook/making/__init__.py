"""From what was read to finished files, a step a file."""
