"""Records of Tidewaiter's topics in Avro single-object encoding, by the schemas in this repository. Python 3.8 or later, nothing besides.

A record is read with the schema that it was written with, which its first ten bytes name: C3 01, then the schema's fingerprint.
Where a schema registry is used they are 00 and the registry's id instead: take the registry's own client then.
"""
import decimal
import json
import pathlib
import struct

SCHEMAS = pathlib.Path(__file__).resolve().parents[2]
SCALE = 6  # of every decimal, with a precision of 24


class Codec:
    """Writes today's version of one schema ("referral"), reads every released one."""

    def __init__(self, name, folder=SCHEMAS):
        texts = [(folder / f"{name}.avsc").read_text("utf-8")]
        texts += [path.read_text("utf-8") for path in sorted((folder / "released" / name).glob("*.avsc"))]
        schemas = [json.loads(text) for text in texts]
        self._schema, self._header = schemas[0], b"\xc3\x01" + fingerprint(schemas[0])
        self._by_header = {b"\xc3\x01" + fingerprint(schema): schema for schema in schemas}

    def encode(self, value):
        out = bytearray(self._header)
        _write(self._schema, value, out, _named(self._schema, {}))
        return bytes(out)

    def decode(self, record):
        schema = self._by_header.get(bytes(record[:10]))
        if schema is None:
            raise ValueError("a record of a version that is not in schemas/released: take the schemas of the Tidewaiter that wrote it")
        value, end = _read(schema, memoryview(record), 10, _named(schema, {}))
        if end != len(record):
            raise ValueError("bytes are left behind the value")
        return value


def fingerprint(schema):
    """CRC-64-AVRO of the schema's Parsing Canonical Form, eight bytes, the lowest first."""
    crc = 0xC15D213AA4D7A795
    for byte in json.dumps(_canonical(schema, ""), separators=(",", ":"), ensure_ascii=False).encode("utf-8"):
        crc = (crc >> 8) ^ _TABLE[(crc ^ byte) & 0xFF]
    return struct.pack("<Q", crc)


def _table_entry(crc):
    for _ in range(8):
        crc = (crc >> 1) ^ (0xC15D213AA4D7A795 if crc & 1 else 0)
    return crc


_TABLE = [_table_entry(byte) for byte in range(256)]
_PRIMITIVE = {"null", "boolean", "int", "long", "float", "double", "bytes", "string"}


def _canonical(schema, namespace):
    """Names in full; of attributes only name, type, fields, symbols, items and values, in this order."""
    if isinstance(schema, str):
        return schema if schema in _PRIMITIVE or "." in schema or not namespace else f"{namespace}.{schema}"
    if isinstance(schema, list):
        return [_canonical(one, namespace) for one in schema]
    kind = schema["type"]
    if kind in _PRIMITIVE:
        return kind
    if kind == "array":
        return {"type": "array", "items": _canonical(schema["items"], namespace)}
    if kind == "map":
        return {"type": "map", "values": _canonical(schema["values"], namespace)}
    namespace = schema.get("namespace", namespace)
    named = {"name": f"{namespace}.{schema['name']}" if namespace else schema["name"], "type": kind}
    if kind == "enum":
        return {**named, "symbols": schema["symbols"]}
    return {**named, "fields": [{"name": field["name"], "type": _canonical(field["type"], namespace)} for field in schema["fields"]]}


def _named(schema, names):
    """Records and enums by the short names under which the schema refers to them again."""
    if isinstance(schema, list):
        for one in schema:
            _named(one, names)
    elif isinstance(schema, dict):
        if "name" in schema:
            names[schema["name"]] = schema
        for inner in [schema.get("items"), schema.get("values"), *(field["type"] for field in schema.get("fields", []))]:
            if inner is not None:
                _named(inner, names)
        if isinstance(schema["type"], (dict, list)):
            _named(schema["type"], names)
    return names


def _resolved(schema, names):
    return names.get(schema, schema) if isinstance(schema, str) else schema


def _kind(schema):
    return schema if isinstance(schema, str) else "union" if isinstance(schema, list) else schema["type"]


def _read(schema, data, at, names):
    schema = _resolved(schema, names)
    kind = _kind(schema)
    if kind == "union":
        branch, at = _read_long(data, at)
        return _read(schema[branch], data, at, names)
    if kind == "record":
        record = {}
        for field in schema["fields"]:
            record[field["name"]], at = _read(field["type"], data, at, names)
        return record, at
    if kind == "enum":
        index, at = _read_long(data, at)
        return schema["symbols"][index], at
    if kind in ("array", "map"):
        return _read_blocks(schema, kind, data, at, names)
    if kind == "null":
        return None, at
    if kind == "boolean":
        return data[at] == 1, at + 1
    if kind in ("int", "long"):
        return _read_long(data, at)
    if kind == "double":
        return struct.unpack_from("<d", data, at)[0], at + 8
    length, at = _read_long(data, at)
    chunk = bytes(data[at:at + length])
    if kind == "string":
        return chunk.decode("utf-8"), at + length
    if isinstance(schema, dict) and schema.get("logicalType") == "decimal":
        return decimal.Decimal(int.from_bytes(chunk, "big", signed=True)).scaleb(-SCALE), at + length
    return chunk, at + length


def _read_blocks(schema, kind, data, at, names):
    entries = []
    while True:
        count, at = _read_long(data, at)
        if count == 0:
            return (dict(entries) if kind == "map" else entries), at
        if count < 0:
            count, (_, at) = -count, _read_long(data, at)
        for _ in range(count):
            if kind == "map":
                key, at = _read("string", data, at, names)
                value, at = _read(schema["values"], data, at, names)
                entries.append((key, value))
            else:
                value, at = _read(schema["items"], data, at, names)
                entries.append(value)


def _read_long(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at, value, shift = at + 1, value | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            return (value >> 1) ^ -(value & 1), at


def _write(schema, value, out, names):
    schema = _resolved(schema, names)
    kind = _kind(schema)
    if kind == "union":
        branch = 0 if value is None else 1
        if len(schema) != 2 or schema[0] != "null":
            raise ValueError("of unions only those of null and one type are written here")
        _write_long(branch, out)
        _write(schema[branch], value, out, names)
    elif kind == "record":
        unknown = set(value) - {field["name"] for field in schema["fields"]}
        if unknown:
            raise ValueError(f"{schema['name']} has no field {', '.join(sorted(unknown))}")
        for field in schema["fields"]:
            if field["name"] not in value and "default" not in field:
                raise ValueError(f"{schema['name']}.{field['name']} must be stated")
            _write(field["type"], value.get(field["name"], field.get("default")), out, names)
    elif kind == "enum":
        _write_long(schema["symbols"].index(value), out)
    elif kind in ("array", "map"):
        if value:
            _write_long(len(value), out)
            for one in value:
                if kind == "map":
                    _write("string", one, out, names)
                _write(schema["items"] if kind == "array" else schema["values"], one if kind == "array" else value[one], out, names)
        _write_long(0, out)
    elif kind == "boolean":
        out.append(1 if value else 0)
    elif kind in ("int", "long"):
        _write_long(value, out)
    elif kind == "double":
        out += struct.pack("<d", value)
    elif kind != "null":
        chunk = value.encode("utf-8") if kind == "string" else _decimal_bytes(value) if isinstance(schema, dict) and schema.get("logicalType") == "decimal" else value
        _write_long(len(chunk), out)
        out += chunk


def _decimal_bytes(value):
    scaled = decimal.Decimal(value).scaleb(SCALE)
    if scaled != scaled.to_integral_value():
        raise ValueError("more than six digits behind the point")
    number = int(scaled)
    return number.to_bytes((number + (number < 0)).bit_length() // 8 + 1, "big", signed=True)


def _write_long(value, out):
    value = (value << 1) ^ (value >> 63)
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
