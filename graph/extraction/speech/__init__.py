"""Who speaks: quotations, their speakers, what is asked of somebody in reported words."""
