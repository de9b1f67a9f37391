"""Lets `python -m workbook` do what `workbook` does."""

from workbook.cli import main

main()
