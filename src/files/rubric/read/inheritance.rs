//! A rubric put together from everything that it extends.

use std::vec;

use crate::files::rubric::read::chain::{EXTENDS, Layer, bases};
use crate::files::rubric::read::extend::{NEXT_STEPS, OriginalWeights, Removed, SECTIONS, extend};
use crate::files::rubric::read::rubric::rubric;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Ancestor, FileId, Files, MAX_NODES, Place, Problem, ProblemCode, ReadFrom, Related, Rubric,
    RubricOrigin,
};
use crate::output::wording;

/// Reads a rubric from a file that was added before, with everything that it extends.
///
/// # Errors
///
/// Every problem of the file, in the order of its text; or of the first rubric it extends that is at fault itself.
pub fn read_rubric(
    file: FileId,
    files: &mut Files,
    origin: RubricOrigin,
) -> Result<Rubric, Vec<Problem>> {
    let layer = Layer::parse(file, origin, files).map_err(|problem| vec![problem])?;
    read_layer(layer, ReadFrom::Disk, files)
}

/// Reads a rubric that was parsed, with everything that it extends.
pub(crate) fn read_layer(
    layer: Layer,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Rubric, Vec<Problem>> {
    let bases = bases(&layer, from, files)?;
    Assembled::new(layer, bases.into_iter(), files)?.read()
}

/// A rubric with everything that it extends, as one tree.
struct Assembled<'f> {
    layer: Layer,
    inherited: Option<Inherited>,
    /// What was found so far.
    problems: Problems<'f>,
}

impl<'f> Assembled<'f> {
    /// Puts a rubric over what it extends, the nearest of them first.
    fn new(
        mut layer: Layer,
        mut bases: vec::IntoIter<Layer>,
        files: &'f Files,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::none(files);
        let extends = layer.tree.get(EXTENDS).map(|node| node.place);
        let (Some(place), Some(base)) = (extends, bases.next()) else {
            return Ok(Self {
                layer,
                inherited: None,
                problems,
            });
        };
        let base = Self::new(base, bases, files)?;
        let SoundBase {
            tree: base,
            lineage,
            mut original_weights,
        } = base.into_base()?;
        let (tree, removed) = extend(base, layer.tree, &mut original_weights, &mut problems);
        if tree.count() > MAX_NODES {
            let found = format!(
                "the rubric and what it extends have more than {MAX_NODES} values together"
            );
            return Err(vec![Problem::new(ProblemCode::TooComplex, place, found)]);
        }
        layer.tree = tree;
        let inherited = Some(Inherited {
            place,
            lineage,
            removed,
            original_weights,
        });
        Ok(Self {
            layer,
            inherited,
            problems,
        })
    }

    /// What another rubric extends. A bundled one is sound; any other is read on its own first, so that its faults are
    /// not taken for those of what extends it.
    fn into_base(self) -> Result<SoundBase, Vec<Problem>> {
        if self.layer.origin == RubricOrigin::Bundled
            && let Some(own) = self.layer.ancestor()
        {
            let above = self.inherited;
            let (mut lineage, original_weights) = above
                .map(|above| (above.lineage, above.original_weights))
                .unwrap_or_default();
            lineage.push(own);
            return Ok(SoundBase {
                tree: self.layer.tree,
                lineage,
                original_weights,
            });
        }
        let (rubric, tree, original_weights) = self.read_with_tree()?;
        Ok(SoundBase {
            tree,
            lineage: rubric.lineage,
            original_weights,
        })
    }

    fn read(self) -> Result<Rubric, Vec<Problem>> {
        self.read_with_tree().map(|(rubric, _, _)| rubric)
    }

    fn read_with_tree(self) -> Result<(Rubric, Node, OriginalWeights), Vec<Problem>> {
        let Self {
            layer,
            inherited,
            mut problems,
        } = self;
        match rubric(&layer, inherited.as_ref(), &mut problems) {
            Some(rubric) if problems.count() == 0 => {
                let original_weights = inherited.map(|inherited| inherited.original_weights);
                Ok((rubric, layer.tree, original_weights.unwrap_or_default()))
            }
            _ => {
                if let Some(inherited) = inherited {
                    problems.map(|list| inherited.explain(list, &layer));
                }
                Err(problems.into_sorted())
            }
        }
    }
}

/// A sound rubric that another extends.
struct SoundBase {
    tree: Node,
    lineage: Vec<Ancestor>,
    original_weights: OriginalWeights,
}

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
    pub(crate) original_weights: OriginalWeights,
}

impl Inherited {
    /// Says of every problem in an inherited row what brought it about and what to do in the file of `layer`, which
    /// extends the other; what is removed and still needed is told once, with everything that needs it.
    pub(crate) fn explain(&self, problems: Vec<Problem>, layer: &Layer) -> Vec<Problem> {
        if problems.is_empty() {
            return problems;
        }
        explain(
            problems,
            &EnclosingItems::of(&layer.tree),
            layer.file,
            self.place,
        )
    }
}

fn explain(
    problems: Vec<Problem>,
    enclosing: &EnclosingItems,
    own: FileId,
    extends: Place,
) -> Vec<Problem> {
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
            explained.push(inherited_problem(problem, enclosing, extends));
        }
    }
    let needed = needed.into_iter();
    explained
        .extend(needed.map(|(problem, places)| still_needed(problem, &places, enclosing, own)));
    explained
}

/// An inherited row that does not fit what takes the place of something it reads.
fn inherited_problem(mut problem: Problem, enclosing: &EnclosingItems, extends: Place) -> Problem {
    if problem.related.is_none() {
        problem.related = Some(Related {
            place: extends,
            label: "inherited from here".to_owned(),
        });
    }
    if let Some(owner) = enclosing.find(problem.place) {
        problem.help = Some(format!("define {owner} anew so that it fits, or remove it"));
    }
    problem
}

/// Something that was removed, with what still needs it.
fn still_needed(
    problem: Problem,
    places: &[Place],
    enclosing: &EnclosingItems,
    own: FileId,
) -> Problem {
    let names = |is_own: bool| {
        let mut names: Vec<&str> = Vec::new();
        for place in places.iter().filter(|place| (place.file == own) == is_own) {
            match enclosing.find(*place) {
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
    let label = places.first().and_then(|place| enclosing.find(*place));
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
struct EnclosingItems(Vec<(Place, String)>);

impl EnclosingItems {
    fn of(tree: &Node) -> Self {
        let mut enclosing = Vec::new();
        for section in SECTIONS {
            for item in tree.get(section.key).map_or(&[][..], Node::items) {
                let id = item.id().unwrap_or_default();
                enclosing.push((item.place, format!("{} `{id}`", section.one)));
            }
        }
        if let Some(NodeKind::Mapping(steps)) = tree.get(NEXT_STEPS).map(|node| &node.kind) {
            for (alternative, list) in steps {
                let name = alternative.text().unwrap_or_default();
                let words = format!("the next steps for `{name}`");
                enclosing.extend(list.items().iter().map(|step| (step.place, words.clone())));
            }
        }
        enclosing.sort_by_key(|(place, _)| *place);
        Self(enclosing)
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
