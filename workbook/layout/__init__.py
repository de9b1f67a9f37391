"""Our vocabulary over ReportLab: text, boxes, pages, tags."""
