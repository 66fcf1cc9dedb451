"""Who is meant by what refers back: pronouns, definite nouns, kin."""
