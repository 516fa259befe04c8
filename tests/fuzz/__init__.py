"""Hostile input: a share in make test; the long form (DOSSIER_SOAK=1, over 20,000 inputs) in make soak."""
