//! The survey before a chat: its answers are checked against the questions, become context variables, and keep the words
//! they were asked with, so that agents see what was answered to what. Knows no page.

use crate::errors::{Answer, Problem};
use crate::wire::PreChatAnswer;
use frontdesk_model::{ContextVariable, PreChatQuestion, QuestionKind};
use std::collections::BTreeMap;

const ANSWER_CHARACTERS_MAX: usize = 512;

/// By the questions' names.
pub type Answers = BTreeMap<String, String>;

/// What was answered, trimmed, in the order of the questions.
pub fn check(questions: &[PreChatQuestion], answers: &Answers) -> Answer<Vec<ContextVariable>> {
    let unknown = answers.keys().find(|name| questions.iter().all(|question| question.name != **name));
    if let Some(name) = unknown {
        return Err(refuse(name, "answers no question of this widget"));
    }
    let answered = questions.iter().map(|question| {
        let answer = answers.get(&question.name).map_or("", |answer| answer.trim());
        check_answer(question, answer)?;
        Ok(ContextVariable { name: question.name.clone(), value: answer.to_owned() })
    });
    let answered: Vec<ContextVariable> = answered.collect::<Answer<_>>()?;
    Ok(answered.into_iter().filter(|answer| !answer.value.is_empty()).collect())
}

/// The questions that were answered, as they were asked.
pub fn asked(questions: &[PreChatQuestion], answered: &[ContextVariable]) -> Vec<ContextVariable> {
    let asked = questions.iter().filter(|question| answered.iter().any(|answer| answer.name == question.name));
    asked
        .map(|question| {
            let name = format!("{}{}", PreChatAnswer::FACT_PREFIX, question.name);
            ContextVariable { name, value: question.text.clone() }
        })
        .collect()
}

fn check_answer(question: &PreChatQuestion, answer: &str) -> Answer<()> {
    let PreChatQuestion { name, kind, required, options, .. } = question;
    if answer.is_empty() {
        return if *required { Err(refuse(name, "must be answered")) } else { Ok(()) };
    }
    if answer.chars().nth(ANSWER_CHARACTERS_MAX).is_some() {
        return Err(refuse(name, &format!("must have at most {ANSWER_CHARACTERS_MAX} characters")));
    }
    match kind {
        QuestionKind::Options if options.iter().all(|option| option != answer) => {
            Err(refuse(name, &format!("must be one of: {}", options.join("; "))))
        }
        QuestionKind::Consent if answer != "true" => {
            Err(refuse(name, "must be true: nobody chats without this consent"))
        }
        QuestionKind::SingleLine if answer.contains(['\n', '\r']) => Err(refuse(name, "must be one line")),
        _ => Ok(()),
    }
}

fn refuse(name: &str, detail: &str) -> Problem {
    Problem::invalid_field(format!("preChat.{name}"), detail)
}
