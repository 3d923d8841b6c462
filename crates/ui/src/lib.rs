//! The browser parts, embedded: workspace, visitor page, widget and JS SDK as one table of files.
//! Knows nothing of HTTP beyond what belongs to a file (type, validator, whether its name holds its hash), and nothing
//! of how the parts are built: `build/` does that, or leaves a placeholder page.

/// One embedded file, with the packed forms that make sense for it.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    pub bytes: &'static [u8],
    pub gzip: Option<&'static [u8]>,
    pub brotli: Option<&'static [u8]>,
    pub content_type: &'static str,
    /// Quoted and weak, hence the same for the plain and the packed forms.
    pub etag: &'static str,
    /// The file's name holds its content's hash: it may be cached for ever.
    pub immutable: bool,
}

// `IS_PLACEHOLDER: bool`, `ASSETS: &[(&str, Asset)]`, sorted by path.
include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// What every placeholder page contains and no real one does.
pub const PLACEHOLDER_MARKER: &str = "frontdesk-ui-placeholder";

/// The file at `path`, without a leading slash: `index.html`, `assets/…`, `chat.html`, `widget/widget.js`,
/// `widget/loader.js`, `sdk/omnichannel.js`, `sdk/omnichannel.d.ts`. A placeholder build has the two pages alone.
pub fn asset(path: &str) -> Option<Asset> {
    let position = ASSETS.binary_search_by_key(&path, |(name, _)| name).ok()?;
    ASSETS.get(position).map(|(_, asset)| *asset)
}

/// Every embedded file's path, sorted.
pub fn paths() -> impl Iterator<Item = &'static str> {
    ASSETS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str) -> &'static str {
        std::str::from_utf8(asset(path).expect(path).bytes).expect("the page is UTF-8")
    }

    #[test]
    fn the_pages_are_there_and_say_whether_they_are_placeholders() {
        for page in ["index.html", "chat.html"] {
            assert_eq!(text(page).contains(PLACEHOLDER_MARKER), IS_PLACEHOLDER, "{page}");
            assert_eq!(asset(page).map(|page| page.content_type), Some("text/html; charset=utf-8"));
            assert!(!asset(page).is_some_and(|page| page.immutable), "{page} has no hash in its name");
        }
    }

    #[test]
    fn every_file_is_found_by_its_path_and_nothing_else_is() {
        assert!(paths().is_sorted());
        assert!(paths().all(|path| asset(path).is_some()));
        for path in ["", "/index.html", "../Cargo.toml", "assets", "INDEX.HTML"] {
            assert!(asset(path).is_none(), "{path}");
        }
    }

    #[test]
    fn packed_forms_are_smaller_and_etags_are_quoted() {
        for path in paths() {
            let asset = asset(path).expect(path);
            assert!(asset.gzip.is_none_or(|packed| packed.len() < asset.bytes.len()), "{path}");
            assert!(asset.brotli.is_none_or(|packed| packed.len() < asset.bytes.len()), "{path}");
            assert!(asset.etag.starts_with("W/\"") && asset.etag.ends_with('"'), "{path}: {}", asset.etag);
        }
    }

    #[test]
    fn a_real_build_holds_all_that_the_server_promises() {
        let promised = ["widget/widget.js", "widget/loader.js", "sdk/omnichannel.js", "sdk/omnichannel.d.ts"];
        assert_eq!(promised.iter().all(|path| asset(path).is_some()), !IS_PLACEHOLDER);
    }
}
