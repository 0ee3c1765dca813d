//! Asking about parts on a terminal.

use super::Dialogue;
use crate::commands::interview::answering::Asking;
use crate::commands::interview::list::Pick;
use crate::commands::interview::parts;
use crate::topics::interview::{
    DifferencesResponse, Interview, NameResponse, Stop, text as questionnaire,
};

impl Dialogue<'_> {
    /// Asks whether to decide part by part; nothing to go back.
    pub(crate) fn is_split(&self) -> Result<Option<bool>, Stop> {
        let look = self.output.look_of_messages();
        self.output.tell("\n");
        self.output
            .tell(&questionnaire::heading(parts::SPLIT, look));
        let keys = "(Enter chooses  <\u{a0}back)";
        self.output.tell(&questionnaire::hint(keys, look));
        loop {
            match self.pick(parts::SPLIT_CHOICES.into_iter(), 0, None)? {
                Pick::One(choice) => {
                    self.say(&format!("= {}", parts::SPLIT_CHOICES[choice]));
                    return Ok(Some(choice == 1));
                }
                Pick::Sign('<') => {
                    self.say("< back");
                    return Ok(None);
                }
                _ => {}
            }
        }
    }

    /// Asks what the next part is called.
    pub(crate) fn part_name(&self, interview: &Interview<'_>) -> Result<NameResponse, Stop> {
        let look = self.output.look_of_messages();
        self.output.tell("\n");
        let ask = parts::naming(interview);
        self.output.tell(&questionnaire::heading(&ask, look));
        let keys = "(a name, or Enter if that is all  ?\u{a0}what  <\u{a0}back)";
        self.output.tell(&questionnaire::hint(keys, look));
        loop {
            match parts::name(interview, &self.typed("?<")?) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    /// Asks which answers differ for a part.
    pub(crate) fn part_differences(
        &self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop> {
        let look = self.output.look_of_messages();
        let asked = interview.may_differ();
        let part = &interview.parts()[part];
        self.output.tell("\n");
        let ask = parts::differences(part);
        self.output.tell(&questionnaire::heading(&ask, look));
        let keys = "(space marks, Enter takes  ?\u{a0}what  <\u{a0}back  r\u{a0}review)";
        self.output.tell(&questionnaire::hint(keys, look));
        let labels = parts::shared_answers(interview, &asked);
        let mut marked: Vec<bool> = asked.iter().map(|q| part.chosen.contains(q)).collect();
        loop {
            let labels = labels.iter().map(String::as_str);
            let line = match self.pick(labels, 0, Some(marked.clone()))? {
                Pick::Sign(sign) => sign.to_string(),
                Pick::One(_) => continue,
                Pick::Several(now) => {
                    marked = now;
                    let numbers = marked.iter().zip(&asked).filter(|(marked, _)| **marked);
                    let chosen = numbers.map(|(_, question)| *question).collect();
                    let names = parts::names(interview, &chosen);
                    self.say(&format!(
                        "= {}",
                        if names.is_empty() { "none" } else { &names }
                    ));
                    return Ok(DifferencesResponse::Differ(chosen));
                }
            };
            match parts::chosen(interview, &asked, &part.chosen, &line) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }
}
