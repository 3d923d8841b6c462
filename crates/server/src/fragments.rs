//! Encoded records of getConversations, kept as long as the conversation is what it was. An agent's list changes often
//! and most of its conversations do not: only those that did are written anew. Refuses to know who asks for what.

use frontdesk_dataverse::get_conversations::{self as dataverse, Query};
use frontdesk_dataverse::metadata::Column;
use frontdesk_model::Conversation;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

/// What an entry takes besides its bytes, about.
const ENTRY_BYTES: usize = 96;

pub struct Fragments {
    bytes_max: usize,
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    /// By the names of the columns, then by the image's address.
    sets: HashMap<Vec<&'static str>, HashMap<usize, Fragment>>,
    bytes: usize,
}

struct Fragment {
    /// Held, so that no other image can get this address.
    image: Arc<Conversation>,
    bytes: Box<[u8]>,
}

impl Fragments {
    pub fn new(bytes_max: usize) -> Self {
        Fragments { bytes_max, inner: RwLock::default() }
    }

    /// The whole answer. Only for images that are held in memory anyway: others would never be met again.
    pub fn write_answer(
        &self,
        columns: &[&'static Column<Conversation>],
        query: &Query,
        conversations: &[Arc<Conversation>],
        more: bool,
    ) -> Vec<u8> {
        let names: Vec<&'static str> = columns.iter().map(|column| column.logical).collect();
        let mut out = Vec::with_capacity(64 + conversations.len() * columns.len() * 64);
        let mut missed: Vec<(Arc<Conversation>, Range<usize>)> = Vec::new();
        {
            let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
            let kept = inner.sets.get(&names);
            dataverse::write_answer_with(&mut out, query, conversations, more, |out, image| {
                match kept.and_then(|kept| kept.get(&address(image))) {
                    Some(fragment) => out.extend_from_slice(&fragment.bytes),
                    None => {
                        let start = out.len();
                        dataverse::write_record(out, columns, image);
                        missed.push((image.clone(), start..out.len()));
                    }
                }
            });
        }
        if !missed.is_empty() {
            self.keep(names, missed, &out);
        }
        out
    }

    fn keep(&self, names: Vec<&'static str>, missed: Vec<(Arc<Conversation>, Range<usize>)>, out: &[u8]) {
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        let adds: usize = missed.iter().map(|(_, range)| range.len() + ENTRY_BYTES).sum();
        if inner.bytes + adds > self.bytes_max {
            inner.drop_former_images();
        }
        if inner.bytes + adds > self.bytes_max {
            *inner = Inner::default();
        }
        if adds > self.bytes_max {
            return;
        }
        let mut added = 0;
        let set = inner.sets.entry(names).or_default();
        for (image, range) in missed {
            let fragment = Fragment { bytes: out[range].into(), image };
            let cost = fragment.cost();
            if set.insert(address(&fragment.image), fragment).is_none() {
                added += cost;
            }
        }
        inner.bytes += added;
    }

    pub fn bytes(&self) -> usize {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).bytes
    }
}

impl Inner {
    /// Those that nobody else holds any more.
    fn drop_former_images(&mut self) {
        let mut bytes = 0;
        self.sets.retain(|_, set| {
            set.retain(|_, fragment| Arc::strong_count(&fragment.image) > 1);
            bytes += set.values().map(Fragment::cost).sum::<usize>();
            !set.is_empty()
        });
        self.bytes = bytes;
    }
}

impl Fragment {
    fn cost(&self) -> usize {
        self.bytes.len() + ENTRY_BYTES
    }
}

fn address(image: &Arc<Conversation>) -> usize {
    Arc::as_ptr(image).addr()
}
