"""How each answer is shown: one module a question, with `blocks` for readers and `rows` for programs."""
