//! The emergency in the answers so far.

use std::sync::{Arc, Mutex, PoisonError};

use crate::evaluate::emergency;
use crate::model::{Answer, ItemIndex, Now};

/// The emergency in the answers so far, if any. The thread that ends the program reads it too.
#[derive(Clone, Debug, Default)]
pub struct Alarm(Arc<Mutex<Option<Now>>>);

impl Alarm {
    /// Raises it, or takes it back.
    pub fn set(&self, emergency: Option<Now>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = emergency;
    }

    /// The emergency for which it is raised.
    pub fn raised(&self) -> Option<Now> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The emergency that some answers report; `emergencies` are the items about emergency signs.
pub(super) fn emergency_in(answers: &[(ItemIndex, Answer)], emergencies: &[ItemIndex]) -> Option<Now> {
    emergency(answers.iter().filter(|(item, _)| emergencies.contains(item)).map(|(_, answer)| *answer))
}
