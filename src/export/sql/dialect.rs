//! The differences between the SQL engines.

/// An SQL engine for which queries can be written.
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

    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::Spark => "spark",
            Self::Postgres => "postgres",
            Self::Sqlite => "sqlite",
        }
    }

    /// Its name in comments.
    pub(super) fn engine(self) -> &'static str {
        match self {
            Self::DuckDb => "DuckDB",
            Self::Spark => "Spark SQL",
            Self::Postgres => "PostgreSQL",
            Self::Sqlite => "SQLite",
        }
    }

    /// The quote around names. All names are quoted: an id may be an SQL keyword, and may begin with a digit.
    pub(super) fn quote(self) -> char {
        match self {
            Self::Spark => '`',
            Self::DuckDb | Self::Postgres | Self::Sqlite => '"',
        }
    }

    /// Quotes a name that consists of ids and underscores. Nothing is escaped, as these contain no quotes.
    pub(super) fn name(self, name: &str) -> String {
        let quote = self.quote();
        format!("{quote}{name}{quote}")
    }

    /// The column type for text.
    pub(super) fn text_type(self) -> &'static str {
        match self {
            Self::Spark => "STRING",
            Self::DuckDb | Self::Postgres | Self::Sqlite => "TEXT",
        }
    }

    /// The most bytes of a name, where the engine truncates longer ones: two names could become the same.
    pub(super) fn max_name_bytes(self) -> Option<usize> {
        match self {
            Self::Postgres => Some(63),
            Self::DuckDb | Self::Spark | Self::Sqlite => None,
        }
    }

    /// The text before and after a table expression that is to be computed once. An engine that inlines it wherever it
    /// is read computes it many times.
    pub(super) fn fence(self) -> [&'static str; 2] {
        match self {
            // These find common subexpressions by themselves.
            Self::DuckDb | Self::Spark => ["AS", ""],
            // Without this hint every state is computed from the answers again.
            Self::Sqlite => ["AS MATERIALIZED", ""],
            // `OFFSET 0` prevents inlining, and unlike the hint allows streaming of rows and parallel workers.
            Self::Postgres => ["AS", "\n  OFFSET 0"],
        }
    }

    /// Whether an unknown option is searched for in the column itself instead of in the expression that is read later.
    /// Right only where an expression compares text in the same way as the column in it.
    pub(super) fn checks_raw_column(self) -> bool {
        match self {
            // Necessary: from a test of the expression the optimizer infers so many conditions that it does not
            // terminate.
            Self::Spark => true,
            Self::DuckDb | Self::Postgres | Self::Sqlite => false,
        }
    }

    /// Whether its tables can have `CHECK` constraints, which refuse unknown options.
    pub(super) fn has_checks(self) -> bool {
        match self {
            Self::Spark => false,
            Self::DuckDb | Self::Postgres | Self::Sqlite => true,
        }
    }
}
