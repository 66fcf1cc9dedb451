"""What makes the language model itself read faster and say the same."""
