// What form renderers give for clicks: the same list as the same answers give by themselves.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { randomFrom } from "../page/page.mjs";
import { alike } from "./cases.mjs";
import { check, responseOf } from "./check.mjs";
import { openForms, renderers } from "./forms.mjs";
import { answered, codeOf, deciding, groups, labelOf, questions, wordOf } from "./questionnaire.mjs";

const PEOPLE = Number(process.env.FHIR_PEOPLE ?? 4);

/** The options that a person chooses at a question: none, one, or some of a group. */
function choose({ repeats, answerOption }, random) {
  if (random.chance(0.2)) return [];
  if (!repeats) return [random.oneOf(answerOption)];
  const [none, notSure] = answerOption.slice(-2);
  const ticked = answerOption.slice(0, -2).filter(() => random.chance(0.3));
  if (ticked.length === 0) return [random.oneOf([none, notSure])];
  return random.chance(0.3) ? [...ticked, notSure] : ticked;
}

/** Answers question by question, and some once more, and gives what is answered of those that are asked in the end. */
async function answer(form, random) {
  const chosen = new Map();
  const again = questions.filter((question) => random.chance(deciding.includes(question) ? 0.5 : 0.1));
  for (const question of [...questions, ...again]) {
    if (!(await form.isShown(question.linkId))) continue;
    const before = chosen.get(question) ?? [];
    const options = choose(question, random);
    if (options.length === 0) continue;
    const clicks = question.repeats ? [...before, ...options] : options;
    for (const option of clicks) await form.click(question.linkId, labelOf(option));
    chosen.set(question, options);
  }
  const answers = {};
  for (const [{ linkId, repeats }, options] of chosen) {
    if (!(await form.isShown(linkId))) continue;
    answers[linkId] = repeats ? options.map(wordOf) : wordOf(options[0]);
  }
  return answers;
}

/** Holds what is chosen in a form against a response. */
async function assertShows(form, response) {
  const codes = answered(response);
  for (const { linkId, answerOption } of questions) {
    const labels = answerOption.filter((option) => codes[linkId]?.includes(codeOf(option))).map(labelOf);
    assert.deepEqual(await form.chosen(linkId), labels, linkId);
  }
}

for (const renderer of renderers) {
  describe(`responses of ${renderer.name}`, () => {
    let forms;
    before(async () => (forms = await openForms(renderer)));
    after(() => forms.close());

    it("give what the same answers give, also when they are loaded again", async () => {
      const random = randomFrom(20261126);
      for (let person = 0; person < PEOPLE; person += 1) {
        const form = await forms.form();
        const answers = await answer(form, random);
        const response = await form.response();
        const written = check(answers);
        assert.deepEqual(check(response), written, JSON.stringify(answers));
        // A form can keep the answer of a question that it asks no more. The program never writes one.
        const ours = answered(responseOf(answers));
        assert.deepEqual({ ...answered(response), ...ours }, answered(response), JSON.stringify(answers));
        const again = await forms.form(response);
        await assertShows(again, responseOf(answers));
        assert.deepEqual(check(await again.response()), written, JSON.stringify(answers));
        await form.close();
        await again.close();
      }
    });

    it("have all that is in a response of the program that was loaded", async () => {
      for (const [name, answers] of Object.entries(alike)) {
        const response = responseOf(answers);
        const form = await forms.form(response);
        await assertShows(form, response);
        assert.deepEqual(answered(await form.response()), answered(response), name);
        await form.close();
      }
    });

    it("do not count the answer of a question that is asked no more", async () => {
      for (const { linkId, enableWhen, answerOption } of questions.filter(({ enableWhen }) => enableWhen)) {
        const asked = questions.find((question) => question.linkId === enableWhen[0].question);
        const asking = enableWhen.map(({ answerCoding }) => answerCoding?.code);
        const past = asked.answerOption.find(({ valueCoding }) => !asking.includes(valueCoding.code));
        const form = await forms.form();
        await form.click(linkId, labelOf(answerOption[0]));
        await form.click(asked.linkId, labelOf(past));
        assert.ok(!(await form.isShown(linkId)));
        assert.deepEqual(check(await form.response()), check({ [asked.linkId]: wordOf(past) }));
        await form.close();
      }
    });

    it("with none beside others are refused, where the renderer allows that", async () => {
      const form = await forms.form();
      for (const { linkId, answerOption } of groups) {
        for (const option of [answerOption[0], answerOption.at(-2)]) await form.click(linkId, labelOf(option));
      }
      const response = await form.response();
      if (Object.values(answered(response)).every(({ length }) => length === 1)) {
        const none = Object.fromEntries(groups.map(({ linkId }) => [linkId, ["none"]]));
        assert.deepEqual(check(response), check(none));
      } else {
        assert.throws(() => check(response), /none_with_others/);
      }
      await form.close();
    });

    it("have nothing of boxes that were unticked", async () => {
      const form = await forms.form();
      for (const { linkId, answerOption } of groups) {
        for (const option of [answerOption[0], answerOption[0]]) await form.click(linkId, labelOf(option));
      }
      assert.deepEqual(check(await form.response()), check({}));
      await form.close();
    });
  });
}
