//! What one side has seen of one conversation, checked against the file as it comes. Knows no network.

use super::dialogue::{Dialogue, Speaker, Turn};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Missing,
    Doubled,
    OutOfOrder,
    WrongText,
    /// A list or a status that does not agree with what was played.
    Disagreement,
    /// Never came to its end.
    Unfinished,
    /// An answer or a frame that no client can make sense of.
    Unexpected,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub detail: String,
}

/// One message as it arrived; system messages carry no turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub number: u64,
    pub turn: Option<Turn>,
}

/// Numbers must be 1, 2, 3, … and turns those of the file, in its order.
#[derive(Debug, Default)]
pub struct Transcript {
    last_number: u64,
    turns: usize,
    pub faults: Vec<Fault>,
}

impl Transcript {
    /// Turns seen so far, which is also the index of the next one.
    pub fn turns(&self) -> usize {
        self.turns
    }

    /// The next turn, if it is this speaker's.
    pub fn next_turn<'a>(&self, dialogue: &'a Dialogue, speaker: Speaker) -> Option<(usize, &'a Turn)> {
        let turn = dialogue.turns.get(self.turns)?;
        (turn.from == speaker).then_some((self.turns, turn))
    }

    pub fn is_complete(&self, dialogue: &Dialogue) -> bool {
        self.turns >= dialogue.turns.len()
    }

    /// Says which turn of the file it was.
    pub fn hear(&mut self, dialogue: &Dialogue, arrived: &Arrived) -> Option<usize> {
        let expected = self.last_number + 1;
        if arrived.number < expected {
            self.fault(FaultKind::Doubled, dialogue, format!("message {} came again", arrived.number));
            return None;
        }
        if arrived.number > expected {
            self.fault(FaultKind::Missing, dialogue, format!("message {} came after {}", arrived.number, expected - 1));
        }
        self.last_number = arrived.number;
        let turn = arrived.turn.as_ref()?;
        self.check_turn(dialogue, turn);
        self.turns += 1;
        Some(self.turns - 1)
    }

    fn check_turn(&mut self, dialogue: &Dialogue, turn: &Turn) {
        let at = self.turns;
        if dialogue.turns.get(at) == Some(turn) {
            return;
        }
        let (kind, what) = match dialogue.turns.iter().position(|other| other == turn) {
            Some(earlier) if earlier < at => (FaultKind::Doubled, format!("turn {earlier} came again as turn {at}")),
            Some(later) => (FaultKind::OutOfOrder, format!("turn {later} came as turn {at}")),
            None => (FaultKind::WrongText, format!("turn {at} is not in the file: {:?}", turn.text)),
        };
        self.fault(kind, dialogue, what);
    }

    fn fault(&mut self, kind: FaultKind, dialogue: &Dialogue, detail: String) {
        self.faults.push(Fault { kind, detail: format!("dialogue {}: {detail}", dialogue.id) });
    }
}

/// Checks a whole transcript at once, as read over HTTP.
pub fn check_whole(dialogue: &Dialogue, arrived: impl IntoIterator<Item = Arrived>) -> (usize, Vec<Fault>) {
    let mut transcript = Transcript::default();
    for message in arrived {
        transcript.hear(dialogue, &message);
    }
    if !transcript.is_complete(dialogue) {
        let detail = format!("{} of {} turns are there", transcript.turns, dialogue.turns.len());
        transcript.fault(FaultKind::Missing, dialogue, detail);
    }
    (transcript.turns, transcript.faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(from: Speaker, text: &str) -> Turn {
        Turn { from, text: text.into() }
    }

    fn dialogue() -> Dialogue {
        let turns = vec![turn(Speaker::Customer, "one"), turn(Speaker::Agent, "two"), turn(Speaker::Customer, "three")];
        Dialogue { id: "d".into(), services: Vec::new(), turns }
    }

    fn faults_of(messages: &[(u64, Option<usize>)]) -> Vec<FaultKind> {
        let dialogue = dialogue();
        let arrived = messages.iter().map(|(number, index)| Arrived {
            number: *number,
            turn: index.map(|index| dialogue.turns.get(index).cloned().unwrap_or(turn(Speaker::Agent, "strange"))),
        });
        check_whole(&dialogue, arrived).1.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn what_agrees_with_the_file_has_no_fault() {
        assert_eq!(faults_of(&[(1, Some(0)), (2, None), (3, Some(1)), (4, Some(2)), (5, None)]), []);
    }

    #[test]
    fn every_fault_is_found() {
        assert_eq!(faults_of(&[(1, Some(0)), (2, Some(1))]), [FaultKind::Missing]);
        assert_eq!(faults_of(&[(1, Some(0)), (3, Some(1)), (4, Some(2))]), [FaultKind::Missing]);
        assert_eq!(faults_of(&[(1, Some(0)), (1, Some(0)), (2, Some(1)), (3, Some(2))]), [FaultKind::Doubled]);
        assert_eq!(faults_of(&[(1, Some(0)), (2, Some(0)), (3, Some(2))]), [FaultKind::Doubled]);
        let swapped = faults_of(&[(1, Some(0)), (2, Some(2)), (3, Some(1))]);
        assert_eq!(swapped, [FaultKind::OutOfOrder, FaultKind::Doubled]);
        assert_eq!(faults_of(&[(1, Some(0)), (2, Some(9)), (3, Some(2))]), [FaultKind::WrongText]);
    }
}
