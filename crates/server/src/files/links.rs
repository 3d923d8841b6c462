//! Links to files: whoever has one may read that file until it expires, and nothing else. Signed with a key that is made
//! anew at every start. Refuses to know who may be given one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use frontdesk_files::Place;
use frontdesk_model::{Timestamp, Uuid};
use ring::hmac;

/// A link lives for one to two of these; within one, links to the same file are the same, and browsers keep what they got.
const STEP_MS: i64 = 15 * 60_000;
const NAMED_BYTES: usize = 16 + 16 + 8;
const TICKET_BYTES: usize = NAMED_BYTES + 32;

pub struct Links {
    key: hmac::Key,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketFault {
    /// Never one of ours, or from before the last start.
    Unknown,
    Expired,
}

impl Links {
    pub fn new(pepper: &[u8; 32]) -> Self {
        // A key of its own, so that no other use of the pepper can make a link.
        let own = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, pepper), b"links to files");
        Links { key: hmac::Key::new(hmac::HMAC_SHA256, own.as_ref()) }
    }

    /// The address on this server, and until when it leads anywhere.
    pub fn to(&self, place: Place, now: Timestamp) -> (String, Timestamp) {
        let until = Timestamp((now.0.div_euclid(STEP_MS) + 2) * STEP_MS);
        let mut ticket = Vec::with_capacity(TICKET_BYTES);
        ticket.extend_from_slice(place.organization_id.0.as_bytes());
        ticket.extend_from_slice(place.file_id.0.as_bytes());
        ticket.extend_from_slice(&until.0.to_be_bytes());
        ticket.extend_from_slice(hmac::sign(&self.key, &ticket).as_ref());
        (format!("/files/{}", URL_SAFE_NO_PAD.encode(ticket)), until)
    }

    pub fn check(&self, ticket: &str, now: Timestamp) -> Result<(Place, Timestamp), TicketFault> {
        let bytes = URL_SAFE_NO_PAD.decode(ticket).map_err(|_| TicketFault::Unknown)?;
        let (named, signature) = bytes.split_at_checked(NAMED_BYTES).ok_or(TicketFault::Unknown)?;
        hmac::verify(&self.key, named, signature).map_err(|_| TicketFault::Unknown)?;
        let id = |from: usize| Uuid::from_slice(&named[from..from + 16]).map_err(|_| TicketFault::Unknown);
        let place = Place { organization_id: id(0)?.into(), file_id: id(16)?.into() };
        let until = named[32..].try_into().map(i64::from_be_bytes).map_err(|_| TicketFault::Unknown)?;
        match Timestamp(until) {
            until if until > now => Ok((place, until)),
            _ => Err(TicketFault::Expired),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_its_file_until_it_expires_and_cannot_be_changed() {
        let links = Links::new(&[7; 32]);
        let place = Place { organization_id: Uuid::from_u128(1).into(), file_id: Uuid::from_u128(2).into() };
        let now = Timestamp(10 * STEP_MS + 5);
        let (address, until) = links.to(place, now);
        let ticket = address.strip_prefix("/files/").unwrap();
        assert_eq!(links.check(ticket, now), Ok((place, until)));
        assert_eq!(links.to(place, now + 1_000).0, address, "browsers may keep what they got");
        assert!((STEP_MS..=2 * STEP_MS).contains(&(until.0 - now.0)));
        assert_eq!(links.check(ticket, until), Err(TicketFault::Expired));
        assert_eq!(Links::new(&[8; 32]).check(ticket, now), Err(TicketFault::Unknown));
        for wrong in ["", "x", "!!!", &ticket[1..], &format!("{ticket}AAAA")] {
            assert_eq!(links.check(wrong, now), Err(TicketFault::Unknown), "{wrong}");
        }
        let mut bytes = URL_SAFE_NO_PAD.decode(ticket).unwrap();
        for index in 0..bytes.len() {
            bytes[index] ^= 1;
            assert_eq!(links.check(&URL_SAFE_NO_PAD.encode(&bytes), now), Err(TicketFault::Unknown), "{index}");
            bytes[index] ^= 1;
        }
    }
}
