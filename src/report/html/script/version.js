// Your version: what is changed, as options of the command line and as a part of the page's address.

/** What was recorded for a part. */
const recordedOf = (part) => ({ answers: [...part.answers], weights: [...part.weights] });
/** Your version of each part, which begins as what was recorded. */
let versions = data.parts.map(recordedOf);
/** The part that is shown. */
let current = 0;

/**
 * What differs from what was recorded, as the arguments of `--set` and `--weight`. The program refuses an answer to a
 * question that does not apply; in an address it is kept, for it may apply again.
 */
function changes(forProgram) {
  const found = { set: [], weight: [] };
  data.parts.forEach((part, index) => {
    const version = versions[index];
    const prefix = part.id === null ? '' : `${part.id}.`;
    const { applies } = factsOf(rubric, version.answers);
    rubric.questions.forEach((question, at) => {
      const isRefused = forProgram && applies[at] === FALSE;
      if (!isSame(version.answers[at], part.answers[at]) && !isRefused) {
        found.set.push(`${prefix}${question.id}=${written(question, version.answers[at])}`);
      }
    });
    rubric.criteria.forEach((criterion, at) => {
      if (version.weights[at] !== part.weights[at]) {
        found.weight.push(`${prefix}${criterion.id}=${version.weights[at]}`);
      }
    });
  });
  return found;
}

/** A word as a shell reads it. */
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The command line that works out your version, in the pieces in which it may be broken into lines. */
function commandPieces() {
  const { set, weight } = changes(true);
  const { id } = data.parts[current];
  return [
    data.command,
    ...(id === null ? [] : [['--component', id]]),
    ...set.map((change) => ['--set', change]),
    ...weight.map((change) => ['--weight', change]),
  ].map((words) => words.map(quoted).join(' '));
}

function commandLine() {
  return commandPieces().join(' ');
}

const MARK = '#try?';
/** More changes than this are not read from an address: no page has as many. */
const MOST_CHANGES = 10000;

function address() {
  const { set, weight } = changes(false);
  const query = new URLSearchParams();
  if (current > 0 && set.length + weight.length > 0) {
    query.append('part', data.parts[current].id);
  }
  set.forEach((change) => query.append('set', change));
  weight.forEach((change) => query.append('weight', change));
  return query.size > 0 ? MARK + query : '';
}

/** Takes over what an address says; what it says of anything that is not there is passed over. */
function takeOver(hash) {
  versions = data.parts.map(recordedOf);
  const query = new URLSearchParams(hash.startsWith(MARK) ? hash.slice(MARK.length) : '');
  const shown = data.parts.findIndex((part) => part.id === query.get('part'));
  current = Math.max(0, shown);
  const assign = (text, things, take) => {
    const at = text.indexOf('=');
    const value = text.slice(at + 1);
    data.parts.forEach((part, index) => {
      const prefix = part.id === null ? '' : `${part.id}.`;
      const position = things.findIndex((thing) => at > 0 && prefix + thing.id === text.slice(0, at));
      if (position >= 0) {
        take(versions[index], position, value);
      }
    });
  };
  for (const text of query.getAll('set').slice(0, MOST_CHANGES)) {
    assign(text, rubric.questions, (version, position, value) => {
      const question = rubric.questions[position];
      const answer = read(question, value);
      if (answer !== undefined && !question.locked) {
        version.answers[position] = answer;
      }
    });
  }
  for (const text of query.getAll('weight').slice(0, MOST_CHANGES)) {
    assign(text, rubric.criteria, (version, position, value) => {
      if (/^([1-9]|10)$/.test(value)) {
        version.weights[position] = Number(value);
      }
    });
  }
}
