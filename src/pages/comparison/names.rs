//! The names of the two who are compared.

use crate::render::visible::seen;
use crate::text::language;

/// The most characters of a name, which heads a column.
const LONGEST: usize = 40;

/// What one of the two can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called<'n> {
    /// What the answers call the person.
    pub id: Option<&'n str>,
    /// The person or the file without its folder.
    pub short: &'n str,
    /// The same as it was typed, which tells apart files of the same name.
    pub typed: &'n str,
}

/// The names of the two: the shortest ones that differ, and else numbered ones.
pub fn names(two: [Called<'_>; 2]) -> [String; 2] {
    let [short, typed] = [
        two.map(|one| shown(one.id.filter(|id| !id.trim().is_empty()).unwrap_or(one.short))),
        two.map(|one| shown(one.typed)),
    ];
    let differ = |[one, other]: &[String; 2]| one != other;
    if differ(&short) {
        return short;
    }
    if differ(&typed) {
        return typed;
    }
    let [one, other] = short;
    [(1, one), (2, other)].map(|(number, name)| (language().comparison.numbered)(&name, number))
}

/// The characters of a name that are printed.
fn shown(name: &str) -> String {
    let name: String = seen(name).trim().to_owned();
    if name.chars().count() <= LONGEST {
        return name;
    }
    let end = "...";
    name.chars().take(LONGEST - end.len()).chain(end.chars()).collect()
}
