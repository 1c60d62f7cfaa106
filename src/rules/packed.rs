//! A rule set in bytes, as it was validated: for the one built into the program, which is read at every start.

use super::RuleSet;

impl RuleSet {
    /// The rule set in bytes, for the build of the program that holds it.
    ///
    /// # Errors
    /// None that could be named: everything in a rule set can be packed.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let Self {
            header,
            retired,
            headings,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        } = self;
        // Not the rule set itself, so that validation stays the only way in for everybody else.
        let asked = (header, topics, questions, cautions, warning_symptoms, conditions);
        postcard::to_allocvec(&(asked, (always, monitoring, alternatives, coverage, sources, retired, headings)))
    }

    /// The rule set that was packed. Nothing where the bytes are none.
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        let (asked, printed) = postcard::from_bytes(bytes).ok()?;
        let (header, topics, questions, cautions, warning_symptoms, conditions) = asked;
        let (always, monitoring, alternatives, coverage, sources, retired, headings) = printed;
        Some(Self {
            header,
            retired,
            headings,
            topics,
            questions,
            cautions,
            warning_symptoms,
            conditions,
            always,
            monitoring,
            alternatives,
            coverage,
            sources,
        })
    }
}
