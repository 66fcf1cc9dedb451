"""One reading of who does what to whom, in nouns, adverbials and as a last resort; and which are kept."""
