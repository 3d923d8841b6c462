//! Bearer tokens of one's own, for programs.

use crate::app::App;
use crate::auth::{SecretKind, SignedIn, derive_secret, hash_secret, new_secret};
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, OptionalJson};
use crate::wire::{Items, NewToken, Time, Token, TokenCreated};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{Row, TokenId};

/// One's own tokens, without their secrets.
#[utoipa::path(get, path = "/api/v1/tokens", tag = "tokens", responses((status = 200, body = Items<Token>)))]
pub async fn list(State(app): State<App>, signed_in: SignedIn) -> Answer<Json<Items<Token>>> {
    let tokens = app.store.list_tokens(signed_in.organization_id(), signed_in.agent_id).await?;
    Ok(Json(Items { items: tokens.iter().map(Token::from).collect() }))
}

/// A new token. Its secret is shown this once.
#[utoipa::path(
    post, path = "/api/v1/tokens", tag = "tokens", request_body = NewToken, responses((status = 201, body = TokenCreated))
)]
pub async fn create(
    State(app): State<App>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    OptionalJson(request): OptionalJson<NewToken>,
) -> Answer<(StatusCode, Json<TokenCreated>)> {
    let id = TokenId(signed_in.new_id("token", &key));
    let secret = match &key.0 {
        // A repeat gets the same secret; after a restart a new one, and the former is worth nothing.
        Some(key) => derive_secret(SecretKind::Token, &app.pepper, &format!("{id}/{key}")),
        None => new_secret(SecretKind::Token).map_err(Problem::internal)?,
    };
    let token = model::Token {
        id,
        agent_id: signed_in.agent_id,
        name: check::text("name", &request.name, 160)?,
        secret_hash: hash_secret(&secret),
        created_at: app.now(),
        expires_at: request.expires_at.map(|Time(at)| at),
    };
    if token.expires_at.is_some_and(|at| at <= app.now()) {
        return Err(Problem::invalid_field("expiresAt", "is in the past"));
    }
    let expires_at = request.expires_at;
    signed_in.desk.write(vec![Row::Token(token)]).await?;
    app.credentials.forget_token(id);
    Ok((StatusCode::CREATED, Json(TokenCreated { id: id.0, token: secret, expires_at })))
}

/// The token is worth nothing from now on.
#[utoipa::path(
    delete, path = "/api/v1/tokens/{tokenId}", tag = "tokens",
    params(("tokenId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(State(app): State<App>, signed_in: SignedIn, Id(id): Id<TokenId>) -> Answer<StatusCode> {
    let own = app.store.list_tokens(signed_in.organization_id(), signed_in.agent_id).await?;
    if !own.iter().any(|token| token.id == id) {
        return Err(Problem::not_found("token"));
    }
    signed_in.desk.write(vec![Row::DeletedToken(id)]).await?;
    app.credentials.forget_token(id);
    Ok(StatusCode::NO_CONTENT)
}
