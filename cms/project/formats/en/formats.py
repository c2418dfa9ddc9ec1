"""Short dates in English with the month by name: 11/12 is another day in Europe than in America."""

SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, P"
