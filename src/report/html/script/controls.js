// Elements, and the controls for weights and answers: each gives an element, and a function that brings it up to date.
// All text goes in as text, never as markup.

/** An element with attributes, properties for events, and children that are elements or texts. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

/** Changes a text only where it differs, so that nothing is read out twice. */
function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function weightControl(index) {
  const criterion = rubric.criteria[index];
  const id = `weight-${index}`;
  const output = make('output', { for: id });
  const note = make('span', { class: 'note' });
  const slider = make('input', {
    id,
    type: 'range',
    min: 1,
    max: 10,
    step: 1,
    'data-weight': criterion.id,
    oninput: () => change((version) => (version.weights[index] = slider.valueAsNumber)),
  });
  const label = make('label', { for: id }, criterion.title);
  const row = make('div', { class: 'control slider' }, label, slider, output, note);
  const update = (version, recorded, result) => {
    const { isOpen, ratings } = result.criteria[index];
    const [now, before] = [version.weights[index], recorded.weights[index]];
    slider.value = now;
    say(output, String(now));
    slider.setAttribute('aria-valuetext', now === before ? `${now}, as recorded` : `${now}, recorded ${before}`);
    row.classList.toggle('changed', now !== before);
    const standing = ratings ? '' : isOpen ? 'hangs on open answers' : 'counts for nothing here';
    say(note, [now === before ? '' : `recorded: ${before}`, standing].filter(Boolean).join(' · '));
  };
  return { group: criterion.group, element: row, update };
}

function answerControl(index) {
  const question = rubric.questions[index];
  const set = (value) => change((version) => (version.answers[index] = value));
  const made = { choice: chooser, 'yes-no': chooser, number: numberField, choices: checkBoxes }[question.type](
    question,
    `answer-${index}`,
    set,
  );
  const note = make('span', { class: 'note' });
  made.element.append(note);
  const update = (version, recorded, result) => {
    const [now, before] = [version.answers[index], recorded.answers[index]];
    const isChanged = !isSame(now, before);
    const applies = result.facts.applies[index] !== FALSE;
    made.show(now, !applies);
    made.element.classList.toggle('changed', isChanged);
    made.element.classList.toggle('off', !applies);
    say(note, applies ? (isChanged ? `recorded: ${inWords(question, before)}` : '') : 'does not apply');
  };
  return { group: question.group, element: made.element, update };
}

function chooser(question, id, set) {
  const options =
    question.type === 'choice'
      ? question.choices
      : [
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
        ];
  const select = make(
    'select',
    { id, 'data-question': question.id, onchange: () => set(read(question, select.value)) },
    ...options.map((option) => make('option', { value: option.id }, option.label)),
    make('option', { value: 'unknown' }, 'Not known'),
  );
  const element = make('div', { class: 'control' }, make('label', { for: id }, question.ask), select);
  const show = (value, isOff) => {
    select.value = written(question, value);
    select.disabled = isOff;
  };
  return { element, show };
}

function numberField(question, id, set) {
  const field = make('input', {
    id,
    type: 'number',
    step: 'any',
    min: question.minimum,
    max: question.maximum,
    placeholder: 'not known',
    'data-question': question.id,
    oninput: () => {
      const value = field.value === '' && !field.validity.badInput ? null : read(question, field.value);
      field.setAttribute('aria-invalid', value === undefined);
      if (value !== undefined) {
        set(value);
      }
    },
  });
  const unit = make('span', { class: 'unit' }, question.unit ? question.unit[1] : '');
  const element = make('div', { class: 'control' }, make('label', { for: id }, question.ask), field, unit);
  const show = (value, isOff) => {
    if (document.activeElement !== field || field.disabled) {
      field.value = value === null ? '' : plain(value);
      field.removeAttribute('aria-invalid');
    }
    field.disabled = isOff;
  };
  return { element, show };
}

function checkBoxes(question, id, set) {
  const box = (position, label, onchange) => {
    const input = make('input', { type: 'checkbox', id: `${id}-${position}`, 'data-question': question.id, onchange });
    return { input, element: make('div', {}, input, make('label', { for: `${id}-${position}` }, label)) };
  };
  const take = () => {
    const chosen = question.choices.map((_, choice) => choice).filter((choice) => boxes[choice].input.checked);
    set(chosen.length > 0 || question.none ? chosen : null);
  };
  const boxes = question.choices.map((choice, position) => box(position, choice.label, take));
  const unknown = box('unknown', 'Not known', () => (unknown.input.checked ? set(null) : take()));
  const all = [...boxes, unknown].map((made) => made.element);
  const element = make('fieldset', { class: 'control' }, make('legend', {}, question.ask), ...all);
  const show = (value, isOff) => {
    boxes.forEach((made, choice) => (made.input.checked = value !== null && value.includes(choice)));
    unknown.input.checked = value === null;
    element.disabled = isOff;
  };
  return { element, show };
}

/** Controls by group of the rubric, in its order. */
function grouped(controls, name) {
  return rubric.groups.flatMap((title, group) => {
    const own = controls.filter((control) => control.group === group);
    return own.length === 0
      ? []
      : [make('section', { class: 'group' }, make('h4', {}, title), ...own.map((control) => control.element))];
  });
}
