"""What a mapping in a file may hold."""
