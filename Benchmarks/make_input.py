#!/usr/bin/env python3
"""Writes an OC4IDS project package of any size, the same one for the same seed; with --lines its projects alone, one a line.

lifelike   valid: a ministry's export, made of the sample's projects with other amounts, dates and texts
irregular  valid: any field of the schema, keys in any order, texts of 1 to 400 characters, all forms of
           numbers, escapes and indentation, unknown fields; projects of 300 bytes to 300 kB
faulty     the lifelike one with a mistake about every 300 bytes
"""

from __future__ import annotations

import argparse
import json
import math
import random
import string
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
SCHEMA = REPOSITORY / "Schemas/oc4ids-0.9.5"
SAMPLE = REPOSITORY / "samples/salud/paquete.json"

BYTES_PER_MISTAKE = 300
# So much of the size that was asked for is enough.
FULL = 0.95
SMALLEST_PROJECT, LARGEST_PROJECT = 300, 300_000


# -- The schema: what a value may be ---------------------------------------------------------------


class Node:
    """One place of the schema, every reference followed. OC4IDS has no recursion, so this is a finite tree."""

    __slots__ = ("types", "codes", "closed", "format", "nonempty", "required", "properties", "items", "anchor")

    def __init__(self, types: list[str]) -> None:
        self.types = types
        self.codes: list[str] = []
        self.closed = False
        self.format: str | None = None
        self.nonempty = False
        self.required: list[str] = []
        self.properties: dict[str, Node] = {}
        self.items: Node | None = None
        self.anchor: str | None = None  # the property that tells two objects of one array apart

    @property
    def is_free_text(self) -> bool:
        return self.types == ["string"] and not self.codes and self.format is None


def load_project_schema(folder: Path) -> Node:
    root = json.loads((folder / "project-schema.json").read_text("utf-8"))

    def codes_of(raw: dict[str, Any]) -> list[str]:
        if "codelist" not in raw:
            return list(raw.get("enum", []))
        codelist = folder / "codelists" / Path(raw["codelist"]).with_suffix(".json")
        return [entry["code"] for entry in json.loads(codelist.read_text("utf-8"))["codes"]]

    def node(raw: dict[str, Any]) -> Node:
        while "$ref" in raw:
            target: Any = root
            for token in raw["$ref"].removeprefix("#/").split("/"):
                target = target[token]
            raw = target
        types = raw.get("type", "string")
        made = Node([types] if isinstance(types, str) else types)
        made.codes = codes_of(raw)
        made.closed = "enum" in raw
        made.format = raw.get("format")
        made.nonempty = any(raw.get(limit) for limit in ("minLength", "minItems", "minProperties"))
        made.required = raw.get("required", [])
        made.properties = {name: node(child) for name, child in raw.get("properties", {}).items()}
        if isinstance(raw.get("items"), dict):
            made.items = node(raw["items"])
            made.items.codes = made.items.codes or made.codes
        names = [name for name, child in made.properties.items() if child.is_free_text]
        if "id" in names or "id" not in made.properties:
            made.anchor = "id" if "id" in names else next(iter(names), None)
        return made

    return node(root)


# -- Lifelike and faulty -----------------------------------------------------------------------------

TAILS = """
en la cabecera municipal|en la aldea El Rosario|en el caserío Las Flores|(primera fase)|(segunda fase)|en Jutiapa
|en Alta Verapaz|en Huehuetenango|en Sololá|en San Marcos|en Quiché|en Petén|en Totonicapán|en Sacatepéquez
|según el dictamen técnico del año en curso|con recursos del presupuesto general|y obras complementarias
|con acceso para personas con discapacidad|incluye mobiliario y equipo médico|por administración
""".replace("\n", "").split("|")

WRONG_DATES = ["2024-03-01", "01/03/2024", "N/A", "2024-13-45T00:00:00Z", "marzo de 2024", "2024-03-01T10:00:00"]
WRONG_CODES = ["N/A", "Construcción", "salud", "otro", "EN EJECUCION", "desconocido"]
WRONG_NUMBERS: list[Any] = ["1,250.00", "Q 1250.00", "N/A", "12", None, []]
WRONG_TEXTS: list[Any] = [None, {}, ["N/A"]]
WRONG_BOOLEANS: list[Any] = ["sí", "no", 1, 0, None]
WRONG_OBJECTS: list[Any] = ["N/A", None, 0, []]
WRONG_ARRAYS: list[Any] = ["N/A", None, {}, []]


class Lifelike:
    """Projects that resemble those of the sample; with mistakes when asked for."""

    def __init__(self, sample: list[dict[str, Any]], schema: Node, rng: random.Random, faulty: bool) -> None:
        self.sample = sample
        self.schema = schema
        self.rng = rng
        self.faulty = faulty
        self.until_mistake = math.inf  # bytes
        self.in_container = False  # whether the next mistake is in an object or array or in a scalar
        self.plan_mistake()
        self.shift = timedelta()
        self.factor = 1.0

    def plan_mistake(self) -> None:
        if self.faulty:
            self.until_mistake = self.rng.expovariate(1 / BYTES_PER_MISTAKE)
            self.in_container = self.rng.random() < 0.25

    def project(self, number: int) -> dict[str, Any]:
        self.shift = timedelta(days=self.rng.randint(-1500, 300), minutes=self.rng.randint(0, 1439))
        self.factor = self.rng.lognormvariate(0, 1)
        project = self.object(self.rng.choice(self.sample), self.schema)
        if "id" in project:
            project["id"] = f"oc4ids-guatem-{number:07}"
        return project

    def vary(self, value: Any, node: Node | None) -> Any:
        if isinstance(value, (dict, list)):
            self.until_mistake -= 8
            varied = self.object(value, node) if isinstance(value, dict) else self.array(value, node)
            due = self.until_mistake <= 0 and self.in_container
            return self.spoilt(varied, node) if due else varied
        self.until_mistake -= len(value) + 16 if isinstance(value, str) else 20
        if self.until_mistake <= 0 and not self.in_container:
            return self.spoilt(value, node)
        return self.text(value, node) if isinstance(value, str) else self.number(value)

    def object(self, value: dict[str, Any], node: Node | None) -> dict[str, Any]:
        properties = node.properties if node else {}
        kept = {"id", next(iter(value), None), *(node.required if node else value)}
        return {
            name: self.vary(child, properties.get(name))
            for name, child in value.items()
            if name in kept or self.rng.random() > 0.08
        }

    def array(self, value: list[Any], node: Node | None) -> list[Any]:
        kept = len(value) if len(value) < 3 else self.rng.randint(len(value) - 1, len(value))
        items = node.items if node else None
        return [self.vary(item, items) for item in value[:kept]]

    def text(self, value: str, node: Node | None) -> str:
        if node is None or node.codes:
            return value
        if node.format == "date-time":
            moved = datetime.fromisoformat(value) + self.shift
            return moved.isoformat().replace("+00:00", "Z")
        if node.format is None and " " in value and self.rng.random() < 0.7:
            return f"{value} {self.rng.choice(TAILS)}"
        return value

    def number(self, value: Any) -> Any:
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int):
            return round(value * self.factor) if value >= 1000 else value
        if abs(value) >= 1000:
            return round(value * self.factor, 2)
        return round(value + self.rng.uniform(-0.0005, 0.0005), 6)

    def spoilt(self, value: Any, node: Node | None) -> Any:
        if node is None:
            return value
        removable = isinstance(value, dict) and any(name in value for name in node.required)
        # A mistake must not do away with a large value, or large values would become rare.
        if isinstance(value, dict) and len(value) > 3 and not removable:
            return value
        self.plan_mistake()
        return self.mistake(value, node)

    def mistake(self, value: Any, node: Node) -> Any:
        choice = self.rng.choice
        if isinstance(value, dict):
            removable = [name for name in node.required if name in value]
            if not removable:
                return choice(WRONG_OBJECTS)
            del value[choice(removable)]
            return value
        if isinstance(value, list):
            small = len(json.dumps(value)) < BYTES_PER_MISTAKE
            return choice([[*value, *value[-1:]], [*value, None], *(WRONG_ARRAYS if small else [])])
        if isinstance(value, bool):
            return choice(WRONG_BOOLEANS)
        if isinstance(value, str):
            if node.format == "date-time":
                return choice(WRONG_DATES)
            if node.closed:
                return choice(WRONG_CODES)
            if node.format is not None:
                return "no disponible (ver oficio)"
            if node.nonempty and self.rng.random() < 0.3:
                return ""
            return choice([self.rng.randrange(1_000_000_000), *WRONG_TEXTS])
        return choice(WRONG_NUMBERS)


def write_lifelike(
    arguments: argparse.Namespace, package: dict[str, Any], schema: Node, rng: random.Random
) -> Iterator[str]:
    source = Lifelike(package["projects"], schema, rng, faulty=arguments.kind == "faulty")
    indent: int | None = arguments.indent
    line = "" if indent is None else "\n" + " " * indent * 2
    number = 0
    while True:
        number += 1
        text = json.dumps(source.project(number), ensure_ascii=False, indent=indent)
        yield line + (text if indent is None else text.replace("\n", line))


# -- Irregular ---------------------------------------------------------------------------------------

WORDS = """
salud educación río ñandú pingüino ampliación rehabilitación Quetzaltenango K'iche' Q'eqchi' Poqomchi' Chimaltenango
módulo aula cuádruple año útil índice área órgano mañana vergüenza “comillas” ‘simples’ raya—larga 500€ ½ №7 m² 90°
αλφα βήτα школа больница 病院 学校 مستشفى בית 🏥 🏫 🚧 x y z de la el los con para por sin "citado" </etiqueta> a/b
0 1 2024 N/A --- . , ; : ¿qué? ¡ya!
""".split() + ["tab\taquí", "línea\nnueva", "otra\r\nmás", "barra\\inversa", "C:\\obras", "\x07\x7f"]
NUMBERS = """
0 -0 1 7 42 100 2024 999999999 9007199254740993 0.0 -0.0 0.5 1.0 1.50 3.14159265358979 12345678.90 0.000001 1e3 1E3
1e+3 1E-3 2.5e10 1.7976931348623157e308 4.9e-324 123456789.123456789 0.1000000000000000055511151231257827 6.02E23
""".split()
COORDINATES = ["-90.513327", "14.6349", "-89.5", "15", "-9.05e1", "1.5712345678901234E1", "0"]
INTEGERS = ["0", "1", "12", "365", "-3", "100000", "2147483648", "9007199254740993"]
URIS = [
    "https://example.org/obras/1", "http://example.org", "https://example.org/a%20b?q=1&r=%C3%A9#frag", "urn:isbn:0451450523",
    "mailto:nadie@example.org", "https://[2001:db8::7]/c?x", "ftp://example.org/rfc/rfc1808.txt", "https://example.org/" + "ruta/" * 40,
]  # fmt: skip
UNKNOWN_FIELDS = """
observaciones x_codigo snip campo-nuevo nota_interna fuente año código ubicación_geográfica x y departamentoNombre
caf\\u00e9 ruta\\/antigua unidad_ejecutora 病院 estado2 montoQ _id $meta @type presupuestoVigente avanceFísico
""".split()
STYLES = [  # line end (none: all on one line), indentation, comma, colon
    ("", "", ",", ":"),
    ("", "", ", ", ": "),
    ("\n", "  ", ",", ": "),
    ("\n", "    ", ",", ": "),
    ("\n", "\t", ",", ":"),
    ("\r\n", "  ", " ,", " : "),
]


class Irregular:
    """Valid projects that have little in common. Values are serialised at once, since forms matter here."""

    def __init__(self, schema: Node, rng: random.Random) -> None:
        self.schema = schema
        self.rng = rng
        self.texts = [self.make_text() for _ in range(4000)]
        self.dates = [self.make_date() for _ in range(2000)]
        self.serial = 0  # makes items of one array differ
        self.left = 0  # bytes the project may still grow by
        self.density = 0.5  # the share of fields an object has
        self.line, self.indent, self.comma, self.colon = STYLES[0]

    def make_text(self) -> str:
        """The inside of a JSON string of 1 to 399 characters, short ones more often."""
        wanted = round(399 ** self.rng.random())
        words = [self.rng.choice(string.ascii_letters)]
        length = 1
        while length < wanted:
            words.append(self.rng.choice(WORDS))
            length += len(words[-1]) + 1
        encoded = json.dumps(" ".join(words)[:wanted], ensure_ascii=self.rng.random() < 0.2)[1:-1]
        return encoded.replace("/", "\\/") if self.rng.random() < 0.1 else encoded

    def make_date(self) -> str:
        moment = datetime(1995, 1, 1) + timedelta(seconds=self.rng.randrange(1_200_000_000))
        fraction = self.rng.choice(["", "", "", ".5", ".123", ".000001"])
        zone = self.rng.choice(["Z", "Z", "-06:00", "+00:00", "+05:30"])
        return f'"{moment.isoformat()}{fraction}{zone}"'

    def project(self, number: int, limit: int) -> str:
        rng = self.rng
        largest = min(LARGEST_PROJECT, max(limit, SMALLEST_PROJECT))
        self.left = round(SMALLEST_PROJECT * (largest / SMALLEST_PROJECT) ** rng.random()) - 100
        self.density = rng.uniform(0.1, 0.95)
        self.line, self.indent, self.comma, self.colon = rng.choice(STYLES)
        return self.object(self.schema, 1, f'"oc4ids-irregu-{number:07}"')

    def wrap(self, opening: str, members: list[str], closing: str, depth: int) -> str:
        if not self.line or not members:
            return opening + self.comma.join(members) + closing
        outer = self.line + self.indent * depth
        inner = outer + self.indent
        self.left -= len(inner) * len(members)
        return opening + inner + (self.comma + inner).join(members) + outer + closing

    def object(self, node: Node, depth: int, identifier: str | None = None) -> str:
        rng = self.rng
        always = list(dict.fromkeys([*node.required, *filter(None, [node.anchor])]))
        names = list(always)
        if self.left > 0:
            others = [name for name in node.properties if name not in always]
            names += rng.sample(others, round(len(others) * self.density * rng.random()))
        if not names and node.properties:
            names = [rng.choice(list(node.properties))]
        rng.shuffle(names)
        members: list[str] = []
        for name in names:
            if self.left <= 0 and name not in always and members:
                continue
            if name == "id" and identifier is not None:
                text = identifier
            else:
                text = self.value(node.properties[name], depth + 1, unique=name == node.anchor)
            self.left -= len(name) + 6
            members.append(f'"{name}"{self.colon}{text}')
        if not members or (self.left > 0 and rng.random() < 0.1):
            extra = f'"{rng.choice(UNKNOWN_FIELDS)}"{self.colon}{self.unknown(depth + 1)}'
            members.insert(rng.randint(0, len(members)), extra)
        return self.wrap("{", members, "}", depth)

    def value(self, node: Node, depth: int, unique: bool = False) -> str:
        kind = node.types[0] if len(node.types) == 1 else self.rng.choice(node.types)
        if kind == "object":
            return self.object(node, depth)
        if kind == "array":
            return self.array(node, depth)
        if kind == "string":
            text = self.text(node, unique)
        elif kind == "integer":
            text = self.rng.choice(INTEGERS)
        elif kind == "number":
            text = self.rng.choice(NUMBERS)
        else:
            text = self.rng.choice(("true", "false"))
        self.left -= len(text)
        return text

    def text(self, node: Node, unique: bool) -> str:
        if node.codes:
            return f'"{self.rng.choice(node.codes)}"'
        if node.format == "date-time":
            return self.rng.choice(self.dates)
        if node.format == "uri":
            return f'"{self.rng.choice(URIS)}"'
        if node.format == "email":
            return f'"persona{self.rng.randrange(10_000)}@example.org"'
        if unique:
            self.serial += 1
            return f'"{self.serial} {self.rng.choice(self.texts)}"'
        return f'"{self.rng.choice(self.texts)}"'

    def array(self, node: Node, depth: int) -> str:
        rng, item = self.rng, node.items
        count = 1 + int(rng.expovariate(1) * (1 + max(self.left, 0) / 4000))
        floor = self.left * rng.random()  # leaves something for the project's other fields
        members: list[str] = []
        if item is None or item.types not in (["object"], ["string"]):  # coordinates
            members = rng.sample(COORDINATES, rng.randint(2, 3))
        elif item.codes:
            members = [f'"{code}"' for code in rng.sample(item.codes, min(count, 3, len(item.codes)))]
        else:
            for _ in range(count if item.anchor or item.types == ["string"] else 1):
                members.append(self.value(item, depth + 1, unique=True))
                if self.left <= floor:
                    break
        self.left -= 2
        return self.wrap("[", members, "]", depth)

    def unknown(self, depth: int) -> str:
        rng = self.rng
        kind = rng.randrange(6)
        if kind == 0:
            return rng.choice(("null", "true", "[]", "{}", '""'))
        if kind == 1:
            return self.wrap("[", rng.sample(NUMBERS, rng.randint(1, 6)), "]", depth)
        if kind == 2:
            inside = [f'"{name}"{self.colon}"{rng.choice(self.texts)}"' for name in rng.sample(UNKNOWN_FIELDS, 3)]
            self.left -= sum(map(len, inside))
            return self.wrap("{", inside, "}", depth)
        text = rng.choice(NUMBERS) if kind == 3 else f'"{rng.choice(self.texts)}"'
        self.left -= len(text)
        return text


# -- Writing -----------------------------------------------------------------------------------------

def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", choices=["lifelike", "irregular", "faulty"], required=True)
    parser.add_argument("--size", type=float, default=80, metavar="MB", help="megabytes of 10^6 bytes (default 80)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--indent", type=int, help="pretty-print lifelike and faulty files (default: one line)")
    parser.add_argument("--lines", action="store_true", help="newline-delimited JSON: a project a line, no package")
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="the package whose projects are varied")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    if arguments.lines and arguments.indent is not None:
        parser.error("--lines and --indent exclude each other")

    rng = random.Random(arguments.seed)
    schema = load_project_schema(SCHEMA)
    package = json.loads(arguments.sample.read_text("utf-8"))
    size = round(arguments.size * 1_000_000)

    with arguments.output.open("wb", buffering=1 << 20) as output:
        header = {name: value for name, value in package.items() if name != "projects"}
        opening = json.dumps(header, ensure_ascii=False)[:-1].encode() + b', "projects": ['
        written = 0 if arguments.lines else output.write(opening)
        if arguments.kind == "irregular":
            irregular = Irregular(schema, rng)
            number = 0
            while number == 0 or written < size:
                number += 1
                project = irregular.project(number, size - written)
                if arguments.lines:
                    # Texts hold no line ends as they are: those there are belong to the indentation.
                    project = project.replace("\n", " ").replace("\r", " ")
                    written += output.write(project.encode() + b"\n")
                else:
                    written += output.write((b"\n" if number == 1 else b",\n") + project.encode())
        else:
            between = b""
            for text in write_lifelike(arguments, package, schema, rng):
                project = text.encode() + b"\n" if arguments.lines else between + text.encode()
                # Some projects are half as large as a small file: what does not fit is left out, until the file is nearly full.
                if between and written + len(project) > size:
                    if written >= size * FULL:
                        break
                    continue
                written += output.write(project)
                between = b", "
        if not arguments.lines:
            output.write(b"]}\n")


if __name__ == "__main__":
    main()
