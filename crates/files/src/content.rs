//! What a file may be called and what it is: by its first bytes, against its name's extension and what was declared. Pure;
//! refuses to know sizes, senders and where a file goes.

use infer::MatcherType;

/// The first bytes that are looked at; formats show themselves within them.
pub const HEAD_BYTES: usize = 8 * 1_024;
const NAME_CHARACTERS_MAX: usize = 200;
const OTHER: &str = "application/octet-stream";

/// What a file was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub media_type: String,
    pub is_image: bool,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    #[error("files of the kind .{0} are not taken")]
    Blocked(String),
    #[error("its content is of the kind .{0}, which is not taken")]
    BlockedContent(String),
    #[error("it is a program")]
    Program,
    #[error("its content is not what .{0} says")]
    NotItsExtension(String),
    #[error("its content is not {0}")]
    NotAsDeclared(String),
}

/// Kinds that are told apart: a name may say one, a declaration may, and the content shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Image,
    Media,
    Pdf,
    Zip,
    /// The containers of old office documents.
    Compound,
    Archive,
    Text,
    Other,
}

/// Families whose files begin with a mark that cannot be missing.
const MARKED: [Family; 3] = [Family::Image, Family::Pdf, Family::Zip];

#[rustfmt::skip]
const EXTENSIONS: [(Family, &[&str]); 7] = [
    (Family::Image, &["avif", "bmp", "gif", "heic", "heif", "ico", "jfif", "jpe", "jpeg", "jpg", "jxl", "png", "tif", "tiff", "webp"]),
    (Family::Media, &["3gp", "aac", "aif", "aiff", "amr", "avi", "flac", "m4a", "m4v", "mid", "midi", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "oga", "ogg", "ogv", "opus", "wav", "webm", "wma", "wmv"]),
    (Family::Pdf, &["pdf"]),
    (Family::Zip, &["docx", "epub", "key", "numbers", "odp", "ods", "odt", "pages", "pptx", "xlsx", "zip"]),
    (Family::Compound, &["doc", "msg", "pps", "ppt", "vsd", "xls"]),
    (Family::Archive, &["7z", "bz2", "gz", "rar", "tar", "tgz", "xz", "zst"]),
    (Family::Text, &["conf", "css", "csv", "eml", "htm", "html", "ics", "ini", "json", "log", "markdown", "md", "srt", "svg", "tex", "toml", "tsv", "txt", "vcf", "vtt", "xml", "yaml", "yml"]),
];

/// The name without folders, control characters, and characters that turn the direction of text, which make
/// `exe.txt` out of `txt.exe`. None where nothing is left of it.
pub fn harmless_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let harmless = |letter: &char| !letter.is_control() && !is_invisible(*letter);
    let name: String = last.chars().filter(harmless).collect();
    // Some systems drop dots and spaces at the end, and run what is before them.
    let name = name.trim().trim_end_matches(['.', ' ']);
    match name.trim_matches('.').is_empty() {
        true => None,
        false => Some(shorten(name)),
    }
}

/// In lower case, without the dot.
pub fn extension(name: &str) -> Option<String> {
    let (_, extension) = name.rsplit_once('.')?;
    let is_one = !extension.is_empty() && !extension.contains(char::is_whitespace);
    is_one.then(|| extension.to_lowercase())
}

/// Whether it may be taken as far as its name tells.
pub fn check_name(name: &str, blocked: &[String]) -> Result<(), Objection> {
    match extension(name) {
        Some(extension) if blocked.contains(&extension) => Err(Objection::Blocked(extension)),
        _ => Ok(()),
    }
}

/// What it is, from its first [`HEAD_BYTES`] or all that there are.
pub fn judge(name: &str, declared: Option<&str>, head: &[u8], blocked: &[String]) -> Result<Found, Objection> {
    check_name(name, blocked)?;
    let seen = infer::get(head);
    let shown = seen.as_ref().map(family_of);
    if let Some(seen) = &seen {
        check_seen(seen, blocked)?;
    }
    let extension = extension(name);
    let named = extension.as_deref().and_then(family_named);
    if let (Some(named), Some(extension)) = (named, &extension) {
        let fits = match shown {
            Some(shown) => shown == named,
            None if named == Family::Text => is_text(head),
            None => !MARKED.contains(&named),
        };
        if !fits {
            return Err(Objection::NotItsExtension(extension.clone()));
        }
    }
    check_declared(declared, shown.or(named))?;
    let media_type = match (&seen, named) {
        (_, Some(Family::Text)) => {
            if extension.as_deref() == Some("csv") {
                "text/csv"
            } else {
                "text/plain"
            }
        }
        (Some(seen), _) if family_of(seen) == Family::Compound => compound(extension.as_deref()),
        (Some(seen), _) if family_of(seen) != Family::Text => seen.mime_type(),
        _ => OTHER,
    };
    Ok(Found { media_type: media_type.to_owned(), is_image: shown == Some(Family::Image) })
}

/// What browsers may draw in place; everything else is only ever saved.
pub fn is_shown_inline(media_type: &str) -> bool {
    ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"].contains(&media_type)
}

fn check_seen(seen: &infer::Type, blocked: &[String]) -> Result<(), Objection> {
    // Certificates and pictures of disks stand among the programs there.
    let harmless = ["der", "pem", "qcow2"].contains(&seen.extension());
    if (seen.matcher_type() == MatcherType::App && !harmless) || seen.extension() == "sh" {
        return Err(Objection::Program);
    }
    let is_blocked = blocked.iter().any(|extension| extension == seen.extension());
    match is_blocked && family_of(seen) != Family::Compound {
        true => Err(Objection::BlockedContent(seen.extension().to_owned())),
        false => Ok(()),
    }
}

fn check_declared(declared: Option<&str>, found: Option<Family>) -> Result<(), Objection> {
    let Some(found) = found else { return Ok(()) };
    let essence = declared.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let declared = match essence.split_once('/') {
        _ if essence.ends_with("+xml") => return Ok(()),
        Some(("image", _)) => Family::Image,
        Some(("video" | "audio", _)) => Family::Media,
        Some(("text", _)) => Family::Text,
        Some(("application", "pdf")) => Family::Pdf,
        _ => return Ok(()),
    };
    if declared == found { Ok(()) } else { Err(Objection::NotAsDeclared(essence)) }
}

fn family_named(extension: &str) -> Option<Family> {
    EXTENSIONS.iter().find(|(_, extensions)| extensions.contains(&extension)).map(|(family, _)| *family)
}

fn family_of(seen: &infer::Type) -> Family {
    match (seen.matcher_type(), seen.mime_type(), seen.extension()) {
        (_, "application/pdf", _) => Family::Pdf,
        (_, "application/x-ole-storage", _) | (MatcherType::Doc, _, "doc" | "xls" | "ppt") => Family::Compound,
        (MatcherType::Doc | MatcherType::Book, _, _) | (_, _, "zip" | "epub") => Family::Zip,
        (MatcherType::Image, _, _) => Family::Image,
        (MatcherType::Audio | MatcherType::Video, _, _) => Family::Media,
        (MatcherType::Text, _, _) => Family::Text,
        (MatcherType::Archive, _, extension) => family_named(extension).unwrap_or(Family::Other),
        _ => Family::Other,
    }
}

/// Its first bytes do not tell which.
fn compound(extension: Option<&str>) -> &'static str {
    match extension {
        Some("doc") => "application/msword",
        Some("xls") => "application/vnd.ms-excel",
        Some("pps" | "ppt") => "application/vnd.ms-powerpoint",
        _ => OTHER,
    }
}

/// In any encoding: only wide ones have zeros, and they say so.
fn is_text(head: &[u8]) -> bool {
    head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) || !head.contains(&0)
}

/// Of no width, or turning the direction.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// From the middle of its stem: the extension stays.
fn shorten(name: &str) -> String {
    if name.chars().count() <= NAME_CHARACTERS_MAX {
        return name.to_owned();
    }
    let tail: Vec<char> = name.chars().rev().take(20).collect();
    let head: String = name.chars().take(NAME_CHARACTERS_MAX - tail.len() - 1).collect();
    format!("{head}…{}", tail.into_iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0";
    const PDF: &[u8] = b"%PDF-1.7\n";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0";
    const EXE: &[u8] = b"MZ\x90\0\x03\0\0\0";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    const SCRIPT: &[u8] = b"#!/bin/sh\nrm -rf ~\n";
    const HTML: &[u8] = b"<!DOCTYPE html><script>alert(1)</script>";

    fn blocked() -> Vec<String> {
        ["exe", "html", "js", "msi", "svg"].map(str::to_owned).to_vec()
    }

    #[test]
    fn content_is_held_against_name_and_declaration() {
        use Objection::*;
        let not = |extension: &str| Err(NotItsExtension(extension.to_owned()));
        type Case<'a> = (&'a str, Option<&'a str>, &'a [u8], Result<&'a str, Objection>);
        let cases: [Case<'_>; 24] = [
            ("holiday.png", Some("image/png"), PNG, Ok("image/png")),
            ("holiday.PNG", None, PNG, Ok("image/png")),
            ("holiday.png", Some("image/png"), JPEG, Ok("image/jpeg")),
            ("holiday", Some(""), PNG, Ok("image/png")),
            ("holiday.png", Some("application/octet-stream"), PNG, Ok("image/png")),
            ("invoice.pdf", Some("application/pdf"), PDF, Ok("application/pdf")),
            ("letter.docx", None, ZIP, Ok("application/zip")),
            ("letter.doc", Some("application/msword"), COMPOUND, Ok("application/msword")),
            ("notes.txt", Some("text/plain; charset=utf-8"), "Grüße".as_bytes(), Ok("text/plain")),
            ("sheet.csv", Some("application/vnd.ms-excel"), b"a;b\n1;2\n", Ok("text/csv")),
            ("wide.txt", None, &[0xff, 0xfe, b'a', 0], Ok("text/plain")),
            ("empty.txt", None, b"", Ok("text/plain")),
            ("plan.dwg2", None, b"\x01\x02\0\x03", Ok(OTHER)),
            ("holiday.png", Some("image/png"), b"just words", not("png")),
            ("holiday.png", Some("image/png"), HTML, Err(BlockedContent("html".to_owned()))),
            ("invoice.pdf", None, PNG, not("pdf")),
            ("notes.txt", None, PNG, not("txt")),
            ("notes.txt", None, b"a\0b", not("txt")),
            ("holiday.png", Some("text/plain"), PNG, Err(NotAsDeclared("text/plain".to_owned()))),
            ("notes.txt", Some("image/png"), b"words", Err(NotAsDeclared("image/png".to_owned()))),
            ("setup.exe", None, EXE, Err(Blocked("exe".to_owned()))),
            ("setup.pdf", Some("application/pdf"), EXE, Err(Program)),
            ("setup", None, EXE, Err(Program)),
            ("notes.txt", None, SCRIPT, Err(Program)),
        ];
        for (name, declared, head, expected) in cases {
            let found = judge(name, declared, head, &blocked()).map(|found| found.media_type);
            assert_eq!(found, expected.map(str::to_owned), "{name} {declared:?}");
        }
        assert!(judge("a.png", None, PNG, &[]).is_ok_and(|found| found.is_image));
    }

    #[test]
    fn names_are_made_harmless_and_keep_their_extension() {
        let cases = [
            ("holiday.png", Some("holiday.png")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\Users\\me\\Größe.pdf", Some("Größe.pdf")),
            ("a\r\nSet-Cookie: x.txt", Some("aSet-Cookie: x.txt")),
            ("innocent\u{202e}gpj.exe", Some("innocentgpj.exe")),
            ("run.exe. . ", Some("run.exe")),
            (" <img src=x onerror=alert(1)>.png", Some("<img src=x onerror=alert(1)>.png")),
            (".htaccess", Some(".htaccess")),
            ("..", None),
            ("/", None),
            ("", None),
            ("\u{200b}", None),
        ];
        for (name, expected) in cases {
            assert_eq!(harmless_name(name).as_deref(), expected, "{name:?}");
        }
        let long = harmless_name(&format!("{}.png", "a".repeat(5_000))).unwrap();
        assert_eq!((long.chars().count(), extension(&long).as_deref()), (NAME_CHARACTERS_MAX, Some("png")));
    }

    #[test]
    fn an_extension_is_what_stands_after_the_last_dot() {
        let cases =
            [("a.PNG", Some("png")), ("a.b.exe", Some("exe")), ("a", None), (".exe", Some("exe")), ("a. b", None)];
        for (name, expected) in cases {
            assert_eq!(extension(name).as_deref(), expected, "{name}");
        }
    }
}
