"""Who is what in what: offices, memberships, seats, kin."""
