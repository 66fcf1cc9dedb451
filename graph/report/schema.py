"""What the JSON of an answer looks like: its JSON Schema, read off the dataclasses that questions return."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema_of(answer: Any) -> dict[str, Any]:
    """The JSON Schema of an answer's type, its dataclasses defined once each.

    Parameters
    ----------
    answer : type or annotation
        What a view's `blocks` takes.

    Examples
    --------
    >>> schema_of(tuple[str, ...])["items"]
    {'type': 'string'}
    """
    definitions: dict[str, Any] = {}
    schema = _schema(answer, definitions)
    return {"$schema": DIALECT, **schema, **({"$defs": definitions} if definitions else {})}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        return _reference(kind, definitions)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if origin is tuple and arguments[-1] is not Ellipsis:
        return {"type": "array", "prefixItems": [_schema(argument, definitions) for argument in arguments],
                "minItems": len(arguments), "maxItems": len(arguments)}  # fmt: skip
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if origin in (tuple, list, Sequence, Iterable):
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    raise TypeError(f"no JSON for {kind!r}")


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # stands in while its own fields are read
        hints = get_type_hints(kind)
        properties = {field.name: _schema(hints[field.name], definitions) for field in fields(kind)}
        definitions[kind.__name__] = {
            "description": inspect.getdoc(kind), "type": "object", "properties": properties,
            "required": list(properties), "additionalProperties": False,
        }  # fmt: skip
    return {"$ref": f"#/$defs/{kind.__name__}"}
