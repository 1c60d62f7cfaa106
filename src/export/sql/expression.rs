//! SQL expressions that are true, false or NULL, and their layout in lines.

/// An expression of more bytes than this, its indent included, is broken into several lines.
const WIDTH: usize = 110;

/// An SQL expression that is true, false or NULL, which stands for unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// SQL that needs no brackets.
    Atom(String),
    /// `first IN (list)`
    In(String, Vec<String>),
    /// `part AND part`
    And(Vec<Expression>),
    /// `part OR part`
    Or(Vec<Expression>),
    /// True where the expression is NULL.
    IsUnknown(Box<Expression>),
    /// True where the expression is true or NULL.
    MayHold(Box<Expression>),
}

impl Expression {
    /// Joins parts with `AND`. A part that is itself an `AND` is flattened.
    pub(super) fn and(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            if let Self::And(inner) = part { flat.extend(inner) } else { flat.push(part) }
        }
        single(flat).unwrap_or_else(Self::And)
    }

    /// Joins parts with `OR`. A part that is itself an `OR` is flattened.
    pub(super) fn or(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            if let Self::Or(inner) = part { flat.extend(inner) } else { flat.push(part) }
        }
        single(flat).unwrap_or_else(Self::Or)
    }

    /// The SQL, on one line if it fits. `indent` is the column at which it begins.
    pub(super) fn render(&self, indent: usize) -> String {
        let flat = self.render_flat();
        if indent + flat.len() <= WIDTH { flat } else { self.render_broken(indent) }
    }

    fn render_flat(&self) -> String {
        match self {
            Self::Atom(text) => text.clone(),
            Self::In(first, list) => format!("{first} IN ({})", list.join(", ")),
            Self::And(parts) => parts.iter().map(Self::render_flat_part).collect::<Vec<_>>().join(" AND "),
            Self::Or(parts) => parts.iter().map(Self::render_flat_part).collect::<Vec<_>>().join(" OR "),
            Self::IsUnknown(of) if of.is_name() => format!("{} IS NULL", of.render_flat()),
            Self::IsUnknown(of) => format!("({}) IS NULL", of.render_flat()),
            Self::MayHold(of) => format!("COALESCE({}, TRUE)", of.render_flat()),
        }
    }

    fn is_name(&self) -> bool {
        match self {
            Self::Atom(text) => !text.contains(' '),
            Self::In(..) | Self::And(_) | Self::Or(_) | Self::IsUnknown(_) | Self::MayHold(_) => false,
        }
    }

    fn render_flat_part(&self) -> String {
        if self.needs_brackets() { format!("({})", self.render_flat()) } else { self.render_flat() }
    }

    fn needs_brackets(&self) -> bool {
        match self {
            Self::Atom(_) | Self::In(..) | Self::IsUnknown(_) | Self::MayHold(_) => false,
            Self::And(_) | Self::Or(_) => true,
        }
    }

    fn render_broken(&self, indent: usize) -> String {
        let joined = |parts: &[Self], word: &str| {
            let parts: Vec<String> = parts.iter().map(|part| part.render_broken_part(indent)).collect();
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
            Self::IsUnknown(of) if of.is_name() => self.render_flat(),
            Self::IsUnknown(of) => format!("{} IS NULL", of.render_in_brackets(indent)),
            Self::MayHold(of) => {
                format!(
                    "COALESCE(\n{:inner$}{},\n{:inner$}TRUE\n{:indent$})",
                    "",
                    of.render(indent + 2),
                    "",
                    "",
                    inner = indent + 2
                )
            }
        }
    }

    fn render_broken_part(&self, indent: usize) -> String {
        let flat = self.render_flat_part();
        if indent + flat.len() <= WIDTH {
            flat
        } else if self.needs_brackets() {
            self.render_in_brackets(indent)
        } else {
            self.render_broken(indent)
        }
    }

    fn render_in_brackets(&self, indent: usize) -> String {
        format!("(\n{:inner$}{}\n{:indent$})", "", self.render(indent + 2), "", inner = indent + 2)
    }
}

/// The only element, or the whole list if it has none or several.
fn single(mut parts: Vec<Expression>) -> Result<Expression, Vec<Expression>> {
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
    fn brackets_only_where_precedence_needs_them() {
        let or = Expression::or([atom("a"), Expression::or([atom("b"), atom("c")])]);
        assert_eq!(or.render(0), "a OR b OR c");
        let and = Expression::and([or.clone(), atom("d")]);
        assert_eq!(and.render(0), "(a OR b OR c) AND d");
        assert_eq!(Expression::IsUnknown(Box::new(and)).render(0), "((a OR b OR c) AND d) IS NULL");
        assert_eq!(Expression::IsUnknown(Box::new(atom("a"))).render(0), "a IS NULL");
        assert_eq!(Expression::IsUnknown(Box::new(atom("a = 1"))).render(0), "(a = 1) IS NULL");
        assert_eq!(Expression::and([or]).render(0), "a OR b OR c");
    }

    #[test]
    fn long_expressions_are_broken_at_operators() {
        let long = |letter: &str| atom(&letter.repeat(60));
        let or = Expression::or([long("a"), long("b")]);
        assert_eq!(or.render(2), format!("{}\n  OR {}", "a".repeat(60), "b".repeat(60)));
        let and = Expression::and([or, long("c")]);
        let list = Expression::In("x".to_owned(), vec!["a".repeat(60), "b".repeat(60)]);
        assert_eq!(list.render(0), format!("x IN (\n  {},\n  {}\n)", "a".repeat(60), "b".repeat(60)));
        let (a, b, c) = ("a".repeat(60), "b".repeat(60), "c".repeat(60));
        assert_eq!(and.render(2), format!("(\n    {a}\n    OR {b}\n  )\n  AND {c}"));
    }
}
