//! The smallest program that prints: what starting costs at least.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    writeln!(io::stdout(), "hello")
}
