"""What the dependency tree says: subjects, objects, complements, and whom a word reaches."""
