"""Documents without a database: a small model of a text, its DOCX and HTML, and a check of its layout."""
