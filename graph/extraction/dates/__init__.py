"""Which days a time expression names."""
