"""The formats that can be read: every module of this package that offers a ``FORMAT``.

A format is added by adding its module (and its test); nothing here needs to change.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil

import dossier.reading
from dossier.reading.records import Format, InputFile


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
