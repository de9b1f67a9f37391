"""Turns a YAML file into a printable workbook."""

__version__ = "0.1.0"
