//! Rust source as a flat row of tokens with line numbers.
//!
//! Looking for words in plain text would trip over comments and strings; the lexer does not.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Literal,
    Sign,
    Open,
    Close,
}

#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) line: usize,
    /// Inside an item that exists only under test.
    pub(crate) test: bool,
    /// How many brackets are open around it.
    pub(crate) depth: usize,
}

impl Token {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Literal && self.text == text
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let stream: TokenStream = text
        .parse()
        .map_err(|error: proc_macro2::LexError| format!("line {}: {error}", error.span().start().line))?;
    let mut flat = Vec::new();
    flatten(stream, 0, false, &mut flat);
    Ok(flat)
}

/// The places where this row of words and signs stands.
pub(crate) fn places<'a>(tokens: &'a [Token], row: &'a [&'a str]) -> impl Iterator<Item = &'a [Token]> {
    let starts = 0..tokens.len();
    starts.filter_map(|start| tokens.get(start..)).filter(move |rest| {
        rest.len() >= row.len() && rest.iter().zip(row).all(|(token, text)| token.is(text))
    })
}

/// What is inside the bracket that these tokens begin with.
pub(crate) fn inside(tokens: &[Token]) -> &[Token] {
    let Some((open, rest)) = tokens.split_first() else { return tokens };
    let end = rest.iter().position(|token| token.depth == open.depth).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest)
}

fn flatten(stream: TokenStream, depth: usize, test: bool, flat: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    // `#![cfg(test)]` at the top makes everything beside it test code.
    let all = test || inner_test(&trees);
    let mut item = false;
    for (place, tree) in trees.iter().enumerate() {
        item |= trees.get(place..).is_some_and(outer_test);
        let test = all || item;
        let push = |flat: &mut Vec<Token>, kind, text: String, span: Span| {
            flat.push(Token { kind, text, line: span.start().line, test, depth });
        };
        match tree {
            TokenTree::Ident(word) => push(flat, Kind::Word, word.to_string(), word.span()),
            TokenTree::Literal(literal) => push(flat, Kind::Literal, literal.to_string(), literal.span()),
            TokenTree::Punct(sign) => {
                push(flat, Kind::Sign, sign.as_char().to_string(), sign.span());
                item &= sign.as_char() != ';';
            }
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                push(flat, Kind::Open, open.to_owned(), group.span_open());
                flatten(group.stream(), depth + 1, test, flat);
                push(flat, Kind::Close, close.to_owned(), group.span_close());
                item &= group.delimiter() != Delimiter::Brace;
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// `#[test]` or `#[cfg(test)]` begins here.
fn outer_test(trees: &[TokenTree]) -> bool {
    let [TokenTree::Punct(sign), TokenTree::Group(group), ..] = trees else { return false };
    sign.as_char() == '#' && about_test(group.stream())
}

fn inner_test(trees: &[TokenTree]) -> bool {
    trees.windows(3).any(|three| {
        let [TokenTree::Punct(sign), TokenTree::Punct(bang), TokenTree::Group(group)] = three else {
            return false;
        };
        sign.as_char() == '#' && bang.as_char() == '!' && about_test(group.stream())
    })
}

/// `test`, `cfg(test)` and `cfg(all(test, …))`, but not `cfg(not(test))` or `cfg(any(test, …))`.
fn about_test(stream: TokenStream) -> bool {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    match trees.as_slice() {
        [TokenTree::Ident(word)] => word == "test",
        [TokenTree::Ident(word), TokenTree::Group(group)] if word == "cfg" => {
            let inside = group.stream().to_string();
            inside == "test"
                || inside.starts_with("all") && inside.contains("test") && !inside.contains("not")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test_words(text: &str) -> Vec<String> {
        let tokens = tokens(text).expect("lexes");
        tokens.into_iter().filter(|token| token.test && token.is_word()).map(|token| token.text).collect()
    }

    #[test]
    fn test_code_is_told_apart() {
        assert_eq!(
            test_words("#[cfg(test)] mod tests { fn a() {} } fn b() {}"),
            ["cfg", "test", "mod", "tests", "fn", "a"]
        );
        assert_eq!(
            test_words("#[cfg(test)] extern crate std; extern crate alloc;"),
            ["cfg", "test", "extern", "crate", "std"]
        );
        assert_eq!(test_words("mod m { #![cfg(test)] fn a() {} } fn b() {}"), ["cfg", "test", "fn", "a"]);
        assert_eq!(
            test_words("#[cfg(not(test))] fn a() {} #[cfg(any(test, b))] fn b() {}"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn rows_are_found_across_lines_but_not_in_strings() {
        let tokens =
            tokens("let t = Instant::\n  now(); // Instant::now\nlet s = \"Instant::now\";").expect("lexes");
        let lines: Vec<_> = places(&tokens, &["Instant", ":", ":", "now"])
            .filter_map(|place| Some(place.first()?.line))
            .collect();
        assert_eq!(lines, [1]);
    }

    #[test]
    fn brackets_close() {
        let tokens = tokens("a (b (c) d) e").expect("lexes");
        let words: Vec<_> =
            inside(tokens.get(1..).expect("some")).iter().map(|token| token.text.as_str()).collect();
        assert_eq!(words, ["b", "(", "c", ")", "d"]);
    }
}
