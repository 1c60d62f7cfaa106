// What the program says to answers or to a response.

import { spawnSync } from "node:child_process";
import { program } from "../browser/browser.mjs";

/** The list for a document as JSON or as FHIR. */
export function check(document, format = "json") {
  const input = JSON.stringify(document);
  const options = ["check", "--format", format, "--date", "2026-12-01"];
  const { stdout, stderr } = spawnSync(program, options, { input, encoding: "utf8", maxBuffer: 1 << 24 });
  if (stdout === "") throw new Error(`${stderr}\n${input}`);
  return JSON.parse(stdout);
}

/** The response that the program writes for answers. */
export function responseOf(answers) {
  return check(answers, "fhir").entry[0].resource;
}
