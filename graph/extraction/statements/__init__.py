"""One reading of who does what to whom, in nouns, adverbials, reported words and as a last resort; which are kept."""
