"""Words as they are set: spans, paragraphs, lists, and the characters in them."""
