"""What people look at: the explorer (a local web page) and the report (one HTML file). Both read what is published."""
