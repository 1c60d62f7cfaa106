//! Reads source files as tokens, for the paths and string literals in them.

use std::collections::BTreeMap;
use std::fs;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::files::{files, project};

/// A file of the program or of its tests.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The name, such as `src/ask/list.rs`.
    pub(crate) name: String,
    /// The whole text.
    pub(crate) text: String,
    /// All paths, in imports and elsewhere, except in tests.
    pub(crate) paths: Vec<Path>,
    /// All string literals, except in documentation and tests.
    pub(crate) literals: Vec<String>,
}

/// A path such as `crate::model::Caution`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Path {
    /// Its parts.
    pub(crate) parts: Vec<String>,
    /// Whether it is a re-export with `pub use`.
    pub(crate) is_passed_on: bool,
}

/// All source files of a folder.
pub(crate) fn sources_of(folder: &str) -> Vec<Source> {
    let name = |path: &std::path::Path| path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
    files(folder, ".rs").iter().map(|path| read(name(path), fs::read_to_string(path).unwrap())).collect()
}

/// All files of `src`.
pub(crate) fn sources() -> Vec<Source> {
    sources_of("src")
}

fn read(name: String, text: String) -> Source {
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut source = Source { name, text, paths: Vec::new(), literals: Vec::new() };
    walk(tokens, &mut source);
    source
}

fn walk(tokens: TokenStream, source: &mut Source) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Punct(hash) if hash.as_char() == '#' => at += attribute(&tokens[at..], source),
            TokenTree::Ident(_) => {
                let is_passed_on = is_pub_use(&tokens[..at]);
                let (length, paths) = paths(&tokens[at..]);
                source.paths.extend(
                    paths.into_iter().filter(|parts| parts.len() > 1).map(|parts| Path { parts, is_passed_on }),
                );
                at += length;
            }
            TokenTree::Group(group) => {
                walk(group.stream(), source);
                at += 1;
            }
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                if literal.ends_with('"') || literal.ends_with("\"#") {
                    source.literals.push(literal);
                }
                at += 1;
            }
            TokenTree::Punct(_) => at += 1,
        }
    }
}

/// The number of tokens of an attribute, together with its item if that is for tests only. Documentation and the
/// reasons of exceptions are skipped.
fn attribute(tokens: &[TokenTree], source: &mut Source) -> usize {
    let inner = usize::from(matches!(tokens.get(1), Some(TokenTree::Punct(mark)) if mark.as_char() == '!'));
    let Some(TokenTree::Group(group)) = tokens.get(1 + inner) else { return 1 };
    let said = group.stream().to_string();
    let length = 2 + inner;
    if said.replace(' ', "") == "cfg(test)" {
        let is_end = |token: &TokenTree| match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(mark) => mark.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        let rest = tokens.iter().skip(length).position(is_end);
        return length + rest.map_or(0, |end| end + 1);
    }
    if !["doc", "expect", "allow"].iter().any(|word| said.starts_with(word)) {
        walk(group.stream(), source);
    }
    length
}

fn is_pub_use(before: &[TokenTree]) -> bool {
    let words: Vec<String> = before.iter().rev().take(3).map(ToString::to_string).collect();
    let [use_word, rest @ ..] = words.as_slice() else { return false };
    use_word == "use" && rest.iter().any(|word| word == "pub")
}

/// The number of tokens of a path, and its paths: several if it ends with a list in braces.
fn paths(tokens: &[TokenTree]) -> (usize, Vec<Vec<String>>) {
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => {
                parts.push(word.to_string());
                at += 1;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !parts.is_empty() => {
                return (at + 1, lists(&parts, group.stream()));
            }
            _ => return (at.max(1), vec![parts]),
        }
        let is_colon =
            |place: usize| matches!(tokens.get(place), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        if !(is_colon(at) && is_colon(at + 1)) {
            return (at, vec![parts]);
        }
        at += 2;
    }
}

fn lists(parts: &[String], list: TokenStream) -> Vec<Vec<String>> {
    let tokens: Vec<TokenTree> = list.into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (length, inner) = paths(&tokens[at..]);
        found.extend(inner.into_iter().filter(|inner| !inner.is_empty()).map(|inner| [parts, &inner].concat()));
        at += length;
        // Skips an alias, if there is one, and the comma.
        while at < tokens.len() && tokens[at].to_string() != "," {
            at += 1;
        }
        at += 1;
    }
    found
}

/// The files by module path: `["ask", "list"]` is `src/ask/list.rs`.
pub(crate) fn modules(sources: &[Source]) -> BTreeMap<Vec<String>, &Source> {
    let of_library = sources.iter().filter(|source| source.name != "src/main.rs");
    of_library.map(|source| (module_of(&source.name), source)).collect()
}

fn module_of(name: &str) -> Vec<String> {
    let name = name.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    name.split('/').filter(|part| !["lib", "main"].contains(part)).map(str::to_owned).collect()
}

/// The files that a file imports, without its re-exports. Each path is followed to the file with the definition,
/// through the re-exports of other files.
pub(crate) fn imports<'s>(source: &Source, modules: &BTreeMap<Vec<String>, &'s Source>) -> Vec<&'s Source> {
    let own = module_of(&source.name);
    let paths = source.paths.iter().filter(|path| !path.is_passed_on);
    let mut found: Vec<&Source> = paths
        .filter_map(|path| holder(&absolute(&path.parts, &own)?, modules))
        .filter(|other| other.name != source.name)
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found.dedup_by(|a, b| a.name == b.name);
    found
}

/// A path from the root of the crate. `None` for other crates. In the program, the name of the library is the root.
fn absolute(parts: &[String], own: &[String]) -> Option<Vec<String>> {
    let (first, rest) = parts.split_first()?;
    let mut base = match first.as_str() {
        "crate" | "jakcheck" => Vec::new(),
        "self" => own.to_vec(),
        "super" => own.split_last().map(|(_, parent)| parent.to_vec())?,
        _ => return None,
    };
    for part in rest {
        if part == "super" {
            base.pop();
        } else if part != "self" {
            base.push(part.clone());
        }
    }
    Some(base)
}

fn holder<'s>(path: &[String], modules: &BTreeMap<Vec<String>, &'s Source>) -> Option<&'s Source> {
    let length = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let module = modules[&path[..length]];
    let Some(name) = path.get(length) else { return Some(module) };
    // A re-export is defined elsewhere.
    let own = module_of(&module.name);
    let passed_on =
        module.paths.iter().filter(|other| other.is_passed_on).find(|other| other.parts.last() == Some(name));
    match passed_on.and_then(|other| absolute(&other.parts, &own)) {
        Some(elsewhere) if elsewhere != path => holder(&elsewhere, modules),
        Some(_) | None => Some(module),
    }
}
