// Numbers, lists, answers and results in words, as the program writes them.

const data = JSON.parse(document.getElementById('data').textContent);
const { rubric, words } = data;

/** Rounded half away from zero, never to -0. */
function rounded(number, decimals) {
  const factor = 10 ** decimals;
  return (Math.sign(number) * Math.round(Math.abs(number) * factor)) / factor + 0;
}

function signed(number, decimals) {
  const near = rounded(number, decimals);
  const sign = near > 0 ? '+' : near < 0 ? '−' : '';
  return sign + Math.abs(near).toFixed(decimals);
}

function percent(share) {
  const near = rounded(share * 100, 0);
  return `${share > 0 && share < 1 ? Math.min(99, Math.max(1, near)) : near}%`;
}

/** A number in plain decimals, as a requirements file has it. */
function plain(number) {
  const [digits, exponent] = String(number).split('e');
  if (exponent === undefined) {
    return digits;
  }
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  return point > 0 ? sign + all.padEnd(point, '0') : `${sign}0.${'0'.repeat(-point)}${all}`;
}

function counted(number) {
  return `${rounded(number, 6)} ${Math.abs(number - 1) < 1e-9 ? 'point' : 'points'}`;
}

function apart(points) {
  return points < 0.5 ? 'less than 1 point' : counted(rounded(points, 0));
}

function list(items, last = 'and') {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function written(question, value) {
  if (value === null) {
    return 'unknown';
  }
  switch (question.type) {
    case 'choice':
      return question.choices[value].id;
    case 'choices':
      return value.length ? value.map((choice) => question.choices[choice].id).join(',') : 'none';
    case 'number':
      return plain(value);
    default:
      return value ? 'yes' : 'no';
  }
}

function inWords(question, value) {
  if (value === null) {
    return 'not known';
  }
  switch (question.type) {
    case 'choice':
      return question.choices[value].label;
    case 'choices':
      return value.length ? list(value.map((choice) => question.choices[choice].label)) : 'none of these';
    case 'number': {
      const unit = question.unit ? question.unit[value === 1 ? 0 : 1] : '';
      return `${plain(value)}${unit && !unit.startsWith('%') ? ' ' : ''}${unit}`;
    }
    default:
      return value ? 'yes' : 'no';
  }
}

/** The value that a text stands for; `undefined` if none. */
function read(question, text) {
  if (text === 'unknown') {
    return null;
  }
  const position = (id) => question.choices.findIndex((choice) => choice.id === id);
  switch (question.type) {
    case 'choice':
      return position(text) < 0 ? undefined : position(text);
    case 'choices': {
      if (text === 'none') {
        return question.none ? [] : undefined;
      }
      const chosen = [...new Set(text.split(',').map(position))].sort((a, b) => a - b);
      return chosen[0] < 0 ? undefined : chosen;
    }
    case 'number': {
      const number = Number(text);
      const { minimum, maximum } = question;
      const fits = (minimum === null || number >= minimum) && (maximum === null || number <= maximum);
      return /^-?\d{1,300}(\.\d{1,300})?$/.test(text) && Number.isFinite(number) && fits ? number : undefined;
    }
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    default:
      return undefined;
  }
}

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The result in a sentence, without how firm it is: that takes the program. */
function headline({ outcome, front, ranking, scores, coverage }) {
  const [first, second] = ranking;
  const margin = second === undefined ? null : scores[first] - scores[second];
  switch (outcome) {
    case 'recommended':
      return margin === null
        ? `${words.imperatives[first]}. The other two are ruled out.`
        : `${words.imperatives[first]}: ${apart(margin)} ahead of ${words.nouns[second]}.`;
    case 'too-close': {
      const spread = rounded(scores[front[0]] - scores[front.at(-1)], 1).toFixed(1);
      const distance = spread === '0.0' ? 'level' : `${spread} points apart`;
      const tied = list(front.map((a) => words.nouns[a]));
      return `Too close to call: ${tied} are ${distance}, and less than ${counted(rubric.tieMargin)} decides nothing.`;
    }
    case 'inconclusive': {
      const ahead = margin === null ? `only ${words.nouns[first]} is not ruled out` : `${words.nouns[first]} is ahead`;
      const known = `${percent(coverage)} of the weight is answered, and ${percent(rubric.minCoverage)} is needed`;
      return `Too little is known to recommend anything: ${known}. So far ${ahead}.`;
    }
    default:
      return 'Nothing is left: every alternative is ruled out.';
  }
}

/** Why an alternative is ruled out, where it is. */
function reasonsAgainst(result, alternative, answers) {
  const fired = rubric.vetoes.filter(
    (veto, index) => result.vetoes[index] === TRUE && veto.excludes.includes(alternative),
  );
  const answer = (at) =>
    result.facts.applies[at] === FALSE ? 'not applicable' : inWords(rubric.questions[at], answers[at]);
  const fill = (part) => (typeof part === 'number' ? answer(part) : part);
  return fired.map((veto) => veto.because.map(fill).join('')).join('; ');
}

const NAMES = words.names.map(capitalised);
