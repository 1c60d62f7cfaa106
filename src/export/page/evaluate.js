// What the answers of one person mean: the same as `src/evaluate` in Rust, over the same conditions.
// `RULES` is the data of this page. Answers are a Map from the reference of an item ("smoking", "heart_history.stroke") to the
// id of an option, or to NOT_SURE. An item without an answer is not in it: what is missing is never "no".

const NOT_SURE = "not_sure";
const YES = "yes";
const NO = "no";

// Nobody can answer this: the question was rightly left out. No condition names it, so it makes each of them false.
const LEFT_OUT = "(left out)";

// The values of a condition, in their order: "all" is the smallest of its parts, "any" the largest. There is no "not".
const FALSE = 0;
const UNKNOWN = 1;
const TRUE = 2;

// The items of a group have no options of their own.
const YES_OR_NO = [{ id: YES }, { id: NO }];

const ITEMS = RULES.questions.flatMap((question) =>
  question.items.map((item) => ({ options: YES_OR_NO, ...item, question })),
);
const PLACE = new Map(ITEMS.map((item, place) => [item.ref, place]));

/** The value of a condition: {all: [...]}, {any: [...]}, {holds: name} or {is: [item, option, ...]}. */
function truth(condition, situation) {
  if (condition.all) {
    return Math.min(TRUE, ...condition.all.map((part) => truth(part, situation)));
  }
  if (condition.any) {
    return Math.max(FALSE, ...condition.any.map((part) => truth(part, situation)));
  }
  if (condition.holds) {
    return truth(RULES.named[condition.holds], situation);
  }
  const [item, ...options] = condition.is;
  const answer = situation.get(item);
  if (answer === undefined || answer === NOT_SURE) {
    return UNKNOWN;
  }
  return options.includes(answer) ? TRUE : FALSE;
}

/** The parts of a condition; none of an answer. */
function parts(condition) {
  return condition.all ?? condition.any ?? (condition.holds ? [RULES.named[condition.holds]] : []);
}

/** The items of a list, each once, in the order of the questionnaire. */
function inOrder(items) {
  return [...new Set(items)].sort((one, other) => PLACE.get(one) - PLACE.get(other));
}

/** The items whose answers give a condition its value. */
function decisive(condition, situation, value = truth(condition, situation)) {
  if (truth(condition, situation) !== value) {
    return [];
  }
  if (condition.is) {
    return [condition.is[0]];
  }
  return inOrder(parts(condition).flatMap((part) => decisive(part, situation, value)));
}

/** The items that were answered "not sure" in parts that are not definitely false. */
function notSureItems(condition, situation) {
  if (condition.all && truth(condition, situation) === FALSE) {
    return [];
  }
  if (condition.is) {
    return situation.get(condition.is[0]) === NOT_SURE ? [condition.is[0]] : [];
  }
  return inOrder(parts(condition).flatMap((part) => notSureItems(part, situation)));
}

/** Every item that a condition reads. */
function itemsOf(condition) {
  return condition.is ? [condition.is[0]] : parts(condition).flatMap(itemsOf);
}

/** Whether a question, a sentence or a sign may concern a person: unless its condition is definitely false. */
function mayConcern(condition, situation) {
  return !condition || truth(condition, situation) !== FALSE;
}

/** The answers, with what was left out: the items without an answer of questions that are not to be asked. */
function situationOf(answers) {
  const situation = new Map(answers);
  // In order, because a condition reads earlier questions only.
  for (const question of RULES.questions) {
    if (!mayConcern(question.ask_when, situation)) {
      for (const item of question.items) {
        if (!situation.has(item.ref)) {
          situation.set(item.ref, LEFT_OUT);
        }
      }
    }
  }
  return situation;
}

/** The state of a caution, with its reasons. */
function verdict(caution, situation) {
  const found = { caution, state: "no_match", because: [], settled_by: [], also_not_sure: [], today: false };
  const conditions = [caution.when, caution.open].filter(Boolean);
  const applies = truth(caution.when, situation);
  if (applies === TRUE) {
    const today = Boolean(caution.today) && truth(caution.today, situation) === TRUE;
    const unsure = inOrder(conditions.flatMap((condition) => notSureItems(condition, situation)));
    return { ...found, state: "applies", because: decisive(caution.when, situation), also_not_sure: unsure, today };
  }
  const isUnknown = (condition) => truth(condition, situation) === UNKNOWN;
  const settled_by = inOrder(conditions.filter(isUnknown).flatMap((condition) => decisive(condition, situation)));
  if (caution.open && truth(caution.open, situation) === TRUE) {
    // Every answer was given and it stays open all the same.
    const settles = applies === UNKNOWN ? decisive(caution.when, situation) : [];
    return { ...found, state: "not_sure", because: decisive(caution.open, situation), settled_by: settles };
  }
  if (settled_by.length === 0) {
    return found;
  }
  const because = settled_by.filter((item) => situation.get(item) === NOT_SURE);
  return { ...found, state: because.length > 0 ? "not_sure" : "not_asked", because, settled_by };
}

/** What the answers say about a warning symptom. */
function symptomFinding(symptom, situation) {
  const watch_more = truth(symptom.watch, situation) === TRUE;
  const reported = symptom.item === undefined ? undefined : situation.get(symptom.item);
  const isReported = reported === YES || reported === NOT_SURE;
  const shown = mayConcern(symptom.show, situation) || watch_more || isReported;
  return { symptom, watch_more, reported, isReported, shown };
}

/** Of each urgency first what is reported, then what to watch for more; the data has the order besides. */
function inReportOrder(found) {
  const urgencies = ["emergency", "same_day", "next_visit"];
  const rank = ({ symptom, isReported, watch_more }) =>
    urgencies.indexOf(symptom.urgency) * 4 + (isReported ? 0 : 2) + (watch_more ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** The emergency in answers about emergency signs: any yes is one, and otherwise any "not sure" may be one. */
function emergencyIn(answers) {
  if (answers.includes(YES)) {
    return "emergency";
  }
  return answers.includes(NOT_SURE) ? "maybe_emergency" : null;
}

/** The items whose answers need a call today. */
function sameDayItems(situation) {
  const isReported = ({ counts, item }) =>
    situation.get(item) === YES || (counts && situation.get(item) === NOT_SURE);
  const signs = RULES.symptoms.filter(({ urgency, item }) => urgency === "same_day" && item !== undefined);
  const conditions = RULES.cautions.map((caution) => caution.today).filter(Boolean);
  const hold = conditions.filter((condition) => truth(condition, situation) === TRUE);
  return [
    ...signs.filter(isReported).map(({ item }) => item),
    ...hold.flatMap((condition) => decisive(condition, situation)),
  ];
}

/** What to do now, its level, and the items whose answers are the reason; null if nothing is urgent. */
function urgency(situation) {
  let items = RULES.emergency_items.filter((item) => emergencyIn([situation.get(item)]));
  const emergency = emergencyIn(items.map((item) => situation.get(item)));
  let now = emergency;
  if (emergency !== "emergency") {
    const today = sameDayItems(situation);
    if (today.length > 0) {
      const isSure = today.some((item) => situation.get(item) !== NOT_SURE);
      const day = isSure ? "same_day" : "maybe_same_day";
      now = emergency ? "maybe_emergency_or_same_day" : day;
    }
    items = [...items, ...today];
  }
  return now && { now, level: now.endsWith("same_day") && !emergency ? "same_day" : "emergency", items: inOrder(items) };
}

/** Everything that the answers mean. Cautions and symptoms are in the order of a report. */
function findings(answers) {
  const situation = situationOf(answers);
  return {
    situation,
    cautions: RULES.cautions.map((caution) => verdict(caution, situation)),
    symptoms: inReportOrder(RULES.symptoms.map((symptom) => symptomFinding(symptom, situation))),
    urgent: urgency(situation),
  };
}

/** A mistake in an answers file. It never repeats an answer. */
class AnswersError extends Error {}

/** One answer of a file; undefined for none. */
function readAnswer(item, value) {
  if (value === null || value === "") {
    return undefined;
  }
  if (value !== NOT_SURE && !item.options.some((option) => option.id === value)) {
    throw new AnswersError(item.ref);
  }
  return value;
}

/** The answers to the items of a group: an object, or the list of those that are so. */
function readGroup(question, value, set) {
  const find = (id) => {
    const item = ITEMS.find((one) => one.question === question && one.id === id);
    if (!item) {
      throw new AnswersError(question.id);
    }
    return item;
  };
  if (Array.isArray(value)) {
    const named = value.filter((id) => id !== "none" && id !== NOT_SURE).map(find);
    const isNone = value.includes("none");
    if (value.length === 0 || new Set(value).size < value.length || (isNone && value.length > 1)) {
      throw new AnswersError(question.id);
    }
    for (const item of question.items) {
      const others = value.includes(NOT_SURE) ? NOT_SURE : NO;
      set(item, named.some(({ ref }) => ref === item.ref) ? YES : others);
    }
  } else if (typeof value === "object" && Object.keys(value).length > 0) {
    Object.entries(value).forEach(([id, answer]) => set(find(id), readAnswer(find(id), answer)));
  } else {
    throw new AnswersError(question.id);
  }
}

/** Reads an answers file, as text or as an object: the answers, and whose they are. */
function readAnswers(file) {
  const given = typeof file === "string" ? JSON.parse(file.replace(/^\uFEFF/, "")) : file;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new AnswersError("");
  }
  const read = { answers: new Map(), isForSomeoneElse: false };
  const set = (item, answer) => {
    if (answer !== undefined) {
      if (read.answers.has(item.ref)) {
        throw new AnswersError(item.ref);
      }
      read.answers.set(item.ref, answer);
    }
  };
  for (const [key, value] of Object.entries(given)) {
    const question = RULES.questions.find(({ id }) => id === key);
    const alone = ITEMS.find(({ ref }) => ref === key || ref.replace(".", "__") === key);
    if (value === null || value === "" || key === "id") {
      if (!question && !alone && key !== "id" && key !== "for") {
        throw new AnswersError(key);
      }
    } else if (key === "for" && (value === "self" || value === "someone_else")) {
      read.isForSomeoneElse = value === "someone_else";
    } else if (question?.group) {
      readGroup(question, value, set);
    } else if (alone) {
      set(alone, readAnswer(alone, value));
    } else {
      throw new AnswersError(key);
    }
  }
  return read;
}

/** What answers mean, as ids in the order of a report. Takes an answers file, as text or as an object. */
function evaluate(file) {
  const { cautions, symptoms, urgent } = findings(readAnswers(file).answers);
  const inState = (state) => cautions.filter((found) => found.state === state).map(({ caution }) => caution.id);
  const unsure = cautions.filter((found) => found.also_not_sure.length > 0);
  return {
    urgent: urgent && urgent.level,
    applies: inState("applies"),
    not_sure: inState("not_sure"),
    not_asked: inState("not_asked"),
    watch_more: symptoms.filter((found) => found.watch_more).map(({ symptom }) => symptom.id),
    also_not_sure: Object.fromEntries(unsure.map((found) => [found.caution.id, found.also_not_sure])),
  };
}
