// "Try a change": your version beside what is recorded, and the page kept together with its address.

function resultTable() {
  const rows = ALTERNATIVES.map((a) => {
    const recorded = make('data');
    const yours = make('data', { 'data-score': words.names[a] });
    const difference = make('span');
    const status = make('span', { class: 'note' });
    const reasons = make('p', { class: 'note' });
    const head = make('th', { scope: 'row' }, NAMES[a], status);
    const cells = [recorded, yours, difference].map((cell) => make('td', { class: 'n' }, cell));
    return { recorded, yours, difference, status, reasons, row: make('tr', {}, head, ...cells) };
  });
  const heads = ['Alternative', 'Recorded', 'Yours', 'Change'].map((title, position) =>
    make('th', { scope: 'col', class: position ? 'n' : null }, title),
  );
  const element = make(
    'table',
    {},
    make('caption', { class: 'for-readers' }, 'Scores as recorded and in your version'),
    make('thead', {}, make('tr', {}, ...heads)),
    make('tbody', {}, ...rows.map(({ row }) => row)),
  );
  const update = (result, before, version) => {
    rows.forEach(({ recorded, yours, difference, status, reasons }, a) => {
      recorded.value = before.scores[a];
      yours.value = result.scores[a];
      say(recorded, signed(before.scores[a], 0));
      say(yours, signed(result.scores[a], 0));
      say(difference, signed(result.scores[a] - before.scores[a], 1));
      const isOut = !result.ranking.includes(a);
      const wasOut = !before.ranking.includes(a);
      yours.classList.toggle('soft', isOut);
      recorded.classList.toggle('soft', wasOut);
      say(status, isOut ? ' ruled out' : wasOut ? ' no longer ruled out' : '');
      const because = isOut ? reasonsAgainst(result, a, version.answers) : '';
      say(reasons, because && `${capitalised(words.doing[a])} is ruled out: ${because}.`);
    });
  };
  return { elements: [element, ...rows.map((row) => row.reasons)], update };
}

/** Copies a text, where the browser lets the page or else by way of a selection. */
async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make('textarea', { class: 'for-readers', readonly: true }, text);
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    button.focus();
  }
  say(button, 'Copied');
  setTimeout(() => say(button, before), 1500);
}

/** Says why some answers cannot be changed, if there are such. */
function aboutLocked() {
  const about =
    'Answers by which products and projects are matched stay as recorded here, because the page has no landscape to match again; ' +
    'the command changes those too.';
  return rubric.questions.some((question) => question.locked) ? [make('p', { class: 'note' }, about)] : [];
}

/** Everything under "Try a change". */
function build(place) {
  const sentence = make('output', { class: 'sentence', 'aria-live': 'polite' });
  const before = make('p', { class: 'before' });
  const table = resultTable();
  const coverage = make('p', { class: 'note' });
  const command = make('code');
  const reset = make('button', { type: 'button', onclick: () => restore('') }, 'Back to what is recorded');
  const copyCommand = make(
    'button',
    { type: 'button', onclick: () => copy(commandLine(), copyCommand) },
    'Copy the command',
  );
  const copyLink = make('button', { type: 'button', onclick: () => copy(linkTo(), copyLink) }, 'Copy a link to it');
  const weights = rubric.criteria.map((_, index) => weightControl(index));
  const asked = rubric.questions
    .map((question, index) => [question, index])
    .filter(([question]) => question.type !== 'text' && !question.locked);
  const answers = asked.map(([, index]) => answerControl(index));
  const choice = partChooser();
  place.append(
    make(
      'div',
      { class: 'yours' },
      make('h3', {}, 'Your version'),
      sentence,
      before,
      ...table.elements,
      coverage,
      make('div', { class: 'buttons' }, reset, copyCommand, copyLink),
      make('pre', { tabindex: 0, 'aria-label': 'The command that works out your version' }, command),
    ),
    make(
      'div',
      { class: 'controls' },
      ...choice.elements,
      make('details', { open: true }, make('summary', {}, make('h3', {}, 'Weights')), ...grouped(weights)),
      make('details', {}, make('summary', {}, make('h3', {}, 'Answers')), ...aboutLocked(), ...grouped(answers)),
    ),
  );
  return () => {
    const part = data.parts[current];
    const version = versions[current];
    const recorded = standing(rubric, part.answers, part.weights);
    const result = standing(rubric, version.answers, version.weights);
    const isChanged = address() !== '';
    say(sentence, headline(result));
    sentence.dataset.outcome = result.outcome;
    sentence.dataset.front = result.front.map((a) => words.names[a]).join(',');
    sentence.dataset.coverage = result.coverage;
    sentence.dataset.ranking = result.ranking.map((a) => words.names[a]).join(',');
    say(before, isChanged ? `Recorded: ${headline(recorded)}` : 'This is what is recorded. Nothing is changed yet.');
    table.update(result, recorded, version);
    say(coverage, `${percent(result.coverage)} of the weight is answered (recorded: ${percent(recorded.coverage)}).`);
    const line = commandLine();
    if (command.textContent !== line) {
      command.replaceChildren(...commandPieces().flatMap((piece, at) => [at > 0 ? ' ' : '', make('span', {}, piece)]));
    }
    reset.disabled = !isChanged;
    choice.update();
    [...weights, ...answers].forEach((control) => control.update(version, part, result));
  };
}

/** Which component is tried, where there are several. */
function partChooser() {
  if (data.parts.length < 2) {
    return { elements: [], update: () => {} };
  }
  const options = data.parts.map((part, index) => make('option', { value: index }, part.title));
  const select = make(
    'select',
    {
      id: 'try-part',
      onchange: () => {
        current = Number(select.value);
        changed();
      },
    },
    ...options,
  );
  const label = make('label', { for: 'try-part' }, 'Component');
  const update = () => (select.value = String(current));
  return { elements: [make('div', { class: 'control part' }, label, select)], update };
}

function linkTo() {
  return location.href.split('#')[0] + address();
}

let timer;

/** Shows your version, and a moment later writes it into the address: browsers refuse to be asked too often. */
function changed() {
  show();
  clearTimeout(timer);
  timer = setTimeout(() => {
    const target = address() || (location.hash.startsWith(MARK) ? '#try' : location.hash);
    if (target !== location.hash) {
      history.replaceState(null, '', target || location.pathname + location.search);
    }
  }, 200);
}

function change(make) {
  make(versions[current]);
  changed();
}

function restore(hash) {
  clearTimeout(timer);
  takeOver(hash);
  changed();
}

const section = document.getElementById('try');
const show = build(document.getElementById('try-here'));
section.hidden = false;
document.querySelectorAll('.with-script').forEach((element) => (element.hidden = false));
takeOver(location.hash);
show();
if (location.hash.startsWith(MARK)) {
  section.scrollIntoView();
}
addEventListener('hashchange', () => {
  if (location.hash.startsWith(MARK)) {
    restore(location.hash);
  }
});

// On paper nothing stays folded. The style sheet sees to that too, but not in every browser.

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  closed.forEach((details) => (details.open = true));
});
addEventListener('afterprint', () => closed.forEach((details) => (details.open = false)));
