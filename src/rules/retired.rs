//! Ids that were used before, and what took their place.

use serde::{Deserialize, Serialize};

use super::{Id, RuleSet};
use crate::suggest;

/// An id that was used before and never will be again.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RetiredId {
    /// The id.
    pub id: Id,
    /// The ids that took its place; never empty.
    pub now: Vec<Id>,
}

impl RetiredId {
    /// "`a` is now `b` and `c`."
    pub fn is_now(&self) -> String {
        suggest::is_now(self.id.as_str(), self.now.iter().map(Id::as_str))
    }
}

impl RuleSet {
    /// The id that was used before, and what took its place.
    pub(crate) fn retired_id(&self, id: &str) -> Option<&RetiredId> {
        self.retired.iter().find(|retired| retired.id == *id)
    }

    /// What took the place of an id that was used before, as a hint; nothing where that is not among the known ones.
    pub fn retired_hint(&self, id: &str, known: &[&str]) -> Option<String> {
        let retired = self.retired_id(id)?;
        retired.now.iter().all(|now| known.contains(&now.as_str())).then(|| retired.is_now())
    }
}
