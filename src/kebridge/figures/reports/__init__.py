"""Reports: a template of headings, sentences with figures and record lists; editions are frozen when signed."""
