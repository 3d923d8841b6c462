// Generated from crates/server/openapi.json by `npm run generate`. Do not edit.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find accounts. */
        get: operations["getAccounts"];
        put?: never;
        /** A new account. */
        post: operations["postAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account. What is absent stays; null takes away. */
        patch: operations["patchAccountsByAccountId"];
        trace?: never;
    };
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everyone, with presence and load. */
        get: operations["getAgents"];
        put?: never;
        /** A new user. */
        post: operations["postAgents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/me/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own presence. */
        get: operations["getAgentsMePresence"];
        /** Choose one's presence. */
        put: operations["putAgentsMePresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/me/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own. */
        get: operations["getAgentsMeQuickReplies"];
        put?: never;
        /** A new one of one's own. */
        post: operations["postAgentsMeQuickReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/me/quick-replies/{quickReplyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one's own. */
        delete: operations["deleteAgentsMeQuickRepliesByQuickReplyId"];
        options?: never;
        head?: never;
        /** Change one's own. What is absent stays. */
        patch: operations["patchAgentsMeQuickRepliesByQuickReplyId"];
        trace?: never;
    };
    "/api/v1/agents/me/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One's own skills, where the organisation lets agents change them. */
        put: operations["putAgentsMeSkills"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getAgentsByAgentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a user. What is absent stays. */
        patch: operations["patchAgentsByAgentId"];
        trace?: never;
    };
    "/api/v1/agents/{agentId}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agent's conversations: `Microsoft.Omnichannel.getConversations` with its input as a query. */
        get: operations["getAgentsByAgentIdConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set somebody's presence for them. */
        post: operations["postAgentsByAgentIdPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Which queues somebody serves: these, in place of the former ones. */
        put: operations["putAgentsByAgentIdQueues"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes to the set-up, newest first, for supervisors and administrators. Passwords are in none of them. */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capacity-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getCapacityProfiles"];
        put?: never;
        /** A new capacity profile. */
        post: operations["postCapacityProfiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capacity-profiles/{capacityProfileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getCapacityProfilesByCapacityProfileId"];
        put?: never;
        post?: never;
        /** Delete a capacity profile that nobody has and no work takes. */
        delete: operations["deleteCapacityProfilesByCapacityProfileId"];
        options?: never;
        head?: never;
        /** Change a capacity profile, but not when it gives units back. What is absent stays. */
        patch: operations["patchCapacityProfilesByCapacityProfileId"];
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find cases. */
        get: operations["getCases"];
        put?: never;
        /** A new case. */
        post: operations["postCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a case. What is absent stays; null takes away. */
        patch: operations["patchCasesByCaseId"];
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find contacts. */
        get: operations["getContacts"];
        put?: never;
        /** A new contact. */
        post: operations["postContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a contact. What is absent stays; null takes away. */
        patch: operations["patchContactsByContactId"];
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My conversations, open items, those I closed today, or all that go on. */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign, transfer or force close up to 1,000 conversations, write to their customers, or notify their agents. Each is
         *     decided by itself and answered for.
         */
        post: operations["postConversationsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation with its sessions, participants and linked records. */
        get: operations["getConversationsByConversationId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the offer: the conversation is one's own. */
        post: operations["postConversationsByConversationIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an open conversation to an agent, or to another queue. */
        post: operations["postConversationsByConversationIdAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/close-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** X on the session's tab: from wrap-up it is closed, from active it goes on without one. */
        post: operations["postConversationsByConversationIdCloseSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask an agent, or whoever of a queue has most room, for advice. */
        post: operations["postConversationsByConversationIdConsult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/consult/{participantId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the invitation: one reads along and advises. */
        post: operations["postConversationsByConversationIdConsultByParticipantIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/consult/{participantId}/add-to-public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the consultant write to the customer, who is told. */
        post: operations["postConversationsByConversationIdConsultByParticipantIdAddToPublic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/consult/{participantId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject the invitation. */
        post: operations["postConversationsByConversationIdConsultByParticipantIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/consult/{participantId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the consultant out, or take the invitation back. */
        post: operations["postConversationsByConversationIdConsultByParticipantIdRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/displayed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The offer is on one's screen. */
        post: operations["postConversationsByConversationIdDisplayed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What else there has been with the same customer: the linked one, or the visitor while nobody is linked. Newest first. */
        get: operations["getConversationsByConversationIdEarlier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it: wrap-up begins. */
        post: operations["postConversationsByConversationIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file, to be named by a message; its bytes are the body. */
        post: operations["postConversationsByConversationIdFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to one of its files, for a while. */
        get: operations["getConversationsByConversationIdFilesByFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/force-close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it, whatever its status. */
        post: operations["postConversationsByConversationIdForceClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join in: agent and customer are told. */
        post: operations["postConversationsByConversationIdJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave what one advises in, monitors or has joined. */
        post: operations["postConversationsByConversationIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link a contact, an account or a case. Another customer or case is replaced. */
        post: operations["postConversationsByConversationIdLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far one has got with the customer's messages. */
        post: operations["postConversationsByConversationIdMarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its messages, ascending. */
        get: operations["getConversationsByConversationIdMessages"];
        put?: never;
        /** Write to the customer, or a note among agents. */
        post: operations["postConversationsByConversationIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read along; neither the agent nor the customer is told. */
        post: operations["postConversationsByConversationIdMonitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/pick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it from the open items, or take up one of one's own that is waiting. */
        post: operations["postConversationsByConversationIdPick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that may be used in a conversation: its language first. */
        get: operations["getConversationsByConversationIdQuickReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject the offer: it goes to somebody else. */
        post: operations["postConversationsByConversationIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to the queue it is in. */
        post: operations["postConversationsByConversationIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision about a conversation with what it saw, its stays in queues, and why it waits now. */
        get: operations["getConversationsByConversationIdRouting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand it to an agent or to a queue. */
        post: operations["postConversationsByConversationIdTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{conversationId}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the link away again. */
        post: operations["postConversationsByConversationIdUnlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents' live stream (WebSocket). */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who one is. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getNotificationTemplates"];
        put?: never;
        /** A new notification template. */
        post: operations["postNotificationTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-templates/{notificationTemplateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getNotificationTemplatesByNotificationTemplateId"];
        put?: never;
        post?: never;
        /** Delete a notification template that no workstream uses. */
        delete: operations["deleteNotificationTemplatesByNotificationTemplateId"];
        options?: never;
        head?: never;
        /** Change a notification template. What is absent stays. */
        patch: operations["patchNotificationTemplatesByNotificationTemplateId"];
        trace?: never;
    };
    "/api/v1/omnichannel/getConversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same with the call's `input` as the body. */
        post: operations["postOmnichannelGetConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operating-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getOperatingHours"];
        put?: never;
        /** New operating hours. Every fault of theirs is named at once. */
        post: operations["postOperatingHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operating-hours/{operatingHoursId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getOperatingHoursByOperatingHoursId"];
        put?: never;
        post?: never;
        /** Delete operating hours that no queue and no agent keeps. */
        delete: operations["deleteOperatingHoursByOperatingHoursId"];
        options?: never;
        head?: never;
        /** Change operating hours. What is absent stays. */
        patch: operations["patchOperatingHoursByOperatingHoursId"];
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation, its settings and timers. */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name or the settings. What is absent stays. */
        patch: operations["patchOrganization"];
        trace?: never;
    };
    "/api/v1/presences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getPresences"];
        put?: never;
        /** A new one, such as "Lunch", which stands for Away. */
        post: operations["postPresences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presences/{presenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getPresencesByPresenceId"];
        put?: never;
        post?: never;
        /** Delete a presence that nobody is in and that is no default. */
        delete: operations["deletePresencesByPresenceId"];
        options?: never;
        head?: never;
        /** Rename one, say whether agents may choose it, or make it the default of its base state. */
        patch: operations["patchPresencesByPresenceId"];
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getQueues"];
        put?: never;
        /** A new queue. */
        post: operations["postQueues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{queueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getQueuesByQueueId"];
        put?: never;
        post?: never;
        /** Delete a queue in which nothing is and to which nothing leads. */
        delete: operations["deleteQueuesByQueueId"];
        options?: never;
        head?: never;
        /** Change a queue. What is absent stays; lists are replaced whole. */
        patch: operations["patchQueuesByQueueId"];
        trace?: never;
    };
    "/api/v1/queues/{queueId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who serves this queue: all of them, in place of the former ones. */
        put: operations["putQueuesByQueueIdMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that are shared. */
        get: operations["getQuickReplies"];
        put?: never;
        /** A new quick reply for all. */
        post: operations["postQuickReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies/{quickReplyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getQuickRepliesByQuickReplyId"];
        put?: never;
        post?: never;
        /** Delete a quick reply. */
        delete: operations["deleteQuickRepliesByQuickReplyId"];
        options?: never;
        head?: never;
        /** Change a quick reply. What is absent stays. */
        patch: operations["patchQuickRepliesByQuickReplyId"];
        trace?: never;
    };
    "/api/v1/routing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a condition: its faults, or how it will be shown. Saves nothing. */
        post: operations["postRoutingCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/check-ruleset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a ruleset against the set-up as it stands, as if it were saved. Saves nothing. */
        post: operations["postRoutingCheckRuleset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What rules of this kind may name. */
        get: operations["getRoutingFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which rules would match, what they would set and where a conversation would wait if it began now. Changes nothing. */
        post: operations["postRoutingTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulesets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them, without their rules. */
        get: operations["getRulesets"];
        put?: never;
        /** A new ruleset. A workstream has any number that classify and one that routes. */
        post: operations["postRulesets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulesets/{rulesetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, whole. */
        get: operations["getRulesetsByRulesetId"];
        put?: never;
        post?: never;
        /** Delete a ruleset. */
        delete: operations["deleteRulesetsByRulesetId"];
        options?: never;
        head?: never;
        /** Change a ruleset. What is absent stays; rules, where they are given, replace all. */
        patch: operations["patchRulesetsByRulesetId"];
        trace?: never;
    };
    "/api/v1/rulesets/{rulesetId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its rules, page by page. */
        get: operations["getRulesetsByRulesetIdRules"];
        put?: never;
        /** Insert one rule. */
        post: operations["postRulesetsByRulesetIdRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulesets/{rulesetId}/rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace one rule where it stands. */
        put: operations["putRulesetsByRulesetIdRulesByRule"];
        post?: never;
        /** Delete one rule. */
        delete: operations["deleteRulesetsByRulesetIdRulesByRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find conversations by what was said in them. */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getSessionTemplates"];
        put?: never;
        /** A new session template. */
        post: operations["postSessionTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session-templates/{sessionTemplateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getSessionTemplatesBySessionTemplateId"];
        put?: never;
        post?: never;
        /** Delete a session template that no workstream uses. */
        delete: operations["deleteSessionTemplatesBySessionTemplateId"];
        options?: never;
        head?: never;
        /** Change a session template. What is absent stays. */
        patch: operations["patchSessionTemplatesBySessionTemplateId"];
        trace?: never;
    };
    "/api/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a first administrator is needed. */
        get: operations["getSetUp"];
        put?: never;
        /** Make the first administrator, with the one-time link that the server printed. */
        post: operations["postSetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in: sets the cookie and answers with who one is. */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: Offline, and the cookie is worth nothing from now on. */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getSkills"];
        put?: never;
        /** A new skill. */
        post: operations["postSkills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skills/{skillId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getSkillsBySkillId"];
        put?: never;
        post?: never;
        /** Delete a skill that nobody has and nothing asks for. */
        delete: operations["deleteSkillsBySkillId"];
        options?: never;
        head?: never;
        /** Change a skill. What is absent stays; no rating may be left outside its scale. */
        patch: operations["patchSkillsBySkillId"];
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens, without their secrets. */
        get: operations["getTokens"];
        put?: never;
        /** A new token. Its secret is shown this once. */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The token is worth nothing from now on. */
        delete: operations["deleteTokensByTokenId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own, newest first. */
        get: operations["getVisitorConversations"];
        put?: never;
        /** Begin a conversation; with a token as the same visitor as before. */
        post: operations["postVisitorConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's own. */
        get: operations["getVisitorConversationsByConversationId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer ends it. Live chat only: elsewhere the agent ends. */
        post: operations["postVisitorConversationsByConversationIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file, to be named by a message; its bytes are the body. */
        post: operations["postVisitorConversationsByConversationIdFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to a file of one's own or of a message that one may read, for a while. */
        get: operations["getVisitorConversationsByConversationIdFilesByFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conversation's live stream (WebSocket). */
        get: operations["getVisitorConversationsByConversationIdLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far the customer's screen has got: public message numbers, only forward. */
        post: operations["postVisitorConversationsByConversationIdMarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its public messages, ascending. */
        get: operations["getVisitorConversationsByConversationIdMessages"];
        put?: never;
        /** Write to whoever answers. */
        post: operations["postVisitorConversationsByConversationIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/conversations/{conversationId}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer is writing just now. */
        post: operations["postVisitorConversationsByConversationIdTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visitor/widgets/{widgetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A widget as a page shows it. Asked for again and again: with its tag it costs an empty answer. */
        get: operations["getVisitorWidgetsByWidgetId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getWidgets"];
        put?: never;
        /** A new widget. */
        post: operations["postWidgets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widgets/{widgetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getWidgetsByWidgetId"];
        put?: never;
        post?: never;
        /** Delete a widget: its page opens no longer, what goes on goes on. */
        delete: operations["deleteWidgetsByWidgetId"];
        options?: never;
        head?: never;
        /** Change a widget. What is absent stays. */
        patch: operations["patchWidgetsByWidgetId"];
        trace?: never;
    };
    "/api/v1/workstreams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them. */
        get: operations["getWorkstreams"];
        put?: never;
        /** A new workstream. */
        post: operations["postWorkstreams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workstreams/{workstreamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["getWorkstreamsByWorkstreamId"];
        put?: never;
        post?: never;
        /** Delete a workstream without conversations that go on, widgets and rulesets. */
        delete: operations["deleteWorkstreamsByWorkstreamId"];
        options?: never;
        head?: never;
        /** Change a workstream. What is absent stays; channel, mode and distribution cannot change. */
        patch: operations["patchWorkstreamsByWorkstreamId"];
        trace?: never;
    };
    "/api/v1/workstreams/{workstreamId}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new workstream with all settings and rulesets of this one. Widgets and other ways in stay with the old one. */
        post: operations["postWorkstreamsByWorkstreamIdCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workstreams/{workstreamId}/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that may be used in conversations of a workstream. */
        get: operations["getWorkstreamsByWorkstreamIdQuickReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            createdAt: components["schemas"]["Time"];
            email?: string | null;
            /** Format: uuid */
            id: string;
            modifiedAt: components["schemas"]["Time"];
            name: string;
            phone?: string | null;
        };
        AccountChange: {
            email?: string | null;
            name?: string | null;
            phone?: string | null;
        };
        Agent: {
            active: boolean;
            /** @description What assignment rules may ask for by name: `agent.city`. */
            attributes: components["schemas"]["ContextVariable"][];
            /** @description Work that takes a profile goes only to agents who have it. */
            capacityProfiles: components["schemas"]["AgentCapacityProfile"][];
            /** Format: int32 */
            capacityUnits: number;
            createdAt: components["schemas"]["Time"];
            /** Format: uuid */
            defaultPresenceId?: string | null;
            /** @description Only for oneself and for supervisors and administrators. */
            email?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: uuid
             * @description When they work, for assignment rules that ask; none = always.
             */
            operatingHoursId?: string | null;
            role: components["schemas"]["Role"];
            skills: components["schemas"]["SkillRating"][];
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        /** @description A profile that an agent has. */
        AgentCapacityProfile: {
            /** Format: uuid */
            profileId: string;
            /**
             * Format: int32
             * @description Their own limit, 0 to 100; none = the profile's.
             */
            unitsMax?: number | null;
        };
        AgentChange: {
            /** @description False: signed out everywhere, and no longer assigned work. */
            active?: boolean | null;
            attributes?: components["schemas"]["ContextVariable"][] | null;
            capacityProfiles?: components["schemas"]["AgentCapacityProfile"][] | null;
            /** Format: int32 */
            capacityUnits?: number | null;
            /** Format: uuid */
            defaultPresenceId?: string | null;
            email?: string | null;
            name?: string | null;
            /** Format: uuid */
            operatingHoursId?: string | null;
            password?: string | null;
            role?: components["schemas"]["Role"] | null;
            /** @description Each of these lists whole, in place of the former one. */
            skills?: components["schemas"]["SkillRating"][] | null;
        };
        AgentItem: {
            agent: components["schemas"]["Agent"];
            /** @description Conversations assigned to them now. */
            assigned: number;
            status?: components["schemas"]["AgentStatus"] | null;
        };
        AgentOrder: {
            /** @enum {string} */
            by: "round_robin";
        } | {
            /** @enum {string} */
            by: "least_active";
        } | {
            /** @enum {string} */
            by: "most_units_free";
        } | {
            /** @enum {string} */
            by: "most_profile_units_free";
        } | {
            /** @enum {string} */
            by: "most_proficient";
        } | {
            /** @enum {string} */
            by: "least_proficient";
        } | {
            /** @enum {string} */
            by: "fewest_skills";
        } | {
            /** @enum {string} */
            by: "most_skills";
        } | {
            /** @enum {string} */
            by: "attribute";
            descending?: boolean;
            name: string;
        };
        /** @description Which queues an agent serves. */
        AgentQueues: {
            queueIds: string[];
        };
        AgentStatus: {
            /** Format: uuid */
            agentId: string;
            /**
             * Format: int64
             * @description Below zero after picks and forced assignments.
             */
            availableUnits: number;
            base: components["schemas"]["BasePresence"];
            lastAssignedAt?: components["schemas"]["Time"] | null;
            /** Format: int32 */
            openSessions: number;
            /** Format: uuid */
            presenceId: string;
            presenceModifiedAt: components["schemas"]["Time"];
            source: components["schemas"]["PresenceSource"];
        };
        /**
         * @description Why one agent was chosen.
         * @enum {string}
         */
        AssignedBecause: "first_in_order" | "nearest_in_skills" | "affinity" | "preferred";
        /** @description To an agent or to a queue: exactly one of the two. */
        Assignment: {
            /** Format: uuid */
            agentId?: string | null;
            /** Format: uuid */
            queueId?: string | null;
            /** @description Of the agent's presence and capacity. */
            regardless?: boolean;
        };
        /** @enum {string} */
        AssignmentMethod: "highest_capacity" | "advanced_round_robin" | "least_active" | "custom";
        /** @description Who may be assigned, and who of them first. Later rules ask for less: demands loosen as a conversation waits. */
        AssignmentRule: {
            /**
             * Format: int64
             * @description In force once the conversation has waited so long.
             */
            afterWaitMs?: number;
            name: string;
            /** @description The first decides, the next breaks ties; at last whoever was assigned something longest ago. */
            order: components["schemas"]["AgentOrder"][];
            presences: components["schemas"]["BasePresence"][];
            skills: components["schemas"]["SkillMatching"];
            /** @description Over the agent and the conversation: `agent.city == context.city`. */
            when: string;
            /** @description Whether the item must fit into units and profiles. */
            withinCapacity: boolean;
            /** @description Whether the agent must be within their own operating hours. */
            withinHours?: boolean;
        };
        /** @description A file that a message carries. */
        Attachment: {
            /** Format: uuid */
            id: string;
            /** @description As the content was found to be. */
            mediaType: string;
            /** @description Text, never markup. */
            name: string;
            /** Format: int64 */
            sizeBytes: number;
        };
        /** @description Which files may be sent. */
        AttachmentRules: {
            /** @description In lower case, without the dot. */
            blockedExtensions: string[];
            fromAgents: boolean;
            fromCustomers: boolean;
            /**
             * Format: int32
             * @description Of one file. Images in live chat: at most 20 MB all the same.
             */
            sizeKilobytesMax: number;
        };
        AttachmentRulesChange: {
            blockedExtensions?: string[] | null;
            fromAgents?: boolean | null;
            fromCustomers?: boolean | null;
            /**
             * Format: int32
             * @description 1 to 131,072.
             */
            sizeKilobytesMax?: number | null;
        };
        /** @enum {string} */
        BasePresence: "available" | "busy" | "do_not_disturb" | "away" | "offline" | "inactive";
        /** @description One act on up to 1,000 conversations; each is decided by itself. */
        Bulk: {
            act: components["schemas"]["BulkAct"];
            /**
             * Format: uuid
             * @description To assign and to transfer: exactly one of `agentId` and `queueId`.
             */
            agentId?: string | null;
            conversationIds: string[];
            /** Format: uuid */
            queueId?: string | null;
            /** @description To assign: regardless of the agent's presence and capacity. */
            regardless?: boolean;
            /** @description To `message` and to `notify`: at most 1,000 characters. */
            text?: string | null;
        };
        /** @enum {string} */
        BulkAct: "assign" | "transfer" | "force_close" | "message" | "notify";
        /** @description What came of one conversation of many. */
        BulkAnswer: {
            /** @description Why it was not done. */
            code?: string | null;
            /** Format: uuid */
            conversationId: string;
            detail?: string | null;
            done: boolean;
        };
        CapacityProfile: {
            /** @description Full: the agent is assigned nothing at all, of whatever profile. */
            blocksAssignment: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            reset: components["schemas"]["CapacityReset"];
            /**
             * Format: int32
             * @description 0 to 100 for each agent who has it, unless theirs says otherwise.
             */
            unitsMax: number;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        CapacityProfileChange: {
            blocksAssignment?: boolean | null;
            name?: string | null;
            reset?: components["schemas"]["CapacityReset"] | null;
            /** Format: int32 */
            unitsMax?: number | null;
        };
        /**
         * @description When an item that has ended gives its unit back.
         * @enum {string}
         */
        CapacityReset: "immediate" | "end_of_day";
        Case: {
            createdAt: components["schemas"]["Time"];
            customer?: components["schemas"]["CustomerRef"] | null;
            /** Format: uuid */
            id: string;
            modifiedAt: components["schemas"]["Time"];
            status: components["schemas"]["CaseStatus"];
            /** @description Shown to people: `CAS-01042`. */
            ticketNumber: string;
            title: string;
        };
        CaseChange: {
            customer?: components["schemas"]["CustomerRef"] | null;
            status?: components["schemas"]["CaseStatus"] | null;
            title?: string | null;
        };
        /** @enum {string} */
        CaseStatus: "active" | "resolved" | "cancelled";
        /** @enum {string} */
        Channel: "live_chat" | "sms" | "whatsapp" | "facebook" | "telegram" | "line" | "email" | "custom";
        CheckedCondition: {
            /** @description Its text as it will be shown; none where it cannot be read. */
            canonical?: string | null;
            /** @description Empty: it may be saved. */
            faults: components["schemas"]["ConditionFault"][];
            /** @description The same as nested objects, for rule builders. */
            structure?: Record<string, never> | null;
        };
        /** @description What would be said if this were saved. */
        CheckedRuleset: {
            /** @description Empty: it may be saved. */
            faults: components["schemas"]["FieldError"][];
        };
        /** @description What a classification rule says of a conversation; later rulesets see it. */
        Classification: {
            /** Format: uuid */
            queueId: string;
            /** @enum {string} */
            set: "queue";
        } | {
            priority: components["schemas"]["Priority"];
            /** @enum {string} */
            set: "priority";
        } | {
            /** @enum {string} */
            set: "skill";
            skill: components["schemas"]["SkillRating"];
        } | {
            /** Format: uuid */
            profileId: string;
            /** @enum {string} */
            set: "capacity_profile";
        } | {
            /** @enum {string} */
            set: "context";
            variable: components["schemas"]["ContextVariable"];
        };
        /** @enum {string} */
        ClosureReason: "agent_reject" | "agent_timeout" | "conversation_timeout" | "agent_closed" | "conversation_closed" | "agent_transferred" | "agent_disconnected" | "agent_re_routed" | "agent_transfer_to_queue" | "supervisor_assign_to_queue" | "supervisor_transfer_to_agent" | "force_close" | "auto_close" | "customer_disconnect" | "agent_end_conversation" | "customer_end_conversation" | "agent_moved_conversation_to_waiting" | "overflow_queue_transfer" | "overflow_end_conversation" | "inqueue_overflow_queue_transfer" | "inqueue_overflow_end_conversation";
        /**
         * @description As the visitor's system has it, or always the same.
         * @enum {string}
         */
        ColorScheme: "system" | "light" | "dark";
        /** @description What a command on a conversation did. */
        CommandDone: {
            /** Format: uuid */
            conversationId: string;
            /**
             * Format: uuid
             * @description Who was invited, or takes part now beside the agent whose it is.
             */
            participantId?: string | null;
            /**
             * Format: uuid
             * @description The session that the agent now works in, where the command opened one.
             */
            sessionId?: string | null;
        };
        ConditionFault: {
            /** @description Stable, snake_case. */
            code: string;
            column?: number | null;
            detail: string;
            /** @description The field concerned. */
            field?: string | null;
            /** @description Where in the text, from 1, where it cannot be read. */
            line?: number | null;
        };
        /** @description A condition as somebody wrote it. */
        ConditionToCheck: {
            /** @description Its text, … */
            condition?: string | null;
            kind: components["schemas"]["RuleKind"];
            /** @description … or what a rule builder made. */
            structure?: Record<string, never> | null;
        };
        /** @description The members of the queue: who could have taken it, best first, and why the others could not. */
        Considered: {
            eligible: components["schemas"]["Named"][];
            passedOver: components["schemas"]["PassedOver"][];
            /**
             * Format: int32
             * @description Members of large queues that are not listed one by one.
             */
            unlisted: number;
        };
        Contact: {
            /** Format: uuid */
            accountId?: string | null;
            createdAt: components["schemas"]["Time"];
            email?: string | null;
            /** Format: uuid */
            id: string;
            modifiedAt: components["schemas"]["Time"];
            name: string;
            phone?: string | null;
        };
        ContactChange: {
            /** Format: uuid */
            accountId?: string | null;
            email?: string | null;
            name?: string | null;
            phone?: string | null;
        };
        /** @description Something the customer's page or form said about them. */
        ContextVariable: {
            name: string;
            value: string;
        };
        /** @description Everything a conversation's screen needs but its messages. */
        ConversationDetail: {
            case?: components["schemas"]["Case"] | null;
            conversation: components["schemas"]["ConversationSummary"];
            customer?: components["schemas"]["CustomerRecord"] | null;
            participants: components["schemas"]["Participant"][];
            /** Format: int64 */
            sequence: number;
            sessions: components["schemas"]["Session"][];
        };
        /** @enum {string} */
        ConversationMode: "live_chat" | "persistent_chat" | "asynchronous";
        /** @description One page of a list. `sequence` is where the live stream goes on from. */
        ConversationPage: {
            items: components["schemas"]["ConversationSummary"][];
            nextCursor?: string | null;
            /** Format: int64 */
            sequence: number;
        };
        /** @enum {string} */
        ConversationStatus: "open" | "active" | "waiting" | "closed" | "wrap_up";
        /** @description A conversation as lists and screens show it. */
        ConversationSummary: {
            abandoned: boolean;
            accepted: boolean;
            activeAgentAssignedAt?: components["schemas"]["Time"] | null;
            /**
             * Format: uuid
             * @description The agent handling it now; assigned counts, accepted or not.
             */
            activeAgentId?: string | null;
            /** Format: uuid */
            caseId?: string | null;
            channel: components["schemas"]["Channel"];
            closedAt?: components["schemas"]["Time"] | null;
            context: components["schemas"]["ContextVariable"][];
            createdAt: components["schemas"]["Time"];
            customer?: components["schemas"]["CustomerRef"] | null;
            /** @description What the customer called themselves, or the linked customer's name. */
            customerName: string;
            customerPresence: components["schemas"]["CustomerPresence"];
            customerWaitingSince?: components["schemas"]["Time"] | null;
            distribution: components["schemas"]["DistributionMode"];
            /** Format: int32 */
            escalationCount: number;
            /** Format: int64 */
            firstWaitMs?: number | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            lastAgentId?: string | null;
            lastMessage?: components["schemas"]["MessagePreview"] | null;
            /** Format: int64 */
            lastMessageNumber: number;
            /** Format: int64 */
            lastPublicNumber: number;
            /** Format: uuid */
            lastSessionId?: string | null;
            /**
             * Format: uuid
             * @description The agent whose it is in lists.
             */
            listAgentId?: string | null;
            locale?: string | null;
            marks: components["schemas"]["ReadMarks"];
            mode: components["schemas"]["ConversationMode"];
            modifiedAt: components["schemas"]["Time"];
            /** @description What the customer was asked before the chat. */
            preChat?: components["schemas"]["PreChatAnswer"][];
            priority: components["schemas"]["Priority"];
            /** Format: uuid */
            queueId?: string | null;
            queuedAt?: components["schemas"]["Time"] | null;
            startedAt?: components["schemas"]["Time"] | null;
            status: components["schemas"]["ConversationStatus"];
            statusChangedAt: components["schemas"]["Time"];
            statusReason: components["schemas"]["StatusReason"];
            /** Format: int64 */
            talkMs: number;
            title: string;
            /** Format: int32 */
            transferCount: number;
            /** Format: int32 */
            unread: number;
            /** Format: uuid */
            visitorId?: string | null;
            /** Format: uuid */
            widgetId?: string | null;
            /** Format: uuid */
            workstreamId: string;
            /** Format: int64 */
            wrapUpMs: number;
            wrapUpStartedAt?: components["schemas"]["Time"] | null;
        };
        /** @enum {string} */
        CustomerKind: "contact" | "account";
        /** @description Whether the customer's browser is there. */
        CustomerPresence: {
            /** @enum {string} */
            state: "unknown";
        } | {
            /** @enum {string} */
            state: "connected";
        } | {
            since: components["schemas"]["Time"];
            /** @enum {string} */
            state: "disconnected";
        };
        /** @description The customer a conversation is linked to, whole. */
        CustomerRecord: (components["schemas"]["Contact"] & {
            /** @enum {string} */
            kind: "contact";
        }) | (components["schemas"]["Account"] & {
            /** @enum {string} */
            kind: "account";
        });
        /** @description The customer a conversation is linked to. */
        CustomerRef: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["CustomerKind"];
        };
        /** @description What the conversation asked for. */
        Demand: {
            capacityProfiles: components["schemas"]["Named"][];
            priority: components["schemas"]["Priority"];
            skills: components["schemas"]["DemandedSkill"][];
            /** Format: int32 */
            units: number;
            /** Format: int64 */
            waitedMs: number;
        };
        DemandedSkill: {
            /**
             * Format: int32
             * @description The least that is asked for.
             */
            proficiency: number;
            skill: components["schemas"]["Named"];
        };
        /**
         * @description When the browser tells of an offer outside the page.
         * @enum {string}
         */
        DesktopNotification: "never" | "background" | "always";
        /** @enum {string} */
        DistributionMode: "push" | "pick";
        FieldError: {
            detail: string;
            /** @description The field at fault, as it is spelt in the request. */
            field: string;
        };
        /** @description What the widget may take; a page says so before anything is sent. */
        FileLimits: {
            blockedExtensions: string[];
            /** Format: int64 */
            imageSizeBytesMax: number;
            /** Format: int64 */
            sizeBytesMax: number;
        };
        FileLink: components["schemas"]["Attachment"] & {
            expiresAt: components["schemas"]["Time"];
            /** @description On this server, without its host. Whoever has it may read the file. */
            url: string;
        };
        FiredRule: {
            /** @description None: no rule of this ruleset held. */
            rule?: string | null;
            ruleset: string;
            /** Format: uuid */
            rulesetId: string;
        };
        FoundConversation: {
            conversation: components["schemas"]["ConversationSummary"];
            /** @description At least one, at most three: the newest. */
            passages: components["schemas"]["Passage"][];
        };
        FoundConversations: {
            /** @description False while older texts are still being made searchable, after an import or an upgrade: some may be missing. */
            complete: boolean;
            /** @description By their newest passage, newest first. One with passages on several pages is on each of them. */
            items: components["schemas"]["FoundConversation"][];
            nextCursor?: string | null;
        };
        GetConversationsAnswer: {
            result: components["schemas"]["GetConversationsResult"];
            status: boolean;
        };
        GetConversationsInput: {
            /** @description A GUID; `agentID` is taken too. */
            agentId: string;
            /** @description Logical names of `msdyn_ocliveworkitem`, besides the default five. */
            attributes?: string[] | null;
            /** @description ISO 8601, inclusive. */
            createdAfter?: string | null;
            /** @description ISO 8601, exclusive. */
            createdBefore?: string | null;
            /**
             * Format: int32
             * @description Created in the last N × 24 hours.
             */
            createdBeforeDays?: number | null;
            orderBy?: components["schemas"]["GetConversationsOrder"][] | null;
            /** @description `nextToken` of the page before. */
            skipToken?: string | null;
            /** @description Numbers or labels: 1 Open, 2 Active, 3 Waiting, 4 Closed, 5 Wrap-up. Absent or empty = every one. */
            status?: unknown[] | null;
            /** Format: int32 */
            top?: number | null;
        };
        GetConversationsOrder: {
            attributeName: string;
            descending?: boolean | null;
        };
        GetConversationsResult: {
            nextToken?: string | null;
            /** @description Records by logical name. */
            values: {
                [key: string]: unknown;
            }[];
        };
        /** @description Dates on which the usual openings do not count. */
        Holiday: {
            /** @description `YYYY-MM-DD`. */
            date: string;
            name: string;
            /** @description Special hours on each of its dates; none: closed all day. */
            openings?: components["schemas"]["Span"][];
            /** @description The last date, where it is more than one. */
            untilDate?: string | null;
            /** @description Comes back each year from `date` on. */
            yearly?: boolean;
        };
        /** @description When somebody is there. Openings that overlap are one; on a holiday only its own openings count. */
        Hours: {
            holidays?: components["schemas"]["Holiday"][];
            monthly?: components["schemas"]["MonthlyOpening"][];
            /** @description IANA name, such as `Europe/Berlin`. All times and dates are local to it. */
            timeZone: string;
            weekly?: components["schemas"]["WeeklyOpening"][];
        };
        /** @description A list, whole. */
        Items_Account: {
            items: {
                createdAt: components["schemas"]["Time"];
                email?: string | null;
                /** Format: uuid */
                id: string;
                modifiedAt: components["schemas"]["Time"];
                name: string;
                phone?: string | null;
            }[];
        };
        /** @description A list, whole. */
        Items_AgentItem: {
            items: {
                agent: components["schemas"]["Agent"];
                /** @description Conversations assigned to them now. */
                assigned: number;
                status?: components["schemas"]["AgentStatus"] | null;
            }[];
        };
        /** @description A list, whole. */
        Items_BulkAnswer: {
            items: {
                /** @description Why it was not done. */
                code?: string | null;
                /** Format: uuid */
                conversationId: string;
                detail?: string | null;
                done: boolean;
            }[];
        };
        /** @description A list, whole. */
        Items_CapacityProfile: {
            items: {
                /** @description Full: the agent is assigned nothing at all, of whatever profile. */
                blocksAssignment: boolean;
                /** Format: uuid */
                id: string;
                name: string;
                reset: components["schemas"]["CapacityReset"];
                /**
                 * Format: int32
                 * @description 0 to 100 for each agent who has it, unless theirs says otherwise.
                 */
                unitsMax: number;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_Case: {
            items: {
                createdAt: components["schemas"]["Time"];
                customer?: components["schemas"]["CustomerRef"] | null;
                /** Format: uuid */
                id: string;
                modifiedAt: components["schemas"]["Time"];
                status: components["schemas"]["CaseStatus"];
                /** @description Shown to people: `CAS-01042`. */
                ticketNumber: string;
                title: string;
            }[];
        };
        /** @description A list, whole. */
        Items_Contact: {
            items: {
                /** Format: uuid */
                accountId?: string | null;
                createdAt: components["schemas"]["Time"];
                email?: string | null;
                /** Format: uuid */
                id: string;
                modifiedAt: components["schemas"]["Time"];
                name: string;
                phone?: string | null;
            }[];
        };
        /** @description A list, whole. */
        Items_ConversationSummary: {
            items: {
                abandoned: boolean;
                accepted: boolean;
                activeAgentAssignedAt?: components["schemas"]["Time"] | null;
                /**
                 * Format: uuid
                 * @description The agent handling it now; assigned counts, accepted or not.
                 */
                activeAgentId?: string | null;
                /** Format: uuid */
                caseId?: string | null;
                channel: components["schemas"]["Channel"];
                closedAt?: components["schemas"]["Time"] | null;
                context: components["schemas"]["ContextVariable"][];
                createdAt: components["schemas"]["Time"];
                customer?: components["schemas"]["CustomerRef"] | null;
                /** @description What the customer called themselves, or the linked customer's name. */
                customerName: string;
                customerPresence: components["schemas"]["CustomerPresence"];
                customerWaitingSince?: components["schemas"]["Time"] | null;
                distribution: components["schemas"]["DistributionMode"];
                /** Format: int32 */
                escalationCount: number;
                /** Format: int64 */
                firstWaitMs?: number | null;
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                lastAgentId?: string | null;
                lastMessage?: components["schemas"]["MessagePreview"] | null;
                /** Format: int64 */
                lastMessageNumber: number;
                /** Format: int64 */
                lastPublicNumber: number;
                /** Format: uuid */
                lastSessionId?: string | null;
                /**
                 * Format: uuid
                 * @description The agent whose it is in lists.
                 */
                listAgentId?: string | null;
                locale?: string | null;
                marks: components["schemas"]["ReadMarks"];
                mode: components["schemas"]["ConversationMode"];
                modifiedAt: components["schemas"]["Time"];
                /** @description What the customer was asked before the chat. */
                preChat?: components["schemas"]["PreChatAnswer"][];
                priority: components["schemas"]["Priority"];
                /** Format: uuid */
                queueId?: string | null;
                queuedAt?: components["schemas"]["Time"] | null;
                startedAt?: components["schemas"]["Time"] | null;
                status: components["schemas"]["ConversationStatus"];
                statusChangedAt: components["schemas"]["Time"];
                statusReason: components["schemas"]["StatusReason"];
                /** Format: int64 */
                talkMs: number;
                title: string;
                /** Format: int32 */
                transferCount: number;
                /** Format: int32 */
                unread: number;
                /** Format: uuid */
                visitorId?: string | null;
                /** Format: uuid */
                widgetId?: string | null;
                /** Format: uuid */
                workstreamId: string;
                /** Format: int64 */
                wrapUpMs: number;
                wrapUpStartedAt?: components["schemas"]["Time"] | null;
            }[];
        };
        /** @description A list, whole. */
        Items_NotificationTemplate: {
            items: {
                acceptText: string;
                countdownShown: boolean;
                desktop: components["schemas"]["DesktopNotification"];
                /** @description Shown in this order; those whose value comes to nothing are left out. */
                fields: components["schemas"]["TemplateField"][];
                icon: components["schemas"]["TemplateIcon"];
                /** Format: uuid */
                id: string;
                name: string;
                /** @description How the agent answers. */
                notification: components["schemas"]["Notification"];
                onTimeout: components["schemas"]["OfferTimeout"];
                rejectText: string;
                /**
                 * Format: int64
                 * @description The countdown.
                 */
                timeoutMs: number;
                /** @description May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable. */
                title: string;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_OperatingHours: {
            items: {
                hours: components["schemas"]["Hours"];
                /** Format: uuid */
                id: string;
                name: string;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_PersonalQuickReply: {
            items: {
                /** Format: uuid */
                id: string;
                locale: string;
                tags: string[];
                /** @description May name slugs. */
                text: string;
                title: string;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_Presence: {
            items: {
                base: components["schemas"]["BasePresence"];
                /** Format: uuid */
                id: string;
                /** @description The one that automatic moves to this base state use. */
                isDefault: boolean;
                name: string;
                /** @description Agents may choose it. */
                settable: boolean;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_Queue: {
            items: {
                /** @description For the method `custom`: tried in order, each from its waiting time on. */
                assignmentRules: components["schemas"]["AssignmentRule"][];
                /** @description Everyone serves it: who comes belongs to it at once, who is deactivated does not. */
                everyone: boolean;
                /** Format: uuid */
                id: string;
                /** @description In the order in which they joined. Of a queue of everyone: whoever is active. */
                members: string[];
                method: components["schemas"]["AssignmentMethod"];
                name: string;
                /**
                 * Format: uuid
                 * @description None = always open.
                 */
                operatingHoursId?: string | null;
                /** @description Before a conversation enters; out of hours is looked at first. */
                overflowBefore: components["schemas"]["OverflowBefore"][];
                overflowWaiting?: components["schemas"]["OverflowWaiting"] | null;
                /** @description Which of those who wait comes first: the first rule that holds decides; the rest come last. */
                prioritizationRules: components["schemas"]["PrioritizationRule"][];
                /**
                 * Format: int32
                 * @description 1 is served first.
                 */
                priority: number;
                /**
                 * Format: int64
                 * @description Answered within this counts as in time.
                 */
                serviceLevelMs: number;
                /**
                 * Format: int64
                 * @description Left sooner than this does not count as abandoned.
                 */
                shortAbandonMs: number;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_QuickReply: {
            items: {
                /** Format: uuid */
                id: string;
                /** @description A language tag, such as `en-US`. */
                locale: string;
                tags: string[];
                /** @description May name slugs: `{FullName{Customer}}`, `{FirstName{Agent}}`, `{OCContext.key}`. */
                text: string;
                title: string;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
                /** @description Empty: for all workstreams. */
                workstreamIds: string[];
            }[];
        };
        /** @description A list, whole. */
        Items_RulesetSummary: {
            items: {
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["RulesetKind"];
                name: string;
                /**
                 * Format: int32
                 * @description 1 runs first; among equals the name decides. Route-to-queue runs last.
                 */
                position: number;
                ruleCount: number;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
                /** Format: uuid */
                workstreamId: string;
            }[];
        };
        /** @description A list, whole. */
        Items_SessionTemplate: {
            items: {
                icon: components["schemas"]["TemplateIcon"];
                /** Format: uuid */
                id: string;
                name: string;
                /** @description May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable. */
                title: string;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_Skill: {
            items: {
                /** Format: uuid */
                id: string;
                /** @description "Language", "Product", …: how people group them. */
                kind: string;
                name: string;
                rating: components["schemas"]["RatingModel"];
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
            }[];
        };
        /** @description A list, whole. */
        Items_Token: {
            items: {
                createdAt: components["schemas"]["Time"];
                expiresAt?: components["schemas"]["Time"] | null;
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        /** @description A list, whole. */
        Items_UsableQuickReply: {
            items: {
                /** Format: uuid */
                id: string;
                locale: string;
                /** @description The caller's own, under `/api/v1/agents/me/quick-replies`. */
                personal: boolean;
                tags: string[];
                /** @description With its slugs as they are written: whoever inserts it fills them in. */
                text: string;
                title: string;
            }[];
        };
        /** @description A list, whole. */
        Items_VisitorConversation: {
            items: {
                /** @description Who answers, once someone has accepted. */
                agentName?: string | null;
                createdAt: components["schemas"]["Time"];
                /**
                 * Format: int64
                 * @description How long it usually takes, as it was when this customer came; absent where that is not known or not long.
                 */
                expectedWaitMs?: number | null;
                /** Format: uuid */
                id: string;
                /**
                 * Format: int64
                 * @description The last public message's number.
                 */
                lastNumber: number;
                /** @description Public numbers. */
                marks: components["schemas"]["ReadMarks"];
                mode: components["schemas"]["ConversationMode"];
                nextInLine?: boolean | null;
                /** @description Live chat, while it waits: 1 is served next. */
                queuePosition?: number | null;
                status: components["schemas"]["ConversationStatus"];
            }[];
        };
        /** @description A list, whole. */
        Items_Widget: {
            items: {
                /** @description Host names that may embed it; empty = any. */
                allowedDomains: string[];
                /** @description Of button and header: `#rrggbb`. */
                color: string;
                colorScheme: components["schemas"]["ColorScheme"];
                expectedWaitShown: boolean;
                greeting: string;
                /** Format: uuid */
                id: string;
                /** @description `en`, `de` or `ar`; null: the visitor's own. */
                locale?: string | null;
                logoUrl?: string | null;
                /** @description Of what the visitor writes; null: the same. */
                messageColor?: string | null;
                name: string;
                /** @description Said while it is closed; empty: the widget's own words. */
                offlineText: string;
                /** @description While it is closed, not even its button is shown. */
                onlyDuringHours: boolean;
                /**
                 * Format: uuid
                 * @description Null: always there.
                 */
                operatingHoursId?: string | null;
                position: components["schemas"]["WidgetPosition"];
                /** @description Asked before the first message. */
                preChat: components["schemas"]["PreChatQuestion"][];
                /** Format: int64 */
                proactiveShownMs: number;
                /** @description Of an invitation that the page makes; empty: the widget's own words. */
                proactiveText: string;
                queuePositionShown: boolean;
                /** @description A new message can be heard while nobody looks. */
                sound: boolean;
                /** @description Offered once the chat is over. */
                surveyUrl?: string | null;
                title: string;
                transcriptDownload: boolean;
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
                /** Format: uuid */
                workstreamId: string;
            }[];
        };
        /** @description A list, whole. */
        Items_Workstream: {
            items: {
                agentAffinity: boolean;
                allowedPresences: components["schemas"]["BasePresence"][];
                /** @description Profiles that one conversation takes a unit of. */
                capacityProfiles: string[];
                /**
                 * Format: int32
                 * @description Units of an agent's capacity that one conversation takes; 0 where profiles alone count.
                 */
                capacityUnits: number;
                channel: components["schemas"]["Channel"];
                /** Format: int64 */
                closeAfterInactivityMs?: number | null;
                distribution: components["schemas"]["DistributionMode"];
                /**
                 * Format: uuid
                 * @description Where new conversations go while no rule says otherwise.
                 */
                fallbackQueueId: string;
                /** Format: uuid */
                id: string;
                mode: components["schemas"]["ConversationMode"];
                name: string;
                notification: components["schemas"]["Notification"];
                /** @description Where there is one, it says how an offer looks, how it is answered and how long there is. */
                notificationTemplates: components["schemas"]["NotificationTemplates"];
                /** Format: int64 */
                offerTimeoutMs: number;
                pickFromPush: boolean;
                /** Format: int64 */
                reconnectWithinMs?: number | null;
                /** Format: int64 */
                reofferAfterDeclineMs: number;
                /** Format: uuid */
                sessionTemplateId?: string | null;
                skillMatching: components["schemas"]["SkillMatching"];
                /**
                 * Format: int64
                 * @description Raised with each change; the `ETag` too.
                 */
                version: number;
                wrapUpBlock: components["schemas"]["WrapUpBlock"];
            }[];
        };
        Link: {
            /** Format: uuid */
            recordId: string;
            recordType: components["schemas"]["RecordType"];
        };
        /** @description Message numbers; they only move forward. */
        Marks: {
            /** Format: int64 */
            delivered?: number;
            /** Format: int64 */
            read?: number;
        };
        Me: {
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            role: components["schemas"]["Role"];
            settings: components["schemas"]["Settings"];
            status?: components["schemas"]["AgentStatus"] | null;
        };
        Message: {
            attachments: components["schemas"]["Attachment"][];
            clientMessageId?: string | null;
            /** Format: uuid */
            conversationId: string;
            /**
             * Format: int64
             * @description 1, 2, 3, … within the conversation, without gaps.
             */
            number: number;
            /**
             * Format: int64
             * @description The same over what the customer may read; none on notes.
             */
            publicNumber?: number | null;
            sender: components["schemas"]["Sender"];
            sentAt: components["schemas"]["Time"];
            /** @description Empty for system messages, and where the files say it all. */
            text: string;
            visibility: components["schemas"]["Visibility"];
        };
        /** @description Ascending by number; `more` where the asked direction goes on. */
        MessagePage: {
            items: components["schemas"]["Message"][];
            more: boolean;
        };
        /** @description The last public message, for lists. */
        MessagePreview: {
            /**
             * Format: int32
             * @description How many files came with it.
             */
            attachments: number;
            fromCustomer: boolean;
            senderName: string;
            sentAt: components["schemas"]["Time"];
            text: string;
        };
        MessageStored: {
            /** Format: int64 */
            number: number;
            /** Format: int64 */
            publicNumber?: number | null;
            sentAt: components["schemas"]["Time"];
        };
        /** @description Open on certain days of each month: either `daysOfMonth`, or `nth` with `days` (the last Friday: -1 and Friday). */
        MonthlyOpening: {
            days?: components["schemas"]["Weekday"][];
            /** @description 1 to 31, or -1 for the last day, -2 for the one before. */
            daysOfMonth?: number[];
            from: string;
            fromDate?: string | null;
            /** @description Which of the month's weekdays named in `days`: 1 to 5, or -1 for the last. */
            nth?: number[];
            to: string;
            untilDate?: string | null;
        };
        /** @description Something by its id, with the name that it has now. */
        Named: {
            /** Format: uuid */
            id: string;
            /** @description None: it was deleted since. */
            name?: string | null;
        };
        NewAccount: {
            email?: string | null;
            name: string;
            phone?: string | null;
        };
        NewAgent: {
            attributes?: components["schemas"]["ContextVariable"][];
            capacityProfiles?: components["schemas"]["AgentCapacityProfile"][];
            /**
             * Format: int32
             * @description 100 unless said otherwise.
             */
            capacityUnits?: number | null;
            /** Format: uuid */
            defaultPresenceId?: string | null;
            /** @description Sign-in name: unique on the server. */
            email: string;
            name: string;
            /** Format: uuid */
            operatingHoursId?: string | null;
            /** @description None: they cannot sign in until one is set. */
            password?: string | null;
            role: components["schemas"]["Role"];
            skills?: components["schemas"]["SkillRating"][];
        };
        NewCapacityProfile: {
            blocksAssignment?: boolean;
            name: string;
            reset?: components["schemas"]["CapacityReset"] | null;
            /**
             * Format: int32
             * @description 0 to 100.
             */
            unitsMax: number;
        };
        NewCase: {
            customer?: components["schemas"]["CustomerRef"] | null;
            /** @description Made when absent. */
            ticketNumber?: string | null;
            title: string;
        };
        NewContact: {
            /** Format: uuid */
            accountId?: string | null;
            email?: string | null;
            name: string;
            phone?: string | null;
        };
        NewMessage: {
            /** @description Ids of files that the sender uploaded into this conversation; at most 10. */
            attachments?: string[];
            /** @description The same one again is the same message. */
            clientMessageId?: string | null;
            /** @description May be absent where there are files. */
            text?: string;
            visibility?: components["schemas"]["Visibility"] | null;
        };
        /** @description What is absent is as it is without a template. */
        NewNotificationTemplate: {
            acceptText?: string | null;
            countdownShown?: boolean | null;
            desktop?: components["schemas"]["DesktopNotification"] | null;
            /** @description At most ten. */
            fields?: components["schemas"]["TemplateField"][] | null;
            icon?: components["schemas"]["TemplateIcon"] | null;
            name: string;
            notification?: components["schemas"]["Notification"] | null;
            onTimeout?: components["schemas"]["OfferTimeout"] | null;
            rejectText?: string | null;
            /**
             * Format: int64
             * @description 10,000 to 600,000; 120,000 unless said otherwise.
             */
            timeoutMs?: number | null;
            title?: string | null;
        };
        NewOperatingHours: {
            hours: components["schemas"]["Hours"];
            name: string;
        };
        NewPersonalQuickReply: {
            /** @description `en-US` unless said otherwise. */
            locale?: string | null;
            tags?: string[] | null;
            /** @description At most 4,000 characters. */
            text: string;
            /** @description At most 100 characters. */
            title: string;
        };
        NewPresence: {
            base: components["schemas"]["BasePresence"];
            name: string;
            /** @description True unless said otherwise. */
            settable?: boolean | null;
        };
        NewQueue: {
            assignmentRules?: components["schemas"]["AssignmentRule"][] | null;
            /** @description Everyone serves it; then no members are named. */
            everyone?: boolean | null;
            members?: string[];
            method?: components["schemas"]["AssignmentMethod"] | null;
            name: string;
            /** Format: uuid */
            operatingHoursId?: string | null;
            overflowBefore?: components["schemas"]["OverflowBefore"][] | null;
            overflowWaiting?: components["schemas"]["OverflowWaiting"] | null;
            prioritizationRules?: components["schemas"]["PrioritizationRule"][] | null;
            /**
             * Format: int32
             * @description 1 is served first, and is the default.
             */
            priority?: number | null;
            /** Format: int64 */
            serviceLevelMs?: number | null;
            /** Format: int64 */
            shortAbandonMs?: number | null;
        };
        NewQuickReply: {
            /** @description `en-US` unless said otherwise. */
            locale?: string | null;
            tags?: string[] | null;
            /** @description At most 4,000 characters. */
            text: string;
            /** @description At most 100 characters, once in its locale. */
            title: string;
            workstreamIds?: string[] | null;
        };
        /** @description One more rule, and where. */
        NewRule: {
            /** @description The name of the rule that it shall stand before; none: it comes last. */
            before?: string | null;
            rule: components["schemas"]["Rule"];
        };
        NewRuleset: {
            kind: components["schemas"]["RulesetKind"];
            name: string;
            /**
             * Format: int32
             * @description 1 unless said otherwise.
             */
            position?: number | null;
            rules?: components["schemas"]["Rule"][];
            /** Format: uuid */
            workstreamId: string;
        };
        NewSessionTemplate: {
            icon?: components["schemas"]["TemplateIcon"] | null;
            name: string;
            /** @description `{customerName}` unless said otherwise. */
            title?: string | null;
        };
        NewSkill: {
            kind?: string;
            name: string;
            rating?: components["schemas"]["RatingModel"] | null;
        };
        NewToken: {
            expiresAt?: components["schemas"]["Time"] | null;
            name?: string;
        };
        NewWidget: {
            allowedDomains?: string[] | null;
            color?: string | null;
            colorScheme?: components["schemas"]["ColorScheme"] | null;
            expectedWaitShown?: boolean | null;
            greeting?: string | null;
            locale?: string | null;
            logoUrl?: string | null;
            messageColor?: string | null;
            name: string;
            offlineText?: string | null;
            onlyDuringHours?: boolean | null;
            /** Format: uuid */
            operatingHoursId?: string | null;
            position?: components["schemas"]["WidgetPosition"] | null;
            preChat?: components["schemas"]["PreChatQuestion"][] | null;
            /** Format: int64 */
            proactiveShownMs?: number | null;
            proactiveText?: string | null;
            queuePositionShown?: boolean | null;
            sound?: boolean | null;
            surveyUrl?: string | null;
            title?: string | null;
            transcriptDownload?: boolean | null;
            /** Format: uuid */
            workstreamId: string;
        };
        /** @description What is absent takes the default of its channel. */
        NewWorkstream: {
            agentAffinity?: boolean | null;
            allowedPresences?: components["schemas"]["BasePresence"][] | null;
            capacityProfiles?: string[] | null;
            /** Format: int32 */
            capacityUnits?: number | null;
            channel: components["schemas"]["Channel"];
            /** Format: int64 */
            closeAfterInactivityMs?: number | null;
            distribution?: components["schemas"]["DistributionMode"] | null;
            /** Format: uuid */
            fallbackQueueId: string;
            mode?: components["schemas"]["ConversationMode"] | null;
            name: string;
            notification?: components["schemas"]["Notification"] | null;
            notificationTemplates?: components["schemas"]["NotificationTemplatesChange"];
            /** Format: int64 */
            offerTimeoutMs?: number | null;
            pickFromPush?: boolean | null;
            /** Format: int64 */
            reconnectWithinMs?: number | null;
            /** Format: int64 */
            reofferAfterDeclineMs?: number | null;
            /** Format: uuid */
            sessionTemplateId?: string | null;
            skillMatching?: components["schemas"]["SkillMatching"] | null;
            wrapUpBlock?: components["schemas"]["WrapUpBlock"] | null;
        };
        /** @description Commands that need no more than their path take an empty object, or nothing. */
        NoBody: Record<string, never>;
        /** @enum {string} */
        Notification: "open_session" | "screen_pop_with_timeout" | "screen_pop_with_decline";
        NotificationTemplate: {
            acceptText: string;
            countdownShown: boolean;
            desktop: components["schemas"]["DesktopNotification"];
            /** @description Shown in this order; those whose value comes to nothing are left out. */
            fields: components["schemas"]["TemplateField"][];
            icon: components["schemas"]["TemplateIcon"];
            /** Format: uuid */
            id: string;
            name: string;
            /** @description How the agent answers. */
            notification: components["schemas"]["Notification"];
            onTimeout: components["schemas"]["OfferTimeout"];
            rejectText: string;
            /**
             * Format: int64
             * @description The countdown.
             */
            timeoutMs: number;
            /** @description May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable. */
            title: string;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        NotificationTemplateChange: {
            acceptText?: string | null;
            countdownShown?: boolean | null;
            desktop?: components["schemas"]["DesktopNotification"] | null;
            fields?: components["schemas"]["TemplateField"][] | null;
            icon?: components["schemas"]["TemplateIcon"] | null;
            name?: string | null;
            notification?: components["schemas"]["Notification"] | null;
            onTimeout?: components["schemas"]["OfferTimeout"] | null;
            rejectText?: string | null;
            /** Format: int64 */
            timeoutMs?: number | null;
            title?: string | null;
        };
        /** @description The templates of a workstream's offers, by their kind; none: as the workstream itself says. */
        NotificationTemplates: {
            /** Format: uuid */
            consult?: string | null;
            /**
             * Format: uuid
             * @description From a queue, of a customer who is linked to a record.
             */
            incomingAuthenticated?: string | null;
            /**
             * Format: uuid
             * @description From a queue, of somebody unknown.
             */
            incomingUnauthenticated?: string | null;
            /** Format: uuid */
            supervisorAssign?: string | null;
            /** Format: uuid */
            transfer?: string | null;
        };
        /** @description What is absent stays. */
        NotificationTemplatesChange: {
            /** Format: uuid */
            consult?: string | null;
            /** Format: uuid */
            incomingAuthenticated?: string | null;
            /** Format: uuid */
            incomingUnauthenticated?: string | null;
            /** Format: uuid */
            supervisorAssign?: string | null;
            /** Format: uuid */
            transfer?: string | null;
        };
        OfferAnswer: {
            /**
             * Format: uuid
             * @description The offer that is meant; absent = the one that is open.
             */
            sessionId?: string | null;
        };
        /**
         * @description What becomes of an offer whose countdown has passed: declined for the agent, or opened where it was shown.
         * @enum {string}
         */
        OfferTimeout: "decline" | "accept";
        OperatingHours: {
            hours: components["schemas"]["Hours"];
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        OperatingHoursChange: {
            hours?: components["schemas"]["Hours"] | null;
            name?: string | null;
        };
        Organization: {
            createdAt: components["schemas"]["Time"];
            /** Format: uuid */
            id: string;
            name: string;
            settings: components["schemas"]["Settings"];
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        OrganizationChange: {
            name?: string | null;
            settings?: components["schemas"]["SettingsChange"] | null;
        };
        Overflow: {
            /** @enum {string} */
            when: "out_of_hours";
        } | {
            /** Format: int32 */
            waiting: number;
            /** Format: int32 */
            waitingMax: number;
            /** @enum {string} */
            when: "queue_length";
        } | {
            /** Format: int64 */
            afterMs: number;
            /** Format: int64 */
            waitedMs: number;
            /** @enum {string} */
            when: "waited";
        };
        OverflowAction: {
            /** @enum {string} */
            do: "end_conversation";
        } | {
            /** @enum {string} */
            do: "transfer_to_queue";
            /** Format: uuid */
            queueId: string;
        } | {
            /** @enum {string} */
            do: "queue_anyway";
        };
        OverflowBefore: {
            action: components["schemas"]["OverflowAction"];
            condition: components["schemas"]["OverflowCondition"];
        };
        OverflowCondition: {
            /** @enum {string} */
            when: "out_of_hours";
        } | {
            /** Format: int32 */
            waitingMax: number;
            /** @enum {string} */
            when: "queue_length";
        };
        OverflowWaiting: {
            action: components["schemas"]["OverflowAction"];
            /**
             * Format: int64
             * @description 1 minute to 2 days.
             */
            afterMs: number;
        };
        /** @description All of one's own, in place of the former ones. */
        OwnSkills: {
            skills: components["schemas"]["SkillRating"][];
        };
        /** @description Who took part in a session. */
        Participant: {
            /** @description Assigned or invited. */
            addedAt: components["schemas"]["Time"];
            /** Format: uuid */
            agentId: string;
            assignReason?: string | null;
            /** Format: uuid */
            id: string;
            joinedAt?: components["schemas"]["Time"] | null;
            leftAt?: components["schemas"]["Time"] | null;
            leftReason?: components["schemas"]["ClosureReason"] | null;
            mode: components["schemas"]["ParticipantMode"];
            /** @description The customer hears them. */
            public: boolean;
            /** Format: uuid */
            sessionId: string;
        };
        /** @enum {string} */
        ParticipantMode: "primary" | "consult" | "monitor";
        /** @description A piece of a text with what was looked for in it. */
        Passage: {
            at: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description None: the conversation's title or its customer's name.
             */
            messageNumber?: number | null;
            /** @description One after another the passage, with `…` where it was cut. */
            parts: components["schemas"]["PassagePart"][];
            sender?: components["schemas"]["Sender"] | null;
        };
        PassagePart: {
            /** @description To be marked. */
            found: boolean;
            text: string;
        };
        PassedOver: {
            agents: components["schemas"]["Named"][];
            reason: components["schemas"]["PassedOverReason"];
        };
        PassedOverQueue: {
            condition: components["schemas"]["OverflowCondition"];
            queue: components["schemas"]["Named"];
        };
        /**
         * @description The first thing that stood against an agent.
         * @enum {string}
         */
        PassedOverReason: "deactivated" | "not_connected" | "presence" | "hours" | "skill" | "condition" | "units" | "no_profile" | "profile_full" | "blocked" | "declined" | "declined_recently";
        /** @description A quick reply of one's own. */
        PersonalQuickReply: {
            /** Format: uuid */
            id: string;
            locale: string;
            tags: string[];
            /** @description May name slugs. */
            text: string;
            title: string;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        PersonalQuickReplyChange: {
            locale?: string | null;
            tags?: string[] | null;
            text?: string | null;
            title?: string | null;
        };
        /** @description By a number or time of the conversation. */
        PlaceOrder: {
            descending?: boolean;
            field: string;
        };
        /** @description A question of the widget as it was asked, and what the customer said to it. */
        PreChatAnswer: {
            answer: string;
            /** @description The context variable's. */
            name: string;
            question: string;
        };
        /** @description One question before the chat. Its answer becomes the context variable of its name. */
        PreChatQuestion: {
            kind?: components["schemas"]["QuestionKind"];
            /** @description What is agreed to; of `consent` alone. */
            link?: string | null;
            name: string;
            /** @description What there is to choose from; of `options` alone. */
            options?: string[];
            required?: boolean;
            text: string;
        };
        Presence: {
            base: components["schemas"]["BasePresence"];
            /** Format: uuid */
            id: string;
            /** @description The one that automatic moves to this base state use. */
            isDefault: boolean;
            name: string;
            /** @description Agents may choose it. */
            settable: boolean;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        PresenceChange: {
            /** @description True: it takes the place of the former default of its base state. */
            isDefault?: boolean | null;
            name?: string | null;
            settable?: boolean | null;
        };
        PresenceChoice: {
            /** Format: uuid */
            presenceId: string;
        };
        /**
         * @description Who set a presence.
         * @enum {string}
         */
        PresenceSource: "automatic" | "agent" | "system";
        PrioritizationRule: {
            name: string;
            order?: components["schemas"]["PlaceOrder"] | null;
            when: string;
        };
        /** @enum {string} */
        Priority: "low" | "normal" | "high";
        /** @description The same shape, for the API's description. */
        Problem: {
            /** @description Stable, snake_case: what programs look at. */
            code: string;
            correlationId: string;
            /** @description For people. */
            detail: string;
            errors?: components["schemas"]["FieldError"][] | null;
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        /**
         * @description How a question before a chat is answered; a consent with `true`.
         * @enum {string}
         */
        QuestionKind: "single_line" | "multiple_lines" | "options" | "consent";
        Queue: {
            /** @description For the method `custom`: tried in order, each from its waiting time on. */
            assignmentRules: components["schemas"]["AssignmentRule"][];
            /** @description Everyone serves it: who comes belongs to it at once, who is deactivated does not. */
            everyone: boolean;
            /** Format: uuid */
            id: string;
            /** @description In the order in which they joined. Of a queue of everyone: whoever is active. */
            members: string[];
            method: components["schemas"]["AssignmentMethod"];
            name: string;
            /**
             * Format: uuid
             * @description None = always open.
             */
            operatingHoursId?: string | null;
            /** @description Before a conversation enters; out of hours is looked at first. */
            overflowBefore: components["schemas"]["OverflowBefore"][];
            overflowWaiting?: components["schemas"]["OverflowWaiting"] | null;
            /** @description Which of those who wait comes first: the first rule that holds decides; the rest come last. */
            prioritizationRules: components["schemas"]["PrioritizationRule"][];
            /**
             * Format: int32
             * @description 1 is served first.
             */
            priority: number;
            /**
             * Format: int64
             * @description Answered within this counts as in time.
             */
            serviceLevelMs: number;
            /**
             * Format: int64
             * @description Left sooner than this does not count as abandoned.
             */
            shortAbandonMs: number;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        QueueChange: {
            assignmentRules?: components["schemas"]["AssignmentRule"][] | null;
            /** @description Everyone serves it. Where that ends, its members stay until others are named. */
            everyone?: boolean | null;
            method?: components["schemas"]["AssignmentMethod"] | null;
            name?: string | null;
            /** Format: uuid */
            operatingHoursId?: string | null;
            overflowBefore?: components["schemas"]["OverflowBefore"][] | null;
            overflowWaiting?: components["schemas"]["OverflowWaiting"] | null;
            prioritizationRules?: components["schemas"]["PrioritizationRule"][] | null;
            /** Format: int32 */
            priority?: number | null;
            /** Format: int64 */
            serviceLevelMs?: number | null;
            /** Format: int64 */
            shortAbandonMs?: number | null;
        };
        /** @description All of them: who is not named leaves. */
        QueueMembers: {
            members: string[];
        };
        /** @description A stay in a queue. Times in milliseconds. */
        QueueSegment: {
            /** @description The customer left before anybody accepted. */
            abandoned: boolean;
            agent?: components["schemas"]["Named"] | null;
            agentAcceptedAt?: components["schemas"]["Time"] | null;
            agentAssignedAt?: components["schemas"]["Time"] | null;
            closedAt?: components["schemas"]["Time"] | null;
            closureReason?: components["schemas"]["SegmentClosure"] | null;
            creationReason: components["schemas"]["SegmentCreation"];
            /** Format: int32 */
            declines: number;
            endedAt?: components["schemas"]["Time"] | null;
            /** Format: int64 */
            firstWaitMs?: number | null;
            /** Format: int32 */
            number: number;
            queue: components["schemas"]["Named"];
            sessionClosure?: components["schemas"]["ClosureReason"] | null;
            sourceQueue?: components["schemas"]["Named"] | null;
            startedAt: components["schemas"]["Time"];
            /** Format: int64 */
            talkMs: number;
            targetQueue?: components["schemas"]["Named"] | null;
            /** Format: int64 */
            wrapUpMs: number;
        };
        QueueShare: {
            /** Format: int32 */
            percent: number;
            /** Format: uuid */
            queueId: string;
        };
        QueuedBecause: {
            /** @enum {string} */
            because: "rule";
            /** Format: int32 */
            draw?: number | null;
            rule: string;
            ruleset: string;
        } | {
            /** @enum {string} */
            because: "classification";
        } | {
            /** @enum {string} */
            because: "named";
        } | {
            /** @enum {string} */
            because: "fallback";
        } | {
            /** @enum {string} */
            because: "opens_first";
            opensAt?: components["schemas"]["Time"] | null;
        } | {
            /** @enum {string} */
            because: "overflow";
            fromQueue: components["schemas"]["Named"];
        } | {
            /** @enum {string} */
            because: "transferred";
            by: components["schemas"]["Named"];
        } | {
            /** @enum {string} */
            because: "released";
            by: components["schemas"]["Named"];
        } | {
            /** @enum {string} */
            because: "returned";
        } | {
            /** @enum {string} */
            because: "customer_wrote";
        };
        /** @description A quick reply that the organisation shares. */
        QuickReply: {
            /** Format: uuid */
            id: string;
            /** @description A language tag, such as `en-US`. */
            locale: string;
            tags: string[];
            /** @description May name slugs: `{FullName{Customer}}`, `{FirstName{Agent}}`, `{OCContext.key}`. */
            text: string;
            title: string;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
            /** @description Empty: for all workstreams. */
            workstreamIds: string[];
        };
        QuickReplyChange: {
            locale?: string | null;
            tags?: string[] | null;
            text?: string | null;
            title?: string | null;
            workstreamIds?: string[] | null;
        };
        /** @description A scale; a higher rating is more proficient. */
        RatingModel: {
            /** Format: int32 */
            maximum: number;
            /** Format: int32 */
            minimum: number;
        };
        /** @description How far each side has got, as message numbers; 0 = nothing. */
        ReadMarks: {
            /** Format: int64 */
            agentDelivered: number;
            /** Format: int64 */
            agentRead: number;
            /** Format: int64 */
            customerDelivered: number;
            /** Format: int64 */
            customerRead: number;
        };
        /** @enum {string} */
        RecordType: "contact" | "account" | "incident";
        /** @enum {string} */
        Role: "agent" | "supervisor" | "administrator";
        RoutingDecision: components["schemas"]["RoutingStep"] & {
            at: components["schemas"]["Time"];
            /**
             * Format: int32
             * @description 1, 2, 3, … within the conversation.
             */
            number: number;
            /** @description What was decided and why, in plain words. */
            sentence: string;
        };
        RoutingField: {
            /** @description The words of a choice. */
            choices?: string[];
            name: string;
            /** @description `text`, `number`, `boolean`, `time`, `choice`, or `open`: read as what it is compared with. */
            type: string;
        };
        /** @description What rules of a kind may name. */
        RoutingFields: {
            fields: components["schemas"]["RoutingField"][];
            /** @description Namespaces in which every name is a field: `context.anything`. */
            namespaces: components["schemas"]["RoutingField"][];
        };
        RoutingOfConversation: {
            /** @description As they were made, the first one first. */
            decisions: components["schemas"]["RoutingDecision"][];
            segments: components["schemas"]["QueueSegment"][];
            waiting?: components["schemas"]["WaitingNow"] | null;
        };
        RoutingStep: {
            fired: components["schemas"]["FiredRule"][];
            /** @enum {string} */
            kind: "classified";
            saw: components["schemas"]["ContextVariable"][];
        } | {
            /** @enum {string} */
            kind: "queued";
            /** @description Queues that were looked at before. */
            passedOver: components["schemas"]["PassedOverQueue"][];
            queue: components["schemas"]["Named"];
            saw: components["schemas"]["ContextVariable"][];
            why: components["schemas"]["QueuedBecause"];
        } | {
            action: components["schemas"]["OverflowAction"];
            condition: components["schemas"]["Overflow"];
            /** @enum {string} */
            kind: "overflowed";
            queue: components["schemas"]["Named"];
        } | {
            agent: components["schemas"]["Named"];
            because: components["schemas"]["AssignedBecause"];
            considered: components["schemas"]["Considered"];
            demand: components["schemas"]["Demand"];
            /** @enum {string} */
            kind: "assigned";
            method: components["schemas"]["AssignmentMethod"];
            queue: components["schemas"]["Named"];
            /** @description The assignment rule, where the method is custom. */
            rule?: string | null;
        } | {
            considered: components["schemas"]["Considered"];
            demand: components["schemas"]["Demand"];
            /** @enum {string} */
            kind: "waits";
            queue: components["schemas"]["Named"];
        };
        /** @description A conversation as it might begin. */
        RoutingToTry: {
            /** @description Context variables by name. */
            context?: {
                [key: string]: string;
            };
            /**
             * Format: uuid
             * @description Where rules share among queues its id draws the lot; a fresh one unless said otherwise.
             */
            conversationId?: string | null;
            customerName?: string;
            /** @description Of linked records and the visitor, by the field's name: `customer.account.name`, `visitor.device`. */
            facts?: {
                [key: string]: string;
            };
            locale?: string | null;
            priority?: components["schemas"]["Priority"] | null;
            title?: string;
            /** Format: uuid */
            widgetId?: string | null;
            /** Format: uuid */
            workstreamId: string;
        };
        Rule: {
            /** @description Unique within its ruleset. */
            name: string;
            /** @description In classification: what it says of the conversation, at most five. */
            outputs?: components["schemas"]["Classification"][] | null;
            /** @description In route-to-queue: one to five queues whose percentages sum to 100. */
            queues?: components["schemas"]["QueueShare"][] | null;
            /** @description `context.tier == "gold" && !has(case.title)`; `true` holds always. */
            when: string;
        };
        /**
         * @description Which rules ask; it decides what they may name.
         * @enum {string}
         */
        RuleKind: "classification" | "route_to_queue" | "prioritization" | "assignment";
        RulePage: {
            items: components["schemas"]["Rule"][];
            /** @description All that there are. */
            total: number;
        };
        Ruleset: components["schemas"]["RulesetSummary"] & {
            /** @description In order: the first that holds fires. */
            rules: components["schemas"]["Rule"][];
        };
        RulesetChange: {
            name?: string | null;
            /** Format: int32 */
            position?: number | null;
            /** @description All of them, in place of the former ones. */
            rules?: components["schemas"]["Rule"][] | null;
        };
        /**
         * @description What rules of a ruleset do.
         * @enum {string}
         */
        RulesetKind: "classification" | "route_to_queue";
        RulesetSummary: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RulesetKind"];
            name: string;
            /**
             * Format: int32
             * @description 1 runs first; among equals the name decides. Route-to-queue runs last.
             */
            position: number;
            ruleCount: number;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
            /** Format: uuid */
            workstreamId: string;
        };
        /**
         * @description How a stay in a queue ended.
         * @enum {string}
         */
        SegmentClosure: "end_conversation" | "transfer_out" | "overflow_queue_transfer" | "overflow_end_conversation" | "waiting";
        /**
         * @description How a stay in a queue began.
         * @enum {string}
         */
        SegmentCreation: "direct_queue_entry" | "transfer_in" | "overflow" | "customer_returned" | "reopened";
        Sender: {
            /** @enum {string} */
            kind: "customer";
            name: string;
            /** Format: uuid */
            visitorId?: string | null;
        } | {
            /** Format: uuid */
            agentId: string;
            /** @enum {string} */
            kind: "agent";
            name: string;
        } | {
            event: components["schemas"]["SystemMessage"];
            /** @enum {string} */
            kind: "system";
        };
        /** @description One search for an agent and what came of it. */
        Session: {
            agentAcceptedAt?: components["schemas"]["Time"] | null;
            agentAssignedAt?: components["schemas"]["Time"] | null;
            /** Format: uuid */
            agentId?: string | null;
            closedAt?: components["schemas"]["Time"] | null;
            closureReason?: components["schemas"]["ClosureReason"] | null;
            /** Format: uuid */
            conversationId: string;
            createdAt: components["schemas"]["Time"];
            /** Format: uuid */
            id: string;
            offerDisplayedAt?: components["schemas"]["Time"] | null;
            offerExpiresAt?: components["schemas"]["Time"] | null;
            queueAssignedAt?: components["schemas"]["Time"] | null;
            /** Format: uuid */
            queueId?: string | null;
            status: components["schemas"]["SessionStatus"];
        };
        /** @enum {string} */
        SessionStatus: "open" | "completed" | "cancelled";
        SessionTemplate: {
            icon: components["schemas"]["TemplateIcon"];
            /** Format: uuid */
            id: string;
            name: string;
            /** @description May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable. */
            title: string;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        SessionTemplateChange: {
            icon?: components["schemas"]["TemplateIcon"] | null;
            name?: string | null;
            title?: string | null;
        };
        SetUp: {
            email: string;
            name: string;
            organizationName: string;
            password: string;
            /** @description From the link that the server printed. */
            token: string;
        };
        /** @description Who changed what. */
        SetUpChange: {
            after?: components["schemas"]["SetUpPiece"] | null;
            at: components["schemas"]["Time"];
            before?: components["schemas"]["SetUpPiece"] | null;
            by?: components["schemas"]["Named"] | null;
            /** Format: uuid */
            id: string;
            name: string;
            noun: components["schemas"]["SetUpNoun"];
            /**
             * Format: int64
             * @description 1, 2, 3, … within the organisation.
             */
            number: number;
        };
        SetUpChangePage: {
            /** @description Newest first. */
            items: components["schemas"]["SetUpChange"][];
            /**
             * Format: int64
             * @description For the next page; none on the last.
             */
            nextBefore?: number | null;
        };
        SetUpNeeded: {
            /** @description True until there is a first administrator. */
            needed: boolean;
        };
        /**
         * @description A kind of piece of the set-up.
         * @enum {string}
         */
        SetUpNoun: "organization" | "presence" | "skill" | "capacity_profile" | "operating_hours" | "agent" | "queue" | "session_template" | "notification_template" | "workstream" | "ruleset" | "widget" | "quick_reply";
        /** @description One noun of the set-up, as its own address shows it. */
        SetUpPiece: components["schemas"]["Organization"] | components["schemas"]["Agent"] | components["schemas"]["Queue"] | components["schemas"]["Workstream"] | components["schemas"]["Presence"] | components["schemas"]["Widget"] | components["schemas"]["Skill"] | components["schemas"]["CapacityProfile"] | components["schemas"]["OperatingHours"] | components["schemas"]["Ruleset"] | components["schemas"]["NotificationTemplate"] | components["schemas"]["SessionTemplate"] | components["schemas"]["QuickReply"];
        Settings: {
            /** @description Agents may change their own skills. */
            agentsEditSkills: boolean;
            attachments: components["schemas"]["AttachmentRules"];
            /**
             * Format: int32
             * @description Offers of the same item that one agent may decline or miss, 1 to 5.
             */
            declinesAllowed: number;
            /** Format: int32 */
            decliningAgentsMax: number;
            doNotDisturbAfterReject: boolean;
            /** @description Origins whose pages may be framed in the workspace and call `Microsoft.Omnichannel`. */
            framedOrigins: string[];
            inactiveAfterMissedOffer: boolean;
            /** Format: int32 */
            messageCharactersMax: number;
            /** Format: int32 */
            sessionsMax: number;
            /** @description What supervisors may do with other people's conversations. */
            supervisors: components["schemas"]["SupervisorRights"];
            /** @description Where the day ends: an IANA name such as `Europe/Berlin`. */
            timeZone: string;
            timers: components["schemas"]["Timers"];
        };
        SettingsChange: {
            agentsEditSkills?: boolean | null;
            attachments?: components["schemas"]["AttachmentRulesChange"] | null;
            /** Format: int32 */
            declinesAllowed?: number | null;
            /** Format: int32 */
            decliningAgentsMax?: number | null;
            doNotDisturbAfterReject?: boolean | null;
            framedOrigins?: string[] | null;
            inactiveAfterMissedOffer?: boolean | null;
            /** Format: int32 */
            messageCharactersMax?: number | null;
            /** Format: int32 */
            sessionsMax?: number | null;
            supervisors?: components["schemas"]["SupervisorRightsChange"] | null;
            timeZone?: string | null;
            timers?: components["schemas"]["TimersChange"] | null;
        };
        SignIn: {
            email: string;
            password: string;
        };
        Skill: {
            /** Format: uuid */
            id: string;
            /** @description "Language", "Product", …: how people group them. */
            kind: string;
            name: string;
            rating: components["schemas"]["RatingModel"];
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
        };
        SkillChange: {
            kind?: string | null;
            name?: string | null;
            rating?: components["schemas"]["RatingModel"] | null;
        };
        /**
         * @description How strictly required skills are taken: each of them, the nearest agent, or not at all.
         * @enum {string}
         */
        SkillMatching: "exact" | "closest" | "ignored";
        /** @description A skill and how much of it: an agent's rating, or the least a conversation asks for. */
        SkillRating: {
            /** Format: int32 */
            proficiency: number;
            /** Format: uuid */
            skillId: string;
        };
        Span: {
            from: string;
            to: string;
        };
        /** @enum {string} */
        StatusReason: "awaiting_agent_assignment" | "awaiting_agent_acceptance" | "in_conversation" | "awaiting_customer_response" | "agent_moved_to_wrap_up" | "customer_disconnected_or_left_active" | "customer_moved_to_wrap_up" | "ended_by_agent" | "auto_closed_from_waiting" | "auto_closed_by_system" | "customer_disconnected_or_left_open" | "closed_due_to_failure" | "force_closed_by_supervisor" | "assigned_by_supervisor" | "closed_due_to_overflow";
        /** @description Each a switch of the organisation. */
        SupervisorRights: {
            assign: boolean;
            forceClose: boolean;
            monitor: boolean;
            transfer: boolean;
        };
        SupervisorRightsChange: {
            assign?: boolean | null;
            forceClose?: boolean | null;
            monitor?: boolean | null;
            transfer?: boolean | null;
        };
        /**
         * @description What a system message tells.
         * @enum {string}
         */
        SystemMessage: "agent_accepted" | "agent_ended" | "agent_disconnected" | "customer_ended" | "customer_disconnected" | "transfer_to_queue" | "transfer_to_agent" | "session_closed" | "conversation_closed" | "consult_initiated" | "consult_accepted" | "consult_rejected" | "consult_timed_out" | "consult_session_closed" | "agent_joined" | "agent_left";
        /** @description A header and what stands behind it. */
        TemplateField: {
            header: string;
            /** @description May name slugs. */
            value: string;
        };
        /**
         * @description What stands before an offer or a session.
         * @enum {string}
         */
        TemplateIcon: "channel" | "chat" | "person" | "people" | "alert" | "star";
        /** Format: date-time */
        Time: string;
        /** @description Every clock in a conversation's life, in milliseconds; null = never. */
        Timers: {
            /** Format: int64 */
            agentDisconnectedMs: number;
            /** Format: int64 */
            asynchronousActiveCloseMs?: number | null;
            /** Format: int64 */
            asynchronousOpenCloseMs?: number | null;
            /** Format: int64 */
            asynchronousWrapUpCloseMs?: number | null;
            /** Format: int64 */
            autoCloseScanMs: number;
            /** Format: int64 */
            browserRestoreMs: number;
            /** Format: int64 */
            liveChatActiveCloseMs?: number | null;
            /** Format: int64 */
            liveChatCustomerDisconnectedMs: number;
            /** Format: int64 */
            liveChatOpenCloseMs?: number | null;
            /** Format: int64 */
            liveChatWrapUpCloseMs?: number | null;
            /** Format: int64 */
            undisplayedOfferRerouteMs: number;
        };
        TimersChange: {
            /** Format: int64 */
            agentDisconnectedMs?: number | null;
            /** Format: int64 */
            asynchronousActiveCloseMs?: number | null;
            /** Format: int64 */
            asynchronousOpenCloseMs?: number | null;
            /** Format: int64 */
            asynchronousWrapUpCloseMs?: number | null;
            /** Format: int64 */
            autoCloseScanMs?: number | null;
            /** Format: int64 */
            browserRestoreMs?: number | null;
            /** Format: int64 */
            liveChatActiveCloseMs?: number | null;
            /** Format: int64 */
            liveChatCustomerDisconnectedMs?: number | null;
            /** Format: int64 */
            liveChatOpenCloseMs?: number | null;
            /** Format: int64 */
            liveChatWrapUpCloseMs?: number | null;
            /** Format: int64 */
            undisplayedOfferRerouteMs?: number | null;
        };
        Token: {
            createdAt: components["schemas"]["Time"];
            expiresAt?: components["schemas"]["Time"] | null;
            /** Format: uuid */
            id: string;
            name: string;
        };
        TokenCreated: {
            expiresAt?: components["schemas"]["Time"] | null;
            /** Format: uuid */
            id: string;
            /** @description Shown this once. */
            token: string;
        };
        /** @description Exactly one of the two. */
        Transfer: {
            /** Format: uuid */
            agentId?: string | null;
            /** Format: uuid */
            queueId?: string | null;
        };
        /** @description What rules and queues would decide of it. */
        TriedRouting: {
            /** @description Beside those of the workstream. */
            capacityProfiles: components["schemas"]["Named"][];
            /** @description With what rules would set. */
            context: components["schemas"]["ContextVariable"][];
            /** @description As they would be made, the first one first. */
            decisions: components["schemas"]["RoutingDecision"][];
            priority: components["schemas"]["Priority"];
            queue?: components["schemas"]["Named"] | null;
            skills: components["schemas"]["DemandedSkill"][];
        };
        /** @description A quick reply that an agent may use, shared or their own. */
        UsableQuickReply: {
            /** Format: uuid */
            id: string;
            locale: string;
            /** @description The caller's own, under `/api/v1/agents/me/quick-replies`. */
            personal: boolean;
            tags: string[];
            /** @description With its slugs as they are written: whoever inserts it fills them in. */
            text: string;
            title: string;
        };
        /** @enum {string} */
        Visibility: "public" | "internal";
        VisitorConversation: {
            /** @description Who answers, once someone has accepted. */
            agentName?: string | null;
            createdAt: components["schemas"]["Time"];
            /**
             * Format: int64
             * @description How long it usually takes, as it was when this customer came; absent where that is not known or not long.
             */
            expectedWaitMs?: number | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description The last public message's number.
             */
            lastNumber: number;
            /** @description Public numbers. */
            marks: components["schemas"]["ReadMarks"];
            mode: components["schemas"]["ConversationMode"];
            nextInLine?: boolean | null;
            /** @description Live chat, while it waits: 1 is served next. */
            queuePosition?: number | null;
            status: components["schemas"]["ConversationStatus"];
        };
        VisitorMessage: {
            attachments?: components["schemas"]["Attachment"][];
            /** @description The customer's own key. */
            clientMessageId?: string | null;
            event?: components["schemas"]["SystemMessage"] | null;
            from: components["schemas"]["VisitorMessageFrom"];
            name?: string | null;
            /**
             * Format: int64
             * @description 1, 2, 3, … without gaps.
             */
            number: number;
            sentAt: components["schemas"]["Time"];
            text: string;
        };
        /** @enum {string} */
        VisitorMessageFrom: "customer" | "agent" | "system";
        VisitorMessagePage: {
            items: components["schemas"]["VisitorMessage"][];
            more: boolean;
        };
        VisitorMessageStored: {
            /** Format: int64 */
            number: number;
            sentAt: components["schemas"]["Time"];
        };
        VisitorNewMessage: {
            /** @description Ids of files that this visitor uploaded into this conversation; at most 10. */
            attachments?: string[];
            clientMessageId?: string | null;
            /** @description May be absent where there are files. */
            text?: string;
        };
        VisitorStart: {
            clientMessageId?: string | null;
            context?: {
                [key: string]: string;
            };
            email?: string | null;
            locale?: string | null;
            name?: string | null;
            phone?: string | null;
            /** @description Answers to the widget's questions, by the questions' names. */
            preChat?: {
                [key: string]: string;
            };
            /** @description The first message, in the same commit. */
            text?: string | null;
            /** @description The first words of the first message when absent. */
            title?: string | null;
            /** Format: uuid */
            widgetId: string;
        };
        VisitorStarted: {
            conversation: components["schemas"]["VisitorConversation"];
            /** Format: uuid */
            conversationId: string;
            expiresAt?: components["schemas"]["Time"] | null;
            /** @description Absent when the request brought one. */
            token?: string | null;
            /** Format: uuid */
            visitorId: string;
        };
        /** @description What a page may know of a widget. */
        VisitorWidget: {
            color: string;
            colorScheme: components["schemas"]["ColorScheme"];
            expectedWaitShown: boolean;
            files?: components["schemas"]["FileLimits"] | null;
            greeting: string;
            hours?: components["schemas"]["WidgetHours"] | null;
            /** Format: uuid */
            id: string;
            locale?: string | null;
            logoUrl?: string | null;
            /**
             * Format: int32
             * @description The most characters that a message may have.
             */
            messageCharactersMax: number;
            messageColor?: string | null;
            mode: components["schemas"]["ConversationMode"];
            position: components["schemas"]["WidgetPosition"];
            preChat: components["schemas"]["PreChatQuestion"][];
            /** Format: int64 */
            proactiveShownMs: number;
            proactiveText: string;
            queuePositionShown: boolean;
            sound: boolean;
            surveyUrl?: string | null;
            title: string;
            transcriptDownload: boolean;
        };
        WaitingNow: {
            considered: components["schemas"]["Considered"];
            demand: components["schemas"]["Demand"];
            /** @description Whether an agent is looked for. Otherwise it waits to be picked. */
            isPushed: boolean;
            /**
             * Format: int32
             * @description Its turn in the queue: 1 is served first.
             */
            position: number;
            queue: components["schemas"]["Named"];
            /** @description In plain words. */
            sentence: string;
        };
        /** @enum {string} */
        Weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /** @description Open on certain weekdays, every week or every few weeks. */
        WeeklyOpening: {
            /** @description A date (`YYYY-MM-DD`) in a week that counts, where `everyWeeks` is over 1 and there is no `fromDate`. */
            anchorDate?: string | null;
            /** @description The days on which it begins. */
            days: components["schemas"]["Weekday"][];
            /**
             * Format: int32
             * @description 1, the default: every week. 2: every second week, and so on. Weeks begin on Monday.
             */
            everyWeeks?: number | null;
            /** @description `HH:MM`, 00:00 to 23:59. */
            from: string;
            /** @description The first date on which it may begin. */
            fromDate?: string | null;
            /** @description `HH:MM`, 00:01 to 24:00; at or before `from` it lies on the next day. */
            to: string;
            /** @description The last date on which it may begin. */
            untilDate?: string | null;
        };
        Widget: {
            /** @description Host names that may embed it; empty = any. */
            allowedDomains: string[];
            /** @description Of button and header: `#rrggbb`. */
            color: string;
            colorScheme: components["schemas"]["ColorScheme"];
            expectedWaitShown: boolean;
            greeting: string;
            /** Format: uuid */
            id: string;
            /** @description `en`, `de` or `ar`; null: the visitor's own. */
            locale?: string | null;
            logoUrl?: string | null;
            /** @description Of what the visitor writes; null: the same. */
            messageColor?: string | null;
            name: string;
            /** @description Said while it is closed; empty: the widget's own words. */
            offlineText: string;
            /** @description While it is closed, not even its button is shown. */
            onlyDuringHours: boolean;
            /**
             * Format: uuid
             * @description Null: always there.
             */
            operatingHoursId?: string | null;
            position: components["schemas"]["WidgetPosition"];
            /** @description Asked before the first message. */
            preChat: components["schemas"]["PreChatQuestion"][];
            /** Format: int64 */
            proactiveShownMs: number;
            /** @description Of an invitation that the page makes; empty: the widget's own words. */
            proactiveText: string;
            queuePositionShown: boolean;
            /** @description A new message can be heard while nobody looks. */
            sound: boolean;
            /** @description Offered once the chat is over. */
            surveyUrl?: string | null;
            title: string;
            transcriptDownload: boolean;
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
            /** Format: uuid */
            workstreamId: string;
        };
        WidgetChange: {
            allowedDomains?: string[] | null;
            color?: string | null;
            colorScheme?: components["schemas"]["ColorScheme"] | null;
            expectedWaitShown?: boolean | null;
            greeting?: string | null;
            locale?: string | null;
            logoUrl?: string | null;
            messageColor?: string | null;
            name?: string | null;
            offlineText?: string | null;
            onlyDuringHours?: boolean | null;
            /** Format: uuid */
            operatingHoursId?: string | null;
            position?: components["schemas"]["WidgetPosition"] | null;
            preChat?: components["schemas"]["PreChatQuestion"][] | null;
            /** Format: int64 */
            proactiveShownMs?: number | null;
            proactiveText?: string | null;
            queuePositionShown?: boolean | null;
            sound?: boolean | null;
            surveyUrl?: string | null;
            title?: string | null;
            transcriptDownload?: boolean | null;
            /** Format: uuid */
            workstreamId?: string | null;
        };
        WidgetHours: {
            changesAt?: components["schemas"]["Time"] | null;
            isOpen: boolean;
            offlineText: string;
            /** @description While it is closed, not even the button is shown. */
            onlyDuringHours: boolean;
        };
        /**
         * @description The lower corner of the page that a widget is in.
         * @enum {string}
         */
        WidgetPosition: "right" | "left";
        Workstream: {
            agentAffinity: boolean;
            allowedPresences: components["schemas"]["BasePresence"][];
            /** @description Profiles that one conversation takes a unit of. */
            capacityProfiles: string[];
            /**
             * Format: int32
             * @description Units of an agent's capacity that one conversation takes; 0 where profiles alone count.
             */
            capacityUnits: number;
            channel: components["schemas"]["Channel"];
            /** Format: int64 */
            closeAfterInactivityMs?: number | null;
            distribution: components["schemas"]["DistributionMode"];
            /**
             * Format: uuid
             * @description Where new conversations go while no rule says otherwise.
             */
            fallbackQueueId: string;
            /** Format: uuid */
            id: string;
            mode: components["schemas"]["ConversationMode"];
            name: string;
            notification: components["schemas"]["Notification"];
            /** @description Where there is one, it says how an offer looks, how it is answered and how long there is. */
            notificationTemplates: components["schemas"]["NotificationTemplates"];
            /** Format: int64 */
            offerTimeoutMs: number;
            pickFromPush: boolean;
            /** Format: int64 */
            reconnectWithinMs?: number | null;
            /** Format: int64 */
            reofferAfterDeclineMs: number;
            /** Format: uuid */
            sessionTemplateId?: string | null;
            skillMatching: components["schemas"]["SkillMatching"];
            /**
             * Format: int64
             * @description Raised with each change; the `ETag` too.
             */
            version: number;
            wrapUpBlock: components["schemas"]["WrapUpBlock"];
        };
        WorkstreamChange: {
            agentAffinity?: boolean | null;
            allowedPresences?: components["schemas"]["BasePresence"][] | null;
            capacityProfiles?: string[] | null;
            /** Format: int32 */
            capacityUnits?: number | null;
            /** Format: int64 */
            closeAfterInactivityMs?: number | null;
            /** Format: uuid */
            fallbackQueueId?: string | null;
            name?: string | null;
            notification?: components["schemas"]["Notification"] | null;
            notificationTemplates?: components["schemas"]["NotificationTemplatesChange"];
            /** Format: int64 */
            offerTimeoutMs?: number | null;
            pickFromPush?: boolean | null;
            /** Format: int64 */
            reconnectWithinMs?: number | null;
            /** Format: int64 */
            reofferAfterDeclineMs?: number | null;
            /** Format: uuid */
            sessionTemplateId?: string | null;
            skillMatching?: components["schemas"]["SkillMatching"] | null;
            wrapUpBlock?: components["schemas"]["WrapUpBlock"] | null;
        };
        WorkstreamCopy: {
            /** @description Of the new one. */
            name: string;
        };
        /** @description How long wrap-up keeps the agent's capacity. */
        WrapUpBlock: "always" | "never" | {
            /** @description 30,000 to 3,600,000. */
            for: {
                /** Format: int64 */
                milliseconds: number;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccounts: {
        parameters: {
            query?: {
                /** @description A piece of a name, e-mail, phone, title or ticket number; absent = the newest. */
                search?: string;
                /** @description 1 to 200; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Account"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchAccountsByAccountId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_AgentItem"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAgents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentItem"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgentsMePresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentStatus"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAgentsMePresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentStatus"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgentsMeQuickReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_PersonalQuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAgentsMeQuickReplies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonalQuickReply"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalQuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAgentsMeQuickRepliesByQuickReplyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quickReplyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchAgentsMeQuickRepliesByQuickReplyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quickReplyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalQuickReplyChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalQuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAgentsMeSkills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSkills"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentItem"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgentsByAgentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentItem"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchAgentsByAgentId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentItem"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgentsByAgentIdConversations: {
        parameters: {
            query?: {
                /** @description Logical names, comma-separated, besides the default five */
                attributes?: string;
                /** @description 1 Open, 2 Active, 3 Waiting, 4 Closed, 5 Wrap-up; comma-separated */
                status?: string;
                /** @description As in `createdon desc,msdyn_title`; newest first when absent */
                orderBy?: string;
                /** @description Created in the last N × 24 hours */
                createdBeforeDays?: number;
                /** @description ISO 8601, inclusive */
                createdAfter?: string;
                /** @description ISO 8601, exclusive */
                createdBefore?: string;
                /** @description At most so many */
                top?: number;
                /** @description `nextToken` of the page before */
                skipToken?: string;
            };
            header?: never;
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetConversationsAnswer"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAgentsByAgentIdPresence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentStatus"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAgentsByAgentIdQueues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentQueues"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentQueues"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description 1 to 200; 50 unless said otherwise. */
                limit?: number;
                /** @description Only changes with numbers below this. */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpChangePage"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCapacityProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_CapacityProfile"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCapacityProfiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCapacityProfile"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityProfile"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCapacityProfilesByCapacityProfileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capacityProfileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityProfile"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCapacityProfilesByCapacityProfileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capacityProfileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchCapacityProfilesByCapacityProfileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capacityProfileId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CapacityProfileChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityProfile"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCases: {
        parameters: {
            query?: {
                /** @description A piece of a name, e-mail, phone, title or ticket number; absent = the newest. */
                search?: string;
                /** @description 1 to 200; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Case"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchCasesByCaseId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContacts: {
        parameters: {
            query?: {
                /** @description A piece of a name, e-mail, phone, title or ticket number; absent = the newest. */
                search?: string;
                /** @description 1 to 200; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Contact"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchContactsByContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversations: {
        parameters: {
            query: {
                view: "mine" | "open" | "visiting" | "closed" | "ongoing";
                /** @description Only of this queue. */
                queueId?: string;
                /** @description 1 to 500; 50 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_BulkAnswer"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdAssign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdCloseSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdConsult: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdConsultByParticipantIdAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
                participantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdConsultByParticipantIdAddToPublic: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
                participantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdConsultByParticipantIdReject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
                participantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdConsultByParticipantIdRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
                participantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdDisplayed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationIdEarlier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_ConversationSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdFiles: {
        parameters: {
            query: {
                /** @description What the file is called, with its extension. */
                name: string;
            };
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationIdFilesByFileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdForceClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdJoin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Link"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdMarks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Marks"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationIdMessages: {
        parameters: {
            query?: {
                /** @description The messages after this number. */
                after?: number;
                /** @description The last messages before this number. With neither: the last of all. */
                before?: number;
                /** @description 1 to 500; 50 when absent. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageStored"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdMonitor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdPick: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationIdQuickReplies: {
        parameters: {
            query?: {
                /** @description Words of title or text, and `#tag`s (their beginnings do): all must be found. Absent = all. */
                search?: string;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_UsableQuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdReject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferAnswer"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoBody"] | null;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationsByConversationIdRouting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingOfConversation"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConversationsByConversationIdUnlink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Link"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDone"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: {
                /** @description The last journal number that the client has. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_NotificationTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNotificationTemplate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationTemplatesByNotificationTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationTemplatesByNotificationTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchNotificationTemplatesByNotificationTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notificationTemplateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationTemplateChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOmnichannelGetConversations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetConversationsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetConversationsAnswer"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatingHours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_OperatingHours"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatingHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOperatingHours"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatingHours"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatingHoursByOperatingHoursId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operatingHoursId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatingHours"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOperatingHoursByOperatingHoursId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operatingHoursId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOperatingHoursByOperatingHoursId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operatingHoursId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatingHoursChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatingHours"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Presence"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPresences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPresence"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresencesByPresenceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                presenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePresencesByPresenceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                presenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPresencesByPresenceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                presenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Queue"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postQueues: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQueue"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueuesByQueueId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteQueuesByQueueId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchQueuesByQueueId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queueId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putQueuesByQueueIdMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queueId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueMembers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuickReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_QuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postQuickReplies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuickReply"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuickRepliesByQuickReplyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quickReplyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteQuickRepliesByQuickReplyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quickReplyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchQuickRepliesByQuickReplyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quickReplyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuickReplyChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRoutingCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionToCheck"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedCondition"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRoutingCheckRuleset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRuleset"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedRuleset"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoutingFields: {
        parameters: {
            query: {
                kind: components["schemas"]["RuleKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingFields"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRoutingTry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingToTry"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedRouting"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRulesets: {
        parameters: {
            query?: {
                /** @description Only those of this workstream. */
                workstreamId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_RulesetSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRulesets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRuleset"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ruleset"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRulesetsByRulesetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rulesetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ruleset"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRulesetsByRulesetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rulesetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchRulesetsByRulesetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rulesetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesetChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesetSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRulesetsByRulesetIdRules: {
        parameters: {
            query?: {
                /** @description How many to leave out. */
                offset?: number;
                /** @description 1 to 1,000; 100 unless said otherwise. */
                limit?: number;
            };
            header?: never;
            path: {
                rulesetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePage"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRulesetsByRulesetIdRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                rulesetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesetSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRulesetsByRulesetIdRulesByRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rulesetId: string;
                /** @description Its name */
                rule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rule"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesetSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRulesetsByRulesetIdRulesByRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rulesetId: string;
                /** @description Its name */
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesetSummary"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSearch: {
        parameters: {
            query: {
                /**
                 * @description 1 to 200 characters. All words must be in one text, in any order; without case and accents; the last one may be the
                 *     beginning of a word; words in quotation marks must follow each other.
                 */
                text: string;
                /** @description Only conversations in these: `open`, `active`, `waiting`, `wrap_up`, `closed`, with commas between. */
                status?: string;
                /** @description 1 to 100 conversations; 25 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundConversations"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_SessionTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSessionTemplate"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionTemplatesBySessionTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessionTemplatesBySessionTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSessionTemplatesBySessionTemplateId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionTemplateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionTemplateChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTemplate"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpNeeded"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSetUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSkills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Skill"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSkills: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSkill"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSkillsBySkillId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                skillId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSkillsBySkillId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                skillId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSkillsBySkillId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                skillId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Skill"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Token"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenCreated"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTokensByTokenId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_VisitorConversation"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitorStart"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorStarted"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorConversationsByConversationId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorConversation"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversationsByConversationIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversationsByConversationIdFiles: {
        parameters: {
            query: {
                /** @description What the file is called, with its extension. */
                name: string;
            };
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorConversationsByConversationIdFilesByFileId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorConversationsByConversationIdLive: {
        parameters: {
            query?: {
                /** @description The last public message number that the client has. */
                after?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversationsByConversationIdMarks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Marks"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorConversationsByConversationIdMessages: {
        parameters: {
            query?: {
                /** @description The messages after this public number. */
                after?: number;
                /** @description 1 to 500; 100 when absent. */
                limit?: number;
                /** @description With nothing to tell, wait up to so long: 0 to 25,000. */
                waitMs?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorMessagePage"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversationsByConversationIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitorNewMessage"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorMessageStored"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVisitorConversationsByConversationIdTyping: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitorWidgetsByWidgetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widgetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitorWidget"];
                };
            };
            /** @description As the caller has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWidgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Widget"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWidgets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWidget"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Widget"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWidgetsByWidgetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widgetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Widget"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWidgetsByWidgetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widgetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchWidgetsByWidgetId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widgetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WidgetChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Widget"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkstreams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Workstream"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkstreams: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkstream"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workstream"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkstreamsByWorkstreamId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workstreamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workstream"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkstreamsByWorkstreamId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workstreamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchWorkstreamsByWorkstreamId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workstreamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkstreamChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workstream"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkstreamsByWorkstreamIdCopy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again returns the first answer and changes nothing. At most 200 characters. */
                "Idempotency-Key"?: string;
            };
            path: {
                workstreamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkstreamCopy"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workstream"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkstreamsByWorkstreamIdQuickReplies: {
        parameters: {
            query?: {
                /** @description Words of title or text, and `#tag`s (their beginnings do): all must be found. Absent = all. */
                search?: string;
                /** @description Those in this language come first. */
                locale?: string;
            };
            header?: never;
            path: {
                workstreamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_UsableQuickReply"];
                };
            };
            /** @description A problem (RFC 9457); `code` says which */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
