"""What the author wrote: from a YAML file to a checked `Book`."""
