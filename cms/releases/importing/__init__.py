"""Moving releases in from another press room: one reader for each format, one writer for all."""
