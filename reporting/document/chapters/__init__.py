"""The chapters of a report: each gives its blocks from the safe Report alone. `book` puts them in the order of REPORT section 1."""
