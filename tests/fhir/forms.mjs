// LHC-Forms in a real browser: a questionnaire in it, as a person sees and clicks it.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { jakcheck, open } from "../browser/browser.mjs";

/** The questions as a Questionnaire. */
export const questionnaire = JSON.parse(jakcheck("rules", "export", "--to", "fhir-questionnaire"));

/** The questions of the questionnaire, in order, without their topics. */
export const questions = questionnaire.item.flatMap(({ item }) => item ?? []);

const lforms = dirname(createRequire(import.meta.url).resolve("lforms/dist/lforms/webcomponent/main.js"));
const script = (...path) => `<script src="${pathToFileURL(join(lforms, ...path)).href}"></script>`;

// Without the character set its FHIR part does not start.
const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>form</title></head><body><div id="form"></div>
${script("assets", "lib", "zone.min.js")}${script("runtime.js")}${script("polyfills.js")}${script("main.js")}
${script("..", "fhir", "R4", "lformsFHIR.min.js")}</body></html>`;

/** A browser with forms. It is to be closed. */
export async function openForms() {
  const opened = await open();
  return { ...opened, form: (response) => form(opened, response) };
}

/** A form, empty or with what was answered. */
async function form(opened, response) {
  const { page } = await opened.show(HTML);
  await page.waitForFunction(() => globalThis.LForms?.FHIR);
  await page.evaluate(
    async (questionnaire, response) => {
      const { Util } = LForms;
      const form = Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
      const filled = response ? Util.mergeFHIRDataIntoLForms(response, form, "R4") : form;
      await Util.addFormToPage(filled, "form");
    },
    questionnaire,
    response ?? null,
  );
  await page.waitForSelector("lhc-item input");
  return {
    isShown: (question) => page.evaluate((id) => document.getElementById(`item-${id}/1/1`) !== null, question),
    /** What can be chosen at a question. */
    labels: (question) =>
      page.evaluate(
        (id) => {
          const inputs = document.getElementById(`item-${id}/1/1`).querySelectorAll("input");
          return [...inputs].map((input) => input.closest("label").textContent.trim());
        },
        question,
      ),
    /** Clicks what has this label at a question. */
    click: async (question, label) => {
      const found = await page.evaluateHandle(
        (id, label) => {
          const inputs = document.getElementById(`item-${id}/1/1`).querySelectorAll("input");
          return [...inputs].find((input) => input.closest("label").textContent.trim() === label);
        },
        question,
        label,
      );
      await found.asElement().evaluate((input) => input.click());
    },
    /** The response of what was clicked. */
    response: () => page.evaluate(() => LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4")),
    close: () => page.close(),
  };
}

/** Each answered question of a response with the codes of its answers. */
export function answered(response) {
  const questions = (response.item ?? []).flatMap(({ item }) => item ?? []);
  return Object.fromEntries(
    questions.map(({ linkId, answer }) => [linkId, answer.map(({ valueCoding: { system, code } }) => `${system}|${code}`)]),
  );
}

/** An option's answer in an answers document. Of a group it is an item. */
export function wordOf({ valueCoding: { code } }) {
  const plain = { Y: "yes", N: "no", "asked-unknown": "not_sure" };
  return plain[code] ?? code.slice(code.indexOf(".") + 1);
}
