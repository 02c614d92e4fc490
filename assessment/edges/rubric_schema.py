"""The JSON schema of a rubric's file, for editors that complete and check while one types.

`python -m assessment.edges.rubric_schema` writes it anew after the model has changed.
"""

import inspect
import json
import re
from typing import Any, Final

from pydantic import BaseModel

from assessment.edges.files import write_bytes
from assessment.edges.shelf import shipped
from assessment.rubric import Band, Node, Rubric, Scale, Source

SCHEMA_FILE: Final = "rubrics/rubric.schema.json"
_FIELD: Final = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)


def rubric_schema() -> str:
    """The schema as JSON, every key explained by the words of the model."""
    schema = Rubric.model_json_schema()
    del schema["properties"]["translations"]
    _explain(schema, Rubric)
    for model in (Band, Node, Scale, Source):
        _explain(schema["$defs"][model.__name__], model)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def _explain(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the sentences of the docstring where an editor shows them."""
    words = inspect.getdoc(model) or ""
    schema["description"] = words.partition("\n")[0]
    for name, sentence in _FIELD.findall(words):
        if name in schema["properties"]:
            schema["properties"][name]["description"] = " ".join(sentence.split()).replace("None", "null")


def main() -> None:
    """Write the schema beside the rubrics."""
    write_bytes(shipped(SCHEMA_FILE), rubric_schema().encode())


if __name__ == "__main__":  # pragma: no cover
    main()
