"""A process that builds with the toy extractor, to be killed: `toy_build.py CASE SOURCE SECONDS_A_DOCUMENT`."""

from __future__ import annotations

import sys

import toy

from graph import workers
from graph.casefile import open_casefile, versions
from graph.casefile.building import Plan, build
from graph.errors import WhowhomError
from graph.extraction import pipeline

if __name__ == "__main__":
    case, source, slow = sys.argv[1:4]
    pipeline.extract = toy.extract
    workers._load = lambda model, gazetteer: slow
    versions._rules = lambda: "toy"
    workers.BATCH_DOCUMENTS = 3
    try:
        with open_casefile(case, create=True) as casefile:
            build(casefile, [source], Plan("toy"))
    except WhowhomError as error:
        sys.exit(str(error))
