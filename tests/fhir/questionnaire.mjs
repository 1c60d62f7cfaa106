// The Questionnaire, and what its options mean in an answers document.

import { jakcheck } from "../browser/browser.mjs";

/** The questions as a Questionnaire. */
export const questionnaire = JSON.parse(jakcheck("rules", "export", "--to", "fhir-questionnaire"));

/** The questions of the questionnaire, in order, without their topics. */
export const questions = questionnaire.item.flatMap(({ item }) => item ?? []);

/** The questions with boxes. */
export const groups = questions.filter(({ repeats }) => repeats);

/** The questions that decide whether another one is asked. */
export const deciding = questions.filter(({ linkId }) =>
  questions.some(({ enableWhen }) => enableWhen?.some(({ question }) => question === linkId)),
);

/** The words of an option, as a person reads them. */
export const labelOf = ({ valueCoding }) => valueCoding.display;

/** What an option is in a response. */
export const codeOf = ({ valueCoding: { system, code, display } }) => [system, code, display].join("|");

/** An option's answer in an answers document. Of a group it is an item. */
export function wordOf({ valueCoding: { code } }) {
  const plain = { Y: "yes", N: "no", "asked-unknown": "not_sure" };
  return plain[code] ?? code.slice(code.indexOf(".") + 1);
}

/** Each answered question of a response with the codes of its answers. */
export function answered(response) {
  const items = (response.item ?? []).flatMap(({ item }) => item ?? []);
  // A form can leave a question, or a box that was unticked, without a value.
  const codes = items.map(({ linkId, answer = [] }) => [linkId, answer.filter((one) => one.valueCoding).map(codeOf)]);
  return Object.fromEntries(codes.filter(([, answer]) => answer.length > 0));
}
