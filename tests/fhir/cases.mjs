// Answers of made-up people, one document a line: everything ticked, all not sure, nothing, none, each way past a question, mixtures.

import { pathToFileURL } from "node:url";
import { deciding, questions, wordOf } from "./questionnaire.mjs";

/** The words for the options of a question. */
const words = ({ answerOption }) => answerOption.map(wordOf);

/** Answers to all questions, each chosen by `choose`. */
const answers = (choose) => Object.fromEntries(questions.map((question) => [question.linkId, choose(question)]));

const first = (question) => (question.repeats ? [words(question)[0]] : words(question)[0]);
const notSure = ({ repeats }) => (repeats ? ["not_sure"] : "not_sure");

/** People who answer all questions alike, each with a name. */
export const alike = {
  nothing: {},
  everything_ticked: answers((question) => (question.repeats ? words(question).slice(0, -2) : words(question)[0])),
  all_not_sure: answers(notSure),
  none: answers((question) => (question.repeats ? ["none"] : words(question).at(-2))),
  ticked_and_not_sure: answers((question) => (question.repeats ? [words(question)[0], "not_sure"] : words(question)[0])),
  left_open: answers((question) => (question.repeats ? { [words(question)[0]]: "yes" } : "not_sure")),
  no_and_not_sure: answers((question) =>
    question.repeats ? { [words(question)[0]]: "no", [words(question)[1]]: "not_sure" } : first(question),
  ),
};

/** All people: also one for each answer that decides whether another question is asked. */
export const cases = { ...alike };
for (const question of deciding) {
  for (const word of words(question)) cases[`${question.linkId}_${word}`] = { ...answers(first), [question.linkId]: word };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, answers] of Object.entries(cases)) console.log(JSON.stringify({ id: name, ...answers }));
}
