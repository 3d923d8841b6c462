//! Tells those who listen what has been committed. Publish and subscribe, nothing more: a lost or doubled notice is
//! harmless, since every listener resumes from the store by its own last number.
