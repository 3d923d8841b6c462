-- Texts that agents insert with a few keys: those that all share, and each agent's own.

CREATE TABLE quick_reply (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE personal_quick_reply (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX personal_quick_reply_by_agent ON personal_quick_reply (organization_id, agent_id);
