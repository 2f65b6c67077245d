"""The peers that are Python libraries, each as a whole process: peers.py NAME FILE.

Prints how many errors it found; the exit status is 3 if there are any (1 is Python's own, for a crash).
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parent.parent / "Schemas/oc4ids-0.9.5"


def load(name: str) -> Any:
    return json.loads((SCHEMA / name).read_text("utf-8"))


def libcoveoc4ids(file: str) -> int:
    import requests
    from libcoveoc4ids.api import oc4ids_json_output

    def as_csv(codelist: Any) -> bytes:
        rows = [("Code", "Title"), *((entry["code"], entry["title"]["en"]) for entry in codelist["codes"])]
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()

    def from_folder(url: str) -> requests.Response:
        """It downloads the schema and the code lists on every run; here they come from the folder."""
        name = Path(url).name
        response = requests.Response()
        response.status_code = 200
        response.encoding = "utf-8"
        if name.endswith(".csv"):
            response.raw = io.BytesIO(as_csv(load(f"codelists/{Path(name).stem}.json")))
        else:
            response.raw = (SCHEMA / name).open("rb")
        return response

    requests.get = from_folder
    return oc4ids_json_output(file=file)["validation_errors_count"]


def jsonschema(file: str) -> int:
    from jsonschema import Draft4Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT4

    project = load("project-schema.json")
    registry = Registry().with_resource(project["id"], DRAFT4.create_resource(project))
    validator = Draft4Validator(
        load("project-package-schema.json"), registry=registry, format_checker=Draft4Validator.FORMAT_CHECKER
    )
    with open(file, "rb") as source:
        return sum(1 for _ in validator.iter_errors(json.load(source)))


def jsonschema_rs(file: str) -> int:
    import jsonschema_rs
    import orjson

    project = load("project-schema.json")
    registry = jsonschema_rs.Registry([(project["id"], project)])
    validator = jsonschema_rs.Draft4Validator(
        load("project-package-schema.json"), registry=registry, validate_formats=True
    )
    return sum(1 for _ in validator.iter_errors(orjson.loads(Path(file).read_bytes())))


if __name__ == "__main__":
    name, file = sys.argv[1:]
    peers = {"libcoveoc4ids": libcoveoc4ids, "jsonschema": jsonschema, "jsonschema-rs": jsonschema_rs}
    errors = peers[name](file)
    print(errors, "errors")
    sys.exit(3 if errors else 0)
