"""Pictures from files, looked at before they are decoded."""
