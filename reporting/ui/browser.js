// What Streamlit cannot be told from Python: Dutch words for its built-in English ones, committing text while somebody types,
// focus on a new page's heading and on a new message, landmarks for the menu, and the cookie that brings a visit back after a reload.
const SAVE_AFTER = 1200; // ms: with the way to the server well within two seconds

function dutch(text, words, patterns) {
  const trimmed = text.trim();
  if (trimmed === '') return text;
  if (words[trimmed] !== undefined) return text.replace(trimmed, words[trimmed]);
  for (const [pattern, replacement] of patterns) {
    const found = new RegExp(pattern);
    if (found.test(trimmed)) return text.replace(trimmed, trimmed.replace(found, replacement));
  }
  return text;
}

// Only Streamlit's own elements: text of people, files and pages is never changed.
const OWN = '[data-testid="stFileUploader"], [data-testid="stHeader"], [data-testid="stSkipToContent"], [data-testid="stSidebarHeader"],' +
  '[data-testid="stStatusWidget"], [data-testid="stDateInput"], [role="alertdialog"], [data-testid="stConnectionStatus"], [data-testid="stToolbar"],' +
  '[data-testid="stSpinner"], [data-testid="stMainMenuPopover"], [data-testid="stFileUploaderDropzoneInstructions"], [data-testid="stElementToolbar"]';
const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'aria-roledescription'];

function translate(root, words, patterns) {
  if (!(root instanceof Element)) return;
  const elements = [root, ...root.querySelectorAll('*')];
  for (const element of elements) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const changed = dutch(value, words, patterns);
      if (changed !== value) element.setAttribute(name, changed);
    }
    if (element.closest(OWN) === null) {
      const bare = element.closest('[data-testid="stElementContainer"]') === null && element.closest('[role="dialog"]') === null;
      const empty = element.closest('[role="listbox"], [role="option"]') !== null;
      if (!bare && !empty) continue;
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const changed = dutch(node.data, words, patterns);
      if (changed !== node.data) node.data = changed;
    }
  }
}

function landmarks() {
  for (const zone of document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role="presentation"]')) zone.setAttribute('role', 'group'); // it has a name
  const menu = document.querySelector('.st-key-menu');
  if (menu !== null && menu.getAttribute('role') !== 'navigation') {
    menu.setAttribute('role', 'navigation');
    menu.setAttribute('aria-label', 'Menu');
  }
  const here = location.pathname.replace(/\/$/, '');
  for (const a of document.querySelectorAll('.st-key-menu a')) {
    const there = (a.getAttribute('href') ?? '') === '' ? '' : new URL(a.href, location.href).pathname.replace(/\/$/, '');
    if (there === here) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
}

// A field's own redraw cannot reach the strip at the top: repeat the newest "Concept opgeslagen om 14:02" there.
function strip() {
  const line = document.querySelector('.st-key-strook [data-testid="stText"]');
  const saved = [...document.querySelectorAll('[class*="st-key-bewaard-"]')].map((e) => e.textContent.trim()).filter(Boolean).sort().pop();
  const text = line === null ? undefined : document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
  if (saved === undefined || !text) return;
  const parts = text.data.split('  |  ');
  if (parts[parts.length - 1] === saved) return;
  text.data = [...parts.filter((p) => p.slice(0, 7) !== saved.slice(0, 7)), saved].join('  |  ');
}

function focusNews(state) {
  const message = document.querySelector('[class*="st-key-melding-"]');
  const name = message === null ? '' : [...message.classList].find((c) => c.startsWith('st-key-melding-'));
  if (message !== null && name !== state.message) {
    message.setAttribute('tabindex', '-1');
    message.setAttribute('role', 'status');
    message.focus();
    message.scrollIntoView({ block: 'nearest' });
  }
  state.message = name;
  const dialog = document.querySelector('[role="dialog"]');
  if (dialog !== null && dialog !== state.dialog) {
    const cancel = dialog.querySelector('.st-key-annuleren button');
    if (cancel !== null) {
      state.dialog = dialog;
      setTimeout(() => cancel.focus(), 50);
    }
  }
  if (dialog === null) state.dialog = null;
}

// On another page the focus goes to its heading: a screen reader says where one is, and Tab goes on from there.
function focusHeading(state) {
  const heading = document.querySelector('[data-testid="stMain"] h1');
  const name = heading === null ? '' : heading.textContent.trim();
  if (name === '') return;
  if (state.heading !== '' && state.heading !== name) state.moved = Date.now();
  state.heading = name;
  if (Date.now() - state.moved > 5000) return;
  const here = document.activeElement;
  if (here !== null && here !== document.body && here.closest('.stPageLink') === null) return;
  state.moved = 0;
  heading.setAttribute('tabindex', '-1');
  heading.focus();
}

function saveWhileTyping() {
  const waiting = new Map();
  document.addEventListener('input', (event) => {
    const field = event.target;
    const area = field instanceof HTMLTextAreaElement;
    if (!area && !(field instanceof HTMLInputElement && field.type === 'text' && field.closest('[data-testid="stTextInput"]'))) return;
    if (field.closest('[class*="st-key-concept-"]') === null || waiting.has(field)) return;
    waiting.set(field, setTimeout(() => {
      waiting.delete(field);
      if (!field.isConnected) return;
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: area, bubbles: true, cancelable: true }));
    }, SAVE_AFTER));
  }, true);
}

// On a phone the menu lies over the page: following a link folds it away.
function foldMenu() {
  document.addEventListener('click', (event) => {
    if (window.innerWidth > 768 || event.target.closest('.st-key-menu a') === null) return;
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }, true);
}

export default function (component) {
  const { words, dates, cookie, token } = component.data;
  if (!document.cookie.split('; ').includes(`${cookie}=${token}`)) document.cookie = `${cookie}=${token}; path=/; SameSite=Strict`;
  if (window.kwartaalrapport !== undefined) return;
  const state = { message: '', dialog: null, heading: '', moved: 0 };
  window.kwartaalrapport = state;
  saveWhileTyping();
  foldMenu();
  let planned = false;
  const tidy = () => {
    planned = false;
    translate(document.body, words, dates);
    landmarks();
    strip();
    focusHeading(state);
    focusNews(state);
  };
  new MutationObserver(() => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(tidy);
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES.concat('href', 'role') });
  tidy();
}
