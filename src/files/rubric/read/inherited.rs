//! Problems of a rubric that extends another, told from where they can be mended: the file that extends.

use crate::files::rubric::read::chain::Layer;
use crate::files::rubric::read::extend::Reweighted;
use crate::files::rubric::read::removed::{NEXT_STEPS, Removed, SECTIONS};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Ancestor, FileId, Place, Problem, ProblemCode, Related};
use crate::output::wording;

/// How many things are named in a help.
const NAMED: usize = 4;

/// What a rubric has from those that it extends.
pub(crate) struct Inherited {
    /// Where it says that it extends another.
    pub(crate) place: Place,
    /// The rubrics that it extends, the nearest last.
    pub(crate) lineage: Vec<Ancestor>,
    /// What it removes.
    pub(crate) removed: Removed,
    /// The weights of criteria where they are defined, if they were given others on the way.
    pub(crate) reweighted: Reweighted,
}

impl Inherited {
    /// Says of every problem in an inherited row what brought it about and what to do in the file of `layer`, which
    /// extends the other; what is removed and still needed is told once, with everything that needs it.
    pub(crate) fn explain(&self, problems: Vec<Problem>, layer: &Layer) -> Vec<Problem> {
        if problems.is_empty() {
            return problems;
        }
        explain(problems, &Owners::of(&layer.tree), layer.file, self.place)
    }
}

fn explain(problems: Vec<Problem>, owners: &Owners, own: FileId, extends: Place) -> Vec<Problem> {
    let mut explained: Vec<Problem> = Vec::new();
    let mut needed: Vec<(Problem, Vec<Place>)> = Vec::new();
    for problem in problems {
        if problem.code == ProblemCode::RemovedButNeeded {
            let place = problem.related.as_ref().map(|related| related.place);
            match needed
                .iter_mut()
                .find(|(first, _)| first.place == problem.place)
            {
                Some((_, places)) => places.extend(place),
                None => needed.push((problem, place.into_iter().collect())),
            }
        } else if problem.place.file == own {
            explained.push(problem);
        } else {
            explained.push(misfit(problem, owners, extends));
        }
    }
    let needed = needed.into_iter();
    explained.extend(needed.map(|(problem, places)| still_needed(problem, &places, owners, own)));
    explained
}

/// An inherited row that does not fit what takes the place of something it reads.
fn misfit(mut problem: Problem, owners: &Owners, extends: Place) -> Problem {
    if problem.related.is_none() {
        problem.related = Some(Related {
            place: extends,
            label: "inherited from here".to_owned(),
        });
    }
    if let Some(owner) = owners.find(problem.place) {
        problem.help = Some(format!("define {owner} anew so that it fits, or remove it"));
    }
    problem
}

/// Something that was removed, with what still needs it.
fn still_needed(problem: Problem, places: &[Place], owners: &Owners, own: FileId) -> Problem {
    let names = |is_own: bool| {
        let mut names: Vec<&str> = Vec::new();
        for place in places.iter().filter(|place| (place.file == own) == is_own) {
            match owners.find(*place) {
                Some(name) if !names.contains(&name) => names.push(name),
                _ => {}
            }
            if names.len() > NAMED {
                break;
            }
        }
        names
    };
    let (inherited, own) = (names(false), names(true));
    let help = if inherited.is_empty() {
        format!("leave it in, or change {}", listed(&own))
    } else {
        format!(
            "remove {} too, or define {} anew without it",
            listed(&inherited),
            if inherited.len() == 1 { "it" } else { "them" }
        )
    };
    let label = places.first().and_then(|place| owners.find(*place));
    let mut problem = problem.help(help);
    if let (Some(related), Some(owner)) = (&mut problem.related, label) {
        related.label = format!("{owner} needs it");
    }
    problem
}

/// Names in a list that is not endless.
fn listed(names: &[&str]) -> String {
    let mut shown: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|name| (*name).to_owned())
        .collect();
    if names.len() > NAMED {
        shown.push("others".to_owned());
    }
    wording::list(&shown)
}

/// The things of a rubric in the order of their places.
struct Owners(Vec<(Place, String)>);

impl Owners {
    fn of(tree: &Node) -> Self {
        let mut owners = Vec::new();
        for section in SECTIONS {
            for item in tree.get(section.key).map_or(&[][..], Node::items) {
                let id = item.id().unwrap_or_default();
                owners.push((item.place, format!("{} `{id}`", section.one)));
            }
        }
        if let Some(NodeKind::Mapping(steps)) = tree.get(NEXT_STEPS).map(|node| &node.kind) {
            for (alternative, list) in steps {
                let name = alternative.text().unwrap_or_default();
                let words = format!("the next steps for `{name}`");
                owners.extend(list.items().iter().map(|step| (step.place, words.clone())));
            }
        }
        owners.sort_by_key(|(place, _)| *place);
        Self(owners)
    }

    /// What stands around a place.
    fn find(&self, place: Place) -> Option<&str> {
        let after = self
            .0
            .partition_point(|(owner, _)| (owner.file, owner.start) <= (place.file, place.start));
        let (owner, name) = self.0.get(after.checked_sub(1)?)?;
        (owner.file == place.file && place.start < owner.end).then_some(name)
    }
}
