/** A tool that reads the exported file, and the lines that make it. */
export interface Snippet {
  id: 'duckdb' | 'polars' | 'pandas' | 'r';
  tool: string;
  /** What must be installed. */
  needs: string;
  code: string;
}

/**
 * Lines that read an exported file in the tools people have. They read it, and add the energy up
 * per meter and local month: the local clock is in the file, so none of them needs a time zone.
 * @param file the file's name, as it lies in the tool's working folder
 */
export function snippetsFor(file: string): readonly Snippet[] {
  const quotedOnce = `'${file.replaceAll("'", "''")}'`;
  const quoted = JSON.stringify(file);
  return [
    { id: 'duckdb', tool: 'DuckDB', needs: 'DuckDB 1.0 or newer', code: duckdb(quotedOnce) },
    { id: 'polars', tool: 'Python, polars', needs: 'pip install polars', code: polars(quoted) },
    { id: 'pandas', tool: 'Python, pandas', needs: 'pip install pandas pyarrow', code: pandas(quoted) },
    { id: 'r', tool: 'R, arrow', needs: 'install.packages(c("arrow", "dplyr"))', code: arrowForR(quoted) },
  ];
}

function duckdb(file: string): string {
  return `select
    ext_dev_ref, fuel, channel, unit, local_month,
    sum(energy) as energy,
    count(*) - count(energy) as missing
from read_parquet(${file})
group by all
order by all;
`;
}

function polars(file: string): string {
  return `import polars as pl

readings = pl.scan_parquet(${file})
monthly = (
    readings.group_by("ext_dev_ref", "fuel", "channel", "unit", "local_month")
    .agg(pl.col("energy").sum(), pl.col("energy").null_count().alias("missing"))
    .sort("ext_dev_ref", "fuel", "channel", "unit", "local_month")
    .collect()
)
print(monthly)
`;
}

function pandas(file: string): string {
  return `import pandas as pd

readings = pd.read_parquet(${file})
series = ["ext_dev_ref", "fuel", "channel", "unit", "local_month"]
monthly = readings.groupby(series, observed=True)["energy"].agg(
    energy="sum", missing=lambda values: values.isna().sum()
)
print(monthly)
`;
}

function arrowForR(file: string): string {
  return `library(arrow)
library(dplyr)

monthly <- open_dataset(${file}) |>
  group_by(ext_dev_ref, fuel, channel, unit, local_month) |>
  summarise(energy = sum(energy, na.rm = TRUE), missing = sum(is.na(energy))) |>
  arrange(ext_dev_ref, fuel, channel, unit, local_month) |>
  collect()
print(monthly)
`;
}
