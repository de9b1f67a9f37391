"""Our vocabulary for pages: boxes, paragraphs, tables, room to write."""
