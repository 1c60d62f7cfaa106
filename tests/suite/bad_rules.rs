//! Rule files with mistakes: one for each diagnostic code.
