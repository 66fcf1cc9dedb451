"""The pipeline that tests of whole texts share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.pipeline import load_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The whole pipeline, loaded once."""
    return load_pipeline()
