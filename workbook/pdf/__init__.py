"""The PDF file: faces, strokes, what each of them means, and how its objects are written."""
