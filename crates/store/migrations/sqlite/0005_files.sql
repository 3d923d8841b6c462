-- Files that people send one another. Their bytes lie elsewhere, under the file's id.

CREATE TABLE file (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    -- 1 visitor, 2 agent
    uploader_kind INTEGER NOT NULL,
    uploader_id BLOB NOT NULL,
    uploaded_at INTEGER NOT NULL,
    -- 1 coming, 2 loose, 3 in a note, 4 public
    state INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX loose_file ON file (organization_id, uploaded_at) WHERE state < 3;

-- JSON; null where there are none, which is nearly always.
ALTER TABLE message ADD COLUMN attachments TEXT;
ALTER TABLE conversation ADD COLUMN last_message_attachments INTEGER NOT NULL DEFAULT 0;
