"""Steps on a whole PDF, one file each."""
