"""Who is named where: the spans that name actors, their kinds, and which names are one actor."""
