"""The formats that can be read: every module of this package that offers a ``FORMAT``.

A format is added by adding its module (and its test); nothing here needs to change.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator

import dossier.reading
from dossier.reading.records import Format, InputFile, Record, Rejection, Unreadable, reject_bytes
from dossier.reading.whole_files import read_limited


@functools.cache
def known_formats() -> tuple[Format, ...]:
    """All formats in the order in which they are asked; plain text is last and takes everything."""
    names = sorted(module.name for module in pkgutil.iter_modules(dossier.reading.__path__))
    modules = (importlib.import_module(f"{dossier.reading.__name__}.{name}") for name in names)
    formats = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return tuple(sorted(formats, key=lambda form: (form.precedence, form.name)))


def format_of(file: InputFile) -> Format:
    """The format of a file, told by its content first."""
    return next(form for form in known_formats() if form.recognises(file))


def read_file(file: InputFile) -> Iterator[Record]:
    """All records of a file; where its reader fails, the file is set aside with its bytes and the reader's error."""
    form = format_of(file)
    try:
        yield from form.read(file)
    except (OSError, Unreadable):
        raise  # it cannot be opened or read to its end: the caller says so
    except Exception as error:  # noqa: BLE001 - a fault of one reader must not cost the other files
        content = read_limited(file, form.name)
        if not isinstance(content, Rejection):
            content = reject_bytes(file, content, Unreadable.by_fault(error), reader=form.name)
        yield content
