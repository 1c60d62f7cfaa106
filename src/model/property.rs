//! The properties that are proved of a rule set.

use std::fmt;

/// What is proved of a rule set, for all answers: P1 to P12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// P1: each caution can be raised, left open by *not sure*, left open by a missing answer, and not matched.
    Reachable,
    /// P2: a caution that some completion of the answers would raise is never *no match*.
    UnknownIsNotNo,
    /// P3: what is settled stays so when more is known.
    SettledStays,
    /// P4: one more risk never takes away or lowers a caution, an urgency or a warning.
    RiskNeverLowers,
    /// P5: each option changes what somebody reads, or says why not.
    OptionsMatter,
    /// P6: each part of each condition matters by itself.
    PartsMatter,
    /// P7: no question is unreachable, and none is left out while a caution could still depend on it.
    NoQuestionHidden,
    /// P8: no text is hidden by an unknown answer, or from somebody whom a text beside it speaks to.
    TextsShown,
    /// P9: each *not sure* that stands beside what raises a caution is told.
    NotSureTold,
    /// P10: the urgency is the highest of what was reported.
    UrgencyHighest,
    /// P11: the short check tells each caution that it cannot settle.
    ShortLeavesNothingOut,
    /// P12: each sentence has its source, each topic of the register is covered, each worked case holds, and no two
    /// texts that can stand together contradict each other.
    Sourced,
}

impl Property {
    /// Every property, in order.
    pub const ALL: [Self; 12] = [
        Self::Reachable,
        Self::UnknownIsNotNo,
        Self::SettledStays,
        Self::RiskNeverLowers,
        Self::OptionsMatter,
        Self::PartsMatter,
        Self::NoQuestionHidden,
        Self::TextsShown,
        Self::NotSureTold,
        Self::UrgencyHighest,
        Self::ShortLeavesNothingOut,
        Self::Sourced,
    ];

    /// The property with a name such as `P7`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|property| property.to_string() == name)
    }
}

/// As its name: `P1` to `P12`.
impl fmt::Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = Self::ALL.iter().take_while(|known| *known <= self).count();
        write!(f, "P{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::Property;

    #[test]
    fn names_lead_back_to_their_properties() {
        for (number, property) in (1..).zip(Property::ALL) {
            assert_eq!(property.to_string(), format!("P{number}"));
            assert_eq!(Property::from_name(&format!("P{number}")), Some(property));
        }
        assert_eq!(Property::from_name("P0"), None);
        assert_eq!(Property::from_name("P13"), None);
    }
}
