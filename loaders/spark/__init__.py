"""The same readers on Apache Spark, for more than one machine reads: documents in, rows of the raw tables out.

It needs the extra ``spark``. What judges is dbt as ever, with the target ``spark``.
"""
