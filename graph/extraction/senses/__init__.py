"""What a predicate says: the lexicon, what governs it, who stands at its ends."""
