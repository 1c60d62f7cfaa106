//! What differs between engines. Another engine is another variant here: each `match` asks what it does.

/// An engine whose SQL is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `DuckDB`.
    DuckDb,
    /// Spark SQL.
    Spark,
    /// `PostgreSQL`.
    Postgres,
    /// `SQLite`.
    Sqlite,
}

impl Dialect {
    /// Every engine.
    pub const ALL: [Self; 4] = [Self::DuckDb, Self::Spark, Self::Postgres, Self::Sqlite];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::Spark => "spark",
            Self::Postgres => "postgres",
            Self::Sqlite => "sqlite",
        }
    }

    /// The name of the engine.
    pub(super) fn engine(self) -> &'static str {
        match self {
            Self::DuckDb => "DuckDB",
            Self::Spark => "Spark SQL",
            Self::Postgres => "PostgreSQL",
            Self::Sqlite => "SQLite",
        }
    }

    /// The sign around names. All names are quoted: an id may be a word of SQL, and may begin with a digit.
    pub(super) fn quote(self) -> char {
        match self {
            Self::Spark => '`',
            Self::DuckDb | Self::Postgres | Self::Sqlite => '"',
        }
    }

    /// A name made of ids. Neither ids nor what joins them holds a quote.
    pub(super) fn name(self, name: &str) -> String {
        let quote = self.quote();
        format!("{quote}{name}{quote}")
    }

    /// The type of text.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Spark => "STRING",
            Self::DuckDb | Self::Postgres | Self::Sqlite => "TEXT",
        }
    }

    /// Bytes beyond which names are cut off, so that two could become one.
    pub(super) fn longest_name(self) -> Option<usize> {
        match self {
            Self::Postgres => Some(63),
            Self::DuckDb | Self::Spark | Self::Sqlite => None,
        }
    }

    /// What stands before and behind a table expression that is to be worked out once and not put into each place that
    /// reads it: that would make the work many times as large.
    pub(super) fn fence(self) -> [&'static str; 2] {
        match self {
            // These see by themselves what is worked out twice.
            Self::DuckDb | Self::Spark => ["AS", ""],
            // Without this hint every state is worked out from the answers anew.
            Self::Sqlite => ["AS MATERIALIZED", ""],
            // An offset of nothing keeps it in its place, and unlike the hint lets rows pass one by one, on several cores.
            Self::Postgres => ["AS", "\n  OFFSET 0"],
        }
    }

    /// Whether an expression compares as the column in it does, so that an unknown option can be searched for in the column.
    pub(super) fn compares_alike(self) -> bool {
        match self {
            // It must be searched for there: where the expression that is read later is tested, the optimizer infers so many
            // conditions from it that it comes to no end.
            Self::Spark => true,
            Self::DuckDb | Self::Postgres | Self::Sqlite => false,
        }
    }

    /// Whether its tables can refuse an unknown option.
    pub(super) fn has_checks(self) -> bool {
        match self {
            Self::Spark => false,
            Self::DuckDb | Self::Postgres | Self::Sqlite => true,
        }
    }
}
