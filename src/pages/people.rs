//! The example people. They are made up, and their answers are built into the program.

use crate::answers::{self, Answers, ReadError};
use crate::model::RuleSet;
use crate::text::demo::Card;
use crate::text::language;

/// An example person.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// The name on the command line.
    pub name: &'static str,
    document: &'static str,
}

macro_rules! people {
    ($($name:literal,)+) => {
        &[$(Person { name: $name, document: include_str!(concat!("../../examples/people/", $name, ".json")) },)+]
    };
}

/// All example people. A test compares this list with the folder.
pub const PEOPLE: &[Person] = people![
    "chest_pain_now",
    "mostly_not_sure",
    "nothing_applies",
    "older_smoker",
    "past_clot",
    "past_heart_attack",
    "pregnant",
    "young_adult_on_the_pill",
];

/// The example person with this name.
pub fn find(name: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.name == name)
}

impl Person {
    /// Who the person is.
    pub fn card(&self) -> Option<Card> {
        (language().demo.card)(self.name)
    }

    /// The answers of the person.
    ///
    /// # Errors
    /// The answers do not fit the rules, such as rules other than the built-in ones.
    pub fn answers<'r>(&self, rules: &'r RuleSet) -> Result<Answers<'r>, ReadError> {
        answers::read(rules, &format!("examples/people/{}.json", self.name), self.document.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::PEOPLE;

    #[test]
    fn everybody_has_a_card() {
        assert!(PEOPLE.iter().all(|person| person.card().is_some()));
    }

    #[test]
    fn everybody_in_the_folder_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/people");
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, PEOPLE.iter().map(|person| format!("{}.json", person.name)).collect::<Vec<String>>());
    }
}
