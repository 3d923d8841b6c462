-- Routing: what work asks for, what agents bring, the rules between them, and what was decided.

CREATE TABLE skill (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE capacity_profile (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE operating_hours (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE ruleset (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

-- Who changed what. Never changed, never deleted.
CREATE TABLE set_up_change (
    organization_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, number)
) STRICT;

-- Profiles and turns; nothing where there are none.
ALTER TABLE agent_status ADD COLUMN load TEXT;
-- Skills, profiles, facts; nothing where nothing special is asked for.
ALTER TABLE conversation ADD COLUMN demand TEXT;

-- Whether the customer hears them. So far there were only the agents whose conversation it was.
ALTER TABLE participant ADD COLUMN public INTEGER NOT NULL DEFAULT 1;

-- A stay in a queue.
CREATE TABLE queue_segment (
    organization_id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    queue_id BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, conversation_id, number)
) STRICT;
-- Reports ask by time.
CREATE INDEX queue_segment_by_start ON queue_segment (organization_id, started_at);

-- With a rowid: bodies are wide, and rows are only ever appended.
CREATE TABLE routing_decision (
    organization_id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, conversation_id, number)
) STRICT;

-- How long live chats have lately waited; one row for each queue.
CREATE TABLE queue_pace (
    organization_id BLOB NOT NULL,
    queue_id BLOB NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, queue_id)
) STRICT;
