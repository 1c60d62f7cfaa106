//! Three values, ordered: false, unknown, true.

/// What is known about a condition.
///
/// The order is the definition of the logic: *all* is the smallest of its parts, *any* the largest. There is no
/// *not*: for conditions without one this logic is exact, and one more risk can never turn a value down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Definitely does not hold.
    False,
    /// An answer is missing, or is *not sure*.
    Unknown,
    /// Definitely holds.
    True,
}

impl Truth {
    /// True if every part is true, false if one is false, otherwise unknown. Of no parts: true.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut least = Self::True;
        for part in parts {
            least = least.min(part);
            if least == Self::False {
                break;
            }
        }
        least
    }

    /// True if one part is true, false if every part is false, otherwise unknown. Of no parts: false.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut most = Self::False;
        for part in parts {
            most = most.max(part);
            if most == Self::True {
                break;
            }
        }
        most
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn pairs_follow_the_table() {
        let table = [
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (False, True, False, True),
            (Unknown, False, False, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
            (Unknown, True, Unknown, True),
            (True, False, False, True),
            (True, Unknown, Unknown, True),
            (True, True, True, True),
        ];
        for (a, b, all, any) in table {
            assert_eq!(Truth::all([a, b]), all, "all of {a:?} and {b:?}");
            assert_eq!(Truth::any([a, b]), any, "any of {a:?} and {b:?}");
        }
    }

    #[test]
    fn nothing_is_all_true_and_not_any() {
        assert_eq!(Truth::all([]), True);
        assert_eq!(Truth::any([]), False);
    }
}
