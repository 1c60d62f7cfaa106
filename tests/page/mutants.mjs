// Single changes of the evaluator and of its data, each of which the tests should catch.

// What is written in the evaluator, and what is written instead.
const CHANGES = [
  [/===/g, "!=="], [/!==/g, "==="], [/ && /g, " || "], [/ \|\| /g, " && "], [/\bMath\.min\b/g, "Math.max"],
  [/\bMath\.max\b/g, "Math.min"], [/\bsome\(/g, "every("], [/\bevery\(/g, "some("], [/\bTRUE\b/g, "UNKNOWN"],
  [/\bFALSE\b/g, "UNKNOWN"], [/\bUNKNOWN\b/g, "FALSE"], [/\bNOT_SURE\b/g, "YES"], [/\bYES\b/g, "NO"], [/\bNO\b/g, "YES"],
  [/ > 0/g, " > 1"], [/ - /g, " + "], [/return \[\];/g, "return [undefined];"], [/\(!/g, "("], [/"applies"/g, '"not_sure"'],
  [/"not_asked"/g, '"no_match"'], [/"same_day"/g, '"emergency"'], [/\bflatMap\(/g, "map("], [/ \? (\w+) : (\w+)/g, " ? $2 : $1"],
];

/** The evaluator with one thing written otherwise. Comments and the names of constants where they are defined stay. */
export function mutantsOfSource(source) {
  const mutants = [];
  const lines = source.split("\n");
  lines.forEach((line, number) => {
    if (/^\s*(\/\/|\/\*|\*)/.test(line) || /^const [A-Z_]+ = /.test(line)) {
      return;
    }
    for (const [what, instead] of CHANGES) {
      for (const { index } of line.matchAll(what)) {
        const single = new RegExp(what.source, "y");
        single.lastIndex = index;
        const changed = line.replace(single, instead);
        if (changed !== line) {
          const text = [...lines.slice(0, number), changed, ...lines.slice(number + 1)].join("\n");
          mutants.push({ name: `line ${number + 1}: ${changed.trim()}`, text });
        }
      }
    }
  });
  return mutants;
}

/** The conditions of the rules, each with its place. */
function* conditionsOf(rules) {
  for (const [name, condition] of Object.entries(rules.named)) {
    yield [`named ${name}`, condition];
  }
  for (const caution of rules.cautions) {
    for (const key of ["when", "open", "today"].filter((key) => caution[key])) {
      yield [`${caution.id} ${key}`, caution[key]];
    }
  }
  for (const symptom of rules.symptoms) {
    yield [`${symptom.id} watch`, symptom.watch];
  }
  for (const question of rules.questions.filter(({ ask_when }) => ask_when)) {
    yield [`${question.id} ask_when`, question.ask_when];
  }
}

/** The places in a condition that can be changed, each with its changes. */
function* changesOf(condition, rules) {
  if (condition.is) {
    const [item, ...options] = condition.is;
    const question = rules.questions.find(({ items }) => items.some(({ ref }) => ref === item));
    const all = question.group ? ["yes", "no"] : question.items[0].options.map(({ id }) => id);
    for (const option of options) {
      yield [condition, { is: condition.is.filter((one) => one !== option) }, `without ${item} ${option}`];
    }
    const other = all.find((id) => !options.includes(id));
    if (other) {
      yield [condition, { is: [...condition.is, other] }, `with ${item} ${other}`];
    }
    return;
  }
  const key = condition.all ? "all" : "any";
  if (condition.holds) {
    return;
  }
  if (condition[key].length > 1) {
    const opposite = key === "all" ? "any" : "all";
    yield [condition, { [opposite]: condition[key] }, `${opposite} for ${key}`];
    for (const place of condition[key].keys()) {
      yield [condition, { [key]: condition[key].filter((_, other) => other !== place) }, `${key} without part ${place + 1}`];
    }
  }
  for (const part of condition[key]) {
    yield* changesOf(part, rules);
  }
}

/** The rules with one condition changed at one place, or one fact about a sign. */
export function mutantsOfData(rules) {
  const mutants = [];
  const copyWith = (target, replacement) => {
    const visit = (value) => {
      if (value === target) {
        return replacement;
      }
      if (Array.isArray(value)) {
        return value.map(visit);
      }
      return value && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]))
        : value;
    };
    return visit(rules);
  };
  for (const [place, condition] of conditionsOf(rules)) {
    for (const [target, replacement, what] of changesOf(condition, rules)) {
      mutants.push({ name: `${place}: ${what}`, rules: copyWith(target, replacement) });
    }
  }
  // Whether "not sure" counts is read of signs for the same day only.
  for (const symptom of rules.symptoms.filter(({ item, urgency }) => item && urgency === "same_day")) {
    mutants.push({ name: `${symptom.id}: counts`, rules: copyWith(symptom, { ...symptom, counts: !symptom.counts }) });
    const later = { ...symptom, urgency: "next_visit" };
    mutants.push({ name: `${symptom.id}: next visit`, rules: copyWith(symptom, later) });
  }
  for (const item of rules.emergency_items) {
    const rest = rules.emergency_items.filter((one) => one !== item);
    mutants.push({ name: `${item} is no emergency`, rules: copyWith(rules.emergency_items, rest) });
  }
  return mutants;
}
