//! What every bus promises: one suite, run by each in one line. Knows no implementation.

use crate::{Bus, Heard, News, Notice};
use frontdesk_model::{OrganizationId, Uuid};
use futures_util::StreamExt;
use std::sync::Arc;

/// `$open` makes a bus whose listeners may be so many notices behind.
macro_rules! run {
    ($open:expr) => {
        $crate::suite::run! { $open;
            every_listener_hears_everything_in_order,
            a_listener_hears_of_its_own_organisation_only,
            what_was_published_before_is_not_heard,
            a_slow_listener_is_told_and_then_hears_what_is_new,
            nobody_listening_stops_nobody,
            the_stream_ends_with_the_bus,
        }
    };
    ($open:expr; $($promise:ident),+ $(,)?) => {$(
        #[tokio::test]
        async fn $promise() {
            let open = $open;
            $crate::suite::$promise(|behind_max| std::sync::Arc::new(open(behind_max))).await;
        }
    )+};
}
pub(crate) use run;

type Opened = Arc<dyn Bus>;

pub(crate) async fn every_listener_hears_everything_in_order<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(64);
    let (mut first, mut second) = (bus.subscribe(organization(1)).await, bus.subscribe(organization(1)).await);
    for number in 1..=20 {
        bus.publish(committed(1, number));
    }
    bus.publish(typing(1));
    for number in 1..=20 {
        assert_eq!(first.next().await, Some(Heard::Notice(committed(1, number))));
        assert_eq!(second.next().await, Some(Heard::Notice(committed(1, number))));
    }
    assert_eq!(first.next().await, Some(Heard::Notice(typing(1))));
}

pub(crate) async fn a_listener_hears_of_its_own_organisation_only<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(64);
    let mut heard = bus.subscribe(organization(1)).await;
    bus.publish(committed(2, 7));
    bus.publish(committed(1, 3));
    assert_eq!(heard.next().await, Some(Heard::Notice(committed(1, 3))));
}

pub(crate) async fn what_was_published_before_is_not_heard<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(64);
    let earlier = bus.subscribe(organization(1)).await;
    bus.publish(committed(1, 1));
    let mut heard = bus.subscribe(organization(1)).await;
    bus.publish(committed(1, 2));
    assert_eq!(heard.next().await, Some(Heard::Notice(committed(1, 2))));
    drop(earlier);
}

pub(crate) async fn a_slow_listener_is_told_and_then_hears_what_is_new<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(4);
    let mut heard = bus.subscribe(organization(1)).await;
    for number in 1..=10 {
        bus.publish(committed(1, number));
    }
    assert_eq!(heard.next().await, Some(Heard::Missed));
    let mut last = None;
    while last != Some(Heard::Notice(committed(1, 10))) {
        last = heard.next().await;
        assert_ne!(last, Some(Heard::Missed), "told once");
    }
}

pub(crate) async fn nobody_listening_stops_nobody<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(4);
    bus.publish(committed(1, 1));
    drop(bus.subscribe(organization(1)).await);
    for number in 2..=20 {
        bus.publish(committed(1, number));
    }
    let mut heard = bus.subscribe(organization(1)).await;
    bus.publish(committed(1, 21));
    assert_eq!(heard.next().await, Some(Heard::Notice(committed(1, 21))));
}

pub(crate) async fn the_stream_ends_with_the_bus<B: Bus>(open: impl Fn(usize) -> Arc<B>) {
    let bus: Opened = open(4);
    let mut heard = bus.subscribe(organization(1)).await;
    drop(bus);
    assert_eq!(heard.next().await, None);
}

fn organization(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

fn committed(organization_number: u128, up_to: u64) -> Notice {
    Notice {
        organization_id: organization(organization_number),
        news: News::Committed { up_to, entries: Arc::from([]) },
    }
}

fn typing(organization_number: u128) -> Notice {
    let news = News::Fleeting { topic: Arc::from("typing"), payload: Arc::from("{}") };
    Notice { organization_id: organization(organization_number), news }
}
