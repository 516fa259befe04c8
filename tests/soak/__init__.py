"""What takes long to try: kills at random moments, readers during publications, determinism; ``make soak`` runs all."""
