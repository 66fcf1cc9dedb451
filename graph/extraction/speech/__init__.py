"""Who speaks: quotations and their speakers."""
