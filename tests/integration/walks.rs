//! Random walks through questionnaires: with answers, gaps, ways back and edits.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::drawn::{draw, fixed, read};
use proptest::prelude::*;
use trilemma::files::Facts;
use trilemma::files::{
    BUNDLED, ChoiceSet, Files, Place, Question, QuestionIndex, QuestionKind, Reply, Rubric, Truth,
    Value, load_rubric,
};
use trilemma::topics::interview::{
    Interview, PartsProgress, Response, ReviewResponse, Stage, Step, Walk, said_for_all,
};

/// What a user does next, as three numbers.
type Move = (u8, u8, u8);

fn place() -> Place {
    let file = Files::default().add("the interview", "");
    Place {
        file,
        start: 0,
        end: 0,
    }
}

fn value(question: &Question, by: u8) -> Value {
    let choices = question.choices().len().max(1);
    match &question.kind {
        QuestionKind::Choice(_) => Value::Choice(usize::from(by) % choices),
        QuestionKind::Choices { .. } => Value::Choices(ChoiceSet::from_bits(
            1 + u64::from(by) % ((1 << choices) - 1),
        )),
        QuestionKind::Number { .. } => Value::Number(f64::from(by % 16)),
        QuestionKind::YesNo => Value::YesNo(by.is_multiple_of(2)),
        QuestionKind::Text => Value::Text(format!("text {by}")),
    }
}

fn bundled() -> &'static [Rubric] {
    static RUBRICS: OnceLock<Vec<Rubric>> = OnceLock::new();
    RUBRICS.get_or_init(|| {
        let read = |id| load_rubric(id, &mut Files::default()).expect("it is sound");
        BUNDLED.iter().map(|bundled| read(bundled.id)).collect()
    })
}

/// Walks as the moves say and then answers whatever is asked, looking at every step.
fn walk(rubric: &Rubric, moves: &[Move]) -> Result<(), TestCaseError> {
    let mut walk = Walk::new(rubric, place());
    let questions = rubric.questions.len();
    let mut moves = moves.iter();
    let mut without_a_move = 0;
    loop {
        check(&walk)?;
        let next = moves.next();
        match (walk.at(), next) {
            (None, None) => return Ok(()),
            (None, Some((_, which, _))) => match usize::from(*which) % (questions + 1) {
                0 => walk.edit(Step::Title),
                number => walk.edit(Step::Question(
                    rubric.question_indices().nth(number - 1).expect("in range"),
                )),
            },
            (Some(_), Some((0..=2, _, _))) => walk.back(),
            (Some(Step::Title), _) => walk.name("A title".to_owned()),
            (Some(_), Some((3, _, _))) => walk.skip(),
            (Some(_), Some((4, _, _))) => walk.answer(Reply::unknown()),
            (Some(_), Some((5, 0..=20, _))) => walk.finish(),
            (Some(Step::Question(question)), _) => {
                let by = next.map_or(0, |(_, _, by)| *by);
                walk.answer(Reply::of(value(rubric.question(question), by)));
            }
        }
        without_a_move += usize::from(next.is_none());
        prop_assert!(without_a_move <= questions + 1, "the walk does not end");
    }
}

/// The same of an interview as a whole, with parts that are named, changed and left out on the way.
fn whole(rubric: &Rubric, moves: &[Move]) -> Result<(), TestCaseError> {
    let walk = Walk::new(rubric, place());
    let mut interview = Interview::new(walk, Vec::new(), PartsProgress::Ahead, Vec::new());
    let mut moves = moves.iter();
    let mut without_a_move = 0;
    loop {
        check(interview.walk())?;
        if interview.stage() == Stage::Review {
            check_file(&interview)?;
        }
        let next = moves.next();
        let (what, which, by) = next.copied().unwrap_or((15, 0, 0));
        match interview.stage() {
            Stage::Review if next.is_none() => return Ok(()),
            Stage::Review => interview.review(at_review(&interview, what, which)),
            Stage::Split | Stage::Naming | Stage::Differences(_) if what < 3 => {
                interview.back();
            }
            Stage::Split => interview.split(by.is_multiple_of(2) && next.is_some()),
            Stage::Naming if what < 10 && interview.parts().len() < 4 => {
                interview.name(format!("Part {}", which % 3));
            }
            Stage::Naming => interview.named(),
            Stage::Differences(_) => {
                let differs =
                    |(position, _): &(usize, _)| (position + usize::from(by)).is_multiple_of(3);
                let may = interview.may_differ().into_iter().enumerate();
                let chosen = may.filter(differs).map(|(_, question)| question).collect();
                interview.differ(if next.is_some() {
                    chosen
                } else {
                    BTreeSet::new()
                });
            }
            Stage::Shared(step) | Stage::Part(_, step) => {
                interview.respond(response(rubric, step, what, which, by));
            }
        }
        without_a_move += usize::from(next.is_none());
        let most = (rubric.questions.len() + 2) * (interview.parts().len() + 2);
        prop_assert!(without_a_move <= most, "the interview does not end");
    }
}

fn at_review(interview: &Interview<'_>, what: u8, which: u8) -> ReviewResponse {
    let rubric = interview.shared().rubric();
    let parts = interview.parts().len();
    let part = usize::from(which) % parts.max(1);
    match what {
        0..=2 if parts > 0 => ReviewResponse::ChangePart(part),
        3 if parts > 0 => ReviewResponse::DropPart(part),
        4 if parts < 4 => ReviewResponse::AddParts,
        5 => ReviewResponse::AskTheRest,
        6 => ReviewResponse::Edit(Step::Title),
        _ => {
            let number = usize::from(which) % rubric.questions.len();
            let question = rubric.question_indices().nth(number).expect("in range");
            ReviewResponse::Edit(Step::Question(question))
        }
    }
}

fn response(rubric: &Rubric, step: Step, what: u8, which: u8, by: u8) -> Response {
    match (step, what) {
        (_, 0..=2) => Response::Back,
        (_, 5) if which <= 20 => Response::Finish,
        (Step::Title, _) => Response::Title("A title".to_owned()),
        (_, 3) => Response::Skip,
        (_, 4) => Response::Reply(Reply::unknown()),
        (Step::Question(question), _) => {
            Response::Reply(Reply::of(value(rubric.question(question), by)))
        }
    }
}

/// What would be written holds, and says of every part what the interview says of it.
fn check_file(interview: &Interview<'_>) -> Result<(), TestCaseError> {
    let shared = interview.shared();
    let rubric = shared.rubric();
    let said = said_for_all(shared, None, interview.parts());
    let mut ids = BTreeSet::new();
    for part in interview.parts() {
        prop_assert!(ids.insert(part.id.clone()), "`{}` twice", part.id);
        let mut read = said.clone();
        for (question, reply) in part.written(shared, &said).iter() {
            read.set(question, reply.clone());
        }
        let answers = read.at(place());
        let facts = Facts::new(rubric, &answers);
        let kept = part.kept(shared);
        let applying = |question: &QuestionIndex| facts.applies(*question) != Truth::False;
        for question in rubric.question_indices() {
            let in_file = read.get(question).filter(|_| applying(&question));
            prop_assert_eq!(in_file, kept.get(question));
        }
    }
    Ok(())
}

fn check(walk: &Walk<'_>) -> Result<(), TestCaseError> {
    let rubric = walk.rubric();
    let answers = walk.answers();
    let facts = Facts::new(rubric, &answers);
    if let Some(Step::Question(asked)) = walk.at() {
        prop_assert_ne!(facts.applies(asked), Truth::False, "asked in vain");
        let (number, total) = walk.progress();
        prop_assert!(
            1 <= number && number <= total,
            "question {number} of {total}"
        );
    }
    for (question, answer) in answers.iter() {
        if answer.is_some() {
            prop_assert_ne!(facts.applies(question), Truth::False, "kept in vain");
        }
    }
    Ok(())
}

fn moves(length: usize) -> impl Strategy<Value = Vec<Move>> {
    prop::collection::vec((0u8..16, any::<u8>(), any::<u8>()), 0..length)
}

proptest! {
    #![proptest_config(fixed(9_500))]

    #[test]
    fn no_walk_through_a_drawn_rubric_asks_or_keeps_what_does_not_apply(draw in draw(), moves in moves(40)) {
        walk(&read(&draw), &moves)?;
    }
}

proptest! {
    #![proptest_config(fixed(500))]

    #[test]
    fn no_interview_by_part_asks_or_keeps_what_does_not_apply(draw in draw(), moves in moves(60)) {
        whole(&read(&draw), &moves)?;
    }

    #[test]
    fn no_walk_through_a_bundled_rubric_asks_or_keeps_what_does_not_apply(which in 0..BUNDLED.len(), moves in moves(120)) {
        walk(&bundled()[which], &moves)?;
        whole(&bundled()[which], &moves)?;
    }
}

#[test]
fn what_does_not_apply_any_more_comes_back_with_what_it_depends_on() {
    let rubric = load_rubric("ml-infrastructure", &mut Files::default()).expect("it is sound");
    let of = |id| rubric.find_question(id).expect("it is asked");
    let (workloads, latency) = (of("workloads"), of("p99-latency-ms"));
    let real_time = Reply::of(Value::Choices(ChoiceSet::from_bits(0b10)));
    let batch = Reply::of(Value::Choices(ChoiceSet::from_bits(0b1)));
    let mut walk = Walk::new(&rubric, place()).titled();
    let say = |walk: &mut Walk<'_>, question, reply| {
        walk.edit(Step::Question(question));
        walk.answer(reply);
    };
    say(&mut walk, workloads, real_time.clone());
    say(&mut walk, latency, Reply::of(Value::Number(15.0)));
    say(&mut walk, workloads, batch);
    assert_eq!(walk.set_aside(), [latency]);
    assert!(walk.answers().get(latency).is_none());
    say(&mut walk, workloads, real_time);
    assert_eq!(walk.answers().value(latency), Some(&Value::Number(15.0)));
}

#[test]
fn an_edit_leads_back_to_the_review_by_way_of_what_it_brings_up() {
    let rubric = load_rubric("ml-infrastructure", &mut Files::default()).expect("it is sound");
    let workloads = rubric.find_question("workloads").expect("it is asked");
    let latency = rubric.find_question("p99-latency-ms").expect("it is asked");
    let mut walk = Walk::new(&rubric, place()).titled();
    while let Some(Step::Question(question)) = walk.at() {
        // Batch alone: latency is not asked for.
        walk.answer(Reply::of(value(rubric.question(question), 0)));
    }
    assert!(walk.reply(latency).is_none());
    walk.edit(Step::Question(workloads));
    walk.back();
    assert_eq!(walk.at(), None, "back from an edit is the review");
    walk.edit(Step::Question(workloads));
    walk.answer(Reply::of(Value::Choices(ChoiceSet::from_bits(0b10))));
    assert_eq!(walk.at(), Some(Step::Question(latency)));
}
