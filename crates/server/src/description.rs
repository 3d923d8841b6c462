//! The API's description: OpenAPI 3.1, made of the routes themselves. Knows what a schema says, not what a handler does.

use crate::app::App;
use crate::errors::ProblemSchema;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::sync::OnceLock;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder, SecurityRequirement};
use utoipa::{OpenApi as _, PartialSchema};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Frontdesk",
        description = "The native API. What a schema cannot say (errors, repeats, signing in, live streams) is in docs/api.md.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    components(schemas(ProblemSchema, crate::errors::FieldError)),
    tags(
        (name = "sign-in", description = "Setting up, signing in and out"),
        (name = "getConversations", description = "The call of the JS API, over HTTP"),
        (name = "conversations", description = "Lists, one conversation, and what agents do with it"),
        (name = "messages", description = "What was said"),
        (name = "agents", description = "Users and presence"),
        (name = "set-up", description = "Presences, skills, capacity profiles, hours, queues, workstreams, widgets, settings"),
        (name = "routing", description = "Rules, why work went where it went, and who changed what"),
        (name = "records", description = "Contacts, accounts, cases"),
        (name = "tokens", description = "Bearer tokens of one's own"),
        (name = "live", description = "The agents' live stream"),
        (name = "visitor", description = "The customer's side"),
    )
)]
struct Frame;

/// What surrounds the routes.
pub fn frame() -> OpenApi {
    Frame::openapi()
}

/// What every operation has in common, said once here.
pub fn finish(mut openapi: OpenApi) -> OpenApi {
    let components = openapi.components.get_or_insert_default();
    components.security_schemes.insert(
        "cookie".to_owned(),
        RefOr::T(SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(crate::auth::SESSION_COOKIE)))),
    );
    components.security_schemes.insert(
        "bearer".to_owned(),
        RefOr::T(SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build())),
    );
    for (path, item) in &mut openapi.paths.paths {
        let is_open = ["/set-up", "/sign-in", "/visitor/widgets/{widgetId}"].iter().any(|open| path.ends_with(open));
        let is_visitors = path.starts_with("/api/v1/visitor/");
        let operations = [
            ("get", &mut item.get),
            ("post", &mut item.post),
            ("put", &mut item.put),
            ("patch", &mut item.patch),
            ("delete", &mut item.delete),
        ];
        for (method, operation) in operations {
            let Some(operation) = operation else { continue };
            operation.operation_id = Some(operation_id(method, path));
            add_problem(operation);
            if !is_open {
                let mut security = vec![SecurityRequirement::new("bearer", Vec::<String>::new())];
                if !is_visitors {
                    security.insert(0, SecurityRequirement::new("cookie", Vec::<String>::new()));
                }
                operation.security = Some(security);
            }
        }
        if let Some(post) = &mut item.post {
            let key = ParameterBuilder::new()
                .name("Idempotency-Key")
                .parameter_in(ParameterIn::Header)
                .description(Some(
                    "The same key again returns the first answer and changes nothing. At most 200 characters.",
                ))
                .schema(Some(String::schema()))
                .build();
            post.parameters.get_or_insert_default().push(RefOr::T(key));
        }
    }
    openapi
}

/// As in `getAgentsByAgentIdConversations`: handlers share names, addresses do not.
fn operation_id(method: &str, path: &str) -> String {
    let mut id = method.to_owned();
    for part in path.trim_start_matches("/api/v1/").split(['/', '-']) {
        let (by, word) = match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(word) => ("By", word),
            None => ("", part),
        };
        id.push_str(by);
        id.extend(word.chars().take(1).flat_map(char::to_uppercase));
        id.extend(word.chars().skip(1));
    }
    id
}

fn add_problem(operation: &mut Operation) {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response = ResponseBuilder::new()
        .description("A problem (RFC 9457); `code` says which")
        .content("application/problem+json", content)
        .build();
    operation.responses.responses.insert("default".to_owned(), RefOr::T(response));
}

pub async fn openapi_json(State(_): State<App>) -> Response {
    static TEXT: OnceLock<Bytes> = OnceLock::new();
    let text = TEXT.get_or_init(|| Bytes::from(crate::router::openapi().to_json().unwrap_or_default())).clone();
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response()
}
