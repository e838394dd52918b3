"""Opening, fleet totals, hour profile and export with polars or pandas.

    python3 python_peers.py polars|pandas SOURCE.parquet OUTPUT.parquet [MOST_BYTES]

Prints one JSON object with times in milliseconds, how many readings there are,
their energy, and the most memory that the process had. The explode is the
idiomatic one of each library, and correct: wall-clock slots of Europe/Vilnius,
the slot that spring skips dropped, the doubled slot of autumn divided into two
hours. With MOST_BYTES the system refuses memory beyond it, and the process ends.
"""

import json
import resource
import sys
import time

ZONE = "Europe/Vilnius"


def with_polars(source, output):
    import polars as pl

    def unfold():
        # "raise" would stop at the skipped hour; null drops it, as nothing happened then.
        days = pl.read_parquet(source).with_row_index("source_row")
        minutes = pl.col("resolution").str.extract(r"^(\d+)").cast(pl.Int32)
        slots = days.with_columns(
            interval_minutes=minutes,
            source_slot=pl.int_ranges(0, pl.col("energy_consumption").list.len()),
        ).explode("energy_consumption", "source_slot", empty_as_null=True)
        wall = slots.with_columns(
            wall=pl.col("date").cast(pl.Datetime("us"))
            + pl.duration(minutes=pl.col("source_slot") * pl.col("interval_minutes"))
        )
        first = wall.with_columns(
            utc=pl.col("wall").dt.replace_time_zone(ZONE, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
        )
        second = wall.with_columns(
            utc=pl.col("wall").dt.replace_time_zone(ZONE, ambiguous="latest", non_existent="null").dt.convert_time_zone("UTC")
        )
        doubled = first["utc"] != second["utc"]
        both = pl.concat(
            [
                first.with_columns(is_split=doubled.fill_null(False)),
                second.filter(doubled.fill_null(False)).with_columns(is_split=pl.lit(True)),
            ]
        ).filter(pl.col("utc").is_not_null())
        return both.with_columns(
            energy=pl.col("energy_consumption").cast(pl.Float64) / pl.when("is_split").then(2).otherwise(1),
            quality=pl.when(pl.col("energy_consumption").is_null())
            .then(pl.lit("missing"))
            .when("is_split")
            .then(pl.lit("split"))
            .otherwise(pl.lit("measured")),
        ).sort("client_id", "ext_dev_ref", "utc")

    def export(readings):
        readings.select(
            "client_id",
            "ext_dev_ref",
            pl.lit("electricity").alias("fuel"),
            pl.lit("consumption").alias("channel"),
            pl.col("utc").alias("timestamp_utc"),
            pl.col("wall").alias("timestamp_local"),
            ((pl.col("wall") - pl.col("utc").dt.replace_time_zone(None)).dt.total_minutes()).cast(pl.Int16).alias("utc_offset_minutes"),
            "interval_minutes",
            pl.col("wall").dt.date().alias("local_date"),
            pl.col("wall").dt.hour().alias("local_hour"),
            pl.col("wall").dt.weekday().alias("iso_weekday"),
            (pl.col("wall").dt.weekday() >= 6).alias("is_weekend"),
            pl.col("wall").dt.month().alias("local_month"),
            "energy",
            pl.lit("unknown").alias("unit"),
            "quality",
            pl.lit(source).alias("source_file"),
            "source_row",
            "source_slot",
        ).write_parquet(output, compression="zstd", row_group_size=1_000_000)

    return measure(
        unfold,
        lambda readings: readings.group_by(pl.col("wall").dt.date()).agg(pl.col("energy").sum()),
        lambda readings: readings.group_by(pl.col("wall").dt.hour()).agg(pl.col("energy").mean()),
        export,
    )


def with_pandas(source, output):
    import pandas as pd

    def unfold():
        days = pd.read_parquet(source)
        days["source_row"] = range(len(days))
        days["interval_minutes"] = days["resolution"].str.extract(r"^(\d+)", expand=False).astype("int32")
        slots = days.explode("energy_consumption", ignore_index=True)
        slots["source_slot"] = slots.groupby("source_row").cumcount().astype("int16")
        slots["wall"] = pd.to_datetime(slots["date"]) + pd.to_timedelta(
            slots["source_slot"] * slots["interval_minutes"], unit="min"
        )
        stamps = slots["wall"].dt
        first = stamps.tz_localize(ZONE, ambiguous=[True] * len(slots), nonexistent="NaT").dt.tz_convert("UTC")
        second = stamps.tz_localize(ZONE, ambiguous=[False] * len(slots), nonexistent="NaT").dt.tz_convert("UTC")
        doubled = (first != second) & first.notna()
        slots["is_split"] = doubled
        again = slots[doubled].assign(utc=second[doubled])
        both = pd.concat([slots.assign(utc=first), again])
        both = both[both["utc"].notna()]
        both["energy"] = both["energy_consumption"].astype("float64") / both["is_split"].map({True: 2, False: 1})
        both["quality"] = "measured"
        both.loc[both["is_split"], "quality"] = "split"
        both.loc[both["energy"].isna(), "quality"] = "missing"
        return both.sort_values(["client_id", "ext_dev_ref", "utc"], ignore_index=True)

    def export(readings):
        wall = readings["wall"].dt
        readings.assign(
            fuel="electricity",
            channel="consumption",
            unit="unknown",
            timestamp_utc=readings["utc"],
            timestamp_local=readings["wall"],
            utc_offset_minutes=(readings["wall"] - readings["utc"].dt.tz_localize(None)).dt.total_seconds() // 60,
            local_date=wall.date,
            local_hour=wall.hour,
            iso_weekday=wall.weekday + 1,
            is_weekend=wall.weekday >= 5,
            local_month=wall.month,
            source_file=source,
        ).drop(columns=["energy_consumption", "resolution", "date", "utc", "wall", "is_split"]).to_parquet(
            output, compression="zstd", row_group_size=1_000_000
        )

    return measure(
        unfold,
        lambda readings: readings.groupby(readings["wall"].dt.date)["energy"].sum(),
        lambda readings: readings.groupby(readings["wall"].dt.hour)["energy"].mean(),
        export,
    )


def measure(unfold, totals, profile, export):
    figures = {}

    def timed(name, work):
        started = time.perf_counter()
        result = work()
        figures[name] = (time.perf_counter() - started) * 1000
        return result

    readings = timed("open_ms", unfold)
    timed("totals_ms", lambda: totals(readings))
    timed("profile_ms", lambda: profile(readings))
    timed("export_ms", lambda: export(readings))
    figures["readings"] = len(readings)
    figures["energy"] = float(readings["energy"].sum())
    figures["process_peak_bytes"] = peak_bytes()
    return figures


def peak_bytes():
    """What Linux counts since this program began; getrusage would count the process that started it as well."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return None


if __name__ == "__main__":
    library, source, output, *most = sys.argv[1:]
    if most:
        resource.setrlimit(resource.RLIMIT_AS, (int(most[0]), int(most[0])))
    print(json.dumps({"polars": with_polars, "pandas": with_pandas}[library](source, output)))
