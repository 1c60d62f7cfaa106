//! What a list says around the cautions and signs of one person.

use crate::model::{Reported, Urgency};

/// What a list says around the cautions and signs of one person.
#[derive(Debug)]
pub struct List {
    /// The day of the list.
    pub dated: fn(&str) -> String,
    /// What was answered about who the person is, from the name of the item and the option.
    pub in_profile: fn(&str, &str) -> String,
    /// The title, with the main message. Takes how many cautions apply.
    pub things: fn(usize) -> String,
    /// The headings of what is to be done when: when, and what.
    pub plan: [&'static str; 2],
    /// How many things are worth finding out.
    pub also_open: fn(usize) -> String,
    /// How many cautions a missing answer leaves open.
    pub not_asked: fn(usize) -> String,
    /// That the list is no reason to stop or change the medicine, which the sentence before it names.
    pub keep_taking: &'static str,
    /// What to do about an emergency sign, where the signs stand further down.
    pub signs_below: &'static str,
    /// The main message where no caution applies: how many are open, and how many there are.
    pub none_applies: fn(usize, usize) -> String,
    /// An answer in few words. Takes the name of the item and the option.
    pub answer: fn(&str, &str) -> String,
    /// The answers that are the reason of a caution.
    pub because: fn(&[String]) -> String,
    /// The answers that make something urgent.
    pub said: fn(&[String]) -> String,
    /// The cautions under which the reasons stand already, by number.
    pub see: fn(&[usize]) -> String,
    /// What could be a further reason, where the person is not sure of it.
    pub not_sure_about: fn(&[&str]) -> String,
    /// The same in a caution. Takes the titles.
    pub not_sure: fn(&[&str]) -> String,
    /// Heading of what is not settled.
    pub find_out: &'static str,
    /// A caution that is not settled. Takes its title.
    pub open: fn(&str) -> String,
    /// Heading of the signs to watch for.
    pub signs: &'static str,
    /// Where the emergency signs stand.
    pub emergency_above: &'static str,
    /// The emergency signs to watch for more than others.
    pub watch_most: fn(&[&str]) -> String,
    /// The signs of an emergency, with its name.
    pub named: fn(&str, &str) -> String,
    /// A sign, and whether the person has it or is not sure.
    pub sign: fn(&str, Option<Reported>) -> String,
    /// What to do about the signs of an urgency.
    pub signs_of: fn(Urgency) -> &'static str,
    /// The same before those to watch for more than others.
    pub signs_above_all: fn(Urgency) -> &'static str,
    /// Before the others, after those.
    pub signs_also: &'static str,
    /// Heading of the questions for the doctor.
    pub questions: &'static str,
    /// Before the first questions, where there are more.
    pub ask_first: &'static str,
    /// Before the other questions.
    pub then: &'static str,
    /// Asks for what the person is not sure of.
    pub check_notes: &'static str,
    /// Heading of what is left.
    pub rest: &'static str,
    /// What the medicines can do, and what nobody knows.
    pub limits: &'static str,
    /// What this list did not ask about. Takes the names of some, and how many others there are.
    pub not_asked_about: fn(&[&str], usize) -> String,
    /// What was left without an answer.
    pub unanswered: fn(&[&str]) -> String,
    /// How to read everything.
    pub in_full: &'static str,
    /// Which rules, and when they are checked again. Takes their version and digest, and the day.
    pub rules: fn(&str, &str, &str) -> String,
    /// What is filled in by hand.
    pub by_hand: [&'static str; 3],
}
