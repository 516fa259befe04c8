"""The command ``dossier``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; failures a person can act on are one or two lines on standard error and an exit code."""
    from dossier.cli.app import app
    from dossier.errors import DossierError, ExitCode, unwritable

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
    except Exception as error:
        reason = unwritable(str(error))
        if reason is None or not _is_about_files(error):
            raise
        place = str(getattr(error, "filename", None) or "the warehouse")
        print(
            f"dossier: {place} cannot be written ({reason}). The last published version is untouched; make room or "
            "mend the permissions and run the command again: it goes on from what was finished.",
            file=sys.stderr,
        )
        sys.exit(ExitCode.NO_ROOM)


def _is_about_files(error: Exception) -> bool:
    """An error of the system, or of the database (whose package is imported late)."""
    return isinstance(error, OSError) or type(error).__module__.partition(".")[0] in {"duckdb", "_duckdb"}
