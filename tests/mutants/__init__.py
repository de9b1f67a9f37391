"""Rules that are broken on purpose, to see that a test of behaviour notices each."""
