"""What a book has beside its blocks: openings, contents lines, heads and feet."""
