"""Reads FHIR resources as two libraries know them, and fails where one does not.

    validate.py FILE...
"""

import json
import sys

import fhir.resources.R4B as strict
from fhirclient.models.fhirelementfactory import FHIRElementFactory

for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        resource = json.load(file)
    kind = resource["resourceType"]
    strict.get_fhir_model_class(kind).model_validate(resource)
    read = FHIRElementFactory.instantiate(kind, resource)
    assert read.as_json() == resource, f"{name}: fhirclient lost something"
