//! A rubric put together from everything that it extends.

use std::vec;

use crate::files::rubric::read::chain::{EXTENDS, Layer, bases};
use crate::files::rubric::read::extend::{Reweighted, extend};
use crate::files::rubric::read::inherited::Inherited;
use crate::files::rubric::read::rubric::rubric;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree::Node;
use crate::files::{
    Ancestor, FileId, Files, MAX_NODES, Problem, ProblemCode, ReadFrom, Rubric, RubricOrigin,
};

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
        let Trusted {
            tree: base,
            lineage,
            mut reweighted,
        } = base.trusted()?;
        let (tree, removed) = extend(base, layer.tree, &mut reweighted, &mut problems);
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
            reweighted,
        });
        Ok(Self {
            layer,
            inherited,
            problems,
        })
    }

    /// What another rubric extends. A bundled one is sound; any other is read on its own first, so that its faults are
    /// not taken for those of what extends it.
    fn trusted(self) -> Result<Trusted, Vec<Problem>> {
        if self.layer.origin == RubricOrigin::Bundled
            && let Some(own) = self.layer.ancestor()
        {
            let above = self.inherited;
            let (mut lineage, reweighted) = above
                .map(|above| (above.lineage, above.reweighted))
                .unwrap_or_default();
            lineage.push(own);
            return Ok(Trusted {
                tree: self.layer.tree,
                lineage,
                reweighted,
            });
        }
        let (rubric, tree, reweighted) = self.read_with_tree()?;
        Ok(Trusted {
            tree,
            lineage: rubric.lineage,
            reweighted,
        })
    }

    fn read(self) -> Result<Rubric, Vec<Problem>> {
        self.read_with_tree().map(|(rubric, _, _)| rubric)
    }

    fn read_with_tree(self) -> Result<(Rubric, Node, Reweighted), Vec<Problem>> {
        let Self {
            layer,
            inherited,
            mut problems,
        } = self;
        match rubric(&layer, inherited.as_ref(), &mut problems) {
            Some(rubric) if problems.count() == 0 => {
                let reweighted = inherited.map(|inherited| inherited.reweighted);
                Ok((rubric, layer.tree, reweighted.unwrap_or_default()))
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
struct Trusted {
    tree: Node,
    lineage: Vec<Ancestor>,
    reweighted: Reweighted,
}
