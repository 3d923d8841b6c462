//! Dialogues as they come in files: one JSON object a line, gzipped or not. Knows nothing of who plays them.

use crate::failure::Failure;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    Customer,
    Agent,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Turn {
    pub from: Speaker,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Dialogue {
    pub id: String,
    #[serde(default)]
    pub services: Vec<String>,
    pub turns: Vec<Turn>,
}

const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

pub fn read(file: &Path, limit: Option<usize>) -> Result<Vec<Dialogue>, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| Failure::usage(format!("{}: {error}", file.display()));
    let mut reader = BufReader::new(File::open(file).map_err(|error| unreadable(&error))?);
    let gzipped = reader.fill_buf().map_err(|error| unreadable(&error))?.starts_with(&GZIP_MAGIC);
    let plain: Box<dyn Read> = if gzipped { Box::new(MultiGzDecoder::new(reader)) } else { Box::new(reader) };
    let mut dialogues = Vec::new();
    let mut ids = BTreeSet::new();
    for (index, line) in BufReader::new(plain).lines().enumerate() {
        if limit.is_some_and(|limit| dialogues.len() >= limit) {
            break;
        }
        let line = line.map_err(|error| unreadable(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        let dialogue: Dialogue =
            serde_json::from_str(&line).map_err(|error| unreadable(&format!("line {}: {error}", index + 1)))?;
        check(&dialogue).map_err(|detail| unreadable(&format!("line {}: {detail}", index + 1)))?;
        if !ids.insert(dialogue.id.clone()) {
            return Err(unreadable(&format!("line {}: the id '{}' is there twice", index + 1, dialogue.id)));
        }
        dialogues.push(dialogue);
    }
    Ok(dialogues)
}

fn check(dialogue: &Dialogue) -> Result<(), String> {
    match dialogue.turns.first() {
        None => Err("a dialogue without turns".into()),
        Some(turn) if turn.from != Speaker::Customer => Err("a dialogue begins with the customer".into()),
        Some(_) if dialogue.turns.iter().any(|turn| turn.text.trim().is_empty()) => Err("a turn without text".into()),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    const TWO: &str = concat!(
        r#"{"id":"a","services":["Shop"],"turns":[{"from":"customer","text":"Hi","intents":["Greet"]}]}"#,
        "\n\n",
        r#"{"id":"b","turns":[{"from":"customer","text":"Hi"},{"from":"agent","text":"Hello"}]}"#,
        "\n"
    );

    #[test]
    fn plain_and_gzipped_files_read_alike() {
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("dialogues.jsonl");
        std::fs::write(&plain, TWO).unwrap();
        let gzipped = folder.path().join("dialogues.jsonl.gz");
        let mut encoder = flate2::write::GzEncoder::new(File::create(&gzipped).unwrap(), flate2::Compression::fast());
        encoder.write_all(TWO.as_bytes()).unwrap();
        encoder.finish().unwrap();
        let dialogues = read(&plain, None).unwrap();
        assert_eq!(dialogues.len(), 2);
        assert_eq!(read(&gzipped, None).unwrap(), dialogues);
        assert_eq!(read(&gzipped, Some(1)).unwrap().len(), 1);
    }

    #[test]
    fn a_bad_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dialogues.jsonl");
        for (bad, expected) in [
            ("{}", "line 3"),
            (r#"{"id":"c","turns":[]}"#, "without turns"),
            (r#"{"id":"c","turns":[{"from":"agent","text":"x"}]}"#, "begins with the customer"),
            (r#"{"id":"a","turns":[{"from":"customer","text":"x"}]}"#, "twice"),
        ] {
            std::fs::write(&file, format!("{}\n\n{bad}\n", TWO.lines().next().unwrap())).unwrap();
            let failure = read(&file, None).unwrap_err();
            assert!(failure.message.contains(expected), "{}", failure.message);
        }
    }
}
