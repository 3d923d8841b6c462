//! Writes the table of embedded files. The files are copied first, so that a pruned build folder breaks nothing.

use crate::copy_tree;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Served while there is no built workspace. The marker is checked by the release script and by tests.
const PLACEHOLDER: &str = include_str!("placeholder.html");

pub fn write(dist: Option<&Path>, out: &Path) -> io::Result<()> {
    let copy = out.join("ui");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    fs::create_dir_all(&copy)?;
    match dist {
        Some(dist) => {
            let files = list(dist, Path::new(""))?;
            copy_tree(dist, &copy, files.iter().map(|path| path.as_path()))?;
        }
        None => {
            for page in ["index.html", "chat.html"] {
                fs::write(copy.join(page), PLACEHOLDER)?;
            }
        }
    }
    fs::write(out.join("table.rs"), rows(&copy, dist.is_none())?)
}

fn rows(folder: &Path, is_placeholder: bool) -> io::Result<String> {
    let mut paths: Vec<String> = list(folder, Path::new(""))?.iter().map(|path| slashed(path)).collect();
    paths.sort();
    let mut table = String::from("/// The pages only say that the workspace was not built.\n");
    let _ = writeln!(table, "pub const IS_PLACEHOLDER: bool = {is_placeholder};\n");
    table.push_str("static ASSETS: &[(&str, Asset)] = &[\n");
    for path in paths.iter().filter(|path| !path.ends_with(".gz") && !path.ends_with(".br")) {
        let packed = |suffix: &str| {
            let packed = format!("{path}.{suffix}");
            if paths.binary_search(&packed).is_ok() { format!("Some({})", include(&packed)) } else { "None".to_owned() }
        };
        let _ = writeln!(
            table,
            "({path:?}, Asset {{ bytes: {}, gzip: {}, brotli: {}, content_type: {:?}, etag: {:?}, immutable: {} }}),",
            include(path),
            packed("gz"),
            packed("br"),
            content_type(path),
            etag(&fs::read(folder.join(path))?),
            path.starts_with("assets/"),
        );
    }
    table.push_str("];\n");
    Ok(table)
}

fn include(path: &str) -> String {
    format!("include_bytes!(concat!(env!(\"OUT_DIR\"), {:?}))", format!("/ui/{path}"))
}

/// Every file below `folder`, without hidden ones.
fn list(root: &Path, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        } else if entry.file_type()?.is_dir() {
            found.extend(list(root, &path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn etag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("W/\"{:016x}\"", hasher.finish())
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        // TypeScript declarations; the registered type of `.ts` is a video format.
        "ts" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
