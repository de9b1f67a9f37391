"""What tests share: readers of finished files, writers of content, and the world around."""
