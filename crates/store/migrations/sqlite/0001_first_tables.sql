-- The organisation comes first in every key, and nothing refers across organisations. No triggers, no sequences, no
-- foreign keys: ids, numbers and times come from the engine. Ids are 16 bytes, times are milliseconds since 1970 UTC,
-- words are the numbers of src/codes.rs, lists are JSON.

-- Whose organisation it is now (fence) and the journal's last number (head).
CREATE TABLE lease (
    organization_id BLOB NOT NULL PRIMARY KEY,
    fence INTEGER NOT NULL,
    head INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    organization_id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE agent (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    -- In lower case: how sign-in finds it.
    email TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX agent_by_email ON agent (email);

CREATE TABLE agent_status (
    organization_id BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    presence_id BLOB NOT NULL,
    base INTEGER NOT NULL,
    source INTEGER NOT NULL,
    presence_modified_at INTEGER NOT NULL,
    available_units INTEGER NOT NULL,
    open_sessions INTEGER NOT NULL,
    last_assigned_at INTEGER,
    lost_at INTEGER,
    lost_presence_id BLOB,
    lost_source INTEGER,
    PRIMARY KEY (organization_id, agent_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE queue (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE workstream (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE presence (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE widget (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;

CREATE TABLE contact (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    account_id BLOB,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    -- What a search looks at, in lower case.
    words TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX contact_by_age ON contact (organization_id, created_at, id);

CREATE TABLE account (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX account_by_age ON account (organization_id, created_at, id);

-- `case` is a word of SQL.
CREATE TABLE support_case (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ticket_number TEXT NOT NULL,
    title TEXT NOT NULL,
    status INTEGER NOT NULL,
    customer_kind INTEGER,
    customer_id BLOB,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX support_case_by_age ON support_case (organization_id, created_at, id);

-- With a rowid: rows are wide, and messages change them without moving anything else.
CREATE TABLE conversation (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    status INTEGER NOT NULL,
    status_reason INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    distribution INTEGER NOT NULL,
    workstream_id BLOB NOT NULL,
    queue_id BLOB,
    widget_id BLOB,
    visitor_id BLOB,
    title TEXT NOT NULL,
    priority INTEGER NOT NULL,
    locale TEXT,
    customer_name TEXT NOT NULL,
    customer_kind INTEGER,
    customer_id BLOB,
    case_id BLOB,
    context TEXT,
    active_agent_id BLOB,
    list_agent_id BLOB,
    last_agent_id BLOB,
    active_agent_assigned_at INTEGER,
    active_participant_id BLOB,
    last_session_id BLOB,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    status_changed_at INTEGER NOT NULL,
    started_at INTEGER,
    queued_at INTEGER,
    wrap_up_started_at INTEGER,
    closed_at INTEGER,
    first_wait_ms INTEGER,
    talk_ms INTEGER NOT NULL,
    wrap_up_ms INTEGER NOT NULL,
    transfer_count INTEGER NOT NULL,
    escalation_count INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    held_units INTEGER NOT NULL,
    held_until INTEGER,
    declines TEXT,
    last_message_number INTEGER NOT NULL,
    last_public_number INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    last_message_from_customer INTEGER,
    last_message_sender TEXT,
    last_message_text TEXT,
    last_message_at INTEGER,
    customer_waiting_since INTEGER,
    customer_delivered INTEGER NOT NULL,
    customer_read INTEGER NOT NULL,
    agent_delivered INTEGER NOT NULL,
    agent_read INTEGER NOT NULL,
    customer_presence INTEGER NOT NULL,
    customer_gone_since INTEGER,
    PRIMARY KEY (organization_id, id)
) STRICT;
-- What is open, whatever the history: the engine's start.
CREATE INDEX conversation_not_closed ON conversation (organization_id, id) WHERE status <> 4;
-- An agent's newest of any statuses: one walk for each status, merged.
CREATE INDEX conversation_of_agent ON conversation (organization_id, list_agent_id, status, created_at, id)
    WHERE list_agent_id IS NOT NULL;
CREATE INDEX conversation_of_visitor ON conversation (organization_id, visitor_id, created_at, id)
    WHERE visitor_id IS NOT NULL;
CREATE INDEX conversation_of_customer ON conversation (organization_id, customer_id, created_at, id)
    WHERE customer_id IS NOT NULL;

CREATE TABLE session (
    organization_id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    queue_id BLOB,
    channel INTEGER NOT NULL,
    status INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    queue_assigned_at INTEGER,
    agent_id BLOB,
    agent_assigned_at INTEGER,
    offer_displayed_at INTEGER,
    offer_expires_at INTEGER,
    agent_accepted_at INTEGER,
    closed_at INTEGER,
    closure_reason INTEGER,
    PRIMARY KEY (organization_id, conversation_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
    organization_id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    session_id BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    mode INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    joined_at INTEGER,
    left_at INTEGER,
    left_reason INTEGER,
    assign_reason TEXT,
    PRIMARY KEY (organization_id, conversation_id, id)
) STRICT, WITHOUT ROWID;

-- Public numbers need no index: a message's is never above its number, so a walk from there meets it at once.
CREATE TABLE message (
    organization_id BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    public_number INTEGER,
    sent_at INTEGER NOT NULL,
    -- 1 customer, 2 agent, 3 system
    sender_kind INTEGER NOT NULL,
    sender_id BLOB,
    sender_name TEXT,
    system_event INTEGER,
    from_customer INTEGER NOT NULL,
    visibility INTEGER NOT NULL,
    text TEXT NOT NULL,
    client_message_id TEXT,
    PRIMARY KEY (organization_id, conversation_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_by_client_id ON message (organization_id, conversation_id, from_customer, client_message_id)
    WHERE client_message_id IS NOT NULL;

-- With a rowid: payloads are wide, and rows are only ever appended.
CREATE TABLE journal (
    organization_id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    conversation_id BLOB,
    payload TEXT NOT NULL,
    PRIMARY KEY (organization_id, sequence)
) STRICT;

CREATE TABLE command (
    organization_id BLOB NOT NULL,
    key TEXT NOT NULL,
    at INTEGER NOT NULL,
    conversation_id BLOB,
    reply TEXT NOT NULL,
    PRIMARY KEY (organization_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
    organization_id BLOB NOT NULL,
    id BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    name TEXT NOT NULL,
    secret_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (organization_id, id)
) STRICT;
CREATE INDEX token_by_secret ON token (secret_hash);

CREATE TABLE sign_in_session (
    organization_id BLOB NOT NULL,
    secret_hash BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (organization_id, secret_hash)
) STRICT;
CREATE INDEX sign_in_session_by_secret ON sign_in_session (secret_hash);

CREATE TABLE visitor_token (
    organization_id BLOB NOT NULL,
    secret_hash BLOB NOT NULL,
    visitor_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (organization_id, secret_hash)
) STRICT;
CREATE INDEX visitor_token_by_secret ON visitor_token (secret_hash);
