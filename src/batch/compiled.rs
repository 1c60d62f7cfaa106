//! The conditions of a rule set, compiled to steps over bits that evaluate 64 records at once.
//!
//! The three values are two masks: the records for which a condition is true, and those for which it is true or
//! unknown. A third mask has the records for which it is unknown because of an answer *not sure*. As conditions have no
//! *not*, each mask needs only *and* and *or*. [`evaluate`](crate::evaluate) is the reference, and tests compare the
//! two.

use super::bits::{Layout, Matrix, RECORDS, Records, bit, transpose};
use super::doubts::{self, Doubt};
use crate::model::{Caution, Condition, ItemIndex, OptionIndex, RuleSet, Urgency, Urgent, WarningSymptom};

/// The value of a condition for each of 64 records.
#[derive(Clone, Copy, Debug)]
struct Truths {
    /// It is true.
    holds: u64,
    /// It is true or unknown.
    may_hold: u64,
    /// It is unknown because of an answer *not sure*.
    doubted: u64,
}

const FALSE: Truths = Truths { holds: 0, may_hold: 0, doubted: 0 };

/// A step of the program. Slots are its registers: the first ones are the bits of the answers, and each *all* and *any*
/// adds one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Every one of these slots holds.
    All(Vec<usize>),
    /// At least one of these slots holds.
    Any(Vec<usize>),
    /// Makes these bits false where the slot is false and there is no answer, as the question was left out.
    LeaveOut { bits: Vec<usize>, unless: usize },
}

/// The slots of a caution.
#[derive(Clone, Debug)]
struct CautionSlots {
    applies: usize,
    open: Option<usize>,
    same_day: Option<usize>,
}

/// The slots of a warning symptom.
#[derive(Clone, Debug)]
struct SymptomSlots {
    watch_more: usize,
    /// The slot of the answer yes to the item that reports it.
    reported: Option<usize>,
    not_sure_counts: bool,
    urgency: Urgency,
}

/// A compiled rule set.
#[derive(Clone, Debug)]
pub(super) struct Compiled {
    pub(super) layout: Layout,
    steps: Vec<Step>,
    slots: usize,
    cautions: Vec<CautionSlots>,
    symptoms: Vec<SymptomSlots>,
    /// The doubts of each caution, in the order of the findings.
    pub(super) doubts: Vec<Doubt>,
}

/// The results of up to 64 records. Each matrix has one word for each record, whose bits are 64 cautions, [`Doubt`]s or
/// symptoms in the order of [`Compiled::new`].
#[derive(Clone, Debug)]
pub(super) struct Findings {
    /// The cautions that apply.
    pub(super) applies: Vec<Matrix>,
    /// The cautions that are *not sure*.
    pub(super) not_sure: Vec<Matrix>,
    /// The cautions that are not asked.
    pub(super) not_asked: Vec<Matrix>,
    /// The doubts of cautions that apply.
    pub(super) also_not_sure: Vec<Matrix>,
    /// The symptoms to watch for more.
    pub(super) watch_more: Vec<Matrix>,
    /// The symptoms reported with yes or *not sure*.
    pub(super) reported: Vec<Matrix>,
    /// The records with an emergency, one bit each.
    pub(super) emergency: u64,
    /// The records with something for the same day, those with an emergency included.
    pub(super) same_day: u64,
    slots: Vec<Truths>,
}

impl Findings {
    /// How urgent the result of a record is.
    pub(super) fn urgent(&self, record: usize) -> Option<Urgent> {
        if self.emergency & bit(record) != 0 {
            Some(Urgent::Emergency)
        } else if self.same_day & bit(record) != 0 {
            Some(Urgent::SameDay)
        } else {
            None
        }
    }

    /// Whether any caution applies to a record.
    pub(super) fn has_caution(&self, record: usize) -> bool {
        self.applies.iter().any(|block| block.get(record).is_some_and(|word| *word != 0))
    }
}

impl Compiled {
    /// Compiles the rules. The two lists give the order of the findings.
    pub(super) fn new(rules: &RuleSet, cautions: &[&Caution], symptoms: &[&WarningSymptom]) -> Self {
        let layout = Layout::new(rules);
        let slots = layout.words() * RECORDS;
        let mut compiler = Compiler { layout: &layout, steps: Vec::new(), filled: Vec::new(), slots };
        for question in rules.questions() {
            if let Some(ask_when) = &question.ask_when {
                let unless = compiler.condition(ask_when);
                let bits = question.items.iter().flat_map(|item| compiler.every_bit(item.index)).collect();
                compiler.steps.push(Step::LeaveOut { bits, unless });
            }
        }
        let slots_of_cautions = cautions.iter().map(|caution| compiler.caution(caution)).collect();
        let indexes = cautions.iter().copied().enumerate();
        let doubts = indexes
            .flat_map(|one| doubts::of_caution(rules, &layout, one, &mut |condition| compiler.condition(condition)))
            .collect();
        let symptoms = symptoms.iter().map(|symptom| compiler.symptom(symptom)).collect();
        let Compiler { layout: _, steps, filled: _, slots } = compiler;
        Self { layout, steps, slots, cautions: slots_of_cautions, symptoms, doubts }
    }

    /// Empty findings of the right size.
    pub(super) fn findings(&self) -> Findings {
        let blocks = |length: usize| vec![[0; RECORDS]; length.div_ceil(RECORDS)];
        let (cautions, symptoms) = (blocks(self.cautions.len()), blocks(self.symptoms.len()));
        Findings {
            applies: cautions.clone(),
            not_sure: cautions.clone(),
            not_asked: cautions,
            also_not_sure: blocks(self.doubts.len()),
            watch_more: symptoms.clone(),
            reported: symptoms,
            emergency: 0,
            same_day: 0,
            slots: vec![FALSE; self.slots],
        }
    }

    /// Evaluates every rule for the records, whose matrices it transposes.
    pub(super) fn evaluate(&self, records: &mut Records, findings: &mut Findings) {
        read_answers(records, &mut findings.slots);
        let mut next = self.layout.words() * RECORDS;
        for step in &self.steps {
            let known = match step {
                Step::All(parts) => all(&findings.slots, parts),
                Step::Any(parts) => any(&findings.slots, parts),
                Step::LeaveOut { bits, unless } => {
                    leave_out(records, &mut findings.slots, bits, *unless);
                    continue;
                }
            };
            if let Some(slot) = findings.slots.get_mut(next) {
                *slot = known;
            }
            next += 1;
        }
        (findings.emergency, findings.same_day) = (0, 0);
        self.write_cautions(findings);
        self.write_doubts(findings);
        self.write_symptoms(findings);
    }

    fn write_doubts(&self, findings: &mut Findings) {
        let Findings { also_not_sure, slots, .. } = findings;
        for (block, doubts) in also_not_sure.iter_mut().zip(self.doubts.chunks(RECORDS)) {
            *block = [0; RECORDS];
            for (row, doubt) in block.iter_mut().zip(doubts) {
                let applies = self.cautions.get(doubt.caution).map_or(0, |caution| at(slots, caution.applies).holds);
                let path_holds =
                    |path: &Vec<usize>| path.iter().fold(u64::MAX, |holds, slot| holds & at(slots, *slot).may_hold);
                let counts = doubt.paths.iter().fold(0, |counts, path| counts | path_holds(path));
                *row = applies & at(slots, doubt.slot).doubted & counts;
            }
            transpose(block);
        }
    }

    fn write_cautions(&self, findings: &mut Findings) {
        let Findings { applies, not_sure, not_asked, same_day, slots, .. } = findings;
        let blocks = applies.iter_mut().zip(not_sure.iter_mut()).zip(not_asked.iter_mut());
        for (((applies, not_sure), not_asked), cautions) in blocks.zip(self.cautions.chunks(RECORDS)) {
            (*applies, *not_sure, *not_asked) = ([0; RECORDS], [0; RECORDS], [0; RECORDS]);
            let rows = applies.iter_mut().zip(not_sure.iter_mut()).zip(not_asked.iter_mut());
            for (((applies, not_sure), not_asked), caution) in rows.zip(cautions) {
                let known = at(slots, caution.applies);
                let open = caution.open.map_or(FALSE, |slot| at(slots, slot));
                *applies = known.holds;
                *not_sure = !known.holds & (open.holds | known.doubted | open.doubted);
                *not_asked = !known.holds & !*not_sure & (known.may_hold | open.may_hold);
                *same_day |= caution.same_day.map_or(0, |slot| at(slots, slot).holds);
            }
            transpose(applies);
            transpose(not_sure);
            transpose(not_asked);
        }
    }

    fn write_symptoms(&self, findings: &mut Findings) {
        let Findings { watch_more, reported, emergency, same_day, slots, .. } = findings;
        let blocks = watch_more.iter_mut().zip(reported.iter_mut());
        for ((watch_more, reported), symptoms) in blocks.zip(self.symptoms.chunks(RECORDS)) {
            (*watch_more, *reported) = ([0; RECORDS], [0; RECORDS]);
            for ((watch_more, reported), symptom) in watch_more.iter_mut().zip(reported.iter_mut()).zip(symptoms) {
                let now = symptom.reported.map_or(FALSE, |slot| at(slots, slot));
                *watch_more = at(slots, symptom.watch_more).holds;
                *reported = now.holds | now.doubted;
                let counts = now.holds | if symptom.not_sure_counts { now.doubted } else { 0 };
                match symptom.urgency {
                    Urgency::Emergency => *emergency |= counts,
                    Urgency::SameDay => *same_day |= counts,
                    Urgency::NextVisit => {}
                }
            }
            transpose(watch_more);
            transpose(reported);
        }
        *same_day |= *emergency;
    }
}

/// Fills the first slots with the bits of the answers.
fn read_answers(records: &mut Records, slots: &mut [Truths]) {
    let blocks = records.chosen.iter_mut().zip(&mut records.answered).zip(&mut records.not_sure);
    for (((chosen, answered), not_sure), slots) in blocks.zip(slots.chunks_exact_mut(RECORDS)) {
        transpose(chosen);
        transpose(answered);
        transpose(not_sure);
        let columns = chosen.iter().zip(answered.iter()).zip(not_sure.iter());
        for (((chosen, answered), not_sure), slot) in columns.zip(slots) {
            *slot = Truths { holds: *chosen, may_hold: chosen | not_sure | !answered, doubted: *not_sure };
        }
    }
}

fn at(slots: &[Truths], slot: usize) -> Truths {
    slots.get(slot).copied().unwrap_or(FALSE)
}

fn all(slots: &[Truths], parts: &[usize]) -> Truths {
    let mut result = Truths { holds: u64::MAX, may_hold: u64::MAX, doubted: 0 };
    for part in parts {
        let part = at(slots, *part);
        result.holds &= part.holds;
        result.may_hold &= part.may_hold;
        result.doubted |= part.doubted;
    }
    // Where another part is false the whole is known, and an unknown part has no effect on it.
    result.doubted &= result.may_hold & !result.holds;
    result
}

fn any(slots: &[Truths], parts: &[usize]) -> Truths {
    let mut result = FALSE;
    for part in parts {
        let part = at(slots, *part);
        result.holds |= part.holds;
        result.may_hold |= part.may_hold;
        result.doubted |= part.doubted;
    }
    result.doubted &= !result.holds;
    result
}

/// Answers that were given are kept.
fn leave_out(records: &Records, slots: &mut [Truths], bits: &[usize], unless: usize) {
    let left_out = !at(slots, unless).may_hold;
    for number in bits {
        let answered = records.answered.get(number / RECORDS).and_then(|block| block.get(number % RECORDS));
        if let (Some(slot), Some(answered)) = (slots.get_mut(*number), answered) {
            slot.may_hold &= !(left_out & !answered);
        }
    }
}

struct Compiler<'l> {
    layout: &'l Layout,
    steps: Vec<Step>,
    /// The steps so far with the slots that they fill, so that no step is made twice.
    filled: Vec<(Step, usize)>,
    slots: usize,
}

impl Compiler<'_> {
    fn caution(&mut self, caution: &Caution) -> CautionSlots {
        CautionSlots {
            applies: self.condition(&caution.applies_when),
            open: caution.open_when.as_ref().map(|condition| self.condition(condition)),
            same_day: caution.same_day_when.as_ref().map(|condition| self.condition(condition)),
        }
    }

    fn symptom(&mut self, symptom: &WarningSymptom) -> SymptomSlots {
        let yes = |item: ItemIndex| {
            let bits = self.layout.item(item)?;
            let bit = bits.options.get(OptionIndex::YES.0)?;
            Some(bits.word * RECORDS + super::bits::lowest_bit(*bit))
        };
        let reported = symptom.reported_by.and_then(yes);
        SymptomSlots {
            watch_more: self.condition(&symptom.watch_more_when),
            reported,
            not_sure_counts: symptom.not_sure_counts,
            urgency: symptom.urgency,
        }
    }

    /// Adds the steps of a condition and gives its slot.
    fn condition(&mut self, condition: &Condition) -> usize {
        match condition {
            Condition::All(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                self.fill(Step::All(parts))
            }
            Condition::Any(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                self.fill(Step::Any(parts))
            }
            Condition::Answered(leaf) => self.fill(Step::Any(self.layout.bits_of(*leaf))),
            Condition::AnyItem { group: _, leaves } => {
                self.fill(Step::Any(leaves.iter().flat_map(|leaf| self.layout.bits_of(*leaf)).collect()))
            }
            Condition::Holds(named) => self.condition(&named.when),
        }
    }

    fn fill(&mut self, step: Step) -> usize {
        if let Step::All(parts) | Step::Any(parts) = &step
            && let [only] = parts.as_slice()
        {
            return *only;
        }
        if let Some((_, slot)) = self.filled.iter().find(|(known, _)| *known == step) {
            return *slot;
        }
        let slot = self.slots;
        self.slots += 1;
        self.filled.push((step.clone(), slot));
        self.steps.push(step);
        slot
    }

    /// The slots of all options of an item.
    fn every_bit(&self, item: ItemIndex) -> Vec<usize> {
        let Some(bits) = self.layout.item(item) else { return Vec::new() };
        (0..RECORDS).filter(|index| bits.all & bit(*index) != 0).map(|index| bits.word * RECORDS + index).collect()
    }
}
