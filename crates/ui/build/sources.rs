//! What the browser parts are built from, and the hash of it. Contents count, times do not.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

pub struct Sources {
    pub web: PathBuf,
    /// Paths within `web`, sorted.
    pub files: Vec<PathBuf>,
    /// What cargo watches: the files and the folders they are in, so that a new one is noticed.
    pub watched: Vec<PathBuf>,
}

/// Never inputs: what npm and Vite write, and what only tests read.
const SKIPPED_FOLDERS: [&str; 6] = ["node_modules", "dist", "test", "tests", "e2e", ".vite"];

pub fn find(web: &Path) -> Sources {
    let mut sources = Sources { web: web.to_path_buf(), files: Vec::new(), watched: Vec::new() };
    visit(web, Path::new(""), &mut sources);
    // The lock file lists every member of the npm workspace, so its manifest must be there.
    let member = PathBuf::from("e2e/package.json");
    if web.join(&member).is_file() {
        sources.watched.push(web.join(&member));
        sources.files.push(member);
    }
    sources.files.sort();
    sources
}

fn visit(web: &Path, folder: &Path, sources: &mut Sources) {
    let Ok(entries) = fs::read_dir(web.join(folder)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = folder.join(&*name);
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !SKIPPED_FOLDERS.contains(&&*name) {
            visit(web, &path, sources);
        } else if kind.is_file() && !name.contains(".test.") && !name.ends_with(".md") {
            sources.watched.push(web.join(&path));
            sources.files.push(path);
        }
    }
    // Not the top folder: npm writes `node_modules` there, which must not set off a build.
    if folder.ends_with("src") || folder.components().any(|part| part.as_os_str() == "src") {
        sources.watched.push(web.join(folder));
    }
}

impl Sources {
    pub fn hash(&self) -> io::Result<String> {
        let mut hasher = DefaultHasher::new();
        for path in &self.files {
            hasher.write(path.to_string_lossy().as_bytes());
            let bytes = fs::read(self.web.join(path))?;
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
        Ok(format!("{:016x}", hasher.finish()))
    }

    pub fn hash_of(&self, path: &str) -> io::Result<String> {
        let mut hasher = DefaultHasher::new();
        hasher.write(&fs::read(self.web.join(path))?);
        Ok(format!("{:016x}", hasher.finish()))
    }
}
