"""dossier: read documents into a DuckDB warehouse of events, actors, figures and statements.

    import dossier

    dossier.build("clippings", "warehouse/clippings")
    with dossier.open("warehouse/clippings") as published:
        events = published.query("select title, origin_count from events where status = ?", ["occurred"])
    print(events.pandas())

``land``, ``build`` and ``publish`` do what the commands of these names do and raise ``DossierError`` where those end
with a message; ``open`` gives the published warehouse to be asked. Nothing heavy is imported until one is called.
"""

import os

from dossier.api import Answer, Published, build, land, open, publish
from dossier.errors import DossierError

__version__ = "0.1.0"
__all__ = ["Answer", "DossierError", "Published", "build", "land", "open", "publish"]

# Read when numpy is loaded: with one core a product of matrices has the same bits in whichever process it is computed.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
