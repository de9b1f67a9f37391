"""What an author is warned of."""
