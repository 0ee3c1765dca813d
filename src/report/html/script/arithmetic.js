// What `src/scoring` works out, worked out again in the page: the same operations on the same numbers in the same
// order, so that both come to the same to the last digit. `tests/browser/agreement.test.js` holds them to it.

const FALSE = -1;
const UNKNOWN = 0;
const TRUE = 1;

/** Scores closer than this are equal: `Standing::TOLERANCE`. */
const TOLERANCE = 1e-9;

/** The alternatives are numbered everywhere: build, buy, open source. */
const ALTERNATIVES = [0, 1, 2];

/** Whether a condition holds, in Kleene's three values. With `FALSE < UNKNOWN < TRUE`, "and" is the least of them. */
function holds(condition, facts) {
  if (condition.all) {
    return condition.all.reduce((all, part) => Math.min(all, holds(part, facts)), TRUE);
  }
  if (condition.any) {
    return condition.any.reduce((any, part) => Math.max(any, holds(part, facts)), FALSE);
  }
  if (condition.not) {
    return -holds(condition.not, facts) + 0; // never -0
  }
  const value = facts.values[condition.question];
  const satisfied = value === null ? UNKNOWN : isSatisfied(condition, value) ? TRUE : FALSE;
  return Math.min(facts.applies[condition.question], satisfied);
}

/** Whether a known answer is what a test of its question asks for. */
function isSatisfied(test, value) {
  if (test.oneOf) {
    return test.oneOf.includes(value);
  }
  if (test.range) {
    return isWithin(test.range, value);
  }
  if (test.includes) {
    const { all, any, count } = test.includes;
    return (
      all.every((choice) => value.includes(choice)) &&
      (any === null || any.some((choice) => value.includes(choice))) &&
      (count === null || isWithin(count, value.length))
    );
  }
  return test.is === value;
}

/** Whether a number lies in a range whose lower end is in it and whose upper end is not; a missing end is no bound. */
function isWithin([low, high], number) {
  return (low === null || number >= low) && (high === null || number < high);
}

/** The known values, and which questions apply. An ask-when reads earlier questions only, so one pass is enough. */
function factsOf(rubric, values) {
  const facts = { values, applies: rubric.questions.map(() => UNKNOWN) };
  rubric.questions.forEach((question, index) => {
    facts.applies[index] = question.askWhen ? holds(question.askWhen, facts) : TRUE;
  });
  return facts;
}

/**
 * How far the row of a criterion is known: the first row whose condition holds applies, and one before it that may
 * hold keeps it open. A criterion that no row covers counts for nothing, like one whose row rates nothing.
 */
function levelOf(criterion, facts) {
  let mayHold = false;
  for (const level of criterion.levels) {
    const truth = level.when ? holds(level.when, facts) : TRUE;
    if (truth === TRUE && !mayHold) {
      return { isOpen: false, ratings: level.ratings };
    }
    if (truth !== FALSE) {
      mayHold = true;
    }
    if (truth === TRUE) {
      break;
    }
  }
  return { isOpen: mayHold, ratings: null };
}

/** How the alternatives stand under these values and weights. */
function standing(rubric, values, weights) {
  const facts = factsOf(rubric, values);
  const criteria = rubric.criteria.map((criterion, index) => ({
    weight: weights[index],
    ...levelOf(criterion, facts),
  }));
  const rated = criteria.filter((criterion) => criterion.ratings);
  const total = sum(rated.map((criterion) => criterion.weight));
  for (const criterion of criteria) {
    const share = (50 * criterion.weight) / total;
    criterion.contributions = ALTERNATIVES.map((a) => (criterion.ratings ? share * criterion.ratings[a] : 0));
  }
  const scores = ALTERNATIVES.map((a) =>
    total > 0 ? sum(rated.map((criterion) => criterion.weight * (50 * criterion.ratings[a]))) / total : 0,
  );
  const open = sum(criteria.filter((criterion) => criterion.isOpen).map((criterion) => criterion.weight));
  const coverage = total + open > 0 ? total / (total + open) : 0;
  const vetoes = rubric.vetoes.map((veto) => holds(veto.when, facts));
  const isVetoed = (a) => rubric.vetoes.some((veto, index) => vetoes[index] === TRUE && veto.excludes.includes(a));
  const ranking = ranked(
    ALTERNATIVES.filter((a) => !isVetoed(a)),
    scores,
  );
  return { facts, criteria, scores, coverage, vetoes, ranking, ...outcomeOf(rubric, ranking, scores, coverage) };
}

/** The viable alternatives, the highest score first; equal scores keep their order. */
function ranked(viable, scores) {
  const rank = (a) => viable.filter((other) => scores[other] > scores[a] + TOLERANCE).length;
  return [...viable].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** What it comes to: vetoes first, then coverage, then the margin. */
function outcomeOf(rubric, ranking, scores, coverage) {
  const [first] = ranking;
  if (first === undefined) {
    return { outcome: 'no-viable-alternative', front: [] };
  }
  if (coverage < rubric.minCoverage) {
    return { outcome: 'inconclusive', front: [first] };
  }
  const isTied = (margin) => margin < rubric.tieMargin - TOLERANCE || margin < TOLERANCE;
  const tied = ranking.filter((a) => isTied(scores[first] - scores[a]));
  return tied.length > 1 ? { outcome: 'too-close', front: tied } : { outcome: 'recommended', front: [first] };
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
