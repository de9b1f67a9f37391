"""One sheet to print before all others."""
