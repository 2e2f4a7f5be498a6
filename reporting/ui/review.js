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
  box.dataset.length = String(letters.length);
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

// The words of a text with their places in code points; an emoji or a mark of punctuation is no word.
function wordsOf(text) {
  const found = [];
  for (const part of new Intl.Segmenter('nl', { granularity: 'word' }).segment(text)) {
    if (!part.isWordLike) continue;
    const start = points(text.slice(0, part.index));
    found.push({ start, end: start + points(part.segment) });
  }
  return found;
}

// The node and UTF-16 offset that a code point stands at; `end`: just after the code point before it.
function placeOf(box, at, end) {
  let last = null;
  for (const holder of box.querySelectorAll('[data-start]')) {
    const letters = Array.from(holder.textContent);
    const inside = at - Number(holder.dataset.start);
    if (inside < 0 || inside > letters.length || (inside === letters.length && !end)) continue;
    last = [holder.firstChild, letters.slice(0, inside).join('').length];
    if (!end || inside > 0) break;
  }
  return last;
}

// The code point behind one end of a selection. Inside a replacement it is the edge of the proposal; outside the box, the edge of the text.
function offset(box, node, within, end) {
  if (node === box) {
    const child = box.childNodes[end ? within - 1 : within];
    return child === undefined ? (end ? 0 : Number(box.dataset.length)) : edge(child, end);
  }
  if (!box.contains(node)) return end ? Number(box.dataset.length) : 0;
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const holder = element.closest('[data-start]');
  if (holder !== null && node.nodeType === Node.TEXT_NODE) return Number(holder.dataset.start) + points(node.data.slice(0, within));
  if (holder !== null) return Number(holder.dataset.start) + (within > 0 ? points(holder.textContent) : 0);
  return edge(element.closest('button'), end);
}

function edge(element, end) {
  const holder = element.matches('[data-start]') ? element : element.querySelector('[data-start]');
  return Number(holder.dataset.start) + (end ? points(holder.textContent) : 0);
}

function selected(box) {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(box)) return null;
  const start = offset(box, range.startContainer, range.startOffset, false);
  const end = offset(box, range.endContainer, range.endOffset, true);
  return end <= start ? null : { start, end };
}

function keyboard(box, text, mark) {
  const words = wordsOf(text);
  let anchor = -1;
  let focus = -1;
  box.addEventListener('blur', () => { anchor = focus = -1; });
  box.addEventListener('keydown', (event) => {
    if (event.target !== box || words.length === 0) return;
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    if (forward || event.key === 'ArrowLeft' || event.key === 'ArrowUp') {
      event.preventDefault();
      focus = Math.min(Math.max(focus + (forward ? 1 : -1), 0), words.length - 1);
      if (!event.shiftKey || anchor < 0) anchor = focus;
      const [first, last] = anchor < focus ? [anchor, focus] : [focus, anchor];
      document.getSelection().setBaseAndExtent(...placeOf(box, words[first].start, false), ...placeOf(box, words[last].end, true));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      mark();
    }
  });
}

// What is chosen, said in words too: a screen reader does not tell a selection that a script made.
function tell(line, box, text, words) {
  const place = selected(box);
  line.textContent = place === null ? '' : `${words.chosen}: ${Array.from(text).slice(place.start, place.end).join('').trim()}`;
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  const root = parentElement.querySelector('.nakijk');
  const held = document.activeElement !== null && root.contains(document.activeElement) ? document.activeElement.dataset.place ?? document.activeElement.dataset.part : null;
  root.replaceChildren();
  const lines = [];
  const toggle = (entity, place) => setTriggerValue('toggle', { entity, place });
  for (const part of data.parts) {
    const name = document.createElement('p');
    name.className = 'naam';
    name.textContent = part.label;
    const box = draw(part, data.words, toggle);
    box.dataset.part = part.name;
    const kind = document.createElement('select');
    for (const [value, label] of data.kinds) kind.append(new Option(label, value));
    const mark = () => {
      const place = selected(box);
      if (place !== null) setTriggerValue('mark', { part: part.name, kind: kind.value, ...place });
    };
    keyboard(box, part.text, mark);
    const chosen = document.createElement('p');
    chosen.className = 'gekozen';
    chosen.setAttribute('aria-live', 'polite');
    lines.push(() => tell(chosen, box, part.text, data.words));
    const hide = document.createElement('button');
    hide.type = 'button';
    hide.className = 'verberg';
    hide.textContent = data.words.hide;
    hide.setAttribute('aria-label', `${data.words.hide}: ${part.label}`);
    hide.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the selection
    hide.addEventListener('click', mark);
    const what = document.createElement('label');
    what.append(data.words.what, ' ', kind);
    const tools = document.createElement('div');
    tools.className = 'middelen';
    tools.append(what, hide, chosen);
    root.append(name, box, tools);
  }
  document.removeEventListener('selectionchange', root.told);
  root.told = () => lines.forEach((line) => line());
  document.addEventListener('selectionchange', root.told);
  if (held !== null) [...root.querySelectorAll('[data-place], [data-part]')].find((e) => (e.dataset.place ?? e.dataset.part) === held)?.focus();
  return () => document.removeEventListener('selectionchange', root.told);
}
