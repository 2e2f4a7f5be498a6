"""Registration batches → CountTable: raw figures, their verdicts and their proof. The only DuckDB.

decode   a batch's image → coded columns           matching  which row belongs to what
join     codes of each batch → codes of all        gather    the rows of one municipality, in memory
subjects what is counted in one go                 queries   the questions
table    answers → figures (`count`)               verdict   `judge`
prove    a figure with its evidence                cache     what was decoded before
listing  figures as plain objects           register  who shares a teller's traits
"""

from reporting.counting.decode import BatchSource
from reporting.counting.gather import forget
from reporting.counting.prove import prove
from reporting.counting.register import SharedTraits, shared_traits
from reporting.counting.table import count
from reporting.counting.verdict import judge

__all__ = ["BatchSource", "SharedTraits", "count", "forget", "judge", "prove", "shared_traits"]
