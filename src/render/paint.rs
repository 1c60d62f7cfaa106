//! Colour by meaning. The only place that colours text; every meaning stands in words as well.

use colored::{ColoredString, Colorize};

/// Colours for one stream, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// With colours or without. The stream's policy is decided elsewhere, so it holds whatever the environment says.
    pub fn new(on: bool) -> Self {
        if on {
            colored::control::set_override(true);
        }
        Self { on }
    }

    /// What must not wait.
    pub fn urgent(self, text: &str) -> String {
        self.style(text, |text| text.red().bold())
    }

    /// A caution's title.
    pub fn caution(self, text: &str) -> String {
        self.style(text, |text| text.yellow().bold())
    }

    /// A heading.
    pub fn heading(self, text: &str) -> String {
        self.style(text, |text| text.bold())
    }

    fn style(self, text: &str, style: impl Fn(&str) -> ColoredString) -> String {
        if self.on && !text.is_empty() { style(text).to_string() } else { text.to_owned() }
    }
}
