//! Expressions that are true, false or unknown, as text that can be read.

/// A line with an expression in it is at most this long, where it can be broken.
const WIDTH: usize = 110;

/// An expression that is true, false or unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// What needs no brackets.
    Atom(String),
    /// One of these equals the first.
    In(String, Vec<String>),
    /// Every part.
    And(Vec<Expression>),
    /// One part.
    Or(Vec<Expression>),
    /// It is unknown.
    IsUnknown(Box<Expression>),
    /// It is true or unknown.
    MayHold(Box<Expression>),
}

impl Expression {
    /// Every part; parts of such a part are taken for its own.
    pub(super) fn and(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            if let Self::And(inner) = part { flat.extend(inner) } else { flat.push(part) }
        }
        only(flat).unwrap_or_else(Self::And)
    }

    /// One part; parts of such a part are taken for its own.
    pub(super) fn or(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            if let Self::Or(inner) = part { flat.extend(inner) } else { flat.push(part) }
        }
        only(flat).unwrap_or_else(Self::Or)
    }

    /// The text, at this indent: on one line where it fits.
    pub(super) fn text(&self, indent: usize) -> String {
        let flat = self.flat();
        if indent + flat.len() <= WIDTH { flat } else { self.broken(indent) }
    }

    fn flat(&self) -> String {
        match self {
            Self::Atom(text) => text.clone(),
            Self::In(first, list) => format!("{first} IN ({})", list.join(", ")),
            Self::And(parts) => parts.iter().map(Self::flat_part).collect::<Vec<_>>().join(" AND "),
            Self::Or(parts) => parts.iter().map(Self::flat_part).collect::<Vec<_>>().join(" OR "),
            Self::IsUnknown(of) if of.is_name() => format!("{} IS NULL", of.flat()),
            Self::IsUnknown(of) => format!("({}) IS NULL", of.flat()),
            Self::MayHold(of) => format!("COALESCE({}, TRUE)", of.flat()),
        }
    }

    fn is_name(&self) -> bool {
        match self {
            Self::Atom(text) => !text.contains(' '),
            Self::In(..) | Self::And(_) | Self::Or(_) | Self::IsUnknown(_) | Self::MayHold(_) => false,
        }
    }

    fn flat_part(&self) -> String {
        if self.needs_brackets() { format!("({})", self.flat()) } else { self.flat() }
    }

    fn needs_brackets(&self) -> bool {
        match self {
            Self::Atom(_) | Self::In(..) | Self::IsUnknown(_) | Self::MayHold(_) => false,
            Self::And(_) | Self::Or(_) => true,
        }
    }

    fn broken(&self, indent: usize) -> String {
        let joined = |parts: &[Self], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| part.broken_part(indent)).collect();
            parts.join(&format!("\n{:indent$}{word} ", ""))
        };
        match self {
            Self::Atom(text) => text.clone(),
            Self::In(first, list) => {
                let inner = indent + 2;
                let list = list.join(&format!(",\n{:inner$}", ""));
                format!("{first} IN (\n{:inner$}{list}\n{:indent$})", "", "")
            }
            Self::And(parts) => joined(parts, "AND"),
            Self::Or(parts) => joined(parts, "OR"),
            Self::IsUnknown(of) if of.is_name() => self.flat(),
            Self::IsUnknown(of) => format!("{} IS NULL", of.in_brackets(indent)),
            Self::MayHold(of) => {
                format!(
                    "COALESCE(\n{:inner$}{},\n{:inner$}TRUE\n{:indent$})",
                    "",
                    of.text(indent + 2),
                    "",
                    "",
                    inner = indent + 2
                )
            }
        }
    }

    fn broken_part(&self, indent: usize) -> String {
        let flat = self.flat_part();
        if indent + flat.len() <= WIDTH {
            flat
        } else if self.needs_brackets() {
            self.in_brackets(indent)
        } else {
            self.broken(indent)
        }
    }

    fn in_brackets(&self, indent: usize) -> String {
        format!("(\n{:inner$}{}\n{:indent$})", "", self.text(indent + 2), "", inner = indent + 2)
    }
}

/// The part, where it is the only one.
fn only(mut parts: Vec<Expression>) -> Result<Expression, Vec<Expression>> {
    if parts.len() != 1 {
        return Err(parts);
    }
    parts.pop().ok_or(parts)
}

#[cfg(test)]
mod tests {
    use super::Expression;

    fn atom(text: &str) -> Expression {
        Expression::Atom(text.to_owned())
    }

    #[test]
    fn brackets_stand_where_the_meaning_needs_them() {
        let or = Expression::or([atom("a"), Expression::or([atom("b"), atom("c")])]);
        assert_eq!(or.text(0), "a OR b OR c");
        let and = Expression::and([or.clone(), atom("d")]);
        assert_eq!(and.text(0), "(a OR b OR c) AND d");
        assert_eq!(Expression::IsUnknown(Box::new(and)).text(0), "((a OR b OR c) AND d) IS NULL");
        assert_eq!(Expression::IsUnknown(Box::new(atom("a"))).text(0), "a IS NULL");
        assert_eq!(Expression::IsUnknown(Box::new(atom("a = 1"))).text(0), "(a = 1) IS NULL");
        assert_eq!(Expression::and([or]).text(0), "a OR b OR c");
    }

    #[test]
    fn long_ones_are_broken_at_their_words() {
        let long = |letter: &str| atom(&letter.repeat(60));
        let or = Expression::or([long("a"), long("b")]);
        assert_eq!(or.text(2), format!("{}\n  OR {}", "a".repeat(60), "b".repeat(60)));
        let and = Expression::and([or, long("c")]);
        let list = Expression::In("x".to_owned(), vec!["a".repeat(60), "b".repeat(60)]);
        assert_eq!(list.text(0), format!("x IN (\n  {},\n  {}\n)", "a".repeat(60), "b".repeat(60)));
        let (a, b, c) = ("a".repeat(60), "b".repeat(60), "c".repeat(60));
        assert_eq!(and.text(2), format!("(\n    {a}\n    OR {b}\n  )\n  AND {c}"));
    }
}
