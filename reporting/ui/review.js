// A text with proposals as toggle buttons. Marking by hand: with the mouse, or with arrows (a word), Shift + arrows (more), Enter.
// Offsets are Unicode code points. Text is set with textContent only.
const points = (text) => Array.from(text).length;

function piece(text, start, kind) {
  const element = document.createElement('span');
  element.textContent = text;
  element.dataset.start = String(start);
  if (kind) element.className = kind;
  return element;
}

function draw(part, words, toggle) {
  const letters = Array.from(part.text);
  const box = document.createElement('div');
  box.className = 'tekst';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `${part.label}. ${words.keys}`);
  let at = 0;
  for (const span of part.spans) {
    if (span.start < at) continue;
    if (span.start > at) box.append(piece(letters.slice(at, span.start).join(''), at));
    const original = letters.slice(span.start, span.end).join('');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.entity = span.entity;
    button.dataset.place = `${part.name}:${span.start}`;
    button.className = span.state;
    button.setAttribute('aria-pressed', span.state === 'vervangen' ? 'true' : 'false');
    const state = span.state === 'vervangen' ? words.replaced : span.state === 'laten' ? words.kept : words.open;
    button.setAttribute('aria-label', `${original}, ${span.kind}: ${state}${span.state === 'laten' ? '' : ` ${span.replacement}`}`);
    const old = document.createElement('span');
    old.className = 'oud';
    old.dataset.start = String(span.start);
    old.textContent = original;
    button.append(old);
    if (span.state !== 'laten') {
      const fresh = document.createElement('span');
      fresh.className = 'nieuw';
      fresh.textContent = span.replacement;
      button.append(' → ', fresh);
    }
    button.addEventListener('click', () => toggle(span.entity, button.dataset.place));
    box.append(button);
    at = span.end;
  }
  if (at < letters.length) box.append(piece(letters.slice(at).join(''), at));
  return box;
}

function offset(box, node, within) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
  if (holder === null || !box.contains(holder)) return null;
  const text = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, within) : '';
  return Number(holder.dataset.start) + points(text);
}

function selected(box) {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed || !box.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const start = offset(box, range.startContainer, range.startOffset);
  const end = offset(box, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function keyboard(box, mark) {
  box.addEventListener('keydown', (event) => {
    if (event.target !== box) return;
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    if (forward || event.key === 'ArrowLeft' || event.key === 'ArrowUp') {
      event.preventDefault();
      const selection = document.getSelection();
      if (selection.rangeCount === 0 || !box.contains(selection.anchorNode)) selection.collapse(box, 0);
      if (!event.shiftKey) {
        if (forward) selection.collapseToEnd(); else selection.collapseToStart();
        if (forward) { selection.modify('move', 'forward', 'word'); selection.modify('move', 'backward', 'word'); }
        else selection.modify('move', 'backward', 'word');
      }
      const before = selection.toString();
      selection.modify('extend', forward || !event.shiftKey ? 'forward' : 'backward', 'word');
      if (forward && !event.shiftKey && selection.toString() === before) selection.modify('extend', 'forward', 'word');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      mark();
    }
  });
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const root = parentElement.querySelector('.nakijk');
  const held = document.activeElement !== null && root.contains(document.activeElement) ? document.activeElement.dataset.place ?? document.activeElement.dataset.part : null;
  root.replaceChildren();
  const toggle = (entity, place) => setTriggerValue('toggle', { entity, place });
  for (const part of data.parts) {
    const name = document.createElement('p');
    name.className = 'naam';
    name.textContent = part.label;
    const box = draw(part, data.words, toggle);
    box.dataset.part = part.name;
    const mark = () => {
      const place = selected(box);
      if (place !== null) setTriggerValue('mark', { part: part.name, ...place });
    };
    keyboard(box, mark);
    const hide = document.createElement('button');
    hide.type = 'button';
    hide.className = 'verberg';
    hide.textContent = data.words.hide;
    hide.setAttribute('aria-label', `${data.words.hide}: ${part.label}`);
    hide.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the selection
    hide.addEventListener('click', mark);
    root.append(name, box, hide);
  }
  if (held !== null) [...root.querySelectorAll('[data-place], [data-part]')].find((e) => (e.dataset.place ?? e.dataset.part) === held)?.focus();
}
