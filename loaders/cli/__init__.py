"""The command ``dossier``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; failures a person can act on are one or two lines on standard error and an exit code."""
    from dossier.cli.app import app
    from dossier.errors import DossierError

    try:
        app()
    except DossierError as error:
        print(f"dossier: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("dossier: stopped; what was finished is kept, and the next run goes on from there", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone (as in: dossier query … | head)
        sys.exit(0)
