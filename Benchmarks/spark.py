#!/usr/bin/env python3
"""Has Spark hand out the lines of a file to workers that each run `oc4ids review --stream`, on this machine with two of them."""

from __future__ import annotations

import argparse
import shlex
import time
from pathlib import Path

from pyspark import SparkConf, SparkContext


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--oc4ids", type=Path, required=True, help="the program")
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("input", type=Path, help="newline-delimited JSON, a project a line")
    parser.add_argument("output", type=Path, help="folder for the result lines; must not be there")
    parser.add_argument("options", nargs="*", help="options of oc4ids review, behind --")
    arguments = parser.parse_args()

    configuration = SparkConf().setMaster("local[2]").setAppName("oc4ids").set("spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1")
    spark = SparkContext(conf=configuration.set("spark.driver.bindAddress", "127.0.0.1"))
    spark.setLogLevel("WARN")
    command = shlex.join([str(arguments.oc4ids.resolve()), "review", "--stream", *arguments.options])
    start = time.monotonic()
    lines = spark.textFile(arguments.input.resolve().as_uri(), minPartitions=arguments.partitions)
    lines.pipe(command, checkCode=True).saveAsTextFile(arguments.output.resolve().as_uri())
    print(f"Spark: {lines.getNumPartitions()} partitions, {time.monotonic() - start:.1f} s")
    spark.stop()


if __name__ == "__main__":
    main()
