"""A made-up world with known truth, and the pages that tell of it: documents of any number for benches of growth."""
